package trefas.app.read;

import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import trefas.cosem.CosemData;
import trefas.cosem.CosemText;

/// Turns readings into text: a table for people, JSON and CSV for programs.
public enum ReadingPrinter {
    TABLE {
        @Override
        public String print(List<Reading> readings) {
            var lines = new ArrayList<String>();
            for (Reading reading : readings) {
                if (reading.columns().isEmpty()) {
                    lines.add(String.format("%-18s %s", reading.name(), reading.text()));
                } else {
                    lines.addAll(aligned(reading));
                }
            }
            return String.join(System.lineSeparator(), lines);
        }
    },
    JSON {
        @Override
        public String print(List<Reading> readings) {
            var text = new StringWriter();
            try (JsonGenerator json =
                    JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), (Writer) text)) {
                json.writeStartArray();
                readings.forEach(reading -> write(reading, json));
                json.writeEndArray();
            }
            return text.toString();
        }
    },
    CSV {
        @Override
        public String print(List<Reading> readings) {
            var lines = new ArrayList<String>();
            if (readings.stream().anyMatch(reading -> reading.columns().isEmpty())) {
                lines.add("obis,value,unit");
            }
            for (Reading reading : readings) {
                if (reading.columns().isEmpty()) {
                    String value =
                            reading.number().map(BigDecimal::toPlainString).orElseGet(reading::words);
                    lines.add(String.join(",", quoted(reading.name()), quoted(value), reading.unit()));
                } else {
                    lines.add(String.join(",", reading.columns()));
                    rows(reading)
                            .forEach(row -> lines.add(String.join(
                                    ",",
                                    row.stream().map(ReadingPrinter::quoted).toList())));
                }
            }
            return String.join(System.lineSeparator(), lines);
        }
    };

    public abstract String print(List<Reading> readings);

    private static List<String> aligned(Reading profile) {
        var table = new ArrayList<List<String>>();
        table.add(profile.columns());
        table.addAll(rows(profile));
        int columns = profile.columns().size();
        int[] widths = new int[columns];
        for (List<String> row : table) {
            for (int column = 0; column < Math.min(columns, row.size()); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        var lines = new ArrayList<String>();
        for (List<String> row : table) {
            var line = new StringBuilder();
            for (int column = 0; column < Math.min(columns, row.size()); column++) {
                line.append(String.format("%" + widths[column] + "s  ", row.get(column)));
            }
            lines.add(line.toString().stripTrailing());
        }
        lines.add(table.size() - 1 + " rows of " + profile.obis());
        return lines;
    }

    private static List<List<String>> rows(Reading profile) {
        var rows = new ArrayList<List<String>>();
        if (profile.value() instanceof CosemData.Array(List<CosemData> elements)) {
            for (CosemData element : elements) {
                if (element instanceof CosemData.Structure(List<CosemData> cells)) {
                    rows.add(cells.stream().map(CosemText::oneLine).toList());
                }
            }
        }
        return rows;
    }

    private static void write(Reading reading, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("obis", reading.name());
        if (!reading.columns().isEmpty()) {
            json.writeArrayPropertyStart("columns");
            reading.columns().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("rows");
            for (List<String> row : rows(reading)) {
                json.writeStartArray();
                row.forEach(json::writeString);
                json.writeEndArray();
            }
            json.writeEndArray();
        } else if (reading.number().isPresent()) {
            json.writeNumberProperty("value", reading.number().get());
            json.writeStringProperty("unit", reading.unit());
        } else {
            Optional<BigInteger> number = Reading.whole(reading.value());
            if (number.isPresent()) {
                json.writeNumberProperty("value", number.get());
            } else {
                json.writeStringProperty("value", reading.words());
            }
        }
        json.writeEndObject();
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return isPlain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
