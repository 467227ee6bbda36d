package trefas.security;

import java.util.HexFormat;
import java.util.Optional;

/// The name of one end of a ciphered conversation, 8 octets: three letters of a maker and five that are unique
/// (IEC 62056-5-3). The first part of every initialisation vector, so no two ends may share one.
///
/// @param packed the octets, the first one highest
public record SystemTitle(long packed) {

    public static final int OCTETS = 8;

    /// Empty when it is not 8 octets.
    public static Optional<SystemTitle> of(byte[] octets) {
        if (octets.length != OCTETS) {
            return Optional.empty();
        }
        long packed = 0;
        for (byte octet : octets) {
            packed = (packed << 8) | Byte.toUnsignedLong(octet);
        }
        return Optional.of(new SystemTitle(packed));
    }

    public byte[] octets() {
        byte[] octets = new byte[OCTETS];
        write(octets, 0);
        return octets;
    }

    public void write(byte[] target, int offset) {
        for (int i = 0; i < OCTETS; i++) {
            target[offset + i] = (byte) (packed >>> (8 * (OCTETS - 1 - i)));
        }
    }

    /// Upper-case hexadecimal.
    @Override
    public String toString() {
        return HexFormat.of().withUpperCase().toHexDigits(packed);
    }
}
