package trefas.objects.standard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import trefas.cosem.AccessSelection;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.device.Meter;
import trefas.device.log.LogRing;
import trefas.device.log.LoggerColumn;
import trefas.device.log.ProfileEntry;
import trefas.device.log.ProfileVisitor;
import trefas.device.log.WireType;
import trefas.objects.standard.BufferQuery.Understood;

/// An upload audit logger, class 7: the meter's own seen through the standard model's columns, the time on the model's
/// clock and no logger status. There is no second copy: rows come from the meter's permanent memory. Nobody empties it.
final class UploadLog implements Behaviour {

    private static final int BUFFER = 2;
    private static final int ENTRIES_IN_USE = 7;

    private final Function<Meter, LogRing> ring;
    private final List<LoggerColumn> columns;
    private final List<CaptureObject> captured;

    /// @param columns what stands in a row, the time first
    UploadLog(Function<Meter, LogRing> ring, List<LoggerColumn> columns) {
        this.ring = ring;
        this.columns = List.copyOf(columns);
        this.captured = columns.stream()
                .map(column -> new CaptureObject(column.classId(), column.obis(), column.attribute(), 0))
                .toList();
    }

    /// The attribute capture_objects.
    CosemData captureObjects() {
        return Values.captureObjects(captured);
    }

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        if (attributeId == BUFFER) {
            return readBuffer(self, selection, value);
        }
        if (attributeId != ENTRIES_IN_USE || selection.isPresent()) {
            return Behaviour.super.read(self, attributeId, selection, value);
        }
        value.doubleLongUnsigned(ring.apply(self.meter()).entriesInUse());
        return DataAccessResult.SUCCESS;
    }

    private DataAccessResult readBuffer(Instance self, Optional<AccessSelection> selection, AxdrWriter value) {
        BufferQuery query;
        switch (BufferQuery.of(selection, captured, self.clock())) {
            case Understood.Refused(DataAccessResult result) -> {
                return result;
            }
            case Understood.Query(BufferQuery understood) -> query = understood;
        }
        int start = value.length();
        int[] count = {0};
        try {
            visit(self, query, row -> {
                if (query.isByEntry() || query.isTime() || isWanted(query, row)) {
                    writeRow(self, row, query.columns(), value);
                    count[0]++;
                }
            });
        } catch (IOException memoryUnreadable) {
            value.truncate(start);
            return DataAccessResult.HARDWARE_FAULT;
        }
        value.arrayAround(start, count[0]);
        return DataAccessResult.SUCCESS;
    }

    /// Octets are no number, so no range holds them.
    private boolean isWanted(BufferQuery query, ProfileEntry row) {
        LoggerColumn column = columns.get(query.column());
        return column.type() != WireType.OCTETS_16 && query.holds(column.number(row));
    }

    private void visit(Instance self, BufferQuery query, ProfileVisitor visitor) throws IOException {
        LogRing rows = ring.apply(self.meter());
        int serialNumber = self.meter().serialNumber();
        long oldest = rows.oldestLogId();
        if (query.isByEntry()) {
            long first = oldest + Math.min(query.firstEntry() - 1, rows.entriesInUse());
            long last = oldest + Math.min(query.lastEntry(), rows.entriesInUse()) - 1;
            self.device().memory().visitLogIds(serialNumber, rows.logger(), first, last, visitor);
            return;
        }
        self.device()
                .memory()
                .visit(
                        serialNumber,
                        rows.logger(),
                        oldest,
                        query.isTime() ? query.from() : Long.MIN_VALUE,
                        query.isTime() ? query.to() : Long.MAX_VALUE,
                        visitor);
    }

    private void writeRow(Instance self, ProfileEntry row, BitSet wanted, AxdrWriter value) {
        value.structure(wanted.cardinality());
        for (int column = wanted.nextSetBit(0); column >= 0; column = wanted.nextSetBit(column + 1)) {
            writeCell(self, columns.get(column), row, value);
        }
    }

    private static void writeCell(Instance self, LoggerColumn column, ProfileEntry row, AxdrWriter value) {
        switch (column.type()) {
            case UNSIGNED_8 -> value.unsigned((int) column.number(row));
            case UNSIGNED_16 -> value.longUnsigned((int) column.number(row));
            case UNSIGNED_32 -> value.doubleLongUnsigned(column.number(row));
            case INTEGER_8 -> value.integer((int) column.number(row));
            case DATE_TIME -> self.clock().stamp(column.number(row), 0).write(value);
            case OCTETS_16 -> value.octetString(column.octets(row));
        }
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        return DataAccessResult.READ_WRITE_DENIED;
    }

    /// What a column says of the newest upload, zeros before the first: an object of its own.
    static Behaviour newest(LoggerColumn column) {
        return new Behaviour() {
            @Override
            public DataAccessResult read(
                    Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
                if (attributeId != BUFFER || selection.isPresent()) {
                    return Behaviour.super.read(self, attributeId, selection, value);
                }
                try {
                    writeCell(self, column, newestRow(self), value);
                } catch (IOException memoryUnreadable) {
                    return DataAccessResult.HARDWARE_FAULT;
                }
                return DataAccessResult.SUCCESS;
            }

            @Override
            public DataAccessResult write(Instance self, int attributeId, CosemData value) {
                return DataAccessResult.READ_WRITE_DENIED;
            }
        };
    }

    private static ProfileEntry newestRow(Instance self) throws IOException {
        LogRing newest = self.meter().parts().uploads().newest();
        var rows = new ArrayList<ProfileEntry>();
        if (newest.entriesInUse() > 0) {
            long logId = newest.nextLogId() - 1;
            self.device().memory().visitLogIds(self.meter().serialNumber(), newest.logger(), logId, logId, rows::add);
        }
        return rows.isEmpty() ? UploadChapter.NO_UPLOAD : rows.getLast();
    }
}
