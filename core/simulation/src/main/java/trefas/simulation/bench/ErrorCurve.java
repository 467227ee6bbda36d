package trefas.simulation.bench;

import java.util.List;
import trefas.metrology.accuracy.LoadAngle;

/// One line of an accuracy diagram.
///
/// @param angle of the load
/// @param points in rising order
public record ErrorCurve(LoadAngle angle, List<Point> points) {

    /// A point of the line.
    ///
    /// @param at current, voltage, frequency or temperature
    /// @param percent error
    /// @param limitPercent what is allowed on either side, percent; not a number where there is no limit
    public record Point(double at, double percent, double limitPercent) {}

    /// A list that stays.
    public ErrorCurve {
        points = List.copyOf(points);
    }
}
