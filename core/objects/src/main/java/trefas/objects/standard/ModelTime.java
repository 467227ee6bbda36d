package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemDateTime;
import trefas.cosem.Decoded.Complete;
import trefas.device.clock.MeterClock;
import trefas.quantity.Obis;

/// The time of one meter in the standard model: the meter's seconds, and the wall by the rules of the Clock
/// object.
final class ModelTime {

    static final Obis CLOCK = Obis.of("0-0:1.0.0*255");

    static final long NEVER = Long.MIN_VALUE;

    static final int ZONE = 3;
    static final int BEGIN = 5;
    static final int END = 6;
    static final int SAVING = 7;
    static final int IS_SAVING = 8;

    private static final CosemDateTime NO_RULE = new CosemDateTime(0xFFFF, 1, 1, 0xFF, 0, 0, 0, 0, -0x8000, 0);

    private final StandardDevice device;
    private Optional<WallClock> clock = Optional.empty();
    private long last = NEVER;

    ModelTime(StandardDevice device) {
        this.device = device;
    }

    long now() {
        return device.meter().now();
    }

    /// Sets the meter's clock; whatever lives by the second is told that seconds are missing.
    ///
    /// @return false for a time no meter can be set to
    boolean moveTo(long epochSecond) {
        if (!MeterClock.isSettable(epochSecond)) {
            return false;
        }
        device.meter().setClock(epochSecond, effect -> device.effect(new StandardEffect.OfMeter(effect)));
        return true;
    }

    /// The rules of the Clock object as they stand.
    WallClock clock() {
        if (clock.isEmpty()) {
            clock = Optional.of(read());
        }
        return clock.get();
    }

    /// An attribute of the Clock object was written.
    void rulesChanged() {
        clock = Optional.empty();
    }

    long last() {
        return last;
    }

    void reached(long at) {
        last = at;
    }

    /// The meter is without supply: what was noted is gone, and the next second is not the one after the last.
    void stop() {
        if (last != NEVER) {
            device.state().forgetNotes();
        }
    }

    private WallClock read() {
        Optional<Instance> object = device.instance(CLOCK);
        if (object.isEmpty()) {
            int minutes = -60 * device.model().configuration().clock().zoneHours();
            return new WallClock(
                    minutes,
                    NO_RULE,
                    NO_RULE,
                    0,
                    false,
                    device.model().settings().deviationSign());
        }
        Instance self = object.get();
        return new WallClock(
                device.model().settings().deviationSign().applyTo((int) self.number(ZONE)),
                rule(self.value(BEGIN)),
                rule(self.value(END)),
                (int) self.number(SAVING),
                self.value(IS_SAVING).equals(new Bool(true)),
                device.model().settings().deviationSign());
    }

    private static CosemDateTime rule(CosemData data) {
        return CosemDateTime.of(data) instanceof Complete<CosemDateTime>(CosemDateTime time, int _) ? time : NO_RULE;
    }
}
