package trefas.app.read;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemDateTime;
import trefas.cosem.CosemJson;
import trefas.cosem.CosemXml;
import trefas.cosem.Decoded;
import trefas.quantity.Obis;

/// A value as it is typed at the command line. With its type in front it stands for itself; without, the type of
/// the value that is there now decides.
///
/// | written            | type                  | written               | type                        |
/// |--------------------|-----------------------|-----------------------|-----------------------------|
/// | `null`             | null-data             | `os:0A0B`             | octet-string, hexadecimal   |
/// | `bool:true`        | boolean               | `vs:text`             | visible-string              |
/// | `i8:` `i16:` `i32:` `i64:` | integer to long64 | `utf8:text`         | utf8-string                 |
/// | `u8:` `u16:` `u32:` `u64:` | unsigned to long64-unsigned | `dt:2026-11-28T12:00` | date-time in octets |
/// | `enum:1`           | enum                  | `date:` `time:`       | the same for a date, a time |
/// | `f32:` `f64:`      | float32, float64      | `datetime:`           | date-time, tag 25           |
/// | `bits:10110`       | bit-string            | `bcd:42`              | bcd                         |
/// | `{a, b}` `[a, b]`  | structure, array of such values | `obis:1.8.0` | logical name in an octet-string |
/// | `json:{"enum":"1"}` | as [CosemJson] has it | `xml:<enum>1</enum>` | as [CosemXml] has it           |
public final class ValueText {

    /// Values inside values, counted from the outermost.
    private static final int NESTING_MAX = 8;

    private static final BigInteger TWO = BigInteger.TWO;

    private ValueText() {}

    /// What became of a text.
    public sealed interface Parsed {
        record Value(CosemData data) implements Parsed {}

        /// Nothing that can be read.
        ///
        /// @param expected what would have been understood, as the end of a sentence
        record Unreadable(String expected) implements Parsed {}
    }

    /// Reads a value whose type is written in front of it.
    public static Parsed parse(String text) {
        return typed(text.strip(), NESTING_MAX);
    }

    /// Reads a value; without a type in front it becomes one of the type that is there now.
    public static Parsed parse(String text, CosemData now) {
        Parsed typed = typed(text.strip(), NESTING_MAX);
        return typed instanceof Parsed.Value ? typed : like(text, now, typed);
    }

    private static Parsed typed(String text, int depth) {
        if (text.equals("null")) {
            return new Parsed.Value(new CosemData.NullData());
        }
        if (isEnclosed(text, '{', '}') || isEnclosed(text, '[', ']')) {
            return depth == 0 ? unreadable("fewer values inside values") : several(text, depth);
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            return unreadable("a type in front, such as u32:" + text);
        }
        String content = text.substring(colon + 1);
        return switch (text.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "bool" -> bool(content);
            case "i8" -> signed(content, 8);
            case "i16" -> signed(content, 16);
            case "i32" -> signed(content, 32);
            case "i64" -> signed(content, 64);
            case "u8" -> unsigned(content, 8);
            case "u16" -> unsigned(content, 16);
            case "u32" -> unsigned(content, 32);
            case "u64" -> unsigned(content, 64);
            case "enum" ->
                number(content, BigInteger.ZERO, BigInteger.valueOf(255))
                        .<Parsed>map(value -> new Parsed.Value(new CosemData.Enumerated(value.intValue())))
                        .orElseGet(() -> unreadable("enum:0 to enum:255"));
            case "bcd" ->
                content.matches("\\d{2}")
                        ? new Parsed.Value(new CosemData.Bcd(Integer.parseInt(content, 16)))
                        : unreadable("two digits, such as bcd:42");
            case "f32" ->
                floating(content)
                        .map(value -> value(new CosemData.Float32(value.floatValue())))
                        .orElseGet(() -> unreadable("a number, such as f32:1.5"));
            case "f64" ->
                floating(content)
                        .map(value -> value(new CosemData.Float64(value)))
                        .orElseGet(() -> unreadable("a number, such as f64:1.5"));
            case "os" ->
                hex(content)
                        .map(octets -> value(new CosemData.OctetString(octets)))
                        .orElseGet(() -> unreadable("pairs of hexadecimal digits, such as os:0A0B"));
            case "vs" ->
                StandardCharsets.US_ASCII.newEncoder().canEncode(content)
                        ? value(new CosemData.VisibleString(content))
                        : unreadable("ASCII after vs:, or utf8: for other letters");
            case "utf8" -> value(new CosemData.Utf8String(content));
            case "bits" -> bits(content);
            case "obis" ->
                Obis.parse(content)
                        .<Parsed>map(obis -> value(new CosemData.OctetString(Octets.of(obis.octets()))))
                        .orElseGet(() -> unreadable("an OBIS code, such as obis:1-1:1.8.0*255"));
            case "dt" ->
                dateTime(content)
                        .map(octets -> value(new CosemData.OctetString(octets)))
                        .orElseGet(
                                () -> unreadable("a time, such as dt:2026-11-28T12:00 or dt:2026-11-28T12:00+01:00"));
            case "datetime" ->
                dateTime(content)
                        .map(octets -> value(new CosemData.DateTime(octets)))
                        .orElseGet(() -> unreadable("a time, such as datetime:2026-11-28T12:00"));
            case "date" ->
                date(content)
                        .map(octets -> value(new CosemData.OctetString(octets)))
                        .orElseGet(() -> unreadable("a date, such as date:2026-11-28"));
            case "time" ->
                time(content)
                        .map(octets -> value(new CosemData.OctetString(octets)))
                        .orElseGet(() -> unreadable("a time of day, such as time:12:00"));
            case "json" -> decoded(CosemJson.read(content), "json:{\"enum\":\"1\"}");
            case "xml" -> decoded(CosemXml.read(content), "xml:<enum>1</enum>");
            default -> unreadable("a known type in front, such as u32:5, os:0A0B, vs:text or enum:1");
        };
    }

    private static Parsed decoded(Decoded<CosemData> text, String example) {
        return switch (text) {
            case Decoded.Complete<CosemData>(CosemData data, int _) -> value(data);
            case Decoded.Incomplete<CosemData> _ -> unreadable("more text, such as " + example);
            case Decoded.Malformed<CosemData>(String reason, int at) ->
                unreadable("a value such as " + example + ", and character " + (at + 1) + " is " + reason);
        };
    }

    /// Elements between braces or brackets, separated by commas that stand in no inner pair.
    private static Parsed several(String text, int depth) {
        var elements = new ArrayList<CosemData>();
        String inside = text.substring(1, text.length() - 1).strip();
        int from = 0;
        int open = 0;
        for (int at = 0; at <= inside.length() && !inside.isEmpty(); at++) {
            char character = at < inside.length() ? inside.charAt(at) : ',';
            if (character == '{' || character == '[') {
                open++;
            } else if (character == '}' || character == ']') {
                open--;
            } else if (character == ',' && (open == 0 || at == inside.length())) {
                switch (typed(inside.substring(from, at).strip(), depth - 1)) {
                    case Parsed.Value(CosemData element) -> elements.add(element);
                    case Parsed.Unreadable unreadable -> {
                        return unreadable;
                    }
                }
                from = at + 1;
            }
        }
        return value(text.startsWith("{") ? new CosemData.Structure(elements) : new CosemData.Array(elements));
    }

    /// The text as a value of the type that is there now.
    private static Parsed like(String text, CosemData now, Parsed otherwise) {
        return switch (now) {
            case CosemData.Bool _ -> bool(text);
            case CosemData.Int8 _ -> signed(text, 8);
            case CosemData.Int16 _ -> signed(text, 16);
            case CosemData.DoubleLong _ -> signed(text, 32);
            case CosemData.Long64 _ -> signed(text, 64);
            case CosemData.Unsigned _ -> unsigned(text, 8);
            case CosemData.LongUnsigned _ -> unsigned(text, 16);
            case CosemData.DoubleLongUnsigned _ -> unsigned(text, 32);
            case CosemData.Long64Unsigned _ -> unsigned(text, 64);
            case CosemData.Enumerated _ -> typed("enum:" + text, 1);
            case CosemData.Bcd _ -> typed("bcd:" + text, 1);
            case CosemData.Float32 _ -> typed("f32:" + text, 1);
            case CosemData.Float64 _ -> typed("f64:" + text, 1);
            case CosemData.VisibleString _ -> typed("vs:" + text, 1);
            case CosemData.Utf8String _ -> typed("utf8:" + text, 1);
            case CosemData.BitString _ -> bits(text);
            case CosemData.DateTime _ -> typed("datetime:" + text, 1);
            case CosemData.OctetString(Octets octets) -> likeOctets(text, octets);
            case CosemData.Date _, CosemData.Time _ -> otherwise;
            case CosemData.NullData _, CosemData.DontCare _, CosemData.Delta _ -> otherwise;
            case CosemData.Array _, CosemData.Structure _, CosemData.CompactArray _ -> otherwise;
        };
    }

    /// Twelve octets are mostly a time; anything that is no time is hexadecimal.
    private static Parsed likeOctets(String text, Octets now) {
        Optional<Octets> time = now.length() == CosemDateTime.OCTETS ? dateTime(text) : Optional.empty();
        return time.isPresent() ? value(new CosemData.OctetString(time.get())) : typed("os:" + text, 1);
    }

    private static Parsed bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "on" -> value(new CosemData.Bool(true));
            case "false", "0", "off" -> value(new CosemData.Bool(false));
            default -> unreadable("true or false");
        };
    }

    private static Parsed signed(String text, int bits) {
        BigInteger half = TWO.pow(bits - 1);
        return number(text, half.negate(), half.subtract(BigInteger.ONE))
                .map(value -> value(
                        switch (bits) {
                            case 8 -> new CosemData.Int8(value.intValue());
                            case 16 -> new CosemData.Int16(value.intValue());
                            case 32 -> new CosemData.DoubleLong(value.intValue());
                            default -> new CosemData.Long64(value.longValue());
                        }))
                .orElseGet(() -> unreadable("a whole number from -" + half + " to " + half.subtract(BigInteger.ONE)));
    }

    private static Parsed unsigned(String text, int bits) {
        BigInteger most = TWO.pow(bits).subtract(BigInteger.ONE);
        return number(text, BigInteger.ZERO, most)
                .map(value -> value(
                        switch (bits) {
                            case 8 -> new CosemData.Unsigned(value.intValue());
                            case 16 -> new CosemData.LongUnsigned(value.intValue());
                            case 32 -> new CosemData.DoubleLongUnsigned(value.longValue());
                            default -> new CosemData.Long64Unsigned(value.longValue());
                        }))
                .orElseGet(() -> unreadable("a whole number from 0 to " + most));
    }

    private static Optional<BigInteger> number(String text, BigInteger least, BigInteger most) {
        String digits = text.strip();
        if (!digits.matches("[+-]?\\d{1,20}")) {
            return Optional.empty();
        }
        var number = new BigInteger(digits);
        return number.compareTo(least) < 0 || number.compareTo(most) > 0 ? Optional.empty() : Optional.of(number);
    }

    private static Optional<Double> floating(String text) {
        return text.matches("[+-]?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?")
                ? Optional.of(Double.valueOf(text))
                : Optional.empty();
    }

    private static Optional<Octets> hex(String text) {
        String digits = text.replace(" ", "");
        return digits.matches("([0-9a-fA-F]{2})*")
                ? Optional.of(Octets.of(HexFormat.of().parseHex(digits)))
                : Optional.empty();
    }

    private static Parsed bits(String text) {
        if (!text.matches("[01]{0,4096}")) {
            return unreadable("zeros and ones, such as bits:10110");
        }
        byte[] octets = new byte[(text.length() + 7) / 8];
        for (int bit = 0; bit < text.length(); bit++) {
            if (text.charAt(bit) == '1') {
                octets[bit / 8] |= (byte) (0x80 >>> (bit % 8));
            }
        }
        return value(new CosemData.BitString(text.length(), Octets.of(octets)));
    }

    /// A local time, with the meter's own deviation left open unless an offset follows.
    private static Optional<Octets> dateTime(String text) {
        try {
            String written = text.strip().replace(' ', 'T');
            int offsetAt = Math.max(written.indexOf('+'), written.indexOf('-', Math.max(0, written.indexOf('T'))));
            if (written.endsWith("Z") || (written.indexOf('T') > 0 && offsetAt > written.indexOf('T'))) {
                var at = OffsetDateTime.parse(written);
                int deviation = -at.getOffset().getTotalSeconds() / 60;
                return Optional.of(
                        Octets.of(CosemDateTime.of(at.toLocalDateTime(), deviation, CosemDateTime.STATUS_NOT_SPECIFIED)
                                .octets()));
            }
            var local = LocalDateTime.parse(written.contains("T") ? written : written + "T00:00");
            return Optional.of(Octets.of(
                    CosemDateTime.of(local, CosemDateTime.DEVIATION_NOT_SPECIFIED, CosemDateTime.STATUS_NOT_SPECIFIED)
                            .octets()));
        } catch (DateTimeException | IllegalArgumentException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<Octets> date(String text) {
        try {
            var date = LocalDate.parse(text.strip());
            return Optional.of(Octets.of(new byte[] {
                (byte) (date.getYear() >>> 8),
                (byte) date.getYear(),
                (byte) date.getMonthValue(),
                (byte) date.getDayOfMonth(),
                (byte) date.getDayOfWeek().getValue()
            }));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<Octets> time(String text) {
        try {
            var time = LocalTime.parse(text.strip());
            return Optional.of(
                    Octets.of(new byte[] {(byte) time.getHour(), (byte) time.getMinute(), (byte) time.getSecond(), 0}));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static boolean isEnclosed(String text, char open, char close) {
        return text.length() >= 2 && text.charAt(0) == open && text.charAt(text.length() - 1) == close;
    }

    private static Parsed value(CosemData data) {
        return new Parsed.Value(data);
    }

    private static Parsed unreadable(String expected) {
        return new Parsed.Unreadable(expected);
    }

    /// The letters in front of a colon, for help texts.
    public static List<String> types() {
        return List.of(
                "null",
                "bool",
                "i8",
                "i16",
                "i32",
                "i64",
                "u8",
                "u16",
                "u32",
                "u64",
                "enum",
                "bcd",
                "f32",
                "f64",
                "os",
                "vs",
                "utf8",
                "bits",
                "obis",
                "dt",
                "datetime",
                "date",
                "time",
                "json",
                "xml");
    }
}
