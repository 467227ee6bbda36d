package trefas.security;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The public half of a key pair on the curve of a suite, P-256 or P-384: a point that was checked to lie on it.
/// On the wire it is the two coordinates without any prefix (IEC 62056-5-3).
public final class CurvePublicKey {

    private final SecuritySuite suite;
    private final byte[] coordinates;
    private final ECPublicKey key;

    private CurvePublicKey(SecuritySuite suite, byte[] coordinates, ECPublicKey key) {
        this.suite = suite;
        this.coordinates = coordinates;
        this.key = key;
    }

    /// Empty when the octets are not a point of the suite's curve.
    ///
    /// @param coordinates X and Y, 32 or 48 octets each
    public static Optional<CurvePublicKey> of(SecuritySuite suite, byte[] coordinates) {
        int field = suite.fieldOctets();
        if (!suite.hasCurve() || coordinates.length != 2 * field) {
            return Optional.empty();
        }
        var x = new BigInteger(1, coordinates, 0, field);
        var y = new BigInteger(1, coordinates, field, field);
        if (!SuiteCurve.of(suite).isOnCurve(x, y)) {
            return Optional.empty();
        }
        try {
            var spec =
                    new ECPublicKeySpec(new ECPoint(x, y), SuiteCurve.of(suite).parameters());
            var key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
            return Optional.of(new CurvePublicKey(suite, coordinates.clone(), key));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    /// A key as the platform reads it; empty when it is on another curve.
    public static Optional<CurvePublicKey> of(SecuritySuite suite, ECPublicKey key) {
        if (!suite.hasCurve() || !SuiteCurve.of(suite).isSameCurve(key.getParams())) {
            return Optional.empty();
        }
        int field = suite.fieldOctets();
        byte[] coordinates = new byte[2 * field];
        SuiteCurve.write(key.getW().getAffineX(), coordinates, 0, field);
        SuiteCurve.write(key.getW().getAffineY(), coordinates, field, field);
        return of(suite, coordinates);
    }

    public SecuritySuite suite() {
        return suite;
    }

    /// X and Y.
    public byte[] octets() {
        return coordinates.clone();
    }

    /// True when the signature is that of the message, in the plain form R and S. The DER form is refused.
    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != 2 * suite.fieldOctets()) {
            return false;
        }
        try {
            var verifier = Signature.getInstance(SuiteCurve.of(suite).signatureAlgorithm());
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException wrongForm) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("ECDSA does not work", impossible);
        }
    }

    ECPublicKey forPlatform() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CurvePublicKey that && Arrays.equals(coordinates, that.coordinates);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coordinates);
    }

    /// Upper-case hexadecimal; a public key is no secret.
    @Override
    public String toString() {
        return HexFormat.of().withUpperCase().formatHex(coordinates);
    }
}
