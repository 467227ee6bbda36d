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

/// Prints the rows of a profile as they come: CSV and JSON at once, a table once it is known how wide its columns
/// are.
public sealed interface RowPrinter {

    void row(List<CosemData> cells);

    /// Nothing comes any more.
    void end();

    static RowPrinter table(Obis profile, List<ProfileColumn> columns, PrintWriter out) {
        return new Table(profile, List.copyOf(columns), out);
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

    /// Rows a table measures before it prints the first; a later cell that is wider stands out of its column.
    int ROWS_MEASURED = 1_000;

    /// Waits for so many rows as tell how wide the columns are, and prints the others as they come.
    final class Table implements RowPrinter {

        private final Obis profile;
        private final List<ProfileColumn> columns;
        private final PrintWriter out;
        private final List<List<String>> waiting = new ArrayList<>();
        private int[] widths = {};
        private long rows;

        private Table(Obis profile, List<ProfileColumn> columns, PrintWriter out) {
            this.profile = profile;
            this.columns = columns;
            this.out = out;
        }

        @Override
        public void row(List<CosemData> cells) {
            List<String> row = texts(columns, cells);
            rows++;
            if (rows > ROWS_MEASURED) {
                out.println(aligned(row));
                return;
            }
            waiting.add(row);
            if (rows == ROWS_MEASURED) {
                begin();
            }
        }

        @Override
        public void end() {
            if (rows < ROWS_MEASURED) {
                begin();
            }
            out.println(rows + " rows of " + profile);
            out.flush();
        }

        private void begin() {
            var headings = columns.stream().map(ProfileColumn::heading).toList();
            widths = headings.stream().mapToInt(String::length).toArray();
            for (List<String> row : waiting) {
                for (int column = 0; column < widths.length; column++) {
                    widths[column] = Math.max(widths[column], row.get(column).length());
                }
            }
            out.println(aligned(headings));
            waiting.forEach(row -> out.println(aligned(row)));
            waiting.clear();
        }

        private String aligned(List<String> cells) {
            var line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                int missing = widths[column] - cells.get(column).length();
                line.append(" ".repeat(Math.max(0, missing)))
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
