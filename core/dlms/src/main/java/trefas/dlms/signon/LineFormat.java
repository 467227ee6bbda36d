package trefas.dlms.signon;

/// How a serial port is set.
///
/// @param bitsPerSecond 300 to 115 200
public record LineFormat(int bitsPerSecond, Framing framing) {

    /// How an octet stands on the line; always one stop bit.
    public enum Framing {
        /// 7 data bits, even parity: the sign-on of IEC 62056-21.
        SEVEN_EVEN,
        /// 8 data bits, no parity: HDLC.
        EIGHT_NONE
    }

    /// Where every sign-on begins: 300 baud, 7E1.
    public static final LineFormat SIGN_ON = new LineFormat(300, Framing.SEVEN_EVEN);

    /// HDLC without sign-on as the meter of our papers has it: 9 600 baud, 8N1 (dossier 19).
    public static final LineFormat DIRECT = new LineFormat(9_600, Framing.EIGHT_NONE);

    public LineFormat {
        if (bitsPerSecond < 300 || bitsPerSecond > 115_200) {
            throw new IllegalArgumentException("a serial line of " + bitsPerSecond + " baud");
        }
    }

    /// `9600 8N1`.
    @Override
    public String toString() {
        return bitsPerSecond
                + switch (framing) {
                    case SEVEN_EVEN -> " 7E1";
                    case EIGHT_NONE -> " 8N1";
                };
    }
}
