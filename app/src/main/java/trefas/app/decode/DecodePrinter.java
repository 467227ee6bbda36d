package trefas.app.decode;

import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import trefas.dlms.explain.Explanation;
import trefas.dlms.explain.Remark;
import trefas.dlms.explain.TreeText;

/// Turns explained messages into text: a tree for people, JSON and XML for programs.
public enum DecodePrinter {
    TREE {
        @Override
        public String print(List<Explained> messages, TreeText.Painter painter) {
            var text = new StringBuilder();
            for (Explained message : messages) {
                if (!message.title().isEmpty()) {
                    text.append(message.title()).append('\n');
                }
                text.append(TreeText.of(message.explanations(), painter));
            }
            return text.toString();
        }
    },
    JSON {
        @Override
        public String print(List<Explained> messages, TreeText.Painter painter) {
            var text = new StringWriter();
            try (JsonGenerator json =
                    JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), (Writer) text)) {
                json.writeStartArray();
                for (Explained message : messages) {
                    json.writeStartObject();
                    json.writeStringProperty("message", message.title());
                    json.writeArrayPropertyStart("parts");
                    message.explanations().forEach(part -> write(part, json));
                    json.writeEndArray();
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            return text.append('\n').toString();
        }
    },
    XML {
        @Override
        public String print(List<Explained> messages, TreeText.Painter painter) {
            var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<messages>\n");
            for (Explained message : messages) {
                text.append("  <message")
                        .append(attribute("title", message.title()))
                        .append(">\n");
                message.explanations().forEach(part -> write(part, "    ", text));
                text.append("  </message>\n");
            }
            return text.append("</messages>\n").toString();
        }
    };

    /// One message and what it says.
    public record Explained(String title, List<Explanation> explanations) {
        public Explained {
            explanations = List.copyOf(explanations);
        }
    }

    public abstract String print(List<Explained> messages, TreeText.Painter painter);

    private static void write(Explanation part, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("source", part.source().number());
        json.writeNumberProperty("offset", part.offset());
        json.writeNumberProperty("length", part.length());
        json.writeStringProperty("octets", part.hex(octetsShown(part)));
        json.writeStringProperty("name", part.name());
        json.writeStringProperty("value", part.value());
        if (!part.remarks().isEmpty()) {
            json.writeArrayPropertyStart("remarks");
            for (Remark remark : part.remarks()) {
                json.writeStartObject();
                json.writeStringProperty("kind", remark.kind().name().toLowerCase(Locale.ROOT));
                json.writeNumberProperty("offset", remark.offset());
                json.writeStringProperty("text", remark.text());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!part.parts().isEmpty()) {
            json.writeArrayPropertyStart("parts");
            part.parts().forEach(inner -> write(inner, json));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(Explanation part, String indent, StringBuilder text) {
        text.append(indent)
                .append("<part")
                .append(attribute("source", Integer.toString(part.source().number())))
                .append(attribute("offset", Integer.toString(part.offset())))
                .append(attribute("length", Integer.toString(part.length())))
                .append(attribute("octets", part.hex(octetsShown(part))))
                .append(attribute("name", part.name()))
                .append(attribute("value", part.value()));
        if (part.parts().isEmpty() && part.remarks().isEmpty()) {
            text.append("/>\n");
            return;
        }
        text.append(">\n");
        for (Remark remark : part.remarks()) {
            text.append(indent)
                    .append("  <remark")
                    .append(attribute("kind", remark.kind().name().toLowerCase(Locale.ROOT)))
                    .append(attribute("offset", Integer.toString(remark.offset())))
                    .append(attribute("text", remark.text()))
                    .append("/>\n");
        }
        part.parts().forEach(inner -> write(inner, indent + "  ", text));
        text.append(indent).append("</part>\n");
    }

    /// All octets of a leaf; of the rest only the beginning, since its parts have them.
    private static int octetsShown(Explanation part) {
        return part.parts().isEmpty() ? Integer.MAX_VALUE : 32;
    }

    private static String attribute(String name, String value) {
        var escaped = new StringBuilder(" ").append(name).append("=\"");
        value.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(Character.isISOControl(point) ? '·' : point);
            }
        });
        return escaped.append('"').toString();
    }
}
