package trefas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.app.settings.KeySet;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SystemTitle;

/// A client's counter in a file: whenever the program is killed, no counter is used twice (decision 0019).
class CounterFileTest {

    @TempDir
    private Path folder = Path.of("");

    private CounterFile open() throws IOException {
        var state = SecurityState.fresh(SecuritySuite.SUITE_0, SecurityPolicy.NONE, new SystemTitle(1));
        KeySet.DEMO.installIn(state);
        return CounterFile.open(folder.resolve("counter"), state, new SecureRandom());
    }

    private static long take(CounterFile counters) {
        return counters.<Long>with(state -> state.unicastCounter().take().orElseThrow());
    }

    /// Lives of one counter up to several times what is set aside at once, each ended by a kill.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 20_261_128})
    void noCounterIsUsedTwiceWhateverIsKilledWhenever(long seed) throws IOException {
        var random = new Random(seed);
        var used = new HashSet<Long>();
        long highest = 0;
        for (int life = 0; life < 20; life++) {
            CounterFile counters = open();
            int messages = 1 + random.nextInt(4 * CounterFile.RESERVED_AHEAD);
            for (int message = 0; message < messages; message++) {
                long counter = take(counters);
                assertTrue(used.add(counter), () -> "again " + counter);
                assertTrue(counter > highest);
                highest = counter;
            }
        }
    }

    /// A counter that leaves is below what the file says at that moment.
    @Test
    void theFileIsAheadOfEveryCounterThatLeaves() throws IOException {
        CounterFile counters = open();
        for (int message = 0; message < 2 * CounterFile.RESERVED_AHEAD + 2; message++) {
            long counter = take(counters);
            long kept =
                    Long.parseLong(Files.readString(folder.resolve("counter")).strip());
            assertTrue(counter < kept, () -> counter + " left while the file said " + kept);
        }
    }

    @Test
    void anOrderlyEndSkipsNothing() throws IOException {
        CounterFile first = open();
        assertEquals(1, take(first));
        first.settle();

        assertEquals(2, take(open()));
    }

    /// What can't be kept does not leave.
    @Test
    void aCounterThatCannotBeKeptIsNotGivenOut() throws IOException {
        CounterFile counters = open();
        take(counters);
        Files.delete(folder.resolve("counter"));
        Files.createDirectories(folder.resolve("counter").resolve("in the way"));
        assertThrows(CommandFailure.class, () -> {
            for (int message = 0; message <= CounterFile.RESERVED_AHEAD; message++) {
                take(counters);
            }
        });
    }

    @Test
    void anotherFileIsToldAndNotTaken() throws IOException {
        Files.writeString(folder.resolve("counter"), "one\n");
        var refused = assertThrows(CommandFailure.class, this::open);
        assertTrue(String.valueOf(refused.getMessage()).contains("holds no invocation counter"));
    }
}
