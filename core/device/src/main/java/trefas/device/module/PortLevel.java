package trefas.device.module;

import java.nio.ByteBuffer;

/// The level of one input without its bounces: a level counts once it has lasted [#STEADY_MILLIS].
final class PortLevel {

    /// Shorter is a bounce. A pulse of 25 Hz has 20 ms of each level, so there is room for uneven ones.
    static final int STEADY_MILLIS = 10;

    static final int RECORD_LENGTH = 1 + Long.BYTES;

    private static final int STEADY_HIGH = 1;
    private static final int RAW_HIGH = 2;

    private boolean steady;
    private boolean raw;
    private long rawSinceMillis;

    /// The input changes to a level at this time.
    ///
    /// @return whether the level before has become the steady one by then
    boolean change(boolean level, long atMillis) {
        boolean settled = settle(atMillis);
        if (level != raw) {
            raw = level;
            rawSinceMillis = atMillis;
        }
        return settled;
    }

    /// Nothing changed up to this time.
    ///
    /// @return whether the steady level has changed
    boolean settle(long atMillis) {
        if (raw == steady || atMillis - rawSinceMillis < STEADY_MILLIS) {
            return false;
        }
        steady = raw;
        return true;
    }

    /// Whether the level is the steady one.
    boolean isSettled() {
        return raw == steady;
    }

    boolean isHigh() {
        return steady;
    }

    /// Whether there is voltage now, be it only for a moment.
    boolean isRawHigh() {
        return raw;
    }

    void write(ByteBuffer into) {
        into.put((byte) ((steady ? STEADY_HIGH : 0) | (raw ? RAW_HIGH : 0))).putLong(rawSinceMillis);
    }

    /// Whether the octets of a level make sense; nothing is read from the buffer.
    static boolean isPossible(ByteBuffer from, int offset) {
        return (from.get(offset) & ~(STEADY_HIGH | RAW_HIGH)) == 0 && from.getLong(offset + 1) >= 0;
    }

    /// Reads what [#write] wrote and [#isPossible] found possible.
    void read(ByteBuffer from) {
        int levels = from.get();
        steady = (levels & STEADY_HIGH) != 0;
        raw = (levels & RAW_HIGH) != 0;
        rawSinceMillis = from.getLong();
    }
}
