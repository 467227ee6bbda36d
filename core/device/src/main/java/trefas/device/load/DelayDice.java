package trefas.device.load;

/// Random delays that the same meter always draws in the same order: a hash of its seed and the number of the draw
/// (the finaliser of SplitMix64, Steele, Lea and Flood 2014).
final class DelayDice {

    private static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private DelayDice() {}

    /// Draws a delay.
    ///
    /// @param draw number of the draw
    /// @return 0 to `max`, each as likely as the others
    static int draw(long seed, int draw, int max) {
        long mixed = seed + GAMMA * (Integer.toUnsignedLong(draw) + 1);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        mixed ^= mixed >>> 31;
        return (int) Math.unsignedMultiplyHigh(mixed, max + 1L);
    }
}
