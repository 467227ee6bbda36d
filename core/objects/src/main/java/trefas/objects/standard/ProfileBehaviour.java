package trefas.objects.standard;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeType;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded.Complete;
import trefas.objects.standard.BufferQuery.Understood;
import trefas.objects.standard.RowBuffer.Row;

/// A profile the model itself captures, class 7 (dossier F2). Rows are kept as the octets they are sent as, so
/// reading copies them and decodes nothing. A period without supply leaves no row. Whatever changes what a row
/// means clears the buffer.
final class ProfileBehaviour implements Behaviour {

    static final int BUFFER = 2;
    static final int CAPTURE_OBJECTS = 3;
    private static final int CAPTURE_PERIOD = 4;
    private static final int SORT_METHOD = 5;
    private static final int SORT_OBJECT = 6;
    private static final int ENTRIES_IN_USE = 7;
    private static final int PROFILE_ENTRIES = 8;

    private static final int RESET = 1;

    static final int COLUMNS_MAX = 32;

    /// Octets of one row.
    static final int ROW_OCTETS_MAX = 2_000;

    private static final int SECONDS_PER_MINUTE = 60;

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        if (attributeId == BUFFER) {
            return readBuffer(self, selection, value);
        }
        if (attributeId == ENTRIES_IN_USE && selection.isEmpty()) {
            value.doubleLongUnsigned(self.rows().size());
            return DataAccessResult.SUCCESS;
        }
        return Behaviour.super.read(self, attributeId, selection, value);
    }

    private static DataAccessResult readBuffer(Instance self, Optional<AccessSelection> selection, AxdrWriter value) {
        List<CaptureObject> columns = columns(self.value(CAPTURE_OBJECTS));
        BufferQuery query;
        switch (BufferQuery.of(selection, columns, self.clock())) {
            case Understood.Refused(DataAccessResult result) -> {
                return result;
            }
            case Understood.Query(BufferQuery understood) -> query = understood;
        }
        RowBuffer rows = self.rows();
        boolean isNewestFirst = SortMethod.of(self.number(SORT_METHOD)) == SortMethod.LIFO;
        int start = value.length();
        int count = 0;
        int last = (int) Math.min(query.lastEntry(), rows.size());
        for (long entry = query.firstEntry(); entry <= last; entry++) {
            Row row = rows.row((int) (isNewestFirst ? rows.size() - entry : entry - 1));
            if (query.isByEntry() || holds(query, row)) {
                writeRow(row, query, columns.size(), value);
                count++;
            }
        }
        value.arrayAround(start, count);
        return DataAccessResult.SUCCESS;
    }

    private static boolean holds(BufferQuery query, Row row) {
        return query.isTime()
                ? query.holds(row.capturedAt)
                : number(row, query.column()).map(query::holds).orElse(false);
    }

    private static void writeRow(Row row, BufferQuery query, int columns, AxdrWriter value) {
        int wanted = query.columns().cardinality();
        value.structure(wanted);
        if (wanted == columns) {
            value.octets(row.cells);
            return;
        }
        int at = 0;
        for (int column = 0; column < columns; column++) {
            int length = cellOctets(row, at);
            if (query.columns().get(column)) {
                value.octets(row.cells, at, length);
            }
            at += length;
        }
    }

    private static int cellOctets(Row row, int at) {
        return Axdr.decode(row.cells, at, row.cells.length - at) instanceof Complete<CosemData>(CosemData _, int used)
                ? used
                : row.cells.length - at;
    }

    private static Optional<Long> number(Row row, int column) {
        return cell(row, column).flatMap(AttributeType::number);
    }

    /// The value of a cell; empty when the row has no such column.
    static Optional<CosemData> cell(Row row, int column) {
        int at = 0;
        for (int i = 0; i < column; i++) {
            at += cellOctets(row, at);
        }
        return Axdr.decode(row.cells, at, row.cells.length - at) instanceof Complete<CosemData>(CosemData data, int _)
                ? Optional.of(data)
                : Optional.empty();
    }

    static List<CaptureObject> columns(CosemData captureObjects) {
        return Values.elements(captureObjects).stream()
                .map(CaptureObject::of)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        boolean isAllowed = switch (attributeId) {
            case CAPTURE_OBJECTS -> areCapturable(self, columns(value));
            case SORT_OBJECT -> isSortable(self, value);
            case PROFILE_ENTRIES -> AttributeType.number(value).orElse(0L) <= RowBuffer.ROWS_MAX;
            case CAPTURE_PERIOD, SORT_METHOD -> true;
            default -> false;
        };
        if (!isAllowed) {
            return attributeId == BUFFER || attributeId == ENTRIES_IN_USE
                    ? DataAccessResult.READ_WRITE_DENIED
                    : DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        self.rows().clear();
        return DataAccessResult.SUCCESS;
    }

    private static boolean areCapturable(Instance self, List<CaptureObject> columns) {
        return columns.size() <= COLUMNS_MAX
                && columns.stream()
                        .allMatch(column -> self.other(column.logicalName())
                                .filter(object -> object.interfaceClass().classId() == column.classId())
                                .filter(object -> column.attributeIndex() == 0
                                        || object.interfaceClass().hasAttribute(column.attributeIndex()))
                                .isPresent());
    }

    /// A sort object is a column, or none: class 0.
    private static boolean isSortable(Instance self, CosemData value) {
        return CaptureObject.of(value)
                .filter(object -> object.classId() == 0
                        || columns(self.value(CAPTURE_OBJECTS)).contains(object))
                .isPresent();
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        if (methodId == RESET) {
            self.rows().clear();
        } else {
            capture(self, self.now());
        }
        return ActionResult.SUCCESS;
    }

    @Override
    public boolean isTimed() {
        return true;
    }

    /// Periods count from midnight of local time.
    @Override
    public void second(Instance self, long at) {
        long period = self.number(CAPTURE_PERIOD);
        boolean isOnTheMinute = at % SECONDS_PER_MINUTE == 0;
        if (period == 0 || (period % SECONDS_PER_MINUTE == 0 && !isOnTheMinute)) {
            return;
        }
        long local = self.clock().local(at).toEpochSecond(ZoneOffset.UTC);
        if (Math.floorMod(local, period) == 0) {
            capture(self, at);
        }
    }

    private static void capture(Instance self, long at) {
        List<CaptureObject> columns = columns(self.value(CAPTURE_OBJECTS));
        if (columns.isEmpty()) {
            return;
        }
        var cells = new AxdrWriter(ROW_OCTETS_MAX);
        for (CaptureObject column : columns) {
            int before = cells.length();
            CapturedValue.write(self.device(), column, cells);
            if (cells.overflowed()) {
                cells.truncate(before);
                cells.nullData();
            }
        }
        var row = new Row(at, cells.toOctets());
        int capacity = (int) Math.min(self.number(PROFILE_ENTRIES), RowBuffer.ROWS_MAX);
        SortMethod method = SortMethod.of(self.number(SORT_METHOD));
        int sortColumn =
                CaptureObject.of(self.value(SORT_OBJECT)).map(columns::indexOf).orElse(BufferQuery.NO_COLUMN);
        if (method.isByTime() || sortColumn < 0) {
            self.rows().append(row, capacity);
        } else {
            insert(self.rows(), row, method, sortColumn, BufferQuery.isTime(columns.get(sortColumn)), capacity);
        }
    }

    /// Best first; equal ones in the order they came; when full the worst leaves.
    private static void insert(RowBuffer rows, Row row, SortMethod method, int column, boolean isTime, int capacity) {
        long key = key(row, column, isTime);
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (method.isBetter(key, key(rows.row(middle), column, isTime))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low >= capacity) {
            return;
        }
        rows.insert(low, row);
        while (rows.size() > capacity) {
            rows.remove(rows.size() - 1);
        }
    }

    private static long key(Row row, int column, boolean isTime) {
        return isTime ? row.capturedAt : number(row, column).orElse(0L);
    }

    /// Newest rows first, for those who look back.
    static List<Row> newestFirst(Instance self) {
        var newest = new ArrayList<Row>();
        for (int i = self.rows().size() - 1; i >= 0; i--) {
            newest.add(self.rows().row(i));
        }
        return newest;
    }
}
