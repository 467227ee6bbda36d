package trefas.dlms.explain;

import java.util.List;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.security.Envelope;

/// A protected APDU, taken apart (IEC 62056-5-3, protection of APDUs).
///
/// @param octets the whole, first octet its tag
/// @param titles system titles that may be its sender's, the likeliest first
/// @param securityControl suite in bits 0 to 3, then authenticated, encrypted, broadcast key, compressed
/// @param counter invocation counter
/// @param body ciphertext, or the APDU in clear
/// @param tag 12 octets, or none when it is not authenticated
/// @param header the fields of general-ciphering that are authenticated too, else empty
/// @param keyInfo what general-ciphering says about its key, its choice octet first
/// @param dedicatedKey that the association agreed on
public record SealedApdu(
        Envelope.Family family,
        Octets octets,
        List<Octets> titles,
        int securityControl,
        long counter,
        Octets body,
        Octets tag,
        Octets header,
        Optional<Octets> keyInfo,
        Optional<Octets> dedicatedKey) {

    private static final int AUTHENTICATED = 0x10;
    private static final int ENCRYPTED = 0x20;
    private static final int BROADCAST = 0x40;
    private static final int COMPRESSED = 0x80;
    private static final int SUITE = 0x0F;

    public SealedApdu {
        titles = List.copyOf(titles);
    }

    public int suite() {
        return securityControl & SUITE;
    }

    public boolean isAuthenticated() {
        return (securityControl & AUTHENTICATED) != 0;
    }

    public boolean isEncrypted() {
        return (securityControl & ENCRYPTED) != 0;
    }

    public boolean isBroadcast() {
        return (securityControl & BROADCAST) != 0;
    }

    public boolean isCompressed() {
        return (securityControl & COMPRESSED) != 0;
    }
}
