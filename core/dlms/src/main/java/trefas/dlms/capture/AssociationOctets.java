package trefas.dlms.capture;

import java.util.Arrays;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// AARQ, AARE, RLRQ and RLRE as octets whose user information is to be another one (IEC 62056-5-3, in BER).
///
/// | octets        | meaning                                            |
/// |---------------|----------------------------------------------------|
/// | 60 to 63      | AARQ, AARE, RLRQ, RLRE                             |
/// | length        | of all fields                                      |
/// | BE len 04 len | user information, an octet string; the last field  |
final class AssociationOctets {

    private static final int FIRST_TAG = 0x60;
    private static final int LAST_TAG = 0x63;
    private static final int USER_INFORMATION = 0xBE;
    private static final int OCTET_STRING = 0x04;
    private static final int SHORT_LENGTH_MAX = 0x7F;
    private static final int ONE_OCTET_LENGTH = 0x81;
    private static final int TWO_OCTETS_LENGTH = 0x82;
    private static final byte[] NOTHING = {};

    /// A tag, a length and so many octets.
    private record Field(int tag, int begin, int end) {}

    private AssociationOctets() {}

    static boolean isOne(Octets apdu) {
        return apdu.length() > 0 && apdu.octet(0) >= FIRST_TAG && apdu.octet(0) <= LAST_TAG;
    }

    /// The APDU with other user information; empty when it has none, or is no such APDU.
    static Optional<Octets> with(Octets userInformation, Octets apdu) {
        byte[] octets = apdu.toArray();
        Optional<Field> whole = field(octets, 0, octets.length);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        byte[] fields = NOTHING;
        boolean isFound = false;
        int at = whole.get().begin();
        while (at < whole.get().end()) {
            Optional<Field> field = field(octets, at, whole.get().end());
            if (field.isEmpty()) {
                return Optional.empty();
            }
            boolean isInformation = field.get().tag() == USER_INFORMATION;
            byte[] next = isInformation
                    ? encoded(USER_INFORMATION, encoded(OCTET_STRING, userInformation.toArray()))
                    : Arrays.copyOfRange(octets, at, field.get().end());
            fields = joined(fields, next);
            isFound |= isInformation;
            at = field.get().end();
        }
        return isFound ? Optional.of(Octets.of(encoded(whole.get().tag(), fields))) : Optional.empty();
    }

    private static Optional<Field> field(byte[] octets, int at, int end) {
        if (end - at < 2) {
            return Optional.empty();
        }
        int first = Byte.toUnsignedInt(octets[at + 1]);
        int more = first == ONE_OCTET_LENGTH ? 1 : first == TWO_OCTETS_LENGTH ? 2 : 0;
        int begin = at + 2 + more;
        if ((more == 0 && first > SHORT_LENGTH_MAX) || begin > end) {
            return Optional.empty();
        }
        int length = more == 0 ? first : 0;
        for (int i = at + 2; i < begin; i++) {
            length = (length << Byte.SIZE) | Byte.toUnsignedInt(octets[i]);
        }
        return begin + length <= end
                ? Optional.of(new Field(Byte.toUnsignedInt(octets[at]), begin, begin + length))
                : Optional.empty();
    }

    private static byte[] encoded(int tag, byte[] content) {
        byte[] head = content.length <= SHORT_LENGTH_MAX
                ? new byte[] {(byte) tag, (byte) content.length}
                : content.length <= 0xFF
                        ? new byte[] {(byte) tag, (byte) ONE_OCTET_LENGTH, (byte) content.length}
                        : new byte[] {
                            (byte) tag,
                            (byte) TWO_OCTETS_LENGTH,
                            (byte) (content.length >>> Byte.SIZE),
                            (byte) content.length
                        };
        return joined(head, content);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
