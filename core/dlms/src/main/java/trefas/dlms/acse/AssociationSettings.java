package trefas.dlms.acse;

import trefas.cosem.CosemData.Octets;

/// What one association is configured to be: who talks to whom, and under which terms. Both ends hold such settings;
/// it is never changed by a connection, so all connections share it.
///
/// @param clientSap 1 to 127; 16 is the public client
/// @param serverSap logical device, 1 to 16 383; 1 is the management logical device
/// @param secret the password with [AuthenticationMechanism#LOW], else empty
/// @param conformance what this end offers
/// @param pduOctetsMax longest APDU this end takes, 12 to 65 535
public record AssociationSettings(
        int clientSap,
        int serverSap,
        ApplicationContext context,
        AuthenticationMechanism mechanism,
        Octets secret,
        Conformance conformance,
        int pduOctetsMax) {

    public AssociationSettings {
        if (pduOctetsMax < InitiateRequest.PDU_OCTETS_MIN || pduOctetsMax > 0xFFFF) {
            throw new IllegalArgumentException("an APDU is 12 to 65 535 octets: " + pduOctetsMax);
        }
        if (mechanism == AuthenticationMechanism.LOW && secret.length() == 0) {
            throw new IllegalArgumentException("low level security without a password");
        }
    }

    /// Names and numbers only: a secret is not for logs.
    @Override
    public String toString() {
        return "client " + clientSap + " to server " + serverSap + ", " + context + ", " + mechanism;
    }
}
