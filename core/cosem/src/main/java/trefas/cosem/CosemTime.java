package trefas.cosem;

import java.time.LocalTime;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// A time of day with wildcards (time of IEC 62056-6-2), 4 octets: `hour minute second hundredths`, each or
/// [CosemDateTime#NOT_SPECIFIED].
public record CosemTime(int hour, int minute, int second, int hundredths) {

    public static final int OCTETS = 4;

    /// Reads an octet-string of 4 octets or a time. Empty when it is neither or its fields are not those of a
    /// time.
    public static Optional<CosemTime> of(CosemData data) {
        return switch (data) {
            case CosemData.OctetString(Octets octets) when octets.length() == OCTETS -> decode(octets);
            case CosemData.Time(Octets octets) when octets.length() == OCTETS -> decode(octets);
            case CosemData _ -> Optional.empty();
        };
    }

    /// The octet-string attributes carry.
    public CosemData octetString() {
        return new CosemData.OctetString(
                Octets.of(new byte[] {(byte) hour, (byte) minute, (byte) second, (byte) hundredths}));
    }

    /// True when a time of day, cut to the second, is one this time means. A second that is not specified means
    /// the full minute, so that an action runs once; nothing specified at all means never.
    public boolean matches(LocalTime at) {
        if (hour == CosemDateTime.NOT_SPECIFIED
                && minute == CosemDateTime.NOT_SPECIFIED
                && second == CosemDateTime.NOT_SPECIFIED) {
            return false;
        }
        return (hour == CosemDateTime.NOT_SPECIFIED || hour == at.getHour())
                && (minute == CosemDateTime.NOT_SPECIFIED || minute == at.getMinute())
                && (second == CosemDateTime.NOT_SPECIFIED ? at.getSecond() == 0 : second == at.getSecond());
    }

    /// Seconds since midnight, what is not specified taken as zero.
    public int secondOfDay() {
        return 3_600 * zeroIfOpen(hour) + 60 * zeroIfOpen(minute) + zeroIfOpen(second);
    }

    /// As a reader writes it: `06:30:00`, with `*` for what is not specified.
    public String toText() {
        return field(hour) + ":" + field(minute) + ":" + field(second);
    }

    private static String field(int value) {
        return value == CosemDateTime.NOT_SPECIFIED ? "*" : String.format("%02d", value);
    }

    private static int zeroIfOpen(int field) {
        return field == CosemDateTime.NOT_SPECIFIED ? 0 : field;
    }

    private static Optional<CosemTime> decode(Octets octets) {
        int hour = octets.octet(0);
        int minute = octets.octet(1);
        int second = octets.octet(2);
        int hundredths = octets.octet(3);
        boolean isTime = isWithin(hour, 23) && isWithin(minute, 59) && isWithin(second, 59) && isWithin(hundredths, 99);
        return isTime ? Optional.of(new CosemTime(hour, minute, second, hundredths)) : Optional.empty();
    }

    private static boolean isWithin(int field, int max) {
        return field <= max || field == CosemDateTime.NOT_SPECIFIED;
    }
}
