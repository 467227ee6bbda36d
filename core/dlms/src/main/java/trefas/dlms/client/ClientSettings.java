package trefas.dlms.client;

import java.util.Optional;
import java.util.OptionalInt;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.acse.InitiateRequest;
import trefas.dlms.security.Envelope;
import trefas.security.SystemTitle;

/// Under which terms a client talks to a logical device. Keys are not part of it: see [ClientSecurity].
///
/// @param clientSap 1 to 127; 16 is the public client
/// @param serverSap logical device, 1 to 16 383; 1 is the management logical device
/// @param password for [AuthenticationMechanism#LOW], else empty
/// @param conformance what this client offers
/// @param pduOctetsMax longest APDU this client takes, 12 to 65 535
/// @param isPreEstablished true when both ends know the terms beforehand: no AARQ, no RLRQ
/// @param envelope how requests are protected once the association is open
/// @param serverTitle who must answer; empty when anybody may
/// @param blockWindow blocks of a general block transfer taken in one burst, 1 to 63; 0 leaves that transfer alone
///     until a server begins it
/// @param userId which of its users the client names in the AARQ (class 15, user_list), 0 to 255; empty for none
public record ClientSettings(
        int clientSap,
        int serverSap,
        ApplicationContext context,
        AuthenticationMechanism mechanism,
        Octets password,
        Conformance conformance,
        int pduOctetsMax,
        boolean isPreEstablished,
        Envelope envelope,
        Optional<SystemTitle> serverTitle,
        int blockWindow,
        OptionalInt userId) {

    public static final int PDU_OCTETS_MAX = 0xFFFF;
    public static final int BLOCK_WINDOW_MAX = 63;
    public static final int USER_ID_MAX = 255;

    /// Everything this client can do with logical names.
    public static final Conformance ALL_SERVICES = Conformance.of(
            ConformanceBit.GENERAL_PROTECTION,
            ConformanceBit.GENERAL_BLOCK_TRANSFER,
            ConformanceBit.ATTRIBUTE0_WITH_SET,
            ConformanceBit.PRIORITY_MANAGEMENT,
            ConformanceBit.ATTRIBUTE0_WITH_GET,
            ConformanceBit.BLOCK_TRANSFER_WITH_GET,
            ConformanceBit.BLOCK_TRANSFER_WITH_SET,
            ConformanceBit.BLOCK_TRANSFER_WITH_ACTION,
            ConformanceBit.MULTIPLE_REFERENCES,
            ConformanceBit.DATA_NOTIFICATION,
            ConformanceBit.ACCESS,
            ConformanceBit.GET,
            ConformanceBit.SET,
            ConformanceBit.SELECTIVE_ACCESS,
            ConformanceBit.EVENT_NOTIFICATION,
            ConformanceBit.ACTION);

    private static final int LAST_PLAIN_MECHANISM = AuthenticationMechanism.LOW.id();

    public ClientSettings {
        if (pduOctetsMax < InitiateRequest.PDU_OCTETS_MIN || pduOctetsMax > PDU_OCTETS_MAX) {
            throw new IllegalArgumentException("an APDU is 12 to 65 535 octets: " + pduOctetsMax);
        }
        if (blockWindow < 0 || blockWindow > BLOCK_WINDOW_MAX) {
            throw new IllegalArgumentException("a window is 1 to 63 blocks, or 0 for none: " + blockWindow);
        }
        if (userId.isPresent() && (userId.getAsInt() < 0 || userId.getAsInt() > USER_ID_MAX)) {
            throw new IllegalArgumentException("a user is 0 to 255: " + userId.getAsInt());
        }
        if (mechanism == AuthenticationMechanism.LOW && password.length() == 0) {
            throw new IllegalArgumentException("low level security without a password");
        }
    }

    /// The terms of an association without keys.
    public static ClientSettings of(AssociationSettings settings) {
        return new ClientSettings(
                settings.clientSap(),
                settings.serverSap(),
                settings.context(),
                settings.mechanism(),
                settings.secret(),
                settings.conformance(),
                settings.pduOctetsMax(),
                false,
                Envelope.PLAIN,
                Optional.empty(),
                0,
                OptionalInt.empty());
    }

    /// The public client, which needs nothing and may read little.
    public static ClientSettings publicClient(int serverSap) {
        return of(AssociationSettings.ofReader(PUBLIC_CLIENT, serverSap, ""));
    }

    public static final int PUBLIC_CLIENT = 16;

    /// With ciphered APDUs.
    ///
    /// @param family how requests are wrapped
    /// @param protection what is put on them
    public ClientSettings ciphered(Envelope.Family family, Protection protection) {
        return new ClientSettings(
                clientSap,
                serverSap,
                ApplicationContext.LOGICAL_NAMES_CIPHERED,
                mechanism,
                password,
                conformance,
                pduOctetsMax,
                isPreEstablished,
                new Envelope(family, protection, Optional.empty()),
                serverTitle,
                blockWindow,
                userId);
    }

    /// With another way to prove who the client is.
    public ClientSettings with(AuthenticationMechanism other) {
        return new ClientSettings(
                clientSap,
                serverSap,
                context,
                other,
                password,
                conformance,
                pduOctetsMax,
                isPreEstablished,
                envelope,
                serverTitle,
                blockWindow,
                userId);
    }

    public ClientSettings with(Conformance offered, int receiveOctetsMax, int window) {
        return new ClientSettings(
                clientSap,
                serverSap,
                context,
                mechanism,
                password,
                offered,
                receiveOctetsMax,
                isPreEstablished,
                envelope,
                serverTitle,
                window,
                userId);
    }

    /// Only this server may answer.
    public ClientSettings with(SystemTitle expected) {
        return new ClientSettings(
                clientSap,
                serverSap,
                context,
                mechanism,
                password,
                conformance,
                pduOctetsMax,
                isPreEstablished,
                envelope,
                Optional.of(expected),
                blockWindow,
                userId);
    }

    /// For one of the client's users.
    ///
    /// @param user 0 to 255
    public ClientSettings ofUser(int user) {
        return new ClientSettings(
                clientSap,
                serverSap,
                context,
                mechanism,
                password,
                conformance,
                pduOctetsMax,
                isPreEstablished,
                envelope,
                serverTitle,
                blockWindow,
                OptionalInt.of(user));
    }

    /// Without AARQ and RLRQ.
    public ClientSettings preEstablished() {
        return new ClientSettings(
                clientSap,
                serverSap,
                context,
                mechanism,
                password,
                conformance,
                pduOctetsMax,
                true,
                envelope,
                serverTitle,
                blockWindow,
                userId);
    }

    public boolean isCiphered() {
        return context == ApplicationContext.LOGICAL_NAMES_CIPHERED
                || context == ApplicationContext.SHORT_NAMES_CIPHERED;
    }

    /// True when both ends prove who they are with challenges.
    public boolean hasHighLevelSecurity() {
        return mechanism.id() > LAST_PLAIN_MECHANISM;
    }

    /// True when the ends must know each other's system titles (dossier C2).
    public boolean needsTitles() {
        return isCiphered()
                || switch (mechanism) {
                    case HIGH_GMAC, HIGH_SHA256, HIGH_ECDSA -> true;
                    case NONE, LOW, HIGH_MANUFACTURER, HIGH_MD5, HIGH_SHA1 -> false;
                };
    }

    /// Names and numbers only: a password is not for logs.
    @Override
    public String toString() {
        return "client " + clientSap + " to server " + serverSap + ", " + context + ", " + mechanism;
    }
}
