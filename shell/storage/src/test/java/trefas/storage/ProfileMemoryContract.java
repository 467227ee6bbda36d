package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static trefas.device.log.DataLogger.LOAD_PROFILE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.log.ProfileEntry;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.PermanentMemory.Captured;
import trefas.device.memory.PermanentMemory.Recall;
import trefas.device.memory.RecordName;

/// What every permanent memory promises to the core about the rows of its logs.
abstract class ProfileMemoryContract {

    static final int METER = 23_456_789;

    static final int CAPACITY = 11_753;

    /// 2026-11-22T00:00:00Z.
    static final long MIDNIGHT = 1_795_305_600L;

    static final int QUARTER = 900;

    static final int DAY = 86_400;

    private static final byte[] REGISTERS = {1, 0, -128, 127, 0};

    PermanentMemory memory;

    abstract PermanentMemory open() throws Exception;

    /// The memory as the next start of the process finds it; the same one if it lives only as long as the process.
    abstract PermanentMemory reopen(PermanentMemory memory) throws Exception;

    @BeforeEach
    void openFirst() throws Exception {
        memory = open();
    }

    @AfterEach
    void closeLast() throws IOException {
        memory.close();
    }

    @ParameterizedTest(name = "log ids {0} to {1}: rows {2} to {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # first | last        | rows
            1       | 300         | 1   | 300
            -5      | 9999999999  | 1   | 300
            1       | 1           | 1   | 1
            95      | 97          | 95  | 97
            96      | 96          | 96  | 96
            200     | 250         | 200 | 250
            300     | 4294967295  | 300 | 300
            301     | 4294967295  | 1   | 0
            4294967296 | 4294967297 | 1 | 0
            0       | 0           | 1   | 0
            20      | 19          | 1   | 0
            """)
    void rowsAreFoundByTheirLogIds(long firstLogId, long lastLogId, int first, int last) throws Exception {
        saveAll(quarters(1, 300));
        memory = reopen(memory);

        var found = new ArrayList<ProfileEntry>();
        memory.visitLogIds(METER, LOAD_PROFILE, firstLogId, lastLogId, found::add);

        assertEquals(quarters(first, last), found);
    }

    @Test
    void withoutRowsNothingIsVisited() throws Exception {
        memory.save(METER, REGISTERS, List.of());

        assertEquals(List.of(), all(METER));
    }

    @Test
    void rowsComeBackInOrderWhetherSavedOneByOneOrTogether() throws Exception {
        var rows = quarters(1, 300);
        for (var row : rows.subList(0, 150)) {
            memory.save(METER, REGISTERS, List.of(captured(row)));
        }
        memory.save(
                METER,
                REGISTERS,
                rows.subList(150, 300).stream()
                        .map(ProfileMemoryContract::captured)
                        .toList());
        memory = reopen(memory);

        assertEquals(rows, all(METER));
    }

    @ParameterizedTest(name = "from {0} s to {1} s after the first midnight: rows {2} to {3}")
    @CsvSource(delimiter = '|', textBlock = """
                 900 |    900 |   1 |   1
                 899 |    901 |   1 |   1
                 901 |   1799 |   1 |   0
                 900 |   1800 |   1 |   2
               85500 |  87300 |  95 |  97
               86400 |  86400 |  96 |  96
                   0 |    899 |   1 |   0
              270000 | 999999 | 300 | 300
              270001 | 999999 |   1 |   0
                1800 |    900 |   1 |   0
            """)
    void boundsAreInclusive(long from, long to, int first, int last) throws Exception {
        saveAll(quarters(1, 300));

        assertEquals(quarters(first, last), visited(METER, 0, MIDNIGHT + from, MIDNIGHT + to));
    }

    @ParameterizedTest(name = "oldest log id {0}")
    @ValueSource(longs = {-1, 0, 1, 2, 95, 96, 97, 150, 299, 300, 301, 0xFFFF_FFFFL, 0x1_0000_0001L})
    void rowsBeforeTheOldestLogIdHaveLeftTheRing(long oldestLogId) throws Exception {
        saveAll(quarters(1, 300));

        assertEquals(
                quarters((int) Math.min(Math.max(oldestLogId, 1), 301), 300),
                visited(METER, oldestLogId, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    @ParameterizedTest(name = "capacity {0}")
    @ValueSource(ints = {1, 95, 96, 97, 200, 1_000})
    void theRingKeepsItsCapacityAndDropsOldDays(int capacity) throws Exception {
        for (int row = 1; row <= 1_000; row++) {
            memory.save(METER, REGISTERS, List.of(new Captured(LOAD_PROFILE, quarter(row), capacity)));
        }
        memory = reopen(memory);
        var kept = all(METER);

        assertEquals(quarters(1_001 - kept.size(), 1_000), kept);
        assertTrue(kept.size() >= capacity, "a young row was dropped");
        assertTrue(kept.size() <= capacity + 2 * 96, "whole days stay behind: " + kept.size());
    }

    @Test
    void aSmallerRingAfterReconfigurationDropsAtTheNextDay() throws Exception {
        saveAll(quarters(1, 960));
        for (int row = 961; row <= 1_100; row++) {
            memory.save(METER, REGISTERS, List.of(new Captured(LOAD_PROFILE, quarter(row), 100)));
        }
        var kept = all(METER);

        assertEquals(quarters(1_101 - kept.size(), 1_100), kept);
        assertTrue(kept.size() >= 100 && kept.size() <= 100 + 2 * 96, "" + kept.size());
    }

    @Test
    void metersDoNotMix() throws Exception {
        int[] meters = {METER - 1, METER, METER + 1, METER + 256, -METER};
        for (int row = 1; row <= 200; row++) {
            for (int meter : meters) {
                var mine = new ProfileEntry(row, MIDNIGHT + (long) row * QUARTER, 0, 0, meter & 0xFFFF, row);
                memory.save(meter, new byte[] {(byte) meter}, List.of(new Captured(LOAD_PROFILE, mine, 100)));
            }
        }
        memory = reopen(memory);

        for (int meter : meters) {
            assertArrayEquals(new byte[] {(byte) meter}, recalled(meter));
            var rows = all(meter);
            assertEquals(200, rows.getLast().logId());
            assertEquals(
                    List.of(meter & 0xFFFFL),
                    rows.stream().map(row -> row.reading(0)).distinct().toList());
        }
    }

    @Test
    void aLogIdSavedAgainReplacesItsRow() throws Exception {
        var rows = new ArrayList<>(quarters(1, 300));
        saveAll(rows);
        for (int logId : new int[] {1, 50, 96, 97, 200, 300}) {
            var again = new ProfileEntry(logId, MIDNIGHT + (long) logId * QUARTER, 8, 1, 7);
            rows.set(logId - 1, again);
            memory.save(METER, REGISTERS, List.of(captured(again)));
        }
        memory = reopen(memory);

        assertEquals(rows, all(METER));
    }

    @Test
    void aHoleBetweenLogIdsIsFilledInItsPlace() throws Exception {
        var rows = quarters(1, 300);
        saveAll(rows.stream().filter(row -> row.logId() % 7 != 0).toList());
        saveAll(rows.reversed().stream().filter(row -> row.logId() % 7 == 0).toList());
        memory = reopen(memory);

        assertEquals(rows, all(METER));
    }

    // The clock is set back two days, then forward a year, then back again: every row is found by its own time.
    @Test
    void rowsAreFoundWhereverTheClockWasSet() throws Exception {
        long[] starts = {MIDNIGHT, MIDNIGHT - 2 * DAY, MIDNIGHT + 365 * DAY, MIDNIGHT + 100, -5 * DAY, MIDNIGHT};
        var rows = new ArrayList<ProfileEntry>();
        for (long start : starts) {
            for (int quarter = 1; quarter <= 130; quarter++) {
                rows.add(new ProfileEntry(rows.size() + 1, start + (long) quarter * QUARTER, 64, 32, rows.size()));
            }
        }
        for (var row : rows) {
            memory.save(METER, REGISTERS, List.of(captured(row)));
        }
        memory = reopen(memory);

        assertEquals(rows, all(METER));
        for (long start : starts) {
            assertEquals(
                    rows.stream()
                            .filter(row -> row.capturedAt() >= start && row.capturedAt() < start + DAY)
                            .toList(),
                    visited(METER, 0, start, start + DAY - 1));
        }
    }

    @Test
    void severalRowsOfTheSameTimeAreAllKept() throws Exception {
        var rows = LongStream.rangeClosed(1, 3_000)
                .mapToObj(logId -> new ProfileEntry(logId, MIDNIGHT, 0, 0, logId))
                .toList();
        saveAll(rows);

        assertEquals(rows, visited(METER, 0, MIDNIGHT, MIDNIGHT));
    }

    @Test
    void rowsOfAnotherContentFollowAReconfiguration() throws Exception {
        var rows = List.of(
                new ProfileEntry(1, MIDNIGHT, 0, 0, 10, 20),
                new ProfileEntry(2, MIDNIGHT + 900, 128, 0, 10, 20, 30, 40, 50, 60, 70, 80),
                new ProfileEntry(3, MIDNIGHT + 1800, 0, 0, 11, 21, 31, 41, 51, 61, 71, 81),
                new ProfileEntry(4, MIDNIGHT + 2700, 128, 0),
                new ProfileEntry(5, MIDNIGHT + 3600, 128, 0, new long[ProfileBlock.READINGS_MAX]),
                new ProfileEntry(6, MIDNIGHT + 4500, 128, 0, 5));
        saveAll(rows);
        memory = reopen(memory);

        assertEquals(rows, all(METER));
    }

    @Test
    void extremesAreKept() throws Exception {
        long most = 0xFFFF_FFFFL;
        var rows = List.of(
                new ProfileEntry(0, Long.MIN_VALUE, 0, 0, 0, most),
                new ProfileEntry(1, Long.MAX_VALUE, 0xFFFF, 0xFFFF, most, 0),
                new ProfileEntry(2, 0, 0, 0xFFFF, 0, most),
                new ProfileEntry(3, -1, 0xFFFF, 0, most, most),
                new ProfileEntry(most - 1, most, 0, 0, 0, 0),
                new ProfileEntry(most, most + 900, 512, 0, 1, 0));
        saveAll(rows.subList(0, 4));
        memory = reopen(memory);
        assertEquals(rows.subList(0, 4), all(METER));
        assertEquals(List.of(rows.get(0)), visited(METER, 0, Long.MIN_VALUE, Long.MIN_VALUE));
        assertEquals(List.of(rows.get(1)), visited(METER, 0, Long.MAX_VALUE, Long.MAX_VALUE));

        saveAll(rows.subList(4, 6));
        memory = reopen(memory);
        assertEquals(rows.subList(4, 6), visited(METER, most - 1, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /// A random life from a seed, against a list. On failure the seed in the test name brings it back exactly.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_122})
    void anyRowsComeBackAsTheyWere(long seed) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var rows = new ArrayList<ProfileEntry>();
        long time = MIDNIGHT;
        for (int logId = 1; logId <= 2_000; logId++) {
            time += random.nextInt(50) == 0 ? random.nextLong(-3L * DAY, 3L * DAY) : QUARTER;
            var before =
                    rows.isEmpty() || random.nextInt(100) == 0 ? new long[random.nextInt(9)] : readings(rows.getLast());
            for (int column = 0; column < before.length; column++) {
                before[column] = (before[column] + random.nextLong(1L << random.nextInt(33))) & 0xFFFF_FFFFL;
            }
            rows.add(new ProfileEntry(
                    logId, time, random.nextInt(9) == 0 ? random.nextInt(0x1_0000) : 0, random.nextInt(4), before));
        }
        int from = 0;
        while (from < rows.size()) {
            int to = Math.min(rows.size(), from + random.nextInt(1, 200));
            saveAll(rows.subList(from, to));
            from = to;
        }
        memory = reopen(memory);

        assertEquals(rows, all(METER));
        for (int question = 0; question < 100; question++) {
            long begin = MIDNIGHT + random.nextLong(-10L * DAY, 40L * DAY);
            long end = begin + random.nextLong(5L * DAY);
            long oldest = random.nextLong(2_100);
            assertEquals(
                    rows.stream()
                            .filter(row -> row.logId() >= oldest)
                            .filter(row -> row.capturedAt() >= begin && row.capturedAt() <= end)
                            .toList(),
                    visited(METER, oldest, begin, end));
        }
    }

    void saveAll(List<ProfileEntry> rows) throws IOException {
        memory.save(
                METER,
                REGISTERS,
                rows.stream().map(ProfileMemoryContract::captured).toList());
    }

    byte[] recalled(int meter) throws IOException {
        return switch (memory.recall(meter)) {
            case Recall.Saved saved -> saved.octets();
            case Recall.NeverSaved _ -> fail("never saved");
            case Recall.Damaged(String reason) -> fail(reason);
        };
    }

    byte[] recalled(int meter, RecordName name) throws IOException {
        return switch (memory.recall(meter, name)) {
            case Recall.Saved saved -> saved.octets();
            case Recall.NeverSaved _ -> fail("never saved");
            case Recall.Damaged(String reason) -> fail(reason);
        };
    }

    List<ProfileEntry> all(int meter) throws IOException {
        return visited(meter, 0, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    List<ProfileEntry> visited(int meter, long oldestLogId, long from, long to) throws IOException {
        var rows = new ArrayList<ProfileEntry>();
        memory.visit(meter, LOAD_PROFILE, oldestLogId, from, to, rows::add);
        return rows;
    }

    static Captured captured(ProfileEntry row) {
        return new Captured(LOAD_PROFILE, row, CAPACITY);
    }

    static ProfileEntry quarter(int number) {
        long energy = 12_345_678L + 25L * number;
        return new ProfileEntry(number, MIDNIGHT + (long) number * QUARTER, 0, 0, energy, 0, energy / 3, 0);
    }

    static List<ProfileEntry> quarters(int first, int last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> quarter((int) number))
                .toList();
    }

    private static long[] readings(ProfileEntry row) {
        return LongStream.range(0, row.readingCount())
                .map(column -> row.reading((int) column))
                .toArray();
    }
}
