package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.log.ProfileEntry;

/// Reading by time finds what a look at every row finds, however the clock was set, and looks at few blocks.
class ProfileSearchTest {

    /// 2026-11-22T00:00:00Z.
    private static final long MIDNIGHT = 1_795_305_600L;

    private static final int QUARTER = 900;
    private static final int DAY = 86_400;
    private static final int ROWS = 17_284;

    private final TreeMap<Long, byte[]> blocks = new TreeMap<>();
    private final TreeMap<Long, ProfileEntry> rows = new TreeMap<>();

    @ParameterizedTest(name = "day {0} of 180: at most {1} moves")
    @CsvSource({"0, 8", "1, 8", "60, 8", "100, 8", "178, 8", "179, 8", "-3, 3", "190, 3"})
    void aDayOfAFullProfileIsFoundWithFewMoves(int day, int movesMax) throws Exception {
        for (int number = 1; number <= ROWS; number++) {
            save(number, MIDNIGHT + (long) number * QUARTER, ROWS);
        }

        assertTrue(movesFor(MIDNIGHT + (long) day * DAY, DAY - 1) <= movesMax);
    }

    // Each time it is set back costs two or three moves more, wherever the rows are.
    @Test
    void aClockSetBackFiveTimesCostsFewMovesMore() throws Exception {
        for (int number = 1; number <= ROWS; number++) {
            save(number, MIDNIGHT + (long) number * QUARTER - (number / 3_000) * 20L * DAY, ROWS);
        }

        for (int day = 0; day < 180; day++) {
            long moves = movesFor(MIDNIGHT + (long) day * DAY, DAY - 1);
            assertTrue(moves <= 50, "day " + day + ": " + moves);
        }
    }

    // Outages of random length: guessing fails, halving doesn't.
    @Test
    void aProfileFullOfGapsIsFoundWithFewMoves() throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        long at = MIDNIGHT;
        for (int number = 1; number <= ROWS; number++) {
            at += QUARTER + (random.nextInt(300) == 0 ? random.nextLong(60L * DAY) : 0);
            save(number, at, ROWS);
        }

        for (int question = 0; question < 200; question++) {
            long moves = movesFor(random.nextLong(MIDNIGHT - 5L * DAY, at + 5L * DAY), DAY);
            assertTrue(moves <= 40, "question " + question + ": " + moves);
        }
    }

    /// A random life: the clock goes wrong by seconds, days and years, rows are saved again with other times, holes are
    /// filled and the ring drops old blocks. A failing seed brings it back exactly.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20_261_128})
    void whateverTheClockDoesEveryRowIsFoundByItsTime(long seed) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int capacity = random.nextInt(20, 1_500);
        long step = random.nextInt(3) == 0 ? DAY / 3 : QUARTER;
        long at = MIDNIGHT;
        long logId = 0;
        for (int number = 1; number <= 1_500; number++) {
            at += step
                    + switch (random.nextInt(60)) {
                        case 0 -> random.nextLong(-1_000, 1_000);
                        case 1 -> random.nextLong(-5L * DAY, 5L * DAY);
                        case 2 -> random.nextLong(-3_000L * DAY, 3_000L * DAY);
                        default -> 0;
                    };
            logId += random.nextInt(20) == 0 ? random.nextInt(1, 4) : 1;
            boolean isOld = random.nextInt(15) == 0;
            save(isOld ? Math.max(1, logId - random.nextInt(400)) : logId, at, capacity);
        }
        assertRunsAreTrue();

        var times = rows.values().stream().map(ProfileEntry::capturedAt).toList();
        for (int question = 0; question < 300; question++) {
            long from = times.get(random.nextInt(times.size())) + random.nextLong(-2, 2);
            long to = from + random.nextLong(random.nextBoolean() ? 2L * DAY : 4_000L * DAY);
            long oldest = Math.max(rows.firstKey(), random.nextLong(logId + 5));
            assertEquals(scanned(oldest, from, to), found(new MapCursor(blocks), oldest, from, to));
        }
    }

    private void save(long logId, long at, int capacity) throws IOException {
        var row = new ProfileEntry(logId, at, 0, 0, logId);
        var change = new ProfileChange(new MapCursor(blocks));
        change.add(row, capacity);
        var written = change.written();
        for (var block : written.entrySet()) {
            // Whether a row was appended or the block was made anew, the octets are the same.
            assertArrayEquals(
                    ProfileBlock.encode(
                            ProfileBlock.decode(block.getKey(), block.getValue()),
                            ProfileBlock.head(block.getValue()).sinceRunBegan()),
                    block.getValue());
        }
        var dropped = change.droppedBefore();
        blocks.putAll(written);
        rows.put(logId, row);
        dropped.ifPresent(bound -> {
            blocks.headMap(bound).clear();
            rows.headMap(bound).clear();
        });
    }

    private long movesFor(long from, long seconds) throws IOException {
        var cursor = new CountingCursor(new MapCursor(blocks));
        assertEquals(scanned(0, from, from + seconds), found(cursor, 0, from, from + seconds));
        return cursor.moves;
    }

    private List<ProfileEntry> scanned(long oldest, long from, long to) {
        return rows.tailMap(oldest).values().stream()
                .filter(row -> row.capturedAt() >= from && row.capturedAt() <= to)
                .toList();
    }

    private static List<ProfileEntry> found(BlockCursor cursor, long oldest, long from, long to) throws IOException {
        var range = ProfileRange.ofTimes(oldest, from, to);
        var found = new ArrayList<ProfileEntry>();
        ProfileSearch.search(cursor, range, (firstLogId, block) -> range.visit(firstLogId, block, found::add));
        return found;
    }

    /// No block of a run begins before the one before it has ended, and each names the same beginning.
    private void assertRunsAreTrue() throws IOException {
        long began = -1;
        long latest = 0;
        for (var block : blocks.entrySet()) {
            var head = ProfileBlock.head(block.getValue());
            if (head.sinceRunBegan() != 0 && began >= 0) {
                assertEquals(began, block.getKey() - head.sinceRunBegan());
                assertTrue(head.earliest() >= latest, "block " + block.getKey());
            }
            began = block.getKey() - head.sinceRunBegan();
            latest = head.latest();
        }
    }

    /// Counts how often it is moved.
    private static final class CountingCursor implements BlockCursor {
        private final BlockCursor cursor;
        private long moves;

        CountingCursor(BlockCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean toLastUpTo(long logId) throws IOException {
            moves++;
            return cursor.toLastUpTo(logId);
        }

        @Override
        public boolean toFirstFrom(long logId) throws IOException {
            moves++;
            return cursor.toFirstFrom(logId);
        }

        @Override
        public boolean toNext() throws IOException {
            moves++;
            return cursor.toNext();
        }

        @Override
        public boolean toPrevious() throws IOException {
            moves++;
            return cursor.toPrevious();
        }

        @Override
        public long firstLogId() {
            return cursor.firstLogId();
        }

        @Override
        public byte[] content() throws IOException {
            return cursor.content();
        }
    }
}
