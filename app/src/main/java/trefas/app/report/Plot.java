package trefas.app.report;

import java.util.List;

/// The frame that charts with two axes have in common: grid, ticks, names of the axes.
record Plot(double left, double top, double right, double bottom, Scale x, Scale y) {

    private static final double CHARACTER = 6.6;
    private static final double PIXELS_PER_X_TICK = 58;
    private static final double PIXELS_PER_Y_TICK = 42;

    /// Lays the frame on a piece of paper, with room for what is written beside it.
    ///
    /// @param lowX lowest of the data; see [Scale#fit]
    static Plot on(Drawing.Paper paper, Axis xAxis, Axis yAxis, double lowX, double highX, double lowY, double highY) {
        double top = 26;
        double bottom = paper.height() - 40.0;
        Scale y = Scale.fit(yAxis, lowY, highY, bottom, top).relaxed();
        int about = yTicks(top, bottom);
        int longest = y.ticks(about).stream()
                .mapToInt(tick -> y.label(tick, about).length())
                .max()
                .orElse(1);
        double left = 14 + (longest * CHARACTER);
        double right = paper.width() - 14.0;
        return new Plot(left, top, right, bottom, Scale.fit(xAxis, lowX, highX, left, right), y);
    }

    /// Draws grid, numbers and names.
    void draw(Drawing drawing, Axis xAxis, Axis yAxis) {
        drawRows(drawing, xAxis.title(), yAxis);
        int aboutX = xTicks();
        List<Double> ticks = x.ticks(aboutX);
        for (double tick : ticks) {
            double place = x.place(tick);
            drawing.line("grid", place, top, place, bottom);
            drawing.text("tick middle", place, bottom + 16, x.label(tick, aboutX));
        }
    }

    /// Draws the horizontal lines and the names only; the chart writes below what its columns are.
    void drawRows(Drawing drawing, String xTitle, Axis yAxis) {
        int about = yTicks(top, bottom);
        for (double tick : y.ticks(about)) {
            double place = y.place(tick);
            drawing.line(tick == 0 ? "zero" : "grid", left, place, right, place);
            drawing.text("tick end", left - 6, place + 4, y.label(tick, about));
        }
        drawing.rectangle("frame", left, top, right - left, bottom - top);
        drawing.text("axis start", 2, 14, yAxis.title());
        drawing.text("axis end", right, bottom + 34, xTitle);
    }

    private int xTicks() {
        return Math.max(2, (int) ((right - left) / PIXELS_PER_X_TICK));
    }

    private static int yTicks(double top, double bottom) {
        return Math.max(2, (int) ((bottom - top) / PIXELS_PER_Y_TICK));
    }
}
