package trefas.cosem;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// A date with wildcards (date of IEC 62056-6-2), 5 octets: `yearHi yearLo month day weekday`. The fields take the
/// values of [CosemDateTime].
public record CosemDate(int year, int month, int day, int weekday) {

    public static final int OCTETS = 5;

    private static final String WEEKDAYS = "MonTueWedThuFriSatSun";

    /// Every day.
    public static final CosemDate ANY = new CosemDate(
            CosemDateTime.YEAR_NOT_SPECIFIED,
            CosemDateTime.NOT_SPECIFIED,
            CosemDateTime.NOT_SPECIFIED,
            CosemDateTime.NOT_SPECIFIED);

    /// Reads an octet-string of 5 octets or a date. Empty when it is neither or its fields are not those of a
    /// date.
    public static Optional<CosemDate> of(CosemData data) {
        return switch (data) {
            case CosemData.OctetString(Octets octets) when octets.length() == OCTETS -> decode(octets);
            case CosemData.Date(Octets octets) when octets.length() == OCTETS -> decode(octets);
            case CosemData _ -> Optional.empty();
        };
    }

    public static CosemDate of(LocalDate date) {
        return new CosemDate(
                date.getYear(),
                date.getMonthValue(),
                date.getDayOfMonth(),
                date.getDayOfWeek().getValue());
    }

    /// The date of a date-time, wildcards included.
    public static CosemDate of(CosemDateTime time) {
        return new CosemDate(time.year(), time.month(), time.day(), time.weekday());
    }

    /// The octet-string attributes carry.
    public CosemData octetString() {
        return new CosemData.OctetString(
                Octets.of(new byte[] {(byte) (year >> 8), (byte) year, (byte) month, (byte) day, (byte) weekday}));
    }

    /// True when a day is one this date means. A month of daylight saving begin or end means the month the
    /// European rule names, March or October.
    public boolean matches(LocalDate on) {
        return (year == CosemDateTime.YEAR_NOT_SPECIFIED || year == on.getYear())
                && monthMatches(on)
                && dayMatches(on)
                && (weekday == CosemDateTime.NOT_SPECIFIED
                        || weekday == on.getDayOfWeek().getValue());
    }

    /// True when every part is a number, so that at most one day is meant.
    public boolean isOneDay() {
        return year != CosemDateTime.YEAR_NOT_SPECIFIED && month <= 12 && day <= 31;
    }

    /// The first or last day this date can mean, wildcards taken as low or as high as they go.
    public LocalDate bound(boolean isUpper) {
        int atYear = year == CosemDateTime.YEAR_NOT_SPECIFIED ? isUpper ? 9999 : 0 : Math.min(year, 9999);
        int atMonth = month <= 12 ? month : isUpper ? 12 : 1;
        int length = YearMonth.of(atYear, atMonth).lengthOfMonth();
        int atDay = day <= 31 ? Math.min(day, length) : isUpper ? length : 1;
        return LocalDate.of(atYear, atMonth, atDay);
    }

    /// As a reader writes it: `2024-07-01`, with `*` for what is not specified, and the weekday when it is part of
    /// a rule: `*-03-last Sun`.
    public String toText() {
        String text = new CosemDateTime(year, month, day, weekday, 0, 0, 0, 0, CosemDateTime.DEVIATION_NOT_SPECIFIED, 0)
                .toString();
        String date = text.substring(0, text.indexOf(' '));
        return isOneDay() || weekday == CosemDateTime.NOT_SPECIFIED
                ? date
                : date + " " + WEEKDAYS.substring(3 * (weekday - 1), 3 * weekday);
    }

    private boolean monthMatches(LocalDate on) {
        return switch (month) {
            case CosemDateTime.NOT_SPECIFIED -> true;
            case CosemDateTime.DAYLIGHT_SAVING_BEGIN -> on.getMonthValue() == 3;
            case CosemDateTime.DAYLIGHT_SAVING_END -> on.getMonthValue() == 10;
            default -> month == on.getMonthValue();
        };
    }

    /// The last day with a weekday means the last such weekday of the month, as in "last Sunday".
    private boolean dayMatches(LocalDate on) {
        int length = on.lengthOfMonth();
        int last = weekday == CosemDateTime.NOT_SPECIFIED ? 1 : 7;
        return switch (day) {
            case CosemDateTime.LAST_DAY -> on.getDayOfMonth() > length - last;
            case CosemDateTime.SECOND_LAST_DAY ->
                on.getDayOfMonth() <= length - last && on.getDayOfMonth() > length - 2 * last;
            default -> day > 31 || day == on.getDayOfMonth();
        };
    }

    private static Optional<CosemDate> decode(Octets octets) {
        int year = (octets.octet(0) << 8) | octets.octet(1);
        int month = octets.octet(2);
        int day = octets.octet(3);
        int weekday = octets.octet(4);
        boolean isDate = ((month >= 1 && month <= 12) || month >= CosemDateTime.DAYLIGHT_SAVING_END)
                && ((day >= 1 && day <= 31) || day >= 0xE0)
                && ((weekday >= 1 && weekday <= 7) || weekday == CosemDateTime.NOT_SPECIFIED);
        return isDate ? Optional.of(new CosemDate(year, month, day, weekday)) : Optional.empty();
    }
}
