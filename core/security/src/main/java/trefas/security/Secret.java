package trefas.security;

import java.security.MessageDigest;

/// What a client and a server share to prove themselves: a password of low level security or the secret of a high
/// level one. It never prints itself.
public final class Secret {

    /// Longest secret that is kept.
    public static final int OCTETS_MAX = 64;

    private final byte[] octets;

    private Secret(byte[] octets) {
        this.octets = octets;
    }

    /// The octets are copied; more than [#OCTETS_MAX] are our bug.
    public static Secret of(byte[] octets) {
        if (octets.length > OCTETS_MAX) {
            throw new IllegalArgumentException("a secret has up to 64 octets, not " + octets.length);
        }
        return new Secret(octets.clone());
    }

    public int length() {
        return octets.length;
    }

    /// A copy, to be saved or computed with and never shown.
    public byte[] octets() {
        return octets.clone();
    }

    /// True for the same octets; the time it takes tells nothing about where they differ.
    public boolean is(byte[] presented) {
        return MessageDigest.isEqual(octets, presented);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return octets.length;
    }

    @Override
    public String toString() {
        return "secret of " + octets.length + " octets";
    }
}
