package trefas.simulation.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import trefas.metrology.accuracy.ActivePoints;
import trefas.metrology.accuracy.Influence;
import trefas.metrology.accuracy.LoadAngle;
import trefas.metrology.accuracy.Loading;
import trefas.metrology.accuracy.ReferenceLimits;
import trefas.metrology.accuracy.TemperatureBand;
import trefas.metrology.accuracy.TestCondition;
import trefas.quantity.AccuracyClass;
import trefas.quantity.RatedCurrents;

/// The accuracy diagrams of a data sheet, from runs on the bench: balanced load, one line for each power factor.
public final class AccuracyCurves {

    private static final int CURRENTS = 19;
    private static final List<Double> VOLTAGE_PARTS = List.of(0.80, 0.85, 0.90, 0.95, 1.00, 1.05, 1.10, 1.15);
    private static final List<Double> FREQUENCY_PARTS =
            List.of(0.95, 0.96, 0.97, 0.98, 0.99, 1.00, 1.01, 1.02, 1.03, 1.04, 1.05);
    private static final List<Double> TEMPERATURES = List.of(-40.0, -25.0, -10.0, 5.0, 15.0, 23.0, 30.0, 40.0, 55.0);

    private final AccuracyRun run;
    private final AccuracyClass accuracyClass;
    private final RatedCurrents rated;

    /// Diagrams of the meter that a run has on its bench.
    public AccuracyCurves(AccuracyRun run, AccuracyClass accuracyClass) {
        this.run = run;
        this.accuracyClass = accuracyClass;
        this.rated = RatedCurrents.of63Amperes(accuracyClass);
    }

    /// Error over the current, A, from Imin to Imax, with the limits of the load points.
    public List<ErrorCurve> overCurrent() {
        var curves = new ArrayList<ErrorCurve>();
        for (LoadAngle angle : ActivePoints.ANGLES) {
            var points = new ArrayList<ErrorCurve.Point>();
            for (double amperes : currents()) {
                OptionalDouble limit =
                        ReferenceLimits.limitPercent(accuracyClass, rated, Loading.BALANCED, angle, amperes);
                points.add(
                        new ErrorCurve.Point(amperes, run.errorPercent(at(amperes, angle)), limit.orElse(Double.NaN)));
            }
            curves.add(new ErrorCurve(angle, points));
        }
        return curves;
    }

    /// Evenly by factors, and Itr and Iref themselves.
    private List<Double> currents() {
        var currents = new ArrayList<>(List.of(rated.transitional(), rated.reference()));
        double ratio = rated.maximum() / rated.minimum();
        for (int n = 0; n < CURRENTS; n++) {
            double part = n / (CURRENTS - 1.0);
            currents.add(n == CURRENTS - 1 ? rated.maximum() : rated.minimum() * Math.pow(ratio, part));
        }
        currents.sort(Double::compare);
        return currents;
    }

    /// Additional error over the voltage, V, at Iref.
    public List<ErrorCurve> overVoltage() {
        return influence(
                Influence.VOLTAGE,
                VOLTAGE_PARTS.stream().map(part -> part * AccuracyRun.VOLTS).toList(),
                ActivePoints.VOLTAGES.getFirst() * AccuracyRun.VOLTS,
                ActivePoints.VOLTAGES.getLast() * AccuracyRun.VOLTS);
    }

    /// Additional error over the frequency, Hz, at Iref.
    public List<ErrorCurve> overFrequency() {
        return influence(
                Influence.FREQUENCY,
                FREQUENCY_PARTS.stream().map(part -> part * AccuracyRun.HERTZ).toList(),
                ActivePoints.FREQUENCIES.getFirst() * AccuracyRun.HERTZ,
                ActivePoints.FREQUENCIES.getLast() * AccuracyRun.HERTZ);
    }

    /// Additional error over the temperature, C, at Iref; the limit grows with the distance from 23 C.
    public List<ErrorCurve> overTemperature() {
        return influence(Influence.TEMPERATURE, TEMPERATURES, TEMPERATURES.getFirst(), TEMPERATURES.getLast());
    }

    /// Limits hold from one end to the other; outside the meter is only looked at.
    private List<ErrorCurve> influence(Influence influence, List<Double> places, double from, double to) {
        var curves = new ArrayList<ErrorCurve>();
        for (LoadAngle angle : List.of(LoadAngle.UNITY, LoadAngle.HALF_INDUCTIVE)) {
            TestCondition reference = at(rated.reference(), angle);
            var points = new ArrayList<ErrorCurve.Point>();
            for (double place : places) {
                TestCondition condition = switch (influence) {
                    case VOLTAGE -> reference.withVolts(place);
                    case FREQUENCY -> reference.withHertz(place);
                    default -> reference.withCelsius(place);
                };
                double times =
                        influence == Influence.TEMPERATURE ? Math.abs(place - TestCondition.REFERENCE_CELSIUS) : 1;
                boolean isLimited = place >= from - 1e-9 && place <= to + 1e-9;
                double limit = isLimited
                        ? influence.limitPercent(accuracyClass, angle).orElse(Double.NaN) * times
                        : Double.NaN;
                points.add(
                        new ErrorCurve.Point(place, run.errorPercent(condition) - run.errorPercent(reference), limit));
            }
            curves.add(new ErrorCurve(angle, points));
        }
        return curves;
    }

    /// Composite error over the current, A, in a band of temperature, with the maximum permissible error.
    public List<ErrorCurve> composite(TemperatureBand band) {
        List<CompositeError> composites = run.composites();
        var curves = new ArrayList<ErrorCurve>();
        for (LoadAngle angle : ActivePoints.ANGLES) {
            curves.add(new ErrorCurve(
                    angle,
                    composites.stream()
                            .filter(composite -> composite.band() == band)
                            .filter(composite -> composite.loading() == Loading.BALANCED)
                            .filter(composite -> composite.angle() == angle)
                            .map(composite -> new ErrorCurve.Point(
                                    composite.amperes(), composite.percent(), composite.limitPercent()))
                            .toList()));
        }
        return curves;
    }

    private static TestCondition at(double amperes, LoadAngle angle) {
        return TestCondition.reference(AccuracyRun.VOLTS, AccuracyRun.HERTZ, amperes, angle, Loading.BALANCED);
    }
}
