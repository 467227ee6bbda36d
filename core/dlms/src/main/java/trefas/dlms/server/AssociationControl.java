package trefas.dlms.server;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.Aare;
import trefas.dlms.acse.Aarq;
import trefas.dlms.acse.AssociationDiagnostic;
import trefas.dlms.acse.AssociationResult;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.InitiateError;
import trefas.dlms.acse.InitiateRequest;
import trefas.dlms.acse.InitiateResponse;
import trefas.dlms.security.ApduProtection;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.Envelope;
import trefas.dlms.server.AssociationDecision.Accept;
import trefas.dlms.server.AssociationDecision.Reject;
import trefas.security.HighLevelSecurity;
import trefas.security.SystemTitle;

/// Decides about one AARQ (COSEM-OPEN on the server, IEC 62056-5-3). Each check has its place, so that one fault
/// has one answer:
///
/// | check                           | answer                                      |
/// |---------------------------------|---------------------------------------------|
/// | protocol version                | no common ACSE version                      |
/// | application context             | context name not supported                  |
/// | system title, where needed      | calling AP title not recognized             |
/// | mechanism                       | required, not recognised                    |
/// | password or challenge           | authentication failure                      |
/// | ciphered initiate               | authentication failure                      |
/// | dedicated key in clear, version, conformance, PDU size | an initiate error    |
/// | user                            | calling AE invocation identifier not recognized |
final class AssociationControl {

    /// Draws until the server's challenge is not the client's; one is enough unless chance is broken.
    private static final int CHALLENGES_DRAWN_MAX = 3;

    private final AssociationSettings settings;
    private final AssociationSecurity security;
    private final Supplier<Octets> challenges;
    private final boolean isLocked;
    private final IntPredicate knowsUser;
    private final Aarq request;
    private Optional<SystemTitle> clientTitle = Optional.empty();
    private Optional<AssociationProtection> protection = Optional.empty();
    private Envelope envelope = Envelope.PLAIN;

    /// @param isLocked true when nobody may prove anything now
    /// @param knowsUser tells which users the client may name
    AssociationControl(
            AssociationSecurity security,
            Supplier<Octets> challenges,
            boolean isLocked,
            IntPredicate knowsUser,
            Aarq request) {
        this.settings = security.settings();
        this.security = security;
        this.challenges = challenges;
        this.isLocked = isLocked;
        this.knowsUser = knowsUser;
        this.request = request;
    }

    AssociationDecision decide() {
        clientTitle = request.callingApTitle().flatMap(title -> SystemTitle.of(title.toArray()));
        var refusal = acseRefusal();
        if (refusal.isPresent()) {
            // Only an initiate in clear can have said that no answer is wanted.
            var clear = request.userInformation().map(InitiateRequest::decode);
            boolean responseAllowed =
                    !(clear.isPresent() && clear.get() instanceof Complete<InitiateRequest>(var proposal, int _))
                            || proposal.responseAllowed();
            return new Reject(rejected(refusal.get(), offered(clear)), responseAllowed);
        }
        var initiate = initiate();
        if (initiate.isEmpty()) {
            return new Reject(rejected(AssociationDiagnostic.AUTHENTICATION_FAILURE, settings.conformance()), true);
        }
        return switch (InitiateRequest.decode(initiate.get())) {
            case Complete<InitiateRequest>(var proposal, int _) -> decide(proposal);
            case Incomplete<InitiateRequest> _, Malformed<InitiateRequest> _ ->
                new Reject(rejected(InitiateError.OTHER), true);
        };
    }

    private AssociationDecision decide(InitiateRequest proposal) {
        var negotiated = settings.conformance().and(proposal.proposed());
        var error = initiateError(proposal, negotiated);
        if (error.isPresent()) {
            return new Reject(rejected(error.get()), proposal.responseAllowed());
        }
        if (request.userId().isPresent() && !knowsUser.test(request.userId().getAsInt())) {
            return new Reject(
                    rejected(AssociationDiagnostic.CALLING_AE_INVOCATION_IDENTIFIER_NOT_RECOGNIZED, negotiated),
                    proposal.responseAllowed());
        }
        var handshake = settings.mechanism().isHighLevel() ? handshake() : Optional.<Handshake>empty();
        if (settings.mechanism().isHighLevel() && handshake.isEmpty()) {
            return new Reject(rejected(AssociationDiagnostic.NO_REASON_GIVEN, negotiated), proposal.responseAllowed());
        }
        int clientMax = proposal.clientPduOctetsMax() == 0 ? 0xFFFF : proposal.clientPduOctetsMax();
        var response = InitiateResponse.of(negotiated, settings.pduOctetsMax()).encode();
        var answered = answered(response);
        if (answered.isEmpty()) {
            return new Reject(rejected(AssociationDiagnostic.NO_REASON_GIVEN, negotiated), proposal.responseAllowed());
        }
        return new Accept(
                accepted(answered.get(), handshake),
                negotiated,
                clientMax,
                proposal.responseAllowed(),
                protection,
                handshake,
                request.userId());
    }

    private Optional<AssociationDiagnostic> acseRefusal() {
        if (!request.offersVersion1()) {
            return Optional.of(AssociationDiagnostic.NO_COMMON_ACSE_VERSION);
        }
        if (!request.contextName().equals(settings.context().objectIdentifier())) {
            return Optional.of(AssociationDiagnostic.APPLICATION_CONTEXT_NAME_NOT_SUPPORTED);
        }
        if (needsTitles() && !clientTitle.map(security::expects).orElse(false)) {
            return Optional.of(AssociationDiagnostic.CALLING_AP_TITLE_NOT_RECOGNIZED);
        }
        return authenticationRefusal();
    }

    private boolean needsTitles() {
        return settings.context().isCiphered() || settings.mechanism().needsTitles();
    }

    private Optional<AssociationDiagnostic> authenticationRefusal() {
        boolean isRequired = settings.mechanism() != AuthenticationMechanism.NONE;
        if (request.mechanismName().isEmpty()) {
            return isRequired
                    ? Optional.of(AssociationDiagnostic.AUTHENTICATION_MECHANISM_NAME_REQUIRED)
                    : Optional.empty();
        }
        if (!request.mechanismName().get().equals(settings.mechanism().objectIdentifier())) {
            return Optional.of(AssociationDiagnostic.AUTHENTICATION_MECHANISM_NAME_NOT_RECOGNISED);
        }
        if (!isRequired) {
            return Optional.empty();
        }
        if (!request.authenticationUnit()) {
            return Optional.of(AssociationDiagnostic.AUTHENTICATION_REQUIRED);
        }
        boolean mayGoOn =
                !isLocked && request.authenticationValue().map(this::isUsable).orElse(false);
        return mayGoOn ? Optional.empty() : Optional.of(AssociationDiagnostic.AUTHENTICATION_FAILURE);
    }

    /// A password is a proof at once; a challenge must only be one that can be answered.
    private boolean isUsable(Octets value) {
        return settings.mechanism() == AuthenticationMechanism.LOW
                ? security.isPassword(value)
                : HighLevelSecurity.isAcceptable(settings.mechanism().id(), value.toArray(), new byte[0]);
    }

    /// The InitiateRequest in clear, whatever it came in. Empty when it can't be deciphered, or had to be ciphered
    /// and is not.
    private Optional<Octets> initiate() {
        var information = request.userInformation();
        if (information.isEmpty() || information.get().length() == 0) {
            return Optional.of(Octets.of(new byte[0]));
        }
        if (settings.context().isCiphered()) {
            protection = clientTitle.flatMap(security::protection);
        }
        int tag = information.get().octet(0);
        if (!ApduProtection.isProtected(tag) || !settings.context().isCiphered()) {
            return security.allows(Envelope.PLAIN.protection()) ? information : Optional.empty();
        }
        byte[] octets = information.get().toArray();
        return protection.flatMap(made -> switch (made.open(octets, 0, octets.length)) {
            case Opened.Plain plain -> opened(plain);
            case Opened.Refused _ -> Optional.empty();
        });
    }

    private Optional<Octets> opened(Opened.Plain plain) {
        envelope = plain.envelope();
        return security.allows(envelope.protection())
                ? Optional.of(Octets.of(plain.octets(), plain.offset(), plain.length()))
                : Optional.empty();
    }

    /// The InitiateResponse, wrapped as the request was.
    private Optional<Octets> answered(Octets response) {
        if (envelope.family() == Envelope.Family.PLAIN || protection.isEmpty()) {
            return Optional.of(response);
        }
        var buffer = new ApduBuffer(0).octets(response.toArray());
        return protection.get().seal(envelope, buffer) ? Optional.of(Octets.of(buffer.toOctets())) : Optional.empty();
    }

    private Optional<Handshake> handshake() {
        var clientChallenge = request.authenticationValue().orElseThrow();
        for (int drawn = 0; drawn < CHALLENGES_DRAWN_MAX; drawn++) {
            var own = challenges.get();
            if (HighLevelSecurity.isAcceptable(settings.mechanism().id(), own.toArray(), clientChallenge.toArray())) {
                return Optional.of(new Handshake(clientTitle, clientChallenge, own));
            }
        }
        return Optional.empty();
    }

    private Optional<InitiateError> initiateError(InitiateRequest proposal, Conformance negotiated) {
        if (proposal.dedicatedKey().isPresent()
                && !isTaken(proposal.dedicatedKey().get())) {
            return Optional.of(InitiateError.OTHER);
        }
        if (proposal.dlmsVersion() < InitiateRequest.DLMS_VERSION) {
            return Optional.of(InitiateError.DLMS_VERSION_TOO_LOW);
        }
        if (!negotiated.hasAService()) {
            return Optional.of(InitiateError.INCOMPATIBLE_CONFORMANCE);
        }
        boolean isTooShort =
                proposal.clientPduOctetsMax() != 0 && proposal.clientPduOctetsMax() < InitiateRequest.PDU_OCTETS_MIN;
        return isTooShort ? Optional.of(InitiateError.PDU_SIZE_TOO_SHORT) : Optional.empty();
    }

    /// A dedicated key must fit the suite, and a key that came in clear is no key.
    private boolean isTaken(Octets dedicatedKey) {
        return envelope.family() != Envelope.Family.PLAIN
                && protection.map(made -> made.useDedicatedKey(dedicatedKey)).orElse(false);
    }

    private Aare accepted(Octets initiateResponse, Optional<Handshake> handshake) {
        return new Aare(
                settings.context().objectIdentifier(),
                AssociationResult.ACCEPTED,
                handshake.isPresent() ? AssociationDiagnostic.AUTHENTICATION_REQUIRED : AssociationDiagnostic.NULL,
                needsTitles() ? security.ownTitle().map(title -> Octets.of(title.octets())) : Optional.empty(),
                Optional.empty(),
                handshake.map(_ -> settings.mechanism().objectIdentifier()),
                handshake.map(Handshake::serverChallenge),
                Optional.of(initiateResponse));
    }

    private Conformance offered(Optional<Decoded<InitiateRequest>> initiate) {
        return initiate.isPresent() && initiate.get() instanceof Complete<InitiateRequest>(var proposal, int _)
                ? settings.conformance().and(proposal.proposed())
                : settings.conformance();
    }

    /// A refusal by association control tells what could have been agreed, save when even its version is unknown.
    private Aare rejected(AssociationDiagnostic diagnostic, Conformance offered) {
        return rejected(settings, diagnostic, offered);
    }

    static Aare rejected(AssociationSettings settings, AssociationDiagnostic diagnostic, Conformance offered) {
        return Aare.of(
                settings.context().objectIdentifier(),
                AssociationResult.REJECTED_PERMANENT,
                diagnostic,
                diagnostic.source() == AssociationDiagnostic.Source.SERVICE_PROVIDER
                        ? Optional.empty()
                        : Optional.of(InitiateResponse.of(offered, settings.pduOctetsMax())
                                .encode()));
    }

    private Aare rejected(InitiateError error) {
        return Aare.of(
                settings.context().objectIdentifier(),
                AssociationResult.REJECTED_PERMANENT,
                AssociationDiagnostic.NO_REASON_GIVEN,
                Optional.of(error.encode()));
    }
}
