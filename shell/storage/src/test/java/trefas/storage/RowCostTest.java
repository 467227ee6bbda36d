package trefas.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.log.DataLogger.LOAD_PROFILE;
import static trefas.storage.PermanentMemoryContract.CAPACITY;
import static trefas.storage.PermanentMemoryContract.METER;
import static trefas.storage.PermanentMemoryContract.MIDNIGHT;
import static trefas.storage.PermanentMemoryContract.QUARTER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.log.ProfileEntry;
import trefas.device.memory.PermanentMemory.Captured;

/// What a row of a real household costs on disk: eight channels every fifteen minutes for the 122 days the meter keeps
/// (dossier 10.2), from a measured week over and over. The figure is all tables of the database divided by the rows, so
/// keys, checksums, indexes and the registers are in it.
class RowCostTest {

    private static final int ROWS = 122 * 96;

    @TempDir
    Path parent;

    @ParameterizedTest(name = "readings in {0} Wh: at most {1} octets per row")
    @CsvSource({"10, 4.0", "1, 5.0"})
    void aRowOfEightChannelsCostsFewOctets(int resolutionWattHours, double octetsMax, TestReporter reporter)
            throws Exception {
        var rows = household(resolutionWattHours);
        var state = parent.resolve("state");
        try (var memory = RocksMemory.open(state, Durability.OPERATING_SYSTEM)) {
            for (var row : rows) {
                memory.save(METER, new byte[128], List.of(new Captured(LOAD_PROFILE, row, CAPACITY)));
            }
        }
        // Opening takes what is in the log into tables.
        var back = new ArrayList<ProfileEntry>();
        try (var memory = RocksMemory.open(state, Durability.OPERATING_SYSTEM)) {
            memory.visit(METER, LOAD_PROFILE, 1, MIDNIGHT, Long.MAX_VALUE, back::add);
        }

        double octetsPerRow = (double) tableOctets(state) / ROWS;
        reporter.publishEntry(
                "cost",
                "%d rows in %d Wh: %.2f octets per row on disk".formatted(ROWS, resolutionWattHours, octetsPerRow));
        assertEquals(rows, back);
        assertTrue(octetsPerRow > 1 && octetsPerRow <= octetsMax, () -> octetsPerRow + " octets per row");
    }

    private static long tableOctets(Path state) throws IOException {
        try (var files = Files.walk(state)) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static List<ProfileEntry> household(int resolutionWattHours) throws IOException {
        var quarters = week();
        var rows = new ArrayList<ProfileEntry>();
        long active = 12_345_678;
        long reactive = 3_456_789;
        for (int row = 1; row <= ROWS; row++) {
            active += quarters.get(row % quarters.size())[0];
            reactive += quarters.get(row % quarters.size())[1];
            long imported = active / resolutionWattHours;
            long inductive = reactive / resolutionWattHours;
            // A+, A-, R+, R-, R1, R2, R3, R4 of a house without generation.
            rows.add(new ProfileEntry(
                    row, MIDNIGHT + (long) row * QUARTER, 0, 0, imported, 0, inductive, 0, inductive, 0, 0, 0));
        }
        return rows;
    }

    private static List<int[]> week() throws IOException {
        try (var file = RowCostTest.class.getResourceAsStream("household_quarters.csv")) {
            assertNotNull(file);
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("Wh"))
                    .map(line -> line.split(";", -1))
                    .map(fields -> new int[] {Integer.parseInt(fields[0]), Integer.parseInt(fields[1])})
                    .toList();
        }
    }
}
