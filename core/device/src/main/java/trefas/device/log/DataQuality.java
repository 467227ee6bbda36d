package trefas.device.log;

/// DataQuality of a row: what befell its period (dossier 10.1). The bit numbers are the protocol's.
public enum DataQuality {
    CLOCK_SET_7_TO_15_S(0),
    CLOCK_SET_15_TO_30_S(1),
    CLOCK_SET_30_TO_60_S(2),
    CLOCK_SET_OVER_60_S(3),
    CLOCK_SET_FORWARD(4),
    CLOCK_SET_BACKWARD(5),
    LEGAL_PARAMETER_ERROR(6),
    OVERVOLTAGE(7),
    UNDERVOLTAGE(8),
    NEUTRAL_ERROR(9),
    /// Some seconds of the period were not measured (decision 0008).
    POWER_OUTAGE(10);

    /// A correction of the clock of this many seconds or more leaves a mark (dossier 7, 10.1).
    private static final long MARKED_FROM_SECONDS = 7;

    private static final long MEDIUM_FROM_SECONDS = 15;
    private static final long LARGE_FROM_SECONDS = 30;
    private static final long LARGE_TO_SECONDS = 60;

    private final int mask;

    DataQuality(int bit) {
        this.mask = 1 << bit;
    }

    /// The flag as the number it is on the wire.
    public int mask() {
        return mask;
    }

    /// The flags of a clock that was set by so many seconds, positive when forward: one for how far, one for the
    /// way.
    public static int ofClockSet(long seconds) {
        long distance = Math.abs(seconds);
        if (distance < MARKED_FROM_SECONDS) {
            return 0;
        }
        DataQuality howFar;
        if (distance < MEDIUM_FROM_SECONDS) {
            howFar = CLOCK_SET_7_TO_15_S;
        } else if (distance < LARGE_FROM_SECONDS) {
            howFar = CLOCK_SET_15_TO_30_S;
        } else {
            howFar = distance <= LARGE_TO_SECONDS ? CLOCK_SET_30_TO_60_S : CLOCK_SET_OVER_60_S;
        }
        return howFar.mask | (seconds > 0 ? CLOCK_SET_FORWARD : CLOCK_SET_BACKWARD).mask;
    }
}
