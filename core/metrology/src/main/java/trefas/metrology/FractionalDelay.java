package trefas.metrology;

/// Delays a sampled waveform by any part of a sample: a sinc interpolator of [#TAPS] taps under a Kaiser window. Up
/// to 0.4 of the sampling rate the error is below 10 ppm of the amplitude; a constant
/// passes exactly. A delay of whole samples changes nothing but the place.
///
/// ```
/// y[n] = x(n - samples) = sum over k of x[n + firstTap + k] * tap(k)
/// ```
public final class FractionalDelay {

    /// Samples that take part in one result.
    public static final int TAPS = 32;

    private static final double SAMPLES_MAX = 1e9;
    private static final int HALF = TAPS / 2;
    private static final double KAISER_BETA = 10;
    private static final int BESSEL_TERMS = 40;

    private final int firstTap;
    private final double[] taps = new double[TAPS];

    /// Prepares a delay.
    ///
    /// @param samples to delay by; negative advances
    public FractionalDelay(double samples) {
        if (!(Math.abs(samples) < SAMPLES_MAX)) {
            throw new IllegalArgumentException("a delay of " + samples + " samples");
        }
        double whole = Math.floor(-samples);
        double fraction = -samples - whole;
        this.firstTap = (int) whole - (HALF - 1);
        double sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            double distance = tap - (HALF - 1) - fraction;
            taps[tap] = sinc(distance) * kaiser(distance / HALF);
            sum += taps[tap];
        }
        for (int tap = 0; tap < TAPS; tap++) {
            taps[tap] /= sum;
        }
    }

    /// Place of the first sample that takes part, counted from the result's.
    public int firstTap() {
        return firstTap;
    }

    /// Interpolates.
    ///
    /// @param samples the [#TAPS] samples from [#firstTap] on
    public double apply(double[] samples) {
        return apply(samples, 0);
    }

    /// Interpolates inside a longer array.
    ///
    /// @param samples waveform
    /// @param first index of the first of [#TAPS] samples that take part
    public double apply(double[] samples, int first) {
        double sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            sum = Math.fma(samples[first + tap], taps[tap], sum);
        }
        return sum;
    }

    private static double sinc(double x) {
        double angle = Math.PI * x;
        return Math.abs(angle) < 1e-9 ? 1 : Math.sin(angle) / angle;
    }

    private static double kaiser(double x) {
        return Math.abs(x) > 1 ? 0 : besselI0(KAISER_BETA * Math.sqrt(1 - (x * x))) / besselI0(KAISER_BETA);
    }

    /// Modified Bessel function of order 0, by its series.
    private static double besselI0(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k <= BESSEL_TERMS; k++) {
            double factor = x / (2 * k);
            term *= factor * factor;
            sum += term;
        }
        return sum;
    }
}
