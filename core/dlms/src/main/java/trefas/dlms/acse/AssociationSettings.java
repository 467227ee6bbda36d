package trefas.dlms.acse;

import java.nio.charset.StandardCharsets;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;

/// What one association is configured to be: who talks to whom, and under which terms. Both ends hold such
/// settings; it is never changed by a connection, so all connections share it.
///
/// @param clientSap 1 to 127; 16 is the public client
/// @param serverSap logical device, 1 to 16 383; 1 is the management logical device
/// @param secret the password with [AuthenticationMechanism#LOW], the shared secret of mechanisms 2, 3, 4 and 6;
///     else
///     empty, since mechanisms 5 and 7 work with the keys
/// @param conformance what this end offers
/// @param pduOctetsMax longest APDU this end takes, 12 to 65 535
/// @param isPreEstablished true when it is open from the start, without AARQ and RLRQ
/// @param leastProtection what every request of it must have at least, whatever the policy says
public record AssociationSettings(
        int clientSap,
        int serverSap,
        ApplicationContext context,
        AuthenticationMechanism mechanism,
        Octets secret,
        Conformance conformance,
        int pduOctetsMax,
        boolean isPreEstablished,
        Protection leastProtection) {

    private static final int PDU_OCTETS_MAX = 0xFFFF;
    private static final Octets NO_SECRET = Octets.of(new byte[0]);

    private static final Conformance READING = Conformance.of(
            ConformanceBit.GET,
            ConformanceBit.BLOCK_TRANSFER_WITH_GET,
            ConformanceBit.SELECTIVE_ACCESS,
            ConformanceBit.MULTIPLE_REFERENCES);

    public AssociationSettings {
        if (pduOctetsMax < InitiateRequest.PDU_OCTETS_MIN || pduOctetsMax > PDU_OCTETS_MAX) {
            throw new IllegalArgumentException("an APDU is 12 to 65 535 octets: " + pduOctetsMax);
        }
        if (mechanism == AuthenticationMechanism.LOW && secret.length() == 0) {
            throw new IllegalArgumentException("low level security without a password");
        }
    }

    /// An association that is opened by an AARQ, without a protection of its own.
    public AssociationSettings(
            int clientSap,
            int serverSap,
            ApplicationContext context,
            AuthenticationMechanism mechanism,
            Octets secret,
            Conformance conformance,
            int pduOctetsMax) {
        this(clientSap, serverSap, context, mechanism, secret, conformance, pduOctetsMax, false, Protection.NONE);
    }

    /// The same association, but open from the start.
    public AssociationSettings preEstablished() {
        return new AssociationSettings(
                clientSap, serverSap, context, mechanism, secret, conformance, pduOctetsMax, true, leastProtection);
    }

    /// The same association, but every request must be protected at least so.
    public AssociationSettings demanding(Protection least) {
        return new AssociationSettings(
                clientSap, serverSap, context, mechanism, secret, conformance, pduOctetsMax, isPreEstablished, least);
    }

    /// An association without security.
    public static AssociationSettings open(int clientSap, int serverSap, Conformance conformance, int pduOctetsMax) {
        return new AssociationSettings(
                clientSap,
                serverSap,
                ApplicationContext.LOGICAL_NAMES,
                AuthenticationMechanism.NONE,
                NO_SECRET,
                conformance,
                pduOctetsMax);
    }

    /// An association with low level security.
    ///
    /// @param password ASCII, not empty
    public static AssociationSettings withPassword(
            int clientSap, int serverSap, String password, Conformance conformance, int pduOctetsMax) {
        return new AssociationSettings(
                clientSap,
                serverSap,
                ApplicationContext.LOGICAL_NAMES,
                AuthenticationMechanism.LOW,
                Octets.of(password.getBytes(StandardCharsets.US_ASCII)),
                conformance,
                pduOctetsMax);
    }

    /// An association with high level security: four passes prove both ends.
    ///
    /// @param secret what both know; empty with mechanisms 5 and 7, which work with the keys
    public static AssociationSettings withHighLevelSecurity(
            int clientSap,
            int serverSap,
            ApplicationContext context,
            AuthenticationMechanism mechanism,
            Octets secret,
            Conformance conformance,
            int pduOctetsMax) {
        return new AssociationSettings(clientSap, serverSap, context, mechanism, secret, conformance, pduOctetsMax);
    }

    /// The settings of a client that reads: with a password low level security, without one none. It takes APDUs
    /// of any size, so the server's own limit decides.
    public static AssociationSettings ofReader(int clientSap, int serverSap, String password) {
        return password.isEmpty()
                ? open(clientSap, serverSap, READING, PDU_OCTETS_MAX)
                : withPassword(clientSap, serverSap, password, READING, PDU_OCTETS_MAX);
    }

    /// Names and numbers only: a secret is not for logs.
    @Override
    public String toString() {
        return "client " + clientSap + " to server " + serverSap + ", " + context + ", " + mechanism;
    }
}
