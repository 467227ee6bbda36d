package trefas.cosem;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Bcd;
import trefas.cosem.CosemData.BitString;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemData.CompactArray;
import trefas.cosem.CosemData.Date;
import trefas.cosem.CosemData.DateTime;
import trefas.cosem.CosemData.Delta;
import trefas.cosem.CosemData.DeltaKind;
import trefas.cosem.CosemData.DontCare;
import trefas.cosem.CosemData.DoubleLong;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.Float32;
import trefas.cosem.CosemData.Float64;
import trefas.cosem.CosemData.Int16;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.Long64;
import trefas.cosem.CosemData.Long64Unsigned;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.Time;
import trefas.cosem.CosemData.TypeDescription;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.CosemData.Utf8String;
import trefas.cosem.CosemData.VisibleString;
import trefas.cosem.Decoded.Complete;

/// Names and texts of values, as the XML and the JSON form share them. What is written reads back to the same
/// value: octets are hexadecimal, bits are 0 and 1, floating point is the shortest decimal that is exact,
/// not-a-number its bits.
final class CosemScalar {

    private static final String DELTA = "delta-";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private CosemScalar() {}

    /// The element name of a value: the Blue Book's type, and for differences their width.
    static String name(CosemData data) {
        return data instanceof Delta(DeltaKind kind, long _) ? name(kind) : CosemText.typeName(data);
    }

    private static String name(DeltaKind kind) {
        return switch (kind) {
            case INTEGER -> "delta-integer";
            case LONG -> "delta-long";
            case DOUBLE_LONG -> "delta-double-long";
            case UNSIGNED -> "delta-unsigned";
            case LONG_UNSIGNED -> "delta-long-unsigned";
            case DOUBLE_LONG_UNSIGNED -> "delta-double-long-unsigned";
        };
    }

    static boolean hasParts(String name) {
        return name.equals("array") || name.equals("structure") || name.equals("compact-array");
    }

    /// The text of a value without parts.
    static String text(CosemData data) {
        return switch (data) {
            case NullData _, DontCare _, Array _, Structure _, CompactArray _ -> "";
            case Bool(boolean value) -> Boolean.toString(value);
            case BitString(int length, var octets) -> bits(length, octets);
            case DoubleLong(int value) -> Integer.toString(value);
            case DoubleLongUnsigned(long value) -> Long.toString(value);
            case OctetString(var octets) -> octets.toString();
            case VisibleString(String text) -> text;
            case Utf8String(String text) -> text;
            case Bcd(int value) -> HEX.toHexDigits((byte) value);
            case Int8(int value) -> Integer.toString(value);
            case Int16(int value) -> Integer.toString(value);
            case Unsigned(int value) -> Integer.toString(value);
            case LongUnsigned(int value) -> Integer.toString(value);
            case Long64(long value) -> Long.toString(value);
            case Long64Unsigned(long value) -> Long.toUnsignedString(value);
            case Enumerated(int value) -> Integer.toString(value);
            case Float32(float value) ->
                Float.isFinite(value) ? Float.toString(value) : HEX.toHexDigits(Float.floatToRawIntBits(value));
            case Float64(double value) ->
                Double.isFinite(value) ? Double.toString(value) : HEX.toHexDigits(Double.doubleToRawLongBits(value));
            case DateTime(var octets) -> octets.toString();
            case Date(var octets) -> octets.toString();
            case Time(var octets) -> octets.toString();
            case Delta(var _, long value) -> Long.toString(value);
        };
    }

    /// The value of a type without parts, or empty when the text is not one.
    static Optional<CosemData> read(String name, String text) {
        return typed(name, text).map(value -> value);
    }

    private static Optional<? extends CosemData> typed(String name, String text) {
        return switch (name) {
            case "null-data" -> text.isEmpty() ? Optional.of(new NullData()) : Optional.empty();
            case "dont-care" -> text.isEmpty() ? Optional.of(new DontCare()) : Optional.empty();
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? Optional.of(new Bool(text.equals("true")))
                        : Optional.empty();
            case "bit-string" -> bitString(text);
            case "double-long" ->
                decimal(text, Integer.MIN_VALUE, Integer.MAX_VALUE).map(value -> new DoubleLong(value.intValue()));
            case "double-long-unsigned" -> decimal(text, 0, 0xFFFF_FFFFL).map(DoubleLongUnsigned::new);
            case "octet-string" -> octets(text).map(OctetString::new);
            case "visible-string" ->
                StandardCharsets.US_ASCII.newEncoder().canEncode(text)
                        ? Optional.of(new VisibleString(text))
                        : Optional.empty();
            case "utf8-string" ->
                StandardCharsets.UTF_8.newEncoder().canEncode(text)
                        ? Optional.of(new Utf8String(text))
                        : Optional.empty();
            case "bcd" -> octets(text).filter(octets -> octets.length() == 1).map(octets -> new Bcd(octets.octet(0)));
            case "integer" -> decimal(text, Byte.MIN_VALUE, Byte.MAX_VALUE).map(value -> new Int8(value.intValue()));
            case "long" -> decimal(text, Short.MIN_VALUE, Short.MAX_VALUE).map(value -> new Int16(value.intValue()));
            case "unsigned" -> decimal(text, 0, 0xFF).map(value -> new Unsigned(value.intValue()));
            case "long-unsigned" -> decimal(text, 0, 0xFFFF).map(value -> new LongUnsigned(value.intValue()));
            case "enum" -> decimal(text, 0, 0xFF).map(value -> new Enumerated(value.intValue()));
            case "long64" -> decimal(text, Long.MIN_VALUE, Long.MAX_VALUE).map(Long64::new);
            case "long64-unsigned" -> unsigned64(text);
            case "float32" -> float32(text);
            case "float64" -> float64(text);
            case "date-time" -> octets(text, CosemDateTime.OCTETS).map(DateTime::new);
            case "date" -> octets(text, CosemDate.OCTETS).map(Date::new);
            case "time" -> octets(text, CosemTime.OCTETS).map(Time::new);
            default -> name.startsWith(DELTA) ? delta(name, text) : Optional.empty();
        };
    }

    /// The value of a type with parts, or empty when they do not fit it.
    static Optional<CosemData> compose(String name, String description, List<CosemData> elements) {
        return switch (name) {
            case "array" -> Optional.of(new Array(elements));
            case "structure" -> Optional.of(new Structure(elements));
            case "compact-array" ->
                description(description)
                        .filter(type -> elements.stream().allMatch(type::describes))
                        .map(type -> new CompactArray(type, elements));
            default -> Optional.empty();
        };
    }

    /// The description of a compact-array in hexadecimal A-XDR.
    static String description(TypeDescription description) {
        var writer = new AxdrWriter(CosemXml.CHARACTERS_MAX);
        Axdr.encode(new CompactArray(description, List.of()), writer);
        byte[] octets = writer.toOctets();
        return HEX.formatHex(octets, 1, octets.length - 1);
    }

    private static Optional<TypeDescription> description(String hex) {
        return octets("13" + hex + "00")
                .filter(octets -> Axdr.decode(octets.toArray()) instanceof Complete<CosemData>)
                .flatMap(octets -> Axdr.decode(octets.toArray())
                                        instanceof
                                        Complete<CosemData>(
                                                CompactArray(TypeDescription description, var elements),
                                                int _)
                                && elements.isEmpty()
                        ? Optional.of(description)
                        : Optional.empty());
    }

    /// A whole number in decimal digits within bounds.
    static Optional<Long> decimal(String text, long min, long max) {
        try {
            long value = Long.parseLong(text);
            return value >= min && value <= max ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<CosemData> unsigned64(String text) {
        try {
            return Optional.of(new Long64Unsigned(Long.parseUnsignedLong(text)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<CosemData> float32(String text) {
        Optional<Octets> bits = octets(text, Float.BYTES);
        if (bits.isPresent() && text.length() == 2 * Float.BYTES && isNotFinite(text, "7F8", "FF8")) {
            return Optional.of(new Float32(Float.intBitsToFloat(HexFormat.fromHexDigits(text))));
        }
        try {
            return Optional.of(new Float32(Float.parseFloat(text)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<CosemData> float64(String text) {
        Optional<Octets> bits = octets(text, Double.BYTES);
        if (bits.isPresent() && isNotFinite(text, "7FF", "FFF")) {
            return Optional.of(new Float64(Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(text))));
        }
        try {
            return Optional.of(new Float64(Double.parseDouble(text)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /// Infinity and not-a-number are written as their bits, and only those begin like this.
    private static boolean isNotFinite(String hex, String positive, String negative) {
        return (hex.compareTo(positive) >= 0 && hex.charAt(0) == positive.charAt(0))
                || (hex.compareTo(negative) >= 0 && hex.charAt(0) == negative.charAt(0));
    }

    private static Optional<CosemData> delta(String name, String text) {
        for (DeltaKind kind : DeltaKind.values()) {
            if (name(kind).equals(name)) {
                int bits = 8 * kind.octets();
                long min = kind.isSigned() ? -(1L << (bits - 1)) : 0;
                long max = kind.isSigned() ? (1L << (bits - 1)) - 1 : (1L << bits) - 1;
                return decimal(text, min, max).map(value -> new Delta(kind, value));
            }
        }
        return Optional.empty();
    }

    private static String bits(int length, Octets octets) {
        var text = new StringBuilder(length);
        for (int bit = 0; bit < length; bit++) {
            text.append((octets.octet(bit / 8) >>> (7 - bit % 8)) & 1);
        }
        return text.toString();
    }

    private static Optional<CosemData> bitString(String text) {
        byte[] octets = new byte[(text.length() + 7) / 8];
        for (int bit = 0; bit < text.length(); bit++) {
            char digit = text.charAt(bit);
            if (digit != '0' && digit != '1') {
                return Optional.empty();
            }
            octets[bit / 8] |= (byte) ((digit - '0') << (7 - bit % 8));
        }
        return Optional.of(new BitString(text.length(), Octets.of(octets)));
    }

    private static Optional<Octets> octets(String hex, int count) {
        return octets(hex).filter(octets -> octets.length() == count);
    }

    private static Optional<Octets> octets(String hex) {
        try {
            return Optional.of(Octets.of(HexFormat.of().parseHex(hex)));
        } catch (IllegalArgumentException notHexadecimal) {
            return Optional.empty();
        }
    }
}
