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
/// @param recording what is replayed, if anything; else the world lives in the time of this machine
record Surroundings(World world, String inWords, Optional<HouseControls> controls, Optional<LoadRecording> recording) {

    private static final double WATTS_PER_KILOWATT = 1_000;

    /// Builds a house, or reads a recording.
    static Surroundings of(RunSettings settings) throws StartException {
        return switch (settings.world()) {
            case WorldSettings.House(long seed, Household household) -> house(seed, household);
            case WorldSettings.Recording(Path file, var connection) -> {
                LoadRecording recording = read(file, settings.meter().clock().zoneHours());
                yield new Surroundings(
                        new RecordedLoad(recording, connection),
                        "a replay of " + file.getFileName(),
                        Optional.empty(),
                        Optional.of(recording));
            }
        };
    }

    boolean isLive() {
        return recording.isEmpty();
    }

    /// End of the first second of a recording.
    OptionalLong firstSecond() {
        return recording.isPresent() ? OptionalLong.of(recording.get().beginEpochSecond() + 1) : OptionalLong.empty();
    }

    private static Surroundings house(long seed, Household household) {
        var house = new SimulatedHouse(seed, household, new SimulatedGrid(seed, SourceImpedance.REFERENCE));
        return new Surroundings(house, words(household), Optional.of(new HouseControls(house)), Optional.empty());
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
