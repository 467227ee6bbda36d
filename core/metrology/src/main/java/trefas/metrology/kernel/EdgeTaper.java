package trefas.metrology.kernel;

import trefas.metrology.SampleWindow;

/// Weights of the samples around a window's edge that lies between samples. The integral of a band-limited function up
/// to an instant is the sum of its samples, each times the integral of the interpolating kernel; here the kernel is a
/// sine cardinal under a Kaiser window of 32 samples, flat within 1e-6 up to 0.37 of the sampling rate and as empty
/// above 0.63 of it. Far before the instant the weight is 1, far after it 0.
///
/// The weights of one window's end and the next one's start add up to 1 at every sample: nothing is lost between
/// windows and nothing counted twice.
final class EdgeTaper {

    /// Samples on either side of an edge that have a weight other than 0 or 1.
    static final int REACH = SampleWindow.MARGIN;

    /// All of them together.
    static final int TAPS = 2 * REACH;

    private static final int CELLS_PER_SAMPLE = 128;
    private static final double KAISER_BETA = 12.26;

    /// Integral of the kernel at the cells' borders, and the kernel itself per cell, for cubic interpolation: a row for
    /// each border within a sample, in it all taps, so that an edge reads two rows.
    private static final double[][] INTEGRAL = new double[CELLS_PER_SAMPLE + 1][TAPS];

    private static final double[][] SLOPE = new double[CELLS_PER_SAMPLE + 1][TAPS];

    static {
        double cell = 1.0 / CELLS_PER_SAMPLE;
        double node = cell / 2 * Math.sqrt(3 / 5.0);
        double sum = 0;
        for (int tap = TAPS - 1; tap >= 0; tap--) {
            double sample = REACH - 1 - tap;
            INTEGRAL[0][tap] = sum;
            SLOPE[0][tap] = kernel(sample) * cell;
            for (int i = 1; i <= CELLS_PER_SAMPLE; i++) {
                double middle = sample + (i - 0.5) * cell;
                sum += cell * (5 * kernel(middle - node) + 8 * kernel(middle) + 5 * kernel(middle + node)) / 18;
                INTEGRAL[i][tap] = sum;
                SLOPE[i][tap] = kernel(sample + i * cell) * cell;
            }
        }
        for (int i = 0; i <= CELLS_PER_SAMPLE; i++) {
            for (int tap = 0; tap < TAPS; tap++) {
                INTEGRAL[i][tap] /= sum;
                SLOPE[i][tap] /= sum;
            }
        }
    }

    private EdgeTaper() {}

    /// What the samples around an edge count beyond being whole before it and nothing after it: the integral of the
    /// kernel up to the edge, less 1 for the samples up to the edge.
    ///
    /// @param fraction how far the edge lies after the sample it follows, 0 to below 1 samples
    /// @param corrections of the [#TAPS] samples from the fifteenth before that sample on
    static void corrections(double fraction, double[] corrections) {
        double place = fraction * CELLS_PER_SAMPLE;
        int cell = (int) place;
        double t = place - cell;
        double u = 1 - t;
        double here = u * u * (1 + 2 * t);
        double next = t * t * (1 + 2 * u);
        double hereSlope = u * u * t;
        double nextSlope = -t * t * u;
        double[] integral = INTEGRAL[cell];
        double[] nextIntegral = INTEGRAL[cell + 1];
        double[] slope = SLOPE[cell];
        double[] nextSlopes = SLOPE[cell + 1];
        for (int tap = 0; tap < TAPS; tap++) {
            corrections[tap] = here * integral[tap]
                    + next * nextIntegral[tap]
                    + hereSlope * slope[tap]
                    + nextSlope * nextSlopes[tap];
        }
        for (int tap = 0; tap < REACH; tap++) {
            corrections[tap] -= 1;
        }
    }

    private static double kernel(double x) {
        if (Math.abs(x) >= REACH) {
            return 0;
        }
        double relative = x / REACH;
        double window = bessel(KAISER_BETA * Math.sqrt(1 - relative * relative)) / bessel(KAISER_BETA);
        return x == 0 ? window : window * Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /// Modified Bessel function of the first kind and order 0, by its series.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            double factor = x / (2 * k);
            term *= factor * factor;
            sum += term;
        }
        return sum;
    }
}
