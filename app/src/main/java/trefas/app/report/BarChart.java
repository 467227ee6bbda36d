package trefas.app.report;

import java.util.ArrayList;
import java.util.List;
import trefas.app.report.Drawing.Paper;

/// Bars in groups, such as a spectrum: one group for each order, one bar in it for each phase, and a mark across the
/// group where its limit lies.
public final class BarChart implements Fragment {

    private static final int HEIGHT = 300;
    private static final double GROUP_PART = 0.8;
    private static final int PIXELS_PER_LABEL = 26;

    private record Group(String name, List<Double> values, double limit) {}

    private final String title;
    private final String xTitle;
    private final Axis yAxis;
    private final List<Series> bars;
    private final List<Group> groups = new ArrayList<>();
    private String description = "";

    /// Starts without groups.
    ///
    /// @param xTitle what the groups are
    /// @param bars name and colour of the bars of every group; their points are not used
    public BarChart(String title, String xTitle, Axis yAxis, List<Series> bars) {
        this.title = title;
        this.xTitle = xTitle;
        this.yAxis = yAxis;
        this.bars = List.copyOf(bars);
    }

    /// Adds a group without a limit.
    public BarChart group(String name, List<Double> values) {
        return group(name, values, Double.NaN);
    }

    /// Adds a group.
    ///
    /// @param values one for each bar
    /// @param limit where the mark stands; not a number for none
    public BarChart group(String name, List<Double> values, double limit) {
        groups.add(new Group(name, List.copyOf(values), limit));
        return this;
    }

    /// What the chart shows, in a sentence for whoever can't see it.
    public BarChart describe(String sentence) {
        this.description = sentence;
        return this;
    }

    @Override
    public String html() {
        boolean hasLimits = groups.stream().anyMatch(group -> Double.isFinite(group.limit()));
        return Figure.html(title, Legend.html(bars, hasLimits), HEIGHT, this::picture, numbers());
    }

    private String picture(Paper paper) {
        Axis xAxis = Axis.linear(xTitle, "").range(0, Math.max(1, groups.size()));
        var extent = new Extent(xAxis, yAxis);
        extent.addY(0);
        for (Group group : groups) {
            extent.addY(group.limit());
            group.values().forEach(extent::addY);
        }
        Plot plot = extent.plot(paper);
        var drawing = new Drawing(paper, title, description);
        plot.drawRows(drawing, xTitle, yAxis);
        drawing.beginArea(plot.left(), plot.top(), plot.right() - plot.left(), plot.bottom() - plot.top());
        for (int group = 0; group < groups.size(); group++) {
            draw(groups.get(group), group, plot, drawing);
        }
        drawing.endArea();
        double step = (plot.right() - plot.left()) / Math.max(1, groups.size());
        int every = Math.max(1, (int) Math.ceil(PIXELS_PER_LABEL / step));
        for (int group = 0; group < groups.size(); group += every) {
            drawing.text(
                    "tick middle",
                    plot.left() + ((group + 0.5) * step),
                    plot.bottom() + 16,
                    groups.get(group).name());
        }
        return drawing.finish();
    }

    private void draw(Group group, int index, Plot plot, Drawing drawing) {
        double step = plot.x().place(1) - plot.x().place(0);
        double start = (plot.x().place(index) - plot.left()) + (step * (1 - GROUP_PART) / 2);
        double width = step * GROUP_PART / Math.max(1, bars.size());
        double zero = plot.y().place(0) - plot.top();
        for (int bar = 0; bar < group.values().size(); bar++) {
            double value = group.values().get(bar);
            if (Double.isFinite(value)) {
                double end = plot.y().place(value) - plot.top();
                String style = "bar " + bars.get(bar).tone().style();
                drawing.rectangle(
                        style, start + (bar * width), Math.min(zero, end), width * 0.92, Math.abs(end - zero));
            }
        }
        if (Double.isFinite(group.limit())) {
            double place = plot.y().place(group.limit()) - plot.top();
            drawing.line("limit-mark", start - 1, place, start + (step * GROUP_PART) + 1, place);
        }
    }

    private Table numbers() {
        var headings = new ArrayList<String>();
        headings.add(xTitle);
        bars.forEach(bar -> headings.add(bar.name()));
        headings.add("Limit");
        var table = new Table(title + ", " + yAxis.title(), headings);
        for (Group group : groups) {
            var cells = new ArrayList<String>();
            cells.add(group.name());
            for (int bar = 0; bar < bars.size(); bar++) {
                cells.add(
                        bar < group.values().size()
                                ? Significant.digits(group.values().get(bar), 4)
                                : "–");
            }
            cells.add(Significant.digits(group.limit(), 3));
            table.row(cells);
        }
        return table;
    }
}
