package trefas.app.report;

import java.util.ArrayList;
import java.util.List;
import trefas.app.report.Drawing.Paper;

/// Voltage events over the cells of EN 50160 (dossier metrology 4): duration against residual voltage or height.
public final class CellScatter implements Fragment {

    private static final int HEIGHT = 340;
    private static final double SHORTEST = 0.01;
    private static final double LONGEST = 60;
    private static final double PERCENT_MAX = 160;
    private static final double MARK_RADIUS = 5;

    private record Cell(String name, double fromSeconds, double toSeconds, double fromPercent, double toPercent) {}

    private record Mark(String name, Tone tone, double seconds, double percent) {}

    private static final List<Cell> CELLS = cells();

    private final String title;
    private final List<Mark> marks = new ArrayList<>();

    /// Starts without events.
    public CellScatter(String title) {
        this.title = title;
    }

    /// Adds an event; one beyond the edge is drawn at the edge.
    ///
    /// @param name for the table, such as `dip C2`
    /// @param percent residual voltage or height, percent of the declared voltage
    public CellScatter event(String name, Tone tone, double seconds, double percent) {
        marks.add(new Mark(name, tone, seconds, percent));
        return this;
    }

    @Override
    public String html() {
        return Figure.html(title, "", HEIGHT, this::picture, numbers());
    }

    private String picture(Paper paper) {
        Axis duration = Axis.logarithmic("Duration", "s").range(SHORTEST, LONGEST);
        Axis residual = Axis.linear("Voltage", "% of Udin").range(0, PERCENT_MAX);
        Plot plot = new Extent(duration, residual).plot(paper);
        String description = marks.size() == 1 ? "One event." : marks.size() + " events.";
        var drawing = new Drawing(paper, title, description);
        for (Cell cell : CELLS) {
            double x = plot.x().place(Math.max(SHORTEST, cell.fromSeconds()));
            double right = plot.x().place(cell.toSeconds());
            double y = plot.y().place(Math.min(PERCENT_MAX, cell.toPercent()));
            double bottom = plot.y().place(cell.fromPercent());
            drawing.rectangle("cell " + (cell.fromPercent() >= 100 ? "swell" : "dip"), x, y, right - x, bottom - y);
            if (bottom - y > 11 && right - x > 16) {
                drawing.text("cell-name start", x + 4, y + 12, cell.name());
            }
        }
        plot.draw(drawing, duration, residual);
        for (Mark mark : marks) {
            double seconds = Math.clamp(mark.seconds(), SHORTEST, LONGEST);
            double percent = Math.clamp(mark.percent(), 0, PERCENT_MAX);
            drawing.circle(
                    "event " + mark.tone().style(),
                    plot.x().place(seconds),
                    plot.y().place(percent),
                    MARK_RADIUS);
        }
        return drawing.finish();
    }

    private Table numbers() {
        var table = new Table(title, List.of("Event", "Duration, s", "% of Udin"));
        for (Mark mark : marks) {
            table.row(List.of(
                    mark.name(), Significant.decimals(mark.seconds(), 3), Significant.decimals(mark.percent(), 2)));
        }
        return table;
    }

    private static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        double[] dipSeconds = {0, 0.2, 0.5, 1, 5, 60};
        double[] dipPercents = {90, 80, 70, 40, 5, 0};
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 5; column++) {
                cells.add(new Cell(
                        "ABCDX".charAt(row) + String.valueOf(column + 1),
                        dipSeconds[column],
                        dipSeconds[column + 1],
                        dipPercents[row + 1],
                        dipPercents[row]));
            }
        }
        double[] swellSeconds = {0, 0.5, 5, 60};
        for (int column = 0; column < 3; column++) {
            cells.add(new Cell("S" + (column + 1), swellSeconds[column], swellSeconds[column + 1], 120, PERCENT_MAX));
            cells.add(new Cell("T" + (column + 1), swellSeconds[column], swellSeconds[column + 1], 110, 120));
        }
        return List.copyOf(cells);
    }
}
