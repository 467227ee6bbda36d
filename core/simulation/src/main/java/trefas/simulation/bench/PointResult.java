package trefas.simulation.bench;

import trefas.metrology.accuracy.AccuracyPoint;

/// A point and what the meter made of it.
///
/// @param point what was asked
/// @param measurement of its condition
/// @param errorPercent the error, or the additional error against the reference of the point
public record PointResult(AccuracyPoint point, Measurement measurement, double errorPercent) {

    /// Whether the error is inside its limit.
    public boolean isInside() {
        return Math.abs(errorPercent) <= point.limitPercent();
    }

    /// The part of the limit that the error takes, percent.
    public double limitShare() {
        return 100 * Math.abs(errorPercent) / point.limitPercent();
    }
}
