package trefas.benchmarks.life;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import trefas.benchmarks.BenchedMeter;
import trefas.benchmarks.Figures;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.log.DataLogger;
import trefas.device.memory.PermanentMemory;
import trefas.metrology.OneSecondValues;
import trefas.quantity.PhaseSequence;
import trefas.storage.Durability;
import trefas.storage.RocksMemory;

/// What is kept costs: octets on disk for a row of the load profile of a real household, and octets of heap for a meter
/// in the memory while nobody reads it.
///
/// The household is the measured week of the tests of `shell/storage`, over and over for the 122 days the profile
/// keeps; each quarter's energy is spread evenly over its seconds. All tables of the database are divided by the rows,
/// so keys, checksums, indexes and registers are in the figure.
final class RowFigures {

    private static final String WEEK = "/trefas/storage/household_quarters.csv";
    private static final int ROWS = 122 * 96;
    private static final int QUARTER_SECONDS = 900;
    private static final int QUARTERS_PER_HOUR = 4;
    private static final int MILLI = 1_000;
    private static final double OCTETS_PER_ROW_MAX = 5;
    private static final double OCTETS_PER_METER_MAX = 100;
    private static final int METERS = 20_000;
    private static final int COLLECTIONS = 4;

    private RowFigures() {}

    static void show(Figures figures, Path folder) throws IOException {
        figures.head("a load profile of eight channels of a real household, 122 days of quarters");
        double profile = octetsPerRow(folder.resolve("profile"), logger -> logger == DataLogger.LOAD_PROFILE);
        figures.atMost(OCTETS_PER_ROW_MAX, "octets on disk for a row", profile, "octets");
        double bare = Integer.BYTES * 8 + Long.BYTES;
        figures.row("  of a row without any packing", Figures.number(100 * profile / bare) + " %");
        double all = octetsPerRow(folder.resolve("all"), _ -> true);
        figures.row("  with the rows of all other loggers beside it", Figures.number(all) + " octets");
        figures.atMost(
                OCTETS_PER_METER_MAX,
                "heap of a meter in the memory while nobody reads it",
                heapPerMeter(folder.resolve("heap")),
                "octets");
    }

    private static double octetsPerRow(Path folder, Predicate<DataLogger> kept) throws IOException {
        List<int[]> week = week();
        Meter meter = LoggingMeter.made(BenchedMeter.SERIAL);
        var values = new OneSecondValues();
        values.supply(50_000, PhaseSequence.L1L2L3);
        List<PermanentMemory.Captured> captured = new ArrayList<>();
        long at = BenchedMeter.START;
        try (var memory = RocksMemory.open(folder, Durability.OPERATING_SYSTEM)) {
            for (int row = 0; row < ROWS; row++) {
                int[] energy = week.get(row % week.size());
                values.phase(0, 230_000, 4_000, milli(energy[0]), milli(energy[1]));
                values.phase(1, 230_000, 0, 0, 0);
                values.phase(2, 230_000, 0, 0, 0);
                for (int second = 0; second < QUARTER_SECONDS; second++) {
                    at++;
                    meter.secondElapsed(at, values, effect -> {
                        if (effect instanceof Effect.AppendRow(var logger, var entry, int capacity)
                                && kept.test(logger)) {
                            captured.add(new PermanentMemory.Captured(logger, entry, capacity));
                        }
                    });
                }
                memory.save(BenchedMeter.SERIAL, meter.registers(), captured);
                captured.clear();
            }
        }
        // Opening takes what is in the log into tables.
        RocksMemory.open(folder, Durability.OPERATING_SYSTEM).close();
        return (double) tableOctets(folder) / ROWS;
    }

    private static int milli(int energyOfAQuarter) {
        return energyOfAQuarter * QUARTERS_PER_HOUR * MILLI;
    }

    private static long tableOctets(Path folder) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path table :
                    files.filter(file -> file.toString().endsWith(".sst")).toList()) {
                sum += Files.size(table);
            }
        }
        return sum;
    }

    private static double heapPerMeter(Path folder) throws IOException {
        byte[] registers = LoggingMeter.made(BenchedMeter.SERIAL).registers();
        try (var memory = RocksMemory.open(folder, Durability.OPERATING_SYSTEM)) {
            memory.save(0, registers, List.of());
            long before = usedHeapOctets();
            for (int meter = 1; meter <= METERS; meter++) {
                memory.save(meter, registers, List.of());
            }
            return (usedHeapOctets() - before) / (double) METERS;
        }
    }

    private static long usedHeapOctets() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /// Wh and varh of each quarter.
    private static List<int[]> week() throws IOException {
        try (InputStream file = Objects.requireNonNull(RowFigures.class.getResourceAsStream(WEEK))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("Wh"))
                    .map(line -> line.split(";", -1))
                    .map(fields -> new int[] {Integer.parseInt(fields[0]), Integer.parseInt(fields[1])})
                    .toList();
        }
    }
}
