package trefas.security;

import java.util.Arrays;
import java.util.Optional;

/// A set of algorithms two ends work with (security suites, IEC 62056-5-3). The number is the wire value.
///
/// | id | ciphering   | signature   | key agreement | hash    | key wrap |
/// |----|-------------|-------------|---------------|---------|----------|
/// | 0  | AES-GCM-128 |             |               |         | AES-128  |
/// | 1  | AES-GCM-128 | ECDSA P-256 | ECDH P-256    | SHA-256 | AES-128  |
/// | 2  | AES-GCM-256 | ECDSA P-384 | ECDH P-384    | SHA-384 | AES-256  |
public enum SecuritySuite {
    SUITE_0(0, 16, 0),
    SUITE_1(1, 16, 32),
    SUITE_2(2, 32, 48);

    private final int id;
    private final int keyOctets;
    private final int fieldOctets;

    SecuritySuite(int id, int keyOctets, int fieldOctets) {
        this.id = id;
        this.keyOctets = keyOctets;
        this.fieldOctets = fieldOctets;
    }

    /// Low four bits of a security control octet.
    public int id() {
        return id;
    }

    /// Octets of every symmetric key.
    public int keyOctets() {
        return keyOctets;
    }

    /// True with signatures and key agreement.
    public boolean hasCurve() {
        return fieldOctets > 0;
    }

    /// Octets of a coordinate of the curve and of each half of a signature; 0 without a curve.
    public int fieldOctets() {
        return fieldOctets;
    }

    public static Optional<SecuritySuite> ofId(int id) {
        return Arrays.stream(values()).filter(suite -> suite.id == id).findFirst();
    }
}
