package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static trefas.device.log.DataLogger.LOAD_PROFILE;
import static trefas.storage.PermanentMemoryContract.captured;
import static trefas.storage.PermanentMemoryContract.quarter;
import static trefas.storage.PermanentMemoryContract.quarters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.log.ProfileEntry;
import trefas.device.memory.PermanentMemory.Recall;
import trefas.device.memory.RecordKind;
import trefas.device.memory.RecordName;

/// A disk that lies. Every file of a state is overwritten, cut or lost; then the damage is told in one sentence,
/// or the data read back is exactly right. Never is it silently wrong, older or zero.
///
/// A build tries every kind of damage at 60 spots; `-Dtrefas.spots=2000` tries more.
class DamageTest {

    private static final int SPOTS = Integer.getInteger("trefas.spots", 60);
    private static final int[] METERS = {1, 2, 3};
    private static final int ROWS = 1_500;
    private static final RecordName SETTINGS = RecordKind.SETTINGS.whole();

    @TempDir
    static Path parent;

    private static Path state;
    private static DirectorySnapshot whole;

    /// What may happen to a file.
    enum Damage {
        ONE_BIT_TURNED,
        EIGHT_OCTETS_OVERWRITTEN,
        SECTOR_ZEROED,
        CUT_OFF,
        LOST;

        byte[] done(byte[] file, int spot) {
            byte[] damaged = this == CUT_OFF ? Arrays.copyOf(file, spot) : file.clone();
            switch (this) {
                case ONE_BIT_TURNED -> damaged[spot] ^= (byte) (1 << (spot & 7));
                case EIGHT_OCTETS_OVERWRITTEN ->
                    Arrays.fill(damaged, spot, Math.min(file.length, spot + 8), (byte) 0xA5);
                case SECTOR_ZEROED -> Arrays.fill(damaged, spot, Math.min(file.length, spot + 512), (byte) 0);
                case CUT_OFF, LOST -> {}
            }
            return damaged;
        }
    }

    record Spot(String file, Damage damage, int offset) {}

    /// Tables from the first two openings, a log with the last rows from the third.
    @BeforeAll
    static void saveWhole() throws IOException {
        state = parent.resolve("state");
        for (int part = 0; part < 3; part++) {
            try (var memory = RocksMemory.open(state, Durability.GROUP)) {
                for (int row = part * ROWS / 3 + 1; row <= (part + 1) * ROWS / 3; row++) {
                    for (int meter : METERS) {
                        memory.save(
                                meter,
                                registers(meter, row),
                                List.of(captured(quarter(row))),
                                row % 100 == 0 ? Map.of(SETTINGS, settings(meter, row)) : Map.of());
                    }
                }
                if (part == 0) {
                    memory.backUp();
                }
            }
        }
        whole = DirectorySnapshot.of(state);
        assertTrue(whole.files().keySet().stream().anyMatch(name -> name.endsWith(".sst")));
        assertTrue(whole.files().entrySet().stream()
                .anyMatch(file -> file.getKey().endsWith(".log") && file.getValue().length > 100_000));
    }

    @BeforeEach
    void mend() throws IOException {
        whole.restore();
    }

    static Stream<Spot> spots() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_122);
        var files = living().toList();
        var kinds = Damage.values();
        return IntStream.range(0, SPOTS).mapToObj(number -> {
            var file = files.get(number % files.size());
            int length = whole.file(file).length;
            return new Spot(file, kinds[random.nextInt(kinds.length - 1)], length == 0 ? 0 : random.nextInt(length));
        });
    }

    @ParameterizedTest
    @MethodSource("spots")
    void anyDamageIsToldOrHarmless(Spot spot) throws IOException {
        byte[] file = whole.file(spot.file());
        if (file.length > 0) {
            Files.write(state.resolve(spot.file()), spot.damage().done(file, spot.offset()));
        }

        assertToldOrHarmless();
    }

    private static Stream<String> living() {
        return whole.files().keySet().stream().filter(file -> !file.startsWith("backup"));
    }

    static Stream<String> files() {
        return whole.files().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void anyLostFileIsToldOrHarmless(String file) throws IOException {
        Files.delete(state.resolve(file));

        assertToldOrHarmless();
    }

    // A log cut exactly between two records looks like one that was never longer; only the mark knows better.
    @ParameterizedTest(name = "{0} of 10 of the log are left")
    @ValueSource(ints = {0, 1, 3, 5, 7, 9})
    void aLogCutShortIsALoss(int tenths) throws IOException {
        for (var file : whole.files().entrySet()) {
            if (file.getKey().matches("rocksdb/.*\\.log")) {
                int left = (int) ((long) file.getValue().length * tenths / 10);
                Files.write(state.resolve(file.getKey()), Arrays.copyOf(file.getValue(), left));
            }
        }

        assertRefusedUnchanged();
    }

    // RocksDB would read for ever: it takes such a record for a leftover of a reused file and never gets past it.
    @ParameterizedTest(name = "kind {0}")
    @ValueSource(ints = {5, 6, 7, 8})
    void aLogRecordOfAReusedFileIsRefused(int kind) throws IOException {
        for (var file : whole.files().entrySet()) {
            if (file.getKey().matches("rocksdb/.*\\.log")) {
                byte[] log = file.getValue().clone();
                log[secondHead(log) + 6] = (byte) kind;
                Files.write(state.resolve(file.getKey()), log);
            }
        }

        assertTimeoutPreemptively(Duration.ofSeconds(60), DamageTest::assertRefusedUnchanged);
    }

    private static int secondHead(byte[] log) {
        return 7 + Byte.toUnsignedInt(log[4]) + (Byte.toUnsignedInt(log[5]) << 8);
    }

    @ParameterizedTest
    @EnumSource(names = "LOST", mode = EnumSource.Mode.EXCLUDE)
    void aDamagedDirectoryOfFilesIsRefused(Damage damage) throws IOException {
        byte[] current = whole.file("rocksdb/CURRENT");
        Files.write(state.resolve("rocksdb/CURRENT"), damage.done(current, 3));

        assertRefusedUnchanged();
    }

    // The control: without damage the state opens, so the tests above do not pass by refusing everything.
    @Test
    void withoutDamageEverythingIsThere() throws IOException {
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            for (int meter : METERS) {
                assertTrue(quarters(1, ROWS).equals(rows(memory, meter)), "rows silently wrong");
                assertTrue(registersAreRight(memory, meter));
            }
        }
    }

    private static void assertRefusedUnchanged() throws IOException {
        var damaged = DirectorySnapshot.of(state);
        try (var _ = RocksMemory.open(state, Durability.GROUP)) {
            fail("opened a damaged state");
        } catch (StateDirectoryException refused) {
            StateDirectoryTest.assertOneSentenceAbout(state, refused);
        }
        damaged.assertUnchanged();
    }

    private static void assertToldOrHarmless() throws IOException {
        var damaged = DirectorySnapshot.of(state);
        try (var memory = RocksMemory.open(state, Durability.GROUP)) {
            for (int meter : METERS) {
                registersAreRight(memory, meter);
                settingsAreRight(memory, meter);
                try {
                    assertTrue(quarters(1, ROWS).equals(rows(memory, meter)), "rows silently wrong");
                } catch (IOException told) {
                    StateDirectoryTest.assertOneSentenceAbout(state, told);
                }
            }
        } catch (StateDirectoryException refused) {
            StateDirectoryTest.assertOneSentenceAbout(state, refused);
            damaged.assertUnchanged();
        }
    }

    /// False if they are told to be damaged.
    private static boolean registersAreRight(RocksMemory memory, int meter) throws IOException {
        return switch (memory.recall(meter)) {
            case Recall.Saved saved -> {
                assertArrayEquals(registers(meter, ROWS), saved.octets());
                yield true;
            }
            case Recall.Damaged(String reason) -> {
                StateDirectoryTest.assertOneSentenceAbout(state, new IOException(reason));
                yield false;
            }
            case Recall.NeverSaved _ -> fail("meter " + meter + " was saved");
        };
    }

    private static void settingsAreRight(RocksMemory memory, int meter) throws IOException {
        switch (memory.recall(meter, SETTINGS)) {
            case Recall.Saved saved -> assertArrayEquals(settings(meter, ROWS), saved.octets());
            case Recall.Damaged(String reason) ->
                StateDirectoryTest.assertOneSentenceAbout(state, new IOException(reason));
            case Recall.NeverSaved _ -> fail("settings of meter " + meter + " were saved");
        }
    }

    private static byte[] settings(int meter, int row) {
        return registers(meter + METERS.length, row);
    }

    private static List<ProfileEntry> rows(RocksMemory memory, int meter) throws IOException {
        var rows = new ArrayList<ProfileEntry>();
        memory.visit(meter, LOAD_PROFILE, 0, Long.MIN_VALUE, Long.MAX_VALUE, rows::add);
        return rows;
    }

    private static byte[] registers(int meter, int row) {
        byte[] registers = new byte[128];
        RandomGeneratorFactory.of("L64X128MixRandom")
                .create(meter * 100_000L + row)
                .nextBytes(registers);
        return registers;
    }
}
