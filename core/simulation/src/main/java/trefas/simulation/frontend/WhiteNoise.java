package trefas.simulation.frontend;

/// White noise that is nearly Gaussian, the same for the same seed: each value is the sum of four even ones, cut from
/// 64 bits of an xorshift generator (G. Marsaglia, "Xorshift RNGs", 2003).
final class WhiteNoise {

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final int PART_BITS = 16;
    private static final int PART_MASK = 0xFFFF;

    /// Sum of four parts in the middle, and the deviation of that sum in steps of a part: 65536 / sqrt(12) * 2.
    private static final double MEAN = 2.0 * PART_MASK;

    private static final double TO_UNIT = Math.sqrt(12) / (2 * 65_536.0);

    private long state;

    WhiteNoise(long seed) {
        long mixed = (seed + 1) * GOLDEN;
        state = mixed == 0 ? GOLDEN : mixed;
    }

    void add(double[] samples, int length, double rms) {
        double scale = rms * TO_UNIT;
        long s = state;
        for (int n = 0; n < length; n++) {
            s ^= s << 13;
            s ^= s >>> 7;
            s ^= s << 17;
            long parts = (s & PART_MASK)
                    + ((s >>> PART_BITS) & PART_MASK)
                    + ((s >>> (2 * PART_BITS)) & PART_MASK)
                    + (s >>> (3 * PART_BITS));
            samples[n] += (parts - MEAN) * scale;
        }
        state = s;
    }
}
