package trefas.device.display;

/// An immutable picture of the LCD, segment by segment, and the same in characters (dossier 6.1). Whoever draws it
/// only lights bits and decides nothing.
///
/// | field          | form                                   | bits                                        |
/// |----------------|----------------------------------------|---------------------------------------------|
/// | identification | 7 digits of 7 segments, dots, colons   | [SegmentRow]                                |
/// | value          | 9 digits of 7 segments, dots, colons   | [SegmentRow]                                |
/// | text           | 4 characters of 14 segments            | 14 each, the leftmost in the lowest bits    |
/// | marks          | fixed marks                            | one each, [DisplayMark#bit]                 |
/// | blinking       | marks that go on and off once a second | as marks; only lit marks blink              |
///
/// Bits of a digit: a to g are 0 to 6. Bits of a text character: a, b, c, d, e, f, g1, g2, h, i, j, k, l, n are 0 to
/// 13, where h, i, j run from the top left, top and top right to the middle and k, l, n from the middle to the bottom
/// left, bottom and bottom right.
///
/// @param words what the picture says
public record DisplayFrame(
        SegmentRow identification, SegmentRow value, long text, long marks, long blinking, DisplayText words) {

    public static final int IDENTIFICATION_DIGITS = 7;
    public static final int VALUE_DIGITS = 9;
    public static final int TEXT_CHARACTERS = 4;

    private static final int CHARACTER_MASK = (1 << SegmentFont.FOURTEEN) - 1;
    private static final long ALL_MARKS = (1L << DisplayMark.ALL.size()) - 1;

    /// No supply, nothing lit.
    public static final DisplayFrame BLANK =
            new DisplayFrame(SegmentRow.BLANK, SegmentRow.BLANK, 0, 0, 0, DisplayText.BLANK);

    /// Every segment lit: the display test.
    public static final DisplayFrame ALL_SEGMENTS = new DisplayFrame(
            SegmentRow.full(IDENTIFICATION_DIGITS),
            SegmentRow.full(VALUE_DIGITS),
            (1L << (SegmentFont.FOURTEEN * TEXT_CHARACTERS)) - 1,
            ALL_MARKS,
            0,
            DisplayText.TEST);

    public DisplayFrame {
        if ((marks & ~ALL_MARKS) != 0 || (blinking & ~marks) != 0) {
            throw new IllegalArgumentException("marks " + Long.toHexString(marks) + ", blinking "
                    + Long.toHexString(blinking) + ": no such mark, or one that blinks unlit");
        }
    }

    /// Draws words: identification and text from the left, value from the right.
    static DisplayFrame of(DisplayText words, long marks, long blinking) {
        return new DisplayFrame(
                SegmentRow.left(words.identification(), IDENTIFICATION_DIGITS),
                SegmentRow.right(words.value(), VALUE_DIGITS),
                textSegments(words.text()),
                marks,
                blinking,
                words);
    }

    /// Segments of one text character, 14 bits.
    public int textCell(int character) {
        return (int) (text >>> (SegmentFont.FOURTEEN * character)) & CHARACTER_MASK;
    }

    public boolean isOn(DisplayMark mark) {
        return (marks & mark.bit()) != 0;
    }

    public boolean blinks(DisplayMark mark) {
        return (blinking & mark.bit()) != 0;
    }

    private static long textSegments(String text) {
        if (text.length() > TEXT_CHARACTERS) {
            throw new IllegalArgumentException("\"" + text + "\" is longer than " + TEXT_CHARACTERS + " characters");
        }
        long segments = 0;
        for (int i = 0; i < text.length(); i++) {
            segments |= (long) SegmentFont.fourteen(text.charAt(i)) << (SegmentFont.FOURTEEN * i);
        }
        return segments;
    }
}
