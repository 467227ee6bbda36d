package trefas.metrology.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquareIntegralTest {

    @ParameterizedTest(name = "from {0} by {1} to {2}")
    @CsvSource({"3, 4, 5", "3.25, 3.5, 3.75", "2.999, 9.5, 20", "5.5, 5.5, 12.125", "4.7, 12.1, 19.9"})
    void theSquareOfAParabolaIsIntegratedExactly(double from, double middle, double to) {
        var samples = new double[30];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = 0.5 * k * k - 7 * k + 11;
        }
        var integral = new SquareIntegral();

        integral.start(samples, from);
        double sum = integral.advance(samples, middle) + integral.advance(samples, to);

        assertEquals(antiderivative(to) - antiderivative(from), sum, 1e-8);
    }

    /// Of (x²/2 - 7 x + 11)² = x⁴/4 - 7 x³ + 60 x² - 154 x + 121.
    private static double antiderivative(double x) {
        return x * (121 + x * (-77 + x * (20 + x * (-7 / 4.0 + x / 20))));
    }
}
