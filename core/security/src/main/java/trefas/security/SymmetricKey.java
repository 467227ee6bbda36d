package trefas.security;

import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/// A key of AES, 16 or 32 octets. It never prints itself: only its length is for logs.
public final class SymmetricKey {

    /// The lengths AES knows here.
    static final int OCTETS_SHORT = 16;

    static final int OCTETS_LONG = 32;

    private final SecretKeySpec key;

    private SymmetricKey(byte[] octets) {
        this.key = new SecretKeySpec(octets, "AES");
    }

    /// Keys of our own making; another length is our bug. The octets are copied.
    public static SymmetricKey of(byte[] octets) {
        if (!isLength(octets.length)) {
            throw new IllegalArgumentException("a key has 16 or 32 octets, not " + octets.length);
        }
        return new SymmetricKey(octets);
    }

    /// A key written in hexadecimal, spaces allowed.
    public static SymmetricKey ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /// True for the lengths a key can have.
    public static boolean isLength(int octets) {
        return octets == OCTETS_SHORT || octets == OCTETS_LONG;
    }

    /// True when the key is of the length the suite works with.
    public boolean fits(SecuritySuite suite) {
        return length() == suite.keyOctets();
    }

    public int length() {
        return key.getEncoded().length;
    }

    /// A copy, to be saved or wrapped and never shown.
    public byte[] octets() {
        return key.getEncoded();
    }

    SecretKeySpec forCipher() {
        return key;
    }

    /// How long it takes tells nothing about where two keys differ.
    @Override
    public boolean equals(Object other) {
        return other instanceof SymmetricKey that && MessageDigest.isEqual(octets(), that.octets());
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "key of " + length() + " octets";
    }
}
