package trefas.dlms.hdlc;

import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// The frame format field, two octets, most significant first (ISO/IEC 13239, format type 3).
///
/// | bits  | field        | meaning                                            |
/// |-------|--------------|----------------------------------------------------|
/// | 15-12 | type         | always `1010`                                      |
/// | 11    | segmentation | 1: more segments of the same information follow    |
/// | 10-0  | length       | octets between the two flags, this field included  |
public record FrameFormat(boolean isSegmented, int length) {

    public static final int OCTETS = 2;

    /// Octets between the flags of the longest frame there can be.
    public static final int LENGTH_MAX = 0x7FF;

    private static final int TYPE = 0xA;
    private static final int SEGMENTED = 0x0800;

    public static Decoded<FrameFormat> decode(byte[] octets, int offset, int available) {
        // A wrong type is told from the first octet, without waiting for the second.
        if (available > 0 && (octets[offset] & 0xF0) != TYPE << 4) {
            return new Malformed<>("frame format type is not 3", offset);
        }
        if (available < OCTETS) {
            return new Incomplete<>(OCTETS - available);
        }
        int field = Byte.toUnsignedInt(octets[offset]) << 8 | Byte.toUnsignedInt(octets[offset + 1]);
        return new Complete<>(new FrameFormat((field & SEGMENTED) != 0, field & LENGTH_MAX), OCTETS);
    }

    void encode(byte[] octets, int offset) {
        int field = TYPE << 12 | (isSegmented ? SEGMENTED : 0) | length;
        octets[offset] = (byte) (field >>> 8);
        octets[offset + 1] = (byte) field;
    }
}
