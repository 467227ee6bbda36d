package trefas.dlms.acse;

import java.util.Arrays;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// How a client proves who it is (authentication mechanism name 2.16.756.5.8.2.x, IEC 62056-5-3).
public enum AuthenticationMechanism {
    /// Nothing is proved: lowest level security.
    NONE(0),
    /// A password in clear: low level security.
    LOW(1),
    HIGH_MANUFACTURER(2),
    HIGH_MD5(3),
    HIGH_SHA1(4),
    HIGH_GMAC(5),
    HIGH_SHA256(6),
    HIGH_ECDSA(7);

    private static final String PREFIX = "608574050802";

    private final int id;
    private final Octets name;

    AuthenticationMechanism(int id) {
        this.id = id;
        this.name = Octets.ofHex(PREFIX + "0" + id);
    }

    /// Last arc of its name.
    public int id() {
        return id;
    }

    /// True for the mechanisms that take four passes.
    public boolean isHighLevel() {
        return id >= HIGH_MANUFACTURER.id;
    }

    /// True when both ends must know each other's system title: mechanisms 5, 6 and 7.
    public boolean needsTitles() {
        return id >= HIGH_GMAC.id;
    }

    /// True when the proof is made of a secret both know, not of keys.
    public boolean needsSecret() {
        return this == HIGH_MANUFACTURER || this == HIGH_MD5 || this == HIGH_SHA1 || this == HIGH_SHA256;
    }

    /// The object identifier as BER writes it, 7 octets.
    public Octets objectIdentifier() {
        return name;
    }

    /// Empty for a name nobody registered.
    public static Optional<AuthenticationMechanism> ofName(Octets objectIdentifier) {
        return Arrays.stream(values())
                .filter(known -> known.name.equals(objectIdentifier))
                .findFirst();
    }
}
