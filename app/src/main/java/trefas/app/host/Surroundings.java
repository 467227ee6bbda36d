package trefas.app.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import trefas.app.ExitCode;
import trefas.app.input.InputOptions;
import trefas.app.input.Progress;
import trefas.app.input.RecordingInput;
import trefas.app.input.UnusableInputException;
import trefas.app.settings.RunSettings;
import trefas.app.settings.WorldSettings;
import trefas.simulation.Household;
import trefas.simulation.LoadRecording;
import trefas.simulation.ParsedRecording;
import trefas.simulation.RecordedLoad;
import trefas.simulation.RecordingParser;
import trefas.simulation.SimulatedGrid;
import trefas.simulation.SimulatedHouse;
import trefas.simulation.SourceImpedance;
import trefas.simulation.World;

/// What a meter is connected to, and what people may know and do about it.
///
/// @param world fills each second
/// @param inWords for banners and pages
/// @param controls what a hand can move, for a simulated house
/// @param recording the load that is replayed, if that is what it is
/// @param samples the waveforms that are measured, if that is what it is; without load and waveforms the world lives in
///     the time of this machine
record Surroundings(
        World world,
        String inWords,
        Optional<HouseControls> controls,
        Optional<LoadRecording> recording,
        Optional<SampledWorld> samples) {

    private static final double WATTS_PER_KILOWATT = 1_000;

    /// Builds a house, or reads a recording.
    ///
    /// @param wallSecond when waveforms without a time of their own begin
    static Surroundings of(RunSettings settings, long wallSecond) throws StartException {
        return switch (settings.world()) {
            case WorldSettings.House(long seed, Household household) -> house(seed, household);
            case WorldSettings.Recording(Path file, var connection) -> {
                LoadRecording recording = read(file, settings.meter().clock().zoneHours());
                yield new Surroundings(
                        new RecordedLoad(recording, connection),
                        "a replay of " + file.getFileName(),
                        Optional.empty(),
                        Optional.of(recording),
                        Optional.empty());
            }
            case WorldSettings.Waveforms(String name, InputOptions options) -> {
                var input = new RecordingInput(options, Progress.silent());
                SampledWorld samples =
                        measured(name, input, settings.meter().clock().zoneHours(), wallSecond);
                String words = name.equals(RecordingInput.STANDARD_INPUT)
                        ? "samples on standard input"
                        : "the waveforms of " + Path.of(name).getFileName();
                yield new Surroundings(samples, words, Optional.empty(), Optional.empty(), Optional.of(samples));
            }
        };
    }

    /// Whether the world lives in the time of this machine.
    boolean isLive() {
        return recording.isEmpty() && samples.isEmpty();
    }

    /// Whether the world waits for the meter: a recording, which goes on where the meter stopped.
    boolean isReplay() {
        return recording.isPresent() || samples.map(SampledWorld::isRecorded).orElse(false);
    }

    /// End of the first second of a recording.
    OptionalLong firstSecond() {
        if (samples.isPresent()) {
            return OptionalLong.of(samples.get().firstSecond());
        }
        return recording.isPresent() ? OptionalLong.of(recording.get().beginEpochSecond() + 1) : OptionalLong.empty();
    }

    private static Surroundings house(long seed, Household household) {
        var house = new SimulatedHouse(seed, household, new SimulatedGrid(seed, SourceImpedance.REFERENCE));
        return new Surroundings(
                house, words(household), Optional.of(new HouseControls(house)), Optional.empty(), Optional.empty());
    }

    private static SampledWorld measured(String name, RecordingInput input, int zoneHours, long wallSecond)
            throws StartException {
        Optional<Long> begin = name.equals(RecordingInput.STANDARD_INPUT) ? Optional.of(wallSecond) : Optional.empty();
        try {
            return SampledWorld.start(name, input, begin, zoneHours);
        } catch (UnusableInputException unusable) {
            throw new StartException(ExitCode.FAILED, unusable.getMessage() + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartException(ExitCode.FAILED, "Stopped while waiting for samples.");
        }
    }

    private static String words(Household household) {
        var words = new StringBuilder("a simulated house: ")
                .append(household.people())
                .append(household.people() == 1 ? " person" : " people");
        if (household.solarWattsPeak() > 0) {
            words.append(", ").append(kilowatts(household.solarWattsPeak())).append(" of sun");
        }
        if (!household.carDays().isEmpty()) {
            words.append(", car on ")
                    .append(household.carDays().stream()
                            .sorted()
                            .map(Surroundings::shortName)
                            .collect(Collectors.joining("/")));
        }
        if (household.heatPumpWatts() > 0) {
            words.append(", heat pump ").append(kilowatts(household.heatPumpWatts()));
        }
        return words.toString();
    }

    private static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ROOT);
    }

    private static String kilowatts(int watts) {
        return String.format(Locale.ROOT, "%.1f kW", watts / WATTS_PER_KILOWATT);
    }

    private static LoadRecording read(Path file, int zoneHours) throws StartException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            Iterable<String> each = () -> lines.lines().iterator();
            return switch (RecordingParser.parse(file.toString(), each, zoneHours)) {
                case ParsedRecording.Recorded(LoadRecording recording) -> recording;
                case ParsedRecording.Unreadable(String problem) ->
                    throw new StartException(ExitCode.FAILED, problem + ".");
            };
        } catch (UncheckedIOException broken) {
            throw unreadable(file, Objects.requireNonNull(broken.getCause()));
        } catch (IOException missing) {
            throw unreadable(file, missing);
        }
    }

    private static StartException unreadable(Path file, IOException cause) {
        String why = switch (cause) {
            case NoSuchFileException _ -> "does not exist";
            case MalformedInputException _ -> "is not a UTF-8 text file";
            default -> "cannot be read: " + cause.getMessage();
        };
        return new StartException(ExitCode.FAILED, "The input " + file + " " + why + ".");
    }
}
