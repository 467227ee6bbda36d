package trefas.app.report;

import java.util.ArrayList;
import java.util.List;
import trefas.app.report.Drawing.Paper;

/// Lines over a common axis, with limits across.
///
/// ```
/// page.section("Accuracy", new LineChart("Error over current",
///                 Axis.logarithmic("Current", "A"), Axis.linear("Error", "%"))
///         .add(series)
///         .limit("class B", 1.0)
///         .limit("class B", -1.0));
/// ```
public final class LineChart implements Fragment {

    private static final int HEIGHT = 300;
    private static final int TABLE_ROWS_MAX = 60;
    private static final double MARK_RADIUS = 3.5;

    private record Limit(String name, double value) {}

    private String title;
    private final Axis xAxis;
    private final Axis yAxis;
    private final List<Series> series = new ArrayList<>();
    private final List<Series> limitSeries = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private String description = "";

    /// Starts without lines.
    public LineChart(String title, Axis xAxis, Axis yAxis) {
        this.title = title;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
    }

    /// Adds a line.
    public LineChart add(Series line) {
        series.add(line);
        return this;
    }

    /// Adds a limit that is the same everywhere: a line from side to side.
    public LineChart limit(String name, double value) {
        limits.add(new Limit(name, value));
        return this;
    }

    /// Adds a limit that changes along the axis: drawn as a limit, whatever its tone.
    public LineChart limit(Series line) {
        limitSeries.add(line);
        return this;
    }

    /// Another heading.
    public LineChart titled(String heading) {
        this.title = heading;
        return this;
    }

    /// What the chart shows, in a sentence for whoever can't see it.
    public LineChart describe(String sentence) {
        this.description = sentence;
        return this;
    }

    @Override
    public String html() {
        boolean hasLimits = !limits.isEmpty() || !limitSeries.isEmpty();
        return Figure.html(title, Legend.html(series, hasLimits), HEIGHT, this::picture, numbers());
    }

    private String picture(Paper paper) {
        var extent = new Extent(xAxis, yAxis);
        series.forEach(extent::add);
        limitSeries.forEach(extent::add);
        limits.forEach(limit -> extent.addY(limit.value()));
        Plot plot = extent.plot(paper);
        var drawing = new Drawing(paper, title, description);
        plot.draw(drawing, xAxis, yAxis);
        drawing.beginArea(plot.left(), plot.top(), plot.right() - plot.left(), plot.bottom() - plot.top());
        for (Limit limit : limits) {
            double place = plot.y().place(limit.value()) - plot.top();
            drawing.line("limit", 0, place, plot.right() - plot.left(), place);
        }
        for (Series limit : limitSeries) {
            drawing.path("limit", Polyline.of(limit, plot));
        }
        for (Series line : series) {
            drawing.path("line " + line.tone().style() + (line.isDashed() ? " dash" : ""), Polyline.of(line, plot));
            if (line.isMarked()) {
                marks(line, plot, drawing);
            }
        }
        drawing.endArea();
        for (Limit limit : limits) {
            double place = plot.y().place(limit.value());
            if (place >= plot.top() && place <= plot.bottom()) {
                drawing.text("limit-name end", plot.right() - 4, place - 4, limit.name());
            }
        }
        return drawing.finish();
    }

    private static void marks(Series line, Plot plot, Drawing drawing) {
        for (int point = 0; point < line.size(); point++) {
            double x = plot.x().place(line.x(point)) - plot.left();
            double y = plot.y().place(line.y(point)) - plot.top();
            if (Double.isFinite(x) && Double.isFinite(y)) {
                drawing.circle("mark " + line.tone().style(), x, y, MARK_RADIUS);
            }
        }
    }

    /// Some points of every line, evenly picked when there are many.
    private Table numbers() {
        var table = new Table(title, List.of("Line", xAxis.title(), yAxis.title()));
        int each = Math.max(2, TABLE_ROWS_MAX / Math.max(1, series.size()));
        for (Series line : series) {
            int shown = Math.min(each, line.size());
            for (int row = 0; row < shown; row++) {
                int point = shown == 1 ? 0 : (int) ((long) row * (line.size() - 1) / (shown - 1));
                table.row(List.of(
                        line.name(), Significant.digits(line.x(point), 5), Significant.digits(line.y(point), 5)));
            }
        }
        for (Limit limit : limits) {
            table.row(List.of(limit.name() + " (limit)", "everywhere", Significant.digits(limit.value(), 5)));
        }
        return table;
    }
}
