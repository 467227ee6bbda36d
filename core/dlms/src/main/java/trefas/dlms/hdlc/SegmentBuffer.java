package trefas.dlms.hdlc;

import java.util.Arrays;

/// Where the segments of one long PDU are put together. What goes beyond the limit is counted but not kept. The
/// space is given back with the PDU.
final class SegmentBuffer {

    private static final byte[] NOTHING = {};

    private final int octetsMax;
    private byte[] octets = NOTHING;
    private int length;
    private boolean hasBegun;
    private boolean hasOverflowed;

    SegmentBuffer(int octetsMax) {
        this.octetsMax = octetsMax;
    }

    /// True when segments came that were not the last.
    boolean hasBegun() {
        return hasBegun;
    }

    boolean hasOverflowed() {
        return hasOverflowed;
    }

    void append(byte[] source, int offset, int count) {
        hasBegun = true;
        int room = Math.min(count, octetsMax - length);
        hasOverflowed |= room < count;
        if (length + room > octets.length) {
            octets = Arrays.copyOf(octets, Math.min(octetsMax, Math.max(length + room, 2 * octets.length)));
        }
        System.arraycopy(source, offset, octets, length, room);
        length += room;
    }

    byte[] octets() {
        return octets;
    }

    int length() {
        return length;
    }

    void reset() {
        octets = NOTHING;
        length = 0;
        hasBegun = false;
        hasOverflowed = false;
    }
}
