package trefas.cosem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import trefas.cosem.AttributeType.Anything;
import trefas.cosem.AttributeType.ArrayOf;
import trefas.cosem.AttributeType.Choice;
import trefas.cosem.AttributeType.Field;
import trefas.cosem.AttributeType.Moment;
import trefas.cosem.AttributeType.Simple;
import trefas.cosem.AttributeType.StructureOf;
import trefas.cosem.AttributeType.Tagged;
import trefas.cosem.AttributeType.Text;
import trefas.cosem.AttributeType.Whole;
import trefas.cosem.AttributeType.Words;

/// Reads the notation of [AttributeType#of]. Only we write it, so whatever it can't read is a bug.
final class AttributeNotation {

    /// Types the Blue Book names itself, and uses in many classes.
    static final Map<String, String> NAMES = Map.of(
            "scal_unit", "S{scaler:i8,unit:en}",
            "capture_object_definition", "S{class_id:u16,logical_name:LN,attribute_index:i8,data_index:u16}",
            "object_definition", "S{class_id:u16,logical_name:LN}",
            "value_definition", "S{class_id:u16,logical_name:LN,attribute_index:i8}",
            "action_item", "S{script_logical_name:LN,script_selector:u16}");

    private static final int LENGTH_MAX = Integer.MAX_VALUE;
    private static final int LOGICAL_NAME_OCTETS = 6;

    private final String notation;
    private int at;

    AttributeNotation(String notation) {
        this.notation = notation;
    }

    AttributeType compile() {
        AttributeType type = choice();
        if (at != notation.length()) {
            throw wrong("nothing more");
        }
        return type;
    }

    private AttributeType choice() {
        var types = new ArrayList<AttributeType>();
        types.add(one());
        while (takes('|')) {
            types.add(one());
        }
        return types.size() == 1 ? types.getFirst() : new Choice(types);
    }

    private AttributeType one() {
        if (takes('*')) {
            return new Simple();
        }
        if (takes('?')) {
            return new Anything();
        }
        String word = word();
        return switch (word) {
            case "A" -> arrayOf();
            case "S" -> structureOf();
            case "null" -> new Tagged(Axdr.NULL_DATA);
            case "bo" -> new Tagged(Axdr.BOOLEAN);
            case "f32" -> new Tagged(Axdr.FLOAT32);
            case "f64" -> new Tagged(Axdr.FLOAT64);
            case "bcd" -> whole(Axdr.BCD, 0, 0x99);
            case "i8" -> whole(Axdr.INTEGER, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "i16" -> whole(Axdr.LONG, Short.MIN_VALUE, Short.MAX_VALUE);
            case "i32" -> whole(Axdr.DOUBLE_LONG, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "i64" -> whole(Axdr.LONG64, Long.MIN_VALUE, Long.MAX_VALUE);
            case "u8" -> whole(Axdr.UNSIGNED, 0, 0xFF);
            case "u16" -> whole(Axdr.LONG_UNSIGNED, 0, 0xFFFF);
            case "u32" -> whole(Axdr.DOUBLE_LONG_UNSIGNED, 0, 0xFFFF_FFFFL);
            case "u64" -> whole(Axdr.LONG64_UNSIGNED, Long.MIN_VALUE, Long.MAX_VALUE);
            case "en" -> words();
            case "os" -> text(Axdr.OCTET_STRING);
            case "vs" -> text(Axdr.VISIBLE_STRING);
            case "utf8" -> text(Axdr.UTF8_STRING);
            case "bs" -> text(Axdr.BIT_STRING);
            case "LN" -> new Text(Axdr.OCTET_STRING, LOGICAL_NAME_OCTETS, LOGICAL_NAME_OCTETS);
            case "dt" -> new Moment(Moment.Kind.DATE_TIME);
            case "da" -> new Moment(Moment.Kind.DATE);
            case "ti" -> new Moment(Moment.Kind.TIME);
            default -> named(word);
        };
    }

    private AttributeType named(String word) {
        String written = NAMES.get(word);
        if (written == null) {
            throw wrong("a type instead of '" + word + "'");
        }
        return AttributeType.of(written);
    }

    private AttributeType arrayOf() {
        expect('[');
        AttributeType element = choice();
        expect(']');
        return new ArrayOf(element);
    }

    private AttributeType structureOf() {
        expect('{');
        var fields = new ArrayList<Field>();
        if (takes('}')) {
            return new StructureOf(List.of());
        }
        do {
            fields.add(field());
        } while (takes(','));
        expect('}');
        return new StructureOf(fields);
    }

    private Field field() {
        int start = at;
        String name = word();
        if (!name.isEmpty() && takes(':')) {
            return new Field(name, choice());
        }
        at = start;
        return new Field("", choice());
    }

    private AttributeType whole(int tag, long min, long max) {
        if (!takes('(')) {
            return new Whole(tag, min, max);
        }
        long from = number();
        expect('.');
        expect('.');
        long to = number();
        expect(')');
        return new Whole(tag, from, to);
    }

    private AttributeType text(int tag) {
        if (!takes('(')) {
            return new Text(tag, 0, LENGTH_MAX);
        }
        int from = (int) number();
        int to = from;
        if (takes('.')) {
            expect('.');
            to = (int) number();
        }
        expect(')');
        return new Text(tag, from, to);
    }

    private AttributeType words() {
        var words = new TreeMap<Integer, String>();
        if (takes('(')) {
            do {
                int code = (int) number();
                expect('=');
                words.put(code, word());
            } while (takes(','));
            expect(')');
        }
        return new Words(words);
    }

    private String word() {
        int start = at;
        while (at < notation.length()
                && (Character.isLetterOrDigit(notation.charAt(at)) || notation.charAt(at) == '_')) {
            at++;
        }
        return notation.substring(start, at);
    }

    private long number() {
        int start = at;
        if (at < notation.length() && notation.charAt(at) == '-') {
            at++;
        }
        while (at < notation.length() && Character.isDigit(notation.charAt(at))) {
            at++;
        }
        return Long.parseLong(notation, start, at, 10);
    }

    private boolean takes(char expected) {
        if (at < notation.length() && notation.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char expected) {
        if (!takes(expected)) {
            throw wrong("'" + expected + "'");
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("type notation '" + notation + "' at " + at + ": expected " + expected);
    }
}
