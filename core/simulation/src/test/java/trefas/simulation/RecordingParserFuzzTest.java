package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import trefas.metrology.OneSecondValues;
import trefas.quantity.Phase;
import trefas.simulation.ParsedRecording.Recorded;
import trefas.simulation.ParsedRecording.Unreadable;

/// People bring files of all kinds: whatever they hold, the parser answers, and what it accepts can be played.
class RecordingParserFuzzTest {

    @FuzzTest
    void anyFileGetsAnAnswer(byte[] file) {
        List<String> lines = List.of(new String(file, StandardCharsets.UTF_8).split("\n", -1));

        switch (RecordingParser.parse("f.csv", lines, 1)) {
            case Unreadable(String problem) -> {
                assertTrue(problem.startsWith("f.csv"), problem);
                assertTrue(problem.contains("found ") && problem.contains(", expected "), problem);
                assertTrue(problem.length() < 400, problem);
            }
            case Recorded(LoadRecording recording) -> plays(recording);
        }
    }

    private static void plays(LoadRecording recording) {
        var world = new RecordedLoad(recording, HouseConnection.ALL_PHASES);
        var values = new OneSecondValues();
        for (int row = 0; row < recording.rows(); row++) {
            for (int system = 0; system < recording.systems(); system++) {
                assertTrue(recording.millivolts(row, system) >= 0 && recording.milliamperes(row, system) >= 0);
            }
        }
        assertTrue(world.second(recording.beginEpochSecond() + 1, values));
        int milliwatts = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            milliwatts += values.milliwatts(phase);
        }
        int recorded = 0;
        for (int system = 0; system < recording.systems(); system++) {
            recorded += recording.milliwatts(0, system);
        }
        assertEquals(recorded, milliwatts);
        assertTrue(world.second(recording.endEpochSecond(), values));
        assertTrue(!world.second(recording.endEpochSecond() + 1, values));
    }
}
