package trefas.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A key out of a shared secret (concatenation key derivation, NIST SP 800-56A, one round; IEC 62056-5-3): the
/// first octets of hash(00000001, Z, algorithm, party U, party V).
///
/// | scheme    | party U                    | party V         | used by                       |
/// |-----------|----------------------------|-----------------|-------------------------------|
/// | C(2e, 0s) | client                     | server          | key_agreement                 |
/// | C(1e, 1s) | originator                 | recipient       | general-ciphering, parameters 01 |
/// | C(0e, 2s) | originator, transaction id | recipient       | general-ciphering, parameters 02 |
public final class KeyDerivation {

    /// What the key is for. The object identifier goes into the derivation, so that one secret gives different
    /// keys.
    public enum Purpose {
        /// Encryption and authentication keys.
        CIPHERING,
        /// Master keys.
        WRAPPING;

        private byte[] algorithm(SecuritySuite suite) {
            boolean isLong = suite.keyOctets() == SymmetricKey.OCTETS_LONG;
            return HexFormat.of()
                    .parseHex(
                            switch (this) {
                                case CIPHERING -> isLong ? "60857405080301" : "60857405080300";
                                case WRAPPING -> isLong ? "60857405080303" : "60857405080302";
                            });
        }
    }

    private static final byte[] FIRST_ROUND = {0, 0, 0, 1};

    private KeyDerivation() {}

    /// The key of the schemes C(2e, 0s) and C(1e, 1s): each party is its title.
    public static SymmetricKey derive(
            SecuritySuite suite, byte[] sharedSecret, Purpose purpose, SystemTitle partyU, SystemTitle partyV) {
        return derive(suite, sharedSecret, purpose, partyU.octets(), partyV.octets());
    }

    /// The key of the scheme C(0e, 2s): the transaction makes it different each time.
    ///
    /// @param transactionId up to 255 octets
    public static SymmetricKey deriveForTransaction(
            SecuritySuite suite,
            byte[] sharedSecret,
            SystemTitle originator,
            byte[] transactionId,
            SystemTitle recipient) {
        byte[] partyU = Arrays.copyOf(originator.octets(), SystemTitle.OCTETS + 1 + transactionId.length);
        partyU[SystemTitle.OCTETS] = (byte) transactionId.length;
        System.arraycopy(transactionId, 0, partyU, SystemTitle.OCTETS + 1, transactionId.length);
        return derive(suite, sharedSecret, Purpose.CIPHERING, partyU, recipient.octets());
    }

    private static SymmetricKey derive(
            SecuritySuite suite, byte[] sharedSecret, Purpose purpose, byte[] partyU, byte[] partyV) {
        try {
            var digest = MessageDigest.getInstance(SuiteCurve.of(suite).hashAlgorithm());
            digest.update(FIRST_ROUND);
            digest.update(sharedSecret);
            digest.update(purpose.algorithm(suite));
            digest.update(partyU);
            digest.update(partyV);
            return SymmetricKey.of(Arrays.copyOf(digest.digest(), suite.keyOctets()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("the Java platform lacks a hash of " + suite, missing);
        }
    }
}
