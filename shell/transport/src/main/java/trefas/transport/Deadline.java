package trefas.transport;

import java.time.Duration;

/// A moment until which something is waited for, on the clock that never leaps.
record Deadline(long nanoseconds) {

    private static final long NANOSECONDS_PER_MILLISECOND = 1_000_000;

    static Deadline in(Duration longest) {
        return new Deadline(System.nanoTime() + longest.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanoseconds >= 0;
    }

    /// Whole milliseconds left, at least 1 as long as it is not over, and no more than `longest`.
    int millisecondsLeft(int longest) {
        long left = nanoseconds - System.nanoTime();
        long milliseconds = (left + NANOSECONDS_PER_MILLISECOND - 1) / NANOSECONDS_PER_MILLISECOND;
        return Math.clamp(milliseconds, 1, longest);
    }
}
