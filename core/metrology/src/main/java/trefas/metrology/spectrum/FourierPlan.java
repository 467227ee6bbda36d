package trefas.metrology.spectrum;

/// The constants of a Fourier transform of real points: a complex transform of half the length, even points
/// as the real and odd points as the imaginary part, by passes of radix 4 in place (one of radix 2 first
/// where the length asks for it), which leaves its results in the order of reversed digits, and the turns
/// that separate the two halves.
final class FourierPlan {

    /// Fewest and most real points.
    static final int POINTS_MIN = 16;

    static final int POINTS_MAX = 1 << 16;

    /// Doubles per complex point of a radix-4 pass: cosine and sine of the one-, two- and threefold angle.
    static final int TURNS = 6;

    private final int length;
    private final double[][] turns;
    private final double[] halfTurns;
    private final int[] places;

    /// Computes the constants.
    ///
    /// @param points real points, a power of two from [#POINTS_MIN] to [#POINTS_MAX]
    FourierPlan(int points) {
        if (points < POINTS_MIN || points > POINTS_MAX || Integer.bitCount(points) != 1) {
            throw new IllegalArgumentException(
                    "a transform has a power of two from " + POINTS_MIN + " to " + POINTS_MAX + " points: " + points);
        }
        length = points / 2;
        turns = new double[Integer.numberOfTrailingZeros(length) + 1][];
        for (int size = isEvenPower(length) ? length : length / 2; size > 4; size /= 4) {
            turns[Integer.numberOfTrailingZeros(size)] = turns(size);
        }
        halfTurns = new double[2 * length];
        places = new int[length];
        for (int k = 0; k < length; k++) {
            double angle = Math.PI * k / length;
            halfTurns[2 * k] = Math.cos(angle);
            halfTurns[2 * k + 1] = Math.sin(angle);
            places[k] = place(k, length);
        }
    }

    /// Complex points.
    int length() {
        return length;
    }

    /// Whether a pass of radix 2 comes first.
    boolean startsByHalves() {
        return !isEvenPower(length);
    }

    /// Cosines and sines of a pass over blocks of this many complex points, [#TURNS] for each of the first
    /// quarter.
    double[] turnsOf(int size) {
        return turns[Integer.numberOfTrailingZeros(size)];
    }

    /// Cosine and sine of pi k by [#length], at 2 k.
    double[] halfTurns() {
        return halfTurns;
    }

    /// Where the complex result of a frequency stands after the passes, 0 to [#length] less one.
    int place(int frequency) {
        return places[frequency];
    }

    private static boolean isEvenPower(int length) {
        return (Integer.numberOfTrailingZeros(length) & 1) == 0;
    }

    private static int place(int k, int size) {
        if (size == 1) {
            return 0;
        }
        int radix = isEvenPower(size) ? 4 : 2;
        return (k % radix) * (size / radix) + place(k / radix, size / radix);
    }

    private static double[] turns(int size) {
        double[] pass = new double[TURNS * (size / 4)];
        for (int j = 0; j < size / 4; j++) {
            for (int fold = 1; fold <= 3; fold++) {
                double angle = 2 * Math.PI * j * fold / size;
                pass[TURNS * j + 2 * (fold - 1)] = Math.cos(angle);
                pass[TURNS * j + 2 * (fold - 1) + 1] = Math.sin(angle);
            }
        }
        return pass;
    }
}
