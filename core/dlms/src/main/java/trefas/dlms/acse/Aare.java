package trefas.dlms.acse;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Malformed;

/// The server's answer to an AARQ (AARE, IEC 62056-5-3), in BER.
///
/// @param contextName object identifier of the application context
/// @param respondingApTitle system title of the server
/// @param respondingAeQualifier certificate of the server's signature key
/// @param mechanismName of high level security, else empty; with it the authentication unit is asked for
/// @param authenticationValue the server's challenge, with high level security
/// @param userInformation InitiateResponse, ConfirmedServiceError or nothing
public record Aare(
        Octets contextName,
        AssociationResult result,
        AssociationDiagnostic diagnostic,
        Optional<Octets> respondingApTitle,
        Optional<Octets> respondingAeQualifier,
        Optional<Octets> mechanismName,
        Optional<Octets> authenticationValue,
        Optional<Octets> userInformation) {

    public static final int TAG = 0x61;

    private static final int RESULT = 0xA2;
    private static final int RESULT_SOURCE_DIAGNOSTIC = 0xA3;
    private static final int RESPONDING_AP_TITLE = 0xA4;
    private static final int RESPONDING_AE_QUALIFIER = 0xA5;
    private static final int RESPONDER_ACSE_REQUIREMENTS = 0x88;
    private static final int MECHANISM_NAME = 0x89;
    private static final int AUTHENTICATION_VALUE = 0xAA;
    private static final int OCTETS_MAX = 4_096;

    /// An answer without titles and challenges.
    public static Aare of(
            Octets contextName,
            AssociationResult result,
            AssociationDiagnostic diagnostic,
            Optional<Octets> userInformation) {
        return new Aare(
                contextName,
                result,
                diagnostic,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                userInformation);
    }

    /// Reads an AARE that fills the octets given.
    public static Decoded<Aare> decode(byte[] octets, int offset, int length) {
        var outer = new BerReader(octets, offset, length);
        if (outer.octet() != TAG) {
            return new Malformed<>("not an AARE", offset);
        }
        var in = outer.inside();
        if (!outer.isFinished()) {
            return new Malformed<>("the length of the AARE is wrong", offset + 1);
        }
        var fields = new Fields();
        while (in.hasMore()) {
            fields.take(in.octet(), in.inside());
        }
        return in.isFinished() && fields.areUsable()
                ? new Complete<>(fields.aare(), length)
                : new Malformed<>("a field of the AARE is broken or missing", in.position());
    }

    /// The fields as they come, in any order.
    private static final class Fields {

        private Octets contextName = Octets.of(new byte[0]);
        private Optional<AssociationResult> result = Optional.empty();
        private Optional<AssociationDiagnostic> diagnostic = Optional.empty();
        private Optional<Octets> title = Optional.empty();
        private Optional<Octets> qualifier = Optional.empty();
        private Optional<Octets> mechanism = Optional.empty();
        private Optional<Octets> value = Optional.empty();
        private Optional<Octets> userInformation = Optional.empty();
        private boolean failed;

        private void take(int tag, BerReader field) {
            switch (tag) {
                case Aarq.CONTEXT_NAME -> contextName = field.only(Aarq.OBJECT_IDENTIFIER);
                case RESULT -> result = known(field.integer(), AssociationResult::ofCode);
                case RESULT_SOURCE_DIAGNOSTIC -> {
                    int source = field.octet();
                    diagnostic = known(field.inside().integer(), code -> AssociationDiagnostic.of(source, code));
                }
                case RESPONDING_AP_TITLE -> title = Optional.of(field.only(Aarq.OCTET_STRING));
                case RESPONDING_AE_QUALIFIER -> qualifier = Optional.of(field.only(Aarq.OCTET_STRING));
                case MECHANISM_NAME -> mechanism = Optional.of(field.rest());
                case AUTHENTICATION_VALUE -> value = Optional.of(field.only(Aarq.CHARACTER_STRING));
                case Aarq.USER_INFORMATION -> userInformation = Optional.of(field.only(Aarq.OCTET_STRING));
                default -> field.rest();
            }
            failed |= field.hasFailed();
        }

        private static <T> Optional<T> known(OptionalInt code, IntFunction<Optional<T>> meaning) {
            return code.isPresent() ? meaning.apply(code.getAsInt()) : Optional.empty();
        }

        private boolean areUsable() {
            return !failed && result.isPresent() && diagnostic.isPresent();
        }

        private Aare aare() {
            return new Aare(
                    contextName,
                    result.orElseThrow(),
                    diagnostic.orElseThrow(),
                    title,
                    qualifier,
                    mechanism,
                    value,
                    userInformation);
        }
    }

    public byte[] encode() {
        var fields = new AxdrWriter(OCTETS_MAX);
        Aarq.writeNested(Aarq.CONTEXT_NAME, Aarq.OBJECT_IDENTIFIER, contextName, fields);
        fields.octet(RESULT).octet(3).octet(Aarq.INTEGER).octet(1).octet(result.code());
        fields.octet(RESULT_SOURCE_DIAGNOSTIC)
                .octet(5)
                .octet(diagnostic.source().tag())
                .octet(3)
                .octet(Aarq.INTEGER)
                .octet(1)
                .octet(diagnostic.code());
        respondingApTitle.ifPresent(title -> Aarq.writeNested(RESPONDING_AP_TITLE, Aarq.OCTET_STRING, title, fields));
        respondingAeQualifier.ifPresent(
                value -> Aarq.writeNested(RESPONDING_AE_QUALIFIER, Aarq.OCTET_STRING, value, fields));
        mechanismName.ifPresent(name -> {
            Aarq.writeBits(RESPONDER_ACSE_REQUIREMENTS, Aarq.FIRST_BIT, fields);
            fields.octet(MECHANISM_NAME).lengthField(name.length()).octets(name.toArray());
        });
        authenticationValue.ifPresent(
                value -> Aarq.writeNested(AUTHENTICATION_VALUE, Aarq.CHARACTER_STRING, value, fields));
        userInformation.ifPresent(info -> Aarq.writeNested(Aarq.USER_INFORMATION, Aarq.OCTET_STRING, info, fields));
        return Aarq.wrap(TAG, fields);
    }
}
