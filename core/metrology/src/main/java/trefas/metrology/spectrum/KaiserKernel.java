package trefas.metrology.spectrum;

/// An interpolator: a Kaiser window as the weights of eight samples around a point. It is no sinc and its
/// response falls towards the end of the band, but that response is known exactly and corrected bin by bin
/// after the transform. What counts is what cannot be corrected, the folding of other frequencies into the
/// band, and there the window alone does with eight taps more than a windowed sinc with sixteen (dossier
/// metrology 6): 120 dB.
///
/// A stretch above 1 makes it longer, eight taps per unit, and its response narrower, so that what lies
/// above the band does not fold down when there are fewer points than samples.
final class KaiserKernel {

    /// Largest stretch; its 32 taps are what the margins of a window hold.
    static final double STRETCH_MAX = 4;

    /// Stretches are multiples of a quarter, so that few tables are needed and the taps are even.
    static final double STRETCH_STEP = 0.25;

    /// Where the main lobe of the response ends, cycles per sample times stretch. All beyond is 130 dB
    /// down.
    static final double STOP = 0.74;

    /// Most and fewest taps.
    static final int TAPS_MIN = 8;

    static final int TAPS_MAX = (int) (TAPS_MIN * STRETCH_MAX);

    /// Cells of the table between two samples; within a cell a weight is a cubic through four equal steps,
    /// right to 2e-8. The whole table stays in the first-level cache.
    static final int CELLS = 32;

    /// Rows of weights per cell: of the constant, linear, square and cubic term of the way through the
    /// cell.
    static final int TERMS = 4;

    /// Shape of the window: the larger, the wider its main lobe and the lower all beyond.
    private static final double BETA = Math.PI * TAPS_MIN * STOP;

    /// The response is tabled from direct current to half the sampling rate.
    private static final int RESPONSE_STEPS = 4_096;

    private final double stretch;
    private final int taps;
    private final int stride;
    private final double[] weights;
    private final double[] corrections;

    /// Computes the tables.
    ///
    /// @param stretch 1 to [#STRETCH_MAX], a multiple of [#STRETCH_STEP]
    KaiserKernel(double stretch) {
        this.stretch = stretch;
        taps = (int) Math.rint(TAPS_MIN * stretch);
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
        double third = 1 / (3.0 * CELLS);
        double y0 = at(distance);
        double y1 = at(distance + third);
        double y2 = at(distance + 2 * third);
        double y3 = at(distance + 3 * third);
        int place = cell * TERMS * stride + tap;
        weights[place] = y0;
        weights[place + stride] = (18 * y1 - 11 * y0 - 9 * y2 + 2 * y3) / 2;
        weights[place + 2 * stride] = (18 * y0 - 45 * y1 + 36 * y2 - 9 * y3) / 2;
        weights[place + 3 * stride] = (27 * y1 - 9 * y0 - 27 * y2 + 9 * y3) / 2;
    }

    /// Samples that one point is computed from, even.
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

    /// What a tone must be multiplied with after the interpolation.
    ///
    /// @param frequency cycles per sample, 0 to 0.5
    double correction(double frequency) {
        double place = frequency * (2 * RESPONSE_STEPS);
        int step = Math.min((int) place, RESPONSE_STEPS - 1);
        double below = corrections[step];
        return below + (place - step) * (corrections[step + 1] - below);
    }

    /// The kernel itself, at a distance in samples; 1 in the middle.
    private double at(double distance) {
        double edge = 2 * distance / taps;
        // A hair beyond the edge is the rounding of the table's last step.
        return bessel(BETA * Math.sqrt(Math.max(0, 1 - edge * edge))) / bessel(BETA);
    }

    /// Fourier transform of the kernel within the main lobe, in closed form.
    private double response(double frequency) {
        double turn = Math.PI * TAPS_MIN * stretch * frequency;
        double square = BETA * BETA - turn * turn;
        if (square <= 0) {
            // Out of the main lobe: no bin that anyone asks for lies there.
            return 1;
        }
        double root = Math.sqrt(square);
        return taps * Math.sinh(root) / (root * bessel(BETA));
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
