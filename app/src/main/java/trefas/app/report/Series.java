package trefas.app.report;

import java.util.Arrays;

/// Points of one line, in the order they are drawn. A value that is no number breaks the line.
///
/// ```
/// var series = new Series("cos φ 1", Tone.IMPORT).marked();
/// series.point(0.25, 0.004).point(5, 0.001);
/// ```
public final class Series {

    /// Most points kept; a report is made of aggregated values, so this is no longer a trend but a mistake.
    public static final int POINTS_MAX = 2_000_000;

    private final String name;
    private final Tone tone;
    private double[] x = new double[64];
    private double[] y = new double[64];
    private int size;
    private boolean isDashed;
    private boolean isMarked;

    /// Starts without points.
    ///
    /// @param name for the legend and the table
    public Series(String name, Tone tone) {
        this.name = name;
        this.tone = tone;
    }

    /// Adds a point, in the units of the axes.
    ///
    /// @throws IllegalStateException beyond [#POINTS_MAX]
    public Series point(double x, double y) {
        if (size == POINTS_MAX) {
            throw new IllegalStateException("more than " + POINTS_MAX + " points in " + name);
        }
        if (size == this.x.length) {
            this.x = Arrays.copyOf(this.x, 2 * size);
            this.y = Arrays.copyOf(this.y, 2 * size);
        }
        this.x[size] = x;
        this.y[size] = y;
        size++;
        return this;
    }

    /// Drawn in dashes.
    public Series dashed() {
        this.isDashed = true;
        return this;
    }

    /// With a dot at every point, for few points that were measured one by one.
    public Series marked() {
        this.isMarked = true;
        return this;
    }

    public String name() {
        return name;
    }

    public Tone tone() {
        return tone;
    }

    /// Number of points.
    public int size() {
        return size;
    }

    public double x(int point) {
        return x[point];
    }

    public double y(int point) {
        return y[point];
    }

    boolean isDashed() {
        return isDashed;
    }

    boolean isMarked() {
        return isMarked;
    }
}
