package trefas.security;

import java.util.OptionalLong;

/// The invocation counter of what this end sends under one key. A value used twice would break AES-GCM, so values
/// come only from a block that is already reserved in the permanent memory; after a restart the rest of that block
/// is skipped (docs/decisions/0017).
public final class SendCounter {

    /// The first value under a new key. Peers that ask for more than zero are content too.
    public static final long FIRST = 1;

    /// The last value that is used. With FFFFFFFF reached the key is dead.
    public static final long LAST = 0xFFFF_FFFEL;

    /// Values reserved at once: one save for so many messages, and at most so many lost at a restart.
    static final int RESERVED_AHEAD = 1_000;

    /// What a replaced key may still use, to answer the request that replaced it.
    private static final int LEFT_WHEN_REPLACED = 64;

    private long next;
    private long reservedBelow;
    private long changes;
    private boolean replaced;

    /// @param next where nothing was ever used from
    SendCounter(long next) {
        this.next = next;
        this.reservedBelow = next;
    }

    /// Uses up the next value. Empty when the key is dead: only a new key helps.
    public OptionalLong take() {
        if (next > LAST || (replaced && next >= reservedBelow)) {
            return OptionalLong.empty();
        }
        if (next >= reservedBelow) {
            reservedBelow = Math.min(next + RESERVED_AHEAD, LAST + 1);
            changes++;
        }
        return OptionalLong.of(next++);
    }

    /// The value that comes next.
    public long next() {
        return next;
    }

    /// True when no value is left.
    public boolean isUsedUp() {
        return next > LAST;
    }

    /// Grows with each value that has to be saved.
    long changes() {
        return changes;
    }

    /// What is saved: values from here on were certainly never used.
    long reservedBelow() {
        return reservedBelow;
    }

    /// Gives the unused part of the block back, before an orderly stop.
    void settle() {
        if (reservedBelow != next) {
            reservedBelow = next;
            changes++;
        }
    }

    /// Goes on at a value, never backwards.
    void skipTo(long value) {
        if (value > next) {
            next = Math.min(value, LAST + 1);
            reservedBelow = Math.max(reservedBelow, next);
            changes++;
        }
    }

    /// The counter of the key that follows. It goes on after this one instead of starting anew, unless this one is
    /// used up: so even a former key that is brought back never repeats a value. This one keeps a few values, for
    /// answers that still go out under the old key.
    SendCounter replaced() {
        replaced = true;
        long after = next + LEFT_WHEN_REPLACED;
        if (after > LAST) {
            reservedBelow = LAST + 1;
            return new SendCounter(FIRST);
        }
        reservedBelow = after;
        return new SendCounter(after);
    }
}
