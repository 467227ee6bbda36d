package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trefas.verification.TrefasProgram.Ended;

/// Commands the documents show amid a sentence, with other programs or with words for what only the reader has: each
/// works as it is written there, with the real curl and nc, a real serial line, and a stand-in for those words. A
/// command that the documents show and no test runs is told.
class DocsLinesTest {

    private static final String TELEGRAMS = "nc localhost 4063";
    private static final String ALARM_LISTENER = "nc -l 5001 | ./trefas decode -";
    private static final String AT_A_SERIAL_PORT =
            "./trefas profile 99.1.0 --serial /dev/ttyUSB0 --mode-e --client 1 --keys meter.keys";
    private static final String DAMAGED_AWAY = "mv trefas-state damaged-state";
    private static final String BACKUP_BACK = "cp -r damaged-state/backup/7 trefas-state";
    private static final String MAGNET = "curl -X PUT -H 'Content-Type: application/json' -d '{\"magnet\": true}'"
            + " localhost:8059/api/v1/meters/21830417/module";
    private static final String CONVERTER = "--pcm s24le --rate 10000 --full-scale U=800,I=120";

    private static final String CONVERTED_METER = "my-converter | ./trefas run --input - " + CONVERTER;

    /// What stands for any name of a file; blocks of commands have real ones.
    private static final String ANY_FILE = "./trefas run FILE";

    /// Run by `.ci/run`, which starts these tests.
    private static final String ALL_TESTS = "mvn verify";

    /// Its commands measure for minutes and are run by hand.
    private static final Path BENCHMARKS = Path.of("docs/benchmarks.md");

    private static final String COMMAND =
            "(?:[A-Z_]+=\\S+ )*(?:(?:\\./trefas|nc|curl|mv|cp|my-converter) .*|mvn verify)";
    private static final Pattern BEGINNING = Pattern.compile(COMMAND);
    private static final Pattern INLINE = Pattern.compile("`(" + COMMAND.replace(".*", "[^`]*") + ")`");

    private static final String EK = "000102030405060708090A0B0C0D0E0F";
    private static final String AK = "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF";

    /// A command that ends by itself.
    ///
    /// @param shown as a document has it
    /// @param meter the command of the meter that runs meanwhile; empty for none
    /// @param standIns for words of it
    /// @param says what is found in what it prints
    record Shown(String shown, List<String> meter, Map<String, String> standIns, int exitCode, String says) {

        Shown(String shown, List<String> meter, String says) {
            this(shown, meter, Map.of(), 0, says);
        }

        @Override
        public String toString() {
            return shown;
        }
    }

    static List<Shown> lines() {
        List<String> none = List.of();
        List<String> demo = List.of("demo");
        return List.of(
                new Shown("./trefas read 1.8.0 32.7.0 99.1.0", demo, "1-1:32.7.0"),
                new Shown("./trefas accuracy --bits 24", none, "(?s)24 bit.*active, balanced"),
                new Shown("./trefas measure --grid mixed --report mixed.html", none, "THD"),
                new Shown("./trefas decode C001C10008", none, Map.of(), 1, "ends here, 6 octets expected"),
                new Shown(
                        "my-converter | ./trefas measure - " + CONVERTER + " --intervals 1s",
                        none,
                        "(?m)^1[.]\\d+,2[.]\\d+,50[.]"),
                new Shown(MAGNET, demo, "\"id\":\"magnet\"[^}]*\"on\":true"),
                new Shown(
                        "TREFAS_EK=… TREFAS_AK=… ./trefas objects --host meter.example --client 1",
                        demo,
                        Map.of(
                                "TREFAS_EK=…",
                                "TREFAS_EK=" + EK,
                                "TREFAS_AK=…",
                                "TREFAS_AK=" + AK,
                                "meter.example",
                                "localhost"),
                        0,
                        "1-1:99[.]1[.]0"),
                new Shown("""
                        ./trefas set 99.1.1:3 --client 1 --keys meter.keys '[{u16:8, obis:0-1:1.0.0*255, i8:2, u16:0},
                          {u16:7, obis:1-1:99.1.1*255, i8:-1, u16:0}, {u16:7, obis:1-1:99.1.1*255, i8:-2, u16:0},
                          {u16:1, obis:1-1:134.0.1*255, i8:2, u16:0},
                          {u16:3, obis:1-1:1.8.0*255, i8:2, u16:0}, {u16:3, obis:1-1:21.25.0*255, i8:2, u16:0}]'""", demo, "-> .*0101151900FF"));
    }

    @BeforeEach
    void layOut() throws IOException {
        DocsCheckout.layOut();
        write("meter.keys", "ek=" + EK + "\nak=" + AK + "\n");
        Files.write(DocsCheckout.FOLDER.resolve("samples"), threeSeconds());
        Path converter = write("my-converter", "#!/bin/sh\nexec cat samples\n");
        assertTrue(converter.toFile().setExecutable(true));
    }

    @AfterEach
    void clear() throws IOException {
        DocsCheckout.clear();
    }

    @Test
    void everyCommandInTheDocumentsIsRun() throws IOException {
        var blocks = new ArrayList<String>();
        var shown = new TreeSet<String>();
        for (Path document : DocsCheckout.documents()) {
            if (!document.equals(BENCHMARKS)) {
                DocsCommandsTest.commands(document).forEach(command -> blocks.add("./trefas " + command));
                shown.addAll(commandsElsewhere(document));
            }
        }
        // A sentence may name the beginning of a command that is run with more.
        shown.removeIf(command -> blocks.stream().anyMatch(line -> (line + " ").startsWith(command + " ")));

        var run = new TreeSet<>(Set.of(
                TELEGRAMS,
                ALARM_LISTENER,
                AT_A_SERIAL_PORT,
                CONVERTED_METER,
                DAMAGED_AWAY,
                BACKUP_BACK,
                ANY_FILE,
                ALL_TESTS));
        lines().forEach(line -> run.add(line.shown()));
        assertEquals(run, shown);
    }

    /// Commands amid sentences, in blocks that are not of shell commands, and those of other programs.
    private static List<String> commandsElsewhere(Path document) throws IOException {
        var commands = new ArrayList<String>();
        String block = "";
        for (String line : Files.readAllLines(TrefasProgram.ROOT.resolve(document))) {
            boolean isCommand = BEGINNING.matcher(line).matches();
            if (line.startsWith("```")) {
                block = block.isEmpty() ? line : "";
            } else if (block.isEmpty()) {
                INLINE.matcher(line).results().forEach(found -> commands.add(found.group(1)));
            } else if (isCommand && !(block.equals("```sh") && line.startsWith("./trefas "))) {
                commands.add(line);
            } else if (block.equals("```") && line.startsWith("  ") && !commands.isEmpty()) {
                commands.add(commands.removeLast() + "\n" + line);
            }
        }
        return commands;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void itWorksAsItIsWritten(Shown line) throws Exception {
        String command = line.shown();
        for (var standIn : line.standIns().entrySet()) {
            command = command.replace(standIn.getKey(), standIn.getValue());
        }
        List<TrefasProgram> meter = line.meter().isEmpty() ? List.of() : List.of(meter(line.meter()));
        try (var program = start(command)) {
            Ended ended = program.awaitEnd();

            assertEquals(line.exitCode(), ended.exitCode(), program::story);
            assertTrue(Pattern.compile(line.says()).matcher(ended.text()).find(), program::story);
        } finally {
            meter.forEach(TrefasProgram::close);
        }
    }

    @Test
    void aTelegramComesWithAValidChecksum() throws Exception {
        try (var demo = meter(List.of("demo"));
                var netcat = start(TELEGRAMS)) {
            netcat.awaitLine(Pattern.compile("^![0-9A-F]{4}$"));
            netcat.terminate();
            List<String> telegram = netcat.awaitEnd().out();
            int last = telegram.indexOf(telegram.stream()
                    .filter(line -> line.startsWith("!"))
                    .findFirst()
                    .orElseThrow());

            assertTrue(telegram.getFirst().startsWith("/TRF5"), demo::story);
            String summed = String.join("\r\n", telegram.subList(0, last)) + "\r\n!";
            assertEquals("!%04X".formatted(checksum(summed.getBytes(StandardCharsets.US_ASCII))), telegram.get(last));
        }
    }

    @Test
    void theListenerExplainsAnAlarm() throws Exception {
        String alarms = block(Path.of("docs/configuration.md"), "## Alarm calls");
        write("alarms.yaml", alarms.replace("192.168.1.20", "127.0.0.1"));

        // The meter tries three times, so the listener may be the slower one.
        try (var listener = start(ALARM_LISTENER);
                var meter = meter(List.of("run", "alarms.yaml"));
                var magnet = start(MAGNET)) {
            assertEquals(0, magnet.awaitEnd().exitCode(), meter::story);
            Ended ended = listener.awaitEnd();

            assertEquals(0, ended.exitCode(), listener::story);
            assertTrue(ended.text().toLowerCase(Locale.ROOT).contains("tamper"), listener::story);
        }
    }

    // 10 A at 230 V on three phases for three seconds, less what the window that never ends would have had.
    @Test
    void aMeterCountsWhatAConverterMeasures() throws Exception {
        try (var program = start(CONVERTED_METER)) {
            program.awaitLine(Pattern.compile("^registers +A[+] = 0[.]0057[0-9] kWh"));
        }
    }

    @Test
    void theProfileIsReadAtASerialPort() throws Exception {
        Path folder = DocsCheckout.FOLDER;
        write("serial.yaml", """
                ports: {serial: {device: %s, mode: mode-e}}
                security: {keys: {management: {ek: "%s", ak: "%s"}}}
                input: {file: examples/household_1min.csv}
                speed: max
                """.formatted(folder.resolve("tty-meter"), EK, AK));
        String cable = "exec socat -d -d pty,link=tty-meter,raw,echo=0 pty,link=tty-reader,raw,echo=0 2>&1";

        try (var socat = start(cable)) {
            socat.awaitLine(Pattern.compile("starting data transfer loop"));
            try (var meter = meter(List.of("run", "serial.yaml"));
                    var reader = start(AT_A_SERIAL_PORT.replace("/dev/ttyUSB0", "tty-reader"))) {
                Ended ended = reader.awaitEnd();

                assertEquals(0, ended.exitCode(), () -> reader.story() + meter.story());
                assertTrue(ended.text().contains("1.8.0 Wh"), reader::story);
            }
        }
    }

    @Test
    void aMeterGoesOnFromABackup() throws Exception {
        String replay = "./trefas run --input examples/household_1min.csv --speed max --exit-at-end";
        // The first one makes a memory, the second one a backup of it.
        run(replay);
        String counted = run(replay);
        run(DAMAGED_AWAY);
        run(BACKUP_BACK.replace("/7 ", "/1 "));

        assertEquals(registers(counted), registers(run(replay)));
    }

    private static String registers(String said) {
        var line = Pattern.compile("(?m)^registers +(A[+] = .*)$").matcher(said);
        assertTrue(line.find(), said);
        return line.group(1);
    }

    /// Runs a line that must work.
    private static String run(String line) throws Exception {
        try (var program = start(line)) {
            Ended ended = program.awaitEnd();
            assertEquals(0, ended.exitCode(), program::story);
            return ended.text();
        }
    }

    private static TrefasProgram start(String line) throws IOException {
        String path = DocsCheckout.FOLDER + ":" + System.getenv("PATH");
        return TrefasProgram.startLineIn(DocsCheckout.FOLDER, Map.of("PATH", path), line);
    }

    /// Starts a meter and waits until it is there.
    private static TrefasProgram meter(List<String> command) throws Exception {
        var meter = TrefasProgram.startIn(DocsCheckout.FOLDER, Map.of(), command.toArray(String[]::new));
        meter.awaitBanner();
        return meter;
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(DocsCheckout.FOLDER.resolve(name), text);
    }

    /// The first block below a heading.
    private static String block(Path document, String heading) throws IOException {
        String text = Files.readString(TrefasProgram.ROOT.resolve(document));
        String below = text.substring(text.indexOf(heading));
        return below.split("```[a-z]*\n", 3)[1];
    }

    /// Three phases of 230 V and 10 A in 24 bit, full scale 800 V and 120 A, 10 000 times a second.
    private static byte[] threeSeconds() {
        var samples = ByteBuffer.allocate(30_000 * 6 * 3).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < 30_000; frame++) {
            for (int channel = 0; channel < 6; channel++) {
                double angle = 2 * Math.PI * (frame * 50 / 10_000.0 - channel % 3 / 3.0);
                double rms = channel < 3 ? 230 / 800.0 : 10 / 120.0;
                int value = (int) Math.round(Math.sqrt(2) * rms * 0x7FFFFF * Math.cos(angle));
                samples.putShort((short) value).put((byte) (value >> 16));
            }
        }
        return samples.array();
    }

    /// CRC-16 of P1 telegrams: polynomial 8005h, reflected, from 0 (DSMR 5.0.2, 6.2).
    private static int checksum(byte[] octets) {
        int sum = 0;
        for (byte octet : octets) {
            sum ^= octet & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xA001;
            }
        }
        return sum;
    }
}
