package trefas.device.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// When summer time is kept: never, by the rule of the EU, or in spans of dates for up to 20 years (Z15; dossier 7,
/// TD p22). It begins and ends at 01:00 UTC always (decision 0034), so every day from 01:00 UTC to 01:00 UTC is
/// wholly summer or wholly not, and a day's number decides ([MeterClock#steadyDay]).
public sealed interface DaylightSavingPlan {

    /// A plan that goes on for ever: what Z15 knows.
    enum Rule implements DaylightSavingPlan {
        NONE,
        /// From the last Sunday of March to the last Sunday of October.
        EUROPEAN;

        private static final int MARCH = 3;
        private static final int OCTOBER = 10;
        private static final int LONGEST_MONTH = 31;
        private static final int DAYS_PER_WEEK = 7;

        /// 1970-01-01 was a Thursday; from here Sunday is 0.
        private static final int WEEKDAY_OF_DAY_0 = 4;

        @Override
        public boolean isSummerDay(long day) {
            if (this == NONE) {
                return false;
            }
            LocalDate date = LocalDate.ofEpochDay(day);
            int month = date.getMonthValue();
            if (month != MARCH && month != OCTOBER) {
                return month > MARCH && month < OCTOBER;
            }
            int daysSinceSunday = Math.floorMod(day + WEEKDAY_OF_DAY_0, DAYS_PER_WEEK);
            int daysLeft = LONGEST_MONTH - date.getDayOfMonth();
            int lastSunday = date.getDayOfMonth()
                    - daysSinceSunday
                    + (daysLeft + daysSinceSunday) / DAYS_PER_WEEK * DAYS_PER_WEEK;
            return date.getDayOfMonth() >= lastSunday == (month == MARCH);
        }

        @Override
        public boolean isSouthern() {
            return false;
        }
    }

    /// From one day, 01:00 UTC, to another.
    ///
    /// @param beginDay first day of summer time, days since 1970-01-01
    /// @param endDay the day it ends, later than the first
    record Span(long beginDay, long endDay) {

        public static Span of(LocalDate begin, LocalDate end) {
            return new Span(begin.toEpochDay(), end.toEpochDay());
        }
    }

    /// Summer time in spans somebody wrote down. A span may go over New Year, as south of the equator.
    ///
    /// @param spans 1 to 20, in the order of time, with normal time between them
    record Dates(List<Span> spans) implements DaylightSavingPlan {

        public static final int SPANS_MAX = 20;

        private static final long DAY_MIN = LocalDate.of(2000, 1, 1).toEpochDay();
        private static final long DAY_MAX = LocalDate.of(2099, 12, 31).toEpochDay();

        public Dates {
            spans = List.copyOf(spans);
            Optional<String> problem = problem(spans);
            if (problem.isPresent()) {
                throw new IllegalArgumentException(problem.get());
            }
        }

        /// What is wrong with these spans, in one sentence; empty when they make a plan.
        public static Optional<String> problem(List<Span> spans) {
            if (spans.isEmpty() || spans.size() > SPANS_MAX) {
                return Optional.of("a plan has 1 to " + SPANS_MAX + " spans of summer time: " + spans.size());
            }
            long last = DAY_MIN - 1;
            for (Span span : spans) {
                if (span.beginDay() <= last || span.endDay() <= span.beginDay() || span.endDay() > DAY_MAX) {
                    return Optional.of("summer time from " + LocalDate.ofEpochDay(span.beginDay()) + " to "
                            + LocalDate.ofEpochDay(span.endDay())
                            + ": dates of a plan rise from 2000-01-01 to 2099-12-31");
                }
                last = span.endDay();
            }
            return Optional.empty();
        }

        @Override
        public boolean isSummerDay(long day) {
            for (Span span : spans) {
                if (day < span.endDay()) {
                    return day >= span.beginDay();
                }
            }
            return false;
        }

        /// The span that holds on a day, else the next one, else the last.
        public Span spanAt(long day) {
            for (Span span : spans) {
                if (day < span.endDay()) {
                    return span;
                }
            }
            return spans.getLast();
        }

        @Override
        public boolean isSouthern() {
            return spans.stream()
                    .anyMatch(span -> LocalDate.ofEpochDay(span.beginDay()).getYear()
                            != LocalDate.ofEpochDay(span.endDay()).getYear());
        }
    }

    /// Whether the day that begins at 01:00 UTC is one of summer time.
    ///
    /// @param day days since 1970-01-01
    boolean isSummerDay(long day);

    /// Whether summer is when the south of the world has it: it goes over New Year.
    boolean isSouthern();
}
