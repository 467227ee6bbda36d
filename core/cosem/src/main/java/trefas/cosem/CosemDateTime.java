package trefas.cosem;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.ToLongFunction;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// A date and time with wildcards (date_time of IEC 62056-6-2), 12 octets:
/// `yearHi yearLo month day weekday hour minute second hundredths deviationHi deviationLo status`.
///
/// @param year 0 to 65 534, or [#YEAR_NOT_SPECIFIED]
/// @param month 1 to 12, [#DAYLIGHT_SAVING_END], [#DAYLIGHT_SAVING_BEGIN] or [#NOT_SPECIFIED]
/// @param day 1 to 31, [#LAST_DAY], [#SECOND_LAST_DAY], [#NOT_SPECIFIED] or a reserved value from 224 on
/// @param weekday 1 Monday to 7 Sunday, or [#NOT_SPECIFIED]
/// @param hour 0 to 23, or [#NOT_SPECIFIED]
/// @param minute 0 to 59, or [#NOT_SPECIFIED]
/// @param second 0 to 59, or [#NOT_SPECIFIED]
/// @param hundredths of a second, 0 to 99, or [#NOT_SPECIFIED]
/// @param deviationMinutes what is added to local time to give UTC (CET is -60), -720 to 840, or
///     [#DEVIATION_NOT_SPECIFIED]
/// @param status bits of [ClockStatus], or [#STATUS_NOT_SPECIFIED]
public record CosemDateTime(
        int year,
        int month,
        int day,
        int weekday,
        int hour,
        int minute,
        int second,
        int hundredths,
        int deviationMinutes,
        int status) {

    public static final int OCTETS = 12;
    public static final int YEAR_NOT_SPECIFIED = 0xFFFF;
    /// Month, day, weekday, hour, minute, second and hundredths use the same octet.
    public static final int NOT_SPECIFIED = 0xFF;
    public static final int DAYLIGHT_SAVING_END = 0xFD;
    public static final int DAYLIGHT_SAVING_BEGIN = 0xFE;
    public static final int LAST_DAY = 0xFE;
    public static final int SECOND_LAST_DAY = 0xFD;
    /// Octets 80 00, read as a signed number.
    public static final int DEVIATION_NOT_SPECIFIED = -0x8000;
    public static final int STATUS_NOT_SPECIFIED = 0xFF;

    private static final int DEVIATION_MIN = -720;
    private static final int DEVIATION_MAX = 840;
    private static final int DAY_RESERVED_FIRST = 0xE0;
    /// An open year reaches from here ...
    private static final int YEAR_EARLIEST = 0;
    /// ... to here.
    private static final int YEAR_LATEST = 65_534;

    private static final int SECONDS_PER_MINUTE = 60;

    public CosemDateTime {
        String wrong =
                whatIsWrong(year, month, day, weekday, hour, minute, second, hundredths, deviationMinutes, status);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("date-time: " + wrong);
        }
    }

    /// A fully known local time, cut to the second; hundredths are not specified since the meter does not count them.
    ///
    /// @param deviationMinutes -720 to 840, or [#DEVIATION_NOT_SPECIFIED]
    /// @param statusBits see [ClockStatus#encode]
    public static CosemDateTime of(LocalDateTime local, int deviationMinutes, int statusBits) {
        return new CosemDateTime(
                local.getYear(),
                local.getMonthValue(),
                local.getDayOfMonth(),
                local.getDayOfWeek().getValue(),
                local.getHour(),
                local.getMinute(),
                local.getSecond(),
                NOT_SPECIFIED,
                deviationMinutes,
                statusBits);
    }

    /// Reads the 12 octets, without tag or length.
    public static Decoded<CosemDateTime> decode(byte[] octets, int offset) {
        int available = octets.length - offset;
        if (available < OCTETS) {
            return new Incomplete<>(OCTETS - available);
        }
        int year = unsigned(octets, offset) << 8 | unsigned(octets, offset + 1);
        int deviation = octets[offset + 9] << 8 | unsigned(octets, offset + 10);
        int month = unsigned(octets, offset + 2);
        int day = unsigned(octets, offset + 3);
        int weekday = unsigned(octets, offset + 4);
        int hour = unsigned(octets, offset + 5);
        int minute = unsigned(octets, offset + 6);
        int second = unsigned(octets, offset + 7);
        int hundredths = unsigned(octets, offset + 8);
        int status = unsigned(octets, offset + 11);
        String wrong = whatIsWrong(year, month, day, weekday, hour, minute, second, hundredths, deviation, status);
        return wrong.isEmpty()
                ? new Complete<>(
                        new CosemDateTime(
                                year, month, day, weekday, hour, minute, second, hundredths, deviation, status),
                        OCTETS)
                : new Malformed<>(wrong, offset);
    }

    /// Reads an octet-string of 12 octets or a date-time, the two forms in which clients send one.
    public static Decoded<CosemDateTime> of(CosemData data) {
        return switch (data) {
            case CosemData.OctetString(CosemData.Octets octets)
            when octets.length() == OCTETS -> decode(octets.toArray(), 0);
            case CosemData.DateTime(CosemData.Octets octets) -> decode(octets.toArray(), 0);
            case CosemData _ -> new Malformed<>("neither 12 octets nor a date-time", 0);
        };
    }

    /// The 12 octets, without tag or length.
    public byte[] octets() {
        var writer = new AxdrWriter(OCTETS);
        writeFields(writer);
        return writer.toOctets();
    }

    /// Writes an octet-string of 12 octets, as attributes of kind date_time are sent.
    public void write(AxdrWriter writer) {
        writer.octet(0x09).octet(OCTETS);
        writeFields(writer);
    }

    /// The first second these fields can mean, since 1970-01-01 00:00:00 UTC: the lower bound of a range. What is not
    /// specified takes its lowest value; the weekday only narrows a rule and is not looked at.
    ///
    /// @param localToEpochSeconds the meter's own reading of a local time, used when the deviation is not specified
    public long earliestSeconds(ToLongFunction<LocalDateTime> localToEpochSeconds) {
        int atYear = year == YEAR_NOT_SPECIFIED ? YEAR_EARLIEST : year;
        int atMonth = month > 12 ? 1 : month;
        var local = LocalDateTime.of(
                atYear,
                atMonth,
                dayIn(YearMonth.of(atYear, atMonth), 1),
                hour == NOT_SPECIFIED ? 0 : hour,
                minute == NOT_SPECIFIED ? 0 : minute,
                second == NOT_SPECIFIED ? 0 : second);
        return seconds(local, localToEpochSeconds);
    }

    /// The last second these fields can mean, since 1970-01-01 00:00:00 UTC: the upper bound of a range. What is not
    /// specified takes its highest value.
    ///
    /// @param localToEpochSeconds the meter's own reading of a local time, used when the deviation is not specified
    public long latestSeconds(ToLongFunction<LocalDateTime> localToEpochSeconds) {
        int atYear = year == YEAR_NOT_SPECIFIED ? YEAR_LATEST : year;
        int atMonth = month > 12 ? 12 : month;
        var at = YearMonth.of(atYear, atMonth);
        var local = LocalDateTime.of(
                atYear,
                atMonth,
                dayIn(at, at.lengthOfMonth()),
                hour == NOT_SPECIFIED ? 23 : hour,
                minute == NOT_SPECIFIED ? 59 : minute,
                second == NOT_SPECIFIED ? 59 : second);
        return seconds(local, localToEpochSeconds);
    }

    /// True when year, month, day, hour, minute and second are all numbers: one point in local time.
    public boolean isOnePoint() {
        return year != YEAR_NOT_SPECIFIED
                && month <= 12
                && day <= 31
                && hour != NOT_SPECIFIED
                && minute != NOT_SPECIFIED
                && second != NOT_SPECIFIED;
    }

    /// As a reader writes it: `2024-07-01 14:05:30 UTC+2`, with `*` for what is not specified.
    @Override
    public String toString() {
        var text = new StringBuilder()
                .append(field(year, YEAR_NOT_SPECIFIED, 4))
                .append('-')
                .append(
                        switch (month) {
                            case DAYLIGHT_SAVING_BEGIN -> "dst-begin";
                            case DAYLIGHT_SAVING_END -> "dst-end";
                            default -> field(month, NOT_SPECIFIED, 2);
                        })
                .append('-')
                .append(
                        switch (day) {
                            case LAST_DAY -> "last";
                            case SECOND_LAST_DAY -> "2nd-last";
                            default -> field(day, NOT_SPECIFIED, 2);
                        })
                .append(' ')
                .append(field(hour, NOT_SPECIFIED, 2))
                .append(':')
                .append(field(minute, NOT_SPECIFIED, 2))
                .append(':')
                .append(field(second, NOT_SPECIFIED, 2));
        if (deviationMinutes != DEVIATION_NOT_SPECIFIED) {
            text.append(String.format(
                    " UTC%s%02d:%02d",
                    deviationMinutes > 0 ? "-" : "+",
                    Math.abs(deviationMinutes) / SECONDS_PER_MINUTE,
                    Math.abs(deviationMinutes) % SECONDS_PER_MINUTE));
        }
        if (ClockStatus.INVALID_VALUE.isSetIn(status)) {
            text.append(" invalid");
        }
        if (ClockStatus.DAYLIGHT_SAVING_ACTIVE.isSetIn(status)) {
            text.append(" dst");
        }
        return text.toString();
    }

    private void writeFields(AxdrWriter writer) {
        writer.number(year, 2)
                .octet(month)
                .octet(day)
                .octet(weekday)
                .octet(hour)
                .octet(minute)
                .octet(second)
                .octet(hundredths)
                .number(deviationMinutes, 2)
                .octet(status);
    }

    /// A day beyond the end of its month means the last one; reserved values mean not specified.
    private int dayIn(YearMonth at, int whenNotSpecified) {
        return switch (day) {
            case LAST_DAY -> at.lengthOfMonth();
            case SECOND_LAST_DAY -> at.lengthOfMonth() - 1;
            default -> day >= DAY_RESERVED_FIRST ? whenNotSpecified : Math.min(day, at.lengthOfMonth());
        };
    }

    private long seconds(LocalDateTime local, ToLongFunction<LocalDateTime> localToEpochSeconds) {
        return deviationMinutes == DEVIATION_NOT_SPECIFIED
                ? localToEpochSeconds.applyAsLong(local)
                : local.toEpochSecond(ZoneOffset.UTC) + (long) deviationMinutes * SECONDS_PER_MINUTE;
    }

    private static String whatIsWrong(
            int year,
            int month,
            int day,
            int weekday,
            int hour,
            int minute,
            int second,
            int hundredths,
            int deviation,
            int status) {
        if (year < 0 || year > YEAR_NOT_SPECIFIED) {
            return "year " + year;
        }
        if (!(isWithin(month, 1, 12) || isWithin(month, DAYLIGHT_SAVING_END, NOT_SPECIFIED))) {
            return "month " + month;
        }
        if (!(isWithin(day, 1, 31) || isWithin(day, DAY_RESERVED_FIRST, NOT_SPECIFIED))) {
            return "day " + day;
        }
        if (!(isWithin(weekday, 1, 7) || weekday == NOT_SPECIFIED)) {
            return "weekday " + weekday;
        }
        if (!(isWithin(hour, 0, 23) || hour == NOT_SPECIFIED)) {
            return "hour " + hour;
        }
        if (!(isWithin(minute, 0, 59) || minute == NOT_SPECIFIED)) {
            return "minute " + minute;
        }
        if (!(isWithin(second, 0, 59) || second == NOT_SPECIFIED)) {
            return "second " + second;
        }
        if (!(isWithin(hundredths, 0, 99) || hundredths == NOT_SPECIFIED)) {
            return "hundredths " + hundredths;
        }
        if (!(isWithin(deviation, DEVIATION_MIN, DEVIATION_MAX) || deviation == DEVIATION_NOT_SPECIFIED)) {
            return "deviation " + deviation + " min";
        }
        return isWithin(status, 0, STATUS_NOT_SPECIFIED) ? "" : "status " + status;
    }

    private static boolean isWithin(int value, int first, int last) {
        return value >= first && value <= last;
    }

    private static String field(int value, int notSpecified, int digits) {
        return value == notSpecified ? "*" : String.format("%0" + digits + "d", value);
    }

    private static int unsigned(byte[] octets, int offset) {
        return Byte.toUnsignedInt(octets[offset]);
    }
}
