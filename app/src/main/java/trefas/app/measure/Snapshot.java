package trefas.app.measure;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;

/// A few cycles of a record as they were sampled, for a picture.
public final class Snapshot {

    /// Most samples of a channel kept; more are thinned out evenly.
    public static final int SAMPLES_MAX = 2_000;

    private final double[][] channels;
    private final double startSeconds;
    private final double secondsEach;

    private Snapshot(double[][] channels, double startSeconds, double secondsEach) {
        this.channels = channels;
        this.startSeconds = startSeconds;
        this.secondsEach = secondsEach;
    }

    /// The samples inside a window, or its first cycles.
    ///
    /// @param cycles 1 upwards
    public static Snapshot of(SampleWindow window, int cycles) {
        double share = window.cycles() > cycles ? (double) cycles / window.cycles() : 1;
        int first = (int) Math.ceil(window.start());
        int count = Math.max(1, (int) (window.samples() * share));
        int every = (count + SAMPLES_MAX - 1) / SAMPLES_MAX;
        double[][] channels = new double[SampleBlock.CHANNELS][];
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            double[] samples = window.channel(channel);
            double[] kept = new double[(count + every - 1) / every];
            Arrays.setAll(kept, at(samples, first, every));
            channels[channel] = kept;
        }
        double start = window.startSeconds() + ((first - window.start()) / window.samplesPerSecond());
        return new Snapshot(channels, start, every / window.samplesPerSecond());
    }

    private static IntToDoubleFunction at(double[] samples, int first, int every) {
        return place -> samples[first + (place * every)];
    }

    /// Samples of each channel.
    public int size() {
        return channels[0].length;
    }

    /// Beginning, s since the first sample of the record.
    public double startSeconds() {
        return startSeconds;
    }

    /// Time of a sample, s since the first sample of the record.
    public double seconds(int sample) {
        return startSeconds + (sample * secondsEach);
    }

    /// A sample, V or A.
    public double value(int channel, int sample) {
        return channels[channel][sample];
    }
}
