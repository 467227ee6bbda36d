package trefas.security;

/// What a security setup demands of every APDU (security_policy of Security setup version 1, IEC 62056-6-2).
///
/// | bit | demands        |
/// |-----|----------------|
/// | 2   | authenticated requests  |
/// | 3   | encrypted requests      |
/// | 4   | signed requests         |
/// | 5   | authenticated responses |
/// | 6   | encrypted responses     |
/// | 7   | signed responses        |
///
/// @param bits as in version 1; bits 0 and 1 are zero
public record SecurityPolicy(int bits) {

    public static final int AUTHENTICATED_REQUEST = 0x04;
    public static final int ENCRYPTED_REQUEST = 0x08;
    public static final int SIGNED_REQUEST = 0x10;
    public static final int AUTHENTICATED_RESPONSE = 0x20;
    public static final int ENCRYPTED_RESPONSE = 0x40;
    public static final int SIGNED_RESPONSE = 0x80;

    public static final SecurityPolicy NONE = new SecurityPolicy(0);

    /// Everything authenticated and encrypted, both ways.
    public static final SecurityPolicy AUTHENTICATED_AND_ENCRYPTED = new SecurityPolicy(0x6C);

    public SecurityPolicy {
        if ((bits & ~0xFC) != 0) {
            throw new IllegalArgumentException("a security policy has bits 2 to 7: " + bits);
        }
    }

    public boolean demands(int bit) {
        return (bits & bit) != 0;
    }

    /// True when nothing the other demands is dropped; a policy may only grow (IEC 62056-6-2, security_activate).
    public boolean isAtLeast(SecurityPolicy other) {
        return (bits & other.bits) == other.bits;
    }
}
