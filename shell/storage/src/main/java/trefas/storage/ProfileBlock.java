package trefas.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.device.log.ProfileEntry;
import trefas.device.log.ProfileVisitor;

/// Some rows of one logger, log ids rising, written as differences from row to row. Rows are appended to a block as
/// long as they fall on the same UTC day or are few; that makes a block a day of a load profile, a few hundred octets,
/// or some weeks of events. See [ProfileSearch] for runs.
///
/// | field    | coded as        | meaning                                                              |
/// |----------|-----------------|----------------------------------------------------------------------|
/// | count    | number          | rows, 1 to [#ROWS_MAX]                                               |
/// | earliest | signed          | smallest time in the block, seconds since 1970                       |
/// | span     | number          | greatest time minus smallest                                         |
/// | run      | number          | first log id minus that of the first block of its run; 0 begins one  |
/// | rows     | see below       | in the order of their log ids; the first log id is in the key        |
///
/// A row begins with an octet whose bits tell what isn't as foreseen; then follow those fields, then the readings:
///
/// | bit | field    | coded as | foreseen (first row)                                                     |
/// |-----|----------|----------|--------------------------------------------------------------------------|
/// | 0   | log id   | number   | one more than before (the key's); else what is to be added to that       |
/// | 1   | time     | signed   | the same step as before (earliest); else what is to be added to that     |
/// | 2   | status   | number   | as before (0)                                                            |
/// | 3   | quality  | number   | as before (0)                                                            |
/// | 4   | columns  | number   | as many readings as before (0)                                           |
/// | 5   | moving   | number   | the same readings move as before (none): bit n for reading n             |
/// | –   | readings | number   | for each moving reading what was added to it, modulo 2^32                |
final class ProfileBlock {

    /// A day of one-minute rows. A day with more begins another block.
    static final int ROWS_MAX = 1_440;

    /// A block with fewer rows takes those of another day as well, so that rare events don't cost a block each.
    static final int ROWS_FEW = 32;

    /// Readings in one row.
    static final int READINGS_MAX = 63;

    /// The last row a logger can have (dossier 10.1).
    static final long LOG_ID_MAX = 0xFFFF_FFFFL;

    private static final int LOG_ID_DIFFERS = 1;
    private static final int TIME_DIFFERS = 1 << 1;
    private static final int STATUS_DIFFERS = 1 << 2;
    private static final int QUALITY_DIFFERS = 1 << 3;
    private static final int COLUMNS_DIFFER = 1 << 4;
    private static final int MOVING_DIFFERS = 1 << 5;
    private static final int KNOWN_BITS = (1 << 6) - 1;

    private static final long SECONDS_PER_DAY = 86_400;
    private static final long UNSIGNED_32 = 0xFFFF_FFFFL;
    private static final int UNSIGNED_16 = 0xFFFF;

    private ProfileBlock() {}

    /// What can be told of a block without decoding its rows.
    ///
    /// @param earliest smallest time in it, seconds since 1970
    /// @param latest greatest time in it
    /// @param sinceRunBegan its first log id minus that of the first block of its run
    record Head(long earliest, long latest, long sinceRunBegan) {

        /// Whether a row may have been captured between these times, both inclusive.
        boolean meets(long from, long to) {
            return earliest <= to && latest >= from;
        }
    }

    /// @param rows at least one, log ids rising, each [#checked]
    /// @param sinceRunBegan see [Head]
    static byte[] encode(List<ProfileEntry> rows, long sinceRunBegan) {
        long earliest = rows.stream().mapToLong(ProfileEntry::capturedAt).min().orElseThrow();
        long latest = rows.stream().mapToLong(ProfileEntry::capturedAt).max().orElseThrow();
        var out = new Octets();
        out.putNumber(rows.size());
        out.putSigned(earliest);
        out.putNumber(latest - earliest);
        out.putNumber(sinceRunBegan);
        var before = new Foreseen(rows.getFirst().logId(), earliest);
        for (var row : rows) {
            encode(row, before, out);
        }
        return out.written();
    }

    /// The same octets as [#encode] for the rows of a block and one more, without making those rows; empty if it
    /// doesn't
    /// belong at the end of the block or changes its beginning.
    ///
    /// @param firstLogId from the key
    static Optional<byte[]> appended(long firstLogId, byte[] content, ProfileEntry row) throws DamagedRecordException {
        var in = new Octets(content, 0, content.length);
        long count = checkedCount(in);
        long earliest = in.takeSigned();
        long latest = earliest + in.takeNumber();
        long sinceRunBegan = in.takeNumber();
        int firstRow = in.position();
        var before = new Foreseen(firstLogId, earliest);
        decodeAll(count, before, in, ProfileRange.NOTHING, _ -> {});
        if (row.logId() < before.logId
                || row.capturedAt() < earliest
                || !isRoomFor(row.capturedAt(), count, before.lastCapturedAt)) {
            return Optional.empty();
        }
        var out = new Octets();
        out.putNumber(count + 1);
        out.putSigned(earliest);
        out.putNumber(Math.max(latest, row.capturedAt()) - earliest);
        out.putNumber(sinceRunBegan);
        out.put(content, firstRow);
        encode(row, before, out);
        return Optional.of(out.written());
    }

    /// Whether a block takes another row.
    static boolean isRoomFor(long capturedAt, long rows, long lastCapturedAt) {
        return rows < ROWS_FEW
                || (rows < ROWS_MAX
                        && Math.floorDiv(capturedAt, SECONDS_PER_DAY)
                                == Math.floorDiv(lastCapturedAt, SECONDS_PER_DAY));
    }

    private static void encode(ProfileEntry row, Foreseen before, Octets out) {
        long logIdMore = row.logId() - before.logId;
        long timeMore = row.capturedAt() - before.capturedAt;
        boolean columnsDiffer = row.readingCount() != before.readings.length;
        if (columnsDiffer) {
            before.resize(row.readingCount());
        }
        long moving = before.movingFor(row);
        int bits = (logIdMore != 0 ? LOG_ID_DIFFERS : 0)
                | (timeMore != 0 ? TIME_DIFFERS : 0)
                | (row.loggerStatus() != before.status ? STATUS_DIFFERS : 0)
                | (row.dataQuality() != before.quality ? QUALITY_DIFFERS : 0)
                | (columnsDiffer ? COLUMNS_DIFFER : 0)
                | (moving != before.moving ? MOVING_DIFFERS : 0);
        out.put(bits);
        if (logIdMore != 0) {
            out.putNumber(logIdMore);
        }
        if (timeMore != 0) {
            out.putSigned(timeMore);
        }
        if ((bits & STATUS_DIFFERS) != 0) {
            out.putNumber(row.loggerStatus());
        }
        if ((bits & QUALITY_DIFFERS) != 0) {
            out.putNumber(row.dataQuality());
        }
        if (columnsDiffer) {
            out.putNumber(row.readingCount());
        }
        if (moving != before.moving) {
            out.putNumber(moving);
        }
        for (int column = 0; column < row.readingCount(); column++) {
            if ((moving >>> column & 1) != 0) {
                out.putNumber((row.reading(column) - before.readings[column]) & UNSIGNED_32);
            }
        }
        before.follow(row.logId(), row.capturedAt(), row.loggerStatus(), row.dataQuality(), moving);
        for (int column = 0; column < row.readingCount(); column++) {
            before.readings[column] = row.reading(column);
        }
    }

    /// The rows as they were encoded.
    ///
    /// @param firstLogId from the key
    static List<ProfileEntry> decode(long firstLogId, byte[] content) throws DamagedRecordException {
        var rows = new ArrayList<ProfileEntry>();
        visit(firstLogId, content, ProfileRange.EVERYTHING, rows::add);
        return rows;
    }

    /// Shows the wanted rows one by one, as they were encoded; the others are read but never made. Damage may be
    /// found after some have been shown.
    ///
    /// @param firstLogId from the key
    static void visit(long firstLogId, byte[] content, ProfileRange wanted, ProfileVisitor visitor)
            throws DamagedRecordException {
        var in = new Octets(content, 0, content.length);
        long count = checkedCount(in);
        var before = new Foreseen(firstLogId, in.takeSigned());
        in.takeNumber();
        in.takeNumber();
        decodeAll(count, before, in, wanted, visitor);
    }

    private static long checkedCount(Octets in) throws DamagedRecordException {
        long count = in.takeNumber();
        if (count < 1 || count > ROWS_MAX) {
            throw new DamagedRecordException("it claims to have " + Long.toUnsignedString(count) + " rows");
        }
        return count;
    }

    private static void decodeAll(long count, Foreseen before, Octets in, ProfileRange wanted, ProfileVisitor visitor)
            throws DamagedRecordException {
        for (long row = 0; row < count; row++) {
            decode(before, in, wanted, visitor);
        }
        if (!in.isAtEnd()) {
            throw new DamagedRecordException("something follows its last row");
        }
    }

    private static void decode(Foreseen before, Octets in, ProfileRange wanted, ProfileVisitor visitor)
            throws DamagedRecordException {
        int bits = in.take();
        if ((bits & ~KNOWN_BITS) != 0) {
            throw new DamagedRecordException("a row of it has an unknown layout");
        }
        long logId = before.logId + ((bits & LOG_ID_DIFFERS) != 0 ? in.takeNumber() : 0);
        long capturedAt = before.capturedAt + ((bits & TIME_DIFFERS) != 0 ? in.takeSigned() : 0);
        long status = (bits & STATUS_DIFFERS) != 0 ? in.takeNumber() : before.status;
        long quality = (bits & QUALITY_DIFFERS) != 0 ? in.takeNumber() : before.quality;
        if ((bits & COLUMNS_DIFFER) != 0) {
            long columns = in.takeNumber();
            if (columns < 0 || columns > READINGS_MAX) {
                throw new DamagedRecordException("a row of it has " + Long.toUnsignedString(columns) + " readings");
            }
            before.resize((int) columns);
        }
        long moving = (bits & MOVING_DIFFERS) != 0 ? in.takeNumber() : before.moving;
        long[] readings = before.readings;
        for (int column = 0; column < readings.length; column++) {
            if ((moving >>> column & 1) != 0) {
                readings[column] = (readings[column] + in.takeNumber()) & UNSIGNED_32;
            }
        }
        if (logId < 0 || logId > LOG_ID_MAX || (status | quality) < 0 || (status | quality) > UNSIGNED_16) {
            throw new DamagedRecordException("a row of it is out of range");
        }
        before.follow(logId, capturedAt, (int) status, (int) quality, moving);
        if (wanted.has(logId, capturedAt)) {
            visitor.row(new ProfileEntry(logId, capturedAt, (int) status, (int) quality, readings));
        }
    }

    static Head head(byte[] content) throws DamagedRecordException {
        var in = new Octets(content, 0, content.length);
        in.takeNumber();
        long earliest = in.takeSigned();
        long latest = earliest + in.takeNumber();
        return new Head(earliest, latest, in.takeNumber());
    }

    /// A block of schema 1, which knew no runs: one that is a run by itself says nothing wrong.
    static byte[] ofSchema1(byte[] content) throws DamagedRecordException {
        var in = new Octets(content, 0, content.length);
        var out = new Octets();
        out.putNumber(in.takeNumber());
        out.putSigned(in.takeSigned());
        out.putNumber(in.takeNumber());
        out.putNumber(0);
        while (!in.isAtEnd()) {
            out.put(in.take());
        }
        return out.written();
    }

    /// The row itself, if every field is in the range its documentation promises; else it is our bug, found before
    /// it is on disk.
    static ProfileEntry checked(ProfileEntry row) {
        boolean good = row.logId() >= 0
                && row.logId() <= LOG_ID_MAX
                && (row.loggerStatus() & ~UNSIGNED_16) == 0
                && (row.dataQuality() & ~UNSIGNED_16) == 0
                && row.readingCount() <= READINGS_MAX;
        for (int column = 0; good && column < row.readingCount(); column++) {
            good = (row.reading(column) & ~UNSIGNED_32) == 0;
        }
        if (!good) {
            throw new IllegalArgumentException("a row out of range: " + row);
        }
        return row;
    }

    /// What the next row will be if nothing special happens.
    private static final class Foreseen {
        private long logId;
        private long capturedAt;
        private long lastCapturedAt;
        private boolean isFirst = true;
        private int status;
        private int quality;
        private long moving;
        private long[] readings = {};

        Foreseen(long firstLogId, long earliest) {
            this.logId = firstLogId;
            this.capturedAt = earliest;
        }

        /// Another number of readings is another set of registers: nothing carries over.
        void resize(int columns) {
            readings = new long[columns];
            moving = 0;
        }

        /// The readings that move. One that stands still for a single row isn't worth saying so.
        long movingFor(ProfileEntry row) {
            long changed = 0;
            for (int column = 0; column < readings.length; column++) {
                if (row.reading(column) != readings[column]) {
                    changed |= 1L << column;
                }
            }
            boolean fits = (changed & ~moving) == 0 && Long.bitCount(moving & ~changed) <= 1;
            return fits ? moving : changed;
        }

        /// A row has been; its readings are in place.
        void follow(long rowLogId, long rowCapturedAt, int rowStatus, int rowQuality, long rowMoving) {
            long step = isFirst ? 0 : rowCapturedAt - lastCapturedAt;
            isFirst = false;
            lastCapturedAt = rowCapturedAt;
            logId = rowLogId + 1;
            capturedAt = rowCapturedAt + step;
            status = rowStatus;
            quality = rowQuality;
            moving = rowMoving;
        }
    }
}
