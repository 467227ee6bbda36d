package trefas.app.host;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import trefas.device.register.Readings;
import trefas.readout.PushSchedule;

/// Sends what leaves the meter unasked: after each second that is due, once that second has been saved, and at
/// most once within each second of this machine, however fast the meter's time goes. Used by the thread that steps
/// the meter, outside the meter's lock.
final class PushOutput {

    private final MeterHost host;
    private final PushSchedule schedule;
    private final Function<Readings, byte[]> telegram;
    private final Consumer<byte[]> listeners;
    private long lastSecond;
    private long sentWithin = -1;

    /// @param telegram the octets of this moment
    /// @param listeners whoever wants them; must not wait
    PushOutput(MeterHost host, PushSchedule schedule, Function<Readings, byte[]> telegram, Consumer<byte[]> listeners) {
        this.host = host;
        this.schedule = schedule;
        this.telegram = telegram;
        this.listeners = listeners;
        this.lastSecond = host.next() - 1;
    }

    /// The second stepping must not go beyond, because what is sent shows the very second it is due at.
    ///
    /// @param next the second to be stepped next
    /// @param realSecond seconds this machine has counted since the meter's clock was started
    long stopAt(long next, long realSecond) {
        if (realSecond <= sentWithin) {
            return Long.MAX_VALUE;
        }
        long offset = clockOffset();
        return schedule.nextDue(next + offset) - offset;
    }

    /// To be called after each stepping.
    void stepped(long realSecond) {
        long last = host.next() - 1;
        boolean isNew = last > lastSecond;
        lastSecond = last;
        if (isNew && realSecond > sentWithin && schedule.isDue(last + clockOffset())) {
            sentWithin = realSecond;
            // A meter without supply sends nothing.
            Optional<byte[]> octets =
                    host.read(meter -> meter.isPowered() ? Optional.of(telegram.apply(meter)) : Optional.empty());
            octets.ifPresent(listeners);
        }
    }

    /// What is due goes by the meter's own clock, which may have been set.
    private long clockOffset() {
        return host.read(meter -> meter.now() - meter.worldSecond());
    }
}
