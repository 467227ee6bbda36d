package trefas.cosem;

import java.util.Set;

/// A bit of the clock status octet of a date-time (IEC 62056-6-2). Bits 4 to 6 are reserved and stay zero.
public enum ClockStatus {
    /// The time could not be recovered after a fault.
    INVALID_VALUE(0),
    /// The time was recovered, but how exactly is unknown.
    DOUBTFUL_VALUE(1),
    DIFFERENT_CLOCK_BASE(2),
    /// At least one other bit of this octet is not to be trusted.
    INVALID_CLOCK_STATUS(3),
    /// The time is daylight saving time; the deviation, if given, includes it.
    DAYLIGHT_SAVING_ACTIVE(7);

    private final int mask;

    ClockStatus(int bit) {
        this.mask = 1 << bit;
    }

    /// The octet with only this bit set.
    public int mask() {
        return mask;
    }

    /// False also for a status that is not specified (FF).
    public boolean isSetIn(int status) {
        return status != CosemDateTime.STATUS_NOT_SPECIFIED && (status & mask) != 0;
    }

    /// The status octet with these bits set, 0 to 143.
    public static int encode(Set<ClockStatus> flags) {
        return flags.stream().mapToInt(ClockStatus::mask).reduce(0, (a, b) -> a | b);
    }
}
