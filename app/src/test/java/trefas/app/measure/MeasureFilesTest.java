package trefas.app.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.app.input.UnusableInputException;
import trefas.metrology.event.ReportedEvent;
import trefas.recording.FullScale;
import trefas.simulation.waveform.ScenarioParameters;
import trefas.simulation.waveform.WaveformScenario;

class MeasureFilesTest {

    private static final Path HOUSEHOLD = Path.of("..", "examples", "household_1min.csv");
    private static final double SECONDARY_VOLTS = 58.74;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theHouseholdUsed305KilowattHours() throws Exception {
        Measured measured = measurer().measure(HOUSEHOLD.toString());

        assertEquals(305_292.93, measured.totalEnergy().importWattHours(), 0.01);
        assertTrue(MeasureOnBench.summary(measured).contains("305.29293"), MeasureOnBench.summary(measured));
        assertTrue(MeasureOnBench.json(measured).contains("\"phase\":[{\"U\":241.1"));
        assertTrue(MeasureOnBench.json(measured).contains(",null,null],\"total\""), "phases without channels are null");
    }

    @Test
    void theRecordedFaultIsAnInterruptionAfterPhaseBWentFirst() throws Exception {
        Measured measured = MeasureOnBench.measurer(SECONDARY_VOLTS, Optional.empty())
                .measure(MeasureOnBench.file("line_fault_reclose_800Hz.cfg").toString());

        List<ReportedEvent> events = measured.events();
        assertEquals(
                List.of("swell", "interruption"),
                events.stream().map(event -> EventWords.kind(event.event())).toList());
        assertEquals(0.45, events.getLast().event().startSeconds(), 0.02, "phase B falls at about 0.45 s");
        assertTrue(events.getLast().isOpen(), "the record ends before the voltage returns");
        assertTrue(measured.means().activePower() < 0, "energy flows out");
        // A collapse of all voltages moves the angle that is measured across it; it must not stretch the cycles.
        assertEquals(113, events.getFirst().event().extremePercent(), 0.5, "a short swell of about 113 % on C");
        assertEquals(50, measured.means().frequency(), 0.1, "the supply's frequency, not that of the collapse");
    }

    @ParameterizedTest
    @CsvSource({"dip.cfg", "dip.wav", "dip.csv"})
    void aScenarioIsMeasuredAlikeFromAFileInAnyFormat(String name) throws Exception {
        ScenarioParameters parameters =
                WaveformScenario.DIP.usual().withSeconds(1).withSamplesPerSecond(6_400);
        Path file = folder.resolve(name);
        WaveformFile.write(WaveformScenario.DIP, parameters, file, new FullScale(1, 1));
        Measured direct = measurer().measure(WaveformScenario.DIP, parameters);

        Measured read = measurer().measure(file.toString());

        assertEquals(direct.subject().samples(), read.subject().samples());
        assertEquals(direct.means().l1().voltage(), read.means().l1().voltage(), 1e-3);
        assertEquals(direct.means().activePower(), read.means().activePower(), 0.01);
        assertEquals(1, read.events().size());
        assertEquals(direct.events().getFirst().cell(), read.events().getFirst().cell());
    }

    @Test
    void aSeriesHasARowForEachIntervalAndEmptyCellsForWhatWasNotMeasured() throws Exception {
        var text = new StringWriter();
        var series = new SeriesWriter(new PrintWriter(text), SeriesInterval.TEN_CYCLES, false);
        MeasureOnBench.measurer(230, Optional.of(series))
                .measure(MeasureOnBench.file("ex_dip_L2_55.cfg").toString());

        List<String> lines = text.toString().lines().toList();
        assertEquals(SeriesWriter.header(), lines.getFirst());
        int columns = lines.getFirst().split(",", -1).length;
        assertTrue(lines.size() >= 10, () -> lines.size() + " lines for 2 s of 0.2 s");
        double last = Double.NaN;
        int flagged = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertEquals(columns, cells.length);
            if (!Double.isNaN(last)) {
                assertEquals(last, Double.parseDouble(cells[0]), 2e-6, "without a gap");
            }
            last = Double.parseDouble(cells[1]);
            flagged += cells[columns - 1].equals("1") ? 1 : 0;
        }
        assertTrue(flagged >= 2 && flagged <= 3, "a dip from 0.59 s to 0.88 s touches two or three intervals");
    }

    @Test
    void aReportOfEveryExampleIsOnePageThatFetchesNothing() throws Exception {
        var measured =
                List.of(MeasureOnBench.measure("ex_dip_L2_55.cfg"), MeasureOnBench.measure("ex_harmonics_49p8.cfg"));

        String html = MeasurementReport.html(measured);

        assertTrue(html.contains("ex_dip_L2_55.cfg: voltage events"));
        assertTrue(html.contains("Voltage harmonics, limits of EN 50160"));
        assertFalse(html.contains("NaN"));
        assertFalse(html.contains("<script"));
        assertFalse(html.contains("http"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            none.cfg  |                            | none.cfg does not exist
            what.xyz  | hello                      | found neither a known ending nor a known beginning
            load.csv  | time;P_kW                  | found no row after the header
            cut.wav   | RIFF                       | WAV head: found
            text.cfg  | not, a, configuration      | text.cfg: configuration, line 2
            """)
    void aFileThatCanNotBeUsedGetsOneSentence(String name, String content, String expected) throws IOException {
        Path file = folder.resolve(name);
        if (content != null) {
            Files.writeString(file, content);
        }

        var problem =
                assertThrows(UnusableInputException.class, () -> measurer().measure(file.toString()));

        String sentence = String.valueOf(problem.getMessage());
        assertTrue(sentence.contains(expected), sentence);
        assertTrue(sentence.contains(name), sentence);
        assertFalse(sentence.contains("\n"), sentence);
    }

    private static Measurer measurer() {
        return MeasureOnBench.measurer(230, Optional.empty());
    }
}
