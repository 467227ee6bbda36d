package trefas.dlms.security;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.security.CounterUse;
import trefas.security.HighLevelSecurity;
import trefas.security.HighLevelSecurity.End;
import trefas.security.KeyId;
import trefas.security.KeyUse;
import trefas.security.Secret;
import trefas.security.SecurityAccess;
import trefas.security.SecurityState;
import trefas.security.SystemTitle;

/// How one end proves itself in passes 3 and 4 and checks the proof of the other (high level security, mechanisms
/// 2 to 7, IEC 62056-5-3), with the secret, the keys or the key pair its mechanism asks for.
public final class MutualProof {

    private static final SystemTitle NO_TITLE = new SystemTitle(0);

    private final Optional<SecurityAccess> access;
    private final End own;
    private final int mechanismId;
    private final Secret secret;

    /// @param access needed by mechanisms 5, 6 and 7
    /// @param own which end this is
    /// @param mechanismId 2 to 7
    /// @param secret of mechanisms 2, 3, 4 and 6; else empty octets
    public MutualProof(Optional<SecurityAccess> access, End own, int mechanismId, Secret secret) {
        this.access = access;
        this.own = own;
        this.mechanismId = mechanismId;
        this.secret = secret;
    }

    /// What proves this end. With mechanism 5 it uses up the next own counter.
    ///
    /// @param partner system title of the other end; empty only with mechanisms 2, 3 and 4
    /// @return empty when a key is missing or used up
    public Optional<Octets> prove(Optional<SystemTitle> partner, Octets clientChallenge, Octets serverChallenge) {
        var passes = passes(partner, clientChallenge, serverChallenge);
        return switch (mechanismId) {
            case 5 -> access.flatMap(keys -> keys.with(state -> proveByKeys(passes, state)));
            case 7 ->
                access.flatMap(keys -> keys.with(state -> state.keyPairs()
                        .own(KeyUse.DIGITAL_SIGNATURE)
                        .map(pair -> Octets.of(passes.signedProof(own, pair.privateKey(), keys.randomness())))));
            default -> passes.proof(mechanismId, own, secret).map(Octets::of);
        };
    }

    /// True when the octets prove the other end. A proof answers a challenge that was never put before, so it
    /// cannot be an old one; the counter inside only moves the lowest acceptable one.
    public boolean accepts(
            Optional<SystemTitle> partner, Octets clientChallenge, Octets serverChallenge, Octets presented) {
        var passes = passes(partner, clientChallenge, serverChallenge);
        byte[] proof = presented.toArray();
        return switch (mechanismId) {
            case 5 ->
                partner.isPresent()
                        && access.isPresent()
                        && access.get().with(state -> acceptsByKeys(passes, state, partner.get(), proof));
            case 7 ->
                partner.isPresent()
                        && access.isPresent()
                        && access.get()
                                .with(state -> state.partnerKey(partner.get(), KeyUse.DIGITAL_SIGNATURE)
                                        .map(key -> passes.isSignedProof(own.other(), key, proof))
                                        .orElse(false));
            default -> passes.isProof(mechanismId, own.other(), secret, proof);
        };
    }

    private Optional<Octets> proveByKeys(HighLevelSecurity passes, SecurityState state) {
        if (!state.isReady()) {
            return Optional.empty();
        }
        var counter = state.unicastCounter().take();
        return counter.isEmpty()
                ? Optional.empty()
                : Optional.of(Octets.of(passes.gmacProof(
                        own,
                        state.suite(),
                        counter.getAsLong(),
                        state.key(KeyId.GLOBAL_UNICAST_ENCRYPTION).orElseThrow(),
                        state.key(KeyId.AUTHENTICATION).orElseThrow())));
    }

    private boolean acceptsByKeys(HighLevelSecurity passes, SecurityState state, SystemTitle partner, byte[] proof) {
        boolean isProof = state.isReady()
                && passes.isGmacProof(
                        own.other(),
                        state.suite(),
                        proof,
                        state.key(KeyId.GLOBAL_UNICAST_ENCRYPTION).orElseThrow(),
                        state.key(KeyId.AUTHENTICATION).orElseThrow());
        if (isProof && state.accepts(partner, CounterUse.UNICAST, HighLevelSecurity.counterOf(proof))) {
            state.received(partner, CounterUse.UNICAST, HighLevelSecurity.counterOf(proof));
        }
        return isProof;
    }

    private HighLevelSecurity passes(Optional<SystemTitle> partner, Octets clientChallenge, Octets serverChallenge) {
        var ownTitle = access.map(keys -> keys.with(SecurityState::ownTitle)).orElse(NO_TITLE);
        var otherTitle = partner.orElse(NO_TITLE);
        return new HighLevelSecurity(
                own == End.CLIENT ? ownTitle : otherTitle,
                own == End.CLIENT ? otherTitle : ownTitle,
                clientChallenge.toArray(),
                serverChallenge.toArray());
    }
}
