package trefas.metrology.accuracy;

import static trefas.metrology.accuracy.LoadAngle.EIGHT_TENTHS_CAPACITIVE;
import static trefas.metrology.accuracy.LoadAngle.HALF_INDUCTIVE;
import static trefas.metrology.accuracy.LoadAngle.UNITY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.quantity.AccuracyClass;
import trefas.quantity.Phase;
import trefas.quantity.RatedCurrents;

/// The points of EN 50470-3 for active energy: load points first, then the influence quantities one by one.
public final class ActivePoints {

    /// Steps of the voltage influence, parts of the rated voltage.
    public static final List<Double> VOLTAGES = List.of(0.9, 1.1);

    /// Steps of the frequency influence, parts of the rated frequency.
    public static final List<Double> FREQUENCIES = List.of(0.98, 1.02);

    /// Temperatures of the influence, C: the ends of the bands of [TemperatureBand] inside the meter's -40 to +55 C.
    public static final List<Double> TEMPERATURES = List.of(-40.0, -25.0, -10.0, 5.0, 30.0, 40.0, 55.0);

    /// Power factors of the load points.
    public static final List<LoadAngle> ANGLES = List.of(UNITY, HALF_INDUCTIVE, EIGHT_TENTHS_CAPACITIVE);

    private static final double HALF = 0.5;

    private final AccuracyClass accuracyClass;
    private final RatedCurrents rated;
    private final double volts;
    private final double hertz;
    private final List<AccuracyPoint> points = new ArrayList<>();

    private ActivePoints(AccuracyClass accuracyClass, RatedCurrents rated, double volts, double hertz) {
        this.accuracyClass = accuracyClass;
        this.rated = rated;
        this.volts = volts;
        this.hertz = hertz;
    }

    /// All points of a class.
    ///
    /// @param volts rated voltage Un
    /// @param hertz rated frequency fn
    public static List<AccuracyPoint> of(AccuracyClass accuracyClass, RatedCurrents rated, double volts, double hertz) {
        var table = new ActivePoints(accuracyClass, rated, volts, hertz);
        table.loads();
        table.supply();
        table.temperatures();
        table.phases();
        table.shapes();
        return List.copyOf(table.points);
    }

    private void loads() {
        for (Loading loading : Loading.values()) {
            for (double amperes : List.of(
                    rated.minimum(),
                    rated.transitional(),
                    rated.reference(),
                    HALF * rated.maximum(),
                    rated.maximum())) {
                for (LoadAngle angle : ANGLES) {
                    String group = loading.isSingle() ? "one phase" : "balanced";
                    ReferenceLimits.limitPercent(accuracyClass, rated, loading, angle, amperes)
                            .ifPresent(limit -> points.add(new AccuracyPoint(
                                    group,
                                    AccuracyPoint.Energy.ACTIVE,
                                    reference(amperes, angle, loading),
                                    Optional.empty(),
                                    limit)));
                }
            }
        }
    }

    /// Voltage and frequency, from Imin at PF 1 and from Itr at PF 0.5 inductive.
    private void supply() {
        for (LoadAngle angle : List.of(UNITY, HALF_INDUCTIVE)) {
            double lowest = angle == UNITY ? rated.minimum() : rated.transitional();
            for (double amperes : List.of(lowest, rated.reference(), rated.maximum())) {
                TestCondition reference = reference(amperes, angle, Loading.BALANCED);
                for (double part : VOLTAGES) {
                    add(Influence.VOLTAGE, reference.withVolts(part * volts), reference, 1);
                }
            }
        }
        for (LoadAngle angle : List.of(UNITY, HALF_INDUCTIVE)) {
            double lowest = angle == UNITY ? rated.minimum() : rated.transitional();
            for (double amperes : List.of(lowest, rated.reference(), rated.maximum())) {
                TestCondition reference = reference(amperes, angle, Loading.BALANCED);
                for (double part : FREQUENCIES) {
                    add(Influence.FREQUENCY, reference.withHertz(part * hertz), reference, 1);
                }
            }
        }
    }

    private void temperatures() {
        for (LoadAngle angle : List.of(UNITY, HALF_INDUCTIVE)) {
            TestCondition reference = reference(rated.reference(), angle, Loading.BALANCED);
            for (double celsius : TEMPERATURES) {
                double kelvin = Math.abs(celsius - TestCondition.REFERENCE_CELSIUS);
                add(Influence.TEMPERATURE, reference.withCelsius(celsius), reference, kelvin);
            }
        }
    }

    /// The order of the phases at a tenth of the reference current, a missing one at the reference current.
    private void phases() {
        TestCondition small = reference(rated.transitional(), UNITY, Loading.BALANCED);
        add(Influence.SEQUENCE, small.reversed(), small, 1);
        TestCondition usual = reference(rated.reference(), UNITY, Loading.BALANCED);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            add(Influence.MISSING_PHASE, usual.without(phase), usual, 1);
        }
    }

    /// The half wave is made of a sine of Imax, so that its own rms is Imax / sqrt(2).
    private void shapes() {
        shape(Influence.FIFTH_HARMONIC, CurrentShape.FIFTH_HARMONIC, HALF * rated.maximum());
        shape(Influence.DIRECT_CURRENT, CurrentShape.HALF_WAVE, rated.maximum());
        shape(Influence.ODD_HARMONICS, CurrentShape.PHASE_FIRED, HALF * rated.reference());
        shape(Influence.SUB_HARMONICS, CurrentShape.BURST_FIRED, HALF * rated.reference());
    }

    private void shape(Influence influence, CurrentShape shape, double amperes) {
        TestCondition reference = reference(amperes, UNITY, Loading.BALANCED);
        add(influence, reference.withShape(shape), reference, 1);
    }

    private void add(Influence influence, TestCondition condition, TestCondition reference, double times) {
        influence
                .limitPercent(accuracyClass, condition.angle())
                .ifPresent(limit -> points.add(new AccuracyPoint(
                        influence.title(),
                        AccuracyPoint.Energy.ACTIVE,
                        condition,
                        Optional.of(reference),
                        limit * times)));
    }

    private TestCondition reference(double amperes, LoadAngle angle, Loading loading) {
        return TestCondition.reference(volts, hertz, amperes, angle, loading);
    }
}
