package trefas.cosem;

import java.util.List;
import java.util.stream.Collectors;
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
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.Time;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.CosemData.Utf8String;
import trefas.cosem.CosemData.VisibleString;
import trefas.cosem.Decoded.Complete;

/// COSEM data as people read it. Octets are hexadecimal, save twelve of them that are one point in time: those are
/// shown as that time, since attributes carry times as plain octet-strings.
public final class CosemText {

    private static final String INDENT = "  ";

    private CosemText() {}

    /// The whole value in one line: `{...}` a structure, `[...]` an array.
    public static String oneLine(CosemData data) {
        return switch (data) {
            case Array(var elements) -> joined("[", elements, "]");
            case Structure(var elements) -> joined("{", elements, "}");
            case CompactArray(var _, var elements) -> joined("[", elements, "]");
            case NullData _ -> "null";
            case Bool(boolean value) -> Boolean.toString(value);
            case BitString(int length, var octets) -> bits(length, octets);
            case DoubleLong(int value) -> Integer.toString(value);
            case DoubleLongUnsigned(long value) -> Long.toString(value);
            case OctetString(var octets) -> timeOrHex(data, octets);
            case VisibleString(String text) -> quoted(text);
            case Utf8String(String text) -> quoted(text);
            case Bcd(int value) -> String.format("%02X", value);
            case Int8(int value) -> Integer.toString(value);
            case Int16(int value) -> Integer.toString(value);
            case Unsigned(int value) -> Integer.toString(value);
            case LongUnsigned(int value) -> Integer.toString(value);
            case Long64(long value) -> Long.toString(value);
            case Long64Unsigned(long value) -> Long.toUnsignedString(value);
            case Enumerated(int value) -> Integer.toString(value);
            case Float32(float value) -> Float.toString(value);
            case Float64(double value) -> Double.toString(value);
            case DateTime(var octets) -> timeOrHex(data, octets);
            case Date(var octets) -> octets.toString();
            case Time(var octets) -> octets.toString();
            case Delta(var _, long value) -> value < 0 ? Long.toString(value) : "+" + value;
            case DontCare _ -> "*";
        };
    }

    /// One line per value with its type; what is inside another value is set in.
    public static String tree(CosemData data) {
        var text = new StringBuilder();
        branch(data, "", text);
        return text.toString();
    }

    /// The Blue Book's word for the type of a value.
    public static String typeName(CosemData data) {
        return switch (data) {
            case NullData _ -> "null-data";
            case Array _ -> "array";
            case Structure _ -> "structure";
            case Bool _ -> "boolean";
            case BitString _ -> "bit-string";
            case DoubleLong _ -> "double-long";
            case DoubleLongUnsigned _ -> "double-long-unsigned";
            case OctetString _ -> "octet-string";
            case VisibleString _ -> "visible-string";
            case Utf8String _ -> "utf8-string";
            case Bcd _ -> "bcd";
            case Int8 _ -> "integer";
            case Int16 _ -> "long";
            case Unsigned _ -> "unsigned";
            case LongUnsigned _ -> "long-unsigned";
            case CompactArray _ -> "compact-array";
            case Long64 _ -> "long64";
            case Long64Unsigned _ -> "long64-unsigned";
            case Enumerated _ -> "enum";
            case Float32 _ -> "float32";
            case Float64 _ -> "float64";
            case DateTime _ -> "date-time";
            case Date _ -> "date";
            case Time _ -> "time";
            case Delta _ -> "delta";
            case DontCare _ -> "dont-care";
        };
    }

    private static void branch(CosemData data, String indent, StringBuilder text) {
        text.append(indent).append(typeName(data)).append(' ');
        switch (data) {
            case Array(var elements) -> branches(elements, indent, text);
            case Structure(var elements) -> branches(elements, indent, text);
            case CompactArray(var _, var elements) -> branches(elements, indent, text);
            case CosemData simple -> text.append(oneLine(simple)).append('\n');
        }
    }

    private static void branches(List<CosemData> elements, String indent, StringBuilder text) {
        text.append("of ").append(elements.size()).append('\n');
        elements.forEach(element -> branch(element, indent + INDENT, text));
    }

    private static String joined(String open, List<CosemData> elements, String close) {
        return elements.stream().map(CosemText::oneLine).collect(Collectors.joining(", ", open, close));
    }

    private static String bits(int length, Octets octets) {
        var text = new StringBuilder(length);
        for (int bit = 0; bit < length; bit++) {
            text.append((octets.octet(bit / 8) >>> (7 - bit % 8)) & 1);
        }
        return text.toString();
    }

    private static String timeOrHex(CosemData data, Octets octets) {
        return CosemDateTime.of(data) instanceof Complete<CosemDateTime>(var time, int _) && time.isOnePoint()
                ? time.toString()
                : octets.toString();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
