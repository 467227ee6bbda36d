package trefas.metrology.accuracy;

import java.util.OptionalDouble;
import trefas.quantity.AccuracyClass;
import trefas.quantity.RatedCurrents;

/// The error limits of EN 50470-3 at reference conditions, percent. From working knowledge of the standard: a table to
/// be changed, not a claim.
///
/// | load             | current           | power factor             | A   | B   | C   |
/// |------------------|-------------------|--------------------------|-----|-----|-----|
/// | balanced         | Imin <= I < Itr   | 1                        | 2.5 | 1.5 | 1.0 |
/// | balanced         | Itr <= I <= Imax  | 1, 0.5 ind, 0.8 cap      | 2.0 | 1.0 | 0.5 |
/// | one phase loaded | Itr <= I <= Imax  | 1, 0.5 ind, 0.8 cap      | 3.0 | 2.0 | 1.0 |
public final class ReferenceLimits {

    private static final double[] LOW_CURRENT = {2.5, 1.5, 1.0};
    private static final double[] BALANCED = {2.0, 1.0, 0.5};
    private static final double[] ONE_PHASE = {3.0, 2.0, 1.0};

    private ReferenceLimits() {}

    /// The limit at a load point; empty where the table has none.
    ///
    /// @param amperes current of the loaded phases
    public static OptionalDouble limitPercent(
            AccuracyClass accuracyClass, RatedCurrents rated, Loading loading, LoadAngle angle, double amperes) {
        boolean isRated = amperes >= rated.minimum() && amperes <= rated.maximum();
        boolean isActive = angle == LoadAngle.UNITY
                || angle == LoadAngle.HALF_INDUCTIVE
                || angle == LoadAngle.EIGHT_TENTHS_CAPACITIVE;
        if (!isRated || !isActive) {
            return OptionalDouble.empty();
        }
        int column = accuracyClass.index();
        if (amperes >= rated.transitional()) {
            return OptionalDouble.of(loading.isSingle() ? ONE_PHASE[column] : BALANCED[column]);
        }
        return loading.isSingle() || angle != LoadAngle.UNITY
                ? OptionalDouble.empty()
                : OptionalDouble.of(LOW_CURRENT[column]);
    }
}
