package trefas.objects;

import java.util.List;
import java.util.stream.IntStream;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.InterfaceClass;
import trefas.device.clock.MeterClock;
import trefas.device.log.LoggerColumn;
import trefas.device.log.LoggerColumn.Source;
import trefas.device.log.LoggerLayout;
import trefas.device.log.ProfileEntry;

/// The columns of a profile as they are captured and as their cells are written (dossier 10.1).
///
/// @param columns what a row keeps where
/// @param captured the same columns as capture objects
record ProfileColumns(List<LoggerColumn> columns, List<CaptureObject> captured) {

    ProfileColumns {
        columns = List.copyOf(columns);
        captured = List.copyOf(captured);
    }

    static ProfileColumns of(LoggerLayout layout) {
        return new ProfileColumns(
                layout.columns(),
                layout.columns().stream()
                        .map(column -> new CaptureObject(column.classId(), column.obis(), column.attribute(), 0))
                        .toList());
    }

    int count() {
        return columns.size();
    }

    /// What rows are found by: the time, the first column of every logger.
    CaptureObject time() {
        return captured.getFirst();
    }

    int[] all() {
        return IntStream.range(0, count()).toArray();
    }

    /// Appends the attribute capture_objects.
    void write(AxdrWriter out) {
        out.array(count());
        captured.forEach(column -> column.write(out));
    }

    /// Appends some cells of a row.
    ///
    /// @param wanted numbers of the columns, rising
    void writeRow(StampWriter stamps, ProfileEntry row, int[] wanted, AxdrWriter out) {
        out.structure(wanted.length);
        for (int column : wanted) {
            writeCell(stamps, row, columns.get(column), out);
        }
    }

    /// Appends one cell of a row, as an attribute of its own.
    void writeCell(MeterClock clock, ProfileEntry row, int column, AxdrWriter out) {
        writeCell(new StampWriter(clock), row, columns.get(column), out);
    }

    private static void writeCell(StampWriter stamps, ProfileEntry row, LoggerColumn column, AxdrWriter out) {
        switch (column.type()) {
            case UNSIGNED_8 -> out.unsigned((int) column.number(row));
            case UNSIGNED_16 -> out.longUnsigned((int) column.number(row));
            case UNSIGNED_32 -> out.doubleLongUnsigned(column.number(row));
            case INTEGER_8 -> out.integer((int) column.number(row));
            case DATE_TIME -> writeTime(stamps, row, column, out);
            case OCTETS_16 -> out.octetString(column.octets(row));
        }
    }

    /// A time read off a clock is what it showed; the stamp of a register is in normal time (dossier 4.4).
    private static void writeTime(StampWriter stamps, ProfileEntry row, LoggerColumn column, AxdrWriter out) {
        MeterClock clock = stamps.clock();
        long time = column.number(row);
        if (column.source() instanceof Source.CaptureTime) {
            stamps.write(time, out);
        } else if (column.classId() == InterfaceClass.CLOCK.classId()) {
            ClockObject.writeTime(clock, time, out);
        } else {
            ClockObject.writeStamp(clock, time, out);
        }
    }
}
