package trefas.app.host;

import java.util.concurrent.TimeUnit;
import trefas.app.settings.Speed;

/// Turns the time of this machine into the time of a simulation: which second is due, and how long until the next.
///
/// @param startSecond end of the first second, due at once
/// @param startNanos of the machine's own clock at that moment
/// @param speed simulated seconds per second
record Pace(long startSecond, long startNanos, Speed speed) {

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /// The last second that is due by now.
    long dueSecond(long nanos) {
        return speed.isMax()
                ? Long.MAX_VALUE
                : startSecond + (long) Math.floor((nanos - startNanos) / NANOS_PER_SECOND * speed.factor());
    }

    /// Whole seconds of this machine since the start, whatever the speed.
    long realSecond(long nanos) {
        return Math.floorDiv(nanos - startNanos, TimeUnit.SECONDS.toNanos(1));
    }

    /// Nanoseconds until a second is due; never when the clock stands still.
    long nanosUntil(long second, long nanos) {
        if (speed.isMax()) {
            return 0;
        }
        double at = (second - startSecond) / speed.factor() * NANOS_PER_SECOND;
        return Double.isFinite(at) ? Math.max(0, (long) Math.ceil(at) - (nanos - startNanos)) : Long.MAX_VALUE;
    }
}
