package trefas.metrology.spectrum;

import trefas.metrology.PhaseValues;
import trefas.metrology.Phasor;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;

/// A window over sums of sines known by formula, as the kernel would place it: synchronous, edges between
/// samples.
final class AnalyticWindow {

    private static final int FIRST = SampleWindow.MARGIN;

    private final double hertz;
    private final double samplesPerSecond;
    private final double start;
    private final int cycles;
    private final double[][] channels;

    /// A window of nothing.
    ///
    /// @param fraction where between two samples it starts, 0 to 1
    AnalyticWindow(double samplesPerSecond, double hertz, int cycles, double fraction) {
        this.hertz = hertz;
        this.samplesPerSecond = samplesPerSecond;
        this.cycles = cycles;
        start = FIRST - 1 + fraction;
        // Exactly the samples the contract promises and not one more.
        double end = start + cycles * samplesPerSecond / hertz;
        channels = new double[SampleBlock.CHANNELS][(int) Math.ceil(end) + SampleWindow.MARGIN];
    }

    /// Adds a sine of so many times the fundamental frequency; its angle counts from the start of the
    /// window.
    AnalyticWindow plus(int channel, double order, double rms, double degrees) {
        double[] samples = channels[channel];
        for (int i = 0; i < samples.length; i++) {
            double turns = order * hertz * (i - start) / samplesPerSecond;
            samples[i] += rms * Math.sqrt(2) * Math.sin(2 * Math.PI * turns + Math.toRadians(degrees));
        }
        return this;
    }

    /// Adds a direct component.
    AnalyticWindow plusDirect(int channel, double value) {
        for (int i = 0; i < channels[channel].length; i++) {
            channels[channel][i] += value;
        }
        return this;
    }

    /// The same to all six channels.
    AnalyticWindow plusEverywhere(double order, double rms, double degrees) {
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            plus(channel, order, rms, degrees);
        }
        return this;
    }

    double[] samples(int channel) {
        return channels[channel];
    }

    SampleWindow window() {
        SampleWindow window = new SampleWindow(channels);
        window.place(start, start + cycles * samplesPerSecond / hertz, cycles, samplesPerSecond, 0);
        return window;
    }

    /// Values that say nothing: the spectrum needs none.
    static TenCycleValues values() {
        PhaseValues phase = new PhaseValues(0, 0, 0, Phasor.ZERO, Phasor.ZERO);
        return new TenCycleValues(0, 0.2, 10, 50, phase, phase, phase, 0, 0, 0, 0);
    }
}
