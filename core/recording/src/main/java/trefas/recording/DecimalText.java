package trefas.recording;

import java.nio.charset.StandardCharsets;

/// Decimal numbers in octets of ASCII. Up to 18 digits without an exponent go the short way: digits by a power of
/// ten, both exact or rounded once, so the result is the nearest double for up to 15 digits and within one unit in
/// the last place for more. The rest goes through the platform's parser.
final class DecimalText {

    private static final int DIGITS_MAX = 18;
    private static final int POWER_MAX = 22;
    private static final int LENGTH_MAX = 64;
    private static final double[] POWERS = new double[POWER_MAX + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= POWER_MAX; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private DecimalText() {}

    /// Reads a number; spaces around it don't matter.
    ///
    /// @param decimalSign `.` or `,`
    /// @return the number, or NaN when it is none
    static double parse(byte[] text, int from, int to, char decimalSign) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text[start])) {
            start++;
        }
        while (end > start && isSpace(text[end - 1])) {
            end--;
        }
        int at = start;
        boolean isNegative = at < end && text[at] == '-';
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int count = 0;
        int places = 0;
        boolean isFraction = false;
        boolean hasDigit = false;
        for (; at < end; at++) {
            int octet = text[at];
            if (octet >= '0' && octet <= '9') {
                hasDigit = true;
                digits = (digits * 10) + (octet - '0');
                count += digits == 0 ? 0 : 1;
                places += isFraction ? 1 : 0;
                if (count > DIGITS_MAX) {
                    return slow(text, start, end, decimalSign);
                }
            } else if (octet == decimalSign && !isFraction) {
                isFraction = true;
            } else {
                return hasDigit ? slow(text, start, end, decimalSign) : Double.NaN;
            }
        }
        if (!hasDigit || places > POWER_MAX) {
            return slow(text, start, end, decimalSign);
        }
        double value = digits / POWERS[places];
        return isNegative ? -value : value;
    }

    /// What one in the last place written is worth: 0.001 for `12.500`, 1e-6 for `1.2e-5`.
    static double lastPlace(byte[] text, int from, int to, char decimalSign) {
        int places = 0;
        boolean isFraction = false;
        for (int i = from; i < to; i++) {
            if (text[i] == 'e' || text[i] == 'E') {
                double exponent = parse(text, i + 1, to, decimalSign);
                return Math.pow(10, (Double.isNaN(exponent) ? 0 : exponent) - places);
            }
            places += isFraction && text[i] >= '0' && text[i] <= '9' ? 1 : 0;
            isFraction |= text[i] == decimalSign;
        }
        return places <= POWER_MAX ? 1 / POWERS[places] : 0;
    }

    static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r';
    }

    private static double slow(byte[] text, int start, int end, char decimalSign) {
        if (end == start || end - start > LENGTH_MAX) {
            return Double.NaN;
        }
        for (int i = start; i < end; i++) {
            byte octet = text[i];
            boolean isPart = (octet >= '0' && octet <= '9')
                    || octet == '+'
                    || octet == '-'
                    || octet == 'e'
                    || octet == 'E'
                    || octet == decimalSign;
            if (!isPart) {
                return Double.NaN;
            }
        }
        String number = new String(text, start, end - start, StandardCharsets.US_ASCII).replace(decimalSign, '.');
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
