package trefas.device.register;

/// The magnitude of a complex power, S = sqrt(P² + Q²) (dossier 3.7), in whole mVA. No state.
final class ApparentPower {

    /// Up to here, some 1.5 MW and far beyond any meter, the squares are summed exactly.
    private static final long EXACT_MAX = 1_500_000_000L;

    private ApparentPower() {}

    /// The nearest whole mVA: never more than half of one off, as often above as below, so that what is added up
    /// each second does not drift. With no reactive power it is the active power exactly.
    static long millivoltAmperes(long milliwatts, long millivars) {
        if (millivars == 0) {
            return Math.abs(milliwatts);
        }
        if (Math.abs(milliwatts) > EXACT_MAX || Math.abs(millivars) > EXACT_MAX) {
            return Math.round(Math.hypot((double) milliwatts, (double) millivars));
        }
        long square = milliwatts * milliwatts + millivars * millivars;
        long root = (long) Math.sqrt((double) square);
        // The square root of a double may be one off; integers tell on which side of root + 1/2 the true one lies.
        if (root * root > square) {
            root--;
        }
        return square - root * root > root ? root + 1 : root;
    }
}
