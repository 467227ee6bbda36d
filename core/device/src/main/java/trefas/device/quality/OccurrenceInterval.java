package trefas.device.quality;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/// How often the occurrence counters are logged and begin anew (TD p53).
public enum OccurrenceInterval {
    DAILY(0),
    WEEKLY(1),
    MONTHLY(2);

    private final int code;

    OccurrenceInterval(int code) {
        this.code = code;
    }

    /// The number it is told by, numbered as the interval of debiting logger 2.
    public int code() {
        return code;
    }

    public static Optional<OccurrenceInterval> ofCode(int code) {
        for (OccurrenceInterval interval : values()) {
            if (interval.code == code) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }

    /// Whether a row is due at the midnight a day begins with.
    ///
    /// @param day days since 1970-01-01
    boolean begins(long day) {
        return switch (this) {
            case DAILY -> true;
            case WEEKLY -> LocalDate.ofEpochDay(day).getDayOfWeek() == DayOfWeek.MONDAY;
            case MONTHLY -> LocalDate.ofEpochDay(day).getDayOfMonth() == 1;
        };
    }
}
