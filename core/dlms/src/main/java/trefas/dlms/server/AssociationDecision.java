package trefas.dlms.server;

import java.security.MessageDigest;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
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

/// What a server makes of an AARQ (IEC 62056-5-3): first the association control, then the xDLMS context, each check
/// in a fixed order so that one fault has one answer.
public sealed interface AssociationDecision {

    /// The association is open.
    ///
    /// @param negotiated what both ends offer
    /// @param clientPduOctetsMax longest APDU the client takes
    record Accept(Aare answer, Conformance negotiated, int clientPduOctetsMax, boolean responseAllowed)
            implements AssociationDecision {}

    /// The association is not opened.
    ///
    /// @param responseAllowed false when the client wants no answer, not even this one
    record Reject(Aare answer, boolean responseAllowed) implements AssociationDecision {}

    static AssociationDecision decide(AssociationSettings settings, Aarq request) {
        var initiate = request.userInformation().map(InitiateRequest::decode);
        boolean responseAllowed =
                !(initiate.isPresent() && initiate.get() instanceof Complete<InitiateRequest>(var proposal, int _))
                        || proposal.responseAllowed();
        var refusal = acseRefusal(settings, request);
        if (refusal.isPresent()) {
            return new Reject(rejected(settings, refusal.get(), initiate), responseAllowed);
        }
        if (initiate.isEmpty()) {
            return new Reject(rejected(settings, InitiateError.OTHER), responseAllowed);
        }
        return switch (initiate.get()) {
            case Complete<InitiateRequest>(var proposal, int _) -> decide(settings, proposal);
            case Incomplete<InitiateRequest> _, Malformed<InitiateRequest> _ ->
                new Reject(rejected(settings, InitiateError.OTHER), responseAllowed);
        };
    }

    private static AssociationDecision decide(AssociationSettings settings, InitiateRequest proposal) {
        var negotiated = settings.conformance().and(proposal.proposed());
        var error = initiateError(proposal, negotiated);
        if (error.isPresent()) {
            return new Reject(rejected(settings, error.get()), proposal.responseAllowed());
        }
        int clientMax = proposal.clientPduOctetsMax() == 0 ? 0xFFFF : proposal.clientPduOctetsMax();
        var answer = Aare.of(
                settings.context().objectIdentifier(),
                AssociationResult.ACCEPTED,
                AssociationDiagnostic.NULL,
                Optional.of(
                        InitiateResponse.of(negotiated, settings.pduOctetsMax()).encode()));
        return new Accept(answer, negotiated, clientMax, proposal.responseAllowed());
    }

    private static Optional<AssociationDiagnostic> acseRefusal(AssociationSettings settings, Aarq request) {
        if (!request.offersVersion1()) {
            return Optional.of(AssociationDiagnostic.NO_COMMON_ACSE_VERSION);
        }
        if (!request.contextName().equals(settings.context().objectIdentifier())) {
            return Optional.of(AssociationDiagnostic.APPLICATION_CONTEXT_NAME_NOT_SUPPORTED);
        }
        return authenticationRefusal(settings, request);
    }

    private static Optional<AssociationDiagnostic> authenticationRefusal(AssociationSettings settings, Aarq request) {
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
        boolean isProved = request.authenticationValue()
                .map(value -> proves(settings, value))
                .orElse(false);
        return isProved ? Optional.empty() : Optional.of(AssociationDiagnostic.AUTHENTICATION_FAILURE);
    }

    /// How long the comparison takes tells nothing about how much of the password was right. Only the password is a
    /// proof this server can check in one step; any other mechanism is not proved by an AARQ.
    private static boolean proves(AssociationSettings settings, Octets value) {
        return settings.mechanism() == AuthenticationMechanism.LOW
                && MessageDigest.isEqual(settings.secret().toArray(), value.toArray());
    }

    private static Optional<InitiateError> initiateError(InitiateRequest proposal, Conformance negotiated) {
        if (proposal.dedicatedKey().isPresent()) {
            // A key in clear is no key.
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

    /// A refusal by association control tells what could have been agreed, save when even its version is unknown.
    private static Aare rejected(
            AssociationSettings settings,
            AssociationDiagnostic diagnostic,
            Optional<Decoded<InitiateRequest>> initiate) {
        var offered = initiate.isPresent() && initiate.get() instanceof Complete<InitiateRequest>(var proposal, int _)
                ? settings.conformance().and(proposal.proposed())
                : settings.conformance();
        return Aare.of(
                settings.context().objectIdentifier(),
                AssociationResult.REJECTED_PERMANENT,
                diagnostic,
                diagnostic.source() == AssociationDiagnostic.Source.SERVICE_PROVIDER
                        ? Optional.empty()
                        : Optional.of(InitiateResponse.of(offered, settings.pduOctetsMax())
                                .encode()));
    }

    private static Aare rejected(AssociationSettings settings, InitiateError error) {
        return Aare.of(
                settings.context().objectIdentifier(),
                AssociationResult.REJECTED_PERMANENT,
                AssociationDiagnostic.NO_REASON_GIVEN,
                Optional.of(error.encode()));
    }
}
