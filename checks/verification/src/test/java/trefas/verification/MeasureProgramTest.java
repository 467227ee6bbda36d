package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.json.Json;
import trefas.verification.TrefasProgram.Ended;

/// `trefas measure` and `trefas waveform` as programs: what goes in by files and pipes, and what comes out.
@Timeout(180)
class MeasureProgramTest {

    private static final Path WAVEFORMS = Path.of("examples/waveforms");
    private static final List<String> EXAMPLES =
            List.of("ex_balanced", "ex_harmonics_49p8", "ex_unbalanced", "ex_export_QIII", "ex_dip_L2_55");

    private static final double PPM_60 = 60e-6;
    private static final double CYCLE = 0.02;

    /// Of the load the tests make: volts, amperes and degrees behind, in each of three phases.
    private static final double VOLTS = 230;

    private static final double AMPERES = 20;
    private static final double DEGREES = 30;
    private static final double WATTS = 3 * VOLTS * AMPERES * Math.cos(Math.toRadians(DEGREES));
    private static final double VARS = 3 * VOLTS * AMPERES * Math.sin(Math.toRadians(DEGREES));

    private static final int RATE = 8_000;
    private static final int HERTZ = 50;
    private static final int CHANNELS = 6;
    private static final double VOLTS_MAX = 800;
    private static final double AMPERES_MAX = 120;

    @TempDir
    Path folder;

    private static List<?> measured = List.of();
    private static Map<?, ?> exact = Map.of();

    @BeforeAll
    static void measureTheExamples() throws Exception {
        var arguments = new ArrayList<String>(List.of("measure", "--json"));
        EXAMPLES.forEach(
                example -> arguments.add(WAVEFORMS.resolve(example + ".cfg").toString()));
        Ended ended = TrefasProgram.run(arguments.toArray(String[]::new));
        assertEquals(List.of(), ended.complaints());
        assertEquals(0, ended.exitCode());
        measured = new Json().toType(ended.text(), Json.LIST_OF_MAPS_TYPE);
        exact = json(Files.readString(TrefasProgram.ROOT.resolve(WAVEFORMS).resolve("expected.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ex_balanced", "ex_harmonics_49p8", "ex_unbalanced", "ex_export_QIII"})
    void anExampleIsMeasuredToItsExactAnswersUnderTheSameKeys(String example) {
        Map<?, ?> expected = object(object(exact, example), "expect");
        Map<?, ?> found = element(measured, EXAMPLES.indexOf(example));

        List<?> phases = list(expected, "phase");
        assertEquals(phases.size(), list(found, "phase").size());
        for (int phase = 0; phase < phases.size(); phase++) {
            Map<?, ?> answers = element(phases, phase);
            Map<?, ?> values = element(list(found, "phase"), phase);
            assertEquals(answers.keySet(), values.keySet());
            for (Object key : answers.keySet()) {
                double answer = number(answers, key);
                double allowed = key.toString().startsWith("THD") ? 0.02 : PPM_60 * scale(answers, key, "S");
                assertEquals(answer, number(values, key), allowed, example + " L" + (phase + 1) + " " + key);
            }
        }
        Map<?, ?> answers = object(expected, "total");
        Map<?, ?> totals = object(found, "total");
        assertEquals(answers.keySet(), totals.keySet());
        assertEquals(answers.get("sequence"), totals.get("sequence"));
        for (Object key : List.of("P", "Q1", "S_arith", "S_vector", "U12", "U23", "U31")) {
            assertEquals(
                    number(answers, key), number(totals, key), PPM_60 * scale(answers, key, "S_arith"), "total " + key);
        }
        assertEquals(number(answers, "f"), number(totals, "f"), 0.001);
        assertEquals(number(answers, "u2_percent"), number(totals, "u2_percent"), 0.005);
        assertEquals(number(answers, "u0_percent"), number(totals, "u0_percent"), 0.005);
        // A step of 16 bits of 120 A is 3.7 mA.
        assertEquals(number(answers, "IN"), number(totals, "IN"), 0.003);
    }

    /// Powers are held to the apparent power: near 90 degrees they may be almost nothing of it.
    private static double scale(Map<?, ?> answers, Object key, String apparentPower) {
        boolean isPower = key.toString().matches("[PQS].*") && !key.equals("PF");
        return isPower ? number(answers, apparentPower) : Math.abs(number(answers, key));
    }

    @Test
    void theDipOfTheExampleIsFoundUnderTheSameKeys() {
        Map<?, ?> answer = element(list(object(exact, "ex_dip_L2_55"), "expect"), 0);
        List<?> events = list(element(measured, EXAMPLES.size() - 1), "events");

        assertEquals(1, events.size(), "none missed, none invented");
        Map<?, ?> event = element(events, 0);
        assertTrue(event.keySet().containsAll(answer.keySet()), () -> event.keySet() + ", " + answer.keySet());
        for (String key : List.of("kind", "phases", "cell")) {
            assertEquals(String.valueOf(answer.get(key)), String.valueOf(event.get(key)), key);
        }
        for (String key : List.of("start", "end", "duration")) {
            assertEquals(number(answer, key), number(event, key), CYCLE, key);
        }
        assertEquals(number(answer, "extreme_percent"), number(event, "extreme_percent"), 0.2);
    }

    @Test
    void theHouseholdUsed305KilowattHours() throws Exception {
        Map<?, ?> found = json(run("measure", "examples/household_1min.csv", "--json"));

        assertEquals(305_292.93, number(object(object(found, "energy"), "total"), "A+"), 0.005);
    }

    @ParameterizedTest
    @CsvSource({"f32le, 1, 1", "s24le, 800, 120", "s16be, 800, 120", "s32le, 800, 120"})
    void samplesOfAConverterAreMeasuredFromStandardInput(String format, double volts, double amperes) throws Exception {
        Map<?, ?> found;
        try (var program = TrefasProgram.start(
                "measure",
                "-",
                "--json",
                "--pcm",
                format,
                "--rate",
                String.valueOf(RATE),
                "--full-scale",
                "U=" + volts + ",I=" + amperes)) {
            write(second(format), 3, program.input());
            found = json(end(program));
        }

        double allowed = 3 * VOLTS * AMPERES * PPM_60;
        assertEquals(3.0, number(found, "seconds"), 1e-9);
        assertEquals(WATTS, number(object(found, "total"), "P"), allowed);
        assertEquals(VARS, number(object(found, "total"), "Q1"), allowed);
        for (int phase = 0; phase < 3; phase++) {
            assertEquals(VOLTS, number(element(list(found, "phase"), phase), "U"), VOLTS * PPM_60);
            assertEquals(AMPERES, number(element(list(found, "phase"), phase), "I"), AMPERES * PPM_60);
        }
        Map<?, ?> registers = object(object(found, "energy"), "total");
        assertEquals(WATTS * 3 / 3_600, number(registers, "A+"), allowed * 3 / 3_600);
        assertEquals(VARS * 3 / 3_600, number(registers, "R+"), allowed * 3 / 3_600);
    }

    @Test
    void aMeterRunsOnTheSamplesOfAConverter() throws Exception {
        int seconds = 60;
        String state = folder.resolve("state").toString();
        String rate = String.valueOf(RATE);
        Ended ended;
        try (var program = TrefasProgram.start(
                "run",
                "--input",
                "-",
                "--pcm",
                "f32le",
                "--rate",
                rate,
                "--state",
                state,
                "--port",
                "0",
                "--http",
                "off",
                "--exit-at-end")) {
            write(second("f32le"), seconds, program.input());
            ended = program.awaitEnd();
        }

        assertEquals(List.of(), ended.complaints());
        assertEquals(0, ended.exitCode());
        var registers = Pattern.compile("A\\+ = (\\S+) kWh +A- = (\\S+) kWh +R\\+ = (\\S+) kvarh +R- = (\\S+) kvarh")
                .matcher(ended.text());
        assertTrue(registers.find(), ended::text);
        double kiloSeconds = seconds / 3_600_000.0;
        assertEquals(WATTS * kiloSeconds, Double.parseDouble(registers.group(1)), 2e-5);
        assertEquals(0, Double.parseDouble(registers.group(2)));
        assertEquals(VARS * kiloSeconds, Double.parseDouble(registers.group(3)), 2e-5);
        assertEquals(0, Double.parseDouble(registers.group(4)));
    }

    /// Ten times as many octets as there is memory for.
    @Test
    void aLongStreamIsMeasuredInLittleMemory() throws Exception {
        int seconds = 2_100;
        var little = Map.of("_JAVA_OPTIONS", "-Xmx40m");
        Map<?, ?> found;
        String rate = String.valueOf(RATE);
        try (var program = TrefasProgram.startIn(
                TrefasProgram.ROOT, little, "measure", "-", "--json", "--pcm", "f32le", "--rate", rate)) {
            byte[] second = second("f32le");
            assertTrue((long) second.length * seconds > 400_000_000L);
            write(second, seconds, program.input());
            Ended ended = program.awaitEnd();
            assertEquals(List.of("Picked up _JAVA_OPTIONS: -Xmx40m"), ended.complaints());
            assertEquals(0, ended.exitCode());
            found = json(ended.text());
        }

        assertEquals(seconds, number(found, "seconds"), 1e-6);
        double wattHours = WATTS * seconds / 3_600;
        assertEquals(wattHours, number(object(object(found, "energy"), "total"), "A+"), wattHours * 1e-6);
        List<?> flicker = list(object(found, "flicker"), "Pst");
        assertEquals((seconds / 600) + 1, flicker.size());
        for (int interval = 0; interval < flicker.size(); interval++) {
            boolean isWhole = interval < seconds / 600;
            assertEquals(isWhole, list(element(flicker, interval), "phase").getFirst() != null);
        }
    }

    @Test
    void itStopsWhenNobodyReadsOn() throws Exception {
        // A whole day, which nobody waits for.
        try (var program = TrefasProgram.startLine(
                "./trefas measure --grid dip --seconds 86400 --intervals 10cycle | head -n 1")) {
            Ended ended = program.awaitEnd();

            assertEquals(List.of(), ended.complaints());
            assertEquals(0, ended.exitCode());
            assertEquals(1, ended.out().size());
            assertTrue(ended.text().startsWith("start_s,end_s,f_Hz,"), ended::text);
        }
    }

    @Test
    void controlCEndsAMeasurementWithoutAWord() throws Exception {
        try (var program =
                TrefasProgram.startLine("exec ./trefas measure --grid dip --seconds 864000 --intervals 10cycle")) {
            program.awaitLine(Pattern.compile("^0[.]\\d+,"));
            program.interrupt();
            Ended ended = program.awaitEnd(Duration.ofSeconds(30));

            assertEquals(List.of(), ended.complaints());
            assertEquals(128 + 2, ended.exitCode());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dip.cfg |
            dip.csv |
            dip.wav | --full-scale U=800,I=200
            """)
    void waveformsThatWereWrittenAreReadBack(String name, String options) throws Exception {
        String file = folder.resolve(name).toString();
        run("waveform", "dip", "--seconds", "2", "--rate", "6400", "--out", file);
        var arguments = new ArrayList<String>(List.of("measure", "--json", file));
        if (options != null) {
            arguments.addAll(List.of(options.split(" ", -1)));
        }
        Map<?, ?> direct = json(run("measure", "--grid", "dip", "--seconds", "2", "--json"));

        Map<?, ?> read = json(run(arguments.toArray(String[]::new)));

        assertEquals(number(object(direct, "total"), "P"), number(object(read, "total"), "P"), 0.05);
        assertEquals(1, list(read, "events").size());
        Map<?, ?> event = element(list(read, "events"), 0);
        Map<?, ?> original = element(list(direct, "events"), 0);
        assertEquals(original.get("kind"), event.get("kind"));
        assertEquals(original.get("cell"), event.get("cell"));
        assertEquals(number(original, "start"), number(event, "start"), 0.001);
        assertEquals(number(original, "extreme_percent"), number(event, "extreme_percent"), 0.05);
        try (Stream<Path> made = Files.list(folder)) {
            assertEquals(
                    name.endsWith("cfg") ? List.of("dip.cfg", "dip.dat") : List.of(name),
                    made.map(path -> path.getFileName().toString())
                            .sorted(Comparator.naturalOrder())
                            .toList());
        }
    }

    private static String run(String... arguments) throws Exception {
        try (var program = TrefasProgram.start(arguments)) {
            return end(program);
        }
    }

    private static String end(TrefasProgram program) throws InterruptedException {
        Ended ended = program.awaitEnd();
        assertEquals(List.of(), ended.complaints(), program::story);
        assertEquals(0, ended.exitCode(), program::story);
        return ended.text();
    }

    /// Writes the same second so many times and closes the stream.
    private static void write(byte[] second, int times, OutputStream input) throws IOException {
        try (var stream = new BufferedOutputStream(input)) {
            for (int time = 0; time < times; time++) {
                stream.write(second);
            }
        }
    }

    /// A second of three voltages and three lagging currents, interleaved.
    private static byte[] second(String format) {
        boolean isFloat = format.startsWith("f");
        int octets = Integer.parseInt(format.substring(1, 3)) / 8;
        ByteOrder order = format.endsWith("be") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer samples = ByteBuffer.allocate(RATE * CHANNELS * octets).order(order);
        for (int row = 0; row < RATE; row++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                boolean isVoltage = channel < 3;
                double degrees = (360.0 * HERTZ * row / RATE) - (120 * (channel % 3)) - (isVoltage ? 0 : DEGREES);
                double value = (isVoltage ? VOLTS : AMPERES) * Math.sqrt(2) * Math.sin(Math.toRadians(degrees));
                if (isFloat) {
                    samples.putFloat((float) value);
                } else {
                    put(
                            Math.round(value / (isVoltage ? VOLTS_MAX : AMPERES_MAX) * (1L << ((8 * octets) - 1))),
                            octets,
                            samples);
                }
            }
        }
        return samples.array();
    }

    private static void put(long value, int octets, ByteBuffer samples) {
        for (int octet = 0; octet < octets; octet++) {
            int place = samples.order() == ByteOrder.LITTLE_ENDIAN ? octet : octets - 1 - octet;
            samples.put((byte) (value >> (8 * place)));
        }
    }

    private static Map<?, ?> json(String text) {
        return new Json().toType(text, Json.MAP_TYPE);
    }

    private static Map<?, ?> object(Map<?, ?> of, Object key) {
        return (Map<?, ?>) Objects.requireNonNull(of.get(key), key.toString());
    }

    private static List<?> list(Map<?, ?> of, Object key) {
        return (List<?>) Objects.requireNonNull(of.get(key), key.toString());
    }

    private static Map<?, ?> element(List<?> of, int place) {
        return (Map<?, ?>) Objects.requireNonNull(of.get(place));
    }

    private static double number(Map<?, ?> of, Object key) {
        return ((Number) Objects.requireNonNull(of.get(key), key.toString())).doubleValue();
    }
}
