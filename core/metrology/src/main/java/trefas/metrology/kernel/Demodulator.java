package trefas.metrology.kernel;

import trefas.metrology.Phasor;
import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// Angle and rms of the fundamental around one sample: the products with sine and cosine, weighted by Nuttall's window
/// of four terms over four cycles. Its main lobe ends one fundamental frequency away, at the direct component; there,
/// at every harmonic and at the negative frequency it is zero when tuned, and 93 dB down when not. The angle at the
/// middle does not depend on the tuning, for the window is symmetric.
final class Demodulator {

    private static final int CYCLES = 4;

    /// How far the table may be off tune before it is built again, as a fraction.
    private static final double DETUNING_MAX = 5e-4;

    private final WindowSums sums;
    private double radiansPerSample;
    private int reach;
    private double[] real = new double[0];
    private double[] imaginary = new double[0];
    private final double[] result = new double[2];
    private final double[] results = new double[2 * Phase.COUNT];
    private double[][] bridge = new double[Phase.COUNT][0];

    Demodulator(WindowSums sums) {
        this.sums = sums;
    }

    /// Samples on either side of the middle that are looked at, at a frequency.
    static int reach(double radiansPerSample) {
        return (int) (CYCLES * Math.PI / radiansPerSample);
    }

    /// Tunes to a frequency, unless it is tuned well enough.
    void tune(double radiansPerSample) {
        if (Math.abs(radiansPerSample - this.radiansPerSample) <= DETUNING_MAX * radiansPerSample) {
            return;
        }
        this.radiansPerSample = radiansPerSample;
        reach = reach(radiansPerSample);
        if (real.length < 2 * reach + 1) {
            real = new double[2 * reach + 1];
            imaginary = new double[2 * reach + 1];
        }
        double quarter = radiansPerSample / CYCLES;
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            double c = Math.cos(quarter * k);
            // Cosines of two and three times the angle from that of the angle.
            double weight = 0.355768 + 0.487396 * c + 0.144232 * (2 * c * c - 1) + 0.012604 * (4 * c * c - 3) * c;
            sum += weight;
            real[reach + k] = weight * Math.sin(radiansPerSample * k);
            imaginary[reach + k] = weight * Math.cos(radiansPerSample * k);
        }
        double factor = Math.sqrt(2) / sum;
        for (int k = 0; k <= 2 * reach; k++) {
            real[k] *= factor;
            imaginary[k] *= factor;
        }
    }

    /// Samples on either side of the middle that are looked at as tuned.
    int reach() {
        return reach;
    }

    /// The fundamentals of the three voltages at a sample, with the samples on either side as they are stored.
    ///
    /// @param found by phase
    void voltagesAt(SampleStore samples, int middle, Phasor[] found) {
        int from = middle - reach;
        int length = 2 * reach + 1;
        if (samples.run(from) >= length) {
            sums.demodulateVoltages(samples.arrays(from), samples.place(from), length, real, imaginary, results);
        } else {
            if (bridge[0].length < length) {
                bridge = new double[Phase.COUNT][length];
            }
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                samples.copy(SampleBlock.voltage(phase), from, length, bridge[phase]);
            }
            sums.demodulateVoltages(bridge, 0, length, real, imaginary, results);
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            found[phase] = new Phasor(results[2 * phase], results[2 * phase + 1]);
        }
    }

    /// The fundamental at a sample of a channel.
    Phasor at(double[] channel, int middle) {
        sums.demodulate(channel, middle - reach, 2 * reach + 1, real, imaginary, result);
        return new Phasor(result[0], result[1]);
    }
}
