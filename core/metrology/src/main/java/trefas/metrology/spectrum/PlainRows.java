package trefas.metrology.spectrum;

import trefas.metrology.SampleBlock;

/// The steps as plain loops, for a Java runtime without the incubating vectors.
final class PlainRows implements RowArithmetic {

    private static final int COMPLEX = 2 * LANES;

    private final double[] weights = new double[KaiserKernel.TAPS_MAX];

    PlainRows() {}

    @Override
    public void interpolate(
            double[] samples, double start, double step, KaiserKernel kernel, double[] points, int count) {
        for (int point = 0; point < count; point++) {
            double place = start + point * step;
            int row = (int) place;
            weigh(kernel, place - row);
            combine(samples, (row - kernel.before()) * LANES, kernel.taps(), points, point * LANES);
        }
    }

    private void weigh(KaiserKernel kernel, double fraction) {
        double[] table = kernel.weights();
        double place = fraction * KaiserKernel.CELLS;
        int cell = (int) place;
        double way = place - cell;
        int stride = kernel.stride();
        int from = cell * KaiserKernel.TERMS * stride;
        for (int tap = 0; tap < kernel.taps(); tap++, from++) {
            double bend = table[from + 2 * stride] + way * table[from + 3 * stride];
            weights[tap] = table[from] + way * (table[from + stride] + way * bend);
        }
    }

    private void combine(double[] samples, int from, int taps, double[] points, int to) {
        double u1 = 0;
        double u2 = 0;
        double u3 = 0;
        double i1 = 0;
        double i2 = 0;
        double i3 = 0;
        int at = from;
        for (int tap = 0; tap < taps; tap++) {
            double weight = weights[tap];
            u1 += weight * samples[at];
            u2 += weight * samples[at + 1];
            u3 += weight * samples[at + 2];
            i1 += weight * samples[at + 3];
            i2 += weight * samples[at + 4];
            i3 += weight * samples[at + 5];
            at += LANES;
        }
        points[to] = u1;
        points[to + 1] = u2;
        points[to + 2] = u3;
        points[to + 3] = i1;
        points[to + 4] = i2;
        points[to + 5] = i3;
    }

    @Override
    public void transform(double[] points, FourierPlan plan) {
        int size = plan.length();
        if (plan.startsByHalves()) {
            halves(points, plan);
            size /= 2;
        }
        for (; size > 4; size /= 4) {
            quarters(points, plan.length(), size, plan.turnsOf(size));
        }
        fours(points, plan.length());
    }

    private static void halves(double[] points, FourierPlan plan) {
        int half = plan.length() / 2;
        double[] turns = plan.halfTurns();
        for (int j = 0; j < half; j++) {
            double cosine = turns[4 * j];
            double sine = turns[4 * j + 1];
            int a = j * COMPLEX;
            int b = (j + half) * COMPLEX;
            for (int lane = 0; lane < SampleBlock.CHANNELS; lane++, a++, b++) {
                double real = points[a] - points[b];
                double imaginary = points[a + LANES] - points[b + LANES];
                points[a] += points[b];
                points[a + LANES] += points[b + LANES];
                points[b] = real * cosine + imaginary * sine;
                points[b + LANES] = imaginary * cosine - real * sine;
            }
        }
    }

    private static void quarters(double[] points, int length, int size, double[] turns) {
        for (int j = 0; j < size / 4; j++) {
            for (int block = 0; block < length; block += size) {
                butterflies(points, (block + j) * COMPLEX, size / 4 * COMPLEX, turns, j * FourierPlan.TURNS);
            }
        }
    }

    private static void fours(double[] points, int length) {
        double[] still = {1, 0, 1, 0, 1, 0};
        for (int block = 0; block < length; block += 4) {
            butterflies(points, block * COMPLEX, COMPLEX, still, 0);
        }
    }

    /// Four complex points, a quarter block apart, of all channels.
    private static void butterflies(double[] points, int from, int quarter, double[] turns, int turn) {
        for (int lane = 0; lane < SampleBlock.CHANNELS; lane++) {
            int a = from + lane;
            int b = a + quarter;
            int c = b + quarter;
            int d = c + quarter;
            double evenReal = points[a] + points[c];
            double evenImaginary = points[a + LANES] + points[c + LANES];
            double evenRealLess = points[a] - points[c];
            double evenImaginaryLess = points[a + LANES] - points[c + LANES];
            double oddReal = points[b] + points[d];
            double oddImaginary = points[b + LANES] + points[d + LANES];
            double oddRealLess = points[b] - points[d];
            double oddImaginaryLess = points[b + LANES] - points[d + LANES];
            points[a] = evenReal + oddReal;
            points[a + LANES] = evenImaginary + oddImaginary;
            turned(points, b, evenRealLess + oddImaginaryLess, evenImaginaryLess - oddRealLess, turns, turn);
            turned(points, c, evenReal - oddReal, evenImaginary - oddImaginary, turns, turn + 2);
            turned(points, d, evenRealLess - oddImaginaryLess, evenImaginaryLess + oddRealLess, turns, turn + 4);
        }
    }

    private static void turned(double[] points, int to, double real, double imaginary, double[] turns, int turn) {
        double cosine = turns[turn];
        double sine = turns[turn + 1];
        points[to] = real * cosine + imaginary * sine;
        points[to + LANES] = imaginary * cosine - real * sine;
    }

    @Override
    public void split(
            double[] points, FourierPlan plan, double[] scales, int count, double[] real, double[] imaginary) {
        int length = plan.length();
        double[] turns = plan.halfTurns();
        for (int bin = 0; bin < count; bin++) {
            int a = plan.place(bin) * COMPLEX;
            int b = plan.place((length - bin) & (length - 1)) * COMPLEX;
            double half = scales[bin] / 2;
            double cosine = turns[2 * bin];
            double sine = turns[2 * bin + 1];
            for (int lane = 0; lane < SampleBlock.CHANNELS; lane++, a++, b++) {
                double oddReal = points[a + LANES] + points[b + LANES];
                double oddImaginary = points[b] - points[a];
                real[bin * LANES + lane] = half * (points[a] + points[b] + cosine * oddReal + sine * oddImaginary);
                imaginary[bin * LANES + lane] =
                        half * (points[a + LANES] - points[b + LANES] + cosine * oddImaginary - sine * oddReal);
            }
        }
    }
}
