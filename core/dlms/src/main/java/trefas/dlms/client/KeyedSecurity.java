package trefas.dlms.client;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.security.ApduProtection;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.MutualProof;
import trefas.security.HighLevelSecurity.End;
import trefas.security.Secret;
import trefas.security.SecurityAccess;
import trefas.security.SecurityState;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// Security of a client with a security state of its own: keys, counters and key pairs are that state's.
public final class KeyedSecurity implements ClientSecurity {

    private final SecurityAccess access;
    private final AssociationProtection protection;
    private final Octets challenge;
    private final Secret secret;
    private final Optional<SymmetricKey> dedicatedKey;
    private Optional<SystemTitle> server = Optional.empty();

    /// @param access who this client is, and its keys
    /// @param challenge of chance, 8 to 64 octets, 32 at least with signatures
    /// @param secret of mechanisms 2, 3, 4 and 6; else empty octets
    public KeyedSecurity(SecurityAccess access, Octets challenge, Secret secret, Optional<SymmetricKey> dedicatedKey) {
        this.access = access;
        // What answers must have is compared with each request: see ClientAssociation.
        this.protection = AssociationProtection.ofClient(access, Protection.NONE);
        this.challenge = challenge;
        this.secret = secret;
        this.dedicatedKey = dedicatedKey;
    }

    /// Uses a new key with every request in general-ciphering, wrapped in the master key.
    public KeyedSecurity wrappingKeys() {
        protection.wrappingKeys();
        return this;
    }

    /// Agrees on a new key with every request in general-ciphering. Needs the partner's public key, so its title.
    ///
    /// @param ephemeral true with a new key pair each time, false with the static key pairs of both
    public KeyedSecurity agreeingOnKeys(boolean ephemeral) {
        protection.agreeingOnKeys(ephemeral);
        return this;
    }

    @Override
    public SystemTitle title() {
        return access.with(SecurityState::ownTitle);
    }

    @Override
    public Octets challenge() {
        return challenge;
    }

    @Override
    public Optional<Octets> dedicatedKey() {
        return dedicatedKey.map(key -> Octets.of(key.octets()));
    }

    @Override
    public void meet(SystemTitle title) {
        server = Optional.of(title);
        protection.begin(title);
        dedicatedKey().ifPresent(protection::useDedicatedKey);
    }

    @Override
    public ApduProtection protection() {
        return protection;
    }

    @Override
    public Optional<Octets> proof(AuthenticationMechanism mechanism, Octets serverChallenge) {
        return mutual(mechanism).prove(server, challenge, serverChallenge);
    }

    @Override
    public boolean accepts(AuthenticationMechanism mechanism, Octets serverChallenge, Octets serverProof) {
        return mutual(mechanism).accepts(server, challenge, serverChallenge, serverProof);
    }

    private MutualProof mutual(AuthenticationMechanism mechanism) {
        return new MutualProof(Optional.of(access), End.CLIENT, mechanism.id(), secret);
    }
}
