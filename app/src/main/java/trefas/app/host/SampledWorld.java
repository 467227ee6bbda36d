package trefas.app.host;

import java.io.Closeable;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import trefas.app.input.BlockSink;
import trefas.app.input.RecordingInput;
import trefas.app.input.UnusableInputException;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SampleBlock;
import trefas.metrology.kernel.KernelSettings;
import trefas.metrology.kernel.NominalFrequency;
import trefas.metrology.kernel.SecondAggregator;
import trefas.metrology.kernel.WaveformKernel;
import trefas.recording.WaveformDescription;
import trefas.simulation.World;

/// A world that is measured: samples of a recording, or of a converter on standard input, go through the kernel and
/// come out as the values of each second. The samples are read by a thread of their own, at most
/// [#SECONDS_AHEAD_MAX] seconds ahead of the meter.
///
/// Unlike other worlds this one goes forward only: a second that has passed has no values any more.
public final class SampledWorld implements World, Closeable {

    /// Measured seconds that wait for the meter at most; then the input waits.
    static final int SECONDS_AHEAD_MAX = 120;

    private final String name;
    private final RecordingInput input;
    private final Optional<Long> givenBegin;
    private final int zoneHours;
    private final BlockingQueue<Measured> queue = new ArrayBlockingQueue<>(SECONDS_AHEAD_MAX);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread reader;
    private volatile long begin;
    private volatile boolean hasBegun;
    private volatile Optional<String> problem = Optional.empty();
    private @Nullable Measured head;
    private boolean isOver;
    private final AtomicLong measuredSeconds = new AtomicLong();

    /// One measured second, or the end when there are no values.
    private record Measured(long endEpochSecond, Optional<OneSecondValues> values) {}

    private SampledWorld(String name, RecordingInput input, Optional<Long> givenBegin, int zoneHours) {
        this.name = name;
        this.input = input;
        this.givenBegin = givenBegin;
        this.zoneHours = zoneHours;
        this.reader = Thread.ofPlatform().name("samples").daemon().unstarted(this::read);
    }

    /// Starts reading, and returns when it is known when the recording begins.
    ///
    /// @param begin of the first second, seconds since 1970; empty for the recording's own start, by the
    ///     meter's normal time
    /// @throws UnusableInputException when it can't be read
    static SampledWorld start(String name, RecordingInput input, Optional<Long> begin, int zoneHours)
            throws UnusableInputException, InterruptedException {
        var world = new SampledWorld(name, input, begin, zoneHours);
        world.reader.start();
        world.begun.await();
        // A problem behind the first block is the end of the samples; the reader may have met it already.
        if (!world.hasBegun && world.problem.isPresent()) {
            throw new UnusableInputException(world.problem.get());
        }
        return world;
    }

    private void read() {
        var sink = new Sink();
        try {
            input.read(name, input.format(name), sink);
            sink.finish();
        } catch (UnusableInputException unusable) {
            problem = Optional.of(String.valueOf(unusable.getMessage()));
        } catch (InterruptedReading closed) {
            return;
        } finally {
            // Whatever happened: nobody may wait for ever.
            begun.countDown();
            end();
        }
    }

    private void end() {
        try {
            queue.put(new Measured(Long.MAX_VALUE, Optional.empty()));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// End of the first second.
    long firstSecond() {
        return begin + 1;
    }

    /// Whether the samples have a time of their own, so that they can wait.
    boolean isRecorded() {
        return givenBegin.isEmpty();
    }

    /// Whole seconds handed to the meter so far.
    long measuredSeconds() {
        return measuredSeconds.get();
    }

    /// Why the samples ended before their time, if they did.
    Optional<String> problem() {
        return problem;
    }

    /// Waits until the next second has been measured.
    ///
    /// @param nanos longest to wait
    /// @return the end of a second that is there, [Long#MAX_VALUE] when the samples are over; empty for none yet
    OptionalLong awaitSecond(long nanos) throws InterruptedException {
        if (head == null && !isOver) {
            head = queue.poll(nanos, TimeUnit.NANOSECONDS);
        }
        Measured next = head;
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.endEpochSecond());
    }

    @Override
    public boolean second(long endEpochSecond, OneSecondValues values) {
        values.clear();
        try {
            while (!isOver) {
                Measured next = head == null ? queue.take() : head;
                head = next;
                if (next.values().isEmpty()) {
                    isOver = true;
                } else if (next.endEpochSecond() > endEpochSecond) {
                    return true;
                } else if (next.endEpochSecond() == endEpochSecond) {
                    values.copy(next.values().get());
                    measuredSeconds.incrementAndGet();
                    head = null;
                    return true;
                } else {
                    head = null;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    /// The reading thread was told to end while it waited for the meter.
    private static final class InterruptedReading extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// From blocks to the queue.
    private final class Sink implements BlockSink {
        private @Nullable WaveformKernel kernel;
        private double seconds;

        @Override
        public void accept(WaveformDescription description, SampleBlock block) throws UnusableInputException {
            checkRate(block.samplesPerSecond());
            WaveformKernel running = kernel;
            if (running == null) {
                running = start(description);
                kernel = running;
                hasBegun = true;
                begun.countDown();
            }
            running.accept(block);
            seconds += block.length() / block.samplesPerSecond();
        }

        @Override
        public double seconds() {
            return seconds;
        }

        void finish() throws UnusableInputException {
            if (kernel == null) {
                throw new UnusableInputException(name + ": found no samples, expected some");
            }
            kernel.finish();
        }

        /// The rate may change within a recording, so each block is asked.
        private void checkRate(double rate) throws UnusableInputException {
            if (rate < WaveformKernel.SAMPLES_PER_SECOND_MIN || rate > WaveformKernel.SAMPLES_PER_SECOND_MAX) {
                throw new UnusableInputException(name + ": found " + rate + " samples per second, expected "
                        + WaveformKernel.SAMPLES_PER_SECOND_MIN + " to " + WaveformKernel.SAMPLES_PER_SECOND_MAX);
            }
        }

        private WaveformKernel start(WaveformDescription description) {
            begin = givenBegin.orElseGet(() -> description
                    .start()
                    .map(time -> time.toEpochSecond(ZoneOffset.ofHours(zoneHours)))
                    .orElse(0L));
            var settings = new KernelSettings(
                    NominalFrequency.AUTOMATIC, description.measured().bits(), KernelSettings.MINIMUM_VOLTAGE);
            return new WaveformKernel(settings, List.of(new SecondAggregator(this::put)));
        }

        private void put(long second, OneSecondValues values) {
            var copy = new OneSecondValues();
            copy.copy(values);
            try {
                queue.put(new Measured(begin + second + 1, Optional.of(copy)));
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                throw new InterruptedReading();
            }
        }
    }
}
