package trefas.app.report;

import java.util.Locale;

/// Numbers for reading: so many digits, no more.
public final class Significant {

    private static final int EXPONENT_MIN = -7;
    private static final int EXPONENT_MAX = 9;

    private Significant() {}

    /// A value rounded to significant digits, without an exponent where one can do without; a dash for no number.
    public static String digits(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (value == 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        if (exponent < EXPONENT_MIN || exponent > EXPONENT_MAX) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).replace('-', '\u2212');
        }
        return Scale.number(value, Math.max(0, digits - 1 - exponent));
    }

    /// A value with fixed decimals; a dash for no number.
    public static String decimals(double value, int decimals) {
        return Double.isFinite(value) ? Scale.number(value, decimals) : "–";
    }
}
