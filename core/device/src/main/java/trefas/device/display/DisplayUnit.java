package trefas.device.display;

import static trefas.device.display.DisplayMark.CUBIC_METRES;
import static trefas.device.display.DisplayMark.HERTZ;
import static trefas.device.display.DisplayMark.LOWER_A;
import static trefas.device.display.DisplayMark.LOWER_H;
import static trefas.device.display.DisplayMark.LOWER_K;
import static trefas.device.display.DisplayMark.LOWER_R;
import static trefas.device.display.DisplayMark.LOWER_V;
import static trefas.device.display.DisplayMark.UPPER_H;
import static trefas.device.display.DisplayMark.UPPER_K;
import static trefas.device.display.DisplayMark.UPPER_W;

import trefas.device.module.PulseUnit;

/// A unit the glass can show: how people write it, and the marks that draw it.
public enum DisplayUnit {
    NONE(""),
    KILOWATT_HOURS("kWh", UPPER_K, UPPER_W, UPPER_H),
    KILOVAR_HOURS("kvarh", LOWER_K, LOWER_V, LOWER_A, LOWER_R, LOWER_H),
    KILOWATTS("kW", UPPER_K, UPPER_W),
    KILOVARS("kvar", LOWER_K, LOWER_V, LOWER_A, LOWER_R),
    KILOVOLT_AMPERE_HOURS("kVAh", LOWER_K, LOWER_V, LOWER_A, LOWER_H),
    KILOVOLT_AMPERES("kVA", LOWER_K, LOWER_V, LOWER_A),
    VOLTS("V", LOWER_V),
    AMPERES("A", LOWER_A),
    FREQUENCY("Hz", HERTZ),
    HOURS("h", UPPER_H),
    VOLUME("m³", CUBIC_METRES),
    /// The glass has no mark for litres.
    LITRES("l");

    private final String symbol;
    private final long marks;

    DisplayUnit(String symbol, DisplayMark... marks) {
        this.symbol = symbol;
        this.marks = bits(marks);
    }

    /// The unit of the pulse input (Z12).
    static DisplayUnit of(PulseUnit counted) {
        return switch (counted) {
            case NONE -> NONE;
            case KILOWATT_HOURS -> KILOWATT_HOURS;
            case CUBIC_METRES -> VOLUME;
            case LITRES -> LITRES;
        };
    }

    public String symbol() {
        return symbol;
    }

    /// The bits of [DisplayMark] that draw it.
    long marks() {
        return marks;
    }

    private static long bits(DisplayMark... marks) {
        long bits = 0;
        for (DisplayMark mark : marks) {
            bits |= mark.bit();
        }
        return bits;
    }
}
