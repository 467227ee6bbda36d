package trefas.app.host;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import trefas.app.settings.Speed;
import trefas.device.memory.PermanentMemory;

/// The thread that lets time pass for one meter. Nothing but time comes from here.
public final class RunningMeter implements AutoCloseable {

    /// Simulated seconds in one go at full speed, so that stopping never takes long.
    private static final long SECONDS_AT_ONCE = 3_600;

    private static final long SLEEP_NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(500);

    /// How long saves may stay with the operating system alone.
    private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final MeterHost host;
    private final PermanentMemory memory;
    private final Pace pace;
    private final List<PushOutput> outputs;
    private final Optional<SampledWorld> samples;
    private final BackupWatch backups;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile Optional<IOException> failure = Optional.empty();

    private RunningMeter(
            MeterHost host,
            PermanentMemory memory,
            Pace pace,
            List<PushOutput> outputs,
            Optional<SampledWorld> samples,
            BackupWatch backups) {
        this.host = host;
        this.memory = memory;
        this.pace = pace;
        this.outputs = List.copyOf(outputs);
        this.samples = samples;
        this.backups = backups;
        this.thread = Thread.ofPlatform().name("meter").daemon().unstarted(this::run);
    }

    /// Starts the clock at the host's next second.
    ///
    /// @param outputs what the meter sends unasked
    /// @param samples the world, when it is measured and has to be waited for
    /// @param backups looked at after each flush
    static RunningMeter start(
            MeterHost host,
            PermanentMemory memory,
            Speed speed,
            List<PushOutput> outputs,
            Optional<SampledWorld> samples,
            BackupWatch backups) {
        var pace = new Pace(host.next(), System.nanoTime(), speed);
        var running = new RunningMeter(host, memory, pace, outputs, samples, backups);
        running.thread.start();
        return running;
    }

    /// Waits until the world has come to its end, the memory has failed or somebody stopped the clock.
    ///
    /// @return what went wrong with the memory, if anything
    public Optional<IOException> await() throws InterruptedException {
        ended.await();
        return failure;
    }

    private void run() {
        long flushed = System.nanoTime();
        try {
            while (!stopping) {
                long ready = ready();
                if (!host.advanceTo(Math.min(ready, stopAt(System.nanoTime())))) {
                    memory.flush();
                    return;
                }
                for (PushOutput output : outputs) {
                    output.stepped(pace.realSecond(System.nanoTime()));
                }
                if (System.nanoTime() - flushed >= FLUSH_NANOS) {
                    memory.flush();
                    backups.look();
                    flushed = System.nanoTime();
                }
                long nanos = pace.nanosUntil(host.next(), System.nanoTime());
                if (nanos > 0) {
                    TimeUnit.NANOSECONDS.sleep(Math.min(nanos, SLEEP_NANOS_MAX));
                }
            }
        } catch (IOException unsaved) {
            failure = Optional.of(unsaved);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /// The last second whose values are there. Samples are waited for here, where no reader is kept waiting.
    private long ready() throws InterruptedException {
        if (samples.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return samples.get().awaitSecond(SLEEP_NANOS_MAX).orElse(Long.MIN_VALUE);
    }

    /// The last second to be stepped in this go.
    private long stopAt(long nanos) {
        long next = host.next();
        long stop = Math.min(pace.dueSecond(nanos), next + SECONDS_AT_ONCE - 1);
        for (PushOutput output : outputs) {
            stop = Math.min(stop, output.stopAt(next, pace.realSecond(nanos)));
        }
        return stop;
    }

    /// Stops the clock and waits for the second that is being stepped.
    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
