package trefas.metrology.flicker;

import java.util.Arrays;
import trefas.quantity.Phase;

/// Squares the three voltages and brings the squares down to the rate of the slow filters. Three running means over
/// the decimation, one after the other: each has its zeros at the multiples of the new rate, so what would fold into
/// the 0 to 35 Hz of flicker is damped at least 80 dB at 1.5 kHz, whatever the mains frequency. Three taps at the new
/// rate lift again what the means take from 35 Hz.
///
/// The weights of the triple mean are three stretches of parabola, so each sample counts in three results.
final class SquareDecimator {

    /// Lowest rate after decimation while there is something to decimate, Hz.
    static final double RATE_MIN = 1_500;

    private static final int STRETCHES = 3;

    private final int factor;
    private final double lift;
    private final double[] rising;
    private final double[] middle;
    private final double[] falling;
    private final double[] sums = new double[STRETCHES * Phase.COUNT];
    private final double[] carried = new double[(STRETCHES - 1) * Phase.COUNT];
    private final double[] before = new double[Phase.COUNT];
    private final double[] beforeThat = new double[Phase.COUNT];
    private int position;

    /// Starts without history.
    SquareDecimator(double samplesPerSecond) {
        factor = (int) Math.max(1, Math.floor(samplesPerSecond / RATE_MIN));
        lift = (1 - 1.0 / ((double) factor * factor)) / 8;
        double[] weights = weights(factor);
        rising = Arrays.copyOfRange(weights, 0, factor);
        middle = Arrays.copyOfRange(weights, factor, 2 * factor);
        falling = Arrays.copyOfRange(weights, 2 * factor, STRETCHES * factor);
    }

    /// Samples that make one result.
    int factor() {
        return factor;
    }

    /// Squares and decimates, all three voltages in step.
    ///
    /// @param voltages three arrays of samples
    /// @param from first sample
    /// @param to after the last sample
    /// @param results three arrays with room for `(to - from) / factor + 1`
    /// @return how many results each got
    int run(double[][] voltages, int from, int to, double[][] results) {
        int count = 0;
        int next = from;
        while (next < to) {
            int length = Math.min(to - next, factor - position);
            sum(voltages, next, length);
            next += length;
            position += length;
            if (position == factor) {
                emit(results, count++);
                position = 0;
            }
        }
        return count;
    }

    private void sum(double[][] voltages, int from, int length) {
        double[] u1 = voltages[0];
        double[] u2 = voltages[1];
        double[] u3 = voltages[2];
        double rising1 = 0;
        double rising2 = 0;
        double rising3 = 0;
        double middle1 = 0;
        double middle2 = 0;
        double middle3 = 0;
        double falling1 = 0;
        double falling2 = 0;
        double falling3 = 0;
        for (int i = 0; i < length; i++) {
            double square1 = u1[from + i] * u1[from + i];
            double square2 = u2[from + i] * u2[from + i];
            double square3 = u3[from + i] * u3[from + i];
            double r = rising[position + i];
            rising1 += r * square1;
            rising2 += r * square2;
            rising3 += r * square3;
            double m = middle[position + i];
            middle1 += m * square1;
            middle2 += m * square2;
            middle3 += m * square3;
            double f = falling[position + i];
            falling1 += f * square1;
            falling2 += f * square2;
            falling3 += f * square3;
        }
        sums[0] += rising1;
        sums[1] += rising2;
        sums[2] += rising3;
        sums[3] += middle1;
        sums[4] += middle2;
        sums[5] += middle3;
        sums[6] += falling1;
        sums[7] += falling2;
        sums[8] += falling3;
    }

    private void emit(double[][] results, int place) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double mean = carried[phase] + sums[2 * Phase.COUNT + phase];
            carried[phase] = carried[Phase.COUNT + phase] + sums[Phase.COUNT + phase];
            carried[Phase.COUNT + phase] = sums[phase];
            results[phase][place] =
                    before[phase] + lift * ((before[phase] - mean) + (before[phase] - beforeThat[phase]));
            beforeThat[phase] = before[phase];
            before[phase] = mean;
        }
        Arrays.fill(sums, 0);
    }

    /// A mean over a mean over a mean, with two zeros at the end to fill three stretches.
    private static double[] weights(int factor) {
        double[] triangle = new double[2 * factor];
        for (int i = 0; i < 2 * factor; i++) {
            triangle[i] = Math.min(i + 1, 2 * factor - 1 - i) / Math.pow(factor, STRETCHES);
        }
        double[] weights = new double[STRETCHES * factor];
        for (int i = 0; i < 2 * factor; i++) {
            for (int j = 0; j < factor; j++) {
                weights[i + j] += triangle[i];
            }
        }
        return weights;
    }
}
