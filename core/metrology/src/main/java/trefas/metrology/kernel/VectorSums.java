package trefas.metrology.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// The Vector API: eight samples at a time where the processor has 512-bit registers, one pass per phase so that every
/// sum stays in a register.
final class VectorSums implements WindowSums {

    static final VectorSums INSTANCE = new VectorSums();

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private VectorSums() {}

    @Override
    public void sum(double[][] channels, int from, int length, double[] sine, double[] cosine, double[] sums) {
        int bound = SPECIES.loopBound(length);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int next = (phase + 1) % Phase.COUNT;
            double[] voltages = channels[SampleBlock.voltage(phase)];
            double[] currents = channels[SampleBlock.current(phase)];
            double[] nextVoltages = channels[SampleBlock.voltage(next)];
            double[] nextCurrents = channels[SampleBlock.current(next)];
            sum(phase, voltages, currents, nextVoltages, nextCurrents, from, bound, sine, cosine, sums);
            for (int k = bound; k < length; k++) {
                double u = voltages[from + k];
                double i = currents[from + k];
                add(phase, u, i, nextVoltages[from + k], nextCurrents[from + k], sine[k], cosine[k], sums);
            }
        }
    }

    private static void sum(
            int phase,
            double[] voltages,
            double[] currents,
            double[] nextVoltages,
            double[] nextCurrents,
            int from,
            int bound,
            double[] sine,
            double[] cosine,
            double[] sums) {
        DoubleVector voltageSquares = DoubleVector.zero(SPECIES);
        DoubleVector currentSquares = DoubleVector.zero(SPECIES);
        DoubleVector products = DoubleVector.zero(SPECIES);
        DoubleVector voltagePairs = DoubleVector.zero(SPECIES);
        DoubleVector currentPairs = DoubleVector.zero(SPECIES);
        DoubleVector voltageSines = DoubleVector.zero(SPECIES);
        DoubleVector voltageCosines = DoubleVector.zero(SPECIES);
        DoubleVector currentSines = DoubleVector.zero(SPECIES);
        DoubleVector currentCosines = DoubleVector.zero(SPECIES);
        for (int k = 0; k < bound; k += SPECIES.length()) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, voltages, from + k);
            DoubleVector i = DoubleVector.fromArray(SPECIES, currents, from + k);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, k);
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, k);
            voltageSquares = u.fma(u, voltageSquares);
            currentSquares = i.fma(i, currentSquares);
            products = u.fma(i, products);
            voltagePairs = u.fma(DoubleVector.fromArray(SPECIES, nextVoltages, from + k), voltagePairs);
            currentPairs = i.fma(DoubleVector.fromArray(SPECIES, nextCurrents, from + k), currentPairs);
            voltageSines = u.fma(s, voltageSines);
            voltageCosines = u.fma(c, voltageCosines);
            currentSines = i.fma(s, currentSines);
            currentCosines = i.fma(c, currentCosines);
        }
        int voltage = SampleBlock.voltage(phase);
        int current = SampleBlock.current(phase);
        sums[SQUARES + voltage] = voltageSquares.reduceLanes(VectorOperators.ADD);
        sums[SQUARES + current] = currentSquares.reduceLanes(VectorOperators.ADD);
        sums[PRODUCTS + phase] = products.reduceLanes(VectorOperators.ADD);
        sums[VOLTAGE_PAIRS + phase] = voltagePairs.reduceLanes(VectorOperators.ADD);
        sums[CURRENT_PAIRS + phase] = currentPairs.reduceLanes(VectorOperators.ADD);
        sums[SINES + voltage] = voltageSines.reduceLanes(VectorOperators.ADD);
        sums[SINES + current] = currentSines.reduceLanes(VectorOperators.ADD);
        sums[COSINES + voltage] = voltageCosines.reduceLanes(VectorOperators.ADD);
        sums[COSINES + current] = currentCosines.reduceLanes(VectorOperators.ADD);
    }

    private static void add(
            int phase, double u, double i, double nextVoltage, double nextCurrent, double s, double c, double[] sums) {
        int voltage = SampleBlock.voltage(phase);
        int current = SampleBlock.current(phase);
        sums[SQUARES + voltage] += u * u;
        sums[SQUARES + current] += i * i;
        sums[PRODUCTS + phase] += u * i;
        sums[VOLTAGE_PAIRS + phase] += u * nextVoltage;
        sums[CURRENT_PAIRS + phase] += i * nextCurrent;
        sums[SINES + voltage] += u * s;
        sums[SINES + current] += i * s;
        sums[COSINES + voltage] += u * c;
        sums[COSINES + current] += i * c;
    }

    @Override
    public void sumWeighted(
            double[][] channels, int from, double[] weights, double[] sine, double[] cosine, double[] sums) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int next = (phase + 1) % Phase.COUNT;
            double[] voltages = channels[SampleBlock.voltage(phase)];
            double[] currents = channels[SampleBlock.current(phase)];
            double[] nextVoltages = channels[SampleBlock.voltage(next)];
            double[] nextCurrents = channels[SampleBlock.current(next)];
            sumWeighted(phase, voltages, currents, nextVoltages, nextCurrents, from, weights, sine, cosine, sums);
        }
    }

    private static void sumWeighted(
            int phase,
            double[] voltages,
            double[] currents,
            double[] nextVoltages,
            double[] nextCurrents,
            int from,
            double[] weights,
            double[] sine,
            double[] cosine,
            double[] sums) {
        DoubleVector voltageSquares = DoubleVector.zero(SPECIES);
        DoubleVector currentSquares = DoubleVector.zero(SPECIES);
        DoubleVector products = DoubleVector.zero(SPECIES);
        DoubleVector voltagePairs = DoubleVector.zero(SPECIES);
        DoubleVector currentPairs = DoubleVector.zero(SPECIES);
        DoubleVector voltageSines = DoubleVector.zero(SPECIES);
        DoubleVector voltageCosines = DoubleVector.zero(SPECIES);
        DoubleVector currentSines = DoubleVector.zero(SPECIES);
        DoubleVector currentCosines = DoubleVector.zero(SPECIES);
        for (int k = 0; k < weights.length; k += SPECIES.length()) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, voltages, from + k);
            DoubleVector i = DoubleVector.fromArray(SPECIES, currents, from + k);
            DoubleVector weight = DoubleVector.fromArray(SPECIES, weights, k);
            DoubleVector weightedU = u.mul(weight);
            DoubleVector weightedI = i.mul(weight);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, k);
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, k);
            voltageSquares = weightedU.fma(u, voltageSquares);
            currentSquares = weightedI.fma(i, currentSquares);
            products = weightedU.fma(i, products);
            voltagePairs = weightedU.fma(DoubleVector.fromArray(SPECIES, nextVoltages, from + k), voltagePairs);
            currentPairs = weightedI.fma(DoubleVector.fromArray(SPECIES, nextCurrents, from + k), currentPairs);
            voltageSines = weightedU.fma(s, voltageSines);
            voltageCosines = weightedU.fma(c, voltageCosines);
            currentSines = weightedI.fma(s, currentSines);
            currentCosines = weightedI.fma(c, currentCosines);
        }
        int voltage = SampleBlock.voltage(phase);
        int current = SampleBlock.current(phase);
        sums[SQUARES + voltage] = voltageSquares.reduceLanes(VectorOperators.ADD);
        sums[SQUARES + current] = currentSquares.reduceLanes(VectorOperators.ADD);
        sums[PRODUCTS + phase] = products.reduceLanes(VectorOperators.ADD);
        sums[VOLTAGE_PAIRS + phase] = voltagePairs.reduceLanes(VectorOperators.ADD);
        sums[CURRENT_PAIRS + phase] = currentPairs.reduceLanes(VectorOperators.ADD);
        sums[SINES + voltage] = voltageSines.reduceLanes(VectorOperators.ADD);
        sums[SINES + current] = currentSines.reduceLanes(VectorOperators.ADD);
        sums[COSINES + voltage] = voltageCosines.reduceLanes(VectorOperators.ADD);
        sums[COSINES + current] = currentCosines.reduceLanes(VectorOperators.ADD);
    }

    @Override
    public void turn(double[] sine, double[] cosine, int length, double turnSine, double turnCosine) {
        int bound = SPECIES.loopBound(length);
        for (int k = 0; k < bound; k += SPECIES.length()) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, k);
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, k);
            s.mul(turnCosine).add(c.mul(turnSine)).intoArray(sine, length + k);
            c.mul(turnCosine).sub(s.mul(turnSine)).intoArray(cosine, length + k);
        }
        for (int k = bound; k < length; k++) {
            sine[length + k] = sine[k] * turnCosine + cosine[k] * turnSine;
            cosine[length + k] = cosine[k] * turnCosine - sine[k] * turnSine;
        }
    }

    @Override
    public void demodulate(double[] channel, int from, int length, double[] real, double[] imaginary, double[] sums) {
        DoubleVector reals = DoubleVector.zero(SPECIES);
        DoubleVector imaginaries = DoubleVector.zero(SPECIES);
        int bound = SPECIES.loopBound(length);
        for (int k = 0; k < bound; k += SPECIES.length()) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, channel, from + k);
            reals = x.fma(DoubleVector.fromArray(SPECIES, real, k), reals);
            imaginaries = x.fma(DoubleVector.fromArray(SPECIES, imaginary, k), imaginaries);
        }
        double realRest = 0;
        double imaginaryRest = 0;
        for (int k = bound; k < length; k++) {
            realRest += channel[from + k] * real[k];
            imaginaryRest += channel[from + k] * imaginary[k];
        }
        sums[0] = reals.reduceLanes(VectorOperators.ADD) + realRest;
        sums[1] = imaginaries.reduceLanes(VectorOperators.ADD) + imaginaryRest;
    }
}
