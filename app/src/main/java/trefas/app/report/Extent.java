package trefas.app.report;

/// How far the data of a chart reaches.
final class Extent {

    private final Axis xAxis;
    private final Axis yAxis;
    private double lowX = Double.POSITIVE_INFINITY;
    private double highX = Double.NEGATIVE_INFINITY;
    private double lowY = Double.POSITIVE_INFINITY;
    private double highY = Double.NEGATIVE_INFINITY;

    Extent(Axis xAxis, Axis yAxis) {
        this.xAxis = xAxis;
        this.yAxis = yAxis;
    }

    void add(Series series) {
        for (int point = 0; point < series.size(); point++) {
            addX(series.x(point));
            addY(series.y(point));
        }
    }

    void addX(double x) {
        if (isShown(xAxis, x)) {
            lowX = Math.min(lowX, x);
            highX = Math.max(highX, x);
        }
    }

    void addY(double y) {
        if (isShown(yAxis, y)) {
            lowY = Math.min(lowY, y);
            highY = Math.max(highY, y);
        }
    }

    Plot plot(Drawing.Paper paper) {
        return Plot.on(paper, xAxis, yAxis, lowX, highX, lowY, highY);
    }

    private static boolean isShown(Axis axis, double value) {
        return Double.isFinite(value) && (!axis.isLogarithmic() || value > 0);
    }
}
