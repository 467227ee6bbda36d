package trefas.metrology.event;

/// What can be wrong with a supply for a while, beside the voltage events of EN 50160.
public enum SupplyCondition {
    /// The meter's own neutral fault (dossier 15): two phases above a limit and one below another. The extreme is the
    /// highest phase voltage, V.
    NEUTRAL_LOST("V"),
    /// The star point has moved: u0 above a limit while the line voltages stand. The extreme is the largest u0, %.
    NEUTRAL_DISPLACED("%"),
    /// One or two phases without voltage, and their line voltages fallen with them. The extreme is the lowest phase
    /// voltage, V.
    PHASE_MISSING("V"),
    /// The phases follow each other as L1 L3 L2. The extreme is the highest phase voltage, V.
    SEQUENCE_REVERSED("V"),
    /// A phase above a limit. The extreme is the highest phase voltage, V.
    OVERVOLTAGE("V");

    private final String unit;

    SupplyCondition(String unit) {
        this.unit = unit;
    }

    /// Unit of the extreme, `V` or `%`.
    public String unit() {
        return unit;
    }
}
