package trefas.dlms.explain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemDateTime;
import trefas.cosem.Decoded.Complete;

/// A type of COSEM data without parts (IEC 62056-5-3, Data), and how its octets are said.
enum SimpleType {
    NULL_DATA(0x00, "null-data", 0, octets -> ""),
    BOOLEAN(0x03, "boolean", 1, octets -> octets.octet(0) != 0 ? "true" : "false"),
    BIT_STRING(0x04, "bit-string", SimpleType.COUNTED, SimpleType::hex),
    DOUBLE_LONG(0x05, "double-long", 4, SimpleType::signed),
    DOUBLE_LONG_UNSIGNED(0x06, "double-long-unsigned", 4, SimpleType::unsigned),
    OCTET_STRING(0x09, "octet-string", SimpleType.COUNTED, SimpleType::string),
    VISIBLE_STRING(0x0A, "visible-string", SimpleType.COUNTED, SimpleType::text),
    UTF8_STRING(0x0C, "utf8-string", SimpleType.COUNTED, SimpleType::text),
    BCD(0x0D, "bcd", 1, SimpleType::hex),
    INTEGER(0x0F, "integer", 1, SimpleType::signed),
    LONG(0x10, "long", 2, SimpleType::signed),
    UNSIGNED(0x11, "unsigned", 1, SimpleType::unsigned),
    LONG_UNSIGNED(0x12, "long-unsigned", 2, SimpleType::unsigned),
    LONG64(0x14, "long64", 8, SimpleType::signed),
    LONG64_UNSIGNED(0x15, "long64-unsigned", 8, SimpleType::unsigned),
    ENUM(0x16, "enum", 1, SimpleType::unsigned),
    FLOAT32(
            0x17,
            "float32",
            4,
            octets -> Float.toString(Float.intBitsToFloat(number(octets, true).intValue()))),
    FLOAT64(
            0x18,
            "float64",
            8,
            octets ->
                    Double.toString(Double.longBitsToDouble(number(octets, true).longValue()))),
    DATE_TIME(0x19, "date-time", 12, SimpleType::time),
    DATE(0x1A, "date", 5, octets -> date(octets, 0)),
    TIME(0x1B, "time", 4, octets -> timeOfDay(octets, 0)),
    DELTA_INTEGER(0x1C, "delta-integer", 1, SimpleType::signed),
    DELTA_LONG(0x1D, "delta-long", 2, SimpleType::signed),
    DELTA_DOUBLE_LONG(0x1E, "delta-double-long", 4, SimpleType::signed),
    DELTA_UNSIGNED(0x1F, "delta-unsigned", 1, SimpleType::unsigned),
    DELTA_LONG_UNSIGNED(0x20, "delta-long-unsigned", 2, SimpleType::unsigned),
    DELTA_DOUBLE_LONG_UNSIGNED(0x21, "delta-double-long-unsigned", 4, SimpleType::unsigned),
    DONT_CARE(0xFF, "dont-care", 0, octets -> "");

    /// A length stands before the octets.
    private static final int COUNTED = -1;

    private static final int OBIS_OCTETS = 6;
    /// Octets of a string that are shown in words.
    private static final int SHOWN_MAX = 64;

    private static final Map<Integer, SimpleType> BY_TAG =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(type -> type.tag, Function.identity()));

    private final int tag;
    private final String words;
    private final int octets;
    private final Function<Octets, String> saying;

    SimpleType(int tag, String words, int octets, Function<Octets, String> saying) {
        this.tag = tag;
        this.words = words;
        this.octets = octets;
        this.saying = saying;
    }

    static Optional<SimpleType> ofTag(int tag) {
        return Optional.ofNullable(BY_TAG.get(tag));
    }

    /// The Blue Book's word for it.
    String words() {
        return words;
    }

    /// Octets of the content, or a negative number when a length says it.
    int octets() {
        return octets;
    }

    /// The content in words.
    ///
    /// @param bits that count, of a bit-string
    String say(Octets content, int bits) {
        return this == BIT_STRING ? bits(content, bits) : saying.apply(content);
    }

    /// A date and time with whatever is not specified as `*`, or the octets when they are none.
    static String time(Octets octets) {
        return CosemDateTime.decode(octets.toArray(), 0) instanceof Complete<CosemDateTime>(var time, int _)
                ? time.toString()
                : hex(octets) + " (not a date-time)";
    }

    static String hex(Octets octets) {
        if (octets.length() <= SHOWN_MAX) {
            return octets.toString();
        }
        return Octets.of(octets.toArray(), 0, SHOWN_MAX) + "… (" + octets.length() + " octets)";
    }

    /// Quoted text, with `·` for what can't be printed.
    static String text(Octets octets) {
        String text = new String(octets.toArray(), 0, Math.min(octets.length(), SHOWN_MAX), StandardCharsets.UTF_8);
        var shown = new StringBuilder("\"");
        text.codePoints()
                .map(point -> Character.isISOControl(point) || point == 0xFFFD ? '·' : point)
                .forEach(shown::appendCodePoint);
        return octets.length() > SHOWN_MAX ? shown + "…\" (" + octets.length() + " octets)" : shown + "\"";
    }

    static boolean isText(Octets octets) {
        if (octets.length() == 0) {
            return false;
        }
        for (int i = 0; i < octets.length(); i++) {
            if (octets.octet(i) < 0x20 || octets.octet(i) > 0x7E) {
                return false;
            }
        }
        return true;
    }

    private static String string(Octets octets) {
        if (octets.length() == CosemDateTime.OCTETS
                && CosemDateTime.decode(octets.toArray(), 0) instanceof Complete<CosemDateTime>(var time, int _)) {
            return octets + " (" + time + ")";
        }
        if (octets.length() == OBIS_OCTETS && !isText(octets)) {
            return octets + " (" + Fields.object(octets) + ")";
        }
        return octets.length() > 0 ? hex(octets) + (isText(octets) ? " (" + text(octets) + ")" : "") : "empty";
    }

    private static String bits(Octets octets, int count) {
        var text = new StringBuilder();
        int shown = Math.min(count, SHOWN_MAX);
        for (int bit = 0; bit < shown; bit++) {
            text.append((octets.octet(bit / 8) >>> (7 - (bit % 8))) & 1);
        }
        return count > SHOWN_MAX ? text + "… (" + count + " bits)" : text.toString();
    }

    private static String date(Octets octets, int at) {
        int year = (octets.octet(at) << 8) | octets.octet(at + 1);
        return (year == 0xFFFF ? "*" : Integer.toString(year))
                + "-"
                + switch (octets.octet(at + 2)) {
                    case 0xFD -> "dst-end";
                    case 0xFE -> "dst-begin";
                    default -> two(octets.octet(at + 2));
                }
                + "-"
                + switch (octets.octet(at + 3)) {
                    case 0xFD -> "2nd-last";
                    case 0xFE -> "last";
                    default -> two(octets.octet(at + 3));
                }
                + (octets.octet(at + 4) == 0xFF ? "" : " weekday " + octets.octet(at + 4));
    }

    private static String timeOfDay(Octets octets, int at) {
        return two(octets.octet(at)) + ":" + two(octets.octet(at + 1)) + ":" + two(octets.octet(at + 2));
    }

    private static String two(int value) {
        return value == 0xFF ? "*" : String.format("%02d", value);
    }

    private static String signed(Octets octets) {
        return number(octets, true).toString();
    }

    private static String unsigned(Octets octets) {
        return number(octets, false).toString();
    }

    private static BigInteger number(Octets octets, boolean isSigned) {
        return isSigned ? new BigInteger(octets.toArray()) : new BigInteger(1, octets.toArray());
    }
}
