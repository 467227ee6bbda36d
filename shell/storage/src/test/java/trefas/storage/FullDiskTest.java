package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk without room, played by the limit on the size of a process's files: the system refuses further octets in the
/// middle of a write just as a full disk does.
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    private static final int LIVES = Integer.getInteger("trefas.lives", 8);
    private static final int OCTETS_MAX = 1_500_000;
    private static final int REFUSALS = 3;

    @TempDir
    Path parent;

    private long lastPromise;

    @Test
    void aFullDiskIsToldAndSavingGoesOnWhenThereIsRoomAgain() throws Exception {
        assertTrue(Files.isExecutable(PRLIMIT), "needs prlimit of util-linux");
        var state = parent.resolve("state");
        try (var process = SavingProcess.start(parent, state, 0)) {
            process.awaitFirstSave();
            limitFiles(process, "100000");
            var refusal = process.next(line -> !SavingProcess.isPromise(line));
            assertTrue(refusal.contains("because the disk is full"), refusal);
            StateDirectoryTest.assertOneSentenceAbout(state, new IOException(refusal));

            limitFiles(process, "unlimited");
            // Refusals still in the pipe come first; one of the next saves must succeed.
            long again = Long.parseLong(process.next(SavingProcess::isPromise));
            long promised = process.killAfter(again, 0);

            try (var memory = RocksMemory.open(state, Durability.GROUP)) {
                assertTrue(KillTest.savedUpTo(memory, promised, "after the disk was full") >= again);
            }
        }
    }

    /// The disk gets full at another octet each time, in whichever file grows next, and the process is killed then
    /// without ever having room again. What was promised is there, and saving goes on.
    @Test
    void whereverTheDiskGetsFullNothingPromisedIsLost() throws Exception {
        assertTrue(Files.isExecutable(PRLIMIT), "needs prlimit of util-linux");
        var state = parent.resolve("state");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_128);
        long saved = 0;
        for (int life = 1; life <= LIVES; life++) {
            long promised;
            try (var process = SavingProcess.start(parent, state, saved)) {
                long first = process.awaitFirstSave();
                limitFiles(process, "" + random.nextInt(OCTETS_MAX));
                var refusals = new ArrayList<String>();
                for (int refusal = 0; refusal < REFUSALS; refusal++) {
                    refusals.add(process.next(line -> {
                        if (SavingProcess.isPromise(line)) {
                            lastPromise = Long.parseLong(line);
                        }
                        return !SavingProcess.isPromise(line);
                    }));
                }
                for (var refusal : refusals) {
                    StateDirectoryTest.assertOneSentenceAbout(state, new IOException(refusal));
                }
                promised = process.killAfter(Math.max(first, lastPromise), 0);
            }
            try (var memory = RocksMemory.open(state, Durability.GROUP)) {
                saved = KillTest.savedUpTo(memory, promised, "life " + life);
            }
        }
    }

    private static void limitFiles(SavingProcess process, String octets) throws Exception {
        var prlimit = new ProcessBuilder("" + PRLIMIT, "--pid", "" + process.processId(), "--fsize=" + octets + ":")
                .inheritIO()
                .start();
        assertEquals(0, prlimit.waitFor());
    }
}
