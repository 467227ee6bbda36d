package trefas.app.read;

import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import trefas.app.read.ViewedObject.Right;
import trefas.cosem.CosemData;
import trefas.cosem.CosemText;
import trefas.cosem.ObjectNames;

/// Turns an association view into text: a table for people, JSON and CSV for programs.
public enum ObjectsPrinter {
    TABLE {
        @Override
        public String print(List<Entry> entries) {
            var lines = new ArrayList<String>();
            lines.add(String.format(
                    "%-20s %-24s %-3s %-34s %-24s %s", "object", "class", "v", "name", "attributes", "methods"));
            for (Entry entry : entries) {
                var object = entry.object();
                lines.add(String.format(
                                "%-20s %-24s %-3d %-34s %-24s %s",
                                object.obis(),
                                object.classId() + " " + object.className(),
                                object.version(),
                                ObjectNames.of(object.obis()).orElse(""),
                                ObjectRights.attributes(object, entry.associationVersion()),
                                ObjectRights.methods(object, entry.associationVersion()))
                        .stripTrailing());
                for (Value value : entry.values()) {
                    lines.add(String.format(
                            "    %-34s %s",
                            value.attribute() + " " + object.attributeName(value.attribute()), value.text()));
                }
            }
            lines.add(entries.size() + " objects");
            return String.join(System.lineSeparator(), lines);
        }
    },
    JSON {
        @Override
        public String print(List<Entry> entries) {
            var text = new StringWriter();
            try (JsonGenerator json =
                    JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), (Writer) text)) {
                json.writeStartArray();
                entries.forEach(entry -> write(entry, json));
                json.writeEndArray();
            }
            return text.toString();
        }
    },
    CSV {
        @Override
        public String print(List<Entry> entries) {
            var lines = new ArrayList<String>();
            boolean hasValues =
                    entries.stream().anyMatch(entry -> !entry.values().isEmpty());
            lines.add(hasValues ? "obis,class,version,attribute,value" : "obis,class,version,name,attributes,methods");
            for (Entry entry : entries) {
                var object = entry.object();
                String start = object.obis() + "," + object.classId() + "," + object.version() + ",";
                if (hasValues) {
                    for (Value value : entry.values()) {
                        lines.add(start + value.attribute() + "," + RowPrinter.Csv.quoted(value.text()));
                    }
                } else {
                    lines.add(start
                            + RowPrinter.Csv.quoted(
                                    ObjectNames.of(object.obis()).orElse("")) + ","
                            + RowPrinter.Csv.quoted(ObjectRights.attributes(object, entry.associationVersion())) + ","
                            + RowPrinter.Csv.quoted(ObjectRights.methods(object, entry.associationVersion())));
                }
            }
            return String.join(System.lineSeparator(), lines);
        }
    };

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /// One object and, if they were asked for, its values.
    ///
    /// @param associationVersion of the class Association LN: what the access modes mean
    public record Entry(ViewedObject object, int associationVersion, List<Value> values) {
        public Entry {
            values = List.copyOf(values);
        }
    }

    /// One attribute's value, or why there is none.
    public record Value(int attribute, Optional<CosemData> data, String reason) {

        /// In one line, whatever a meter sends.
        String text() {
            return CONTROL.matcher(data.map(CosemText::oneLine).orElse("(" + reason + ")"))
                    .replaceAll("?");
        }
    }

    public abstract String print(List<Entry> entries);

    private static void write(Entry entry, JsonGenerator json) {
        var object = entry.object();
        json.writeStartObject();
        json.writeStringProperty("obis", object.obis().toString());
        json.writeNumberProperty("class", object.classId());
        json.writeStringProperty("className", object.className());
        json.writeNumberProperty("version", object.version());
        json.writeStringProperty("name", ObjectNames.of(object.obis()).orElse(""));
        json.writeArrayPropertyStart("attributes");
        for (Right right : object.attributes()) {
            json.writeStartObject();
            json.writeNumberProperty("number", right.number());
            json.writeStringProperty("name", object.attributeName(right.number()));
            json.writeStringProperty("rights", ObjectRights.attribute(right.mode(), entry.associationVersion()));
            entry.values().stream()
                    .filter(value -> value.attribute() == right.number())
                    .findFirst()
                    .ifPresent(value -> json.writeStringProperty("value", value.text()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("methods");
        for (Right right : object.methods()) {
            json.writeStartObject();
            json.writeNumberProperty("number", right.number());
            json.writeStringProperty("rights", ObjectRights.method(right.mode(), entry.associationVersion()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
