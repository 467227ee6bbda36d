package trefas.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// From the values of an axis to places on paper, with the round values that are written beside it.
final class Scale {

    private static final double[] STEPS = {1, 2, 5, 10};
    private static final double MARGIN = 0.05;
    private static final int DECIMALS_MAX = 6;

    private final Axis axis;
    private final double from;
    private final double to;
    private final double start;
    private final double end;

    private Scale(Axis axis, double from, double to, double start, double end) {
        this.axis = axis;
        this.from = from;
        this.to = to;
        this.start = start;
        this.end = end;
    }

    /// Fits data into a stretch of paper.
    ///
    /// @param low lowest value of the data
    /// @param high highest value of the data
    /// @param start place of the axis' lower end
    /// @param end place of its upper end
    static Scale fit(Axis axis, double low, double high, double start, double end) {
        double from = Double.isNaN(axis.from()) ? low : axis.from();
        double to = Double.isNaN(axis.to()) ? high : axis.to();
        if (Double.isNaN(from) || Double.isNaN(to) || Double.isInfinite(from) || Double.isInfinite(to)) {
            from = axis.isLogarithmic() ? 1 : 0;
            to = axis.isLogarithmic() ? 10 : 1;
        }
        if (axis.isLogarithmic()) {
            from = from > 0 ? from : 1e-3;
            to = to > from ? to : from * 10;
        } else if (!(to > from)) {
            double half = from == 0 ? 1 : Math.abs(from) * MARGIN;
            from -= half;
            to += half;
        }
        return new Scale(axis, from, to, start, end);
    }

    /// The same with some air above and below, for data that would touch the edge.
    Scale relaxed() {
        if (axis.isLogarithmic()) {
            return this;
        }
        double air = (to - from) * MARGIN;
        double lower = Double.isNaN(axis.from()) ? from - air : from;
        double upper = Double.isNaN(axis.to()) ? to + air : to;
        return new Scale(axis, lower, upper, start, end);
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    /// Where a value stands. A value at or below 0 has no place on a logarithmic axis.
    double place(double value) {
        double part =
                axis.isLogarithmic() ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
        return start + (part * (end - start));
    }

    /// Round values inside the range, about as many as asked for.
    List<Double> ticks(int about) {
        return axis.isLogarithmic() ? decades(about) : steps(about);
    }

    private List<Double> steps(int about) {
        double step = step(about);
        var ticks = new ArrayList<Double>();
        long first = (long) Math.ceil((from / step) - 1e-9);
        long last = (long) Math.floor((to / step) + 1e-9);
        for (long tick = first; tick <= last; tick++) {
            ticks.add(tick * step);
        }
        return ticks;
    }

    /// The round distance of ticks.
    private double step(int about) {
        double raw = (to - from) / Math.max(1, about);
        double decade = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double step : STEPS) {
            if (step * decade >= raw * (1 - 1e-9)) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    private List<Double> decades(int about) {
        var ticks = new ArrayList<Double>();
        double decades = Math.log10(to / from);
        boolean hasSteps = decades * 3 <= about + 1;
        int every = (int) Math.max(1, Math.ceil(decades / Math.max(1, about)));
        int first = (int) Math.floor(Math.log10(from) + 1e-9);
        for (int exponent = first; Math.pow(10, exponent) <= to * (1 + 1e-9); exponent++) {
            for (double step : hasSteps ? new double[] {1, 2, 5} : new double[] {1}) {
                double value = step * Math.pow(10, exponent);
                boolean isInside = value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9);
                if (isInside && (exponent - first) % every == 0) {
                    ticks.add(value);
                }
            }
        }
        return ticks;
    }

    /// A tick as it is written: as many decimals as tell it from its neighbours.
    String label(double tick, int about) {
        int decimals = 0;
        double unit = axis.isLogarithmic() ? tick : step(about);
        while (decimals < DECIMALS_MAX && unit < 1 - 1e-9) {
            unit *= 10;
            decimals++;
        }
        return number(tick, decimals);
    }

    /// A number with a true minus and thin spaces between thousands.
    static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean isZero = text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return (isZero ? text.replace("-", "") : text).replace(',', '\u202F').replace('-', '\u2212');
    }
}
