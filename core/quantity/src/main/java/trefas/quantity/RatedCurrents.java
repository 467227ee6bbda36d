package trefas.quantity;

/// The currents that a directly connected meter is rated for (Directive 2014/32/EU, Annex V; EN 50470-1), A.
///
/// | symbol | meaning                                                        |
/// |--------|----------------------------------------------------------------|
/// | Ist    | the lowest current at which the meter must register            |
/// | Imin   | from here the error limits hold                                |
/// | Itr    | from here the closest limits hold, the transitional current    |
/// | Iref   | reference current, ten times the transitional current          |
/// | Imax   | to here the error limits hold                                  |
///
/// @param start Ist
/// @param minimum Imin
/// @param transitional Itr
/// @param reference Iref
/// @param maximum Imax
public record RatedCurrents(double start, double minimum, double transitional, double reference, double maximum) {

    /// Most Ist may be, as a part of Itr, by class.
    private static final double[] START_PARTS = {0.05, 0.04, 0.04};

    /// Most Imin may be, as a part of Itr, by class.
    private static final double[] MINIMUM_PARTS = {0.5, 0.5, 0.3};

    /// The currents stand in their order.
    public RatedCurrents {
        boolean isOrdered = 0 < start
                && start < minimum
                && minimum < transitional
                && transitional < reference
                && reference < maximum;
        if (!isOrdered) {
            throw new IllegalArgumentException("rated currents rise from Ist over Imin, Itr and Iref to Imax: " + start
                    + ", " + minimum + ", " + transitional + ", " + reference + ", " + maximum);
        }
    }

    /// The currents of the 0.25-5(63) A meter. Class C asks for an Imin of at most 0.3 Itr, so as a class C meter it
    /// must keep its limits down to 0.15 A.
    public static RatedCurrents of63Amperes(AccuracyClass accuracyClass) {
        double transitional = 0.5;
        int column = accuracyClass.index();
        return new RatedCurrents(
                START_PARTS[column] * transitional,
                MINIMUM_PARTS[column] * transitional,
                transitional,
                10 * transitional,
                63);
    }
}
