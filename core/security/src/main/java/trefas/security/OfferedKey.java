package trefas.security;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// One element of a key_agreement: which key, an ephemeral public key, and its owner's signature over both
/// (IEC 62056-6-2, C(2e, 0s)). The same form goes both ways.
public final class OfferedKey {

    private final KeyId id;
    private final byte[] data;

    private OfferedKey(KeyId id, byte[] data) {
        this.id = id;
        this.data = data;
    }

    /// What came from the other end; nothing of it is verified yet.
    public static OfferedKey of(KeyId id, byte[] data) {
        return new OfferedKey(id, data.clone());
    }

    /// Offers an ephemeral key, signed with the own signature key.
    public static OfferedKey sign(
            KeyId id, CurvePublicKey ephemeral, CurvePrivateKey signing, SecureRandom randomness) {
        byte[] point = ephemeral.octets();
        byte[] signature = signing.sign(signed(id, point), randomness);
        byte[] data = Arrays.copyOf(point, point.length + signature.length);
        System.arraycopy(signature, 0, data, point.length, signature.length);
        return new OfferedKey(id, data);
    }

    public KeyId id() {
        return id;
    }

    /// Public key and signature.
    public byte[] octets() {
        return data.clone();
    }

    /// The ephemeral public key, once the signature of its owner verifies; else empty.
    public Optional<CurvePublicKey> verified(SecuritySuite suite, CurvePublicKey owner) {
        int half = 2 * suite.fieldOctets();
        if (half == 0 || data.length != 2 * half) {
            return Optional.empty();
        }
        byte[] point = Arrays.copyOf(data, half);
        return owner.verifies(signed(id, point), Arrays.copyOfRange(data, half, data.length))
                ? CurvePublicKey.of(suite, point)
                : Optional.empty();
    }

    /// The key both ends compute from one's private and the other's public ephemeral key. Empty when they do not
    /// fit.
    public static Optional<SymmetricKey> agreed(
            KeyId id, CurvePrivateKey own, CurvePublicKey other, SystemTitle client, SystemTitle server) {
        var purpose = id == KeyId.MASTER ? KeyDerivation.Purpose.WRAPPING : KeyDerivation.Purpose.CIPHERING;
        return own.sharedSecret(other).map(z -> KeyDerivation.derive(own.suite(), z, purpose, client, server));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OfferedKey that && id == that.id && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return id + " offered with " + HexFormat.of().withUpperCase().formatHex(data);
    }

    private static byte[] signed(KeyId id, byte[] point) {
        byte[] signed = new byte[1 + point.length];
        signed[0] = (byte) id.code();
        System.arraycopy(point, 0, signed, 1, point.length);
        return signed;
    }
}
