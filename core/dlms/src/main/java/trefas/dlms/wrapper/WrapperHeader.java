package trefas.dlms.wrapper;

import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// What stands before each APDU on TCP and UDP (IEC 62056-47), 8 octets, most significant first.
///
/// | octets | field            | meaning                                  |
/// |--------|------------------|------------------------------------------|
/// | 0-1    | version          | always 1                                 |
/// | 2-3    | source port      | SAP of the sender                        |
/// | 4-5    | destination port | SAP of the receiver                      |
/// | 6-7    | length           | octets of the APDU that follows          |
///
/// @param length 0 to 65 535
public record WrapperHeader(int sourcePort, int destinationPort, int length) {

    public static final int OCTETS = 8;
    public static final int LENGTH_MAX = 0xFFFF;

    private static final int VERSION = 1;

    public static Decoded<WrapperHeader> decode(byte[] octets, int offset, int available) {
        // A wrong version is told from its first octets, without waiting for the rest.
        int versionOctets = Math.min(available, 2);
        for (int i = 0; i < versionOctets; i++) {
            if (octets[offset + i] != i * VERSION) {
                return new Malformed<>("wrapper version is not " + VERSION, offset + i);
            }
        }
        if (available < OCTETS) {
            return new Incomplete<>(OCTETS - available);
        }
        return new Complete<>(
                new WrapperHeader(word(octets, offset + 2), word(octets, offset + 4), word(octets, offset + 6)),
                OCTETS);
    }

    /// The header of an answer: the ports change places.
    public WrapperHeader ofAnswer(int answerLength) {
        return new WrapperHeader(/* sourcePort= */ destinationPort, /* destinationPort= */ sourcePort, answerLength);
    }

    /// Writes the 8 octets.
    public void encode(byte[] octets, int offset) {
        putWord(VERSION, octets, offset);
        putWord(sourcePort, octets, offset + 2);
        putWord(destinationPort, octets, offset + 4);
        putWord(length, octets, offset + 6);
    }

    private static int word(byte[] octets, int offset) {
        return Byte.toUnsignedInt(octets[offset]) << 8 | Byte.toUnsignedInt(octets[offset + 1]);
    }

    private static void putWord(int value, byte[] octets, int offset) {
        octets[offset] = (byte) (value >>> 8);
        octets[offset + 1] = (byte) value;
    }
}
