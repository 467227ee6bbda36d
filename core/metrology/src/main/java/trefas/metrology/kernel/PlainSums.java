package trefas.metrology.kernel;

import java.util.Arrays;
import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// Plain loops, one pass per phase.
final class PlainSums implements WindowSums {

    static final PlainSums INSTANCE = new PlainSums();

    private PlainSums() {}

    @Override
    public void sum(double[][] channels, int from, int length, double[] sine, double[] cosine, double[] sums) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int next = (phase + 1) % Phase.COUNT;
            sum(
                    phase,
                    channels[SampleBlock.voltage(phase)],
                    channels[SampleBlock.current(phase)],
                    channels[SampleBlock.voltage(next)],
                    channels[SampleBlock.current(next)],
                    from,
                    length,
                    sine,
                    cosine,
                    sums);
        }
    }

    private static void sum(
            int phase,
            double[] voltages,
            double[] currents,
            double[] nextVoltages,
            double[] nextCurrents,
            int from,
            int length,
            double[] sine,
            double[] cosine,
            double[] sums) {
        double voltageSquares = 0;
        double currentSquares = 0;
        double products = 0;
        double voltagePairs = 0;
        double currentPairs = 0;
        double voltageSines = 0;
        double voltageCosines = 0;
        double currentSines = 0;
        double currentCosines = 0;
        for (int k = 0; k < length; k++) {
            double u = voltages[from + k];
            double i = currents[from + k];
            double s = sine[k];
            double c = cosine[k];
            voltageSquares += u * u;
            currentSquares += i * i;
            products += u * i;
            voltagePairs += u * nextVoltages[from + k];
            currentPairs += i * nextCurrents[from + k];
            voltageSines += u * s;
            voltageCosines += u * c;
            currentSines += i * s;
            currentCosines += i * c;
        }
        int voltage = SampleBlock.voltage(phase);
        int current = SampleBlock.current(phase);
        sums[SQUARES + voltage] = voltageSquares;
        sums[SQUARES + current] = currentSquares;
        sums[PRODUCTS + phase] = products;
        sums[VOLTAGE_PAIRS + phase] = voltagePairs;
        sums[CURRENT_PAIRS + phase] = currentPairs;
        sums[SINES + voltage] = voltageSines;
        sums[SINES + current] = currentSines;
        sums[COSINES + voltage] = voltageCosines;
        sums[COSINES + current] = currentCosines;
    }

    @Override
    public void sumWeighted(
            double[][] channels, int from, double[] weights, double[] sine, double[] cosine, double[] sums) {
        Arrays.fill(sums, 0);
        for (int k = 0; k < weights.length; k++) {
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                int next = (phase + 1) % Phase.COUNT;
                int voltage = SampleBlock.voltage(phase);
                int current = SampleBlock.current(phase);
                double u = channels[voltage][from + k];
                double i = channels[current][from + k];
                double weightedU = weights[k] * u;
                double weightedI = weights[k] * i;
                sums[SQUARES + voltage] += weightedU * u;
                sums[SQUARES + current] += weightedI * i;
                sums[PRODUCTS + phase] += weightedU * i;
                sums[VOLTAGE_PAIRS + phase] += weightedU * channels[SampleBlock.voltage(next)][from + k];
                sums[CURRENT_PAIRS + phase] += weightedI * channels[SampleBlock.current(next)][from + k];
                sums[SINES + voltage] += weightedU * sine[k];
                sums[SINES + current] += weightedI * sine[k];
                sums[COSINES + voltage] += weightedU * cosine[k];
                sums[COSINES + current] += weightedI * cosine[k];
            }
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
}
