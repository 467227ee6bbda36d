package trefas.device.module;

import java.util.Optional;

/// What the pulse input counts: Z12.
public enum PulseUnit {
    NONE(0, ""),
    KILOWATT_HOURS(1, "kWh"),
    CUBIC_METRES(2, "m³"),
    LITRES(3, "l");

    private final int code;
    private final String symbol;

    PulseUnit(int code, String symbol) {
        this.code = code;
        this.symbol = symbol;
    }

    public int code() {
        return code;
    }

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
