package trefas.dlms.acse;

import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// The end of an association: request and response (RLRQ and RLRE, IEC 62056-5-3), in BER.
///
/// @param reason 0 normal; 1 urgent in a request, not finished in a response; 30 user defined
/// @param userInformation in a ciphered context the ciphered initiate, which proves who releases
public record Release(int reason, Optional<Octets> userInformation) {

    public static final int REQUEST_TAG = 0x62;
    public static final int RESPONSE_TAG = 0x63;

    private static final int REASON = 0x80;
    private static final int REASON_NORMAL = 0;
    private static final int OCTETS_MAX = 512;

    /// RLRQ with reason normal.
    public static byte[] request() {
        return new Release(REASON_NORMAL, Optional.empty()).encode(REQUEST_TAG);
    }

    /// RLRE with reason normal.
    public static byte[] response() {
        return new Release(REASON_NORMAL, Optional.empty()).encode(RESPONSE_TAG);
    }

    /// Reads the reason from an RLRQ or RLRE that fills the octets given; no reason means normal.
    ///
    /// @param tag [#REQUEST_TAG] or [#RESPONSE_TAG]
    public static Decoded<Integer> decodeReason(int tag, byte[] octets, int offset, int length) {
        return switch (decode(tag, octets, offset, length)) {
            case Complete<Release>(var release, int used) -> new Complete<>(release.reason(), used);
            case Incomplete<Release>(int missing) -> new Incomplete<>(missing);
            case Malformed<Release>(String why, int at) -> new Malformed<>(why, at);
        };
    }

    /// Reads an RLRQ or RLRE that fills the octets given; no reason means normal.
    ///
    /// @param tag [#REQUEST_TAG] or [#RESPONSE_TAG]
    public static Decoded<Release> decode(int tag, byte[] octets, int offset, int length) {
        var outer = new BerReader(octets, offset, length);
        boolean isTag = outer.octet() == tag;
        var in = outer.inside();
        if (!isTag || !outer.isFinished()) {
            return new Malformed<>("not a release of this form", offset);
        }
        int reason = REASON_NORMAL;
        Optional<Octets> userInformation = Optional.empty();
        boolean fieldFailed = false;
        while (in.hasMore()) {
            int fieldTag = in.octet();
            var field = in.inside();
            switch (fieldTag) {
                case REASON -> reason = field.octet();
                case Aarq.USER_INFORMATION -> userInformation = Optional.of(field.only(Aarq.OCTET_STRING));
                default -> field.rest();
            }
            fieldFailed |= !field.isFinished();
        }
        return in.isFinished() && !fieldFailed
                ? new Complete<>(new Release(reason, userInformation), length)
                : new Malformed<>("a field of the release is broken", in.position());
    }

    /// The APDU.
    ///
    /// @param tag [#REQUEST_TAG] or [#RESPONSE_TAG]
    public byte[] encode(int tag) {
        var fields = new AxdrWriter(OCTETS_MAX);
        fields.octet(REASON).octet(1).octet(reason);
        userInformation.ifPresent(info -> Aarq.writeNested(Aarq.USER_INFORMATION, Aarq.OCTET_STRING, info, fields));
        return Aarq.wrap(tag, fields);
    }
}
