package trefas.cosem;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A physical unit an electricity meter uses (unit enumeration of IEC 62056-6-2). The number is the wire value.
public enum Unit {
    YEAR(1, "a"),
    MONTH(2, "mo"),
    WEEK(3, "wk"),
    DAY(4, "d"),
    HOUR(5, "h"),
    MINUTE(6, "min"),
    SECOND(7, "s"),
    DEGREE(8, "°"),
    DEGREE_CELSIUS(9, "°C"),
    CURRENCY(10, "currency"),
    WATT(27, "W"),
    VOLT_AMPERE(28, "VA"),
    VAR(29, "var"),
    WATT_HOUR(30, "Wh"),
    VOLT_AMPERE_HOUR(31, "VAh"),
    VAR_HOUR(32, "varh"),
    AMPERE(33, "A"),
    COULOMB(34, "C"),
    VOLT(35, "V"),
    OHM(38, "Ω"),
    HERTZ(44, "Hz"),
    PER_WATT_HOUR(45, "1/Wh"),
    PER_VAR_HOUR(46, "1/varh"),
    PER_VOLT_AMPERE_HOUR(47, "1/VAh"),
    VOLT_SQUARED_HOUR(48, "V²h"),
    AMPERE_SQUARED_HOUR(49, "A²h"),
    PERCENT(56, "%"),
    AMPERE_HOUR(57, "Ah"),
    DECIBEL_MILLIWATT(70, "dBm"),
    DECIBEL(72, "dB"),
    OTHER(254, "other"),
    /// A bare number: a count, a power factor, a text.
    NONE(255, "");

    private static final Map<Integer, Unit> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Unit::code, Function.identity()));

    private final int code;
    private final String symbol;

    Unit(int code, String symbol) {
        this.code = code;
        this.symbol = symbol;
    }

    public int code() {
        return code;
    }

    /// What stands behind the number on a screen; empty for [#NONE].
    public String symbol() {
        return symbol;
    }

    /// Empty for codes of other media and for reserved ones.
    public static Optional<Unit> ofCode(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
