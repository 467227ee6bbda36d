package trefas.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import trefas.cosem.AxdrWriter;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.device.Meter;
import trefas.device.clock.MeterClock;
import trefas.device.log.DataLogger;
import trefas.device.log.LogRing;
import trefas.device.log.LoggerLayout;
import trefas.device.log.ProfileEntry;
import trefas.quantity.Obis;

/// What the loggers capture and no part of the meter keeps (dossier 10.1, 10.5): what the newest row says, or a number
/// that is always the same. So whoever finds a name among capture_objects finds its object as well.
final class CapturedObjects {

    private static final boolean PUBLICLY = true;

    /// "reserved, 5" (dossier 20); the column of the loggers is another type and number (dossier 10.1).
    private static final int RESERVED = 5;

    /// RTCState, "always 1" (dossier 10.5).
    private static final int RTC_STATE = 1;

    /// Behind time and logger status.
    private static final int FIRST_READING = 2;

    /// Attributes of a clock after its time, 3 to 9.
    private static final int OTHER_CLOCK_ATTRIBUTES = 7;

    private CapturedObjects() {}

    static List<MeterObject> all() {
        var all = new ArrayList<MeterObject>();
        all.add(clockBefore());
        all.add(MeterObject.data("0-1:96.10.3*255", !PUBLICLY, Attribute.whole((_, out) -> out.unsigned(RTC_STATE))));
        all.add(MeterObject.data("1-1:134.0.1*255", !PUBLICLY, Attribute.whole((_, out) -> out.unsigned(RESERVED))));
        all.addAll(readings(
                DataLogger.LOAD_PROFILE_EVENT,
                meter -> meter.parts().profileEvents().ring()));
        all.addAll(readings(
                DataLogger.AUDIT_SUCCESS, meter -> meter.parts().uploads().newest()));
        all.addAll(readings(
                DataLogger.VOLTAGE_QUALITY,
                meter -> meter.parts().voltageQuality().log()));
        return all;
    }

    /// One number for each reading of the newest row, zeros as long as there is none.
    ///
    /// @param logger whose columns they are
    /// @param ring where the newest row is, of this logger or one with the same columns
    private static List<MeterObject> readings(DataLogger logger, Function<Meter, LogRing> ring) {
        LoggerLayout layout = LoggerLayout.ofEvents(logger);
        ProfileColumns columns = ProfileColumns.of(layout);
        var zeros = new ProfileEntry(0, 0, 0, 0, new long[layout.readings()]);
        return IntStream.range(FIRST_READING, columns.count())
                .mapToObj(column -> MeterObject.data(
                        columns.captured().get(column).logicalName().toString(),
                        !PUBLICLY,
                        newest(columns, column, ring, (clock, out) -> columns.writeCell(clock, zeros, column, out))))
                .toList();
    }

    /// RTC2: what the clock showed before it was last set. It is captured as a clock, of which it has the time alone.
    private static MeterObject clockBefore() {
        var attributes = new ArrayList<Attribute>();
        attributes.add(newest(
                ProfileColumns.of(LoggerLayout.ofEvents(DataLogger.RTC)),
                FIRST_READING,
                meter -> meter.parts().clock().log(),
                (clock, out) -> ClockObject.writeStamp(clock, 0, out)));
        for (int attribute = 0; attribute < OTHER_CLOCK_ATTRIBUTES; attribute++) {
            attributes.add(Attribute.HIDDEN);
        }
        return new MeterObject(Obis.of("0-1:1.0.1*255"), InterfaceClass.CLOCK, !PUBLICLY, attributes);
    }

    /// A cell of the newest row of a logger of events.
    ///
    /// @param none what is there as long as there is no row
    private static Attribute newest(
            ProfileColumns columns,
            int column,
            Function<Meter, LogRing> rings,
            BiConsumer<MeterClock, AxdrWriter> none) {
        return Attribute.selectable((question, out) -> {
            if (question.selection().isPresent()) {
                return DataAccessResult.TYPE_UNMATCHED;
            }
            Meter meter = question.meter();
            LogRing ring = rings.apply(meter);
            long newest = ring.nextLogId() - 1;
            var rows = new ArrayList<ProfileEntry>();
            try {
                if (ring.entriesInUse() > 0) {
                    question.device()
                            .memory()
                            .visitLogIds(meter.serialNumber(), ring.logger(), newest, newest, rows::add);
                }
            } catch (IOException memoryUnreadable) {
                return DataAccessResult.HARDWARE_FAULT;
            }
            if (rows.isEmpty()) {
                none.accept(meter.clock(), out);
            } else {
                columns.writeCell(meter.clock(), rows.getLast(), column, out);
            }
            return DataAccessResult.SUCCESS;
        });
    }
}
