package trefas.device.configuration;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/// How often a debiting period ends by itself (Z7).
///
/// @param months between two ends: 1, 2, 3, 6 or 12; 0 when only somebody outside ends a period
/// @param firstMonth of the year in which one ends, 1 to `months`; 0 when only somebody outside does
public record DebitingInterval(int months, int firstMonth) {

    public static final DebitingInterval EXTERNAL = new DebitingInterval(0, 0);
    public static final DebitingInterval MONTHLY = new DebitingInterval(1, 1);

    static final int CODE_MAX = 24;

    private static final int[] MONTHS = {1, 2, 3, 6, 12};

    public DebitingInterval {
        boolean isExternal = months == 0 && firstMonth == 0;
        boolean isPeriodic = 0 < months && months <= 12 && 12 % months == 0 && 0 < firstMonth && firstMonth <= months;
        if (!(isExternal || (isPeriodic && months != 4))) {
            throw new IllegalArgumentException("every " + months + " months from month " + firstMonth);
        }
    }

    /// Of the Z7 code: 00, 01, then the first months of each longer interval in turn, to 24.
    public static Optional<DebitingInterval> ofCode(int code) {
        if (code == 0) {
            return Optional.of(EXTERNAL);
        }
        int before = 0;
        for (int months : MONTHS) {
            if (code > before && code <= before + months) {
                return Optional.of(new DebitingInterval(months, code - before));
            }
            before += months;
        }
        return Optional.empty();
    }

    /// Whether only a command, a button or a pulse ends a period.
    public boolean isExternal() {
        return months == 0;
    }

    /// Whether a period ends in this month, 1 to 12.
    public boolean includes(int month) {
        return !isExternal() && Math.floorMod(month - firstMonth, months) == 0;
    }

    @Override
    public String toString() {
        return switch (months) {
            case 0 -> "none, controlled from outside";
            case 1 -> "monthly";
            case 2 -> "every second month" + from();
            case 3 -> "every third month" + from();
            case 6 -> "half-yearly" + from();
            default -> "yearly, in " + month();
        };
    }

    private String from() {
        return " from " + month();
    }

    private String month() {
        return Month.of(firstMonth).getDisplayName(TextStyle.FULL, Locale.ROOT);
    }
}
