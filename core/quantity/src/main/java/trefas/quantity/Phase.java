package trefas.quantity;

/// One of the three phases, each with a measuring system of its own.
public enum Phase {
    L1(0),
    L2(1),
    L3(2);

    /// Phases of this meter.
    public static final int COUNT = 3;

    private final int index;

    Phase(int index) {
        this.index = index;
    }

    /// The place of this phase in every array, 0 to 2.
    public int index() {
        return index;
    }
}
