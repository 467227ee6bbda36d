package trefas.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash SHA-256 (FIPS 180-4), for what is not a message of the protocol, such as images.
public final class Sha256 {

    public static final int OCTETS = 32;

    private Sha256() {}

    public static byte[] of(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
