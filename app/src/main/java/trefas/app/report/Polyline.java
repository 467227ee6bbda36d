package trefas.app.report;

/// A series as an SVG path. Where many points fall on one column of pixels, only the first, the lowest, the highest
/// and the last are drawn, which looks the same and keeps a page of a week small.
final class Polyline {

    private final StringBuilder path = new StringBuilder();
    private boolean isDown;
    private double firstX = Double.NaN;
    private double first;
    private double low;
    private double high;
    private double last;

    private Polyline() {}

    /// The path relative to the plot's upper left corner.
    static String of(Series series, Plot plot) {
        var line = new Polyline();
        for (int point = 0; point < series.size(); point++) {
            double x = plot.x().place(series.x(point)) - plot.left();
            double y = plot.y().place(series.y(point)) - plot.top();
            if (Double.isFinite(x) && Double.isFinite(y)) {
                line.point(x, y);
            } else {
                line.lift();
            }
        }
        line.lift();
        return line.path.toString();
    }

    private void point(double x, double y) {
        if (isSameColumn(x)) {
            low = Math.min(low, y);
            high = Math.max(high, y);
            last = y;
            return;
        }
        flush();
        firstX = x;
        first = y;
        low = y;
        high = y;
        last = y;
    }

    private boolean isSameColumn(double x) {
        return !Double.isNaN(firstX) && Math.abs(x - firstX) < 0.5;
    }

    private void flush() {
        if (Double.isNaN(firstX)) {
            return;
        }
        put(first);
        if (low < Math.min(first, last)) {
            put(low);
        }
        if (high > Math.max(first, last)) {
            put(high);
        }
        if (last != first) {
            put(last);
        }
    }

    private void put(double y) {
        path.append(isDown ? 'L' : 'M').append(Drawing.at(firstX)).append(' ').append(Drawing.at(y));
        isDown = true;
    }

    private void lift() {
        flush();
        firstX = Double.NaN;
        isDown = false;
    }
}
