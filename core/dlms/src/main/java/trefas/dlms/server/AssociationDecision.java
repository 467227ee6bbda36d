package trefas.dlms.server;

import java.util.Optional;
import java.util.OptionalInt;
import trefas.dlms.acse.Aare;
import trefas.dlms.acse.AssociationDiagnostic;
import trefas.dlms.acse.Conformance;
import trefas.dlms.security.AssociationProtection;

/// What a server makes of an AARQ (IEC 62056-5-3).
sealed interface AssociationDecision {

    /// The association is open, or with high level security about to be.
    ///
    /// @param negotiated what both ends offer
    /// @param clientPduOctetsMax longest APDU the client takes
    /// @param protection of a ciphered context
    /// @param handshake what the client has still to prove
    /// @param userId which of its users the client named
    record Accept(
            Aare answer,
            Conformance negotiated,
            int clientPduOctetsMax,
            boolean responseAllowed,
            Optional<AssociationProtection> protection,
            Optional<Handshake> handshake,
            OptionalInt userId)
            implements AssociationDecision {}

    /// The association is not opened.
    ///
    /// @param responseAllowed false when the client wants no answer, not even this one
    record Reject(Aare answer, boolean responseAllowed) implements AssociationDecision {

        /// True when somebody tried to be whom he is not.
        boolean isFailedAuthentication() {
            return answer.diagnostic() == AssociationDiagnostic.AUTHENTICATION_FAILURE;
        }
    }
}
