package trefas.device.configuration;

/// What the pulse input counts (Z12).
public enum PulseUnit {
    NONE(0, "pulses without a unit", ""),
    ACTIVE_ENERGY(1, "active energy in kWh", "kWh"),
    CUBIC_METRE(2, "volume in m³", "m³"),
    LITRE(3, "volume in litres", "l");

    private final int code;
    private final String words;
    private final String symbol;

    PulseUnit(int code, String words, String symbol) {
        this.code = code;
        this.words = words;
        this.symbol = symbol;
    }

    /// The Z12 code.
    public int code() {
        return code;
    }

    public String words() {
        return words;
    }

    /// As it is written behind the value; empty without a unit.
    public String symbol() {
        return symbol;
    }
}
