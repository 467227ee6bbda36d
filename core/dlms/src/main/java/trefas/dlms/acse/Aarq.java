package trefas.dlms.acse;

import java.util.Optional;
import java.util.OptionalInt;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Malformed;
import trefas.security.SystemTitle;

/// A client asks for an association (AARQ, IEC 62056-5-3), in BER. Called titles, the AP invocation
/// identifier and implementation information are read over, as the standard lets a server do.
///
/// @param offersVersion1 true also when no protocol version is given, since version 1 is the default
/// @param contextName object identifier of the application context; empty when absent
/// @param callingApTitle system title of the client
/// @param callingAeQualifier certificate of the client's signature key
/// @param userId which of the users of this client asks (calling-AE-invocation-id)
/// @param authenticationUnit true when sender-acse-requirements asks for authentication
/// @param mechanismName object identifier of the authentication mechanism
/// @param authenticationValue password or challenge
/// @param userInformation the InitiateRequest, ciphered in a ciphered context
public record Aarq(
        boolean offersVersion1,
        Octets contextName,
        Optional<Octets> callingApTitle,
        Optional<Octets> callingAeQualifier,
        OptionalInt userId,
        boolean authenticationUnit,
        Optional<Octets> mechanismName,
        Optional<Octets> authenticationValue,
        Optional<Octets> userInformation) {

    public static final int TAG = 0x60;

    static final int PROTOCOL_VERSION = 0x80;
    static final int CONTEXT_NAME = 0xA1;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int OCTET_STRING = 0x04;
    static final int USER_INFORMATION = 0xBE;

    static final int INTEGER = 0x02;
    static final int CHARACTER_STRING = 0x80;

    private static final int CALLING_AP_TITLE = 0xA6;
    private static final int CALLING_AE_QUALIFIER = 0xA7;
    private static final int CALLING_AE_INVOCATION_ID = 0xA9;
    private static final int SENDER_ACSE_REQUIREMENTS = 0x8A;
    private static final int MECHANISM_NAME = 0x8B;
    private static final int AUTHENTICATION_VALUE = 0xAC;
    /// First bit of a bit string of one octet.
    static final int FIRST_BIT = 0x80;

    private static final int OCTETS_MAX = 4_096;

    /// Reads an AARQ that fills the octets given.
    public static Decoded<Aarq> decode(byte[] octets, int offset, int length) {
        var outer = new BerReader(octets, offset, length);
        if (outer.octet() != TAG) {
            return new Malformed<>("not an AARQ", offset);
        }
        var in = outer.inside();
        if (!outer.isFinished()) {
            return new Malformed<>("the length of the AARQ is wrong", offset + 1);
        }
        var fields = new Fields();
        while (in.hasMore()) {
            fields.take(in.octet(), in.inside());
        }
        return in.isFinished() && !fields.failed
                ? new Complete<>(fields.aarq(), length)
                : new Malformed<>("a field of the AARQ is broken", in.position());
    }

    /// The fields as they come, in any order; of a field that comes twice the last one counts.
    private static final class Fields {

        private boolean offersVersion1 = true;
        private boolean authenticationUnit;
        private Octets contextName = Octets.of(new byte[0]);
        private Optional<Octets> title = Optional.empty();
        private Optional<Octets> qualifier = Optional.empty();
        private OptionalInt userId = OptionalInt.empty();
        private Optional<Octets> mechanism = Optional.empty();
        private Optional<Octets> value = Optional.empty();
        private Optional<Octets> userInformation = Optional.empty();
        private boolean failed;

        private void take(int tag, BerReader field) {
            switch (tag) {
                case PROTOCOL_VERSION -> offersVersion1 = field.firstBit();
                case CONTEXT_NAME -> contextName = field.only(OBJECT_IDENTIFIER);
                case CALLING_AP_TITLE -> title = Optional.of(field.only(OCTET_STRING));
                case CALLING_AE_QUALIFIER -> qualifier = Optional.of(field.only(OCTET_STRING));
                case CALLING_AE_INVOCATION_ID -> userId = field.integer();
                case SENDER_ACSE_REQUIREMENTS -> authenticationUnit = field.firstBit();
                case MECHANISM_NAME -> mechanism = Optional.of(field.rest());
                case AUTHENTICATION_VALUE -> value = Optional.of(field.only(CHARACTER_STRING));
                case USER_INFORMATION -> userInformation = Optional.of(field.only(OCTET_STRING));
                default -> field.rest();
            }
            failed |= field.hasFailed();
        }

        private Aarq aarq() {
            return new Aarq(
                    offersVersion1,
                    contextName,
                    title,
                    qualifier,
                    userId,
                    authenticationUnit,
                    mechanism,
                    value,
                    userInformation);
        }
    }

    /// The AARQ of a client: with a mechanism the authentication unit is asked for.
    public static Aarq of(
            ApplicationContext context,
            AuthenticationMechanism mechanism,
            Optional<Octets> authenticationValue,
            Octets initiateRequest) {
        boolean authenticates = mechanism != AuthenticationMechanism.NONE;
        return new Aarq(
                true,
                context.objectIdentifier(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                authenticates,
                authenticates ? Optional.of(mechanism.objectIdentifier()) : Optional.empty(),
                authenticates ? authenticationValue : Optional.empty(),
                Optional.of(initiateRequest));
    }

    /// The same request with the client's system title.
    public Aarq withTitle(SystemTitle title) {
        return new Aarq(
                offersVersion1,
                contextName,
                Optional.of(Octets.of(title.octets())),
                callingAeQualifier,
                userId,
                authenticationUnit,
                mechanismName,
                authenticationValue,
                userInformation);
    }

    /// The same request on behalf of one of the client's users.
    ///
    /// @param user 0 to 255
    public Aarq ofUser(int user) {
        return new Aarq(
                offersVersion1,
                contextName,
                callingApTitle,
                callingAeQualifier,
                OptionalInt.of(user),
                authenticationUnit,
                mechanismName,
                authenticationValue,
                userInformation);
    }

    public byte[] encode() {
        var fields = new AxdrWriter(OCTETS_MAX);
        if (!offersVersion1) {
            writeBits(PROTOCOL_VERSION, 0, fields);
        }
        writeNested(CONTEXT_NAME, OBJECT_IDENTIFIER, contextName, fields);
        callingApTitle.ifPresent(title -> writeNested(CALLING_AP_TITLE, OCTET_STRING, title, fields));
        callingAeQualifier.ifPresent(value -> writeNested(CALLING_AE_QUALIFIER, OCTET_STRING, value, fields));
        userId.ifPresent(
                user -> writeNested(CALLING_AE_INVOCATION_ID, INTEGER, BerReader.integerContent(user), fields));
        if (authenticationUnit) {
            writeBits(SENDER_ACSE_REQUIREMENTS, FIRST_BIT, fields);
        }
        mechanismName.ifPresent(
                name -> fields.octet(MECHANISM_NAME).lengthField(name.length()).octets(name.toArray()));
        authenticationValue.ifPresent(value -> writeNested(AUTHENTICATION_VALUE, CHARACTER_STRING, value, fields));
        userInformation.ifPresent(info -> writeNested(USER_INFORMATION, OCTET_STRING, info, fields));
        return wrap(TAG, fields);
    }

    /// A tag, the length and everything written so far. The AARQ of a client whose certificate does not fit is our
    /// bug.
    static byte[] wrap(int tag, AxdrWriter content) {
        assert !content.overflowed();
        byte[] octets = content.toOctets();
        return new AxdrWriter(OCTETS_MAX)
                .octet(tag)
                .lengthField(octets.length)
                .octets(octets)
                .toOctets();
    }

    /// One element inside another, both with their lengths.
    static void writeNested(int tag, int innerTag, Octets value, AxdrWriter out) {
        var inner = new AxdrWriter(OCTETS_MAX)
                .octet(innerTag)
                .lengthField(value.length())
                .octets(value.toArray());
        out.octet(tag).lengthField(inner.length()).octets(inner.toOctets());
    }

    static void writeBits(int tag, int bits, AxdrWriter out) {
        out.octet(tag).octet(2).octet(7).octet(bits);
    }
}
