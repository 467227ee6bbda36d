package trefas.metrology.kernel;

import java.util.Arrays;
import trefas.metrology.PhaseValues;
import trefas.metrology.Phasor;
import trefas.metrology.PlausibleFrequency;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;

/// Works out the values of a window: sums over the whole samples inside, corrected at both edges by [EdgeTaper].
final class WindowValues {

    private final PlausibleFrequency plausible = new PlausibleFrequency();
    private final WindowSums sums;
    private final SineTable table = new SineTable();
    private final double[] block = new double[WindowSums.COUNT];
    private final double[] total = new double[WindowSums.COUNT];
    private final double[] weights = new double[EdgeTaper.TAPS];
    private final double[][] bridge = new double[SampleBlock.CHANNELS][EdgeTaper.TAPS];

    WindowValues(WindowSums sums) {
        this.sums = sums;
    }

    /// The values of a window. The fundamental is the sine of which the window holds its cycles; a window without
    /// cycles has none.
    TenCycleValues of(SampleWindow window, SampleStore samples) {
        double radiansPerSample = 2 * Math.PI * window.cycles() / window.samples();
        if (radiansPerSample != table.radiansPerSample()) {
            table.tune(radiansPerSample, sums);
        }
        int first = (int) Math.floor(window.start()) + 1;
        int end = (int) Math.floor(window.end()) + 1;
        Arrays.fill(total, 0);
        addWhole(samples, first, end, radiansPerSample * (first - window.start()));
        addEdge(window, samples, window.end(), 1, radiansPerSample);
        addEdge(window, samples, window.start(), -1, radiansPerSample);
        return values(window);
    }

    /// Adds whole samples, in blocks of the table's length as long as there is no seam.
    ///
    /// @param radians angle at the first
    private void addWhole(SampleStore samples, int first, int end, double radians) {
        int from = first;
        while (from < end) {
            int to = Math.min(end, from + samples.run(from));
            double angle = radians + table.radiansPerSample() * (from - first);
            double s = Math.sin(angle);
            double c = Math.cos(angle);
            for (; from < to; from += SineTable.LENGTH) {
                int length = Math.min(SineTable.LENGTH, to - from);
                sums.sum(samples.arrays(from), samples.place(from), length, table.sine(), table.cosine(), block);
                addTurned(s, c);
                double turned = s * table.turnCosine() + c * table.turnSine();
                c = c * table.turnCosine() - s * table.turnSine();
                s = turned;
            }
            from = to;
        }
    }

    /// Adds a block's sums; those with sine and cosine began at angle 0 and belong at another.
    ///
    /// @param s sine of that angle
    /// @param c its cosine
    private void addTurned(double s, double c) {
        for (int i = 0; i < WindowSums.SINES; i++) {
            total[i] += block[i];
        }
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            double sines = block[WindowSums.SINES + channel];
            double cosines = block[WindowSums.COSINES + channel];
            total[WindowSums.SINES + channel] += s * cosines + c * sines;
            total[WindowSums.COSINES + channel] += c * cosines - s * sines;
        }
    }

    /// Whole samples up to an edge have been counted fully, those after it not at all: adds what the taper says
    /// otherwise.
    private void addEdge(SampleWindow window, SampleStore samples, double edge, int sign, double radiansPerSample) {
        int last = (int) Math.floor(edge);
        int from = last - EdgeTaper.REACH + 1;
        EdgeTaper.corrections(edge - last, weights);
        if (samples.run(from) >= EdgeTaper.TAPS) {
            double[][] channels = samples.arrays(from);
            sums.sumWeighted(channels, samples.place(from), weights, table.sine(), table.cosine(), block);
        } else {
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                samples.copy(channel, from, EdgeTaper.TAPS, bridge[channel]);
            }
            sums.sumWeighted(bridge, 0, weights, table.sine(), table.cosine(), block);
        }
        for (int i = 0; i < WindowSums.COUNT; i++) {
            block[i] *= sign;
        }
        double radians = radiansPerSample * (from - window.start());
        addTurned(Math.sin(radians), Math.cos(radians));
    }

    private TenCycleValues values(SampleWindow window) {
        double samples = window.samples();
        return new TenCycleValues(
                window.startSeconds(),
                window.endSeconds(),
                window.cycles(),
                frequency(window),
                phase(0, window),
                phase(1, window),
                phase(2, window),
                rms(total[WindowSums.LINE_SQUARES], samples),
                rms(total[WindowSums.LINE_SQUARES + 1], samples),
                rms(total[WindowSums.LINE_SQUARES + 2], samples),
                rms(total[WindowSums.NEUTRAL_SQUARES], samples));
    }

    private PhaseValues phase(int phase, SampleWindow window) {
        int voltage = SampleBlock.voltage(phase);
        int current = SampleBlock.current(phase);
        double samples = window.samples();
        return new PhaseValues(
                rms(total[WindowSums.SQUARES + voltage], samples),
                rms(total[WindowSums.SQUARES + current], samples),
                total[WindowSums.PRODUCTS + phase] / samples,
                fundamental(voltage, window),
                fundamental(current, window));
    }

    private Phasor fundamental(int channel, SampleWindow window) {
        if (window.cycles() == 0) {
            return Phasor.ZERO;
        }
        double factor = Math.sqrt(2) / window.samples();
        return new Phasor(factor * total[WindowSums.SINES + channel], factor * total[WindowSums.COSINES + channel]);
    }

    /// Rounding may leave a sum of squares slightly below nothing.
    private static double rms(double squares, double samples) {
        return Math.sqrt(Math.max(0, squares) / samples);
    }

    private double frequency(SampleWindow window) {
        if (window.cycles() == 0) {
            plausible.forget();
            return 0;
        }
        return plausible.follow(window.hertz());
    }
}
