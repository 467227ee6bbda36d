package trefas.metrology.kernel;

import java.util.Arrays;
import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// Plain loops, one pass per phase and one for the neutral.
final class PlainSums implements WindowSums {

    static final PlainSums INSTANCE = new PlainSums();

    private PlainSums() {}

    @Override
    public void sum(double[][] channels, int from, int length, double[] sine, double[] cosine, double[] sums) {
        Arrays.fill(sums, 0);
        add(channels, from, 0, length, sine, cosine, sums);
    }

    /// Adds samples of a block to its sums: from one of them to before another.
    static void add(double[][] channels, int from, int first, int end, double[] sine, double[] cosine, double[] sums) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double[] voltages = channels[SampleBlock.voltage(phase)];
            double[] nextVoltages = channels[SampleBlock.voltage((phase + 1) % Phase.COUNT)];
            double[] currents = channels[SampleBlock.current(phase)];
            addPhase(phase, voltages, nextVoltages, currents, from, first, end, sine, cosine, sums);
        }
        addNeutral(channels, from, first, end, sums);
    }

    private static void addPhase(
            int phase,
            double[] voltages,
            double[] nextVoltages,
            double[] currents,
            int from,
            int first,
            int end,
            double[] sine,
            double[] cosine,
            double[] sums) {
        double voltageSquares = 0;
        double currentSquares = 0;
        double products = 0;
        double lineSquares = 0;
        double voltageSines = 0;
        double voltageCosines = 0;
        double currentSines = 0;
        double currentCosines = 0;
        for (int k = first; k < end; k++) {
            double u = voltages[from + k];
            double i = currents[from + k];
            double line = u - nextVoltages[from + k];
            double s = sine[k];
            double c = cosine[k];
            voltageSquares += u * u;
            currentSquares += i * i;
            products += u * i;
            lineSquares += line * line;
            voltageSines += u * s;
            voltageCosines += u * c;
            currentSines += i * s;
            currentCosines += i * c;
        }
        int voltage = SampleBlock.voltage(phase);
        int current = SampleBlock.current(phase);
        sums[SQUARES + voltage] += voltageSquares;
        sums[SQUARES + current] += currentSquares;
        sums[PRODUCTS + phase] += products;
        sums[LINE_SQUARES + phase] += lineSquares;
        sums[SINES + voltage] += voltageSines;
        sums[SINES + current] += currentSines;
        sums[COSINES + voltage] += voltageCosines;
        sums[COSINES + current] += currentCosines;
    }

    private static void addNeutral(double[][] channels, int from, int first, int end, double[] sums) {
        double[] currents1 = channels[SampleBlock.current(0)];
        double[] currents2 = channels[SampleBlock.current(1)];
        double[] currents3 = channels[SampleBlock.current(2)];
        double squares = 0;
        for (int k = from + first; k < from + end; k++) {
            double neutral = currents1[k] + currents2[k] + currents3[k];
            squares += neutral * neutral;
        }
        sums[NEUTRAL_SQUARES] += squares;
    }

    @Override
    public void sumWeighted(
            double[][] channels, int from, double[] weights, double[] sine, double[] cosine, double[] sums) {
        Arrays.fill(sums, 0);
        for (int k = 0; k < weights.length; k++) {
            double neutral = 0;
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                int voltage = SampleBlock.voltage(phase);
                int current = SampleBlock.current(phase);
                double u = channels[voltage][from + k];
                double i = channels[current][from + k];
                double line = u - channels[SampleBlock.voltage((phase + 1) % Phase.COUNT)][from + k];
                double weightedU = weights[k] * u;
                double weightedI = weights[k] * i;
                sums[SQUARES + voltage] += weightedU * u;
                sums[SQUARES + current] += weightedI * i;
                sums[PRODUCTS + phase] += weightedU * i;
                sums[LINE_SQUARES + phase] += weights[k] * line * line;
                sums[SINES + voltage] += weightedU * sine[k];
                sums[SINES + current] += weightedI * sine[k];
                sums[COSINES + voltage] += weightedU * cosine[k];
                sums[COSINES + current] += weightedI * cosine[k];
                neutral += i;
            }
            sums[NEUTRAL_SQUARES] += weights[k] * neutral * neutral;
        }
    }

    @Override
    public void turn(double[] sine, double[] cosine, int length, double turnSine, double turnCosine) {
        for (int k = 0; k < length; k++) {
            sine[length + k] = sine[k] * turnCosine + cosine[k] * turnSine;
            cosine[length + k] = cosine[k] * turnCosine - sine[k] * turnSine;
        }
    }

    @Override
    public void demodulate(double[] channel, int from, int length, double[] real, double[] imaginary, double[] sums) {
        double reals = 0;
        double imaginaries = 0;
        for (int k = 0; k < length; k++) {
            double x = channel[from + k];
            reals += x * real[k];
            imaginaries += x * imaginary[k];
        }
        sums[0] = reals;
        sums[1] = imaginaries;
    }

    @Override
    public void demodulateVoltages(
            double[][] voltages, int from, int length, double[] real, double[] imaginary, double[] sums) {
        Arrays.fill(sums, 0);
        addDemodulated(voltages, from, 0, length, real, imaginary, sums);
    }

    /// Adds those from one sample to before another.
    static void addDemodulated(
            double[][] voltages, int from, int first, int end, double[] real, double[] imaginary, double[] sums) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double[] channel = voltages[SampleBlock.voltage(phase)];
            double reals = 0;
            double imaginaries = 0;
            for (int k = first; k < end; k++) {
                double x = channel[from + k];
                reals += x * real[k];
                imaginaries += x * imaginary[k];
            }
            sums[2 * phase] += reals;
            sums[2 * phase + 1] += imaginaries;
        }
    }
}
