package trefas.cosem;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.CompactArray;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Malformed;

/// COSEM data as JSON and back, for files and tools. Every value is an object with one member, named by its type:
/// `{"integer":"-1"}`. Values are strings as [CosemScalar] writes them, since JSON's numbers are too narrow for 64
/// bit; arrays and structures are JSON arrays; a compact-array has its description as a second member.
public final class CosemJson {

    private static final String DESCRIPTION = "description";
    private static final String COMPACT_ARRAY = "compact-array";

    private CosemJson() {}

    /// The value as JSON in one line.
    public static String write(CosemData data) {
        var text = new StringBuilder();
        write(data, text);
        return text.toString();
    }

    private static void write(CosemData data, StringBuilder text) {
        text.append("{\"").append(CosemScalar.name(data)).append("\":");
        switch (data) {
            case Array(var elements) -> parts(elements, text);
            case Structure(var elements) -> parts(elements, text);
            case CompactArray(var description, var elements) -> {
                parts(elements, text);
                text.append(",\"").append(DESCRIPTION).append("\":\"");
                text.append(CosemScalar.description(description)).append('"');
            }
            case CosemData scalar -> quote(CosemScalar.text(scalar), text);
        }
        text.append('}');
    }

    private static void parts(List<CosemData> elements, StringBuilder text) {
        text.append('[');
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            write(elements.get(i), text);
        }
        text.append(']');
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7F) {
                text.append(String.format("\\u%04X", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    /// Reads one value that must be all there is. Nesting is that of [Axdr#NESTING_MAX], length that of
    /// [CosemXml#CHARACTERS_MAX].
    public static Decoded<CosemData> read(String text) {
        return text.length() > CosemXml.CHARACTERS_MAX
                ? new Malformed<>("longer than " + CosemXml.CHARACTERS_MAX + " characters", CosemXml.CHARACTERS_MAX)
                : new Reader(text).whole();
    }

    /// Reads with one look ahead; the first thing that is wrong ends it.
    private static final class Reader {

        private final String text;
        private int at;
        private String wrong = "";

        Reader(String text) {
            this.text = text;
        }

        Decoded<CosemData> whole() {
            CosemData value = value(1);
            skip();
            if (wrong.isEmpty() && at < text.length()) {
                fail("something after the value");
            }
            return wrong.isEmpty() ? new Complete<>(value, text.length()) : new Malformed<>(wrong, at);
        }

        private CosemData value(int depth) {
            if (depth > Axdr.NESTING_MAX) {
                return fail("nested more than " + Axdr.NESTING_MAX + " deep");
            }
            expect('{');
            String name = string();
            expect(':');
            CosemData value;
            if (CosemScalar.hasParts(name)) {
                List<CosemData> elements = elements(depth);
                String description = name.equals(COMPACT_ARRAY) ? description() : "";
                value = wrong.isEmpty()
                        ? CosemScalar.compose(name, description, elements)
                                .orElseGet(() -> fail("the elements of a " + name + " do not fit it"))
                        : new CosemData.NullData();
            } else {
                String scalar = string();
                value = wrong.isEmpty()
                        ? CosemScalar.read(name, scalar).orElseGet(() -> fail("'" + scalar + "' is no " + name))
                        : new CosemData.NullData();
            }
            expect('}');
            return value;
        }

        private List<CosemData> elements(int depth) {
            var elements = new ArrayList<CosemData>();
            expect('[');
            if (takes(']')) {
                return elements;
            }
            do {
                elements.add(value(depth + 1));
            } while (wrong.isEmpty() && takes(','));
            expect(']');
            return elements;
        }

        private String description() {
            expect(',');
            if (!string().equals(DESCRIPTION)) {
                fail("a compact-array without a description");
            }
            expect(':');
            return string();
        }

        private String string() {
            expect('"');
            var value = new StringBuilder();
            while (wrong.isEmpty()) {
                if (at >= text.length()) {
                    fail("a string without an end");
                } else if (text.charAt(at) == '"') {
                    at++;
                    return value.toString();
                } else if (text.charAt(at) == '\\') {
                    value.append(escape());
                } else {
                    value.append(text.charAt(at++));
                }
            }
            return "";
        }

        private char escape() {
            char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            at += 2;
            return switch (kind) {
                case '"', '\\', '/' -> kind;
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> unicode();
                default -> {
                    fail("an escape that is not known");
                    yield ' ';
                }
            };
        }

        private char unicode() {
            int code = 0;
            for (int i = 0; i < 4; i++) {
                int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
                if (digit < 0) {
                    fail("expected four hexadecimal digits");
                    return ' ';
                }
                code = (code << 4) | digit;
                at++;
            }
            return (char) code;
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean takes(char expected) {
            skip();
            if (at < text.length() && text.charAt(at) == expected) {
                at++;
                return true;
            }
            return false;
        }

        private void expect(char expected) {
            if (wrong.isEmpty() && !takes(expected)) {
                fail("expected '" + expected + "'");
            }
        }

        private CosemData fail(String reason) {
            if (wrong.isEmpty()) {
                wrong = reason;
            }
            return new CosemData.NullData();
        }
    }
}
