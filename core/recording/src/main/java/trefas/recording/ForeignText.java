package trefas.recording;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Text whose encoding nobody states. It is UTF-8 if it can be; else GBK when all octets above ASCII come in pairs of
/// that code's usual range and at least half of the pairs are common characters (names from Chinese relays; a German
/// pair like the one in "Größe" is a rare one); else Latin-1, which is always possible.
final class ForeignText {

    /// The end of a file in the days of CP/M; some recorders still write it.
    static final byte END_OF_FILE = 0x1A;

    private static final String GBK = "GBK";
    private static final int PAIRED_MIN = 0xA1;
    private static final int COMMON_MIN = 0xB0;
    private static final int COMMON_MAX = 0xD7;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ForeignText() {}

    static String decode(byte[] octets, int from, int length) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets, from, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            Charset charset = isPaired(octets, from, length) && Charset.isSupported(GBK)
                    ? Charset.forName(GBK)
                    : StandardCharsets.ISO_8859_1;
            text = new String(octets, from, length, charset);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean isPaired(byte[] octets, int from, int length) {
        int end = from + length;
        int at = from;
        int common = 0;
        int rare = 0;
        while (at < end) {
            if (octets[at] < 0) {
                int lead = Byte.toUnsignedInt(octets[at]);
                common += lead >= COMMON_MIN && lead <= COMMON_MAX ? 1 : 0;
                rare += lead > COMMON_MAX ? 1 : 0;
                if (at + 1 == end || lead < PAIRED_MIN || Byte.toUnsignedInt(octets[at + 1]) < PAIRED_MIN) {
                    return false;
                }
                at++;
            }
            at++;
        }
        return common > 0 && common >= rare;
    }
}
