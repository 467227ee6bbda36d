package trefas.dlms.signon;

import java.util.Optional;

/// The baud rates an IEC 62056-21 port may change to, by the character that stands for them in mode E. Others are
/// reserved.
public enum BaudRate {
    B300('0', 300),
    B600('1', 600),
    B1200('2', 1_200),
    B2400('3', 2_400),
    B4800('4', 4_800),
    B9600('5', 9_600),
    B19200('6', 19_200);

    private final char character;
    private final int bitsPerSecond;

    BaudRate(char character, int bitsPerSecond) {
        this.character = character;
        this.bitsPerSecond = bitsPerSecond;
    }

    public char character() {
        return character;
    }

    public int bitsPerSecond() {
        return bitsPerSecond;
    }

    /// Empty for a character that stands for none.
    public static Optional<BaudRate> ofCharacter(int character) {
        for (BaudRate rate : values()) {
            if (rate.character == character) {
                return Optional.of(rate);
            }
        }
        return Optional.empty();
    }
}
