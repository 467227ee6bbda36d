package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trefas.storage.StateDirectoryException.Fault;

/// After an update a meter finds what an older Trefas has saved. For every format there is a store that was really
/// written by the Trefas of that time; a change of the layout without one fails here.
class GoldenStoreTest {

    private static final int FIRST_FORMAT = 1;

    @TempDir
    Path parent;

    private Path state;

    @BeforeEach
    void nameState() {
        state = parent.resolve("state");
    }

    static IntStream formats() {
        return IntStream.rangeClosed(FIRST_FORMAT, StateDirectory.FORMAT);
    }

    @ParameterizedTest(name = "format {0}")
    @MethodSource("formats")
    void whatAnOlderTrefasSavedIsThereAndItGoesOnFromThere(int format) throws Exception {
        GoldenStore.unpack(format, state);

        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            GoldenStore.assertWholeIn(memory);
            // Every row saved again brings old blocks into today's layout.
            GoldenStore.save(memory, 1, GoldenStore.QUARTERS);
        }
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            GoldenStore.assertWholeIn(memory);
        }
    }

    // From the first opening on there may be records in it which an older Trefas doesn't know.
    @ParameterizedTest(name = "format {0}")
    @MethodSource("formats")
    void openingRaisesTheFormat(int format) throws Exception {
        GoldenStore.unpack(format, state);
        assertEquals("trefas state, format " + format + "\n", Files.readString(state.resolve("FORMAT")));

        RocksMemory.open(state, Durability.GROUP).close();

        assertEquals("trefas state, format " + StateDirectory.FORMAT + "\n", Files.readString(state.resolve("FORMAT")));
    }

    @Test
    void whatANewerTrefasSavedIsRefusedAndLeftAlone() throws Exception {
        GoldenStore.unpack(StateDirectory.FORMAT, state);
        Files.writeString(state.resolve("FORMAT"), "trefas state, format " + (StateDirectory.FORMAT + 1) + "\n");
        var before = DirectorySnapshot.of(state);

        var refused = assertThrows(
                StateDirectoryException.class,
                () -> RocksMemory.open(state, Durability.GROUP).close());

        assertEquals(Fault.NEWER, refused.fault());
        StateDirectoryTest.assertOneSentenceAbout(state, refused);
        before.assertUnchanged();
    }
}
