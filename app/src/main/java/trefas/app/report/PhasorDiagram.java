package trefas.app.report;

import java.util.ArrayList;
import java.util.List;
import trefas.app.report.Drawing.Paper;

/// Fundamentals as arrows from one centre. Angles count anticlockwise; the first phase's voltage points to the right
/// by convention, whoever adds the arrows decides. Voltages share one scale and currents another: the longest of
/// each reaches the rim.
public final class PhasorDiagram implements Fragment {

    private static final int HEIGHT = 320;
    private static final double CURRENT_PART = 0.72;
    private static final double HEAD = 9;

    private record Arrow(String name, Tone tone, double magnitude, double degrees, boolean isCurrent) {}

    private final String title;
    private final List<Arrow> arrows = new ArrayList<>();
    private String description = "";

    /// Starts without arrows.
    public PhasorDiagram(String title) {
        this.title = title;
    }

    /// Adds a voltage, V rms and degrees.
    public PhasorDiagram voltage(String name, Tone tone, double volts, double degrees) {
        arrows.add(new Arrow(name, tone, volts, degrees, false));
        return this;
    }

    /// Adds a current, A rms and degrees; drawn in dashes.
    public PhasorDiagram current(String name, Tone tone, double amperes, double degrees) {
        arrows.add(new Arrow(name, tone, amperes, degrees, true));
        return this;
    }

    /// What the diagram shows, in a sentence for whoever can't see it.
    public PhasorDiagram describe(String sentence) {
        this.description = sentence;
        return this;
    }

    @Override
    public String html() {
        String legend = "<p class=\"legend\"><span><i class=\"plain\"></i>voltage</span> "
                + "<span><i class=\"dash plain\"></i>current, own scale</span></p>\n";
        return Figure.html(title, legend, HEIGHT, this::picture, numbers());
    }

    private String picture(Paper paper) {
        var drawing = new Drawing(paper, title, description);
        double radius = Math.min(paper.width(), paper.height()) / 2.0 - 30;
        double x = paper.width() / 2.0;
        double y = paper.height() / 2.0;
        drawing.circle("ring", x, y, radius);
        drawing.circle("ring", x, y, radius / 2);
        drawing.line("grid", x - radius, y, x + radius, y);
        drawing.line("grid", x, y - radius, x, y + radius);
        // Currents last: they are the shorter ones and would lie below.
        arrows.stream().filter(arrow -> !arrow.isCurrent()).forEach(arrow -> draw(arrow, x, y, radius, drawing));
        arrows.stream().filter(Arrow::isCurrent).forEach(arrow -> draw(arrow, x, y, radius * CURRENT_PART, drawing));
        return drawing.finish();
    }

    private void draw(Arrow arrow, double x, double y, double radius, Drawing drawing) {
        double longest = arrows.stream()
                .filter(other -> other.isCurrent() == arrow.isCurrent())
                .mapToDouble(Arrow::magnitude)
                .max()
                .orElse(0);
        if (!(longest > 0) || !(arrow.magnitude() > longest / 1_000)) {
            return;
        }
        double length = radius * arrow.magnitude() / longest;
        double radians = Math.toRadians(arrow.degrees());
        double along = Math.cos(radians);
        double up = -Math.sin(radians);
        double tipX = x + (length * along);
        double tipY = y + (length * up);
        String style = arrow.tone().style();
        drawing.path(
                "phasor " + style + (arrow.isCurrent() ? " dash" : ""),
                "M" + Drawing.at(x) + " " + Drawing.at(y) + "L" + Drawing.at(tipX - (along * HEAD / 2)) + " "
                        + Drawing.at(tipY - (up * HEAD / 2)));
        drawing.path(
                "head " + style,
                "M" + Drawing.at(tipX) + " " + Drawing.at(tipY)
                        + "L" + Drawing.at(tipX - (HEAD * along) - (HEAD * up / 2)) + " "
                        + Drawing.at(tipY - (HEAD * up) + (HEAD * along / 2))
                        + "L" + Drawing.at(tipX - (HEAD * along) + (HEAD * up / 2)) + " "
                        + Drawing.at(tipY - (HEAD * up) - (HEAD * along / 2)) + "Z");
        drawing.text("arrow-name middle", tipX + (14 * along), tipY + (14 * up) + 4, arrow.name());
    }

    private Table numbers() {
        var table = new Table(title, List.of("Fundamental", "rms", "Angle, °"));
        for (Arrow arrow : arrows) {
            table.row(List.of(
                    arrow.name(),
                    Significant.digits(arrow.magnitude(), 5) + (arrow.isCurrent() ? " A" : " V"),
                    Significant.decimals(arrow.degrees(), 2)));
        }
        return table;
    }
}
