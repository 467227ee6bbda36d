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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/// The command as a user sees it: exit code, table, JSON, CSV, report.
class AccuracyCommandTest {

    private static final String EXAMPLE = "../examples/front-end.yaml";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new AccuracyCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .setExecutionExceptionHandler((problem, _, _) -> {
                    out.append(String.valueOf(problem.getMessage()));
                    return problem instanceof CommandFailure failure ? failure.exitCode() : -1;
                })
                .execute(arguments);
    }

    @Test
    void anIdealMeterIsInsideAndItsTableFitsATerminal() {
        assertEquals(ExitCode.OK, run("--bits", "24"));
        String text = out.toString();
        assertTrue(text.contains("Accuracy of class B, 0.25-5(63) A: ideal front end, 24 bit"), text);
        assertTrue(text.contains("All 314 points are inside their limits"), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
        assertFalse(text.contains("OUT"), text);
    }

    @Test
    void anUncalibratedMeterFailsAndCalibrationRepairsIt() throws IOException {
        assertEquals(ExitCode.FAILED, run("--front-end", EXAMPLE, "-o", "csv"));
        assertTrue(out.toString().lines().anyMatch(line -> line.endsWith(",false")));
        out.getBuffer().setLength(0);

        Path report = folder.resolve("report.html");
        assertEquals(
                ExitCode.OK, run("--front-end", EXAMPLE, "--calibrate", "-o", "json", "--report", report.toString()));
        Map<?, ?> json = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(out.toString());
        assertEquals("B", json.get("class"));
        assertEquals("24 bit", json.get("bits"));
        assertEquals(true, json.get("inside"));
        assertEquals(6, assertInstanceOf(List.class, json.get("calibration")).size());
        assertEquals(148, assertInstanceOf(List.class, json.get("composite")).size());
        String page = Files.readString(report);
        for (String heading : List.of("Error over current", "Voltage", "Frequency", "Temperature", "Composite error")) {
            assertTrue(page.contains("<h2>" + heading), heading);
        }
        assertFalse(page.contains("NaN"));
        assertFalse(page.contains("<script"));
    }

    @Test
    void whatCannotBeUsedIsToldAndIsNoVerdict() throws IOException {
        assertEquals(
                ExitCode.WRONG_USAGE,
                run("--front-end", folder.resolve("none.yaml").toString()));
        assertTrue(out.toString().contains("none.yaml does not exist"));
        Path wrong = folder.resolve("wrong.yaml");
        Files.writeString(wrong, "gain: 3 %\n");
        assertEquals(ExitCode.WRONG_USAGE, run("--front-end", wrong.toString()));
        assertTrue(out.toString().contains("line 1: unknown key \"gain\""));
        assertEquals(ExitCode.WRONG_USAGE, run("--bits", "12"));
        assertTrue(out.toString().contains("\"12\" is not 16, 24 or float"));
    }
}
