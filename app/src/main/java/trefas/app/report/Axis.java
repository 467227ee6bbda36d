package trefas.app.report;

/// What one direction of a chart means.
///
/// @param name of the quantity
/// @param unit such as V; empty for a plain number
/// @param isLogarithmic whether equal steps are equal factors
/// @param from lowest value to show; not a number to take it from the data
/// @param to highest value to show; not a number to take it from the data
public record Axis(String name, String unit, boolean isLogarithmic, double from, double to) {

    /// Equal steps are equal differences; the ends come from the data.
    public static Axis linear(String name, String unit) {
        return new Axis(name, unit, false, Double.NaN, Double.NaN);
    }

    /// Equal steps are equal factors; the ends come from the data, of which only values above 0 are shown.
    public static Axis logarithmic(String name, String unit) {
        return new Axis(name, unit, true, Double.NaN, Double.NaN);
    }

    /// The same axis with fixed ends.
    public Axis range(double from, double to) {
        if (!(from < to) || (isLogarithmic && !(from > 0))) {
            throw new IllegalArgumentException(
                    "an axis runs upwards, a logarithmic one from above 0: " + from + " to " + to);
        }
        return new Axis(name, unit, isLogarithmic, from, to);
    }

    /// Name and unit, as they stand beside the axis.
    String title() {
        return unit.isEmpty() ? name : name + ", " + unit;
    }
}
