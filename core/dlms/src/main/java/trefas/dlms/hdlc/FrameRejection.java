package trefas.dlms.hdlc;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// The information of a FRMR frame: which frame can't be put right by repeating it, and why (ISO/IEC 13239).
///
/// | octet | bits | meaning                                      |
/// |-------|------|----------------------------------------------|
/// | 0     | 7-0  | control field of the rejected frame          |
/// | 1     | 7-5  | V(R) of the station that rejects             |
/// | 1     | 4    | 1: the rejected frame was an answer          |
/// | 1     | 3-1  | V(S) of the station that rejects             |
/// | 2     | 3-0  | why, see [Cause]                             |
public record FrameRejection(HdlcControl rejected, int sent, int expected, Cause cause) {

    /// Why a frame is rejected; the number is the bit.
    public enum Cause {
        UNDEFINED_CONTROL(0x01, "undefined control field"),
        INFORMATION_NOT_PERMITTED(0x02, "information in a frame that has none"),
        INFORMATION_TOO_LONG(0x04, "information longer than agreed"),
        INVALID_ACKNOWLEDGEMENT(0x08, "acknowledges what was never sent");

        private final int bit;
        private final String words;

        Cause(int bit, String words) {
            this.bit = bit;
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final int OCTETS = 3;

    /// Empty when it is no such information, or names no cause.
    public static Optional<FrameRejection> decode(Octets information) {
        if (information.length() < OCTETS) {
            return Optional.empty();
        }
        int numbers = information.octet(1);
        for (Cause cause : Cause.values()) {
            if ((information.octet(2) & cause.bit) != 0) {
                return Optional.of(new FrameRejection(
                        HdlcControl.of(information.octet(0)), (numbers >>> 1) & 0x07, numbers >>> 5, cause));
            }
        }
        return Optional.empty();
    }

    public Octets encode() {
        return Octets.of(new byte[] {(byte) rejected.octet(), (byte) (expected << 5 | sent << 1), (byte) cause.bit});
    }

    /// What a FRMR says, for sentences; any octets may be in it.
    static String words(Octets information) {
        return decode(information)
                .map(rejection -> "the meter rejects " + rejection.rejected().words() + ": "
                        + rejection.cause().words())
                .orElse("the meter rejects a frame");
    }
}
