package trefas.app.host;

import java.time.Duration;
import trefas.dlms.server.FailedAttempts;

/// How long a client stays locked out after too many wrong proofs, on all connections or on one. Looked at
/// whenever somebody connects, and every few seconds, for a serial line is a connection that never closes.
final class Lockout {

    /// A minute: ten guesses a minute find no password, and an honest typing error is soon forgiven (our choice).
    static final Duration LENGTH = Duration.ofMinutes(1);

    private static final long NOT_LOCKED = -1;

    private final FailedAttempts attempts;
    private long lockedSince = NOT_LOCKED;

    Lockout(FailedAttempts attempts) {
        this.attempts = attempts;
    }

    /// Somebody connects, or time has passed.
    ///
    /// @param nanoseconds of a clock that never goes back
    synchronized void look(long nanoseconds) {
        if (!attempts.isAnyLocked()) {
            lockedSince = NOT_LOCKED;
        } else if (lockedSince == NOT_LOCKED) {
            lockedSince = nanoseconds;
        } else if (nanoseconds - lockedSince >= LENGTH.toNanos()) {
            attempts.forgive();
            lockedSince = NOT_LOCKED;
        }
    }
}
