package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import trefas.cosem.InterfaceClass;
import trefas.device.Meter;
import trefas.device.log.DataLogger;
import trefas.device.log.LogRing;
import trefas.device.log.LoggerColumn;
import trefas.device.log.LoggerColumn.Source;
import trefas.device.log.LoggerLayout;
import trefas.device.log.ProfileEntry;
import trefas.device.log.UploadAuditLog;
import trefas.device.log.WireType;

/// The upload audit loggers of the meter and what they capture, under the names of the meter's papers, for the
/// standard lists have none for them (dossier 10.5; decision 0052).
final class UploadChapter {

    private static final LoggerLayout LAYOUT = LoggerLayout.ofEvents(DataLogger.AUDIT_SUCCESS);

    /// What the columns say before the first upload.
    static final ProfileEntry NO_UPLOAD = new ProfileEntry(0, 0, 0, 0, new long[LAYOUT.readings()]);

    private static final LoggerColumn TIME =
            new LoggerColumn(8, ModelTime.CLOCK, 2, WireType.DATE_TIME, new Source.CaptureTime());

    /// Part, old revision, originator, party, interface.
    private static final List<LoggerColumn> READINGS = LAYOUT.columns().stream()
            .filter(column -> column.source() instanceof Source.Reading)
            .toList();

    private UploadChapter() {}

    static List<StandardObject> objects() {
        var chapter = new ArrayList<StandardObject>();
        chapter.add(
                log(DataLogger.AUDIT_SUCCESS, meter -> meter.parts().uploads().succeeded()));
        chapter.add(log(DataLogger.AUDIT_FAIL, meter -> meter.parts().uploads().failed()));
        for (LoggerColumn column : READINGS) {
            chapter.add(StandardObject.of(column.obis().toString(), InterfaceClass.DATA)
                    .behaving(UploadLog.newest(column))
                    .granting(ClientRole.MANAGEMENT, "R2"));
        }
        return chapter;
    }

    private static StandardObject log(DataLogger logger, Function<Meter, LogRing> ring) {
        var behaviour = new UploadLog(
                ring, Stream.concat(Stream.of(TIME), READINGS.stream()).toList());
        return StandardObject.of(LoggerLayout.nameOf(logger).toString(), InterfaceClass.PROFILE_GENERIC)
                .behaving(behaviour)
                .starting(3, behaviour.captureObjects())
                .starting(4, Values.u32(0))
                .starting(5, Values.en(SortMethod.FIFO.code()))
                .starting(6, Values.column(8, ModelTime.CLOCK.toString(), 2))
                .starting(8, Values.u32(UploadAuditLog.CAPACITY))
                .granting(ClientRole.MANAGEMENT, "R*");
    }
}
