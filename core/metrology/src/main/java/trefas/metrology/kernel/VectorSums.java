package trefas.metrology.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import trefas.quantity.Phase;

/// The Vector API: eight samples at a time where the processor has 512-bit registers, one pass for what takes voltages
/// only and one for all with currents, so that every sum stays in a register.
final class VectorSums implements WindowSums {

    static final VectorSums INSTANCE = new VectorSums();

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private VectorSums() {}

    @Override
    public void sum(double[][] channels, int from, int length, double[] sine, double[] cosine, double[] sums) {
        int bound = SPECIES.loopBound(length);
        voltages(channels, from, bound, sine, cosine, sums);
        currents(channels, from, bound, sine, cosine, sums);
        if (bound < length) {
            PlainSums.add(channels, from, bound, length, sine, cosine, sums);
        }
    }

    private static void voltages(
            double[][] channels, int from, int bound, double[] sine, double[] cosine, double[] sums) {
        double[] voltages1 = channels[0];
        double[] voltages2 = channels[1];
        double[] voltages3 = channels[2];
        DoubleVector squares1 = DoubleVector.zero(SPECIES);
        DoubleVector squares2 = DoubleVector.zero(SPECIES);
        DoubleVector squares3 = DoubleVector.zero(SPECIES);
        DoubleVector line12 = DoubleVector.zero(SPECIES);
        DoubleVector line23 = DoubleVector.zero(SPECIES);
        DoubleVector line31 = DoubleVector.zero(SPECIES);
        DoubleVector sines1 = DoubleVector.zero(SPECIES);
        DoubleVector sines2 = DoubleVector.zero(SPECIES);
        DoubleVector sines3 = DoubleVector.zero(SPECIES);
        DoubleVector cosines1 = DoubleVector.zero(SPECIES);
        DoubleVector cosines2 = DoubleVector.zero(SPECIES);
        DoubleVector cosines3 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < bound; k += SPECIES.length()) {
            DoubleVector u1 = DoubleVector.fromArray(SPECIES, voltages1, from + k);
            DoubleVector u2 = DoubleVector.fromArray(SPECIES, voltages2, from + k);
            DoubleVector u3 = DoubleVector.fromArray(SPECIES, voltages3, from + k);
            DoubleVector u12 = u1.sub(u2);
            DoubleVector u23 = u2.sub(u3);
            DoubleVector u31 = u3.sub(u1);
            squares1 = u1.fma(u1, squares1);
            squares2 = u2.fma(u2, squares2);
            squares3 = u3.fma(u3, squares3);
            line12 = u12.fma(u12, line12);
            line23 = u23.fma(u23, line23);
            line31 = u31.fma(u31, line31);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, k);
            sines1 = u1.fma(s, sines1);
            sines2 = u2.fma(s, sines2);
            sines3 = u3.fma(s, sines3);
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, k);
            cosines1 = u1.fma(c, cosines1);
            cosines2 = u2.fma(c, cosines2);
            cosines3 = u3.fma(c, cosines3);
        }
        put(sums, SQUARES, squares1, squares2, squares3);
        put(sums, LINE_SQUARES, line12, line23, line31);
        put(sums, SINES, sines1, sines2, sines3);
        put(sums, COSINES, cosines1, cosines2, cosines3);
    }

    private static void currents(
            double[][] channels, int from, int bound, double[] sine, double[] cosine, double[] sums) {
        double[] voltages1 = channels[0];
        double[] voltages2 = channels[1];
        double[] voltages3 = channels[2];
        double[] currents1 = channels[3];
        double[] currents2 = channels[4];
        double[] currents3 = channels[5];
        DoubleVector squares1 = DoubleVector.zero(SPECIES);
        DoubleVector squares2 = DoubleVector.zero(SPECIES);
        DoubleVector squares3 = DoubleVector.zero(SPECIES);
        DoubleVector products1 = DoubleVector.zero(SPECIES);
        DoubleVector products2 = DoubleVector.zero(SPECIES);
        DoubleVector products3 = DoubleVector.zero(SPECIES);
        DoubleVector neutral = DoubleVector.zero(SPECIES);
        DoubleVector sines1 = DoubleVector.zero(SPECIES);
        DoubleVector sines2 = DoubleVector.zero(SPECIES);
        DoubleVector sines3 = DoubleVector.zero(SPECIES);
        DoubleVector cosines1 = DoubleVector.zero(SPECIES);
        DoubleVector cosines2 = DoubleVector.zero(SPECIES);
        DoubleVector cosines3 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < bound; k += SPECIES.length()) {
            DoubleVector i1 = DoubleVector.fromArray(SPECIES, currents1, from + k);
            DoubleVector i2 = DoubleVector.fromArray(SPECIES, currents2, from + k);
            DoubleVector i3 = DoubleVector.fromArray(SPECIES, currents3, from + k);
            DoubleVector n = i1.add(i2).add(i3);
            squares1 = i1.fma(i1, squares1);
            squares2 = i2.fma(i2, squares2);
            squares3 = i3.fma(i3, squares3);
            products1 = i1.fma(DoubleVector.fromArray(SPECIES, voltages1, from + k), products1);
            products2 = i2.fma(DoubleVector.fromArray(SPECIES, voltages2, from + k), products2);
            products3 = i3.fma(DoubleVector.fromArray(SPECIES, voltages3, from + k), products3);
            neutral = n.fma(n, neutral);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, k);
            sines1 = i1.fma(s, sines1);
            sines2 = i2.fma(s, sines2);
            sines3 = i3.fma(s, sines3);
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, k);
            cosines1 = i1.fma(c, cosines1);
            cosines2 = i2.fma(c, cosines2);
            cosines3 = i3.fma(c, cosines3);
        }
        put(sums, SQUARES + Phase.COUNT, squares1, squares2, squares3);
        put(sums, PRODUCTS, products1, products2, products3);
        put(sums, SINES + Phase.COUNT, sines1, sines2, sines3);
        put(sums, COSINES + Phase.COUNT, cosines1, cosines2, cosines3);
        sums[NEUTRAL_SQUARES] = neutral.reduceLanes(VectorOperators.ADD);
    }

    @Override
    public void sumWeighted(
            double[][] channels, int from, double[] weights, double[] sine, double[] cosine, double[] sums) {
        voltagesWeighted(channels, from, weights, sine, cosine, sums);
        currentsWeighted(channels, from, weights, sine, cosine, sums);
    }

    private static void voltagesWeighted(
            double[][] channels, int from, double[] weights, double[] sine, double[] cosine, double[] sums) {
        double[] voltages1 = channels[0];
        double[] voltages2 = channels[1];
        double[] voltages3 = channels[2];
        DoubleVector squares1 = DoubleVector.zero(SPECIES);
        DoubleVector squares2 = DoubleVector.zero(SPECIES);
        DoubleVector squares3 = DoubleVector.zero(SPECIES);
        DoubleVector line12 = DoubleVector.zero(SPECIES);
        DoubleVector line23 = DoubleVector.zero(SPECIES);
        DoubleVector line31 = DoubleVector.zero(SPECIES);
        DoubleVector sines1 = DoubleVector.zero(SPECIES);
        DoubleVector sines2 = DoubleVector.zero(SPECIES);
        DoubleVector sines3 = DoubleVector.zero(SPECIES);
        DoubleVector cosines1 = DoubleVector.zero(SPECIES);
        DoubleVector cosines2 = DoubleVector.zero(SPECIES);
        DoubleVector cosines3 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < weights.length; k += SPECIES.length()) {
            DoubleVector u1 = DoubleVector.fromArray(SPECIES, voltages1, from + k);
            DoubleVector u2 = DoubleVector.fromArray(SPECIES, voltages2, from + k);
            DoubleVector u3 = DoubleVector.fromArray(SPECIES, voltages3, from + k);
            DoubleVector weight = DoubleVector.fromArray(SPECIES, weights, k);
            DoubleVector u12 = u1.sub(u2);
            DoubleVector u23 = u2.sub(u3);
            DoubleVector u31 = u3.sub(u1);
            squares1 = u1.mul(weight).fma(u1, squares1);
            squares2 = u2.mul(weight).fma(u2, squares2);
            squares3 = u3.mul(weight).fma(u3, squares3);
            line12 = u12.mul(weight).fma(u12, line12);
            line23 = u23.mul(weight).fma(u23, line23);
            line31 = u31.mul(weight).fma(u31, line31);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, k).mul(weight);
            sines1 = u1.fma(s, sines1);
            sines2 = u2.fma(s, sines2);
            sines3 = u3.fma(s, sines3);
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, k).mul(weight);
            cosines1 = u1.fma(c, cosines1);
            cosines2 = u2.fma(c, cosines2);
            cosines3 = u3.fma(c, cosines3);
        }
        put(sums, SQUARES, squares1, squares2, squares3);
        put(sums, LINE_SQUARES, line12, line23, line31);
        put(sums, SINES, sines1, sines2, sines3);
        put(sums, COSINES, cosines1, cosines2, cosines3);
    }

    private static void currentsWeighted(
            double[][] channels, int from, double[] weights, double[] sine, double[] cosine, double[] sums) {
        double[] voltages1 = channels[0];
        double[] voltages2 = channels[1];
        double[] voltages3 = channels[2];
        double[] currents1 = channels[3];
        double[] currents2 = channels[4];
        double[] currents3 = channels[5];
        DoubleVector squares1 = DoubleVector.zero(SPECIES);
        DoubleVector squares2 = DoubleVector.zero(SPECIES);
        DoubleVector squares3 = DoubleVector.zero(SPECIES);
        DoubleVector products1 = DoubleVector.zero(SPECIES);
        DoubleVector products2 = DoubleVector.zero(SPECIES);
        DoubleVector products3 = DoubleVector.zero(SPECIES);
        DoubleVector neutral = DoubleVector.zero(SPECIES);
        DoubleVector sines1 = DoubleVector.zero(SPECIES);
        DoubleVector sines2 = DoubleVector.zero(SPECIES);
        DoubleVector sines3 = DoubleVector.zero(SPECIES);
        DoubleVector cosines1 = DoubleVector.zero(SPECIES);
        DoubleVector cosines2 = DoubleVector.zero(SPECIES);
        DoubleVector cosines3 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < weights.length; k += SPECIES.length()) {
            DoubleVector i1 = DoubleVector.fromArray(SPECIES, currents1, from + k);
            DoubleVector i2 = DoubleVector.fromArray(SPECIES, currents2, from + k);
            DoubleVector i3 = DoubleVector.fromArray(SPECIES, currents3, from + k);
            DoubleVector weight = DoubleVector.fromArray(SPECIES, weights, k);
            DoubleVector weighted1 = i1.mul(weight);
            DoubleVector weighted2 = i2.mul(weight);
            DoubleVector weighted3 = i3.mul(weight);
            DoubleVector n = i1.add(i2).add(i3);
            squares1 = weighted1.fma(i1, squares1);
            squares2 = weighted2.fma(i2, squares2);
            squares3 = weighted3.fma(i3, squares3);
            products1 = weighted1.fma(DoubleVector.fromArray(SPECIES, voltages1, from + k), products1);
            products2 = weighted2.fma(DoubleVector.fromArray(SPECIES, voltages2, from + k), products2);
            products3 = weighted3.fma(DoubleVector.fromArray(SPECIES, voltages3, from + k), products3);
            neutral = n.mul(weight).fma(n, neutral);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, k);
            sines1 = weighted1.fma(s, sines1);
            sines2 = weighted2.fma(s, sines2);
            sines3 = weighted3.fma(s, sines3);
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, k);
            cosines1 = weighted1.fma(c, cosines1);
            cosines2 = weighted2.fma(c, cosines2);
            cosines3 = weighted3.fma(c, cosines3);
        }
        put(sums, SQUARES + Phase.COUNT, squares1, squares2, squares3);
        put(sums, PRODUCTS, products1, products2, products3);
        put(sums, SINES + Phase.COUNT, sines1, sines2, sines3);
        put(sums, COSINES + Phase.COUNT, cosines1, cosines2, cosines3);
        sums[NEUTRAL_SQUARES] = neutral.reduceLanes(VectorOperators.ADD);
    }

    private static void put(double[] sums, int at, DoubleVector first, DoubleVector second, DoubleVector third) {
        sums[at] = first.reduceLanes(VectorOperators.ADD);
        sums[at + 1] = second.reduceLanes(VectorOperators.ADD);
        sums[at + 2] = third.reduceLanes(VectorOperators.ADD);
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
        // Two sums of each, for one has to wait for itself.
        DoubleVector reals = DoubleVector.zero(SPECIES);
        DoubleVector imaginaries = DoubleVector.zero(SPECIES);
        DoubleVector otherReals = DoubleVector.zero(SPECIES);
        DoubleVector otherImaginaries = DoubleVector.zero(SPECIES);
        int lanes = SPECIES.length();
        int bound = length - length % (2 * lanes);
        for (int k = 0; k < bound; k += 2 * lanes) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, channel, from + k);
            DoubleVector y = DoubleVector.fromArray(SPECIES, channel, from + k + lanes);
            reals = x.fma(DoubleVector.fromArray(SPECIES, real, k), reals);
            imaginaries = x.fma(DoubleVector.fromArray(SPECIES, imaginary, k), imaginaries);
            otherReals = y.fma(DoubleVector.fromArray(SPECIES, real, k + lanes), otherReals);
            otherImaginaries = y.fma(DoubleVector.fromArray(SPECIES, imaginary, k + lanes), otherImaginaries);
        }
        double realRest = 0;
        double imaginaryRest = 0;
        for (int k = bound; k < length; k++) {
            realRest += channel[from + k] * real[k];
            imaginaryRest += channel[from + k] * imaginary[k];
        }
        sums[0] = reals.add(otherReals).reduceLanes(VectorOperators.ADD) + realRest;
        sums[1] = imaginaries.add(otherImaginaries).reduceLanes(VectorOperators.ADD) + imaginaryRest;
    }

    @Override
    public void demodulateVoltages(
            double[][] voltages, int from, int length, double[] real, double[] imaginary, double[] sums) {
        double[] voltages1 = voltages[0];
        double[] voltages2 = voltages[1];
        double[] voltages3 = voltages[2];
        DoubleVector real1 = DoubleVector.zero(SPECIES);
        DoubleVector imaginary1 = DoubleVector.zero(SPECIES);
        DoubleVector real2 = DoubleVector.zero(SPECIES);
        DoubleVector imaginary2 = DoubleVector.zero(SPECIES);
        DoubleVector real3 = DoubleVector.zero(SPECIES);
        DoubleVector imaginary3 = DoubleVector.zero(SPECIES);
        int bound = SPECIES.loopBound(length);
        for (int k = 0; k < bound; k += SPECIES.length()) {
            DoubleVector r = DoubleVector.fromArray(SPECIES, real, k);
            DoubleVector i = DoubleVector.fromArray(SPECIES, imaginary, k);
            DoubleVector u1 = DoubleVector.fromArray(SPECIES, voltages1, from + k);
            real1 = u1.fma(r, real1);
            imaginary1 = u1.fma(i, imaginary1);
            DoubleVector u2 = DoubleVector.fromArray(SPECIES, voltages2, from + k);
            real2 = u2.fma(r, real2);
            imaginary2 = u2.fma(i, imaginary2);
            DoubleVector u3 = DoubleVector.fromArray(SPECIES, voltages3, from + k);
            real3 = u3.fma(r, real3);
            imaginary3 = u3.fma(i, imaginary3);
        }
        sums[0] = real1.reduceLanes(VectorOperators.ADD);
        sums[1] = imaginary1.reduceLanes(VectorOperators.ADD);
        sums[2] = real2.reduceLanes(VectorOperators.ADD);
        sums[3] = imaginary2.reduceLanes(VectorOperators.ADD);
        sums[4] = real3.reduceLanes(VectorOperators.ADD);
        sums[5] = imaginary3.reduceLanes(VectorOperators.ADD);
        PlainSums.addDemodulated(voltages, from, bound, length, real, imaginary, sums);
    }
}
