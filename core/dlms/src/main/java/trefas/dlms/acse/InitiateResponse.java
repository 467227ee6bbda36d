package trefas.dlms.acse;

import java.util.OptionalInt;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Malformed;

/// What the server makes of a proposal (InitiateResponse, IEC 62056-5-3), inside the user-information of an AARE.
///
/// @param negotiated what both ends offer
/// @param serverPduOctetsMax longest APDU the server takes
/// @param vaaName [#VAA_LOGICAL_NAMES] with logical names
public record InitiateResponse(
        OptionalInt qualityOfService, int dlmsVersion, Conformance negotiated, int serverPduOctetsMax, int vaaName) {

    public static final int VAA_LOGICAL_NAMES = 0x0007;

    private static final int TAG = 0x08;
    private static final int OCTETS_MAX = 32;

    /// The answer of a server with logical names.
    public static InitiateResponse of(Conformance negotiated, int serverPduOctetsMax) {
        return new InitiateResponse(
                OptionalInt.empty(), InitiateRequest.DLMS_VERSION, negotiated, serverPduOctetsMax, VAA_LOGICAL_NAMES);
    }

    public static Decoded<InitiateResponse> decode(Octets octets) {
        var in = new BerReader(octets.toArray());
        if (in.octet() != TAG) {
            return new Malformed<>("not an InitiateResponse", 0);
        }
        OptionalInt quality = in.isPresent() ? OptionalInt.of((byte) in.octet()) : OptionalInt.empty();
        int version = in.octet();
        var conformance = in.conformance();
        int pduMax = in.number(2);
        int vaaName = in.number(2);
        return in.isFinished()
                ? new Complete<>(new InitiateResponse(quality, version, conformance, pduMax, vaaName), octets.length())
                : new Malformed<>("an InitiateResponse of another form", in.position());
    }

    public Octets encode() {
        var out = new AxdrWriter(OCTETS_MAX).octet(TAG);
        qualityOfService.ifPresentOrElse(quality -> out.octet(1).octet(quality), () -> out.octet(0));
        BerReader.writeConformance(negotiated, out.octet(dlmsVersion));
        return Octets.of(out.number(serverPduOctetsMax, 2).number(vaaName, 2).toOctets());
    }
}
