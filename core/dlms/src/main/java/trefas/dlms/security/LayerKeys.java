package trefas.dlms.security;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.security.CounterUse;
import trefas.security.CurveKeyPair;
import trefas.security.CurvePublicKey;
import trefas.security.KeyDerivation;
import trefas.security.KeyDerivation.Purpose;
import trefas.security.KeyId;
import trefas.security.KeyUse;
import trefas.security.KeyWrap;
import trefas.security.SecurityState;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// Finds the key a layer was or is to be encrypted with (IEC 62056-5-3, key-info).
final class LayerKeys {

    /// One ephemeral key of the sender, one static key of the receiver.
    private static final Octets ONE_EPHEMERAL = Octets.ofHex("01");

    /// Two static keys.
    private static final Octets BOTH_STATIC = Octets.ofHex("02");

    private static final Octets NOTHING = Octets.of(new byte[0]);

    private LayerKeys() {}

    /// The key of a layer that came from a partner; empty when this end has no such key.
    static Optional<KeyInUse> toOpen(
            SecurityState state, Layer.Ciphered layer, SystemTitle partner, Optional<SymmetricKey> dedicated) {
        return switch (layer.family()) {
            case GLOBAL, GENERAL_GLOBAL ->
                layer.control().usesBroadcastKey() ? broadcast(state) : unicast(state, layer.choice());
            case DEDICATED, GENERAL_DEDICATED -> dedicated.map(key -> dedicated(state, key));
            case GENERAL_CIPHERING ->
                switch (layer.choice()) {
                    case KeyChoice.Unsaid unsaid -> unicast(state, unsaid);
                    case KeyChoice.Identified(int id)
                    when id == KeyId.GLOBAL_UNICAST_ENCRYPTION.code() -> unicast(state, layer.choice());
                    case KeyChoice.Identified(int id)
                    when id == KeyId.GLOBAL_BROADCAST_ENCRYPTION.code() -> broadcast(state);
                    case KeyChoice.Identified _ -> Optional.empty();
                    case KeyChoice.Wrapped wrapped -> unwrapped(state, wrapped);
                    case KeyChoice.Agreed agreed -> agreed(state, layer, agreed, partner);
                };
            case PLAIN, GENERAL_SIGNING -> Optional.empty();
        };
    }

    /// The global unicast key, when it and its authentication key are there.
    static Optional<KeyInUse> unicast(SecurityState state, KeyChoice choice) {
        return state.key(KeyId.GLOBAL_UNICAST_ENCRYPTION)
                .map(key -> inUse(state, key, Optional.of(CounterUse.UNICAST), choice));
    }

    /// The broadcast key. What this end says to all has a counter of its own.
    static Optional<KeyInUse> broadcast(SecurityState state) {
        return state.key(KeyId.GLOBAL_BROADCAST_ENCRYPTION)
                .map(key -> new KeyInUse(
                        key,
                        state.key(KeyId.AUTHENTICATION),
                        state.broadcastCounter(),
                        Optional.of(CounterUse.BROADCAST),
                        new KeyChoice.Identified(KeyId.GLOBAL_BROADCAST_ENCRYPTION.code())));
    }

    static KeyInUse dedicated(SecurityState state, SymmetricKey key) {
        return inUse(state, key, Optional.empty(), new KeyChoice.Unsaid());
    }

    /// A new key, wrapped in the master key.
    static Optional<KeyInUse> wrapped(SecurityState state, SecureRandom randomness) {
        return state.key(KeyId.MASTER).map(master -> {
            byte[] octets = new byte[state.suite().keyOctets()];
            randomness.nextBytes(octets);
            var key = SymmetricKey.of(octets);
            var choice = new KeyChoice.Wrapped(KeyChoice.MASTER_KEY, Octets.of(KeyWrap.wrap(master, key)));
            return inUse(state, key, Optional.of(CounterUse.WRAPPED_KEY), choice);
        });
    }

    /// A key agreed with one new key of ours and the partner's static one.
    static Optional<KeyInUse> agreedOnce(SecurityState state, SystemTitle partner, SecureRandom randomness) {
        var signing = state.keyPairs().own(KeyUse.DIGITAL_SIGNATURE);
        var theirs = state.partnerKey(partner, KeyUse.KEY_AGREEMENT);
        if (signing.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        var ephemeral = CurveKeyPair.generate(state.suite(), randomness);
        byte[] point = ephemeral.publicKey().octets();
        byte[] signature = signing.get().privateKey().sign(point, randomness);
        byte[] data = Arrays.copyOf(point, point.length + signature.length);
        System.arraycopy(signature, 0, data, point.length, signature.length);
        var choice = new KeyChoice.Agreed(ONE_EPHEMERAL, Octets.of(data));
        return ephemeral
                .privateKey()
                .sharedSecret(theirs.get())
                .map(z -> KeyDerivation.derive(state.suite(), z, Purpose.CIPHERING, state.ownTitle(), partner))
                .map(key -> inUse(state, key, Optional.of(CounterUse.AGREED_KEY), choice));
    }

    /// A key agreed with the static keys of both, different for each transaction.
    static Optional<KeyInUse> agreedStatically(SecurityState state, SystemTitle partner, Octets transactionId) {
        return staticSecret(state, partner)
                .map(z -> KeyDerivation.deriveForTransaction(
                        state.suite(), z, state.ownTitle(), transactionId.toArray(), partner))
                .map(key -> inUse(
                        state, key, Optional.of(CounterUse.AGREED_KEY), new KeyChoice.Agreed(BOTH_STATIC, NOTHING)));
    }

    /// True when the answer needs a key of its own instead of that of its request.
    static boolean isStatic(KeyChoice.Agreed agreed) {
        return agreed.parameters().equals(BOTH_STATIC);
    }

    private static Optional<KeyInUse> unwrapped(SecurityState state, KeyChoice.Wrapped wrapped) {
        return wrapped.master() == KeyChoice.MASTER_KEY
                ? state.key(KeyId.MASTER)
                        .flatMap(master -> KeyWrap.unwrap(master, wrapped.key().toArray()))
                        .filter(key -> key.fits(state.suite()))
                        .map(key -> inUse(state, key, Optional.of(CounterUse.WRAPPED_KEY), wrapped))
                : Optional.empty();
    }

    private static Optional<KeyInUse> agreed(
            SecurityState state, Layer.Ciphered layer, KeyChoice.Agreed agreed, SystemTitle partner) {
        Optional<SymmetricKey> key = Optional.empty();
        if (agreed.parameters().equals(ONE_EPHEMERAL)) {
            key = signedPoint(state, agreed.data().toArray(), partner)
                    .flatMap(point -> state.keyPairs()
                            .own(KeyUse.KEY_AGREEMENT)
                            .flatMap(own -> own.privateKey().sharedSecret(point)))
                    .map(z -> KeyDerivation.derive(state.suite(), z, Purpose.CIPHERING, partner, state.ownTitle()));
        } else if (agreed.parameters().equals(BOTH_STATIC)) {
            byte[] transaction = layer.header()
                    .map(header -> header.transactionId().toArray())
                    .orElseThrow();
            key = staticSecret(state, partner)
                    .map(z -> KeyDerivation.deriveForTransaction(
                            state.suite(), z, partner, transaction, state.ownTitle()));
        }
        return key.map(found -> inUse(state, found, Optional.of(CounterUse.AGREED_KEY), agreed));
    }

    /// The ephemeral key of the partner, once its signature verifies.
    private static Optional<CurvePublicKey> signedPoint(SecurityState state, byte[] data, SystemTitle partner) {
        int half = 2 * state.suite().fieldOctets();
        if (half == 0 || data.length != 2 * half) {
            return Optional.empty();
        }
        byte[] point = Arrays.copyOf(data, half);
        return state.partnerKey(partner, KeyUse.DIGITAL_SIGNATURE)
                .filter(key -> key.verifies(point, Arrays.copyOfRange(data, half, data.length)))
                .flatMap(_ -> CurvePublicKey.of(state.suite(), point));
    }

    private static Optional<byte[]> staticSecret(SecurityState state, SystemTitle partner) {
        var theirs = state.partnerKey(partner, KeyUse.KEY_AGREEMENT);
        return state.keyPairs()
                .own(KeyUse.KEY_AGREEMENT)
                .flatMap(own -> theirs.flatMap(key -> own.privateKey().sharedSecret(key)));
    }

    private static KeyInUse inUse(
            SecurityState state, SymmetricKey key, Optional<CounterUse> counted, KeyChoice choice) {
        return new KeyInUse(key, state.key(KeyId.AUTHENTICATION), state.unicastCounter(), counted, choice);
    }
}
