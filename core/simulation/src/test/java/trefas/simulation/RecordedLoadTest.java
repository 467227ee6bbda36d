package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.metrology.OneSecondValues;
import trefas.quantity.Phase;
import trefas.simulation.ParsedRecording.Recorded;
import trefas.simulation.ParsedRecording.Unreadable;

class RecordedLoadTest {

    private static final Path EXAMPLE = Path.of("..", "..", "examples", "household_1min.csv");

    /// 2006-12-17T00:00 at UTC+1.
    private static final long BEGIN = 1_166_310_000L;

    private static final long WEEK_SECONDS = 7 * 86_400;

    private final OneSecondValues values = new OneSecondValues();

    @ParameterizedTest(name = "on {0}")
    @EnumSource
    void theExampleWeekHasExactlyTheEnergyOfItsRows(HouseConnection connection) throws IOException {
        LoadRecording recording = readable(Files.readAllLines(EXAMPLE));
        var world = new RecordedLoad(recording, connection);
        assertEquals(10_078, recording.rows());
        assertEquals(BEGIN, recording.beginEpochSecond());
        assertEquals(BEGIN + WEEK_SECONDS, recording.endEpochSecond());

        long milliwattSeconds = 0;
        int secondsWithoutVoltage = 0;
        for (long end = BEGIN + 1; world.second(end, values); end++) {
            long voltage = 0;
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                milliwattSeconds += values.milliwatts(phase);
                voltage += values.millivolts(phase);
            }
            secondsWithoutVoltage += voltage == 0 ? 1 : 0;
        }

        // 18 317 576 W min = 305.29293 kWh; 11:23 and 11:24 on the 21st are missing.
        assertEquals(18_317_576L * 60 * 1_000, milliwattSeconds);
        assertEquals(120, secondsWithoutVoltage);
    }

    // mV, mA, mW, mvar of the three phases, mHz, sequence.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    L1         | 242730 4400 1044001 152000 | 0 0 0 0                   | 0 0 0 0                   | 50000 UNDECIDED
                    L2         | 0 0 0 0                    | 242730 4400 1044001 152000 | 0 0 0 0                   | 50000 UNDECIDED
                    L3         | 0 0 0 0                    | 0 0 0 0                   | 242730 4400 1044001 152000 | 50000 UNDECIDED
                    ALL_PHASES | 242730 1467 348001 50667   | 242730 1467 348000 50667  | 242730 1466 348000 50666  | 50000 L1L2L3
                    """)
    void theHouseIsOnThePhasesItIsConnectedTo(
            HouseConnection connection, String l1, String l2, String l3, String supply) {
        var world = new RecordedLoad(
                readable(List.of("time;P_kW;Q_kvar;U_V;I_A", "2006-12-17T00:00:00;1.044001;0.152;242.730;4.4")),
                connection);

        assertTrue(world.second(BEGIN + 1, values));

        assertEquals(l1, phase(0));
        assertEquals(l2, phase(1));
        assertEquals(l3, phase(2));
        assertEquals(supply, values.millihertz() + " " + values.sequence());
    }

    @ParameterizedTest(name = "second ending at {0}: {1} mW, {2} mV, goes on {3}")
    @CsvSource(textBlock = """
                    -1000,       0,      0, true
                        0,       0,      0, true
                        1, 1000000, 230000, true
                       60, 1000000, 230000, true
                       61,       0,      0, true
                      120,       0,      0, true
                      121, 3000000, 230000, true
                      180, 3000000, 230000, true
                      181,       0,      0, false
                    99999,       0,      0, false
                    """)
    void aRowCoversTheMinuteThatBeginsAtItsTime(long end, int milliwatts, int millivolts, boolean goesOn) {
        var world = new RecordedLoad(
                readable(List.of("time;P_kW", "2006-12-17T00:00;1", "2006-12-17T00:02;3")), HouseConnection.L1);
        // What was asked before must not matter.
        world.second(BEGIN + 130, values);

        assertEquals(goesOn, world.second(BEGIN + end, values));

        assertEquals(milliwatts, values.milliwatts(0));
        assertEquals(millivolts, values.millivolts(0));
    }

    @Test
    void threePhasesAreConnectedPhaseByPhase() {
        var world = new RecordedLoad(
                readable(List.of(
                        "time;P1_kW;P2_kW;P3_kW;Q1_kvar;Q2_kvar;Q3_kvar;U1_V;U2_V;U3_V",
                        "2006-12-17T00:00;1;-2;0;0.5;0;0;230;231;0")),
                HouseConnection.L1);

        assertTrue(world.second(BEGIN + 1, values));

        assertEquals("230000 4861 1000000 500000", phase(0));
        assertEquals("231000 8658 -2000000 0", phase(1));
        assertEquals("0 0 0 0", phase(2));
        assertEquals("50000 UNDECIDED", values.millihertz() + " " + values.sequence());
    }

    @Test
    void exportSplitsExactlyToo() {
        var world = new RecordedLoad(
                readable(List.of("time;P_kW", "2006-12-17T00:00;-0.000002")), HouseConnection.ALL_PHASES);

        world.second(BEGIN + 1, values);

        assertEquals(-2, values.milliwatts(0) + values.milliwatts(1) + values.milliwatts(2));
        assertEquals("230000 0 0 0", phase(0));
        assertEquals("230000 0 -1 0", phase(2));
    }

    @Test
    void aRowWithoutVoltageIsAnInterruption() {
        var world = new RecordedLoad(
                readable(List.of("time;P_kW;U_V", "2006-12-17T00:00;0;0", "2006-12-17T00:01;1;230")),
                HouseConnection.ALL_PHASES);

        assertTrue(world.second(BEGIN + 1, values));
        assertEquals(0, values.millihertz());
        assertTrue(world.second(BEGIN + 61, values));
        assertEquals(50_000, values.millihertz());
        assertFalse(world.second(BEGIN + 121, values));
    }

    private String phase(int phase) {
        return values.millivolts(phase) + " " + values.milliamperes(phase) + " " + values.milliwatts(phase) + " "
                + values.millivars(phase);
    }

    private static LoadRecording readable(List<String> lines) {
        return switch (RecordingParser.parse("h.csv", lines, 1)) {
            case Recorded(LoadRecording recording) -> recording;
            case Unreadable(String problem) -> fail(problem);
        };
    }
}
