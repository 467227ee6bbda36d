package trefas.metrology.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import trefas.metrology.SampleBlock;
import trefas.metrology.WindowStage;

/// From samples to the basic intervals of IEC 61000-4-30: cuts the stream into windows of 10 cycles (12 at 60 Hz) of
/// the measured fundamental, gapless and with edges between samples, works out the values of each and shows both to
/// every stage in turn. Memory does not grow with the record.
///
/// | the record         | the windows                                                                |
/// |--------------------|----------------------------------------------------------------------------|
/// | begins             | the first window starts less than a cycle after the 16th sample            |
/// | ends               | a last window holds the whole cycles that remain, 1 to 9                   |
/// | has no voltage     | nominal length, cycles 0, frequency 0, no fundamentals, until one is there |
/// | loses all voltages | one window with the cycles it would have had, then as above                |
/// | misses samples     | end, and begin again                                                       |
///
/// What lies before the first and after the last window is told by [WindowStage#stretchEnded]. Currents never tell a
/// frequency: with currents alone the windows have their nominal length.
public final class WaveformKernel {

    /// Slowest sampling that makes sense, samples per second: twelve in a cycle of 40 Hz.
    public static final double SAMPLES_PER_SECOND_MIN = 480;

    /// Fastest sampling, samples per second: what is stored at a time then takes 50 MB.
    public static final double SAMPLES_PER_SECOND_MAX = 2_000_000;

    private final KernelSettings settings;
    private final List<WindowStage> stages;
    private final WindowSums sums;
    private @Nullable Stretch stretch;
    private double endSeconds;

    /// With the fastest sums this virtual machine has.
    ///
    /// @param stages called in this order for every window
    public WaveformKernel(KernelSettings settings, List<WindowStage> stages) {
        this(settings, stages, WindowSums.fastest());
    }

    WaveformKernel(KernelSettings settings, List<WindowStage> stages, WindowSums sums) {
        this.settings = settings;
        this.stages = List.copyOf(stages);
        this.sums = sums;
    }

    /// Takes the next samples; the block may be filled again afterwards. Every window that they complete is worked
    /// out before this returns.
    ///
    /// @throws IllegalArgumentException when the sampling rate is outside its range
    public void accept(SampleBlock block) {
        Stretch current = stretch;
        if (current == null || !block.isContinuation() || block.samplesPerSecond() != current.samplesPerSecond()) {
            finish();
            current = begin(block.samplesPerSecond());
            stretch = current;
        }
        current.append(block);
    }

    /// The record is over: the windows that remain are worked out with the samples there are. Samples that follow are
    /// a new stretch, in seconds as if nothing was missing between.
    public void finish() {
        Stretch current = stretch;
        if (current != null) {
            current.end();
            endSeconds = current.endSeconds();
            stretch = null;
        }
    }

    private Stretch begin(double samplesPerSecond) {
        if (!(samplesPerSecond >= SAMPLES_PER_SECOND_MIN && samplesPerSecond <= SAMPLES_PER_SECOND_MAX)) {
            throw new IllegalArgumentException("a sampling rate is %.0f to %.0f samples per second: %s"
                    .formatted(SAMPLES_PER_SECOND_MIN, SAMPLES_PER_SECOND_MAX, samplesPerSecond));
        }
        return new Stretch(settings, stages, sums, samplesPerSecond, endSeconds);
    }
}
