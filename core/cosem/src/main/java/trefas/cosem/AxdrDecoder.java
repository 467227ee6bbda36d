package trefas.cosem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import trefas.cosem.CosemData.DeltaKind;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.TypeDescription;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// One reading of A-XDR octets, left to right. After the first fault everything it returns is meaningless and nothing
/// more is read; [#decode] then tells the fault.
final class AxdrDecoder {

    private static final NullData NULL = new NullData();

    private final byte[] octets;
    private final int start;
    private final int end;
    private int position;
    private int emptyValues;
    private boolean failed;
    private int missing;
    private String reason = "";

    AxdrDecoder(byte[] octets, int start, int end) {
        this.octets = octets;
        this.start = start;
        this.end = end;
        this.position = start;
    }

    Decoded<CosemData> decode() {
        CosemData value = value(1);
        if (!failed) {
            return new Complete<>(value, position - start);
        }
        return missing > 0 ? new Incomplete<>(missing) : new Malformed<>(reason, position);
    }

    private CosemData value(int depth) {
        if (tooDeep(depth) || !has(1)) {
            return NULL;
        }
        int tag = octet();
        return switch (tag) {
            case Axdr.ARRAY -> new CosemData.Array(elements(depth));
            case Axdr.STRUCTURE -> new CosemData.Structure(elements(depth));
            case Axdr.COMPACT_ARRAY -> compactArray(depth);
            default -> simple(tag);
        };
    }

    /// The content of a type without parts, as it follows its tag.
    private CosemData simple(int tag) {
        return switch (tag) {
            case Axdr.NULL_DATA -> NULL;
            case Axdr.BOOLEAN -> new CosemData.Bool(number(1) != 0);
            case Axdr.BIT_STRING -> bitString();
            case Axdr.DOUBLE_LONG -> new CosemData.DoubleLong((int) number(4));
            case Axdr.DOUBLE_LONG_UNSIGNED -> new CosemData.DoubleLongUnsigned(number(4));
            case Axdr.OCTET_STRING -> new CosemData.OctetString(run(length()));
            case Axdr.VISIBLE_STRING ->
                new CosemData.VisibleString(new String(run(length()).toArray(), StandardCharsets.US_ASCII));
            case Axdr.UTF8_STRING ->
                new CosemData.Utf8String(new String(run(length()).toArray(), StandardCharsets.UTF_8));
            case Axdr.BCD -> new CosemData.Bcd((int) number(1));
            case Axdr.INTEGER -> new CosemData.Int8((byte) number(1));
            case Axdr.LONG -> new CosemData.Int16((short) number(2));
            case Axdr.UNSIGNED -> new CosemData.Unsigned((int) number(1));
            case Axdr.LONG_UNSIGNED -> new CosemData.LongUnsigned((int) number(2));
            case Axdr.LONG64 -> new CosemData.Long64(number(8));
            case Axdr.LONG64_UNSIGNED -> new CosemData.Long64Unsigned(number(8));
            case Axdr.ENUMERATED -> new CosemData.Enumerated((int) number(1));
            case Axdr.FLOAT32 -> new CosemData.Float32(Float.intBitsToFloat((int) number(4)));
            case Axdr.FLOAT64 -> new CosemData.Float64(Double.longBitsToDouble(number(8)));
            case Axdr.DATE_TIME -> new CosemData.DateTime(run(12));
            case Axdr.DATE -> new CosemData.Date(run(5));
            case Axdr.TIME -> new CosemData.Time(run(4));
            case Axdr.DONT_CARE -> new CosemData.DontCare();
            default -> delta(tag);
        };
    }

    private CosemData delta(int tag) {
        for (DeltaKind kind : DeltaKind.values()) {
            if (kind.tag() == tag) {
                long value = number(kind.octets());
                int unused = Long.SIZE - 8 * kind.octets();
                return new CosemData.Delta(kind, kind.isSigned() ? value << unused >> unused : value);
            }
        }
        return malformed("there is no type " + tag);
    }

    private List<CosemData> elements(int depth) {
        int count = length();
        // An element is at least its tag, so a count above what is left can't be honest, and costs no memory.
        if (failed || !has(count)) {
            return List.of();
        }
        var elements = new ArrayList<CosemData>(count);
        for (int i = 0; i < count && !failed; i++) {
            elements.add(value(depth + 1));
        }
        return elements;
    }

    private CosemData compactArray(int depth) {
        TypeDescription description = description(depth + 1);
        int length = length();
        if (failed || !has(length)) {
            return NULL;
        }
        int contentEnd = position + length;
        var elements = new ArrayList<CosemData>();
        while (position < contentEnd && !failed) {
            int before = position;
            elements.add(content(description));
            if (!failed && position == before) {
                return malformed("elements of a compact-array without octets");
            }
        }
        if (missing > 0 || position > contentEnd) {
            // All its octets are here, so more of them would not help.
            failed = false;
            missing = 0;
            return malformed("the last element of a compact-array is cut");
        }
        return failed ? NULL : new CosemData.CompactArray(description, elements);
    }

    private TypeDescription description(int depth) {
        var nothing = new TypeDescription.Simple(Axdr.NULL_DATA);
        if (tooDeep(depth) || !has(1)) {
            return nothing;
        }
        int tag = octet();
        return switch (tag) {
            case Axdr.ARRAY -> {
                int count = (int) number(2);
                yield new TypeDescription.ArrayOf(count, description(depth + 1));
            }
            case Axdr.STRUCTURE -> {
                int count = length();
                if (failed || !has(count)) {
                    yield nothing;
                }
                var elements = new ArrayList<TypeDescription>(count);
                for (int i = 0; i < count && !failed; i++) {
                    elements.add(description(depth + 1));
                }
                yield new TypeDescription.StructureOf(elements);
            }
            case Axdr.COMPACT_ARRAY -> {
                malformed("a compact-array inside a compact-array");
                yield nothing;
            }
            default -> new TypeDescription.Simple(tag);
        };
    }

    private CosemData content(TypeDescription description) {
        int before = position;
        CosemData value = switch (description) {
            case TypeDescription.Simple(int tag) -> simple(tag);
            case TypeDescription.ArrayOf(int count, var element) -> {
                var parts = new ArrayList<CosemData>();
                for (int i = 0; i < count && !failed; i++) {
                    parts.add(content(element));
                }
                yield new CosemData.Array(parts);
            }
            case TypeDescription.StructureOf(var elements) -> {
                var parts = new ArrayList<CosemData>(elements.size());
                for (TypeDescription element : elements) {
                    if (!failed) {
                        parts.add(content(element));
                    }
                }
                yield new CosemData.Structure(parts);
            }
        };
        if (position == before && ++emptyValues > Axdr.EMPTY_VALUES_MAX) {
            return malformed("more than " + Axdr.EMPTY_VALUES_MAX + " values without octets");
        }
        return value;
    }

    private CosemData bitString() {
        int bits = length();
        return new CosemData.BitString(bits, run(bits / 8 + (bits % 8 == 0 ? 0 : 1)));
    }

    private Octets run(int count) {
        if (failed || !has(count)) {
            return Octets.of(octets, end, 0);
        }
        position += count;
        return Octets.of(octets, position - count, count);
    }

    private long number(int count) {
        if (failed || !has(count)) {
            return 0;
        }
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    /// A length or count, also in a longer form than needed.
    private int length() {
        int first = (int) number(1);
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7F;
        if (count < 1 || count > 4) {
            malformed("length field " + first);
            return 0;
        }
        long value = number(count);
        if (value > Integer.MAX_VALUE) {
            malformed("length " + value);
            return 0;
        }
        return (int) value;
    }

    private boolean tooDeep(int depth) {
        if (depth > Axdr.NESTING_MAX) {
            malformed("more than " + Axdr.NESTING_MAX + " values inside one another");
        }
        return failed;
    }

    private boolean has(int count) {
        if (!failed && count > end - position) {
            failed = true;
            missing = count - (end - position);
        }
        return !failed;
    }

    private CosemData malformed(String why) {
        if (!failed) {
            failed = true;
            reason = why;
        }
        return NULL;
    }

    private int octet() {
        return Byte.toUnsignedInt(octets[position++]);
    }
}
