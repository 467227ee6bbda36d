package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.log.DataLogger.LOAD_PROFILE;
import static trefas.storage.PermanentMemoryContract.METER;
import static trefas.storage.PermanentMemoryContract.captured;
import static trefas.storage.PermanentMemoryContract.quarter;
import static trefas.storage.PermanentMemoryContract.quarters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trefas.device.log.ProfileEntry;
import trefas.device.memory.PermanentMemory.Recall;

/// A last good state is kept beside the living one, and a damaged state is restored from it.
class BackupTest {

    @TempDir
    Path parent;

    private Path state;

    @BeforeEach
    void nameState() {
        state = parent.resolve("state");
    }

    /// The step of the manual: put a copy of the backup in the place of the directory.
    private void restoreFrom(Path backup) throws IOException {
        var damaged = parent.resolve("damaged");
        Files.move(state, damaged);
        copy(damaged.resolve(state.relativize(backup)), state);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (var path : walk.toList()) {
                Files.copy(path, to.resolve("" + from.relativize(path)));
            }
        }
    }

    // Not one file in common: every file of the living state is overwritten from end to end.
    @Test
    void aStateDestroyedWholeIsRestored() throws Exception {
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            save(memory, 1, 300);
            memory.backUp();
            save(memory, 301, 310);
        }
        destroy(state.resolve("rocksdb"));
        destroy(state.resolve("mark"));

        var refused = assertThrows(
                StateDirectoryException.class,
                () -> RocksMemory.open(state, Durability.GROUP).close());
        StateDirectoryTest.assertOneSentenceAbout(state, refused);
        var sentence = String.valueOf(refused.getMessage());
        assertTrue(sentence.contains("" + state.resolve("backup/1")), sentence);

        restoreFrom(state.resolve("backup/1"));
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            assertSavedUpTo(memory, 300);
            save(memory, 301, 320);
            assertSavedUpTo(memory, 320);
        }
    }

    @Test
    void theNewestTwoAreKeptAndEachIsWhole() throws Exception {
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            for (int backup = 1; backup <= 4; backup++) {
                save(memory, backup * 100 - 99, backup * 100);
                memory.backUp();
            }
        }

        assertEquals(List.of("3", "4"), names(state.resolve("backup")));
        for (int backup = 3; backup <= 4; backup++) {
            var restored = parent.resolve("restored" + backup);
            copy(state.resolve("backup/" + backup), restored);
            try (var memory = RocksMemory.open(restored, Durability.GROUP)) {
                assertSavedUpTo(memory, backup * 100);
            }
        }
    }

    // A backup is read whole before an older one goes for it.
    @Test
    void aDamagedTableDoesNotBecomeABackup() throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            for (int backup = 1; backup <= 2; backup++) {
                save(memory, backup * 500 - 499, backup * 500);
                memory.backUp();
            }
            for (var table : tables(state.resolve("rocksdb"))) {
                byte[] octets = Files.readAllBytes(table);
                octets[random.nextInt(octets.length / 2)] ^= 1;
                Files.write(table, octets);
            }
            save(memory, 1_001, 1_010);

            // Only the new table is copied; the others are the whole ones of the last backup, or told to be damaged.
            try {
                memory.backUp();
                assertEquals(List.of("2", "3"), names(state.resolve("backup")));
            } catch (IOException told) {
                StateDirectoryTest.assertOneSentenceAbout(state, told);
                assertEquals(told.getMessage(), memory.backupTrouble().orElseThrow());
                assertTrue(names(state.resolve("backup")).containsAll(List.of("1", "2")));
            }
        }

        var newest = Backups.newest(state).orElseThrow();
        restoreFrom(newest);
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            assertSavedUpTo(memory, newest.endsWith("2") ? 1_000 : 1_010);
        }
    }

    // Killed in the middle of a backup: its rest is no backup, and the next one removes it.
    @Test
    void theRestOfAnUnfinishedBackupGoes() throws Exception {
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            save(memory, 1, 10);
            Files.createDirectories(state.resolve("backup/new/rocksdb"));
            Files.writeString(state.resolve("backup/new/rocksdb/CURRENT"), "MANI");
            assertTrue(Backups.newest(state).isEmpty());

            memory.backUp();
        }

        assertEquals(List.of("1"), names(state.resolve("backup")));
    }

    // What nobody has to ask for: the first save after the newest backup is a day old, or there is none.
    @Test
    void theFirstSaveAfterADayMakesOne() throws Exception {
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            save(memory, 1, 10);
        }
        assertFalse(Files.exists(state.resolve("backup")));

        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            save(memory, 11, 11);
            var backup = state.resolve("backup/1");
            while (!Files.exists(backup) && memory.backupTrouble().isEmpty()) {
                Thread.onSpinWait();
            }
            assertEquals(Optional.empty(), memory.backupTrouble());
        }
    }

    @Test
    void oneIsDueEachDay() {
        assertTrue(BackupSchedule.after(Backups.AGE_MAX.negated()).isDue());
        assertFalse(BackupSchedule.after(Backups.AGE_MAX).isDue());
        assertTrue(BackupSchedule.behind(Optional.empty()).isDue());
        assertTrue(BackupSchedule.behind(Optional.of(Backups.AGE_MAX)).isDue());
        assertTrue(BackupSchedule.behind(Optional.of(Duration.ofHours(-1))).isDue());
        assertFalse(BackupSchedule.behind(Optional.of(Duration.ZERO)).isDue());
        var due = BackupSchedule.after(Duration.ZERO);
        assertTrue(due.isDue());
        assertFalse(due.isDue());
    }

    private static void save(RocksMemory memory, int first, int last) throws IOException {
        for (int row = first; row <= last; row++) {
            memory.save(METER, registers(row), List.of(captured(quarter(row))));
        }
    }

    private static byte[] registers(int row) {
        byte[] registers = new byte[128];
        Arrays.fill(registers, (byte) row);
        return registers;
    }

    private static void assertSavedUpTo(RocksMemory memory, int row) throws IOException {
        assertTrue(memory.recall(METER) instanceof Recall.Saved saved && Arrays.equals(registers(row), saved.octets()));
        var rows = new ArrayList<ProfileEntry>();
        memory.visit(METER, LOAD_PROFILE, 0, Long.MIN_VALUE, Long.MAX_VALUE, rows::add);
        assertArrayEquals(quarters(1, row).toArray(), rows.toArray());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> tables(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(".sst")).toList();
        }
    }

    /// In place, as a bad disk does.
    private static void destroy(Path place) throws IOException {
        try (var walk = Files.walk(place)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[(int) Files.size(file)], StandardOpenOption.WRITE);
            }
        }
    }
}
