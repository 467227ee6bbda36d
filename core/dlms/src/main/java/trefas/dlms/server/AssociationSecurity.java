package trefas.dlms.server;

import java.security.MessageDigest;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.security.ApduProtection;
import trefas.security.CounterUse;
import trefas.security.CurvePublicKey;
import trefas.security.HighLevelSecurity;
import trefas.security.HighLevelSecurity.End;
import trefas.security.KeyId;
import trefas.security.KeyUse;
import trefas.security.Secret;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SystemTitle;

/// Everything one association of a server needs of secrets, keys and counters. Without keys an association of high
/// level security with keys can't be opened; one with a secret can.
final class AssociationSecurity {

    private static final SystemTitle NO_TITLE = new SystemTitle(0);

    private final AssociationSettings settings;
    private final Optional<SecurityAccess> access;

    AssociationSecurity(AssociationSettings settings, Optional<SecurityAccess> access) {
        this.settings = settings;
        this.access = access;
    }

    AssociationSettings settings() {
        return settings;
    }

    /// The server's own system title; empty when it has no keys.
    Optional<SystemTitle> ownTitle() {
        return access.map(keys -> keys.with(SecurityState::ownTitle));
    }

    /// True unless somebody else is expected (client_system_title of Security setup).
    boolean expects(SystemTitle client) {
        return access.flatMap(keys -> keys.with(SecurityState::partnerTitle))
                .map(client::equals)
                .orElse(true);
    }

    /// True for the password of the association. How long the comparison takes tells nothing about how much was right.
    boolean isPassword(Octets presented) {
        return MessageDigest.isEqual(secret().octets(), presented.toArray());
    }

    /// True when requests protected like this may be carried out: at least as the settings demand and, in a ciphered
    /// context, as the policy does.
    boolean allows(Protection protection) {
        if (!protection.covers(settings.leastProtection())) {
            return false;
        }
        if (!settings.context().isCiphered() || access.isEmpty()) {
            return true;
        }
        return protection.covers(demanded(access.get().with(SecurityState::policy)));
    }

    /// Checks the client's proof and makes the server's own (passes 3 and 4 of high level security).
    ///
    /// @return empty when the client has proved nothing, or the server can't
    Optional<Octets> proof(Handshake handshake, Octets presented) {
        byte[] shown = presented.toArray();
        var passes = new HighLevelSecurity(
                handshake.clientTitle().orElse(NO_TITLE),
                ownTitle().orElse(NO_TITLE),
                handshake.clientChallenge().toArray(),
                handshake.serverChallenge().toArray());
        return switch (settings.mechanism()) {
            case NONE, LOW -> Optional.empty();
            case HIGH_MANUFACTURER, HIGH_MD5, HIGH_SHA1, HIGH_SHA256 -> secretProof(passes, shown);
            case HIGH_GMAC -> access.flatMap(keys -> keys.with(state -> gmacProof(passes, handshake, state, shown)));
            case HIGH_ECDSA -> access.flatMap(keys -> signedProof(passes, keys, shown));
        };
    }

    /// The protection of a conversation with this client; empty without keys.
    Optional<ApduProtection> protection(SystemTitle client) {
        return Optional.empty();
    }

    /// The protection of an association that is open to whoever has the keys; empty without them.
    Optional<ApduProtection> protectionForAnyone() {
        return Optional.empty();
    }

    /// The client wants its own key to be used from now on.
    void dedicate(ApduProtection protection, Octets key) {}

    private Optional<Octets> secretProof(HighLevelSecurity passes, byte[] shown) {
        var secret = secret();
        int mechanism = settings.mechanism().id();
        return passes.isProof(mechanism, End.CLIENT, secret, shown)
                ? passes.proof(mechanism, End.SERVER, secret).map(Octets::of)
                : Optional.empty();
    }

    /// The counter inside the proof is one like any other: it must be new, and is used up.
    private static Optional<Octets> gmacProof(
            HighLevelSecurity passes, Handshake handshake, SecurityState state, byte[] shown) {
        var encryption = state.key(KeyId.GLOBAL_UNICAST_ENCRYPTION);
        var authentication = state.key(KeyId.AUTHENTICATION);
        var client = handshake.clientTitle();
        if (encryption.isEmpty() || authentication.isEmpty() || client.isEmpty()) {
            return Optional.empty();
        }
        if (!passes.isGmacProof(End.CLIENT, state.suite(), shown, encryption.get(), authentication.get())) {
            return Optional.empty();
        }
        long counter = HighLevelSecurity.counterOf(shown);
        if (!state.accepts(client.get(), CounterUse.UNICAST, counter)) {
            return Optional.empty();
        }
        state.received(client.get(), CounterUse.UNICAST, counter);
        var own = state.unicastCounter().take();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(Octets.of(passes.gmacProof(
                        End.SERVER, state.suite(), own.getAsLong(), encryption.get(), authentication.get())));
    }

    /// With signatures the settings hold the client's public key in place of a secret.
    private Optional<Octets> signedProof(HighLevelSecurity passes, SecurityAccess keys, byte[] shown) {
        return keys.with(state -> {
            var pair = state.keyPairs().own(KeyUse.DIGITAL_SIGNATURE);
            var client = state.suite().hasCurve()
                    ? CurvePublicKey.of(state.suite(), settings.secret().toArray())
                    : Optional.<CurvePublicKey>empty();
            return pair.isPresent() && client.isPresent() && passes.isSignedProof(End.CLIENT, client.get(), shown)
                    ? Optional.of(
                            Octets.of(passes.signedProof(End.SERVER, pair.get().privateKey(), keys.randomness())))
                    : Optional.empty();
        });
    }

    private Secret secret() {
        return access.flatMap(keys -> keys.with(state -> state.secret(settings.clientSap(), settings.serverSap())))
                .orElseGet(() -> Secret.of(settings.secret().toArray()));
    }

    private static Protection demanded(SecurityPolicy policy) {
        return new Protection(
                policy.demands(SecurityPolicy.AUTHENTICATED_REQUEST),
                policy.demands(SecurityPolicy.ENCRYPTED_REQUEST),
                policy.demands(SecurityPolicy.SIGNED_REQUEST));
    }
}
