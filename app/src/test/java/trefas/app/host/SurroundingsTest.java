package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trefas.app.ExitCode;
import trefas.app.settings.RunSettings;
import trefas.app.settings.WorldSettings;
import trefas.simulation.HouseConnection;
import trefas.simulation.Household;
import trefas.simulation.Place;

class SurroundingsTest {

    private static final long NOW = 1_800_000_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aHouseIsToldInWordsAndHasControls() throws StartException {
        var surroundings = Surroundings.of(RunSettings.DEFAULT, NOW);

        assertEquals(
                "a simulated house: 3 people, 6.0 kW of sun, car on Tue/Thu, heat pump 2.5 kW", surroundings.inWords());
        assertTrue(surroundings.isLive());
        assertTrue(surroundings.controls().isPresent());
        assertEquals(OptionalLong.empty(), surroundings.firstSecond());
    }

    @Test
    void whatAHouseDoesNotHaveIsNotTold() throws StartException {
        var alone = new Household(1, 0, Set.<DayOfWeek>of(), 0, Place.COPENHAGEN);

        assertEquals(
                "a simulated house: 1 person",
                Surroundings.of(RunSettings.DEFAULT.withWorld(new WorldSettings.House(1, alone)), NOW)
                        .inWords());
    }

    // 01:00 local normal time in the zone of the meter, which is an hour east of UTC.
    @Test
    void aRecordingBeginsWithItsFirstSecond() throws IOException, StartException {
        Path file = write("day.csv", "time;P_kW\n1970-01-02T01:00:00;1.5\n");

        var surroundings = Surroundings.of(replay(file), NOW);

        assertEquals("a replay of day.csv", surroundings.inWords());
        assertFalse(surroundings.isLive());
        assertTrue(surroundings.controls().isEmpty());
        assertEquals(OptionalLong.of(86_401), surroundings.firstSecond());
    }

    @Test
    void aMissingRecordingIsToldInOneSentence() {
        Path missing = folder.resolve("missing.csv");

        assertEquals("The input " + missing + " does not exist.", refused(missing));
    }

    @Test
    void aRecordingThatIsNoTextIsToldInOneSentence() throws IOException {
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {'t', (byte) 0xC3, 0x28});

        assertEquals("The input " + binary + " is not a UTF-8 text file.", refused(binary));
    }

    @Test
    void aFolderIsNoRecording() {
        assertEquals("The input " + folder + " cannot be read: Is a directory.", refused(folder));
    }

    @Test
    void anEmptyRecordingIsToldInOneSentence() throws IOException {
        Path empty = write("empty.csv", "");

        assertEquals(empty + ": found an empty file, expected a header and one row for each minute.", refused(empty));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static RunSettings replay(Path file) {
        return RunSettings.DEFAULT.withWorld(new WorldSettings.Recording(file, HouseConnection.L1));
    }

    private static String refused(Path file) {
        var refused = assertThrows(StartException.class, () -> Surroundings.of(replay(file), NOW));
        assertEquals(ExitCode.FAILED, refused.exitCode());
        return refused.sentence();
    }
}
