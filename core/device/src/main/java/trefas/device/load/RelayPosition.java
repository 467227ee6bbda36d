package trefas.device.load;

import java.nio.ByteBuffer;

/// Where one relay stands and what it waits for.
///
/// ```
/// inactive -- wanted, delay drawn above 0 --> waiting -- delay over --> active
/// inactive -- wanted, delay 0 ------------------------------------------> active
/// waiting  -- not wanted any more --> inactive
/// active   -- not wanted any more --> inactive, at once
/// any      -- restart of the meter --> as wanted, at once             (TD p57, note)
/// ```
final class RelayPosition {

    static final int RECORD_LENGTH = 2 + Short.BYTES + Integer.BYTES;

    private static final int ACTIVE = 1;
    private static final int WANTED = 2;
    private static final int RESTARTED = 4;
    private static final int FLAGS = ACTIVE | WANTED | RESTARTED;

    private static final byte NOT_WRITTEN = 0;
    private static final byte WRITTEN_INACTIVE = 1;
    private static final byte WRITTEN_ACTIVE = 2;

    private byte register = NOT_WRITTEN;
    private boolean isActive;
    private boolean isWanted;
    private boolean isRestarted = true;
    private int remainingSeconds;
    private int draws;

    /// A second has passed.
    ///
    /// @param delaySecondsMax 0 switches at once
    /// @return whether the relay must be told its position
    boolean secondElapsed(boolean wanted, int delaySecondsMax, long seed) {
        isWanted = wanted;
        if (isRestarted) {
            isRestarted = false;
            return move(wanted);
        }
        if (wanted == isActive) {
            remainingSeconds = 0;
            return false;
        }
        if (!wanted) {
            return move(false);
        }
        if (remainingSeconds == 0) {
            remainingSeconds = DelayDice.draw(seed, draws++, delaySecondsMax);
        } else {
            remainingSeconds = Math.min(remainingSeconds - 1, delaySecondsMax);
        }
        return remainingSeconds == 0 && move(true);
    }

    private boolean move(boolean active) {
        isActive = active;
        remainingSeconds = 0;
        return true;
    }

    void restart() {
        isRestarted = true;
        remainingSeconds = 0;
    }

    void stand() {
        isRestarted = false;
    }

    /// Load1Active or Load2Active is written.
    void writeRegister(boolean active) {
        register = active ? WRITTEN_ACTIVE : WRITTEN_INACTIVE;
    }

    /// What was written, or something else until then.
    boolean isWrittenActive(boolean otherwise) {
        return register == NOT_WRITTEN ? otherwise : register == WRITTEN_ACTIVE;
    }

    boolean isActive() {
        return isActive;
    }

    boolean isWanted() {
        return isWanted;
    }

    int remainingSeconds() {
        return remainingSeconds;
    }

    void write(ByteBuffer into) {
        into.put(register)
                .put((byte) ((isActive ? ACTIVE : 0) | (isWanted ? WANTED : 0) | (isRestarted ? RESTARTED : 0)))
                .putShort((short) remainingSeconds)
                .putInt(draws);
    }

    /// Whether the octets of a position make sense; nothing is read from the buffer.
    static boolean isPossible(ByteBuffer from, int offset) {
        int register = from.get(offset);
        int flags = from.get(offset + 1);
        int remaining = from.getShort(offset + 2);
        boolean isWaiting = flags == WANTED;
        return register >= NOT_WRITTEN
                && register <= WRITTEN_ACTIVE
                && (flags & ~FLAGS) == 0
                && LoadSettings.isDelay(remaining)
                && (remaining == 0 || isWaiting);
    }

    /// Reads what [#write] wrote and [#isPossible] found possible.
    void read(ByteBuffer from) {
        register = from.get();
        int flags = from.get();
        isActive = (flags & ACTIVE) != 0;
        isWanted = (flags & WANTED) != 0;
        isRestarted = (flags & RESTARTED) != 0;
        remainingSeconds = from.getShort();
        draws = from.getInt();
    }
}
