package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.log.DataLogger.LOAD_PROFILE;
import static trefas.device.log.DataLogger.STATUS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;
import trefas.device.memory.PermanentMemory.Recall;

/// A process is killed (SIGKILL) again and again while it saves. Whatever it was promised must be there
/// afterwards, and registers and rows must be of the same save.
///
/// A build kills 15 times. For a longer night, 20 kills a minute beside other builds:
/// `mvn -pl shell/storage -am test -Dtest=KillTest -Dtrefas.kills=1000 -Dsurefire.failIfNoSpecifiedTests=false`
class KillTest {

    private static final int KILLS = Integer.getInteger("trefas.kills", 15);

    /// A life is this many saves at most; with a day of 96 rows, that is several days, flushes and a full log.
    private static final int SAVES_MAX = 3_000;

    /// One kill of so many may come while the process is still starting.
    private static final int EARLY_EVERY = 5;

    private static final int EARLY_MILLISECONDS_MAX = 600;

    @TempDir
    Path parent;

    @Test
    void aKilledProcessLosesNothingItWasPromised(TestReporter reporter) throws Exception {
        var state = parent.resolve("state");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_122);
        long saved = 0;
        long slowestOpenNanoseconds = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long promised;
            try (var process = SavingProcess.start(parent, state, saved)) {
                promised = saved > 0 && random.nextInt(EARLY_EVERY) == 0
                        ? process.killAfterMilliseconds(saved, random.nextInt(EARLY_MILLISECONDS_MAX))
                        : process.killAfter(process.awaitFirstSave(), random.nextInt(SAVES_MAX));
            }

            long start = System.nanoTime();
            try (var memory = RocksMemory.open(state, Durability.GROUP)) {
                slowestOpenNanoseconds = Math.max(slowestOpenNanoseconds, System.nanoTime() - start);
                saved = savedUpTo(memory, promised, "kill " + kill);
            }
        }
        reporter.publishEntry(
                "kills",
                "%d kills, %d saves, slowest opening %d ms"
                        .formatted(KILLS, saved, slowestOpenNanoseconds / 1_000_000));
        assertTrue(saved >= KILLS);
    }

    /// The number of the last save found; at least what was promised, at most the one that was under way.
    static long savedUpTo(RocksMemory memory, long promised, String when) throws Exception {
        var rows = rows(memory, LOAD_PROFILE);
        long last = rows.getLast().logId();
        assertTrue(last == promised || last == promised + 1, when + ": promised " + promised + ", found " + last);
        assertAreRows(rows, last, SavingProcess.CAPACITY, when);
        if (last >= SavingProcess.EVENT_EVERY) {
            assertAreRows(rows(memory, STATUS), last / SavingProcess.EVENT_EVERY, SavingProcess.EVENT_CAPACITY, when);
        }
        var registers = assertInstanceOf(Recall.Saved.class, memory.recall(SavingProcess.METER), when);
        assertArrayEquals(SavingProcess.registers(last), registers.octets(), when);
        var settings = memory.recall(SavingProcess.METER, SavingProcess.SETTINGS);
        assertArrayEquals(
                SavingProcess.registers(-last),
                assertInstanceOf(Recall.Saved.class, settings, when).octets(),
                when);
        return last;
    }

    private static List<ProfileEntry> rows(RocksMemory memory, DataLogger logger) throws Exception {
        var rows = new ArrayList<ProfileEntry>();
        memory.visitLogIds(SavingProcess.METER, logger, 0, Long.MAX_VALUE, rows::add);
        return rows;
    }

    private static void assertAreRows(List<ProfileEntry> rows, long last, int capacity, String when) {
        assertTrue(rows.size() >= Math.min(last, capacity), when + ": " + rows.size() + " rows");
        for (int index = 0; index < rows.size(); index++) {
            assertEquals(SavingProcess.row(last - rows.size() + 1 + index), rows.get(index), when);
        }
    }
}
