package trefas.app.report;

import java.util.ArrayList;
import java.util.List;

/// Rows of text under headings. The first column names the row; the others are numbers and stand to the right.
public final class Table implements Fragment {

    /// Most rows written into a page; what is beyond is said in a last line.
    public static final int ROWS_MAX = 400;

    private record Row(List<String> cells, Verdict verdict) {}

    private final String caption;
    private final List<String> headings;
    private final List<Row> rows = new ArrayList<>();
    private long dropped;

    /// Starts without rows.
    ///
    /// @param caption what it shows, for whoever can't see what stands around it
    /// @param headings one for each column
    public Table(String caption, List<String> headings) {
        this.caption = caption;
        this.headings = List.copyOf(headings);
    }

    /// Adds a row without a verdict.
    public Table row(List<String> cells) {
        return row(cells, Verdict.NONE);
    }

    /// Adds a row whose last cell is a verdict on the others.
    ///
    /// @throws IllegalArgumentException when there are not as many cells as headings
    public Table row(List<String> cells, Verdict verdict) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + headings.size() + " headings");
        }
        if (rows.size() < ROWS_MAX) {
            rows.add(new Row(List.copyOf(cells), verdict));
        } else {
            dropped++;
        }
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String html() {
        // On a telephone a wide table is scrolled sideways, which a keyboard must be able to do too.
        var html = new StringBuilder("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"")
                .append(Markup.escape(caption))
                .append("\"><table><caption class=\"sr\">")
                .append(Markup.escape(caption))
                .append("</caption>\n<thead><tr>");
        headings.forEach(heading ->
                html.append("<th scope=\"col\">").append(Markup.escape(heading)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (Row row : rows) {
            html.append("<tr><th scope=\"row\">")
                    .append(Markup.escape(row.cells().getFirst()))
                    .append("</th>");
            for (int cell = 1; cell < row.cells().size(); cell++) {
                boolean isVerdict =
                        row.verdict() != Verdict.NONE && cell == row.cells().size() - 1;
                html.append(isVerdict ? "<td class=\"verdict " + row.verdict().style() + "\">" : "<td>")
                        .append(Markup.escape(row.cells().get(cell)))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
        if (dropped > 0) {
            html.append("<p class=\"sub\">and ").append(dropped).append(" more rows</p>\n");
        }
        return html.toString();
    }
}
