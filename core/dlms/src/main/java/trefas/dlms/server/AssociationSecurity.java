package trefas.dlms.server;

import java.security.MessageDigest;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Release;
import trefas.dlms.security.ApduProtection;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.Envelope;
import trefas.dlms.security.MutualProof;
import trefas.security.HighLevelSecurity.End;
import trefas.security.Secret;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SystemTitle;

/// Everything one association of a server needs of secrets, keys and counters. Without keys an association of high
/// level security with keys can't be opened; one with a secret can.
final class AssociationSecurity {

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

    /// True for the password of the association. How long the comparison takes tells nothing about how much was
    /// right.
    boolean isPassword(Octets presented) {
        return MessageDigest.isEqual(secret().octets(), presented.toArray());
    }

    /// True when requests protected like this may be carried out: at least as the settings demand and, in a
    /// ciphered context, as the policy does.
    boolean allows(Protection protection) {
        if (!protection.covers(settings.leastProtection())) {
            return false;
        }
        if (!settings.context().isCiphered() || access.isEmpty()) {
            return true;
        }
        return protection.covers(demanded(access.get().with(SecurityState::policy)));
    }

    /// How a release was protected; empty when that is not good enough.
    Optional<Envelope> envelope(Release request, Optional<AssociationProtection> protection) {
        var information = request.userInformation();
        var envelope = Envelope.PLAIN;
        if (protection.isPresent()
                && information.isPresent()
                && information.get().length() > 0
                && ApduProtection.isProtected(information.get().octet(0))) {
            byte[] octets = information.get().toArray();
            switch (protection.get().open(octets, 0, octets.length)) {
                case Opened.Plain plain -> envelope = plain.envelope();
                case Opened.Refused _ -> {
                    return Optional.empty();
                }
            }
        }
        return allows(envelope.protection()) ? Optional.of(envelope) : Optional.empty();
    }

    /// Checks the client's proof and makes the server's own (passes 3 and 4 of high level security).
    ///
    /// @return empty when the client has proved nothing, or the server can't
    Optional<Octets> proof(Handshake handshake, Octets presented) {
        var proof = new MutualProof(access, End.SERVER, settings.mechanism().id(), secret());
        var title = handshake.clientTitle();
        var clientChallenge = handshake.clientChallenge();
        var serverChallenge = handshake.serverChallenge();
        boolean mayAsk = title.isPresent() || !settings.mechanism().needsTitles();
        return mayAsk && proof.accepts(title, clientChallenge, serverChallenge, presented)
                ? proof.prove(title, clientChallenge, serverChallenge)
                : Optional.empty();
    }

    /// The protection of a conversation with this client; empty without keys.
    Optional<AssociationProtection> protection(SystemTitle client) {
        return access.map(keys -> {
            var made = AssociationProtection.ofServer(keys, settings.leastProtection());
            made.begin(client);
            return made;
        });
    }

    /// The protection of an association that is open to whoever has the keys; empty without them.
    Optional<AssociationProtection> protectionForAnyone() {
        return access.map(keys -> AssociationProtection.ofListener(keys, settings.leastProtection()));
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
