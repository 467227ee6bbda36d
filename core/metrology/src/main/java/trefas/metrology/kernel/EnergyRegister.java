package trefas.metrology.kernel;

/// The energies that a meter of four quadrants keeps apart (dossier metrology 3, IEC 62053-23). None ever becomes
/// smaller.
public enum EnergyRegister {
    /// A+, quadrants I and IV.
    ACTIVE_IMPORT("A+"),
    /// A-, quadrants II and III.
    ACTIVE_EXPORT("A-"),
    /// R+, the sum of R1 and R2.
    REACTIVE_POSITIVE("R+"),
    /// R-, the sum of R3 and R4.
    REACTIVE_NEGATIVE("R-"),
    /// R1, inductive import.
    REACTIVE_I("R1"),
    /// R2, positive reactive while exporting.
    REACTIVE_II("R2"),
    /// R3, negative reactive while exporting.
    REACTIVE_III("R3"),
    /// R4, capacitive import.
    REACTIVE_IV("R4"),
    /// E+, apparent energy while importing.
    APPARENT_IMPORT("E+"),
    /// E-, apparent energy while exporting.
    APPARENT_EXPORT("E-");

    private final String symbol;

    EnergyRegister(String symbol) {
        this.symbol = symbol;
    }

    /// How the meter's papers write it.
    public String symbol() {
        return symbol;
    }
}
