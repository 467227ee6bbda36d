package trefas.objects.standard;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AccessSelection.Other;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.AttributeType;
import trefas.cosem.CaptureObject;
import trefas.cosem.DataAccessResult;

/// What a client wants of a profile's buffer (dossier D11), understood against the columns it has: entries by
/// number, or rows by the value of a column, and which columns.
///
/// @param firstEntry first entry in the order of the buffer, from 1
/// @param lastEntry last one, at most
/// @param column the column whose value is compared, or [#NO_COLUMN]
/// @param isTime whether that column is the time, so that `from` and `to` are seconds
/// @param from smallest value wanted
/// @param to largest value wanted
/// @param columns the columns wanted
record BufferQuery(long firstEntry, long lastEntry, int column, boolean isTime, long from, long to, BitSet columns) {

    static final int NO_COLUMN = -1;

    private static final int CLASS_CLOCK = 8;
    private static final int TIME_ATTRIBUTE = 2;

    /// What becomes of a selection.
    sealed interface Understood {
        record Query(BufferQuery query) implements Understood {}

        record Refused(DataAccessResult result) implements Understood {}
    }

    static Understood of(Optional<AccessSelection> selection, List<CaptureObject> columns, WallClock clock) {
        if (selection.isEmpty()) {
            return rows(1, Long.MAX_VALUE, all(columns));
        }
        return switch (selection.get()) {
            case RangeDescriptor range -> range(range, columns, clock);
            case EntryDescriptor entries -> entries(entries, columns);
            case Other _ -> new Understood.Refused(DataAccessResult.SCOPE_OF_ACCESS_VIOLATED);
        };
    }

    private static Understood range(RangeDescriptor range, List<CaptureObject> columns, WallClock clock) {
        int column = columns.indexOf(range.restrictingObject());
        if (column < 0 || !columns.containsAll(range.columns())) {
            return new Understood.Refused(DataAccessResult.OTHER_REASON);
        }
        BitSet wanted = all(columns);
        if (!range.columns().isEmpty()) {
            for (int i = 0; i < columns.size(); i++) {
                wanted.set(i, range.columns().contains(columns.get(i)));
            }
        }
        boolean isTime = isTime(range.restrictingObject());
        Optional<Long> from = isTime
                ? Values.time(range.from()).map(time -> clock.earliest(time))
                : AttributeType.number(range.from());
        Optional<Long> to =
                isTime ? Values.time(range.to()).map(time -> clock.latest(time)) : AttributeType.number(range.to());
        return from.isEmpty() || to.isEmpty()
                ? new Understood.Refused(DataAccessResult.TYPE_UNMATCHED)
                : new Understood.Query(
                        new BufferQuery(1, Long.MAX_VALUE, column, isTime, from.get(), to.get(), wanted));
    }

    private static Understood entries(EntryDescriptor entries, List<CaptureObject> columns) {
        int last = entries.toColumn() == 0 ? columns.size() : entries.toColumn();
        if (entries.fromEntry() < 1
                || entries.fromColumn() < 1
                || entries.fromColumn() > last
                || last > columns.size()) {
            return new Understood.Refused(DataAccessResult.OTHER_REASON);
        }
        var wanted = new BitSet(columns.size());
        wanted.set(entries.fromColumn() - 1, last);
        return rows(entries.fromEntry(), entries.toEntry() == 0 ? Long.MAX_VALUE : entries.toEntry(), wanted);
    }

    private static Understood rows(long first, long last, BitSet columns) {
        return new Understood.Query(
                new BufferQuery(first, last, NO_COLUMN, false, Long.MIN_VALUE, Long.MAX_VALUE, columns));
    }

    static boolean isTime(CaptureObject column) {
        return column.classId() == CLASS_CLOCK && column.attributeIndex() == TIME_ATTRIBUTE;
    }

    private static BitSet all(List<CaptureObject> columns) {
        var all = new BitSet(columns.size());
        all.set(0, columns.size());
        return all;
    }

    /// True for a query by entries alone.
    boolean isByEntry() {
        return column == NO_COLUMN;
    }

    boolean holds(long value) {
        return value >= from && value <= to;
    }
}
