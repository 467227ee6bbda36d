package trefas.metrology.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.quantity.RatedCurrents;

/// The points of IEC 62053-23 for reactive energy of class 2. The basic current Ib of its tables is the reference
/// current of this meter. From working knowledge of the standard: a table to be changed, not a claim.
///
/// | load             | sin phi | current                | limit, percent |
/// |------------------|---------|------------------------|----------------|
/// | balanced         | 1       | 0.05 Ib to 0.1 Ib      | 2.5            |
/// | balanced         | 1       | 0.1 Ib to Imax         | 2.0            |
/// | balanced         | 0.5     | 0.1 Ib to 0.2 Ib       | 2.5            |
/// | balanced         | 0.5     | 0.2 Ib to Imax         | 2.0            |
/// | balanced         | 0.25    | 0.2 Ib to Imax         | 2.5            |
/// | one phase loaded | 1       | 0.1 Ib to Imax         | 3.0            |
/// | one phase loaded | 0.5     | 0.2 Ib to Imax         | 3.0            |
/// | voltage +-10 %   | 1, 0.5  | Ib, additional         | 1.0, 1.5       |
/// | frequency +-2 %  | 1, 0.5  | Ib, additional         | 2.5            |
public final class ReactivePoints {

    private static final List<LoadAngle> ONE = List.of(LoadAngle.SINE_ONE_INDUCTIVE, LoadAngle.SINE_ONE_CAPACITIVE);
    private static final List<LoadAngle> HALF = List.of(LoadAngle.SINE_HALF_INDUCTIVE, LoadAngle.SINE_HALF_CAPACITIVE);
    private static final List<LoadAngle> QUARTER =
            List.of(LoadAngle.SINE_QUARTER_INDUCTIVE, LoadAngle.SINE_QUARTER_CAPACITIVE);

    private final RatedCurrents rated;
    private final double volts;
    private final double hertz;
    private final List<AccuracyPoint> points = new ArrayList<>();

    private ReactivePoints(RatedCurrents rated, double volts, double hertz) {
        this.rated = rated;
        this.volts = volts;
        this.hertz = hertz;
    }

    /// All points of class 2.
    ///
    /// @param volts rated voltage Un
    /// @param hertz rated frequency fn
    public static List<AccuracyPoint> ofClassTwo(RatedCurrents rated, double volts, double hertz) {
        var table = new ReactivePoints(rated, volts, hertz);
        double basic = rated.reference();
        table.loads(Loading.BALANCED, ONE, List.of(0.05 * basic), 2.5);
        table.loads(Loading.BALANCED, ONE, List.of(0.1 * basic, basic, rated.maximum()), 2.0);
        table.loads(Loading.BALANCED, HALF, List.of(0.1 * basic), 2.5);
        table.loads(Loading.BALANCED, HALF, List.of(0.2 * basic, basic, rated.maximum()), 2.0);
        table.loads(Loading.BALANCED, QUARTER, List.of(0.2 * basic, basic, rated.maximum()), 2.5);
        for (Loading loading : List.of(Loading.L1, Loading.L2, Loading.L3)) {
            table.loads(loading, ONE, List.of(0.1 * basic, basic, rated.maximum()), 3.0);
            table.loads(loading, HALF, List.of(0.2 * basic, basic, rated.maximum()), 3.0);
        }
        table.influences(LoadAngle.SINE_ONE_INDUCTIVE, 1.0);
        table.influences(LoadAngle.SINE_HALF_INDUCTIVE, 1.5);
        return List.copyOf(table.points);
    }

    private void loads(Loading loading, List<LoadAngle> angles, List<Double> currents, double limit) {
        for (double amperes : currents) {
            for (LoadAngle angle : angles) {
                String group = loading.isSingle() ? "one phase" : "balanced";
                add(group, reference(amperes, angle, loading), Optional.empty(), limit);
            }
        }
    }

    private void influences(LoadAngle angle, double voltageLimit) {
        TestCondition reference = reference(rated.reference(), angle, Loading.BALANCED);
        for (double part : ActivePoints.VOLTAGES) {
            add("voltage", reference.withVolts(part * volts), Optional.of(reference), voltageLimit);
        }
        for (double part : ActivePoints.FREQUENCIES) {
            add("frequency", reference.withHertz(part * hertz), Optional.of(reference), 2.5);
        }
    }

    private void add(String group, TestCondition condition, Optional<TestCondition> reference, double limit) {
        points.add(new AccuracyPoint(group, AccuracyPoint.Energy.REACTIVE, condition, reference, limit));
    }

    private TestCondition reference(double amperes, LoadAngle angle, Loading loading) {
        return TestCondition.reference(volts, hertz, amperes, angle, loading);
    }
}
