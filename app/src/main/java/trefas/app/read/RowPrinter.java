package trefas.app.read;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import trefas.cosem.CosemData;
import trefas.quantity.Obis;

/// Prints the rows of a profile as they come: CSV and JSON at once, a table when its widths are known.
public sealed interface RowPrinter {

    void row(List<CosemData> cells);

    /// Nothing comes any more.
    void end();

    static RowPrinter table(Obis profile, List<ProfileColumn> columns, PrintWriter out) {
        return new Table(profile, List.copyOf(columns), out, new ArrayList<>());
    }

    static RowPrinter csv(List<ProfileColumn> columns, PrintWriter out) {
        out.println(String.join(
                ",",
                columns.stream().map(ProfileColumn::heading).map(Csv::quoted).toList()));
        return new Csv(List.copyOf(columns), out);
    }

    static RowPrinter json(Obis profile, List<ProfileColumn> columns, PrintWriter out) {
        var json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), (Writer) out);
        json.writeStartObject();
        json.writeStringProperty("obis", profile.toString());
        json.writeArrayPropertyStart("columns");
        for (ProfileColumn column : columns) {
            json.writeStartObject();
            json.writeStringProperty("name", column.name());
            json.writeStringProperty("obis", column.object().logicalName().toString());
            json.writeNumberProperty("class", column.object().classId());
            json.writeNumberProperty("attribute", column.object().attributeIndex());
            json.writeStringProperty("unit", column.unit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("rows");
        return new Json(List.copyOf(columns), json, out);
    }

    /// Needs all rows before it prints one.
    record Table(Obis profile, List<ProfileColumn> columns, PrintWriter out, List<List<String>> rows)
            implements RowPrinter {
        @Override
        public void row(List<CosemData> cells) {
            rows.add(texts(columns, cells));
        }

        @Override
        public void end() {
            var headings = columns.stream().map(ProfileColumn::heading).toList();
            int[] widths = headings.stream().mapToInt(String::length).toArray();
            for (List<String> row : rows) {
                for (int column = 0; column < widths.length; column++) {
                    widths[column] = Math.max(widths[column], row.get(column).length());
                }
            }
            out.println(aligned(headings, widths));
            rows.forEach(row -> out.println(aligned(row, widths)));
            out.println(rows.size() + " rows of " + profile);
            out.flush();
        }

        private static String aligned(List<String> cells, int[] widths) {
            var line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                line.append(" ".repeat(widths[column] - cells.get(column).length()))
                        .append(cells.get(column))
                        .append("  ");
            }
            return line.toString().stripTrailing();
        }
    }

    record Csv(List<ProfileColumn> columns, PrintWriter out) implements RowPrinter {
        @Override
        public void row(List<CosemData> cells) {
            out.println(String.join(
                    ",", texts(columns, cells).stream().map(Csv::quoted).toList()));
        }

        @Override
        public void end() {
            out.flush();
        }

        static String quoted(String cell) {
            boolean isPlain = cell.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
            return isPlain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
        }
    }

    record Json(List<ProfileColumn> columns, JsonGenerator json, PrintWriter out) implements RowPrinter {
        @Override
        public void row(List<CosemData> cells) {
            json.writeStartArray();
            for (int column = 0; column < columns.size(); column++) {
                CosemData cell = cells.get(column);
                var number = columns.get(column).number(cell);
                if (number.isPresent()) {
                    json.writeNumber(number.get());
                } else if (cell instanceof CosemData.NullData) {
                    json.writeNull();
                } else {
                    json.writeString(columns.get(column).text(cell));
                }
            }
            json.writeEndArray();
        }

        @Override
        public void end() {
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
            out.println();
            out.flush();
        }
    }

    private static List<String> texts(List<ProfileColumn> columns, List<CosemData> cells) {
        var texts = new ArrayList<String>(columns.size());
        for (int column = 0; column < columns.size(); column++) {
            texts.add(columns.get(column).text(cells.get(column)));
        }
        return texts;
    }
}
