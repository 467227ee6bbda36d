package trefas.app.measure;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import trefas.metrology.measurement.MeanValues;
import trefas.metrology.measurement.PhaseMeans;
import trefas.quantity.PhaseSequence;
import trefas.simulation.LoadRecording;
import trefas.simulation.ParsedRecording;
import trefas.simulation.RecordingParser;

/// Measures a recorded load: a row for each minute, one system of voltage and current. There are no waveforms, so
/// there are energies and means only. Every row counts 60 s; minutes that are missing count nothing.
final class LoadMeasurement {

    private static final int SECONDS_PER_ROW = 60;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double MILLI = 1_000;
    private static final int U1_AND_I1 = 0b001_001;
    private static final PhaseMeans ABSENT = new PhaseMeans(
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);
    private static final EnergyReading NOTHING = new EnergyReading(0, 0, 0, 0, 0, 0, 0, 0);

    private final LoadRecording load;
    private double wattSecondsImport;
    private double wattSecondsExport;
    private final double[] varSeconds = new double[4];
    private double voltAmpereSecondsImport;
    private double voltAmpereSecondsExport;
    private double voltageSquares;
    private double currentSquares;
    private double voltAmperes;

    private LoadMeasurement(LoadRecording load) {
        this.load = load;
    }

    /// Reads and measures a file.
    ///
    /// @throws UnusableInputException when it can't be read or understood
    static Measured measure(Path file, MeasuringOptions options) throws UnusableInputException {
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            Iterable<String> lines = () -> new Lines(reader);
            return switch (RecordingParser.parse(file.toString(), lines, 0)) {
                case ParsedRecording.Recorded(LoadRecording recording) ->
                    new LoadMeasurement(recording).measured(file.toString(), options);
                case ParsedRecording.Unreadable(String problem) -> throw new UnusableInputException(problem);
            };
        } catch (UncheckedIOException broken) {
            throw RecordingInput.unreadable(file.toString(), Objects.requireNonNull(broken.getCause()));
        } catch (IOException broken) {
            throw RecordingInput.unreadable(file.toString(), broken);
        }
    }

    private Measured measured(String name, MeasuringOptions options) {
        for (int row = 0; row < load.rows(); row++) {
            add(load.milliwatts(row), load.millivars(row), load.millivolts(row), load.milliamperes(row));
        }
        double seconds = (double) load.rows() * SECONDS_PER_ROW;
        double watts = (wattSecondsImport - wattSecondsExport) / seconds;
        double vars = (varSeconds[0] + varSeconds[1] - varSeconds[2] - varSeconds[3]) / seconds;
        var phase = new PhaseMeans(
                Math.sqrt(voltageSquares / load.rows()),
                Math.sqrt(currentSquares / load.rows()),
                watts,
                vars,
                Double.NaN,
                voltAmperes / load.rows(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
        var means = new MeanValues(
                seconds,
                phase,
                ABSENT,
                ABSENT,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                PhaseSequence.UNDECIDED,
                Double.NaN);
        EnergyReading energy = reading();
        return new Measured(
                new Subject(
                        name,
                        "recorded load, " + load.rows() + " minutes",
                        seconds,
                        0,
                        Double.NaN,
                        U1_AND_I1,
                        Optional.of(LocalDateTime.ofEpochSecond(load.beginEpochSecond(), 0, ZoneOffset.UTC))),
                options.declaredVolts(),
                means,
                Optional.empty(),
                List.of(energy, NOTHING, NOTHING),
                energy,
                options.summation(),
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private void add(int milliwatts, int millivars, int millivolts, int milliamperes) {
        double watts = milliwatts / MILLI;
        double vars = millivars / MILLI;
        double apparent = Math.hypot(watts, vars);
        boolean isImport = watts >= 0;
        wattSecondsImport += isImport ? watts * SECONDS_PER_ROW : 0;
        wattSecondsExport += isImport ? 0 : -watts * SECONDS_PER_ROW;
        voltAmpereSecondsImport += isImport ? apparent * SECONDS_PER_ROW : 0;
        voltAmpereSecondsExport += isImport ? 0 : apparent * SECONDS_PER_ROW;
        int quadrant = vars >= 0 ? (isImport ? 0 : 1) : (isImport ? 3 : 2);
        varSeconds[quadrant] += Math.abs(vars) * SECONDS_PER_ROW;
        double volts = millivolts / MILLI;
        double amperes = milliamperes / MILLI;
        voltageSquares += volts * volts;
        currentSquares += amperes * amperes;
        voltAmperes += volts * amperes;
    }

    private EnergyReading reading() {
        return new EnergyReading(
                wattSecondsImport / SECONDS_PER_HOUR,
                wattSecondsExport / SECONDS_PER_HOUR,
                varSeconds[0] / SECONDS_PER_HOUR,
                varSeconds[1] / SECONDS_PER_HOUR,
                varSeconds[2] / SECONDS_PER_HOUR,
                varSeconds[3] / SECONDS_PER_HOUR,
                voltAmpereSecondsImport / SECONDS_PER_HOUR,
                voltAmpereSecondsExport / SECONDS_PER_HOUR);
    }

    /// Lines of a text, none longer than the parser is willing to look at and one character more.
    private static final class Lines implements Iterator<String> {

        private static final int BUFFER_CHARACTERS = 1 << 16;

        private final Reader reader;
        private final char[] buffer = new char[BUFFER_CHARACTERS];
        private int position;
        private int limit;

        Lines(Reader reader) {
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            if (position == limit) {
                fill();
            }
            return limit > 0;
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more lines");
            }
            var line = new StringBuilder();
            while (hasNext()) {
                char character = buffer[position++];
                if (character == '\n') {
                    break;
                }
                if (line.length() <= RecordingParser.LINE_LENGTH_MAX) {
                    line.append(character);
                }
            }
            return line.toString();
        }

        private void fill() {
            try {
                limit = Math.max(0, reader.read(buffer));
                position = 0;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
