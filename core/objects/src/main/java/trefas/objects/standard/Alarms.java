package trefas.objects.standard;

import java.util.Optional;
import trefas.quantity.Obis;

/// Alarm register, filter and descriptor 1 (0-0:97.98.0, .10, .20; dossier G3, G5). What the filter lets through
/// is set in the register while it lasts; the descriptor keeps that it came up until a client clears it; a bit
/// that comes up in the descriptor triggers the push on alarm.
final class Alarms {

    static final Obis REGISTER = Obis.of("0-0:97.98.0*255");
    static final Obis FILTER = Obis.of("0-0:97.98.10*255");
    static final Obis DESCRIPTOR = Obis.of("0-0:97.98.20*255");

    static final Obis PUSH_SCRIPTS = Obis.of("0-0:10.0.108*255");
    static final int ALARM_SCRIPT = 3;

    static final int VALUE = 2;

    private Alarms() {}

    static void set(StandardDevice device, Alarm alarm, boolean isActive) {
        Optional<Instance> register = device.instance(REGISTER);
        Optional<Instance> filter = device.instance(FILTER);
        Optional<Instance> descriptor = device.instance(DESCRIPTOR);
        if (register.isEmpty() || filter.isEmpty() || descriptor.isEmpty()) {
            return;
        }
        long before = register.get().number(VALUE);
        if (!isActive || (filter.get().number(VALUE) & alarm.mask()) == 0) {
            register.get().put(VALUE, Values.u32(before & ~alarm.mask()));
            return;
        }
        register.get().put(VALUE, Values.u32(before | alarm.mask()));
        long kept = descriptor.get().number(VALUE);
        if ((kept & alarm.mask()) == 0) {
            descriptor.get().put(VALUE, Values.u32(kept | alarm.mask()));
            device.inner().runScript(PUSH_SCRIPTS, ALARM_SCRIPT);
        }
    }
}
