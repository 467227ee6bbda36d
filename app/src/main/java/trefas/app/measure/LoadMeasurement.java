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
import trefas.app.input.RecordingInput;
import trefas.app.input.UnusableInputException;
import trefas.metrology.SummationMethod;
import trefas.metrology.kernel.EnergyRegisters;
import trefas.metrology.kernel.KernelSettings;
import trefas.metrology.kernel.PulseOutput;
import trefas.metrology.measurement.MeanValues;
import trefas.metrology.measurement.PhaseMeans;
import trefas.metrology.measurement.PulseReading;
import trefas.quantity.PhaseSequence;
import trefas.simulation.LoadRecording;
import trefas.simulation.ParsedRecording;
import trefas.simulation.RecordingParser;

/// Measures a recorded load: a row for each minute, one system of voltage and current. There are no waveforms, so
/// there are energies and means only. Every row counts 60 s; minutes that are missing count nothing.
final class LoadMeasurement {

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
    private final SummationMethod summation;
    private final List<LoadSums> systems = List.of(new LoadSums(), new LoadSums(), new LoadSums());
    private final LoadSums total = new LoadSums();

    private LoadMeasurement(LoadRecording load, SummationMethod summation) {
        this.load = load;
        this.summation = summation;
    }

    /// Reads and measures a file.
    ///
    /// @throws UnusableInputException when it can't be read or understood
    static Measured measure(Path file, MeasuringOptions options) throws UnusableInputException {
        if (options.frontEnd().isPresent()) {
            throw new UnusableInputException(
                    file + ": found a recorded load, expected samples that can pass a --front-end");
        }
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
            Iterable<String> lines = () -> new Lines(reader);
            return switch (RecordingParser.parse(file.toString(), lines, 0)) {
                case ParsedRecording.Recorded(LoadRecording recording) ->
                    new LoadMeasurement(recording, options.summation()).measured(file.toString(), options);
                case ParsedRecording.Unreadable(String problem) -> throw new UnusableInputException(problem);
            };
        } catch (UncheckedIOException broken) {
            throw RecordingInput.unreadable(file.toString(), Objects.requireNonNull(broken.getCause()));
        } catch (IOException broken) {
            throw RecordingInput.unreadable(file.toString(), broken);
        }
    }

    private Measured measured(String name, MeasuringOptions options) {
        int millis = options.rules().pulseMillis();
        var pulses = new PulseOutput(PulseOutput.PULSES_PER_KILOWATT_HOUR, millis, _ -> {});
        for (int row = 0; row < load.rows(); row++) {
            add(row);
            double wattHours = total.reading().importWattHours();
            long register = Math.round(wattHours * EnergyRegisters.MICROWATT_SECONDS_PER_WATT_HOUR);
            pulses.follow(register, LoadSums.seconds(row + 1));
        }
        double seconds = LoadSums.seconds(load.rows());
        var means = new MeanValues(
                seconds,
                means(0),
                means(1),
                means(2),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                PhaseSequence.UNDECIDED,
                Double.NaN);
        int channels = load.systems() == 1 ? U1_AND_I1 : KernelSettings.ALL_CHANNELS;
        var start = LocalDateTime.ofEpochSecond(load.beginEpochSecond(), 0, ZoneOffset.UTC);
        String kind = "recorded load, " + load.rows() + " minutes";
        return new Measured(
                new Subject(name, kind, "", "", seconds, 0, Double.NaN, channels, Optional.of(start)),
                options.declaredVolts(),
                means,
                Optional.empty(),
                List.of(energy(0), energy(1), energy(2)),
                total.reading(),
                summation,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                options.rules().limits(),
                List.of(),
                Optional.empty(),
                PulseReading.of(pulses, millis, seconds),
                Optional.empty(),
                List.of());
    }

    private void add(int row) {
        double netWatts = 0;
        double netVars = 0;
        for (int system = 0; system < load.systems(); system++) {
            double watts = load.milliwatts(row, system) / MILLI;
            double vars = load.millivars(row, system) / MILLI;
            systems.get(system).count(watts, vars);
            systems.get(system).measure(load.millivolts(row, system) / MILLI, load.milliamperes(row, system) / MILLI);
            boolean isTurned = summation == SummationMethod.TOTAL && watts < 0;
            netWatts += isTurned ? -watts : watts;
            netVars += isTurned ? -vars : vars;
            if (summation == SummationMethod.INDIVIDUAL) {
                total.count(watts, vars);
            }
        }
        if (summation != SummationMethod.INDIVIDUAL) {
            total.count(netWatts, netVars);
        }
    }

    private PhaseMeans means(int system) {
        return system < load.systems() ? systems.get(system).means() : ABSENT;
    }

    private EnergyReading energy(int system) {
        return system < load.systems() ? systems.get(system).reading() : NOTHING;
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
