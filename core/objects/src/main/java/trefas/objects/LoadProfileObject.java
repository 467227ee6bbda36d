package trefas.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import trefas.device.Meter;
import trefas.device.clock.MeterClock;
import trefas.device.log.CapturePeriod;
import trefas.device.log.DataLogger;
import trefas.device.log.LoadProfile;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.ProfileEntry;
import trefas.device.log.ProfileVisitor;
import trefas.device.register.EnergyRegister;
import trefas.quantity.Obis;

/// The load profile, class 7 (dossier 10.1, 10.2, 10.6). A row over the wire:
///
/// | column          | captured from            | type                 |
/// |-----------------|--------------------------|----------------------|
/// | time            | 0-1:1.0.0, attribute 2   | octet-string(12)     |
/// | logger status   | own name, attribute 255  | long-unsigned        |
/// | data quality    | own name, attribute 254  | double-long-unsigned |
/// | reserved        | 1-1:134.0.1, attribute 2 | integer 1            |
/// | registers       | attribute 2 of each      | double-long-unsigned |
final class LoadProfileObject {

    private static final int CLASS_DATA = 1;
    private static final int CLASS_REGISTER = 3;
    private static final int CLASS_PROFILE = 7;
    private static final int CLASS_CLOCK = 8;

    /// Attributes 255 and 254 as the signed octets they are sent as.
    private static final int LOGGER_STATUS_ATTRIBUTE = -1;
    private static final int DATA_QUALITY_ATTRIBUTE = -2;

    private static final Obis RESERVED = Obis.of("1-1:134.0.1*255");
    private static final int RESERVED_VALUE = 1;
    private static final int FIRST_REGISTER_COLUMN = 4;
    private static final int FIFO = 1;
    private static final int SECONDS_PER_MINUTE = 60;

    /// The selector that selects nothing (dossier 10.6).
    private static final int WHOLE_BUFFER = 0;

    private static final CaptureObject TIME = new CaptureObject(CLASS_CLOCK, ObjectTable.CLOCK, 2, 0);

    private final List<CaptureObject> columns;
    private final int capacity;

    LoadProfileObject(LoadProfileContent content) {
        var all = new ArrayList<CaptureObject>();
        all.add(TIME);
        all.add(new CaptureObject(CLASS_PROFILE, ObjectTable.LOAD_PROFILE, LOGGER_STATUS_ATTRIBUTE, 0));
        all.add(new CaptureObject(CLASS_PROFILE, ObjectTable.LOAD_PROFILE, DATA_QUALITY_ATTRIBUTE, 0));
        all.add(new CaptureObject(CLASS_DATA, RESERVED, 2, 0));
        for (EnergyRegister register : content.registers()) {
            all.add(new CaptureObject(CLASS_REGISTER, register.obis(), 2, 0));
        }
        this.columns = List.copyOf(all);
        this.capacity = content.capacity();
    }

    List<Attribute> attributes() {
        return List.of(
                Attribute.selectable(this::readBuffer),
                Attribute.whole((_, out) -> {
                    out.array(columns.size());
                    columns.forEach(column -> column.write(out));
                }),
                Attribute.whole((meter, out) -> out.doubleLongUnsigned(
                                meter.settings().capturePeriod().seconds()))
                        .writable(LoadProfileObject::setPeriod),
                Attribute.whole((_, out) -> out.enumerated(FIFO)),
                Attribute.whole((_, out) -> TIME.write(out)),
                Attribute.whole((meter, out) ->
                        out.doubleLongUnsigned(meter.loadProfile().entriesInUse())),
                Attribute.whole((_, out) -> out.doubleLongUnsigned(capacity)));
    }

    /// Reset empties the profile; rows are taken on the grid only, so there is nothing to capture by hand.
    static List<Method> methods() {
        return List.of(Method.plain(
                question -> question.meter().clearLoadProfile(question.device().effects())));
    }

    private static DataAccessResult setPeriod(Question question, CosemData value) {
        if (!(value instanceof CosemData.DoubleLongUnsigned(long seconds))) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        Optional<CapturePeriod> period =
                seconds % SECONDS_PER_MINUTE == 0 && seconds <= CapturePeriod.MINUTES_60.seconds()
                        ? CapturePeriod.ofMinutes((int) (seconds / SECONDS_PER_MINUTE))
                        : Optional.empty();
        if (period.isEmpty()) {
            return DataAccessResult.OTHER_REASON;
        }
        question.meter().setCapturePeriod(period.get(), question.device().effects());
        return DataAccessResult.SUCCESS;
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
        return writeRows(question, between(question, Long.MIN_VALUE, Long.MAX_VALUE), everyColumn(), out);
    }

    /// Selector 1: rows by time, both ends inclusive; wildcards reach as far as they can.
    private DataAccessResult readRange(Question question, RangeDescriptor range, AxdrWriter out) {
        if (!isTime(range.restrictingObject())) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        Optional<CosemDateTime> from = dateTime(range.from());
        Optional<CosemDateTime> to = dateTime(range.to());
        if (from.isEmpty() || to.isEmpty()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        if (!columns.containsAll(range.columns())) {
            return DataAccessResult.OTHER_REASON;
        }
        MeterClock clock = question.meter().clock();
        int[] wanted = IntStream.range(0, columns.size())
                .filter(column -> range.columns().isEmpty() || range.columns().contains(columns.get(column)))
                .toArray();
        long first = from.get().earliestSeconds(clock::epochSecond);
        long last = to.get().latestSeconds(clock::lastEpochSecond);
        return writeRows(question, between(question, first, last), wanted, out);
    }

    /// The time of a clock on any channel: some clients always name the one on channel 0, and this meter has but
    /// one.
    private static boolean isTime(CaptureObject restricting) {
        Obis name = restricting.logicalName();
        var onOurChannel = new Obis(name.a(), TIME.logicalName().b(), name.c(), name.d(), name.e(), name.f());
        return TIME.equals(new CaptureObject(
                restricting.classId(), onOurChannel, restricting.attributeIndex(), restricting.dataIndex()));
    }

    /// Selector 2, as this meter counts (dossier 10.6): entry 0 is the newest row. From a small to a large number
    /// walks back in time, from a large number to a small one forward; columns count from 1.
    private DataAccessResult readEntries(Question question, EntryDescriptor entries, AxdrWriter out) {
        int last = entries.toColumn() == 0 ? columns.size() : entries.toColumn();
        if (entries.fromColumn() < 1 || entries.fromColumn() > last || last > columns.size()) {
            return DataAccessResult.OTHER_REASON;
        }
        int[] wanted = IntStream.range(entries.fromColumn() - 1, last).toArray();
        LoadProfile profile = question.meter().loadProfile();
        long newest = profile.nextLogId() - 1;
        long first = Math.max(newest - Math.max(entries.fromEntry(), entries.toEntry()), profile.oldestLogId());
        long end = newest - Math.min(entries.fromEntry(), entries.toEntry());
        Rows rows = visitor -> question.device()
                .memory()
                .visitLogIds(question.meter().serialNumber(), DataLogger.LOAD_PROFILE, first, end, visitor);
        return entries.fromEntry() < entries.toEntry()
                ? writeReversed(question, rows, wanted, out)
                : writeRows(question, rows, wanted, out);
    }

    /// The rows somebody asked for, oldest first.
    @FunctionalInterface
    private interface Rows {

        void visit(ProfileVisitor visitor) throws IOException;
    }

    private static DataAccessResult writeReversed(Question question, Rows rows, int[] wanted, AxdrWriter out) {
        var found = new ArrayList<ProfileEntry>();
        try {
            rows.visit(found::add);
        } catch (IOException memoryUnreadable) {
            return DataAccessResult.HARDWARE_FAULT;
        }
        out.array(found.size());
        var stamps = new StampWriter(question.meter().clock());
        found.reversed().forEach(row -> writeRow(stamps, row, wanted, out));
        return DataAccessResult.SUCCESS;
    }

    private static DataAccessResult writeRows(Question question, Rows rows, int[] wanted, AxdrWriter out) {
        var stamps = new StampWriter(question.meter().clock());
        int start = out.length();
        int[] count = {0};
        try {
            rows.visit(row -> {
                writeRow(stamps, row, wanted, out);
                count[0]++;
            });
        } catch (IOException memoryUnreadable) {
            return DataAccessResult.HARDWARE_FAULT;
        }
        out.arrayAround(start, count[0]);
        return DataAccessResult.SUCCESS;
    }

    private static Rows between(Question question, long from, long to) {
        Meter meter = question.meter();
        return visitor -> question.device()
                .memory()
                .visit(
                        meter.serialNumber(),
                        DataLogger.LOAD_PROFILE,
                        meter.loadProfile().oldestLogId(),
                        from,
                        to,
                        visitor);
    }

    /// @param wanted numbers of the columns, rising
    private static void writeRow(StampWriter stamps, ProfileEntry row, int[] wanted, AxdrWriter out) {
        out.structure(wanted.length);
        for (int column : wanted) {
            writeCell(stamps, row, column, out);
        }
    }

    private static void writeCell(StampWriter stamps, ProfileEntry row, int column, AxdrWriter out) {
        switch (column) {
            case 0 -> stamps.write(row.capturedAt(), out);
            case 1 -> out.longUnsigned(row.loggerStatus());
            case 2 -> out.doubleLongUnsigned(row.dataQuality());
            case 3 -> out.integer(RESERVED_VALUE);
            default -> out.doubleLongUnsigned(row.reading(column - FIRST_REGISTER_COLUMN));
        }
    }

    private int[] everyColumn() {
        return IntStream.range(0, columns.size()).toArray();
    }

    private static Optional<CosemDateTime> dateTime(CosemData data) {
        return CosemDateTime.of(data) instanceof Decoded.Complete<CosemDateTime>(CosemDateTime value, int _)
                ? Optional.of(value)
                : Optional.empty();
    }
}
