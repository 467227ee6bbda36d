package trefas.quantity;

/// One of the three phases, each with a measuring system of its own. The order is that of every array of phases.
public enum Phase {
    L1,
    L2,
    L3;

    /// Phases of this meter.
    public static final int COUNT = 3;
}
