package trefas.cosem;

import java.nio.charset.StandardCharsets;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Bcd;
import trefas.cosem.CosemData.BitString;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemData.CompactArray;
import trefas.cosem.CosemData.Date;
import trefas.cosem.CosemData.DateTime;
import trefas.cosem.CosemData.Delta;
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
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.Time;
import trefas.cosem.CosemData.TypeDescription;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.CosemData.Utf8String;
import trefas.cosem.CosemData.VisibleString;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Malformed;

/// COSEM data to and from A-XDR octets (IEC 61334-6, with the tags of IEC 62056-5-3).
public final class Axdr {

    /// Values inside values, counted from the outermost.
    public static final int NESTING_MAX = 32;

    /// Values that take no octets (null-data inside a compact-array), in one decoding.
    public static final int EMPTY_VALUES_MAX = 65_536;

    static final int NULL_DATA = 0x00;
    static final int ARRAY = 0x01;
    static final int STRUCTURE = 0x02;
    static final int BOOLEAN = 0x03;
    static final int BIT_STRING = 0x04;
    static final int DOUBLE_LONG = 0x05;
    static final int DOUBLE_LONG_UNSIGNED = 0x06;
    static final int OCTET_STRING = 0x09;
    static final int VISIBLE_STRING = 0x0A;
    static final int UTF8_STRING = 0x0C;
    static final int BCD = 0x0D;
    static final int INTEGER = 0x0F;
    static final int LONG = 0x10;
    static final int UNSIGNED = 0x11;
    static final int LONG_UNSIGNED = 0x12;
    static final int COMPACT_ARRAY = 0x13;
    static final int LONG64 = 0x14;
    static final int LONG64_UNSIGNED = 0x15;
    static final int ENUMERATED = 0x16;
    static final int FLOAT32 = 0x17;
    static final int FLOAT64 = 0x18;
    static final int DATE_TIME = 0x19;
    static final int DATE = 0x1A;
    static final int TIME = 0x1B;
    static final int DONT_CARE = 0xFF;

    private Axdr() {}

    /// Reads one value; octets after it belong to whoever called.
    public static Decoded<CosemData> decode(byte[] octets, int offset, int length) {
        return new AxdrDecoder(octets, offset, offset + length).decode();
    }

    /// Reads one value that must fill all the octets: a remainder is malformed.
    public static Decoded<CosemData> decode(byte[] octets) {
        var decoded = decode(octets, 0, octets.length);
        return decoded instanceof Complete<CosemData>(CosemData _, int used) && used < octets.length
                ? new Malformed<>(octets.length - used + " octets after the value", used)
                : decoded;
    }

    /// Appends one value, tag first.
    public static void encode(CosemData data, AxdrWriter writer) {
        writer.octet(tag(data));
        switch (data) {
            case Array(var elements) -> {
                writer.lengthField(elements.size());
                elements.forEach(element -> encode(element, writer));
            }
            case Structure(var elements) -> {
                writer.lengthField(elements.size());
                elements.forEach(element -> encode(element, writer));
            }
            case CompactArray(var description, var elements) -> {
                encodeDescription(description, writer);
                writer.lengthField(
                        elements.stream().mapToInt(Axdr::contentOctets).sum());
                elements.forEach(element -> encodeContent(element, writer));
            }
            case CosemData simple -> encodeContent(simple, writer);
        }
    }

    /// The octet that announces the type of a value.
    public static int tag(CosemData data) {
        return switch (data) {
            case NullData _ -> NULL_DATA;
            case Array _ -> ARRAY;
            case Structure _ -> STRUCTURE;
            case Bool _ -> BOOLEAN;
            case BitString _ -> BIT_STRING;
            case DoubleLong _ -> DOUBLE_LONG;
            case DoubleLongUnsigned _ -> DOUBLE_LONG_UNSIGNED;
            case OctetString _ -> OCTET_STRING;
            case VisibleString _ -> VISIBLE_STRING;
            case Utf8String _ -> UTF8_STRING;
            case Bcd _ -> BCD;
            case Int8 _ -> INTEGER;
            case Int16 _ -> LONG;
            case Unsigned _ -> UNSIGNED;
            case LongUnsigned _ -> LONG_UNSIGNED;
            case CompactArray _ -> COMPACT_ARRAY;
            case Long64 _ -> LONG64;
            case Long64Unsigned _ -> LONG64_UNSIGNED;
            case Enumerated _ -> ENUMERATED;
            case Float32 _ -> FLOAT32;
            case Float64 _ -> FLOAT64;
            case DateTime _ -> DATE_TIME;
            case Date _ -> DATE;
            case Time _ -> TIME;
            case Delta(var kind, long _) -> kind.tag();
            case DontCare _ -> DONT_CARE;
        };
    }

    private static void encodeDescription(TypeDescription description, AxdrWriter writer) {
        switch (description) {
            case TypeDescription.Simple(int tag) -> writer.octet(tag);
            case TypeDescription.ArrayOf(int count, var element) ->
                encodeDescription(element, writer.octet(ARRAY).number(count, 2));
            case TypeDescription.StructureOf(var elements) -> {
                writer.octet(STRUCTURE).lengthField(elements.size());
                elements.forEach(element -> encodeDescription(element, writer));
            }
        }
    }

    /// A value as it stands inside a compact-array: no tag, and no count for arrays and structures.
    private static void encodeContent(CosemData data, AxdrWriter writer) {
        switch (data) {
            case NullData _, DontCare _ -> {}
            case Array(var elements) -> elements.forEach(element -> encodeContent(element, writer));
            case Structure(var elements) -> elements.forEach(element -> encodeContent(element, writer));
            case CompactArray _ -> throw new IllegalArgumentException("a compact-array inside a compact-array");
            case Bool(boolean value) -> writer.octet(value ? 1 : 0);
            case BitString(int length, var octets) -> writer.lengthField(length).octets(octets.toArray());
            case DoubleLong(int value) -> writer.number(value, 4);
            case DoubleLongUnsigned(long value) -> writer.number(value, 4);
            case OctetString(var octets) -> encodeString(octets.toArray(), writer);
            case VisibleString(String text) -> encodeString(text.getBytes(StandardCharsets.US_ASCII), writer);
            case Utf8String(String text) -> encodeString(text.getBytes(StandardCharsets.UTF_8), writer);
            case Bcd(int value) -> writer.octet(value);
            case Int8(int value) -> writer.octet(value);
            case Int16(int value) -> writer.number(value, 2);
            case Unsigned(int value) -> writer.octet(value);
            case LongUnsigned(int value) -> writer.number(value, 2);
            case Long64(long value) -> writer.number(value, 8);
            case Long64Unsigned(long value) -> writer.number(value, 8);
            case Enumerated(int value) -> writer.octet(value);
            case Float32(float value) -> writer.number(Float.floatToRawIntBits(value), 4);
            case Float64(double value) -> writer.number(Double.doubleToRawLongBits(value), 8);
            case DateTime(var octets) -> writer.octets(octets.toArray());
            case Date(var octets) -> writer.octets(octets.toArray());
            case Time(var octets) -> writer.octets(octets.toArray());
            case Delta(var kind, long value) -> writer.number(value, kind.octets());
        }
    }

    private static void encodeString(byte[] octets, AxdrWriter writer) {
        writer.lengthField(octets.length).octets(octets);
    }

    /// Octets [#encodeContent] writes.
    private static int contentOctets(CosemData data) {
        return switch (data) {
            case NullData _, DontCare _ -> 0;
            case Array(var elements) ->
                elements.stream().mapToInt(Axdr::contentOctets).sum();
            case Structure(var elements) ->
                elements.stream().mapToInt(Axdr::contentOctets).sum();
            case CompactArray _ -> throw new IllegalArgumentException("a compact-array inside a compact-array");
            case Bool _, Bcd _, Int8 _, Unsigned _, Enumerated _ -> 1;
            case Int16 _, LongUnsigned _ -> 2;
            case DoubleLong _, DoubleLongUnsigned _, Float32 _, Time _ -> 4;
            case Date _ -> 5;
            case Long64 _, Long64Unsigned _, Float64 _ -> 8;
            case DateTime _ -> CosemDateTime.OCTETS;
            case BitString(int length, var octets) -> lengthFieldOctets(length) + octets.length();
            case OctetString(var octets) -> stringOctets(octets.length());
            case VisibleString(String text) -> stringOctets(text.getBytes(StandardCharsets.US_ASCII).length);
            case Utf8String(String text) -> stringOctets(text.getBytes(StandardCharsets.UTF_8).length);
            case Delta(var kind, long _) -> kind.octets();
        };
    }

    private static int stringOctets(int length) {
        return lengthFieldOctets(length) + length;
    }

    private static int lengthFieldOctets(int length) {
        return length < 0x80 ? 1 : length <= 0xFF ? 2 : length <= 0xFFFF ? 3 : length <= 0xFF_FFFF ? 4 : 5;
    }
}
