package trefas.simulation.bench;

import java.util.List;
import trefas.metrology.CalibrationConstants;
import trefas.quantity.AccuracyClass;
import trefas.quantity.RatedCurrents;

/// What an accuracy run found.
///
/// @param accuracyClass whose limits were used
/// @param rated currents of the meter
/// @param constants that corrected the front end
/// @param points of active and reactive energy
/// @param registrations tests of starting and of no load
/// @param composites against the maximum permissible errors
public record AccuracyResult(
        AccuracyClass accuracyClass,
        RatedCurrents rated,
        CalibrationConstants constants,
        List<PointResult> points,
        List<RegistrationResult> registrations,
        List<CompositeError> composites) {

    /// Lists that stay.
    public AccuracyResult {
        points = List.copyOf(points);
        registrations = List.copyOf(registrations);
        composites = List.copyOf(composites);
    }

    /// Whether everything is inside its limit.
    public boolean isInside() {
        return outside() == 0;
    }

    /// How many points, tests and composite errors there are.
    public int count() {
        return points.size() + registrations.size() + composites.size();
    }

    /// How many of them are outside their limits.
    public int outside() {
        long outside = points.stream().filter(point -> !point.isInside()).count()
                + registrations.stream().filter(test -> !test.isInside()).count()
                + composites.stream().filter(composite -> !composite.isInside()).count();
        return (int) outside;
    }

    /// The largest error or additional error of all points, percent.
    public double largestErrorPercent() {
        return points.stream()
                .mapToDouble(point -> Math.abs(point.errorPercent()))
                .max()
                .orElse(0);
    }
}
