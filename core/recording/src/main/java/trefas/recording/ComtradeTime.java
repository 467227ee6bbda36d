package trefas.recording;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Date and time in a COMTRADE configuration: day before month, only the revision of 1991 has the month first. Where
/// that gives a thirteenth month, the recorder meant the other order.
final class ComtradeTime {

    private static final Pattern WRITTEN =
            Pattern.compile("\\s*(\\d{1,4})[/.-](\\d{1,2})[/.-](\\d{1,4})\\s*[,\\s]\\s*(\\d{1,2}):(\\d{1,2}):(\\d{1,2})"
                    + "(?:\\.(\\d{1,9})\\d*)?.*");
    private static final int NANOSECOND_DIGITS = 9;
    private static final int MONTHS = 12;
    private static final int CENTURY = 100;
    private static final int FIRST_YEAR_OF_TWO_DIGITS = 70;

    private ComtradeTime() {}

    static Optional<LocalDateTime> parse(String text, boolean isMonthFirst) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = number(matcher, 1);
        int second = number(matcher, 2);
        int third = number(matcher, 3);
        boolean isYearFirst = matcher.group(1).length() == 4;
        int year = isYearFirst ? first : third;
        int month = isMonthFirst && !isYearFirst ? first : second;
        if (!isYearFirst && month > MONTHS) {
            month = first + second - month;
        }
        int day = isYearFirst ? third : first + second - month;
        String fraction = matcher.group(7) == null ? "" : matcher.group(7);
        int nanoseconds = Integer.parseInt((fraction + "000000000").substring(0, NANOSECOND_DIGITS));
        try {
            return Optional.of(LocalDateTime.of(
                    year < CENTURY ? year + (year < FIRST_YEAR_OF_TWO_DIGITS ? 2000 : 1900) : year,
                    month,
                    day,
                    number(matcher, 4),
                    number(matcher, 5),
                    number(matcher, 6),
                    nanoseconds));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /// Whether nine decimals are written: then the time stamps of the samples count nanoseconds (2013).
    static boolean isNanosecond(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches() && matcher.group(7) != null && matcher.group(7).length() == NANOSECOND_DIGITS;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
