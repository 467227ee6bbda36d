package trefas.device.log;

/// The unit of a logged register, with its number in the Blue Book's table of units.
public enum LoggedUnit {
    HOUR("h", 5),
    WATT("W", 27),
    VOLT_AMPERE("VA", 28),
    VAR("var", 29),
    WATT_HOUR("Wh", 30),
    VOLT_AMPERE_HOUR("VAh", 31),
    VAR_HOUR("varh", 32),
    AMPERE("A", 33),
    VOLT("V", 35),
    HERTZ("Hz", 44),
    PERCENT("%", 56),
    /// What the pulses of the module port stand for: none, kWh, m³ or l by Z12 (dossier 26).
    PULSE_INPUT("", 255),
    NONE("", 255);

    private final String symbol;
    private final int code;

    LoggedUnit(String symbol, int code) {
        this.symbol = symbol;
        this.code = code;
    }

    /// As it is written behind a number; empty without a unit.
    public String symbol() {
        return symbol;
    }

    /// The number in scaler_unit, 255 without a unit.
    public int code() {
        return code;
    }
}
