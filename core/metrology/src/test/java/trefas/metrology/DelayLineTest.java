package trefas.metrology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayLineTest {

    private static final double RATE = 10_000;
    private static final int LENGTH = 1_000;

    private static double[] sine(double hertz, double delaySamples) {
        double[] samples = new double[LENGTH];
        for (int n = 0; n < LENGTH; n++) {
            samples[n] = Math.sin(2 * Math.PI * hertz * (n - delaySamples) / RATE);
        }
        return samples;
    }

    @ParameterizedTest(name = "{0} Hz delayed by {1} samples is right to {2}")
    @CsvSource({
        "50, 0.5, 2e-6",
        "50, -0.25, 2e-6",
        "50, 15.9, 2e-6",
        "50, -15.9, 2e-6",
        "50, 7, 0",
        "50, -16, 0",
        "2500, 0.5, 2e-5",
        "2500, -3.3, 2e-5"
    })
    void aSineComesOutLaterByTheDelay(double hertz, double samples, double tolerance) {
        double[] wave = sine(hertz, 0);
        int out = new DelayLine(samples, LENGTH).apply(wave, LENGTH);

        assertEquals(LENGTH - (2 * DelayLine.MARGIN), out);
        double[] exact = sine(hertz, samples);
        for (int n = 0; n < out; n++) {
            assertEquals(exact[n + DelayLine.MARGIN], wave[n], tolerance + 1e-12);
        }
    }

    @Test
    void blocksOfAnySizeGiveTheSameSamples() {
        double[] whole = sine(50, 0);
        int out = new DelayLine(0.3, LENGTH).apply(whole, LENGTH);

        double[] pieces = sine(50, 0);
        double[] joined = new double[LENGTH];
        var line = new DelayLine(0.3, LENGTH);
        int got = 0;
        int from = 0;
        for (int size = 1; from < LENGTH; size += 7) {
            int length = Math.min(size, LENGTH - from);
            double[] piece = Arrays.copyOfRange(pieces, from, from + length);
            int count = line.apply(piece, length);
            System.arraycopy(piece, 0, joined, got, count);
            got += count;
            from += length;
        }
        assertEquals(out, got);
        assertArrayEquals(Arrays.copyOf(whole, out), Arrays.copyOf(joined, out));
    }

    @Test
    void aNewStretchDoesNotSeeTheOldOne() {
        var line = new DelayLine(0.3, LENGTH);
        double[] old = new double[LENGTH];
        Arrays.fill(old, 1e6);
        line.apply(old, LENGTH);
        line.reset();
        double[] wave = sine(50, 0);
        line.apply(wave, LENGTH);
        double[] alone = sine(50, 0);
        new DelayLine(0.3, LENGTH).apply(alone, LENGTH);
        assertArrayEquals(alone, wave);
    }

    @Test
    void aDelayBeyondTheLineIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DelayLine(16.5, LENGTH));
    }
}
