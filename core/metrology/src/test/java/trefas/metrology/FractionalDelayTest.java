package trefas.metrology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A delay of any part of a sample, against the waveform it should give.
class FractionalDelayTest {

    private static final int SAMPLES = 200;
    private static final int MIDDLE = 100;

    private static double[] sine(double cyclesPerSample) {
        double[] samples = new double[SAMPLES];
        for (int n = 0; n < SAMPLES; n++) {
            samples[n] = Math.sin((2 * Math.PI * cyclesPerSample * n) + 0.7);
        }
        return samples;
    }

    // Frequencies as parts of the sampling rate; 0.005 is 50 Hz at 10 kHz.
    @ParameterizedTest(name = "{0} of the rate, {1} samples")
    @CsvSource({
        "0.005, 0.5, 2e-6",
        "0.005, 0.0252, 2e-6",
        "0.005, -0.3, 2e-6",
        "0.1, 0.5, 1e-5",
        "0.25, 0.37, 1e-5",
        "0.4, 0.5, 1e-5",
        "0.4, -7.25, 1e-5",
        "0.02, 12.5, 1e-5",
        "0.3, 0.999, 1e-5"
    })
    void aSineComesOutDelayed(double cyclesPerSample, double delay, double tolerance) {
        double[] samples = sine(cyclesPerSample);
        var fractional = new FractionalDelay(delay);

        for (int n = MIDDLE; n < MIDDLE + 50; n++) {
            double expected = Math.sin((2 * Math.PI * cyclesPerSample * (n - delay)) + 0.7);
            assertEquals(expected, fractional.apply(samples, n + fractional.firstTap()), tolerance, "sample " + n);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "-3", "20"})
    void aDelayOfWholeSamplesOnlyMoves(int delay) {
        double[] samples = sine(0.21);
        var whole = new FractionalDelay(delay);

        assertEquals(samples[MIDDLE - delay], whole.apply(samples, MIDDLE + whole.firstTap()), 1e-14);
    }

    @Test
    void aConstantPassesExactly() {
        double[] samples = new double[FractionalDelay.TAPS];
        java.util.Arrays.fill(samples, 325);

        assertEquals(325, new FractionalDelay(0.4321).apply(samples), 1e-12);
    }
}
