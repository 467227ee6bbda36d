package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;
import trefas.device.memory.PermanentMemory;
import trefas.storage.Durability;
import trefas.storage.RocksMemory;
import trefas.verification.TrefasProgram.Ended;

/// The recorded week, replayed by the packaged program. The file's sum is known, so the meter's must be the same;
/// and it
/// must be the same however often the replay is killed and started again.
class ReplayTest {

    private static final int SERIAL_NUMBER = 21_830_417;
    private static final int ROWS_OF_A_WEEK = 7 * 24 * 4;

    /// Slow enough to be hit several times: the week takes some three seconds.
    private static final String SPEED = "200000";

    private static final int LIFE_MILLIS_MAX = 900;

    /// A replay that needs more starts than this does not get on.
    private static final int KILLS_MAX = 200;

    @TempDir
    static Path parent;

    private static Path whole;
    private static Ended summary;

    /// What a state directory holds of our meter.
    ///
    /// @param registers octets in hexadecimal
    private record Kept(String registers, List<ProfileEntry> rows) {

        private Kept {
            rows = List.copyOf(rows);
        }

        private static Kept in(Path state) throws IOException {
            var rows = new ArrayList<ProfileEntry>();
            try (var memory = RocksMemory.open(state, Durability.GROUP)) {
                memory.visit(SERIAL_NUMBER, DataLogger.LOAD_PROFILE, 0, Long.MIN_VALUE, Long.MAX_VALUE, rows::add);
                var saved = assertInstanceOf(PermanentMemory.Recall.Saved.class, memory.recall(SERIAL_NUMBER));
                return new Kept(HexFormat.of().formatHex(saved.octets()), rows);
            }
        }
    }

    private static String[] replay(Path state, String speed) {
        return new String[] {
            "run",
            "--input",
            "examples/household_1min.csv",
            "--speed",
            speed,
            "--state",
            state.toString(),
            "--port",
            "0",
            "--http",
            "off",
            "--exit-at-end"
        };
    }

    @BeforeAll
    static void replayUnbroken() throws Exception {
        whole = parent.resolve("whole");
        summary = TrefasProgram.run(replay(whole, "max"));
    }

    @Test
    void theRegistersEndAtTheSumOfTheFile() {
        assertEquals(0, summary.exitCode());
        assertEquals(List.of(), summary.err());
        assertTrue(
                summary.out()
                        .contains("registers           A+ = 305.29293 kWh   A- = 0.00000 kWh   R+ = 20.87133 kvarh   "
                                + "R- = 0.00000 kvarh"),
                summary::text);
        assertTrue(summary.out().contains("load profile        " + ROWS_OF_A_WEEK + " rows"), summary::text);
    }

    @Test
    void theSummaryTellsOfTheMissingMinutes() {
        assertTrue(
                summary.text().contains("2006-12-17 00:00 to 2006-12-24 00:00, 10078 minutes of 10080 in "),
                summary::text);
    }

    @Test
    void aReplayThatHasEndedStaysAtItsEnd() throws Exception {
        var again = TrefasProgram.run(replay(whole, "max"));

        assertEquals(0, again.exitCode());
        assertTrue(again.text().contains("A+ = 305.29293 kWh"), again::text);
        assertEquals(ROWS_OF_A_WEEK, Kept.in(whole).rows().size());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_122})
    void aReplayKilledAgainAndAgainEndsAsIfNothingHadHappened(long seed) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var state = parent.resolve("killed-" + seed);
        int kills = 0;
        Ended ended = null;
        while (ended == null) {
            try (var program = TrefasProgram.start(replay(state, SPEED))) {
                program.awaitDlmsPort();
                if (program.endsWithin(Duration.ofMillis(random.nextInt(LIFE_MILLIS_MAX)))) {
                    ended = program.awaitEnd();
                } else {
                    program.kill();
                    kills++;
                }
            }
            assertTrue(kills < KILLS_MAX, "the replay does not get on");
        }

        assertEquals(0, ended.exitCode(), () -> "seed " + seed);
        assertTrue(kills >= 3, "control: killed only " + kills + " times");
        var unbroken = Kept.in(whole);
        var broken = Kept.in(state);
        assertEquals(unbroken.rows(), broken.rows());
        assertEquals(unbroken.registers(), broken.registers());
    }
}
