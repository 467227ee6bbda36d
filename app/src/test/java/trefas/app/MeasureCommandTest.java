package trefas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/// The command as a user sees it: options, contradictions, exit codes, summary, JSON, CSV and report.
class MeasureCommandTest {

    private static final String BALANCED = "../examples/waveforms/ex_balanced.cfg";
    private static final String DIP = "../examples/waveforms/ex_dip_L2_55.cfg";
    private static final String FRONT_END = "../examples/front-end.yaml";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(new MeasureCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((problem, _, _) -> {
                    err.append(String.valueOf(problem.getMessage()));
                    return problem instanceof CommandFailure failure ? failure.exitCode() : -1;
                })
                .execute(arguments);
    }

    private int runLine(String line) {
        return run(line.replace("FOLDER", folder.toString()).split(" ", -1));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --json                                     | 2 | Nothing to measure: give a FILE
            a.cfg --grid dip                           | 2 | --grid makes its own waveforms
            --grid nowhere                             | 2 | There is no scenario "nowhere"
            --grid dip --seconds 0                     | 2 | --seconds is above 0
            --grid dip --out x.csv                     | 2 | --out is for the CSV of --intervals
            --grid dip --json --intervals 1s           | 2 | can't both be printed
            --grid dip --intervals 7min                | 2 | "7min" is not an interval
            --grid dip --udin 0                        | 2 | --udin is above 0 V
            --grid dip --threshold -1                  | 2 | --threshold is 0 W or more
            --grid dip --orders 51                     | 2 | --orders is 2 to 50
            --grid dip --nominal-frequency 55          | 2 | is no nominal frequency
            --grid dip --pulse-width 50                | 2 | --pulse-width is 30 or 80 ms
            --grid dip --neutral-rule 190,253,60       | 2 | is no rule, expected
            --grid dip --neutral-rule high             | 2 | is no rule, expected
            --grid dip --limits 1994                   | 2 | --limits is 2010, 2022 or a file
            --grid dip --calibrate                     | 2 | for a meter with a --front-end
            --grid dip --temperature 20                | 2 | for a meter with a --front-end
            --grid dip --front-end none.yaml           | 2 | none.yaml does not exist
            --grid dip --front-end ../examples/front-end.yaml --temperature 99 | 2 | --temperature is -40 C to 85 C
            FOLDER/none.cfg                            | 1 | none.cfg does not exist
            --grid dip --seconds 1 --report FOLDER/no/r.html | 1 | can't be written
            --grid dip --intervals 1s --out FOLDER/no/r.csv  | 1 | can't be written
            ../examples/household_1min.csv --front-end ../examples/front-end.yaml | 1 | a recorded load
            """)
    void whatCanNotBeDoneIsOneSentence(String line, int code, String sentence) {
        assertEquals(code, runLine(line));
        assertTrue(err.toString().contains(sentence), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void theListNamesEveryScenario() {
        assertEquals(ExitCode.OK, run("--grid", "list"));
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.size() > 20, out.toString());
        for (String name : List.of("dip", "neutral-loss", "rectifier")) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(name + " ")), name);
        }
    }

    @Test
    void severalFilesAreAnArrayAndOneIsAnObject() {
        assertEquals(ExitCode.OK, run(BALANCED, DIP, "--json"));
        List<?> array = assertInstanceOf(List.class, json());
        assertEquals(
                List.of(BALANCED, DIP),
                array.stream().map(one -> ((Map<?, ?>) one).get("file")).toList());

        assertEquals(ExitCode.OK, run(DIP, "--json"));
        assertEquals(DIP, object(json()).get("file"));
    }

    @Test
    void theCsvIsWrittenBesideTheSummary() throws IOException {
        Path csv = folder.resolve("dip.csv");
        assertEquals(ExitCode.OK, run(DIP, "--intervals", "10cycle", "--out", csv.toString()));

        List<String> rows = Files.readAllLines(csv);
        assertTrue(rows.size() >= 10, rows::toString);
        int columns = rows.getFirst().split(",", -1).length;
        assertTrue(rows.stream().allMatch(row -> row.split(",", -1).length == columns));
        assertTrue(out.toString().contains("dip    L2"), "the summary is printed too");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "neutral-loss, neutral displaced (u0), neutral_displaced, 6",
        "missing-phase, phase missing, phase_missing, 10",
        "reversed, sequence reversed, sequence_reversed, 10"
    })
    void conditionsOfTheSupplyAreToldEverywhere(String scenario, String words, String kind, double seconds)
            throws IOException {
        Path report = folder.resolve("r.html");
        assertEquals(ExitCode.OK, run("--grid", scenario, "--report", report.toString()));
        assertTrue(out.toString().contains("  " + words), out.toString());
        assertTrue(Files.readString(report).contains(words));

        assertEquals(ExitCode.OK, run("--grid", scenario, "--json"));
        Map<?, ?> condition = list(object(json()), "conditions").stream()
                .map(MeasureCommandTest::object)
                .filter(one -> kind.equals(one.get("kind")))
                .findFirst()
                .orElseThrow();
        assertEquals(seconds, number(condition, "duration"), 0.05);
        assertEquals(seconds == 10, condition.containsKey("open"), "it outlasts the record");
    }

    @Test
    void theMetersRuleOfTheNeutralCanBeMadeQuicker() {
        assertEquals(ExitCode.OK, run("--grid", "neutral-loss"));
        assertFalse(out.toString().contains("neutral lost"), "six seconds are not sixty");

        assertEquals(ExitCode.OK, run("--grid", "neutral-loss", "--neutral-rule", "253,190,3"));
        assertTrue(out.toString().contains("neutral lost (meter's rule)  L1 L2 L3  2.02 s"), out.toString());
    }

    @Test
    void shortSwellsAreEventsAndNoConditions() {
        assertEquals(ExitCode.OK, run("--grid", "swell", "--json"));
        assertEquals(List.of(), list(object(json()), "conditions"));
        assertEquals(2, list(object(json()), "events").size());
    }

    @Test
    void limitsOfOnesOwnAreLaidOverThoseOf2010() throws IOException {
        Path limits = folder.resolve("own.txt");
        Files.writeString(limits, "# stricter\nedition = Our own\nfrequency.low = -0.001\n");
        assertEquals(ExitCode.OK, run("--grid", "wander", "--limits", limits.toString()));
        assertTrue(out.toString().contains("Our own: No whole ten minutes"), out.toString());
        assertTrue(out.toString().contains("BEYOND"), out.toString());

        assertEquals(ExitCode.OK, run(DIP, "--limits", "2022", "--json"));
        assertEquals("EN 50160:2022 (unverified)", object(json()).get("limits"));

        Files.writeString(limits, "edition = Broken\nfrequency.low -1\n");
        assertEquals(ExitCode.WRONG_USAGE, run(DIP, "--limits", limits.toString()));
        assertTrue(
                err.toString().endsWith("own.txt: limits, line 2: 'frequency.low -1' is not of the form key = value."),
                err.toString());
    }

    @Test
    void aFrontEndShowsWhatARealMeterReadsAndCalibrationRepairsIt() {
        double truth = volts(DIP);
        double raw = volts(DIP, "--front-end", FRONT_END);
        double calibrated = volts(DIP, "--front-end", FRONT_END, "--calibrate");

        assertEquals(truth * 1.0064, raw, truth * 1e-5, "L1 of the example reads 0.64 % high");
        assertEquals(truth, calibrated, truth * 5e-5);
        double warm = volts(DIP, "--front-end", FRONT_END, "--temperature", "53");
        assertEquals(raw * (1 + 30 * 12e-6), warm, truth * 1e-5, "12 ppm for each kelvin");
    }

    private double volts(String... arguments) {
        var line = new ArrayList<>(List.of(arguments));
        line.add("--json");
        assertEquals(ExitCode.OK, run(line.toArray(String[]::new)), err.toString());
        return number(object(list(object(json()), "phase").getFirst()), "U");
    }

    @Test
    void theMetersOwnViewHasItsCountersAndItsLog() {
        assertEquals(ExitCode.OK, run("--grid", "neutral-loss", "--meter"));
        assertTrue(out.toString().contains("  19          dip                          event       0"), out.toString());
        assertTrue(out.toString().contains("  3 s                  L2     maximum, start"), out.toString());

        assertEquals(ExitCode.OK, run("--grid", "dip", "--json"));
        Map<?, ?> meter = object(object(json()).get("meter"));
        List<?> counters = list(meter, "counters");
        assertEquals(23, counters.size());
        assertEquals(2.0, number(object(counters.get(18)), "count"), "dips to 55 % and 78 %");
        assertEquals(1.0, number(object(counters.get(14)), "count"), "20 % of all phases is below the outage level");
    }

    @Test
    void pulsesAreTheWattHoursOfTheTotal() {
        assertEquals(ExitCode.OK, run("--grid", "neutral-loss", "--pulse-width", "80", "--json"));
        Map<?, ?> pulses = object(object(json()).get("pulses"));
        assertEquals(Map.of("per_kWh", 1_000, "width_ms", 80, "count", 12, "queued", 0, "withheld", 0), pulses);

        assertEquals(ExitCode.OK, run("../examples/household_1min.csv"));
        assertTrue(out.toString().contains("pulses of A+: 305292 of 30 ms, 1000 imp/kWh"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--grid fifth --seconds 2 --harmonics", "../examples/waveforms/ex_balanced.cfg --harmonics"})
    void harmonicsHaveATableForEachPhaseThatFitsATerminal(String line) {
        assertEquals(ExitCode.OK, runLine(line));
        String text = out.toString();
        for (String phase : List.of("L1", "L2", "L3")) {
            assertTrue(text.lines().anyMatch(heading -> heading.matches(" +" + phase + " .*phi deg .*P W .*Q var")));
        }
        assertTrue(text.substring(text.indexOf("phi deg")).lines().allMatch(row -> row.length() <= 80), text);
    }

    @Test
    void theFifthHarmonicHasItsPowerAndItsAngle() {
        assertEquals(ExitCode.OK, run("--grid", "fifth", "--seconds", "2", "--harmonics", "--json"));
        Map<?, ?> l1 = object(object(object(json()).get("harmonics")).get("L1"));
        double fundamental = (Double) list(l1, "P").get(1);

        assertEquals(0.04 * fundamental, (Double) list(l1, "P").get(5), 1e-4 * fundamental, "10 % of U, 40 % of I");
        assertEquals(0, (Double) list(l1, "Q").get(5), 1e-4 * fundamental);
        assertEquals(0, (Double) list(l1, "phi").get(5), 0.1);
        assertEquals(41, list(l1, "phi").size());
    }

    private Object json() {
        return new Load(LoadSettings.builder().build()).loadFromString(out.toString());
    }

    private static Map<?, ?> object(@Nullable Object json) {
        return assertInstanceOf(Map.class, json);
    }

    private static List<?> list(Map<?, ?> of, String name) {
        return assertInstanceOf(List.class, of.get(name), name);
    }

    private static double number(Map<?, ?> of, String name) {
        return assertInstanceOf(Number.class, of.get(name), name).doubleValue();
    }
}
