package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.verification.TrefasProgram.Ended;

/// What people get wrong, and what disks do. Each ends with one clear line, and nothing that was kept is lost.
class BadInputTest {

    private static final int FAILED = 1;
    private static final int PORT_TAKEN = 4;
    private static final String INPUT = "examples/household_1min.csv";

    @TempDir
    static Path parent;

    @TempDir
    Path folder;

    /// The state of a meter that has replayed the week; tests work on copies.
    private static Path kept;

    @BeforeAll
    static void replayTheWeek() throws Exception {
        kept = parent.resolve("kept");
        assertEquals(0, replay(kept).exitCode());
    }

    private static Ended replay(Path state) throws Exception {
        return TrefasProgram.run(
                "run",
                "--input",
                INPUT,
                "--speed",
                "max",
                "--state",
                state.toString(),
                "--port",
                "0",
                "--http",
                "off",
                "--exit-at-end");
    }

    private static void assertOneLine(int exitCode, String said, Ended ended) {
        assertEquals(1, ended.err().size(), () -> String.join("\n", ended.err()));
        assertTrue(ended.err().getFirst().startsWith("trefas: "), ended.err()::getFirst);
        assertTrue(ended.err().getFirst().contains(said), ended.err()::getFirst);
        assertEquals(exitCode, ended.exitCode());
        assertEquals(List.of(), ended.out());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        # file, with / at each line's end                                      | said
        ''                                                                     | : line 1: found the end of the file, expected a header and rows of numbers
        time;P_kW/                                                             | : found no row after the header
        watts;when/                                                            | : line 2: found the end of the file, expected a header and rows of numbers
        time;P_kW/2006-12-17T00:00:00;1.044/2006-12-17T00:01:00;much/          | , line 3, column P_kW: found "much", expected a number
        time;P_kW/2006-12-17T00:00:00;1.044/2006-12-17T00:01:00/               | , line 3: found 1 column in
        time;P_kW/2006-12-17T00:00:00;1.044;230/                               | , line 2: found 3 columns in
        time;P_kW/yesterday;1.044/                                             | , line 2, column time: found "yesterday", expected a local time
        time;P_kW/2006-12-17T00:00:30;1.044/                                   | , line 2, column time: found "2006-12-17T00:00:30", expected a time on the full minute
        time;P_kW/2006-12-17T00:00:00;1/2006-12-17T00:00:00;1/                 | , line 3, column time: found "2006-12-17T00:00:00" a second time
        time;P_kW/2006-12-17T00:01:00;1/2006-12-17T00:00:00;1/                 | , line 3, column time: found "2006-12-17T00:00:00" after
        time;P_kW/2006-12-17T00:00:00;1//2006-12-17T00:01:00;1/                | , line 3: found an empty line
        time;P_kW/2006-12-17T00:00:00;1e9/                                     | , line 2, column P_kW: found "1e9", expected a number
        """)
    void aBrokenRecordingIsNamedWithItsLine(String content, String said) throws Exception {
        Path file = Files.writeString(folder.resolve("load.csv"), content.replace('/', '\n'));

        assertOneLine(FAILED, file + said, input(file));
    }

    private Ended input(Path file) throws Exception {
        Path state = folder.resolve("state");
        Ended ended = TrefasProgram.run(
                "run", "--input", file.toString(), "--state", state.toString(), "--port", "0", "--http", "off");
        assertFalse(Files.exists(state), "a state directory was made for nothing");
        return ended;
    }

    @Test
    void aRecordingThatIsNotThereIsNamed() throws Exception {
        Path file = folder.resolve("no.csv");

        assertOneLine(FAILED, file + " does not exist.", input(file));
    }

    @Test
    void aRecordingThatIsNoTextIsNamed() throws Exception {
        byte[] noise = new byte[4_096];
        RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_122).nextBytes(noise);
        Path file = Files.write(folder.resolve("noise.csv"), noise);

        // Not a load, so taken for waveforms, whose names may be in any encoding.
        assertOneLine(FAILED, file + ": header: found no column of times", input(file));
    }

    @Test
    void aFolderIsNoRecording() throws Exception {
        assertOneLine(FAILED, folder + " can't be read: ", input(folder));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        # file, with / at each line's end                 | said
        meter:/  serial: 1/  colour: red/                 | , line 3: unknown key "meter.colour", expected one of
        wheels: 4/                                        | , line 1: unknown key "wheels", expected one of
        meter:/  serial: [1/ports:/                       | : not YAML
        meter: {/                                         | : not YAML
        - meter/                                          | : expected keys such as "meter:" and "ports:"
        meter: small/                                     | , line 1: meter is a single value, expected keys below it
        meter:/  serial: 123456789/                       | , line 2: meter.serial is "123456789", expected
        meter:/  decimals: 5.2/                           | , line 2: meter.decimals is "5.2", expected 7.0, 6.1, 7.2 or 6.3
        meter:/  profile:/    period: 10min/              | , line 3: meter.profile.period is "10min", expected 5min, 15min, 30min or 60min
        ports:/  dlms: 70000/                             | , line 2: ports.dlms is "70000", expected
        speed: fast/                                      | , line 1: speed is "fast", expected max or a number from 0 to 1000000
        speed: "1/  2"/                                   | , line 1: speed is "1 2", expected max
        speed: "1\\n2"/                                   | , line 1: speed is
        speed: 1/speed: 2/                                | , line 2: "speed" stands here twice
        input:/  phase: L1/                               | , line 1: input.file is missing
        house:/  car: [Tue, Someday]/                     | , line 2: house.car is "Someday", expected days such as Tue
        """)
    void aMistakeInASettingsFileIsNamedWithItsLine(String content, String said) throws Exception {
        Path file = Files.writeString(folder.resolve("meter.yaml"), content.replace('/', '\n'));

        var ended = TrefasProgram.run("run", file.toString(), "--port", "0", "--http", "off");

        assertOneLine(FAILED, file.toString(), ended);
        assertTrue(ended.err().getFirst().contains(said), ended.err()::getFirst);
        assertFalse(Files.exists(folder.resolve("trefas-state")));
    }

    @Test
    void allMistakesInASettingsFileAreToldAtOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("meter.yaml"), """
                meter:
                  serial: none
                  decimals: 9.9
                ports:
                  dlms: here
                spee: 1
                """);

        var ended = TrefasProgram.run("run", file.toString());

        assertEquals(FAILED, ended.exitCode());
        assertEquals(4, ended.err().size(), () -> String.join("\n", ended.err()));
        for (String part :
                List.of(", line 2: meter.serial", ", line 3: meter.decimals", ", line 5: ports.dlms", ", line 6: ")) {
            assertEquals(
                    1,
                    ended.err().stream()
                            .filter(line -> line.startsWith("trefas: " + file) && line.contains(part))
                            .count(),
                    part);
        }
    }

    @Test
    void aSettingsFileThatIsNotThereIsNamed() throws Exception {
        Path file = folder.resolve("no.yaml");

        assertOneLine(FAILED, file + " does not exist", TrefasProgram.run("run", file.toString()));
    }

    @Test
    void aSettingsFileThatIsNoTextIsNamed() throws Exception {
        Path file = Files.write(folder.resolve("meter.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});

        assertOneLine(FAILED, file + " is not a UTF-8 text file", TrefasProgram.run("run", file.toString()));
    }

    @Test
    void aFileIsNoStateDirectory() throws Exception {
        Path file = Files.writeString(folder.resolve("state"), "my shopping list");

        assertOneLine(FAILED, "The state directory " + file + " is a file;", replay(file));
        assertEquals("my shopping list", Files.readString(file));
    }

    @Test
    void aFolderWithOtherFilesIsNoStateDirectory() throws Exception {
        Files.writeString(folder.resolve("list"), "my shopping list");

        assertOneLine(FAILED, "holds files that aren't a Trefas state", replay(folder));
        assertEquals(List.of(folder.resolve("list")), DirectorySnapshot.filesOf(folder));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"FORMAT", "mark", "rocksdb/CURRENT", "rocksdb/MANIFEST-.*", "rocksdb/.*[.](log|sst)"})
    void aDamagedStateIsToldAndLeftAsItIs(String which) throws Exception {
        Path damaged = folder.resolve("damaged");
        Path backup = folder.resolve("backup");
        DirectorySnapshot.copy(kept, damaged);
        DirectorySnapshot.copy(kept, backup);
        assertTrue(turnBits(damaged, which) > 0, "control: no such file");
        DirectorySnapshot before = DirectorySnapshot.of(damaged).withoutNotes();

        Ended ended = replay(damaged);

        assertOneLine(FAILED, damaged.toString(), ended);
        assertEquals(before, DirectorySnapshot.of(damaged).withoutNotes());
        Ended restored = replay(backup);
        assertEquals(0, restored.exitCode());
        assertTrue(restored.text().contains("A+ = 305.29293 kWh"), restored::text);
    }

    /// Turns one bit in every octet of the files that match.
    private static int turnBits(Path directory, String which) throws IOException {
        var pattern = Pattern.compile(which);
        int turned = 0;
        for (Path file : DirectorySnapshot.filesOf(directory)) {
            byte[] octets = Files.readAllBytes(file);
            if (pattern.matcher(directory.relativize(file).toString()).matches() && octets.length > 0) {
                for (int place = 0; place < octets.length; place++) {
                    octets[place] ^= 1;
                }
                Files.write(file, octets);
                turned++;
            }
        }
        return turned;
    }

    @Test
    void aSecondProcessIsTurnedAwayAndTheFirstGoesOn() throws Exception {
        Path state = folder.resolve("state");
        try (var first = TrefasProgram.start("run", "--state", state.toString(), "--port", "0", "--http", "off")) {
            int port = first.awaitBanner().dlmsPort();

            Ended second = TrefasProgram.run("run", "--state", state.toString(), "--port", "0", "--http", "off");

            assertOneLine(FAILED, "The state directory " + state + " is in use by another meter process;", second);
            assertEquals(
                    0,
                    TrefasProgram.run("read", "--port", String.valueOf(port), "1.8.0")
                            .exitCode());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"--port, --http", "--http, --port"})
    void aTakenPortIsToldWithAWayOut(String taken, String free) throws Exception {
        Path state = folder.resolve("state");
        DirectorySnapshot.copy(kept, state);
        Ended ended;
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(holder.getLocalPort());
            ended = TrefasProgram.run("run", "--input", INPUT, "--state", state.toString(), taken, port, free, "0");
            assertOneLine(PORT_TAKEN, port, ended);
        }
        assertTrue(ended.err().getFirst().contains("choose another with " + taken), ended.err()::getFirst);
        assertTrue(replay(state).text().contains("A+ = 305.29293 kWh"), "the state was lost");
    }

    @Test
    void decimalsOfAKeptMeterCannotBeChanged() throws Exception {
        Path state = folder.resolve("state");
        DirectorySnapshot.copy(kept, state);
        Path file = Files.writeString(folder.resolve("meter.yaml"), "meter:\n  decimals: 6.1\n");
        DirectorySnapshot before = DirectorySnapshot.of(state).withoutNotes();

        Ended ended =
                TrefasProgram.run("run", file.toString(), "--state", state.toString(), "--port", "0", "--http", "off");

        assertOneLine(FAILED, "decimals are fixed when a meter is made; nothing was changed.", ended);
        assertTrue(ended.err().getFirst().contains(state.toString()), ended.err()::getFirst);
        assertTrue(replay(state).text().contains("A+ = 305.29293 kWh"), "the state was lost");
        assertFalse(before.files().isEmpty());
    }
}
