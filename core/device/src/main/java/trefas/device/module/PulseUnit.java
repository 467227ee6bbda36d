package trefas.device.module;

import java.util.Optional;

/// What the pulse input counts: Z12.
public enum PulseUnit {
    NONE(0, "pulses without a unit", ""),
    KILOWATT_HOURS(1, "active energy in kWh", "kWh"),
    CUBIC_METRES(2, "volume in m³", "m³"),
    LITRES(3, "volume in litres", "l");

    private final int code;
    private final String words;
    private final String symbol;

    PulseUnit(int code, String words, String symbol) {
        this.code = code;
        this.words = words;
        this.symbol = symbol;
    }

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

    public static Optional<PulseUnit> ofCode(int code) {
        for (PulseUnit unit : values()) {
            if (unit.code == code) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
