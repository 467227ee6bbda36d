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

    private final int mask;

    DataQuality(int bit) {
        this.mask = 1 << bit;
    }

    /// The flag as the number it is on the wire.
    public int mask() {
        return mask;
    }
}
