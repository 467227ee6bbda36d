package trefas.metrology.flicker;

/// Divides a phase's squared voltage by its slow mean, 27.3 s (block 1 of IEC 61000-4-15: a step is followed from
/// 10 to 90 % in one minute). At first it is the plain mean of all seen so far, so that a short beginning doesn't
/// decide for a minute. The result is faded in over two seconds: the ripple of twice the mains frequency, switched on
/// suddenly, would look like a flash.
final class SlowMean {

    private static final double SECONDS = 27.3;
    private static final double FADE_SECONDS = 2;

    private final double gainMin;
    private final double fadeSamples;
    private double mean;
    private double seen;
    private double faded;

    SlowMean(double samplesPerSecond) {
        gainMin = -Math.expm1(-1 / (SECONDS * samplesPerSecond));
        fadeSamples = FADE_SECONDS * samplesPerSecond;
    }

    /// Whether it has seen anything since it was cleared.
    boolean isRunning() {
        return mean > 0;
    }

    /// The slow mean, square volts.
    double mean() {
        return mean;
    }

    /// Starts at a mean that stands for some samples.
    void start(double meanSquare, double samples) {
        mean = meanSquare;
        seen = samples;
        faded = 0;
    }

    /// Forgets everything.
    void clear() {
        mean = 0;
    }

    /// Fades in once more, after the voltage was gone.
    void fade() {
        faded = 0;
    }

    /// Replaces squares by their distance from the mean, in parts of it.
    void run(double[] squares, int count) {
        for (int i = 0; i < count; i++) {
            seen++;
            double square = squares[i];
            mean += Math.max(gainMin, 1 / seen) * (square - mean);
            squares[i] = square / mean - 1;
        }
        if (faded < fadeSamples) {
            fadeIn(squares, count);
        }
    }

    private void fadeIn(double[] values, int count) {
        for (int i = 0; i < count && faded < fadeSamples; i++, faded++) {
            values[i] *= (1 - Math.cos(Math.PI * faded / fadeSamples)) / 2;
        }
    }
}
