package trefas.dlms.acse;

import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Malformed;

/// The server's answer to an AARQ (AARE, IEC 62056-5-3), in BER.
///
/// @param contextName object identifier of the application context
/// @param userInformation InitiateResponse, ConfirmedServiceError or nothing
public record Aare(
        Octets contextName,
        AssociationResult result,
        AssociationDiagnostic diagnostic,
        Optional<Octets> userInformation) {

    public static final int TAG = 0x61;

    private static final int RESULT = 0xA2;
    private static final int RESULT_SOURCE_DIAGNOSTIC = 0xA3;
    private static final int INTEGER = 0x02;
    private static final int OCTETS_MAX = 512;

    /// Reads an AARE that fills the octets given. Fields of authentications this client does not ask for are read over.
    public static Decoded<Aare> decode(byte[] octets, int offset, int length) {
        var outer = new BerReader(octets, offset, length);
        if (outer.octet() != TAG) {
            return new Malformed<>("not an AARE", offset);
        }
        var in = outer.inside();
        if (!outer.isFinished()) {
            return new Malformed<>("the length of the AARE is wrong", offset + 1);
        }
        Octets contextName = Octets.of(new byte[0]);
        Optional<AssociationResult> result = Optional.empty();
        Optional<AssociationDiagnostic> diagnostic = Optional.empty();
        Optional<Octets> userInformation = Optional.empty();
        boolean fieldFailed = false;
        while (in.hasMore()) {
            int tag = in.octet();
            var field = in.inside();
            switch (tag) {
                case Aarq.CONTEXT_NAME -> contextName = field.only(Aarq.OBJECT_IDENTIFIER);
                case RESULT -> result = AssociationResult.ofCode(integer(field.only(INTEGER)));
                case RESULT_SOURCE_DIAGNOSTIC -> {
                    int source = field.octet();
                    var inner = field.inside();
                    diagnostic = AssociationDiagnostic.of(source, integer(inner.only(INTEGER)));
                }
                case Aarq.USER_INFORMATION -> userInformation = Optional.of(field.only(Aarq.OCTET_STRING));
                default -> field.rest();
            }
            fieldFailed |= field.hasFailed();
        }
        return in.isFinished() && !fieldFailed && result.isPresent() && diagnostic.isPresent()
                ? new Complete<>(new Aare(contextName, result.get(), diagnostic.get(), userInformation), length)
                : new Malformed<>("a field of the AARE is broken or missing", in.position());
    }

    public byte[] encode() {
        var fields = new AxdrWriter(OCTETS_MAX);
        Aarq.writeNested(Aarq.CONTEXT_NAME, Aarq.OBJECT_IDENTIFIER, contextName, fields);
        fields.octet(RESULT).octet(3).octet(INTEGER).octet(1).octet(result.code());
        fields.octet(RESULT_SOURCE_DIAGNOSTIC)
                .octet(5)
                .octet(diagnostic.source().tag())
                .octet(3)
                .octet(INTEGER)
                .octet(1)
                .octet(diagnostic.code());
        userInformation.ifPresent(info -> Aarq.writeNested(Aarq.USER_INFORMATION, Aarq.OCTET_STRING, info, fields));
        return Aarq.wrap(TAG, fields);
    }

    /// An integer of one octet; anything longer is none of ours.
    private static int integer(Octets octets) {
        return octets.length() == 1 ? octets.octet(0) : -1;
    }
}
