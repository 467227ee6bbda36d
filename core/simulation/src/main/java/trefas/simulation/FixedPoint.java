package trefas.simulation;

/// Decimal numbers read into whole small units, without a detour over binary fractions: `1.044` kW are 1 044 000 mW
/// exactly. A sign, digits and one decimal point; no exponent, no grouping, no NaN.
final class FixedPoint {

    /// What is not such a number, or too large for any quantity here.
    static final long NOT_A_NUMBER = Long.MIN_VALUE;

    /// Numbers are below ten to the power of this, before the point.
    private static final int INTEGER_DIGITS_MAX = 12;

    private FixedPoint() {}

    /// Reads a number.
    ///
    /// @param decimals places kept, 0 to 6; the first one dropped rounds, half away from zero
    /// @return the number in units of its last place kept, or [#NOT_A_NUMBER]
    static long parse(String text, int decimals) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        long value = 0;
        int integerDigits = 0;
        int places = -1;
        boolean hasDigits = false;
        boolean roundsUp = false;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && places < 0) {
                places = 0;
            } else if (c < '0' || c > '9') {
                return NOT_A_NUMBER;
            } else {
                hasDigits = true;
                if (places < 0) {
                    integerDigits++;
                    if (integerDigits > INTEGER_DIGITS_MAX) {
                        return NOT_A_NUMBER;
                    }
                    value = (value * 10) + (c - '0');
                } else {
                    if (places < decimals) {
                        value = (value * 10) + (c - '0');
                    } else if (places == decimals) {
                        roundsUp = c >= '5';
                    }
                    places++;
                }
            }
        }
        if (!hasDigits) {
            return NOT_A_NUMBER;
        }
        for (int i = Math.max(places, 0); i < decimals; i++) {
            value *= 10;
        }
        if (roundsUp) {
            value++;
        }
        return text.startsWith("-") ? -value : value;
    }
}
