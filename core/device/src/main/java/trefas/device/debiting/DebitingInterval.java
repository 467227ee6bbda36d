package trefas.device.debiting;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/// In which months a debiting period ends by itself (configuration number Z7, data sheet).
public enum DebitingInterval {
    /// Only from outside.
    NONE(0, 0, 0),
    MONTHLY(1, 1, 1),
    TWO_MONTHS_FROM_JANUARY(2, 2, 1),
    TWO_MONTHS_FROM_FEBRUARY(3, 2, 2),
    THREE_MONTHS_FROM_JANUARY(4, 3, 1),
    THREE_MONTHS_FROM_FEBRUARY(5, 3, 2),
    THREE_MONTHS_FROM_MARCH(6, 3, 3),
    HALF_YEARLY_FROM_JANUARY(7, 6, 1),
    HALF_YEARLY_FROM_FEBRUARY(8, 6, 2),
    HALF_YEARLY_FROM_MARCH(9, 6, 3),
    HALF_YEARLY_FROM_APRIL(10, 6, 4),
    HALF_YEARLY_FROM_MAY(11, 6, 5),
    HALF_YEARLY_FROM_JUNE(12, 6, 6),
    YEARLY_IN_JANUARY(13, 12, 1),
    YEARLY_IN_FEBRUARY(14, 12, 2),
    YEARLY_IN_MARCH(15, 12, 3),
    YEARLY_IN_APRIL(16, 12, 4),
    YEARLY_IN_MAY(17, 12, 5),
    YEARLY_IN_JUNE(18, 12, 6),
    YEARLY_IN_JULY(19, 12, 7),
    YEARLY_IN_AUGUST(20, 12, 8),
    YEARLY_IN_SEPTEMBER(21, 12, 9),
    YEARLY_IN_OCTOBER(22, 12, 10),
    YEARLY_IN_NOVEMBER(23, 12, 11),
    YEARLY_IN_DECEMBER(24, 12, 12);

    private final int code;
    private final int months;
    private final int firstMonth;

    DebitingInterval(int code, int months, int firstMonth) {
        this.code = code;
        this.months = months;
        this.firstMonth = firstMonth;
    }

    /// The Z7 code.
    public int code() {
        return code;
    }

    /// Whether a period ends in this month, 1 to 12.
    public boolean endsIn(int month) {
        return months > 0 && Math.floorMod(month - firstMonth, months) == 0;
    }

    public String words() {
        return switch (months) {
            case 0 -> "none, controlled from outside";
            case 1 -> "monthly";
            case 2 -> "every second month from " + firstMonth();
            case 3 -> "every third month from " + firstMonth();
            case 6 -> "half-yearly from " + firstMonth();
            default -> "yearly, in " + firstMonth();
        };
    }

    private String firstMonth() {
        return Month.of(firstMonth).getDisplayName(TextStyle.FULL, Locale.ROOT);
    }

    public static Optional<DebitingInterval> ofCode(int code) {
        for (DebitingInterval interval : values()) {
            if (interval.code == code) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }
}
