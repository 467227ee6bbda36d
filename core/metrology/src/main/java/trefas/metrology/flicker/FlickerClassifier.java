package trefas.metrology.flicker;

import java.util.Arrays;

/// How long P_inst stayed at which level (block 5 of IEC 61000-4-15). Classes are 512 to the octave, that is 0.14 to
/// 0.2 % wide, from a millionth to a million; a level is interpolated inside its class, so that Pst, its root, is good
/// to about 0.01 %. Memory is constant: 80 kB.
final class FlickerClassifier {

    private static final int CLASS_BITS = 9;
    private static final int MANTISSA_BITS = 52;
    private static final int SHIFT = MANTISSA_BITS - CLASS_BITS;
    private static final int OCTAVES = 40;

    /// Below this, 2 to the power of -20, everything is in the lowest class.
    private static final double LEVEL_MIN = 0x1p-20;

    private static final long LOWEST = Double.doubleToRawLongBits(LEVEL_MIN) >>> SHIFT;
    private static final int CLASSES = OCTAVES << CLASS_BITS;

    private final int[] counts = new int[CLASSES];
    private long total;

    /// Counts some levels, not negative.
    void add(double[] levels, int from, int to) {
        for (int i = from; i < to; i++) {
            // Exponent and leading bits of a positive number, taken as one integer, count the classes.
            long place = (Double.doubleToRawLongBits(levels[i]) >>> SHIFT) - LOWEST;
            counts[Math.clamp(place, 0, CLASSES - 1)]++;
        }
        total += to - from;
    }

    /// How many levels were counted.
    long total() {
        return total;
    }

    /// Level exceeded during a share of the time.
    ///
    /// @param percent 0 to 100
    /// @return 0 when nothing was counted, or nothing above a millionth
    double exceeded(double percent) {
        double wanted = total * percent / 100;
        long above = 0;
        for (int place = CLASSES - 1; place > 0; place--) {
            int count = counts[place];
            if (count > 0 && above + count >= wanted) {
                double share = Math.max(0, wanted - above) / count;
                return lowerEdge(place + 1) + share * (lowerEdge(place) - lowerEdge(place + 1));
            }
            above += count;
        }
        return 0;
    }

    /// Short-term flicker severity of what was counted.
    double shortTerm() {
        return Math.sqrt(0.0314 * exceeded(0.1)
                + 0.0525 * smoothed(0.7, 1, 1.5)
                + 0.0657 * smoothed(2.2, 3, 4)
                + 0.28 * smoothed(6, 8, 10, 13, 17)
                + 0.08 * smoothed(30, 50, 80));
    }

    /// Starts again.
    void clear() {
        Arrays.fill(counts, 0);
        total = 0;
    }

    private double smoothed(double... percents) {
        double sum = 0;
        for (double percent : percents) {
            sum += exceeded(percent);
        }
        return sum / percents.length;
    }

    private static double lowerEdge(int place) {
        return Double.longBitsToDouble((place + LOWEST) << SHIFT);
    }
}
