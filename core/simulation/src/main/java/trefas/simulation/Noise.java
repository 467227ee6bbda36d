package trefas.simulation;

/// Chance that depends on nothing but its key: the same seed, purpose and moment give the same number for
/// ever. Hashing instead of a running generator lets every second stand for itself.
public final class Noise {

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final double UNIT = 0x1.0p-53;
    private static final double NORMAL_MEAN = 2 * 65_535.0;
    private static final double NORMAL_SCALE = Math.sqrt(3 / ((65_536.0 * 65_536.0) - 1));

    private Noise() {}

    /// A key for one purpose of one seed.
    public static long key(long seed, long purpose) {
        return mixed(mixed(seed + GOLDEN) ^ (purpose * GOLDEN));
    }

    /// Evenly from 0 inclusive to 1 exclusive.
    public static double uniform(long key, long moment) {
        return (mixed(key + (moment * GOLDEN)) >>> 11) * UNIT;
    }

    /// Near enough to a normal distribution of mean 0 and standard deviation 1: the sum of four even ones,
    /// so never beyond 3.5.
    public static double normal(long key, long moment) {
        long bits = mixed(key + (moment * GOLDEN));
        long sum = (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF) + (bits >>> 48);
        return (sum - NORMAL_MEAN) * NORMAL_SCALE;
    }

    /// Wanders from -1 to 1, smooth from one slot to the next: even values at the slot borders, joined by
    /// curves without corners.
    public static double wander(long key, long epochSecond, int slotSeconds) {
        long slot = Math.floorDiv(epochSecond, slotSeconds);
        double part = (epochSecond - (slot * slotSeconds)) / (double) slotSeconds;
        double from = uniform(key, slot);
        double to = uniform(key, slot + 1);
        double curve = part * part * (3 - (2 * part));
        return (2 * (from + ((to - from) * curve))) - 1;
    }

    /// The finalizer of SplitMix64 (public domain constants of Stafford's variant 13).
    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
