package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.PermanentMemory.Captured;
import trefas.device.memory.PermanentMemory.Change;

/// What is remembered of the last blocks saves a search and changes nothing else.
class LastBlocksTest {

    private static final List<DataLogger> LOGGERS = List.of(DataLogger.LOAD_PROFILE, DataLogger.ANALYSIS);
    private static final int METERS = 3;
    private static final int CAPACITY = 150;
    private static final long QUARTER = 900;

    @TempDir
    Path parent;

    private final LastBlocks blocks = new LastBlocks();

    @Test
    void onlyTheLoggersThatWroteMostRecentlyAreRemembered() {
        for (int meter = 0; meter <= LastBlocks.REMEMBERED_MAX; meter++) {
            blocks.note(meter, DataLogger.LOAD_PROFILE, OptionalLong.of(meter + 7L));
        }

        assertEquals(OptionalLong.empty(), blocks.of(0, DataLogger.LOAD_PROFILE));
        assertEquals(OptionalLong.of(8), blocks.of(1, DataLogger.LOAD_PROFILE));
        assertEquals(OptionalLong.empty(), blocks.of(1, DataLogger.ANALYSIS));
    }

    @Test
    void aBlockThatHasToBeSearchedIsForgotten() {
        blocks.note(1, DataLogger.ANALYSIS, OptionalLong.of(5));
        blocks.note(1, DataLogger.ANALYSIS, OptionalLong.empty());

        assertEquals(OptionalLong.empty(), blocks.of(1, DataLogger.ANALYSIS));
    }

    /// Rows come one by one and by the dozen, are saved again, leave holes between log ids, and clocks go wrong; the
    /// memory without a database, which searches each time, must have the same rows. A failing seed brings it back.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_129})
    void theSameRowsAreKeptAsBySearching(long seed) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var searching = new VolatileMemory();
        var nextLogIds = new long[METERS];
        long at = 1_767_225_600L;
        PermanentMemory remembering = open();
        try {
            for (int save = 0; save < 1_200; save++) {
                at += random.nextInt(40) == 0 ? random.nextLong(-90_000, 90_000) : QUARTER;
                var changes = new ArrayList<Change>();
                for (int meter = 0; meter < METERS; meter++) {
                    changes.add(change(meter, at, nextLogIds, random));
                }
                searching.saveAll(changes);
                remembering.saveAll(changes);
                if (random.nextInt(200) == 0) {
                    remembering.close();
                    remembering = open();
                }
            }
            for (int meter = 0; meter < METERS; meter++) {
                for (DataLogger logger : LOGGERS) {
                    assertEquals(rows(searching, meter, logger), rows(remembering, meter, logger));
                }
            }
        } finally {
            remembering.close();
        }
    }

    private PermanentMemory open() throws IOException {
        return RocksMemory.open(parent.resolve("state"), Durability.GROUP);
    }

    private static Change change(int meter, long at, long[] nextLogIds, RandomGenerator random) {
        int count = random.nextInt(10) == 0 ? random.nextInt(13) : 1;
        var captured = new ArrayList<Captured>();
        for (int row = 0; row < count; row++) {
            nextLogIds[meter] += random.nextInt(30) == 0 ? 3 : 1;
            boolean isOld = random.nextInt(50) == 0;
            long logId = isOld ? Math.max(0, nextLogIds[meter] - random.nextLong(200)) : nextLogIds[meter];
            for (DataLogger logger : LOGGERS) {
                captured.add(new Captured(logger, new ProfileEntry(logId, at + row * QUARTER, 0, 0, logId), CAPACITY));
            }
        }
        return new Change(meter, new byte[] {1}, captured, Map.of());
    }

    private static List<ProfileEntry> rows(PermanentMemory memory, int meter, DataLogger logger) throws IOException {
        var rows = new ArrayList<ProfileEntry>();
        memory.visit(meter, logger, 0, Long.MIN_VALUE, Long.MAX_VALUE, rows::add);
        return rows;
    }
}
