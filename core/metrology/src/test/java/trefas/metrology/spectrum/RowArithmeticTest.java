package trefas.metrology.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.metrology.SampleBlock;

class RowArithmeticTest {

    private static final int LANES = RowArithmetic.LANES;

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    }

    @Test
    void vectorsAreChosenWhereTheyAreThere() {
        assertInstanceOf(VectorRows.class, RowArithmetic.fastest());
    }

    @ParameterizedTest(name = "{0} points")
    @ValueSource(ints = {16, 32, 64, 128, 256, 512, 1024, 2048, 4096})
    void theTransformIsTheFourierTransform(int count) {
        double[] points = random().doubles((long) count * LANES, -1, 1).toArray();
        FourierPlan plan = new FourierPlan(count);
        int bins = count / 2;
        double[] scales = new double[bins];
        Arrays.fill(scales, 1);
        double[] plain = points.clone();
        double[] plainReal = new double[bins * LANES];
        double[] plainImaginary = new double[bins * LANES];
        RowArithmetic loops = new PlainRows();
        loops.transform(plain, plan);
        loops.split(plain, plan, scales, bins, plainReal, plainImaginary);
        double[] fast = points.clone();
        double[] fastReal = new double[bins * LANES];
        double[] fastImaginary = new double[bins * LANES];
        RowArithmetic vectors = new VectorRows();
        vectors.transform(fast, plan);
        vectors.split(fast, plan, scales, bins, fastReal, fastImaginary);

        double accuracy = 1e-15 * count;
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            for (int bin = 0; bin < bins; bin += Math.max(1, bins / 100)) {
                double real = 0;
                double imaginary = 0;
                for (int i = 0; i < count; i++) {
                    // Reduced first, so that the sine of the yardstick is exact.
                    double angle = 2 * Math.PI * ((long) i * bin % count) / count;
                    real += points[i * LANES + channel] * Math.cos(angle);
                    imaginary -= points[i * LANES + channel] * Math.sin(angle);
                }
                int place = bin * LANES + channel;
                assertEquals(real, plainReal[place], accuracy, "plain, real part of bin " + bin);
                assertEquals(imaginary, plainImaginary[place], accuracy, "plain, imaginary part of bin " + bin);
                assertEquals(real, fastReal[place], accuracy, "vectors, real part of bin " + bin);
                assertEquals(imaginary, fastImaginary[place], accuracy, "vectors, imaginary part of bin " + bin);
            }
        }
    }

    @ParameterizedTest(name = "stretch {0}, step {1}")
    @CsvSource({"1, 0.078", "1, 0.9766", "1.25, 1.25", "1.5, 1.4", "1.75, 1.7", "2, 1.99", "3.25, 4", "4, 4.3"})
    void bothInterpolateAlike(double stretch, double step) {
        KaiserKernel kernel = new KaiserKernel(stretch);
        int count = 77;
        double start = kernel.before() + 0.3;
        int rows = (int) (start + count * step) + kernel.taps();
        double[] samples = random().doubles((long) rows * LANES, -1, 1).toArray();
        double[] plain = new double[count * LANES];
        double[] fast = new double[count * LANES];

        new PlainRows().interpolate(samples, start, step, kernel, plain, count);
        new VectorRows().interpolate(samples, start, step, kernel, fast, count);

        for (int point = 0; point < count; point++) {
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                assertEquals(plain[point * LANES + channel], fast[point * LANES + channel], 1e-14);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 24, 100, 1 << 18})
    void otherLengthsAreRefused(int points) {
        assertThrows(IllegalArgumentException.class, () -> new FourierPlan(points));
    }
}
