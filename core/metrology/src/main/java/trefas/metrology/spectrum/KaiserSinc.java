package trefas.metrology.spectrum;

/// An interpolator: the sinc function under a Kaiser window, eight zero crossings on either side, as a
/// table of the weights of all taps (dossier metrology 6).
///
/// A stretch above 1 lowers its cut-off, in half sampling rates, to 1 by the stretch: that keeps what lies
/// above the band from folding down when there are fewer points than samples. It has 16 taps per unit of
/// stretch.
final class KaiserSinc {

    /// Largest stretch; its 32 taps are what the margins of a window hold.
    static final double STRETCH_MAX = 2;

    /// Stretches are multiples of a quarter, so that few tables are needed and the taps are a multiple of
    /// four.
    static final double STRETCH_STEP = 0.25;

    /// Where the attenuation is full, cycles per sample times stretch: half of what the taps need to get from
    /// passing to stopping above the cut-off of 0.5.
    static final double STOP = 0.74;

    /// Cells of the table between two samples; within a cell a weight is a parabola through both ends and the
    /// middle, right to a ten-millionth of the largest weight.
    static final int CELLS = 128;

    /// Rows of weights per cell: of the constant, linear and square term of the way through the cell.
    static final int TERMS = 3;

    private static final int ZERO_CROSSINGS = 8;

    /// Shape of the window: 117 dB of attenuation.
    private static final double BETA = 12;

    /// The response is tabled from direct current to half the sampling rate.
    private static final int RESPONSE_STEPS = 2_048;

    /// Points per sample at which the kernel is summed for its response; it has nothing to fold at that
    /// rate.
    private static final int RESPONSE_OVERSAMPLING = 8;

    private final double stretch;
    private final int taps;
    private final int stride;
    private final double[] weights;
    private final double[] corrections;

    /// Computes the tables.
    ///
    /// @param stretch 1 to [#STRETCH_MAX], a multiple of [#STRETCH_STEP]
    KaiserSinc(double stretch) {
        this.stretch = stretch;
        taps = (int) Math.rint(2 * ZERO_CROSSINGS * stretch);
        stride = (taps + RowArithmetic.LANES - 1) / RowArithmetic.LANES * RowArithmetic.LANES;
        weights = new double[CELLS * TERMS * stride];
        for (int cell = 0; cell < CELLS; cell++) {
            for (int tap = 0; tap < taps; tap++) {
                tabulate(cell, tap);
            }
        }
        corrections = new double[RESPONSE_STEPS + 1];
        for (int step = 0; step <= RESPONSE_STEPS; step++) {
            corrections[step] = 1 / response(0.5 * step / RESPONSE_STEPS);
        }
    }

    private void tabulate(int cell, int tap) {
        double distance = (double) cell / CELLS - (tap - before());
        double start = at(distance);
        double middle = at(distance + 0.5 / CELLS);
        double end = at(distance + 1.0 / CELLS);
        double bend = 2 * (start - 2 * middle + end);
        int place = cell * TERMS * stride + tap;
        weights[place] = start;
        weights[place + stride] = end - start - bend;
        weights[place + 2 * stride] = bend;
    }

    /// Samples that one point is computed from.
    int taps() {
        return taps;
    }

    /// Samples of those that lie before the sample at or before the point; one more than that lies behind.
    int before() {
        return taps / 2 - 1;
    }

    /// Distance of two rows in [#weights]: the taps, filled up to whole rows.
    int stride() {
        return stride;
    }

    /// Weights of all taps for a point in a cell, 0 to [#CELLS] less one, in [#TERMS] rows from
    /// `cell * TERMS * stride`.
    double[] weights() {
        return weights;
    }

    /// What a tone must be multiplied with after the interpolation, as its exact response is known.
    ///
    /// @param frequency cycles per sample, 0 to 0.5
    double correction(double frequency) {
        double place = frequency * (2 * RESPONSE_STEPS);
        int step = Math.min((int) place, RESPONSE_STEPS - 1);
        double below = corrections[step];
        return below + (place - step) * (corrections[step + 1] - below);
    }

    /// The kernel itself, at a distance in samples.
    private double at(double distance) {
        double x = distance / stretch;
        double edge = x / ZERO_CROSSINGS;
        if (Math.abs(edge) >= 1) {
            return 0;
        }
        double window = bessel(BETA * Math.sqrt(1 - edge * edge)) / bessel(BETA);
        return sinc(x) * window / stretch;
    }

    /// Fourier transform of the kernel.
    private double response(double frequency) {
        int steps = taps / 2 * RESPONSE_OVERSAMPLING;
        double sum = at(0);
        for (int step = 1; step < steps; step++) {
            double distance = (double) step / RESPONSE_OVERSAMPLING;
            sum += 2 * at(distance) * Math.cos(2 * Math.PI * frequency * distance);
        }
        return sum / RESPONSE_OVERSAMPLING;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /// Modified Bessel function of the first kind and order 0, by its series.
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            double factor = x / (2 * k);
            term *= factor * factor;
            sum += term;
        }
        return sum;
    }
}
