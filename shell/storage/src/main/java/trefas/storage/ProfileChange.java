package trefas.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import trefas.device.log.ProfileEntry;

/// What one save does to the rows of one logger of one meter, worked out before anything is written.
///
/// A row joins the block before it if it falls on the same UTC day or that block has few rows, else it begins a block.
/// Blocks stand in the order of log ids, not of times, so a clock set backwards loses and reorders nothing. A log id
/// saved again replaces its row.
final class ProfileChange {

    /// A block as it will be.
    private static final class Changed {
        private final List<ProfileEntry> rows;

        /// Smallest time before the change.
        private final long earliestBefore;

        /// First log id of its run; of a new block not known yet.
        private OptionalLong runBegan;

        Changed(List<ProfileEntry> rows, long earliestBefore, OptionalLong runBegan) {
            this.rows = rows;
            this.earliestBefore = earliestBefore;
            this.runBegan = runBegan;
        }

        static Changed begun(List<ProfileEntry> rows) {
            return new Changed(rows, Long.MIN_VALUE, OptionalLong.empty());
        }

        long earliest() {
            return rows.stream().mapToLong(ProfileEntry::capturedAt).min().orElseThrow();
        }

        long latest() {
            return rows.stream().mapToLong(ProfileEntry::capturedAt).max().orElseThrow();
        }
    }

    private final BlockCursor before;
    private final TreeMap<Long, Changed> changed = new TreeMap<>();
    /// The row that was simply appended, and the block that is longer by it.
    private Optional<ProfileEntry> appendedRow = Optional.empty();

    private Map<Long, byte[]> appended = Map.of();

    private long firstKept;
    private boolean hasBegunBlock;

    /// Whether a block is stored that begins after one that changes.
    private boolean hasLater;

    /// @param before the blocks as they stand before the change
    ProfileChange(BlockCursor before) {
        this.before = before;
    }

    /// @param capacity log ids the ring keeps, counted down from this row's
    void add(ProfileEntry row, int capacity) throws IOException {
        checked(row, capacity);
        firstKept = Math.max(firstKept, row.logId() - capacity + 1);
        if (appendedRow.isEmpty() && changed.isEmpty() && isAppended(row)) {
            appendedRow = Optional.of(row);
            return;
        }
        if (appendedRow.isPresent()) {
            // Two rows in one save are rare; the first one is placed again like any other.
            var first = appendedRow.get();
            appendedRow = Optional.empty();
            place(first);
        }
        place(row);
    }

    private static void checked(ProfileEntry row, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity of a ring: " + capacity);
        }
        ProfileBlock.checked(row);
    }

    /// A last block with one more row behind it.
    ///
    /// @return empty if the row does not go there
    static Optional<byte[]> appended(long firstLogId, byte[] content, ProfileEntry row, int capacity)
            throws DamagedRecordException {
        checked(row, capacity);
        return ProfileBlock.appended(firstLogId, content, row);
    }

    /// One row at the end of the last block, by far the most frequent change, needs none of the rows before it.
    private boolean isAppended(ProfileEntry row) throws IOException {
        try {
            if (!before.toLastUpTo(ProfileBlock.LOG_ID_MAX) || before.firstLogId() > row.logId()) {
                return false;
            }
            long firstLogId = before.firstLogId();
            var longer = ProfileBlock.appended(firstLogId, before.content(), row);
            appended = longer.map(block -> Map.of(firstLogId, block)).orElse(Map.of());
            return longer.isPresent();
        } catch (DamagedRecordException damaged) {
            // Whoever places the row sees to it.
            return false;
        }
    }

    private void place(ProfileEntry row) throws IOException {
        var found = changedOrBefore(row.logId());
        if (found.isEmpty()) {
            begin(row);
            return;
        }
        var rows = found.get().rows;
        var last = rows.getLast();
        if (row.logId() <= last.logId()) {
            replace(rows, row);
        } else if (ProfileBlock.isRoomFor(row.capturedAt(), rows.size(), last.capturedAt())) {
            rows.add(row);
        } else {
            begin(row);
        }
    }

    private void begin(ProfileEntry row) {
        var rows = new ArrayList<ProfileEntry>();
        rows.add(row);
        changed.put(row.logId(), Changed.begun(rows));
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
            changed.put(secondHalf.getFirst().logId(), Changed.begun(new ArrayList<>(secondHalf)));
            secondHalf.clear();
        }
    }

    /// The block a log id belongs to, taken into the change. A damaged one is left as it is for its reader to be told,
    /// and the row begins a block of its own: a meter must go on counting.
    private Optional<Changed> changedOrBefore(long logId) throws IOException {
        var mine = changed.floorEntry(logId);
        var stored = OptionalLong.empty();
        try {
            stored = storedUpTo(logId);
            if (stored.isPresent() && (mine == null || mine.getKey() < stored.getAsLong())) {
                return Optional.of(take());
            }
        } catch (DamagedRecordException damaged) {
            if (stored.isPresent() && stored.getAsLong() == logId) {
                throw damaged;
            }
            hasLater = true;
            if (stored.isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(mine).map(Map.Entry::getValue);
    }

    /// The block the cursor is at, taken into the change.
    private Changed take() throws IOException {
        long firstLogId = before.firstLogId();
        byte[] content = before.content();
        var head = ProfileBlock.head(content);
        var block = new Changed(
                new ArrayList<>(ProfileBlock.decode(firstLogId, content)),
                head.earliest(),
                OptionalLong.of(firstLogId - head.sinceRunBegan()));
        changed.put(firstLogId, block);
        try {
            hasLater |= before.toNext();
        } catch (DamagedRecordException damaged) {
            hasLater = true;
        }
        return block;
    }

    private OptionalLong storedUpTo(long logId) throws IOException {
        if (before.toLastUpTo(logId)) {
            return OptionalLong.of(before.firstLogId());
        }
        hasLater |= before.toFirstFrom(logId);
        return OptionalLong.empty();
    }

    /// First log id of the last block, if all that changes is that it is longer by a row.
    OptionalLong appendedTo() {
        return appendedRow.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(appended.keySet().iterator().next());
    }

    /// The blocks to be written, encoded, by their first log id.
    Map<Long, byte[]> written() throws IOException {
        if (appendedRow.isPresent()) {
            return appended;
        }
        for (Long id = changed.isEmpty() ? null : changed.firstKey(); id != null; id = changed.higherKey(id)) {
            var block = changed.get(id);
            if (block != null) {
                long runBegan = runBegan(id, block);
                block.runBegan = OptionalLong.of(runBegan);
                if (hasLater) {
                    takeFollowerIfWhole(id, block.latest(), runBegan);
                }
            }
        }
        var written = new TreeMap<Long, byte[]>();
        changed.forEach((firstLogId, block) -> written.put(
                firstLogId, ProfileBlock.encode(block.rows, firstLogId - block.runBegan.orElse(firstLogId))));
        return written;
    }

    /// A block goes on with the run before it unless it begins before that has ended.
    private long runBegan(long firstLogId, Changed block) throws IOException {
        var mine = changed.lowerEntry(firstLogId);
        if (mine == null && block.runBegan.isPresent() && block.earliest() >= block.earliestBefore) {
            return block.runBegan.getAsLong();
        }
        try {
            if (before.toLastUpTo(firstLogId - 1) && (mine == null || before.firstLogId() > mine.getKey())) {
                var head = ProfileBlock.head(before.content());
                return block.earliest() >= head.latest() ? before.firstLogId() - head.sinceRunBegan() : firstLogId;
            }
        } catch (DamagedRecordException damaged) {
            return firstLogId;
        }
        return mine != null && block.earliest() >= mine.getValue().latest()
                ? mine.getValue().runBegan.orElse(firstLogId)
                : firstLogId;
    }

    private void takeFollowerIfWhole(long firstLogId, long latest, long runBegan) throws IOException {
        try {
            takeFollower(firstLogId, latest, runBegan);
        } catch (DamagedRecordException damaged) {
            // Told to whoever reads the rows; there is no getting past it.
        }
    }

    /// When an older block has changed, the one after it may belong to another run than it says; then it changes too.
    private void takeFollower(long firstLogId, long latest, long runBegan) throws IOException {
        boolean isBehindDamage = false;
        long previous = firstLogId;
        while (before.toFirstFrom(previous + 1)) {
            @Nullable Long mine = changed.higherKey(firstLogId);
            long next = before.firstLogId();
            if (mine != null && mine <= next) {
                return;
            }
            try {
                var head = ProfileBlock.head(before.content());
                boolean mayStay = head.sinceRunBegan() == 0
                        || (!isBehindDamage && head.earliest() >= latest && next - head.sinceRunBegan() == runBegan);
                if (!mayStay) {
                    take().runBegan = OptionalLong.empty();
                }
                return;
            } catch (DamagedRecordException damaged) {
                isBehindDamage = true;
                previous = next;
            }
        }
    }

    /// Where the ring begins now: whole blocks before this first log id have left it. Empty if none has, or if this
    /// change begins no block; so a ring keeps at most two blocks more than its rows, and is looked after once in a
    /// block.
    OptionalLong droppedBefore() throws IOException {
        if (!hasBegunBlock || firstKept <= 0) {
            return OptionalLong.empty();
        }
        try {
            long stored = before.toLastUpTo(firstKept) ? before.firstLogId() : 0;
            var newer = changed.floorKey(firstKept);
            long bound = Math.max(stored, newer == null ? 0 : newer);
            return bound > 0 && before.toLastUpTo(bound - 1) ? OptionalLong.of(bound) : OptionalLong.empty();
        } catch (DamagedRecordException damaged) {
            // Told to whoever reads the rows; they may stay.
            return OptionalLong.empty();
        }
    }
}
