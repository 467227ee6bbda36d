package trefas.dlms.explain;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.Axdr;
import trefas.cosem.CosemData.Octets;

/// Explains COSEM data in A-XDR (IEC 61334-6 with the tags of IEC 62056-5-3, Data). It takes exactly what
/// [Axdr#decode] takes.
final class DataWalk {

    private static final int ARRAY = 0x01;
    private static final int STRUCTURE = 0x02;
    private static final int OCTET_STRING = 0x09;
    private static final int VISIBLE_STRING = 0x0A;
    private static final int COMPACT_ARRAY = 0x13;
    private static final int OBIS_OCTETS = 6;

    /// How the name of every HAN list of this maker begins (dossier 21.3).
    private static final String HAN_LIST = "Kamstrup_V";

    private final Walk walk;
    private int emptyValues;
    /// Of the bit-string read last.
    private int bits;

    private DataWalk(Walk walk) {
        this.walk = walk;
    }

    /// Explains one value; octets after it belong to whoever called.
    static void value(Walk walk, String name) {
        new DataWalk(walk).value(name, 1);
    }

    private void value(String name, int depth) {
        walk.group(name, () -> {
            if (isTooDeep(depth)) {
                return;
            }
            int at = walk.position();
            int tag = (int) walk.take(1);
            if (walk.hasFailed()) {
                return;
            }
            switch (tag) {
                case ARRAY -> elements("array", depth);
                case STRUCTURE -> elements("structure", depth);
                case COMPACT_ARRAY -> compactArray(depth);
                default -> simple(tag, at);
            }
        });
    }

    private void simple(int tag, int at) {
        SimpleType.ofTag(tag)
                .ifPresentOrElse(this::content, () -> walk.faultAt(at, "there is no type " + Walk.hex(tag, 2)));
    }

    /// What follows the tag of a type without parts: said by the part that is being read.
    private void content(SimpleType type) {
        Octets octets = walk.takeRun(octetsOf(type));
        if (!walk.hasFailed()) {
            String words = type.say(octets, bits);
            walk.say(words.isEmpty() ? type.words() : type.words() + " " + words);
        }
    }

    private int octetsOf(SimpleType type) {
        if (type.octets() >= 0) {
            return type.octets();
        }
        int length = walk.takeLength();
        if (type != SimpleType.BIT_STRING) {
            return length;
        }
        bits = length;
        return (length / 8) + (length % 8 == 0 ? 0 : 1);
    }

    private void elements(String type, int depth) {
        int at = walk.position();
        int count = walk.takeLength();
        if (walk.hasFailed()) {
            return;
        }
        // An element is at least its tag, so a count above what is left can't be honest.
        if (count > walk.remaining()) {
            walk.faultAt(at, type + " of " + count + " elements, but " + walk.left());
            return;
        }
        walk.say(type + " of " + count);
        if (type.equals("structure") && isHanList()) {
            hanList(count, depth);
            return;
        }
        for (int i = 1; i <= count && !walk.hasFailed(); i++) {
            value(Integer.toString(i), depth + 1);
        }
    }

    /// A list that carries the code of each value before it (dossier 21.3).
    private boolean isHanList() {
        if (walk.peek(0) != VISIBLE_STRING || walk.peek(1) < HAN_LIST.length()) {
            return false;
        }
        for (int i = 0; i < HAN_LIST.length(); i++) {
            if (walk.peek(2 + i) != HAN_LIST.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void hanList(int count, int depth) {
        value("list version", depth + 1);
        int left = count - 1;
        while (left > 0 && !walk.hasFailed()) {
            if (left > 1 && isCode()) {
                pair(depth);
                left -= 2;
            } else {
                value("element " + (count - left + 1), depth + 1);
                left--;
            }
        }
    }

    private boolean isCode() {
        return walk.peek(0) == OCTET_STRING && walk.peek(1) == OBIS_OCTETS;
    }

    private void pair(int depth) {
        var code = new byte[OBIS_OCTETS];
        for (int i = 0; i < OBIS_OCTETS; i++) {
            code[i] = (byte) Math.max(0, walk.peek(2 + i));
        }
        walk.group(Fields.object(Octets.of(code)), () -> {
            value("code", depth + 1);
            value("value", depth + 1);
            walk.say(walk.part().lastValue());
        });
    }

    private void compactArray(int depth) {
        var types = new ArrayList<TypeShape>();
        walk.group("contents description", () -> {
            types.add(description(depth + 1));
            walk.say(types.getFirst().words());
        });
        int at = walk.position();
        int length = walk.takeLength();
        if (walk.hasFailed()) {
            return;
        }
        if (length > walk.remaining()) {
            walk.faultAt(at, "contents of " + Walk.octets(length) + ", but " + walk.left());
            return;
        }
        int[] count = new int[1];
        walk.within(length, () -> {
            while (walk.hasMore()) {
                int before = walk.position();
                count[0]++;
                content(Integer.toString(count[0]), types.getFirst());
                if (!walk.hasFailed() && walk.position() == before) {
                    walk.fault("elements of a compact-array without octets");
                }
            }
        });
        walk.say("compact-array of " + count[0]);
    }

    /// The type of the elements of a compact-array.
    private sealed interface TypeShape {
        record Simple(int tag) implements TypeShape {}

        record ArrayOf(int count, TypeShape element) implements TypeShape {}

        record StructureOf(List<TypeShape> elements) implements TypeShape {
            public StructureOf {
                elements = List.copyOf(elements);
            }
        }

        default String words() {
            return switch (this) {
                case Simple(int tag) ->
                    SimpleType.ofTag(tag).map(SimpleType::words).orElse("no type " + Walk.hex(tag, 2));
                case ArrayOf(int count, var element) -> "array of " + count + " × " + element.words();
                case StructureOf(var elements) ->
                    "structure of "
                            + elements.size()
                            + elements.stream()
                                    .limit(SHOWN_MAX)
                                    .map(TypeShape::words)
                                    .toList()
                                    .toString()
                                    .replace('[', '{')
                                    .replace(']', '}')
                                    .transform(" "::concat);
            };
        }

        /// Parts of a description that are shown.
        int SHOWN_MAX = 32;
    }

    private TypeShape description(int depth) {
        var nothing = new TypeShape.Simple(0);
        if (isTooDeep(depth)) {
            return nothing;
        }
        int at = walk.position();
        int tag = (int) walk.take(1);
        return switch (tag) {
            case ARRAY -> {
                int count = (int) walk.take(2);
                yield new TypeShape.ArrayOf(count, description(depth + 1));
            }
            case STRUCTURE -> structureDescription(depth, at);
            case COMPACT_ARRAY -> {
                walk.faultAt(at, "a compact-array inside a compact-array");
                yield nothing;
            }
            default -> new TypeShape.Simple(tag);
        };
    }

    private TypeShape structureDescription(int depth, int at) {
        int count = walk.takeLength();
        if (!walk.hasFailed() && count > walk.remaining()) {
            walk.faultAt(at, "a description of " + count + " types, but " + walk.left());
        }
        var elements = new ArrayList<TypeShape>();
        for (int i = 0; i < count && !walk.hasFailed(); i++) {
            elements.add(description(depth + 1));
        }
        return new TypeShape.StructureOf(elements);
    }

    /// An element as it stands inside a compact-array: no tag, and no count for arrays and structures.
    private void content(String name, TypeShape shape) {
        int before = walk.position();
        walk.group(name, () -> {
            switch (shape) {
                case TypeShape.Simple(int tag) -> simple(tag, walk.position());
                case TypeShape.ArrayOf(int count, var element) -> {
                    walk.say("array of " + count);
                    for (int i = 1; i <= count && !walk.hasFailed(); i++) {
                        content(Integer.toString(i), element);
                    }
                }
                case TypeShape.StructureOf(var elements) -> {
                    walk.say("structure of " + elements.size());
                    for (int i = 1; i <= elements.size() && !walk.hasFailed(); i++) {
                        content(Integer.toString(i), elements.get(i - 1));
                    }
                }
            }
        });
        if (!walk.hasFailed() && walk.position() == before && ++emptyValues > Axdr.EMPTY_VALUES_MAX) {
            walk.fault("more than " + Axdr.EMPTY_VALUES_MAX + " values without octets");
        }
    }

    private boolean isTooDeep(int depth) {
        if (depth > Axdr.NESTING_MAX) {
            walk.fault("more than " + Axdr.NESTING_MAX + " values inside one another");
        }
        return walk.hasFailed();
    }
}
