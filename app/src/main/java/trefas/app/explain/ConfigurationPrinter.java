package trefas.app.explain;

import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import trefas.device.configuration.DescribedCode;

/// Turns a type number and configuration numbers into text: a table for people, JSON for programs.
public enum ConfigurationPrinter {
    TABLE {
        @Override
        public String print(ExplainedMeter meter) {
            var numbers = meter.numbers();
            var lines = new ArrayList<String>();
            lines.add(numbers.typeNumber().grouped());
            numbers.typeNumber().describe().forEach(code -> lines.add(row(code)));
            lines.add("");
            lines.add(numbers.toString());
            numbers.describe().forEach(code -> lines.add(row(code)));
            numbers.idle().forEach(sentence -> lines.add("Without effect for now: " + sentence + "."));
            meter.identity().ifPresent(identity -> {
                lines.add("");
                lines.add("serial number          " + identity.serialNumber());
                lines.add("identification number  " + identity.identificationNumber());
                lines.add("GS1 number             " + identity.gs1Number());
            });
            return String.join(System.lineSeparator(), lines);
        }
    },
    JSON {
        @Override
        public String print(ExplainedMeter meter) {
            var numbers = meter.numbers();
            var text = new StringWriter();
            try (JsonGenerator json =
                    JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), (Writer) text)) {
                json.writeStartObject();
                json.writeStringProperty("type", numbers.typeNumber().characters());
                write("digits", numbers.typeNumber().describe(), json);
                write("configuration", numbers.describe(), json);
                json.writeArrayPropertyStart("withoutEffect");
                numbers.idle().forEach(json::writeString);
                json.writeEndArray();
                meter.identity().ifPresent(identity -> {
                    json.writeNumberProperty("serialNumber", identity.serialNumber());
                    json.writeStringProperty("identificationNumber", identity.identificationNumber());
                    json.writeStringProperty("gs1Number", identity.gs1Number());
                });
                json.writeEndObject();
            }
            return text.toString();
        }
    };

    public abstract String print(ExplainedMeter meter);

    private static String row(DescribedCode code) {
        return String.format("%-8s %-4s %-37s %s", code.place(), code.code(), code.subject(), code.meaning());
    }

    private static void write(String name, List<DescribedCode> codes, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        for (DescribedCode code : codes) {
            json.writeStartObject();
            json.writeStringProperty("place", code.place());
            json.writeStringProperty("code", code.code());
            json.writeStringProperty("subject", code.subject());
            json.writeStringProperty("meaning", code.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
