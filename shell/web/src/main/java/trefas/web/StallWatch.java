package trefas.web;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Ends writes that take too long. A reader that stops reading would hold its writer for ever; an interrupt closes the
/// writer's channel, and the write fails as if the reader had hung up.
final class StallWatch implements AutoCloseable {

    /// One write under watch; closing it ends the watch.
    interface Watched extends AutoCloseable {
        @Override
        void close();
    }

    private final Duration limit;
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stall-watch").daemon().factory());

    StallWatch(Duration limit) {
        this.limit = limit;
    }

    /// Interrupts a writer that is not done within the limit.
    Watched over(Thread writer) {
        Future<?> alarm = alarms.schedule(writer::interrupt, limit.toNanos(), TimeUnit.NANOSECONDS);
        return () -> alarm.cancel(false);
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }
}
