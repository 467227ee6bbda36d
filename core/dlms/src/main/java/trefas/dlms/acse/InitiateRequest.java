package trefas.dlms.acse;

import java.util.Optional;
import java.util.OptionalInt;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Malformed;

/// What a client proposes for the xDLMS context (InitiateRequest, IEC 62056-5-3), inside the user-information of an
/// AARQ.
///
/// @param responseAllowed false asks for an association without any answers
/// @param qualityOfService kept as sent; this meter does not look at it
/// @param dlmsVersion 6 is the current one
/// @param clientPduOctetsMax longest APDU the client takes, 12 to 65 535; 0 means no limit
public record InitiateRequest(
        Optional<Octets> dedicatedKey,
        boolean responseAllowed,
        OptionalInt qualityOfService,
        int dlmsVersion,
        Conformance proposed,
        int clientPduOctetsMax) {

    public static final int DLMS_VERSION = 6;
    /// A shorter APDU could not carry a block.
    public static final int PDU_OCTETS_MIN = 12;

    private static final int TAG = 0x01;
    private static final int OCTETS_MAX = 512;

    /// The usual proposal: answers wanted, no key, no quality of service.
    public static InitiateRequest of(Conformance proposed, int clientPduOctetsMax) {
        return new InitiateRequest(
                Optional.empty(), true, OptionalInt.empty(), DLMS_VERSION, proposed, clientPduOctetsMax);
    }

    public static Decoded<InitiateRequest> decode(Octets octets) {
        var in = new BerReader(octets.toArray());
        if (in.octet() != TAG) {
            return new Malformed<>("not an InitiateRequest", 0);
        }
        Optional<Octets> key = in.isPresent() ? Optional.of(in.octets(in.length())) : Optional.empty();
        boolean responseAllowed = !in.isPresent() || in.octet() != 0;
        OptionalInt quality = in.isPresent() ? OptionalInt.of((byte) in.octet()) : OptionalInt.empty();
        int version = in.octet();
        var conformance = in.conformance();
        int pduMax = in.number(2);
        return in.isFinished()
                ? new Complete<>(
                        new InitiateRequest(key, responseAllowed, quality, version, conformance, pduMax),
                        octets.length())
                : new Malformed<>("an InitiateRequest of another form", in.position());
    }

    public Octets encode() {
        var out = new AxdrWriter(OCTETS_MAX).octet(TAG);
        dedicatedKey.ifPresentOrElse(
                key -> out.octet(1).lengthField(key.length()).octets(key.toArray()), () -> out.octet(0));
        if (responseAllowed) {
            out.octet(0);
        } else {
            out.octet(1).octet(0);
        }
        qualityOfService.ifPresentOrElse(quality -> out.octet(1).octet(quality), () -> out.octet(0));
        BerReader.writeConformance(proposed, out.octet(dlmsVersion));
        return Octets.of(out.number(clientPduOctetsMax, 2).toOctets());
    }
}
