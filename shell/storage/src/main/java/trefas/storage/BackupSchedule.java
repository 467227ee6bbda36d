package trefas.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// When the next backup is due, by a clock that nobody sets.
final class BackupSchedule {

    private final AtomicLong nextNanoseconds;

    private BackupSchedule(long nextNanoseconds) {
        this.nextNanoseconds = new AtomicLong(nextNanoseconds);
    }

    /// @param age of the newest backup; one from the future says that this machine's clock was set back, and counts as
    ///     old, like none
    static BackupSchedule behind(Optional<Duration> age) {
        return after(age.filter(known -> !known.isNegative() && known.compareTo(Backups.AGE_MAX) < 0)
                .map(Backups.AGE_MAX::minus)
                .orElse(Duration.ZERO));
    }

    /// @param wait until the first one
    static BackupSchedule after(Duration wait) {
        return new BackupSchedule(System.nanoTime() + wait.toNanos());
    }

    /// True for one caller each time one is due.
    boolean isDue() {
        long next = nextNanoseconds.get();
        long now = System.nanoTime();
        return now - next >= 0 && nextNanoseconds.compareAndSet(next, now + Backups.AGE_MAX.toNanos());
    }
}
