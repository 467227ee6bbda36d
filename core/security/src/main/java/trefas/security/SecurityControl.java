package trefas.security;

import java.util.Optional;

/// The octet that says how an APDU is protected (security control, IEC 62056-5-3).
///
/// | bit 7       | bit 6                     | bit 5      | bit 4          | bits 3-0 |
/// |-------------|---------------------------|------------|----------------|----------|
/// | compression | 0 unicast, 1 broadcast key | encryption | authentication | suite    |
///
/// @param octet 0 to 255
public record SecurityControl(int octet) {

    private static final int COMPRESSED = 0x80;
    private static final int BROADCAST = 0x40;
    private static final int ENCRYPTED = 0x20;
    private static final int AUTHENTICATED = 0x10;
    private static final int SUITE = 0x0F;

    public SecurityControl {
        if ((octet & ~0xFF) != 0) {
            throw new IllegalArgumentException("a security control is one octet: " + octet);
        }
    }

    public static SecurityControl of(
            SecuritySuite suite, boolean authenticated, boolean encrypted, boolean broadcastKey) {
        return new SecurityControl(suite.id()
                | (authenticated ? AUTHENTICATED : 0)
                | (encrypted ? ENCRYPTED : 0)
                | (broadcastKey ? BROADCAST : 0));
    }

    /// What an authenticated message without encryption carries: 10 with suite 0.
    public static SecurityControl authenticatedOnly(SecuritySuite suite) {
        return of(suite, true, false, false);
    }

    /// Compression is not served here.
    public boolean isCompressed() {
        return (octet & COMPRESSED) != 0;
    }

    /// True when the broadcast key was used.
    public boolean usesBroadcastKey() {
        return (octet & BROADCAST) != 0;
    }

    public boolean isEncrypted() {
        return (octet & ENCRYPTED) != 0;
    }

    public boolean isAuthenticated() {
        return (octet & AUTHENTICATED) != 0;
    }

    /// Empty for a number nobody defined.
    public Optional<SecuritySuite> suite() {
        return SecuritySuite.ofId(octet & SUITE);
    }

    /// Octets that follow the ciphered or plain APDU: the tag, when there is one.
    public int tagOctets() {
        return isAuthenticated() ? Ciphering.TAG_OCTETS : 0;
    }

    /// Two hexadecimal digits.
    @Override
    public String toString() {
        return String.format("%02X", octet);
    }
}
