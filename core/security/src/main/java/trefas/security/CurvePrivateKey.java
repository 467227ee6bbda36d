package trefas.security;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/// The private half of a key pair on the curve of a suite. It never prints itself.
public final class CurvePrivateKey {

    private final SecuritySuite suite;
    private final ECPrivateKey key;

    private CurvePrivateKey(SecuritySuite suite, ECPrivateKey key) {
        this.suite = suite;
        this.key = key;
    }

    /// Empty when the octets are no scalar of the suite's curve.
    ///
    /// @param scalar 32 or 48 octets
    public static Optional<CurvePrivateKey> of(SecuritySuite suite, byte[] scalar) {
        if (!suite.hasCurve() || scalar.length != suite.fieldOctets()) {
            return Optional.empty();
        }
        var value = new BigInteger(1, scalar);
        var parameters = SuiteCurve.of(suite).parameters();
        if (value.signum() == 0 || value.compareTo(parameters.getOrder()) >= 0) {
            return Optional.empty();
        }
        try {
            var key = (ECPrivateKey)
                    KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(value, parameters));
            return Optional.of(new CurvePrivateKey(suite, key));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    static CurvePrivateKey of(SecuritySuite suite, ECPrivateKey key) {
        return new CurvePrivateKey(suite, key);
    }

    public SecuritySuite suite() {
        return suite;
    }

    /// The scalar, to be saved and never shown.
    public byte[] octets() {
        byte[] scalar = new byte[suite.fieldOctets()];
        SuiteCurve.write(key.getS(), scalar, 0, scalar.length);
        return scalar;
    }

    /// This key and the public one that belongs to it.
    public CurveKeyPair pair() {
        ECPoint point = SuiteCurve.of(suite).multiple(key.getS());
        byte[] coordinates = new byte[2 * suite.fieldOctets()];
        SuiteCurve.write(point.getAffineX(), coordinates, 0, suite.fieldOctets());
        SuiteCurve.write(point.getAffineY(), coordinates, suite.fieldOctets(), suite.fieldOctets());
        return new CurveKeyPair(
                this,
                CurvePublicKey.of(suite, coordinates)
                        .orElseThrow(() -> new IllegalStateException("a multiple of the generator off the curve")));
    }

    /// Signs a message.
    ///
    /// @param randomness each signature needs a secret number of its own
    /// @return R and S, each as long as a coordinate
    public byte[] sign(byte[] message, SecureRandom randomness) {
        try {
            var signer = Signature.getInstance(SuiteCurve.of(suite).signatureAlgorithm());
            signer.initSign(key, randomness);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("ECDSA does not work", impossible);
        }
    }

    /// The same signature as X.509 and PKCS#10 write it, in DER.
    byte[] signInDer(byte[] message, SecureRandom randomness) {
        try {
            var signer = Signature.getInstance(SuiteCurve.of(suite).derSignatureAlgorithm());
            signer.initSign(key, randomness);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("ECDSA does not work", impossible);
        }
    }

    /// The secret Z that only the two owners of these keys can compute (ECDH): the x coordinate. Empty for a key
    /// of another curve.
    public Optional<byte[]> sharedSecret(CurvePublicKey other) {
        if (other.suite() != suite) {
            return Optional.empty();
        }
        try {
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(key);
            agreement.doPhase(other.forPlatform(), true);
            return Optional.of(agreement.generateSecret());
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "private key of " + suite;
    }
}
