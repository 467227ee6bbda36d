package trefas.recording;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times of rows: a number in seconds (or the unit of the header), or a date and time such as
/// `2020-02-24 18:15:21.499998208` or `2020-02-24T18:15:21Z`, or a time of day such as `18:15:21.5`. What comes out
/// counts from the first row read.
final class CsvTime {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})[T ]+)?(\\d{1,2}):(\\d{2}):(\\d{2})(?:[.,](\\d{1,12}))?"
                    + "\\s*(?:Z|UTC|[+-]\\d{2}:?\\d{2})?");
    private static final long NANOSECONDS_PER_SECOND = 1_000_000_000;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int NANOSECOND_DIGITS = 9;

    private final double unitSeconds;
    private final char decimalSign;
    private double resolutionSeconds = Double.POSITIVE_INFINITY;
    private double firstNumber = Double.NaN;
    private @Nullable LocalDateTime first;
    private boolean hasDate;
    private boolean isClock;
    private long days;
    private long lastNanoseconds;

    /// Prepares for rows.
    ///
    /// @param unitSeconds of a time that is a number
    CsvTime(double unitSeconds, char decimalSign) {
        this.unitSeconds = unitSeconds;
        this.decimalSign = decimalSign;
    }

    /// Whether a text is a date or a time of day.
    static boolean isClock(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /// Reads the time of a row.
    ///
    /// @return seconds since the first row, NaN when it isn't a time
    double seconds(CsvCells cells, int cell, byte[] line) {
        if (!isClock && Double.isNaN(firstNumber)) {
            isClock = isClock(cells.text(cell));
        }
        return isClock ? clock(cells.text(cell)) : number(line, cells.start(cell), cells.end(cell));
    }

    private double number(byte[] line, int from, int to) {
        double value = DecimalText.parse(line, from, to, decimalSign);
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        if (Double.isNaN(firstNumber)) {
            firstNumber = value;
        }
        double last = Math.max(DecimalText.lastPlace(line, from, to, decimalSign), Math.ulp(value));
        resolutionSeconds = Math.min(resolutionSeconds, last * unitSeconds);
        return (value - firstNumber) * unitSeconds;
    }

    private double clock(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Double.NaN;
        }
        boolean isDated = matcher.group(1) != null;
        String fraction = matcher.group(7) == null ? "" : matcher.group(7);
        String nine = (fraction + "000000000").substring(0, NANOSECOND_DIGITS);
        LocalDateTime time;
        try {
            time = LocalDateTime.of(
                    isDated ? number(matcher, 1) : 1970,
                    isDated ? number(matcher, 2) : 1,
                    isDated ? number(matcher, 3) : 1,
                    number(matcher, 4),
                    number(matcher, 5),
                    number(matcher, 6),
                    Integer.parseInt(nine));
        } catch (DateTimeException impossible) {
            return Double.NaN;
        }
        LocalDateTime begin = first;
        if (begin == null) {
            begin = time;
            first = time;
            hasDate = isDated;
        }
        resolutionSeconds = Math.min(resolutionSeconds, Math.pow(10, -Math.min(fraction.length(), NANOSECOND_DIGITS)));
        var since = Duration.between(begin, time);
        return isDated
                ? since.getSeconds() + (since.getNano() / (double) NANOSECONDS_PER_SECOND)
                : acrossMidnight(since.toNanos()) / (double) NANOSECONDS_PER_SECOND;
    }

    /// A time of day that falls by more than half a day has passed midnight.
    private long acrossMidnight(long nanoseconds) {
        long day = SECONDS_PER_DAY * NANOSECONDS_PER_SECOND;
        long whole = nanoseconds + (days * day);
        if (lastNanoseconds - whole > day / 2) {
            days++;
            whole += day;
        }
        lastNanoseconds = whole;
        return whole;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /// The smallest step the times read so far can show.
    double resolutionSeconds() {
        return Double.isFinite(resolutionSeconds) ? resolutionSeconds : 0;
    }

    /// Date and time of the first row.
    Optional<LocalDateTime> start() {
        return hasDate ? Optional.ofNullable(first) : Optional.empty();
    }
}
