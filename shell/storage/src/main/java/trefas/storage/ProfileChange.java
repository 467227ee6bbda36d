package trefas.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import trefas.device.log.ProfileEntry;

/// What one save does to the rows of one logger of one meter, worked out before anything is written.
///
/// A row joins the block before it if it falls on the same UTC day, else it begins a block. Blocks stand in the order
/// of log ids, not of times, so a clock set backwards loses and reorders nothing. A log id saved again replaces its
/// row.
final class ProfileChange {

    private static final long SECONDS_PER_DAY = 86_400;

    /// The blocks as they stand before the change.
    interface Blocks {

        /// The first log id of the last block that begins at or before this log id.
        OptionalLong firstLogIdUpTo(long logId) throws IOException;

        /// The rows of the block with this first log id, which exists.
        ///
        /// @throws DamagedRecordException when it can't be what was saved
        List<ProfileEntry> rows(long firstLogId) throws IOException;
    }

    private final Blocks before;
    private final TreeMap<Long, List<ProfileEntry>> changed = new TreeMap<>();
    private long firstKept;
    private boolean hasBegunBlock;

    ProfileChange(Blocks before) {
        this.before = before;
    }

    /// @param capacity log ids the ring keeps, counted down from this row's
    void add(ProfileEntry row, int capacity) throws IOException {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity of a ring: " + capacity);
        }
        ProfileBlock.checked(row);
        place(row);
        firstKept = Math.max(firstKept, row.logId() - capacity + 1);
    }

    private void place(ProfileEntry row) throws IOException {
        var found = changedOrBefore(row.logId());
        if (found.isEmpty()) {
            begin(row);
            return;
        }
        var rows = found.get();
        var last = rows.getLast();
        if (row.logId() <= last.logId()) {
            replace(rows, row);
        } else if (dayOf(row) == dayOf(last) && rows.size() < ProfileBlock.ROWS_MAX) {
            rows.add(row);
        } else {
            begin(row);
        }
    }

    private void begin(ProfileEntry row) {
        var rows = new ArrayList<ProfileEntry>();
        rows.add(row);
        changed.put(row.logId(), rows);
        hasBegunBlock = true;
    }

    /// A row older than the newest: in place of its former self, or into a hole between log ids.
    private void replace(List<ProfileEntry> rows, ProfileEntry row) {
        int index = 0;
        while (rows.get(index).logId() < row.logId()) {
            index++;
        }
        if (rows.get(index).logId() == row.logId()) {
            rows.set(index, row);
            return;
        }
        rows.add(index, row);
        if (rows.size() > ProfileBlock.ROWS_MAX) {
            var secondHalf = rows.subList(rows.size() / 2, rows.size());
            changed.put(secondHalf.getFirst().logId(), new ArrayList<>(secondHalf));
            secondHalf.clear();
        }
    }

    /// The block a log id belongs to, taken into the change. A damaged one is left as it is for its reader to be told,
    /// and the row begins a block of its own: a meter must go on counting.
    private Optional<List<ProfileEntry>> changedOrBefore(long logId) throws IOException {
        var mine = changed.floorEntry(logId);
        var stored = before.firstLogIdUpTo(logId);
        if (stored.isEmpty() || (mine != null && mine.getKey() >= stored.getAsLong())) {
            return Optional.ofNullable(mine).map(Map.Entry::getValue);
        }
        try {
            var rows = new ArrayList<>(before.rows(stored.getAsLong()));
            changed.put(stored.getAsLong(), rows);
            return Optional.of(rows);
        } catch (DamagedRecordException damaged) {
            if (stored.getAsLong() == logId) {
                throw damaged;
            }
            return Optional.empty();
        }
    }

    /// The blocks to be written, encoded, by their first log id.
    Map<Long, byte[]> written() {
        var written = new TreeMap<Long, byte[]>();
        changed.forEach((firstLogId, rows) -> written.put(firstLogId, ProfileBlock.encode(rows)));
        return written;
    }

    /// Where the ring begins now: whole blocks before this first log id have left it. Empty if none has, or if this
    /// change begins no block; so the ring is looked after once a day.
    OptionalLong droppedBefore() throws IOException {
        if (!hasBegunBlock || firstKept <= 0) {
            return OptionalLong.empty();
        }
        var oldestKept = before.firstLogIdUpTo(firstKept);
        var newer = changed.floorKey(firstKept);
        long bound = Math.max(oldestKept.orElse(0), newer == null ? 0 : newer);
        return bound > 0 && before.firstLogIdUpTo(bound - 1).isPresent()
                ? OptionalLong.of(bound)
                : OptionalLong.empty();
    }

    private static long dayOf(ProfileEntry row) {
        return Math.floorDiv(row.capturedAt(), SECONDS_PER_DAY);
    }
}
