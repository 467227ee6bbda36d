package trefas.objects.standard;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import trefas.cosem.CosemDateTime;

/// A window of time between two rules with wildcards (window_element of Push setup, IEC 62056-6-2): open from the
/// last moment that fits `start` until the next one that fits `end`.
public record TimeWindow(CosemDateTime start, CosemDateTime end) {

    /// How far back a rule without a year is looked for: 29 February comes every eighth year at worst.
    private static final int DAYS_BACK_MAX = 8 * 366;

    /// True while the window is open.
    ///
    /// @param local the meter's local time
    public boolean isOpen(LocalDateTime local) {
        Optional<LocalDateTime> opened = last(start, local);
        return opened.isPresent()
                && last(end, local).map(closed -> closed.isBefore(opened.get())).orElse(true);
    }

    /// The last moment up to `now` that fits a rule; empty when there was none.
    static Optional<LocalDateTime> last(CosemDateTime rule, LocalDateTime now) {
        LocalDate day = now.toLocalDate();
        LocalTime latest = now.toLocalTime();
        if (rule.year() != CosemDateTime.YEAR_NOT_SPECIFIED) {
            if (rule.year() < 1 || rule.year() > now.getYear()) {
                return Optional.empty();
            }
            if (rule.year() < now.getYear()) {
                day = LocalDate.of(rule.year(), 12, 31);
                latest = LocalTime.MAX;
            }
        }
        for (int back = 0; back < DAYS_BACK_MAX; back++) {
            LocalDate candidate = day.minusDays(back);
            if (rule.year() != CosemDateTime.YEAR_NOT_SPECIFIED && candidate.getYear() != rule.year()) {
                return Optional.empty();
            }
            if (fits(rule, candidate)) {
                Optional<LocalTime> time = last(rule, back == 0 ? latest : LocalTime.MAX);
                if (time.isPresent()) {
                    return Optional.of(candidate.atTime(time.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(CosemDateTime rule, LocalDate date) {
        int last = YearMonth.from(date).lengthOfMonth();
        boolean hasWeekday = rule.weekday() != CosemDateTime.NOT_SPECIFIED;
        boolean dayFits = switch (rule.day()) {
            case CosemDateTime.NOT_SPECIFIED -> true;
            // With a weekday: the last one of its kind in the month.
            case CosemDateTime.LAST_DAY -> hasWeekday ? date.getDayOfMonth() > last - 7 : date.getDayOfMonth() == last;
            case CosemDateTime.SECOND_LAST_DAY -> date.getDayOfMonth() == last - 1;
            default -> rule.day() == date.getDayOfMonth();
        };
        return dayFits
                && (!hasWeekday || rule.weekday() == date.getDayOfWeek().getValue())
                && (rule.month() == CosemDateTime.NOT_SPECIFIED || rule.month() == date.getMonthValue());
    }

    /// The last time of day up to `latest` that fits.
    private static Optional<LocalTime> last(CosemDateTime rule, LocalTime latest) {
        for (int hour = latest.getHour(); hour >= 0; hour--) {
            if (!fits(rule.hour(), hour)) {
                continue;
            }
            boolean wholeHour = hour < latest.getHour();
            for (int minute = wholeHour ? 59 : latest.getMinute(); minute >= 0; minute--) {
                if (!fits(rule.minute(), minute)) {
                    continue;
                }
                boolean wholeMinute = wholeHour || minute < latest.getMinute();
                int second = rule.second() == CosemDateTime.NOT_SPECIFIED
                        ? wholeMinute ? 59 : latest.getSecond()
                        : rule.second();
                if (wholeMinute || second <= latest.getSecond()) {
                    return Optional.of(LocalTime.of(hour, minute, second));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(int rule, int value) {
        return rule == CosemDateTime.NOT_SPECIFIED || rule == value;
    }
}
