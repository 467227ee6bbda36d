package trefas.device.configuration;

import java.time.LocalDate;
import java.util.Optional;

/// When a debiting period ends by itself: the day Z6 of the months Z7, at 00:00:00 normal time (dossier 11, our
/// choice of the time).
///
/// @param day of the month, 1 to 28
public record DebitingSchedule(int day, DebitingInterval interval) {

    public static final int DAY_MAX = 28;

    public DebitingSchedule {
        if (day < 1 || day > DAY_MAX) {
            throw new IllegalArgumentException("debiting day " + day + ", expected 1 to 28");
        }
    }

    /// Whether a period ends as this day begins.
    public boolean isDue(LocalDate date) {
        return date.getDayOfMonth() == day && interval.includes(date.getMonthValue());
    }

    /// The first day after this one as which begins a period ends; empty when none ever ends by itself.
    public Optional<LocalDate> nextAfter(LocalDate date) {
        if (interval.isExternal()) {
            return Optional.empty();
        }
        LocalDate next = date.withDayOfMonth(day);
        while (!next.isAfter(date) || !interval.includes(next.getMonthValue())) {
            next = next.plusMonths(1);
        }
        return Optional.of(next);
    }
}
