package trefas.device.analysis;

import java.math.BigInteger;

/// A power factor from sums of active and reactive power: |P| / sqrt(P² + Q²), cut to hundredths (dossier 3.6).
final class PowerFactor {

    private static final int HUNDREDTHS = 100;

    private PowerFactor() {}

    /// Cut, never rounded.
    ///
    /// @param active not negative
    /// @param reactive not negative, of the same unit
    /// @return 0 to 100; 100 without any power
    static int hundredths(long active, long reactive) {
        if (reactive == 0) {
            return HUNDREDTHS;
        }
        // The floating point may be one hundredth off at a step; the exact squares decide.
        int near = (int) (HUNDREDTHS * ((double) active / Math.hypot((double) active, (double) reactive)));
        int cut = Math.min(near + 1, HUNDREDTHS);
        while (cut > 0 && isAbove(cut, active, reactive)) {
            cut--;
        }
        return cut;
    }

    private static boolean isAbove(int hundredths, long active, long reactive) {
        BigInteger p = BigInteger.valueOf(active).pow(2);
        BigInteger all = p.add(BigInteger.valueOf(reactive).pow(2));
        return all.multiply(BigInteger.valueOf((long) hundredths * hundredths))
                        .compareTo(p.multiply(BigInteger.valueOf((long) HUNDREDTHS * HUNDREDTHS)))
                > 0;
    }
}
