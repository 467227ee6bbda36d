package trefas.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AccessSelection.Other;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;
import trefas.cosem.InterfaceClass;
import trefas.device.Meter;
import trefas.device.clock.MeterClock;
import trefas.device.log.DataLogger;
import trefas.device.log.LoadProfileValues;
import trefas.device.log.LoggerLayout;
import trefas.device.log.ProfileEntry;
import trefas.device.log.ProfileVisitor;
import trefas.quantity.Obis;

/// A logger of the meter as a profile, class 7 version 1 (dossier 10.1, 10.6, 20). Its rows come from the permanent
/// memory, oldest first unless the client asks otherwise.
///
/// @param logger whose rows they are
/// @param capacity rows it keeps
/// @param columns what it captures on a meter
/// @param logIds which rows a meter has
/// @param values whether a row says what the registers stood at or what they grew by
record ProfileObject(
        DataLogger logger,
        int capacity,
        Function<Meter, ProfileColumns> columns,
        Function<Meter, LogIds> logIds,
        LoadProfileValues values) {

    private static final int FIFO = 1;

    /// The selector that selects nothing (dossier 10.6).
    private static final int WHOLE_BUFFER = 0;

    /// A logger whose rows are read as they were taken.
    ProfileObject(
            DataLogger logger, int capacity, Function<Meter, ProfileColumns> columns, Function<Meter, LogIds> logIds) {
        this(logger, capacity, columns, logIds, LoadProfileValues.ABSOLUTE);
    }

    /// @param period the attribute capture_period
    MeterObject with(Attribute period, List<Method> methods) {
        return with(captured(), period, methods);
    }

    /// @param captured the attribute capture_objects
    MeterObject with(Attribute captured, Attribute period, List<Method> methods) {
        return new MeterObject(
                LoggerLayout.nameOf(logger),
                InterfaceClass.PROFILE_GENERIC,
                false,
                attributes(captured, period),
                methods);
    }

    /// The attribute capture_objects, as it is read.
    Attribute captured() {
        return Attribute.whole((meter, out) -> columns.apply(meter).write(out));
    }

    private List<Attribute> attributes(Attribute captured, Attribute period) {
        return List.of(
                Attribute.selectable(this::readBuffer),
                captured,
                period,
                Attribute.whole((_, out) -> out.enumerated(FIFO)),
                Attribute.whole((meter, out) -> columns.apply(meter).time().write(out)),
                Attribute.whole((meter, out) ->
                        out.doubleLongUnsigned(logIds.apply(meter).entriesInUse())),
                Attribute.whole((_, out) -> out.doubleLongUnsigned(capacity)));
    }

    private DataAccessResult readBuffer(Question question, AxdrWriter out) {
        if (question.selection().isEmpty()) {
            return readWhole(question, out);
        }
        AccessSelection selection = question.selection().get();
        return switch (selection) {
            case RangeDescriptor range -> readRange(question, range, out);
            case EntryDescriptor entries -> readEntries(question, entries, out);
            case Other(int selector, CosemData _) when selector == WHOLE_BUFFER -> readWhole(question, out);
            case Other _ -> DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
        };
    }

    private DataAccessResult readWhole(Question question, AxdrWriter out) {
        int[] all = columns.apply(question.meter()).all();
        return writeRows(question, between(question, Long.MIN_VALUE, Long.MAX_VALUE), all, out);
    }

    /// Selector 1: rows by time, both ends inclusive; wildcards reach as far as they can.
    private DataAccessResult readRange(Question question, RangeDescriptor range, AxdrWriter out) {
        List<CaptureObject> captured = columns.apply(question.meter()).captured();
        if (!isTime(range.restrictingObject(), captured.getFirst())) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        Optional<CosemDateTime> from = dateTime(range.from());
        Optional<CosemDateTime> to = dateTime(range.to());
        if (from.isEmpty() || to.isEmpty()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        if (!captured.containsAll(range.columns())) {
            return DataAccessResult.OTHER_REASON;
        }
        MeterClock clock = question.meter().clock();
        int[] wanted = IntStream.range(0, captured.size())
                .filter(column -> range.columns().isEmpty() || range.columns().contains(captured.get(column)))
                .toArray();
        long first = from.get().earliestSeconds(clock::epochSecond);
        long last = to.get().latestSeconds(clock::lastEpochSecond);
        return writeRows(question, between(question, first, last), wanted, out);
    }

    /// The time of a clock on any channel: some clients always name the one on channel 0, and this meter has but
    /// one.
    private static boolean isTime(CaptureObject restricting, CaptureObject time) {
        Obis name = restricting.logicalName();
        var onOurChannel = new Obis(name.a(), time.logicalName().b(), name.c(), name.d(), name.e(), name.f());
        return time.equals(new CaptureObject(
                restricting.classId(), onOurChannel, restricting.attributeIndex(), restricting.dataIndex()));
    }

    /// Selector 2, as this meter counts (dossier 10.6): entry 0 is the newest row. From a small to a large number
    /// walks back in time, from a large number to a small one forward; columns count from 1.
    private DataAccessResult readEntries(Question question, EntryDescriptor entries, AxdrWriter out) {
        int count = columns.apply(question.meter()).count();
        int last = entries.toColumn() == 0 ? count : entries.toColumn();
        if (entries.fromColumn() < 1 || entries.fromColumn() > last || last > count) {
            return DataAccessResult.OTHER_REASON;
        }
        int[] wanted = IntStream.range(entries.fromColumn() - 1, last).toArray();
        LogIds ids = logIds.apply(question.meter());
        long newest = ids.next() - 1;
        long first = Math.max(newest - Math.max(entries.fromEntry(), entries.toEntry()), ids.oldest());
        long end = newest - Math.min(entries.fromEntry(), entries.toEntry());
        Rows rows = visitor -> visitLogIds(question, first, end, visitor);
        return entries.fromEntry() < entries.toEntry()
                ? writeReversed(question, rows, wanted, out)
                : writeRows(question, rows, wanted, out);
    }

    /// The rows somebody asked for, oldest first.
    @FunctionalInterface
    private interface Rows {

        void visit(ProfileVisitor visitor) throws IOException;
    }

    private DataAccessResult writeReversed(Question question, Rows rows, int[] wanted, AxdrWriter out) {
        ProfileColumns cells = columns.apply(question.meter());
        var found = new ArrayList<ProfileEntry>();
        try {
            visit(question, rows, found::add);
        } catch (IOException memoryUnreadable) {
            return DataAccessResult.HARDWARE_FAULT;
        }
        out.array(found.size());
        var stamps = new StampWriter(question.meter().clock());
        found.reversed().forEach(row -> cells.writeRow(stamps, row, wanted, out));
        return DataAccessResult.SUCCESS;
    }

    private DataAccessResult writeRows(Question question, Rows rows, int[] wanted, AxdrWriter out) {
        ProfileColumns cells = columns.apply(question.meter());
        var stamps = new StampWriter(question.meter().clock());
        int start = out.length();
        int[] count = {0};
        try {
            visit(question, rows, row -> {
                cells.writeRow(stamps, row, wanted, out);
                count[0]++;
            });
        } catch (IOException memoryUnreadable) {
            return DataAccessResult.HARDWARE_FAULT;
        }
        out.arrayAround(start, count[0]);
        return DataAccessResult.SUCCESS;
    }

    /// Rows as they are read out.
    private void visit(Question question, Rows rows, ProfileVisitor visitor) throws IOException {
        switch (values) {
            case ABSOLUTE -> rows.visit(visitor);
            case DELTA -> {
                long oldest = logIds.apply(question.meter()).oldest();
                var differences = new DeltaRows(
                        question.meter().energyFormat(),
                        (logId, found) -> visitLogIds(question, Math.max(logId, oldest), logId, found),
                        visitor);
                rows.visit(differences);
                differences.check();
            }
        }
    }

    private void visitLogIds(Question question, long first, long last, ProfileVisitor visitor) throws IOException {
        question.device().memory().visitLogIds(question.meter().serialNumber(), logger, first, last, visitor);
    }

    private Rows between(Question question, long from, long to) {
        Meter meter = question.meter();
        return visitor -> question.device()
                .memory()
                .visit(meter.serialNumber(), logger, logIds.apply(meter).oldest(), from, to, visitor);
    }

    private static Optional<CosemDateTime> dateTime(CosemData data) {
        return CosemDateTime.of(data) instanceof Decoded.Complete<CosemDateTime>(CosemDateTime value, int _)
                ? Optional.of(value)
                : Optional.empty();
    }
}
