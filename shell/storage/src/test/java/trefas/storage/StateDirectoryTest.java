package trefas.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.storage.PermanentMemoryContract.METER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.memory.PermanentMemory.Recall;
import trefas.storage.StateDirectoryException.Fault;

class StateDirectoryTest {

    @TempDir
    Path parent;

    private Path state;

    @BeforeEach
    void nameState() {
        state = parent.resolve("state");
    }

    @Test
    void aMissingDirectoryIsMadeWithItsParents() throws Exception {
        var deep = parent.resolve("a/b/c");
        RocksMemory.open(deep, Durability.GROUP).close();

        assertEquals("trefas state, format 2\n", Files.readString(deep.resolve("FORMAT")));
    }

    @Test
    void anEmptyDirectoryIsTaken() throws Exception {
        Files.createDirectory(state);
        RocksMemory.open(state, Durability.GROUP).close();

        assertTrue(Files.exists(state.resolve("FORMAT")));
    }

    @Test
    void aFileIsNoDirectory() throws Exception {
        Files.writeString(state, "my notes");

        assertRefused(Fault.NOT_A_DIRECTORY);
        assertEquals("my notes", Files.readString(state));
    }

    // Two meters must never write into one state, in one process or in two.
    @Test
    void aDirectoryInUseIsRefusedAndFreeAgainAfterClosing() throws Exception {
        try (var first = RocksMemory.open(state, Durability.GROUP)) {
            assertRefused(Fault.IN_USE);
            first.save(METER, new byte[] {1}, List.of());
        }
        RocksMemory.open(state, Durability.GROUP).close();
    }

    @Test
    void aDirectoryInUseByAnotherProcessIsRefused() throws Exception {
        try (var other = SavingProcess.start(parent, state, 0)) {
            other.awaitFirstSave();

            assertRefused(Fault.IN_USE);
        }
        RocksMemory.open(state, Durability.GROUP).close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"letter.txt", "CURRENT", "rocksdb", "mark", ".hidden"})
    void aDirectoryWithSomethingElseIsRefusedAndLeftAlone(String name) throws Exception {
        Files.createDirectory(state);
        Files.writeString(state.resolve(name), "precious");
        var before = DirectorySnapshot.of(state);

        assertRefused(Fault.SOMETHING_ELSE);
        before.assertUnchanged();
        assertFalse(Files.exists(state.resolve("lock")));
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource({
        "'trefas state, format 3\n', NEWER",
        "'trefas state, format 999999999\n', NEWER",
        "'trefas state, format 0\n', DAMAGED",
        "'trefas state, format 1', DAMAGED",
        "'trefas', DAMAGED",
        "'', SOMETHING_ELSE",
        "'{\"format\": \"of another program\"}', SOMETHING_ELSE"
    })
    void aFormatThatIsNotOursIsNamed(String text, Fault fault) throws Exception {
        RocksMemory.open(state, Durability.GROUP).close();
        Files.writeString(state.resolve("FORMAT"), text, UTF_8);
        var before = DirectorySnapshot.of(state);

        assertRefused(fault);
        before.assertUnchanged();
    }

    // Killed between the first mark and the finished database: nothing was ever saved, so it may begin anew.
    @Test
    void anUnfinishedStateIsBegunAnew() throws Exception {
        Files.createDirectories(state.resolve("rocksdb"));
        Files.writeString(state.resolve("FORMAT"), "trefas state, format 1, unfinished\n");
        Files.writeString(state.resolve("rocksdb/CURRENT"), "MANIFEST-0000");

        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            assertInstanceOf(Recall.NeverSaved.class, memory.recall(METER));
        }
        assertEquals("trefas state, format 2\n", Files.readString(state.resolve("FORMAT")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPlaceThatCantBeWrittenIsNamed() {
        state = Path.of("/proc/trefas-state");

        assertRefused(Fault.NOT_WRITABLE);
    }

    /// Who has all privileges may write there anyway, and then the state must simply be begun.
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDirectoryWithoutTheRightToWriteIsRefused() throws Exception {
        Files.createDirectory(state);
        assertTrue(state.toFile().setWritable(false));
        if (Files.isWritable(state)) {
            RocksMemory.open(state, Durability.GROUP).close();
            assertTrue(Files.exists(state.resolve("FORMAT")));
        } else {
            assertRefused(Fault.NOT_WRITABLE);
        }
        assertTrue(state.toFile().setWritable(true));
    }

    @Test
    void aClosedMemoryAnswersNothingAndClosesTwice() throws Exception {
        var memory = RocksMemory.open(state, Durability.GROUP);
        memory.close();
        memory.close();

        assertThrows(IllegalStateException.class, () -> memory.recall(METER));
        assertThrows(IllegalStateException.class, () -> memory.save(METER, new byte[0], List.of()));
        assertThrows(IllegalStateException.class, memory::flush);
    }

    private void assertRefused(Fault fault) {
        var refused = assertThrows(
                StateDirectoryException.class,
                () -> RocksMemory.open(state, Durability.GROUP).close());
        assertEquals(fault, refused.fault());
        assertOneSentenceAbout(state, refused);
    }

    /// What, where and what to do, for a person: one line, one full stop, the place in it.
    static void assertOneSentenceAbout(Path place, IOException refused) {
        var sentence = String.valueOf(refused.getMessage());
        assertTrue(sentence.matches("[A-Z][^\\n]*[^.]\\."), sentence);
        assertTrue(sentence.contains("" + place), sentence);
    }
}
