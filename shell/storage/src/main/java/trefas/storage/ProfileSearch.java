package trefas.storage;

import java.io.IOException;
import java.util.ArrayDeque;

/// Finds the blocks of a logger that may hold wanted rows, in the order of their log ids.
///
/// By log ids the blocks stand in order already. By time they stand in runs: a run is a row of blocks of which none
/// begins before the one before it has ended, and only a clock set back beyond the last block begins another. Each
/// block knows where its run begins, so that runs are gone through from the newest to the oldest, in two steps each,
/// and within a run the first block is found by guessing and halving. A year without such a clock is one run.
final class ProfileSearch {

    /// Takes a block that may hold wanted rows.
    @FunctionalInterface
    interface Found {
        void block(long firstLogId, byte[] content) throws IOException;
    }

    /// The part of a run whose blocks may have wanted log ids and doesn't end too early.
    private record Run(long firstLogId, long lastBlock, long lastEarliest) {}

    private final BlockCursor cursor;
    private final ProfileRange range;
    private final Found found;

    private ProfileSearch(BlockCursor cursor, ProfileRange range, Found found) {
        this.cursor = cursor;
        this.range = range;
        this.found = found;
    }

    /// @throws DamagedRecordException when a block that had to be looked at can't be what was saved
    static void search(BlockCursor cursor, ProfileRange range, Found found) throws IOException {
        if (range.firstLogId() > ProfileBlock.LOG_ID_MAX || range.isEmpty()) {
            return;
        }
        var search = new ProfileSearch(cursor, range, found);
        if (range.hasAllTimes()) {
            search.byLogIds();
        } else {
            search.byTimes();
        }
    }

    private void byLogIds() throws IOException {
        if (cursor.toLastUpTo(range.firstLogId()) || cursor.toFirstFrom(range.firstLogId())) {
            do {
                if (cursor.firstLogId() > range.lastLogId()) {
                    return;
                }
                found.block(cursor.firstLogId(), cursor.content());
            } while (cursor.toNext());
        }
    }

    private void byTimes() throws IOException {
        for (var run : runs()) {
            if (toFirstBlock(run)) {
                showFromHere(run);
            }
        }
    }

    /// The runs that may hold wanted rows, in the order of their log ids.
    private ArrayDeque<Run> runs() throws IOException {
        var runs = new ArrayDeque<Run>();
        boolean isAtBlock = cursor.toLastUpTo(range.lastLogId());
        while (isAtBlock) {
            long last = cursor.firstLogId();
            var head = ProfileBlock.head(cursor.content());
            long first = last - head.sinceRunBegan();
            // Times rise along a run, so its last block ends last.
            if (head.latest() >= range.fromEpochSecond()) {
                runs.addFirst(new Run(Math.max(0, first), last, head.earliest()));
            }
            if (first <= range.firstLogId()) {
                break;
            }
            isAtBlock = first == last ? cursor.toPrevious() : cursor.toLastUpTo(first - 1);
        }
        return runs;
    }

    /// To the first block of a run that doesn't end before the wanted times.
    private boolean toFirstBlock(Run run) throws IOException {
        if (!toBegin(run)) {
            return false;
        }
        var head = ProfileBlock.head(cursor.content());
        if (head.earliest() > range.toEpochSecond()) {
            return false;
        }
        if (head.latest() >= range.fromEpochSecond()) {
            return true;
        }
        return toFirstAfter(cursor.firstLogId(), head.earliest(), run);
    }

    /// To the first block of a run that begins after a log id and doesn't end before the wanted times; the last one is
    /// known not to.
    private boolean toFirstAfter(long tooEarly, long earliest, Run run) throws IOException {
        long low = tooEarly;
        long high = run.lastBlock();
        long guess = guess(low, earliest, run);
        boolean isConfirming = false;
        while (high - low > 1) {
            long middle = Math.clamp(guess, low + 1, high - 1);
            guess = -1;
            if (!cursor.toLastUpTo(middle) || cursor.firstLogId() <= low) {
                low = middle;
            } else if (latestHere() >= range.fromEpochSecond()) {
                high = cursor.firstLogId();
                // A good guess is confirmed by the block before it.
                isConfirming = !isConfirming;
                guess = isConfirming ? high - 1 : -1;
            } else if (cursor.toNext() && latestHere() >= range.fromEpochSecond()) {
                return true;
            } else {
                low = cursor.firstLogId();
            }
            guess = guess < 0 ? low + (high - low) / 2 : guess;
        }
        return cursor.toLastUpTo(high);
    }

    /// To the first block of a run that may have wanted log ids; older ones may have left the ring.
    private boolean toBegin(Run run) throws IOException {
        long wanted = Math.clamp(range.firstLogId(), run.firstLogId(), run.lastBlock());
        return (cursor.toLastUpTo(wanted) && cursor.firstLogId() >= run.firstLogId())
                || cursor.toFirstFrom(run.firstLogId());
    }

    /// Rows mostly come in equal steps of time.
    private long guess(long low, long lowEarliest, Run run) {
        double span = (double) run.lastEarliest() - lowEarliest;
        double part = ((double) range.fromEpochSecond() - lowEarliest) / Math.max(1, span);
        return low + (long) (part * (run.lastBlock() - low));
    }

    private long latestHere() throws IOException {
        return ProfileBlock.head(cursor.content()).latest();
    }

    private void showFromHere(Run run) throws IOException {
        do {
            byte[] content = cursor.content();
            if (ProfileBlock.head(content).earliest() > range.toEpochSecond()) {
                return;
            }
            found.block(cursor.firstLogId(), content);
        } while (cursor.firstLogId() < run.lastBlock() && cursor.toNext());
    }
}
