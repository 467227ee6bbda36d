package trefas.security;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/// The elliptic curve of a suite: P-256 with SHA-256, or P-384 with SHA-384 (IEC 62056-5-3; FIPS 186-4).
enum SuiteCurve {
    P256("secp256r1", "SHA-256", "SHA256withECDSA"),
    P384("secp384r1", "SHA-384", "SHA384withECDSA");

    private final ECParameterSpec parameters;
    private final String hash;
    private final String signature;

    SuiteCurve(String name, String hash, String signature) {
        this.parameters = parametersOf(name);
        this.hash = hash;
        this.signature = signature;
    }

    /// The curve of a suite that has one; suite 0 is our bug.
    static SuiteCurve of(SecuritySuite suite) {
        return switch (suite) {
            case SUITE_0 -> throw new IllegalArgumentException("suite 0 has no curve");
            case SUITE_1 -> P256;
            case SUITE_2 -> P384;
        };
    }

    ECParameterSpec parameters() {
        return parameters;
    }

    String hashAlgorithm() {
        return hash;
    }

    /// Signatures as R and S.
    String signatureAlgorithm() {
        return signature + "inP1363Format";
    }

    String derSignatureAlgorithm() {
        return signature;
    }

    boolean isSameCurve(ECParameterSpec other) {
        return parameters.getCurve().equals(other.getCurve())
                && parameters.getGenerator().equals(other.getGenerator())
                && parameters.getOrder().equals(other.getOrder());
    }

    /// True when both are coordinates and y² = x³ + ax + b. Both curves have cofactor 1, so any such point will
    /// do.
    boolean isOnCurve(BigInteger x, BigInteger y) {
        var prime = ((ECFieldFp) parameters.getCurve().getField()).getP();
        if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
            return false;
        }
        var right = x.pow(3)
                .add(parameters.getCurve().getA().multiply(x))
                .add(parameters.getCurve().getB());
        return y.pow(2).subtract(right).mod(prime).signum() == 0;
    }

    /// So many times the generator, by doubling and adding. The time it takes depends on the number: for keys that
    /// are read once where they are kept, not for every message.
    ///
    /// @param number 1 to the order less 1
    ECPoint multiple(BigInteger number) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
            sum = sum(sum, sum);
            if (number.testBit(bit)) {
                sum = sum(sum, parameters.getGenerator());
            }
        }
        return sum;
    }

    /// The sum of two points (SEC 1, 2.2.1). The order is odd, so no point met here doubles to infinity.
    private ECPoint sum(ECPoint one, ECPoint other) {
        if (one.equals(ECPoint.POINT_INFINITY)) {
            return other;
        }
        var prime = ((ECFieldFp) parameters.getCurve().getField()).getP();
        BigInteger x = one.getAffineX();
        BigInteger y = one.getAffineY();
        // Reduced at once, or its square grows without need.
        BigInteger slope = one.equals(other)
                ? x.pow(2)
                        .multiply(BigInteger.valueOf(3))
                        .add(parameters.getCurve().getA())
                        .multiply(y.shiftLeft(1).modInverse(prime))
                : other.getAffineY()
                        .subtract(y)
                        .multiply(other.getAffineX().subtract(x).modInverse(prime));
        slope = slope.mod(prime);
        BigInteger sumX = slope.pow(2).subtract(x).subtract(other.getAffineX()).mod(prime);
        return new ECPoint(sumX, slope.multiply(x.subtract(sumX)).subtract(y).mod(prime));
    }

    /// A number in so many octets, filled with zeros on the left.
    static void write(BigInteger number, byte[] target, int offset, int length) {
        byte[] octets = number.toByteArray();
        int used = Math.min(length, octets.length);
        System.arraycopy(octets, octets.length - used, target, offset + length - used, used);
    }

    private static ECParameterSpec parametersOf(String name) {
        try {
            var found = AlgorithmParameters.getInstance("EC");
            found.init(new ECGenParameterSpec(name));
            return found.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("the Java platform lacks the curve " + name, missing);
        }
    }
}
