package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static trefas.device.log.DataLogger.LOAD_PROFILE;
import static trefas.device.log.DataLogger.STATUS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.PermanentMemory.Captured;
import trefas.device.memory.PermanentMemory.Recall;
import trefas.device.memory.RecordKind;

/// A small state that is the same in every layout there ever was: what is in it can be computed, and for each layout a
/// store that was written by the Trefas of that time is kept as `golden_format_N.zip`.
///
/// Whoever changes the layout keeps the old ones and adds a new one, with [#main] on the test class path.
final class GoldenStore {

    private static final int[] METERS = {1, 23_456_789, -1};

    /// A list of its own, for kinds may be added.
    private static final List<RecordKind> KINDS =
            List.of(RecordKind.SETTINGS, RecordKind.SECURITY, RecordKind.STANDARD_MODEL, RecordKind.IMAGE);

    static final int QUARTERS = 400;
    private static final int EVENTS = 40;
    private static final int CAPACITY = 1_000;
    private static final long MIDNIGHT = 1_795_305_600L;
    private static final int QUARTER = 900;
    private static final int DAY = 86_400;

    private GoldenStore() {}

    /// Writes the store of the layout this Trefas has.
    ///
    /// @param arguments the directory to put the file into
    public static void main(String[] arguments) throws IOException {
        var parent = Files.createTempDirectory("golden");
        var state = parent.resolve("state");
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            save(memory, 1, QUARTERS / 2);
        }
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            save(memory, QUARTERS / 2 + 1, QUARTERS);
        }
        var into = Path.of(arguments[0], "golden_format_" + StateDirectory.FORMAT + ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(into))) {
            for (var file : DirectorySnapshot.of(state).files().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
    }

    /// Unpacks what a Trefas of a certain format wrote.
    static void unpack(int format, Path state) throws IOException {
        var name = "golden_format_" + format + ".zip";
        try (InputStream file = GoldenStore.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("no " + name + " among the test resources");
            }
            var zip = new ZipInputStream(file);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var path = state.resolve(entry.getName());
                Files.createDirectories(path.resolveSibling(""));
                Files.write(path, zip.readAllBytes());
            }
        }
    }

    static void save(PermanentMemory memory, int firstQuarter, int lastQuarter) throws IOException {
        for (int meter : METERS) {
            for (int number = firstQuarter; number <= lastQuarter; number++) {
                var captured = new ArrayList<Captured>();
                captured.add(new Captured(LOAD_PROFILE, quarter(meter, number), CAPACITY));
                if (number % (QUARTERS / EVENTS) == 0) {
                    captured.add(new Captured(STATUS, event(number / (QUARTERS / EVENTS)), CAPACITY));
                }
                memory.save(meter, registers(meter, number), captured, Map.of());
            }
            for (var kind : KINDS) {
                memory.save(
                        meter,
                        registers(meter, lastQuarter),
                        List.of(),
                        Map.of(kind.whole(), registers(kind.code(), lastQuarter)));
            }
        }
    }

    static void assertWholeIn(PermanentMemory memory) throws IOException {
        for (int meter : METERS) {
            var registers = assertInstanceOf(Recall.Saved.class, memory.recall(meter));
            assertArrayEquals(registers(meter, QUARTERS), registers.octets());
            for (var kind : KINDS) {
                var record = assertInstanceOf(Recall.Saved.class, memory.recall(meter, kind.whole()));
                assertArrayEquals(registers(kind.code(), QUARTERS), record.octets());
            }
            assertAllTimes(memory, meter, LOAD_PROFILE, quarters(meter));
            assertAllTimes(memory, meter, STATUS, events());
        }
    }

    private static void assertAllTimes(PermanentMemory memory, int meter, DataLogger logger, List<ProfileEntry> rows)
            throws IOException {
        var all = new ArrayList<ProfileEntry>();
        memory.visitLogIds(meter, logger, 0, Long.MAX_VALUE, all::add);
        assertEquals(rows, all);
        for (long from = MIDNIGHT - 3 * DAY; from < MIDNIGHT + 60 * DAY; from += DAY / 2) {
            long begin = from;
            var found = new ArrayList<ProfileEntry>();
            memory.visit(meter, logger, 0, begin, begin + DAY, found::add);
            assertEquals(
                    rows.stream()
                            .filter(row -> row.capturedAt() >= begin && row.capturedAt() <= begin + DAY)
                            .toList(),
                    found);
        }
    }

    private static List<ProfileEntry> quarters(int meter) {
        var rows = new ArrayList<ProfileEntry>();
        for (int number = 1; number <= QUARTERS; number++) {
            rows.add(quarter(meter, number));
        }
        return rows;
    }

    private static List<ProfileEntry> events() {
        var rows = new ArrayList<ProfileEntry>();
        for (int number = 1; number <= EVENTS; number++) {
            rows.add(event(number));
        }
        return rows;
    }

    /// The clock was set back two days after 250 of them.
    private static ProfileEntry quarter(int meter, int number) {
        long at = MIDNIGHT + (long) number * QUARTER - (number > 250 ? 2 * DAY : 0);
        long energy = 12_345_678L + 25L * number;
        return new ProfileEntry(number, at, number % 7 == 0 ? 8 : 0, 0, energy, 0, energy / 3, meter & 0xFFFF);
    }

    private static ProfileEntry event(int number) {
        return new ProfileEntry(number, MIDNIGHT + (long) number * DAY + number, 1 << (number % 16), 0);
    }

    private static byte[] registers(int seed, int number) {
        byte[] registers = new byte[64];
        for (int octet = 0; octet < registers.length; octet++) {
            registers[octet] = (byte) (seed * 31 + number * 7 + octet);
        }
        return registers;
    }
}
