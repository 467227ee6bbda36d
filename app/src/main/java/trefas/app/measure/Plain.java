package trefas.app.measure;

import java.util.Locale;

/// Numbers for a terminal: a dash where nothing was measured.
final class Plain {

    static final String NOTHING = "-";

    private Plain() {}

    /// With fixed decimals, no thousands marked, never a negative zero.
    static String decimals(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NOTHING;
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean isZero = text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return isZero && text.startsWith("-") ? text.substring(1) : text;
    }

    /// As few characters as tell it.
    static String shortest(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
