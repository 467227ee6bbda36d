package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk without room, played by the limit on the size of a process's files: the system refuses further octets in the
/// middle of a write just as a full disk does.
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    @TempDir
    Path parent;

    @Test
    void aFullDiskIsToldAndSavingGoesOnWhenThereIsRoomAgain() throws Exception {
        assumeTrue(Files.isExecutable(PRLIMIT), "needs prlimit of util-linux");
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

    private static void limitFiles(SavingProcess process, String octets) throws Exception {
        var prlimit = new ProcessBuilder("" + PRLIMIT, "--pid", "" + process.processId(), "--fsize=" + octets + ":")
                .inheritIO()
                .start();
        assertEquals(0, prlimit.waitFor());
    }
}
