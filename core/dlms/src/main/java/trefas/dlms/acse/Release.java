package trefas.dlms.acse;

import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Malformed;

/// The end of an association: request and response (RLRQ and RLRE, IEC 62056-5-3), in BER. A reason and an
/// InitiateRequest may come along; without ciphering neither changes anything.
public final class Release {

    public static final int REQUEST_TAG = 0x62;
    public static final int RESPONSE_TAG = 0x63;

    private static final int REASON = 0x80;
    private static final int REASON_NORMAL = 0;

    private Release() {}

    /// RLRQ with reason normal.
    public static byte[] request() {
        return encode(REQUEST_TAG);
    }

    /// RLRE with reason normal.
    public static byte[] response() {
        return encode(RESPONSE_TAG);
    }

    /// Reads the reason from an RLRQ or RLRE that fills the octets given; no reason means normal.
    ///
    /// @param tag [#REQUEST_TAG] or [#RESPONSE_TAG]
    public static Decoded<Integer> decodeReason(int tag, byte[] octets, int offset, int length) {
        var outer = new BerReader(octets, offset, length);
        boolean isTag = outer.octet() == tag;
        var in = outer.inside();
        if (!isTag || !outer.isFinished()) {
            return new Malformed<>("not a release of this form", offset);
        }
        int reason = REASON_NORMAL;
        boolean fieldFailed = false;
        while (in.hasMore()) {
            int fieldTag = in.octet();
            var field = in.inside();
            if (fieldTag == REASON) {
                reason = field.octet();
            } else {
                field.rest();
            }
            fieldFailed |= !field.isFinished();
        }
        return in.isFinished() && !fieldFailed
                ? new Complete<>(reason, length)
                : new Malformed<>("a field of the release is broken", in.position());
    }

    private static byte[] encode(int tag) {
        return new byte[] {(byte) tag, 3, (byte) REASON, 1, REASON_NORMAL};
    }
}
