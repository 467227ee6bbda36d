package trefas.metrology.event;

/// What a row of the voltage quality logger tells (dossier 14.2).
public enum VoltageQualityEvent {
    /// The mean of a period lay below its limit.
    UNDERVOLTAGE_MEAN(0),
    /// The mean of a period lay above its limit.
    OVERVOLTAGE_MEAN(1),
    /// The lowest second of a deviation.
    MINIMUM_PEAK(2),
    /// The highest second of a deviation.
    MAXIMUM_PEAK(3),
    /// A phase, or all of them, lost its voltage.
    OUTAGE(4),
    /// The voltage is back.
    REESTABLISHED(5),
    /// First second below the limit.
    MINIMUM_START(6),
    /// Last second below the limit.
    MINIMUM_STOP(7),
    /// First second above the limit.
    MAXIMUM_START(8),
    /// Last second above the limit.
    MAXIMUM_STOP(9);

    private final int code;

    VoltageQualityEvent(int code) {
        this.code = code;
    }

    /// The number in the row, 0 to 9.
    public int code() {
        return code;
    }
}
