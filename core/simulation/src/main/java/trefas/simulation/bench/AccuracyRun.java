package trefas.simulation.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import trefas.metrology.accuracy.AccuracyPoint;
import trefas.metrology.accuracy.AccuracyPoint.Energy;
import trefas.metrology.accuracy.ActivePoints;
import trefas.metrology.accuracy.LoadAngle;
import trefas.metrology.accuracy.Loading;
import trefas.metrology.accuracy.ReactivePoints;
import trefas.metrology.accuracy.ReferenceLimits;
import trefas.metrology.accuracy.TemperatureBand;
import trefas.metrology.accuracy.TestCondition;
import trefas.quantity.AccuracyClass;
import trefas.quantity.RatedCurrents;

/// All accuracy points of a class on one meter: load points, influence quantities, reactive energy, starting, no load
/// and the composite errors. Computes to the limits of EN 50470-3, IEC 62053-23 and Directive 2014/32/EU; shows
/// nothing about any real meter.
public final class AccuracyRun {

    /// Rated voltage Un of a 3x230/400 V meter, V.
    public static final double VOLTS = 230;

    /// Rated frequency fn, Hz.
    public static final double HERTZ = 50;

    /// Highest temperature the meter is made for, C.
    private static final double CELSIUS_MAX = 55;

    private final AccuracyClass accuracyClass;
    private final RatedCurrents rated;
    private final TestBench bench;
    /// Conditions that several points share are measured once; a run has some hundreds.
    private final Map<TestCondition, Measurement> measured = new HashMap<>();

    /// Puts a meter on the bench.
    ///
    /// @param accuracyClass whose limits are asked for
    public AccuracyRun(AccuracyClass accuracyClass, MeterUnderTest meter) {
        this.accuracyClass = accuracyClass;
        this.rated = RatedCurrents.of63Amperes(accuracyClass);
        this.bench = new TestBench(meter);
    }

    /// Runs everything.
    public AccuracyResult result() {
        return new AccuracyResult(
                accuracyClass,
                rated,
                bench.meter().constants(),
                points(),
                new RegistrationBench(bench, rated, VOLTS, HERTZ).results(),
                composites());
    }

    /// The points of active and reactive energy.
    public List<PointResult> points() {
        var points = new ArrayList<>(ActivePoints.of(accuracyClass, rated, VOLTS, HERTZ));
        points.addAll(ReactivePoints.ofClassTwo(rated, VOLTS, HERTZ));
        return points.stream().map(this::result).toList();
    }

    private PointResult result(AccuracyPoint point) {
        Measurement measurement = measure(point.condition());
        double reference = point.reference()
                .map(condition -> measure(condition).errorPercent(point.energy()))
                .orElse(0.0);
        return new PointResult(point, measurement, measurement.errorPercent(point.energy()) - reference);
    }

    /// The error of active energy at any condition, percent.
    public double errorPercent(TestCondition condition) {
        return measure(condition).errorPercent(Energy.ACTIVE);
    }

    private Measurement measure(TestCondition condition) {
        Measurement known = measured.get(condition);
        if (known == null) {
            known = bench.measure(condition);
            measured.put(condition, known);
        }
        return known;
    }

    /// The composite errors of every load that has a limit, in every band of temperature.
    public List<CompositeError> composites() {
        var composites = new ArrayList<CompositeError>();
        for (Loading loading : Loading.values()) {
            for (double amperes : List.of(rated.minimum(), rated.transitional(), rated.reference(), rated.maximum())) {
                for (LoadAngle angle : ActivePoints.ANGLES) {
                    if (ReferenceLimits.limitPercent(accuracyClass, rated, loading, angle, amperes)
                            .isPresent()) {
                        addComposites(composites, loading, amperes, angle);
                    }
                }
            }
        }
        return composites;
    }

    private void addComposites(List<CompositeError> composites, Loading loading, double amperes, LoadAngle angle) {
        TestCondition reference = TestCondition.reference(VOLTS, HERTZ, amperes, angle, loading);
        double voltage = largestChange(
                reference,
                ActivePoints.VOLTAGES.stream()
                        .map(part -> reference.withVolts(part * VOLTS))
                        .toList());
        double frequency = largestChange(
                reference,
                ActivePoints.FREQUENCIES.stream()
                        .map(part -> reference.withHertz(part * HERTZ))
                        .toList());
        for (TemperatureBand band : TemperatureBand.values()) {
            double temperature = largestChange(
                    reference,
                    band.ends().stream()
                            .filter(celsius -> celsius <= CELSIUS_MAX)
                            .map(reference::withCelsius)
                            .toList());
            band.limitPercent(accuracyClass, rated, loading, amperes)
                    .ifPresent(limit -> composites.add(new CompositeError(
                            band,
                            loading,
                            angle,
                            amperes,
                            errorPercent(reference),
                            temperature,
                            voltage,
                            frequency,
                            limit)));
        }
    }

    private double largestChange(TestCondition reference, List<TestCondition> changed) {
        double largest = 0;
        for (TestCondition condition : changed) {
            largest = Math.max(largest, Math.abs(errorPercent(condition) - errorPercent(reference)));
        }
        return largest;
    }
}
