package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.Unsigned;
import trefas.quantity.Obis;

/// The event logs 0-0:99.98.e: each a profile of the clock and of an event object 0-0:96.11.e that holds the code
/// that came last (dossier G3, G5).
final class EventLogs {

    static final int STANDARD = 0;
    static final int FRAUD = 1;
    static final int DISCONNECTOR = 2;

    /// Written to an event object in place of a code when its log is cleared.
    static final int CLEARED = 255;

    private static final int VALUE = 2;
    private static final int PROFILE_GENERIC = 7;
    private static final int CAPTURE = 2;
    private static final int CAPTURE_OBJECTS = 3;
    private static final int PROFILE_ENTRIES = 8;
    private static final int ROW_OCTETS_MAX = 32;

    private EventLogs() {}

    static Obis event(int log) {
        return new Obis(0, 0, 96, 11, log, 255);
    }

    static Obis log(int log) {
        return new Obis(0, 0, 99, 98, log, 255);
    }

    /// Captures a row; does nothing where the model has no such log.
    static void log(StandardDevice device, EventCode code) {
        Optional<Instance> event = device.instance(event(code.log()));
        if (event.isPresent()) {
            event.get().put(VALUE, new Unsigned(code.code()));
            device.inner().call(PROFILE_GENERIC, log(code.log()), CAPTURE, new Int8(0));
        }
    }

    /// Adds a row with a time of its own, for what was noticed only afterwards.
    static void logAt(StandardDevice device, EventCode code, long at) {
        Optional<Instance> log = device.instance(log(code.log()));
        if (log.isEmpty()) {
            return;
        }
        if (!log.get().value(CAPTURE_OBJECTS).equals(EventChapter.columns(code.log()))) {
            log(device, code);
            return;
        }
        var cells = new AxdrWriter(ROW_OCTETS_MAX);
        device.clock().stamp(at, 0).write(cells);
        cells.unsigned(code.code());
        log.get().rows().append(new RowBuffer.Row(at, cells.toOctets()), (int)
                log.get().number(PROFILE_ENTRIES));
    }

    /// The code that came last, 0 before the first.
    static CosemData first() {
        return new Unsigned(0);
    }
}
