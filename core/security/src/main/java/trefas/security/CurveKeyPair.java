package trefas.security;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/// A key pair on the curve of a suite, for signatures or for key agreement.
public record CurveKeyPair(CurvePrivateKey privateKey, CurvePublicKey publicKey) {

    /// Makes a pair.
    ///
    /// @param suite one with a curve; suite 0 is our bug
    public static CurveKeyPair generate(SecuritySuite suite, SecureRandom randomness) {
        if (!suite.hasCurve()) {
            throw new IllegalArgumentException(suite + " has no curve");
        }
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(SuiteCurve.of(suite).parameters(), randomness);
            var pair = generator.generateKeyPair();
            return new CurveKeyPair(
                    CurvePrivateKey.of(suite, (ECPrivateKey) pair.getPrivate()),
                    CurvePublicKey.of(suite, (ECPublicKey) pair.getPublic())
                            .orElseThrow(() -> new IllegalStateException("the platform made a key off the curve")));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the Java platform makes no keys for " + suite, impossible);
        }
    }
}
