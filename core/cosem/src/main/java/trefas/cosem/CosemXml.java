package trefas.cosem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.CompactArray;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Malformed;

/// COSEM data as XML and back, for files and tools. One element for each value, named by its type; parts are
/// elements inside, everything else is text as [CosemScalar] writes it. A compact-array carries its description in
/// A-XDR.
///
/// ```
/// <structure>
///   <integer>-1</integer>
///   <enum>35</enum>
/// </structure>
/// ```
public final class CosemXml {

    /// Characters a text to be read may have.
    public static final int CHARACTERS_MAX = 4_000_000;

    private static final String INDENT = "  ";
    private static final String DESCRIPTION = "description";
    private static final String COMPACT_ARRAY = "compact-array";

    private CosemXml() {}

    /// The value as XML, set in, each line ended.
    public static String write(CosemData data) {
        var text = new StringBuilder();
        write(data, "", text);
        return text.toString();
    }

    private static void write(CosemData data, String indent, StringBuilder text) {
        String name = CosemScalar.name(data);
        switch (data) {
            case Array(var elements) -> parts(name, "", elements, indent, text);
            case Structure(var elements) -> parts(name, "", elements, indent, text);
            case CompactArray(var description, var elements) ->
                parts(
                        name,
                        " " + DESCRIPTION + "=\"" + CosemScalar.description(description) + "\"",
                        elements,
                        indent,
                        text);
            case CosemData scalar -> {
                String value = escaped(CosemScalar.text(scalar));
                text.append(indent).append('<').append(name);
                text.append(value.isEmpty() ? "/>\n" : ">" + value + "</" + name + ">\n");
            }
        }
    }

    private static void parts(
            String name, String attribute, List<CosemData> elements, String indent, StringBuilder text) {
        text.append(indent).append('<').append(name).append(attribute);
        if (elements.isEmpty()) {
            text.append("/>\n");
            return;
        }
        text.append(">\n");
        elements.forEach(element -> write(element, indent + INDENT, text));
        text.append(indent).append("</").append(name).append(">\n");
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> {
                    if (c < ' ' || c == 0x7F || Character.isSurrogate(c) || c >= 0xFFFE) {
                        escaped.append("&#").append((int) c).append(';');
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    /// Reads one value that must be all there is, save white space and comments. Nesting is that of
    /// [Axdr#NESTING_MAX].
    public static Decoded<CosemData> read(String text) {
        return text.length() > CHARACTERS_MAX
                ? new Malformed<>("longer than " + CHARACTERS_MAX + " characters", CHARACTERS_MAX)
                : new Reader(text).whole();
    }

    /// Reads with one look ahead; the first thing that is wrong ends it.
    private static final class Reader {

        private static final Map<String, Character> ENTITIES =
                Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'');

        private final String text;
        private int at;
        private String wrong = "";

        Reader(String text) {
            this.text = text;
        }

        Decoded<CosemData> whole() {
            skip();
            CosemData value = element(1);
            skip();
            if (wrong.isEmpty() && at < text.length()) {
                fail("something after the value");
            }
            return wrong.isEmpty() ? new Complete<>(value, text.length()) : new Malformed<>(wrong, at);
        }

        private CosemData element(int depth) {
            if (depth > Axdr.NESTING_MAX) {
                return fail("nested more than " + Axdr.NESTING_MAX + " deep");
            }
            expect('<');
            String name = name();
            skip();
            String description = name.equals(COMPACT_ARRAY) ? description() : "";
            skip();
            boolean isEmpty = takes('/');
            expect('>');
            if (!wrong.isEmpty()) {
                return new CosemData.NullData();
            }
            if (CosemScalar.hasParts(name)) {
                List<CosemData> elements = isEmpty ? List.of() : elements(name, depth);
                return wrong.isEmpty() ? compose(name, description, elements) : new CosemData.NullData();
            }
            String value = isEmpty ? "" : characters(name);
            return wrong.isEmpty()
                    ? CosemScalar.read(name, value).orElseGet(() -> fail("'" + value + "' is no " + name))
                    : new CosemData.NullData();
        }

        private CosemData compose(String name, String description, List<CosemData> elements) {
            return CosemScalar.compose(name, description, elements)
                    .orElseGet(() -> fail("the elements of a " + name + " do not fit it"));
        }

        private List<CosemData> elements(String name, int depth) {
            var elements = new ArrayList<CosemData>();
            skip();
            while (wrong.isEmpty() && !text.startsWith("</", at)) {
                elements.add(element(depth + 1));
                skip();
            }
            close(name);
            return elements;
        }

        private String characters(String name) {
            var value = new StringBuilder();
            while (wrong.isEmpty() && at < text.length() && text.charAt(at) != '<') {
                if (text.charAt(at) == '&') {
                    value.append(entity());
                } else {
                    value.append(text.charAt(at++));
                }
            }
            close(name);
            return value.toString();
        }

        private char entity() {
            int end = text.indexOf(';', at);
            String name = end < 0 || end - at > 8 ? "" : text.substring(at + 1, end);
            at = end < 0 ? at : end + 1;
            Character known = ENTITIES.get(name);
            if (known != null) {
                return known;
            }
            int code = name.startsWith("#")
                    ? CosemScalar.decimal(name.substring(1), 0, 0xFFFF)
                            .orElse(-1L)
                            .intValue()
                    : -1;
            if (code < 0) {
                fail("an entity that is not known");
            }
            return (char) code;
        }

        private String description() {
            if (!text.startsWith(DESCRIPTION, at)) {
                fail("a compact-array without a description");
                return "";
            }
            at += DESCRIPTION.length();
            expect('=');
            expect('"');
            int end = text.indexOf('"', at);
            if (!wrong.isEmpty() || end < 0) {
                fail("a description without an end");
                return "";
            }
            String value = text.substring(at, end);
            at = end + 1;
            return value;
        }

        private void close(String name) {
            if (wrong.isEmpty() && text.startsWith("</" + name, at)) {
                at += 2 + name.length();
                skip();
                expect('>');
            } else {
                fail("</" + name + "> is missing");
            }
        }

        private String name() {
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
                at++;
            }
            return text.substring(start, at);
        }

        /// Passes white space, comments and processing instructions.
        private void skip() {
            while (at < text.length()) {
                if (Character.isWhitespace(text.charAt(at))) {
                    at++;
                } else if (text.startsWith("<!--", at)) {
                    passTo("-->");
                } else if (text.startsWith("<?", at)) {
                    passTo("?>");
                } else {
                    return;
                }
            }
        }

        private void passTo(String end) {
            int found = text.indexOf(end, at);
            at = found < 0 ? text.length() : found + end.length();
        }

        private boolean takes(char expected) {
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
