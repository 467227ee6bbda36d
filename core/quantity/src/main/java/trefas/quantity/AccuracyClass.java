package trefas.quantity;

/// Accuracy class of an active-energy meter by the letters of Directive 2014/32/EU, Annex V, and EN 50470: A is the
/// widest, C the closest.
public enum AccuracyClass {
    A(0),
    B(1),
    C(2);

    /// Classes there are.
    public static final int COUNT = 3;

    private final int index;

    AccuracyClass(int index) {
        this.index = index;
    }

    /// The column of this class in every table of limits, 0 to 2.
    public int index() {
        return index;
    }
}
