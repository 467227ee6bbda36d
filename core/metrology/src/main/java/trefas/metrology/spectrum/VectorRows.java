package trefas.metrology.spectrum;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import trefas.metrology.SampleBlock;

/// The steps with the incubating vectors: a row is one vector of eight doubles, two of four or three of
/// two. Each method holds one loop and stays small, as a vector that is not inlined becomes an object.
final class VectorRows implements RowArithmetic {

    private static final int COMPLEX = 2 * LANES;

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() >= LANES
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;

    private static final int LENGTH = SPECIES.length();

    /// Points whose weights are computed at once, before they are used.
    private static final int BATCH = 32;

    /// Complex points that stay in the first-level cache: below, passes follow each other block by block.
    private static final int CACHED = 256;

    private final double[] weights = new double[BATCH * KaiserKernel.TAPS_MAX];
    private final int[] rows = new int[BATCH];
    private final int[] cells = new int[BATCH];
    private final double[] ways = new double[BATCH];

    VectorRows() {}

    @Override
    public void interpolate(
            double[] samples, double start, double step, KaiserKernel kernel, double[] points, int count) {
        for (int from = 0; from < count; from += BATCH) {
            int batch = Math.min(BATCH, count - from);
            place(start, step, from, batch, kernel);
            for (int tap = 0; tap < kernel.stride(); tap += LENGTH) {
                weigh(kernel.weights(), kernel.stride(), batch, tap);
            }
            for (int lane = 0; lane < SampleBlock.CHANNELS; lane += LENGTH) {
                combine(samples, kernel.taps(), kernel.stride(), points, from * LANES, batch, lane);
            }
        }
    }

    /// Where the points of a batch lie: first row, cell of the table, way through the cell.
    private void place(double start, double step, int from, int batch, KaiserKernel kernel) {
        int cellLength = KaiserKernel.TERMS * kernel.stride();
        for (int point = 0; point < batch; point++) {
            double place = start + (from + point) * step;
            int row = (int) place;
            double cell = (place - row) * KaiserKernel.CELLS;
            rows[point] = (row - kernel.before()) * LANES;
            int whole = (int) cell;
            cells[point] = whole * cellLength;
            ways[point] = cell - whole;
        }
    }

    private void weigh(double[] table, int stride, int batch, int tap) {
        for (int point = 0; point < batch; point++) {
            DoubleVector way = DoubleVector.broadcast(SPECIES, ways[point]);
            int from = cells[point] + tap;
            DoubleVector constant = DoubleVector.fromArray(SPECIES, table, from);
            DoubleVector linear = DoubleVector.fromArray(SPECIES, table, from + stride);
            DoubleVector square = DoubleVector.fromArray(SPECIES, table, from + 2 * stride);
            DoubleVector cube = DoubleVector.fromArray(SPECIES, table, from + 3 * stride);
            cube.fma(way, square).fma(way, linear).fma(way, constant).intoArray(weights, point * stride + tap);
        }
    }

    /// Eight taps in a straight line: most windows need no more, and a loop of few turns costs as much
    /// again.
    private void combine(double[] samples, int taps, int stride, double[] points, int to, int batch, int lane) {
        for (int point = 0; point < batch; point++) {
            int at = rows[point] + lane;
            int weight = point * stride;
            DoubleVector even = product(samples, at, weights, weight);
            DoubleVector odd = product(samples, at + LANES, weights, weight + 1);
            even = sum(samples, at + 2 * LANES, weights, weight + 2, even);
            odd = sum(samples, at + 3 * LANES, weights, weight + 3, odd);
            even = sum(samples, at + 4 * LANES, weights, weight + 4, even);
            odd = sum(samples, at + 5 * LANES, weights, weight + 5, odd);
            even = sum(samples, at + 6 * LANES, weights, weight + 6, even);
            odd = sum(samples, at + 7 * LANES, weights, weight + 7, odd);
            for (int tap = KaiserKernel.TAPS_MIN; tap < taps; tap += 2) {
                even = sum(samples, at + tap * LANES, weights, weight + tap, even);
                odd = sum(samples, at + tap * LANES + LANES, weights, weight + tap + 1, odd);
            }
            even.add(odd).intoArray(points, to + point * LANES + lane);
        }
    }

    private static DoubleVector product(double[] samples, int at, double[] weights, int weight) {
        return DoubleVector.fromArray(SPECIES, samples, at).mul(DoubleVector.broadcast(SPECIES, weights[weight]));
    }

    private static DoubleVector sum(double[] samples, int at, double[] weights, int weight, DoubleVector sum) {
        return DoubleVector.fromArray(SPECIES, samples, at).fma(DoubleVector.broadcast(SPECIES, weights[weight]), sum);
    }

    @Override
    public void transform(double[] points, FourierPlan plan) {
        int length = plan.length();
        for (int lane = 0; lane < SampleBlock.CHANNELS; lane += LENGTH) {
            if (plan.startsByHalves()) {
                halves(points, length, plan.halfTurns(), lane);
                blocks(points, 0, length / 2, plan, lane);
                blocks(points, length / 2, length / 2, plan, lane);
            } else {
                blocks(points, 0, length, plan, lane);
            }
        }
    }

    private static void blocks(double[] points, int from, int length, FourierPlan plan, int lane) {
        if (length > CACHED) {
            quarters(points, from, length, length, plan.turnsOf(length), lane);
            for (int block = 0; block < length; block += length / 4) {
                blocks(points, from + block, length / 4, plan, lane);
            }
            return;
        }
        for (int size = length; size > 4; size /= 4) {
            quarters(points, from, length, size, plan.turnsOf(size), lane);
        }
        fours(points, from, length, lane);
    }

    private static void halves(double[] points, int length, double[] turns, int lane) {
        int half = length / 2 * COMPLEX;
        for (int j = 0; j < length / 2; j++) {
            int a = j * COMPLEX + lane;
            DoubleVector cosine = DoubleVector.broadcast(SPECIES, turns[4 * j]);
            DoubleVector sine = DoubleVector.broadcast(SPECIES, turns[4 * j + 1]);
            DoubleVector aReal = DoubleVector.fromArray(SPECIES, points, a);
            DoubleVector aImaginary = DoubleVector.fromArray(SPECIES, points, a + LANES);
            DoubleVector bReal = DoubleVector.fromArray(SPECIES, points, a + half);
            DoubleVector bImaginary = DoubleVector.fromArray(SPECIES, points, a + half + LANES);
            DoubleVector real = aReal.sub(bReal);
            DoubleVector imaginary = aImaginary.sub(bImaginary);
            aReal.add(bReal).intoArray(points, a);
            aImaginary.add(bImaginary).intoArray(points, a + LANES);
            imaginary.fma(sine, real.mul(cosine)).intoArray(points, a + half);
            imaginary.mul(cosine).sub(real.mul(sine)).intoArray(points, a + half + LANES);
        }
    }

    /// One pass over blocks of `size` complex points: four, a quarter block apart, become four.
    private static void quarters(double[] points, int from, int length, int size, double[] turns, int lane) {
        int quarter = size / 4 * COMPLEX;
        int end = (from + length) * COMPLEX;
        for (int j = 0; j < size / 4; j++) {
            int turn = j * FourierPlan.TURNS;
            DoubleVector cosine1 = DoubleVector.broadcast(SPECIES, turns[turn]);
            DoubleVector sine1 = DoubleVector.broadcast(SPECIES, turns[turn + 1]);
            DoubleVector cosine2 = DoubleVector.broadcast(SPECIES, turns[turn + 2]);
            DoubleVector sine2 = DoubleVector.broadcast(SPECIES, turns[turn + 3]);
            DoubleVector cosine3 = DoubleVector.broadcast(SPECIES, turns[turn + 4]);
            DoubleVector sine3 = DoubleVector.broadcast(SPECIES, turns[turn + 5]);
            for (int a = (from + j) * COMPLEX + lane; a < end; a += 4 * quarter) {
                int b = a + quarter;
                int c = b + quarter;
                int d = c + quarter;
                DoubleVector aReal = DoubleVector.fromArray(SPECIES, points, a);
                DoubleVector cReal = DoubleVector.fromArray(SPECIES, points, c);
                DoubleVector aImaginary = DoubleVector.fromArray(SPECIES, points, a + LANES);
                DoubleVector cImaginary = DoubleVector.fromArray(SPECIES, points, c + LANES);
                DoubleVector evenReal = aReal.add(cReal);
                DoubleVector evenImaginary = aImaginary.add(cImaginary);
                DoubleVector evenRealLess = aReal.sub(cReal);
                DoubleVector evenImaginaryLess = aImaginary.sub(cImaginary);
                DoubleVector bReal = DoubleVector.fromArray(SPECIES, points, b);
                DoubleVector dReal = DoubleVector.fromArray(SPECIES, points, d);
                DoubleVector bImaginary = DoubleVector.fromArray(SPECIES, points, b + LANES);
                DoubleVector dImaginary = DoubleVector.fromArray(SPECIES, points, d + LANES);
                DoubleVector oddReal = bReal.add(dReal);
                DoubleVector oddImaginary = bImaginary.add(dImaginary);
                DoubleVector oddRealLess = bReal.sub(dReal);
                DoubleVector oddImaginaryLess = bImaginary.sub(dImaginary);
                evenReal.add(oddReal).intoArray(points, a);
                evenImaginary.add(oddImaginary).intoArray(points, a + LANES);
                DoubleVector real1 = evenRealLess.add(oddImaginaryLess);
                DoubleVector imaginary1 = evenImaginaryLess.sub(oddRealLess);
                imaginary1.fma(sine1, real1.mul(cosine1)).intoArray(points, b);
                imaginary1.mul(cosine1).sub(real1.mul(sine1)).intoArray(points, b + LANES);
                DoubleVector real2 = evenReal.sub(oddReal);
                DoubleVector imaginary2 = evenImaginary.sub(oddImaginary);
                imaginary2.fma(sine2, real2.mul(cosine2)).intoArray(points, c);
                imaginary2.mul(cosine2).sub(real2.mul(sine2)).intoArray(points, c + LANES);
                DoubleVector real3 = evenRealLess.sub(oddImaginaryLess);
                DoubleVector imaginary3 = evenImaginaryLess.add(oddRealLess);
                imaginary3.fma(sine3, real3.mul(cosine3)).intoArray(points, d);
                imaginary3.mul(cosine3).sub(real3.mul(sine3)).intoArray(points, d + LANES);
            }
        }
    }

    /// The last pass: four complex points beside each other, nothing to turn.
    private static void fours(double[] points, int from, int length, int lane) {
        int end = (from + length) * COMPLEX;
        for (int a = from * COMPLEX + lane; a < end; a += 4 * COMPLEX) {
            int b = a + COMPLEX;
            int c = b + COMPLEX;
            int d = c + COMPLEX;
            DoubleVector aReal = DoubleVector.fromArray(SPECIES, points, a);
            DoubleVector cReal = DoubleVector.fromArray(SPECIES, points, c);
            DoubleVector evenReal = aReal.add(cReal);
            DoubleVector evenRealLess = aReal.sub(cReal);
            DoubleVector bReal = DoubleVector.fromArray(SPECIES, points, b);
            DoubleVector dReal = DoubleVector.fromArray(SPECIES, points, d);
            DoubleVector oddReal = bReal.add(dReal);
            DoubleVector oddRealLess = bReal.sub(dReal);
            DoubleVector aImaginary = DoubleVector.fromArray(SPECIES, points, a + LANES);
            DoubleVector cImaginary = DoubleVector.fromArray(SPECIES, points, c + LANES);
            DoubleVector evenImaginary = aImaginary.add(cImaginary);
            DoubleVector evenImaginaryLess = aImaginary.sub(cImaginary);
            DoubleVector bImaginary = DoubleVector.fromArray(SPECIES, points, b + LANES);
            DoubleVector dImaginary = DoubleVector.fromArray(SPECIES, points, d + LANES);
            DoubleVector oddImaginary = bImaginary.add(dImaginary);
            DoubleVector oddImaginaryLess = bImaginary.sub(dImaginary);
            evenReal.add(oddReal).intoArray(points, a);
            evenImaginary.add(oddImaginary).intoArray(points, a + LANES);
            evenRealLess.add(oddImaginaryLess).intoArray(points, b);
            evenImaginaryLess.sub(oddRealLess).intoArray(points, b + LANES);
            evenReal.sub(oddReal).intoArray(points, c);
            evenImaginary.sub(oddImaginary).intoArray(points, c + LANES);
            evenRealLess.sub(oddImaginaryLess).intoArray(points, d);
            evenImaginaryLess.add(oddRealLess).intoArray(points, d + LANES);
        }
    }

    @Override
    public void split(
            double[] points, FourierPlan plan, double[] scales, int count, double[] real, double[] imaginary) {
        for (int lane = 0; lane < SampleBlock.CHANNELS; lane += LENGTH) {
            split(points, plan, scales, count, real, imaginary, lane);
        }
    }

    private static void split(
            double[] points,
            FourierPlan plan,
            double[] scales,
            int count,
            double[] real,
            double[] imaginary,
            int lane) {
        int last = plan.length() - 1;
        double[] turns = plan.halfTurns();
        for (int bin = 0; bin < count; bin++) {
            int a = plan.place(bin) * COMPLEX + lane;
            int b = plan.place((last + 1 - bin) & last) * COMPLEX + lane;
            DoubleVector half = DoubleVector.broadcast(SPECIES, scales[bin] / 2);
            DoubleVector cosine = DoubleVector.broadcast(SPECIES, turns[2 * bin]);
            DoubleVector sine = DoubleVector.broadcast(SPECIES, turns[2 * bin + 1]);
            DoubleVector aReal = DoubleVector.fromArray(SPECIES, points, a);
            DoubleVector bReal = DoubleVector.fromArray(SPECIES, points, b);
            DoubleVector aImaginary = DoubleVector.fromArray(SPECIES, points, a + LANES);
            DoubleVector bImaginary = DoubleVector.fromArray(SPECIES, points, b + LANES);
            DoubleVector oddReal = aImaginary.add(bImaginary);
            DoubleVector oddImaginary = bReal.sub(aReal);
            oddReal.fma(cosine, oddImaginary.fma(sine, aReal.add(bReal)))
                    .mul(half)
                    .intoArray(real, bin * LANES + lane);
            oddImaginary
                    .fma(cosine, aImaginary.sub(bImaginary).sub(oddReal.mul(sine)))
                    .mul(half)
                    .intoArray(imaginary, bin * LANES + lane);
        }
    }
}
