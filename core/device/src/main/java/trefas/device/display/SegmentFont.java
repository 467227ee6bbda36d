package trefas.device.display;

/// Which segments draw which character. The letters are those of every data sheet of such glass:
///
/// ```
///   seven segments      fourteen segments
///
///      --a--               ---a---
///     |     |             |\  |  /|
///     f     b             f h i j b
///     |     |             |  \|/  |
///      --g--               -g1 g2-
///     |     |             |  /|\  |
///     e     c             e k l n c
///     |     |             |/  |  \|
///      --d--               ---d---
/// ```
///
/// Seven segments take bits 0 to 6 for a to g. Fourteen take bits 0 to 13 for a, b, c, d, e, f, g1, g2, h, i, j, k,
/// l, n. A character the glass can't draw stays blank.
final class SegmentFont {

    static final int SEVEN = 7;
    static final int FOURTEEN = 14;

    private static final int CHARACTERS = 128;
    private static final int[] SEVEN_SEGMENTS = new int[CHARACTERS];
    private static final int[] FOURTEEN_SEGMENTS = new int[CHARACTERS];

    static {
        String[] seven = {
            "0 abcdef",
            "1 bc",
            "2 abdeg",
            "3 abcdg",
            "4 bcfg",
            "5 acdfg",
            "6 acdefg",
            "7 abc",
            "8 abcdefg",
            "9 abcdfg",
            "- g",
            "_ d",
            "A abcefg",
            "C adef",
            "E adefg",
            "F aefg",
            "H bcefg",
            "L def",
            "P abefg",
            "U bcdef",
            "b cdefg",
            "c deg",
            "d bcdeg",
            "h cefg",
            "n ceg",
            "o cdeg",
            "r eg",
            "t defg",
            "u cde",
            "y bcdfg",
        };
        // Here G and g stand for g1 and g2, the left and the right half of the middle bar.
        String[] fourteen = {
            "0 abcdef", "1 bcj", "2 abdeGg", "3 abcdg", "4 bcfGg", "5 acdfGg", "6 acdefGg", "7 abc", "8 abcdefGg",
            "9 abcdfGg", "- Gg", "+ Ggil", "/ jk", "* Gghijkln", "A abcefGg", "B abcdilg", "C adef", "D abcdil",
            "E adefG", "F aefG", "G acdefg", "H bcefGg", "I adil", "J bcde", "K efGjn", "L def", "M bcefhj",
            "N bcefhn", "O abcdef", "P abefGg", "Q abcdefn", "R abefGgn", "S acdfGg", "T ail", "U bcdef", "V efjk",
            "W bcefkn", "X hjkn", "Y hjl", "Z adjk",
        };
        for (String row : seven) {
            SEVEN_SEGMENTS[row.charAt(0)] = bits(row.substring(2), "abcdefg");
        }
        for (String row : fourteen) {
            FOURTEEN_SEGMENTS[row.charAt(0)] = bits(row.substring(2), "abcdefGghijkln");
        }
    }

    private SegmentFont() {}

    static int seven(char character) {
        return character < CHARACTERS ? SEVEN_SEGMENTS[character] : 0;
    }

    static int fourteen(char character) {
        return character < CHARACTERS ? FOURTEEN_SEGMENTS[character] : 0;
    }

    private static int bits(String lit, String letters) {
        int bits = 0;
        for (int i = 0; i < lit.length(); i++) {
            bits |= 1 << letters.indexOf(lit.charAt(i));
        }
        return bits;
    }
}
