package trefas.metrology.quality;

/// What EN 50160 judges a supply by.
public enum Characteristic {
    VOLTAGE("voltage", "V"),
    VOLTAGE_ALWAYS("voltage, always", "V"),
    FREQUENCY("frequency", "Hz"),
    FREQUENCY_ALWAYS("frequency, always", "Hz"),
    FLICKER("flicker Plt", ""),
    UNBALANCE("unbalance u2", "%"),
    THD("THD", "%"),
    /// One harmonic of the voltage by its sub-group, in percent of the fundamental's.
    HARMONIC("harmonic", "%");

    private final String title;
    private final String unit;

    Characteristic(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /// What to call it.
    public String title() {
        return title;
    }

    /// Unit of limits and values; empty for a plain number.
    public String unit() {
        return unit;
    }
}
