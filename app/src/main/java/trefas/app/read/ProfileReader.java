package trefas.app.read;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.app.read.MeterReader.Listed;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemDateTime;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.ScalerUnit;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.client.ServiceCall.AttributeRead;
import trefas.transport.ReadResult;

/// Reads the rows of one profile (Profile generic, class 7), a few days at a time when it is long: so neither end holds
/// all of it, and rows captured meanwhile move nothing.
public final class ProfileReader {

    /// Rows asked for at once.
    static final int ROWS_AT_ONCE = 1_000;

    private static final int BUFFER = 2;
    private static final int CAPTURE_PERIOD = 4;
    private static final int SORT_METHOD = 5;
    private static final int ENTRIES_IN_USE = 7;
    private static final int LAST_IN_FIRST_OUT = 2;
    private static final int SECONDS_PER_DAY = 86_400;

    /// Takes rows in the order the meter gives them.
    @FunctionalInterface
    public interface RowSink {
        void row(List<CosemData> cells) throws IOException;
    }

    private final MeterReader reader;
    private final Listed profile;
    private final List<ProfileColumn> all;
    private List<ProfileColumn> columns;

    private ProfileReader(MeterReader reader, Listed profile, List<ProfileColumn> columns) {
        this.reader = reader;
        this.profile = profile;
        this.all = columns;
        this.columns = columns;
    }

    /// Finds out what a profile captures and what the numbers mean.
    public static ProfileReader of(MeterReader reader, Listed profile) throws IOException {
        List<CaptureObject> captured = reader.captureObjects(profile);
        List<String> names = reader.columns(profile);
        var reads = new ArrayList<AttributeRead>();
        for (CaptureObject column : captured) {
            scaler(column).ifPresent(scaler -> reads.add(new AttributeRead(scaler, Optional.empty())));
        }
        var scales = reader.connection().get(reads).iterator();
        var columns = new ArrayList<ProfileColumn>(captured.size());
        for (int column = 0; column < captured.size(); column++) {
            Optional<ScalerUnit> scale = scaler(captured.get(column)).isPresent()
                            && scales.next() instanceof ReadResult.Value(CosemData data)
                    ? ScalerUnit.of(data)
                    : Optional.empty();
            columns.add(new ProfileColumn(captured.get(column), names.get(column), scale));
        }
        return new ProfileReader(reader, profile, columns);
    }

    /// All columns, or those chosen.
    public List<ProfileColumn> columns() {
        return columns;
    }

    /// Only these columns, given in the order they are captured in; no names mean all.
    ///
    /// @throws MeterReader.NotGivenException when the profile has none of that name
    public void choose(List<String> names) throws MeterReader.NotGivenException {
        if (names.isEmpty()) {
            return;
        }
        var chosen = new ArrayList<ProfileColumn>();
        for (String name : names) {
            chosen.add(ProfileSelection.column(all, name)
                    .orElseThrow(() -> new MeterReader.NotGivenException("The meter's " + profile.obis()
                            + " has no column " + name + ", but "
                            + String.join(
                                    ", ", all.stream().map(ProfileColumn::name).toList())
                            + ".")));
        }
        columns = all.stream().filter(chosen::contains).toList();
    }

    /// Reads the rows and hands each on.
    public void read(ProfileSelection selection, RowSink sink) throws IOException {
        switch (selection) {
            case ProfileSelection.Everything _ -> readEverything(sink);
            case ProfileSelection.Between(var from, var to) -> readBetween(from, to, sink);
            case ProfileSelection.Entries(long from, long to) -> readEntries(from, to, sink);
            case ProfileSelection.Last(long count) -> readLast(count, sink);
        }
    }

    /// The youngest rows. Meters that count their entries from 0 count back from the youngest one, whatever their sort
    /// method says (dossier 10.6); they have no entry of the number the others give their last.
    private void readLast(long count, RowSink sink) throws IOException {
        long inUse = number(ENTRIES_IN_USE);
        long rows = Math.min(count, inUse);
        if (rows == 0) {
            return;
        }
        boolean countsFromZero = elements(
                        reader.get(profile, BUFFER, Optional.of(new EntryDescriptor(inUse, inUse, 1, 0))))
                .isEmpty();
        if (countsFromZero) {
            readEntries(rows - 1, 0, sink);
            return;
        }
        boolean newestFirst = attribute(SORT_METHOD) instanceof Enumerated(int method) && method == LAST_IN_FIRST_OUT;
        readEntries(newestFirst ? 1 : inUse - rows + 1, newestFirst ? rows : inUse, sink);
    }

    /// A long profile day by day, between the times of its first and its last row.
    private void readEverything(RowSink sink) throws IOException {
        boolean selects = reader.connection().negotiated().has(ConformanceBit.SELECTIVE_ACCESS);
        if (!selects || number(ENTRIES_IN_USE) <= ROWS_AT_ONCE || daysAtOnce() == 0) {
            part(Optional.empty(), all, sink);
            return;
        }
        long inUse = number(ENTRIES_IN_USE);
        var first = timeOfEntry(1);
        var last = timeOfEntry(inUse);
        if (first.isEmpty() || last.isEmpty()) {
            part(Optional.empty(), all, sink);
            return;
        }
        boolean isForward = first.get().isBefore(last.get());
        readBetween(
                Optional.of(isForward ? first.get() : last.get()),
                // Rows that are captured while this one is read belong to it.
                Optional.of((isForward ? last.get() : first.get()).plusDays(1)),
                sink);
    }

    private Optional<LocalDateTime> timeOfEntry(long entry) throws IOException {
        var times = new ArrayList<LocalDateTime>();
        part(Optional.of(new EntryDescriptor(entry, entry, 1, 0)), all, cells -> {
            for (int column = 0; column < Math.min(cells.size(), columns.size()); column++) {
                if (columns.get(column).isTime()
                        && CosemDateTime.of(cells.get(column)) instanceof Complete<CosemDateTime>(var time, int _)
                        && time.isOnePoint()) {
                    times.add(LocalDateTime.of(
                            time.year(), time.month(), time.day(), time.hour(), time.minute(), time.second()));
                }
            }
        });
        return times.isEmpty() ? Optional.empty() : Optional.of(times.getFirst());
    }

    private void readBetween(Optional<LocalDateTime> from, Optional<LocalDateTime> to, RowSink sink)
            throws IOException {
        long days = from.isPresent() && to.isPresent() ? daysAtOnce() : 0;
        if (days == 0) {
            range(time(from), time(to), sink);
            return;
        }
        // Cut at midnight, where no clock is put back: an hour that is there twice stays in one piece.
        LocalDateTime at = from.orElseThrow();
        LocalDateTime end = to.orElseThrow();
        while (!at.isAfter(end)) {
            LocalDate last = at.toLocalDate().plusDays(days - 1);
            LocalDateTime until = last.atTime(LocalTime.of(23, 59, 59));
            range(time(Optional.of(at)), time(Optional.of(until.isBefore(end) ? until : end)), sink);
            at = last.plusDays(1).atStartOfDay();
        }
    }

    private void range(CosemDateTime from, CosemDateTime to, RowSink sink) throws IOException {
        CaptureObject clock = all.stream()
                .filter(ProfileColumn::isTime)
                .findFirst()
                .orElseThrow(() -> new MeterReader.NotGivenException("The meter's " + profile.obis()
                        + " has no column with a time: --entries or --last select rows."))
                .object();
        List<CaptureObject> wanted = columns.equals(all)
                ? List.of()
                : columns.stream().map(ProfileColumn::object).toList();
        part(
                Optional.of(new RangeDescriptor(
                        clock,
                        new OctetString(Octets.of(from.octets())),
                        new OctetString(Octets.of(to.octets())),
                        wanted)),
                columns,
                sink);
    }

    private void readEntries(long from, long to, RowSink sink) throws IOException {
        part(Optional.of(new EntryDescriptor(from, to, 1, 0)), all, sink);
    }

    /// Reads one part; what comes in more columns than were chosen is cut to them.
    private void part(Optional<AccessSelection> selection, List<ProfileColumn> sent, RowSink sink) throws IOException {
        for (CosemData row : elements(reader.get(profile, BUFFER, selection))) {
            if (!(row instanceof CosemData.Structure(List<CosemData> cells))) {
                throw new MeterReader.NotGivenException(
                        "The meter gives a row of " + profile.obis() + " that has no columns.");
            }
            if (cells.size() == columns.size()) {
                sink.row(cells);
            } else if (cells.size() == sent.size()) {
                var cut = new ArrayList<CosemData>(columns.size());
                for (ProfileColumn column : columns) {
                    cut.add(cells.get(sent.indexOf(column)));
                }
                sink.row(cut);
            } else {
                throw new MeterReader.NotGivenException("The meter gives a row of " + profile.obis() + " with "
                        + cells.size() + " columns, expected " + sent.size() + ".");
            }
        }
    }

    private static List<CosemData> elements(CosemData buffer) {
        return switch (buffer) {
            case CosemData.Array(var rows) -> rows;
            case CosemData.CompactArray(var _, var rows) -> rows;
            case CosemData _ -> List.of();
        };
    }

    /// Whole days that hold about [#ROWS_AT_ONCE] rows; 0 when the profile follows no period.
    private long daysAtOnce() throws IOException {
        long period = number(CAPTURE_PERIOD);
        return period == 0 ? 0 : Math.max(1, ROWS_AT_ONCE * period / SECONDS_PER_DAY);
    }

    private long number(int attribute) throws IOException {
        return attribute(attribute) instanceof DoubleLongUnsigned(long value) ? value : 0;
    }

    private CosemData attribute(int attribute) throws IOException {
        var descriptor = new AttributeDescriptor(profile.classId(), profile.obis(), attribute);
        return reader.connection().get(descriptor, Optional.empty()) instanceof ReadResult.Value(CosemData data)
                ? data
                : new CosemData.NullData();
    }

    private static Optional<AttributeDescriptor> scaler(CaptureObject column) {
        return MeterReader.scaler(
                new AttributeDescriptor(column.classId(), column.logicalName(), column.attributeIndex()));
    }

    /// A local time of the meter; an open end is all of time.
    private static CosemDateTime time(Optional<LocalDateTime> time) {
        return time.map(local -> CosemDateTime.of(
                        local, CosemDateTime.DEVIATION_NOT_SPECIFIED, CosemDateTime.STATUS_NOT_SPECIFIED))
                .orElse(CosemTimes.OPEN);
    }
}
