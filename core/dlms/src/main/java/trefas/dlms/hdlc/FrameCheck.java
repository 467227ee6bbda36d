package trefas.dlms.hdlc;

/// The check sequences of HDLC frames: CRC-16/X-25 (ISO/IEC 13239), x^16 + x^12 + x^5 + 1, least significant bit
/// first, begun with FFFF and inverted at the end. It goes on the line low octet first.
public final class FrameCheck {

    public static final int OCTETS = 2;

    private static final int POLYNOMIAL = 0x8408;
    private static final int START = 0xFFFF;
    private static final int STEP = 4;

    /// Row k: what an octet does to the sum when k more octets follow it, so that four are added at once.
    private static final int[][] TABLE = table();

    private FrameCheck() {}

    /// The check over so many octets, 0 to FFFF.
    public static int of(byte[] octets, int offset, int length) {
        int[] first = TABLE[0];
        int[] second = TABLE[1];
        int[] third = TABLE[2];
        int[] fourth = TABLE[3];
        int sum = START;
        int position = offset;
        int end = offset + length;
        for (; position <= end - STEP; position += STEP) {
            sum = fourth[(sum ^ octets[position]) & 0xFF]
                    ^ third[((sum >>> 8) ^ octets[position + 1]) & 0xFF]
                    ^ second[octets[position + 2] & 0xFF]
                    ^ first[octets[position + 3] & 0xFF];
        }
        for (; position < end; position++) {
            sum = (sum >>> 8) ^ first[(sum ^ octets[position]) & 0xFF];
        }
        return sum ^ START;
    }

    /// True when the two octets behind a run are its check.
    public static boolean follows(byte[] octets, int offset, int length) {
        int check = of(octets, offset, length);
        return octets[offset + length] == (byte) check && octets[offset + length + 1] == (byte) (check >>> 8);
    }

    /// Writes the check of a run behind it.
    static void append(byte[] octets, int offset, int length) {
        int check = of(octets, offset, length);
        octets[offset + length] = (byte) check;
        octets[offset + length + 1] = (byte) (check >>> 8);
    }

    private static int[][] table() {
        int[][] table = new int[STEP][256];
        for (int octet = 0; octet < 256; octet++) {
            int sum = octet;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 1) == 0 ? sum >>> 1 : (sum >>> 1) ^ POLYNOMIAL;
            }
            table[0][octet] = sum;
        }
        for (int row = 1; row < STEP; row++) {
            for (int octet = 0; octet < 256; octet++) {
                int before = table[row - 1][octet];
                table[row][octet] = (before >>> 8) ^ table[0][before & 0xFF];
            }
        }
        return table;
    }
}
