package trefas.device.display;

/// A row of seven-segment digits, each with a dot and a colon to its right.
///
/// @param segments 7 bits for each digit, a to g from the lowest; the leftmost digit has the lowest bits
/// @param points a dot for each digit from bit 0, a colon for each digit from bit 16
public record SegmentRow(long segments, int points) {

    public static final SegmentRow BLANK = new SegmentRow(0, 0);

    /// Bit of the dot in [#cell].
    public static final int DOT_BIT = 7;

    /// Bit of the colon in [#cell].
    public static final int COLON_BIT = 8;

    private static final int COLONS_FROM = 16;
    private static final int DIGIT_MASK = (1 << SegmentFont.SEVEN) - 1;

    /// The text from the left edge. A dot or colon belongs to the digit before it. More characters than digits is our
    /// bug: the glass can't scroll these rows.
    static SegmentRow left(String text, int digits) {
        return write(text, 0, digits);
    }

    /// The text against the right edge.
    static SegmentRow right(String text, int digits) {
        return write(text, digits - digitsOf(text), digits);
    }

    /// All segments, dots and colons.
    static SegmentRow full(int digits) {
        int points = (1 << digits) - 1;
        return new SegmentRow((1L << (SegmentFont.SEVEN * digits)) - 1, points | (points << COLONS_FROM));
    }

    /// One digit: a to g in bits 0 to 6, the dot in bit 7, the colon in bit 8.
    public int cell(int digit) {
        int lit = (int) (segments >>> (SegmentFont.SEVEN * digit)) & DIGIT_MASK;
        int dot = (points >>> digit) & 1;
        int colon = (points >>> (COLONS_FROM + digit)) & 1;
        return lit | (dot << DOT_BIT) | (colon << COLON_BIT);
    }

    private static SegmentRow write(String text, int from, int digits) {
        if (from < 0 || from + digitsOf(text) > digits) {
            throw new IllegalArgumentException("\"" + text + "\" is longer than " + digits + " digits");
        }
        long segments = 0;
        int points = 0;
        int digit = from;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isPoint(character)) {
                int before = digit - 1;
                points |= 1 << (character == '.' ? before : COLONS_FROM + before);
            } else {
                segments |= (long) SegmentFont.seven(character) << (SegmentFont.SEVEN * digit);
                digit++;
            }
        }
        return new SegmentRow(segments, points);
    }

    private static int digitsOf(String text) {
        return (int)
                text.chars().filter(character -> !isPoint((char) character)).count();
    }

    private static boolean isPoint(char character) {
        return character == '.' || character == ':';
    }
}
