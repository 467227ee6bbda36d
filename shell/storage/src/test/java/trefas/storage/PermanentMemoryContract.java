package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;
import static trefas.device.log.DataLogger.LOAD_PROFILE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.log.ProfileEntry;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.PermanentMemory.Captured;
import trefas.device.memory.PermanentMemory.Recall;
import trefas.device.memory.RecordKind;
import trefas.device.memory.RecordName;

/// What every permanent memory promises to the core.
abstract class PermanentMemoryContract {

    static final int METER = 23_456_789;

    static final int CAPACITY = 11_753;

    /// 2026-11-22T00:00:00Z.
    static final long MIDNIGHT = 1_795_305_600L;

    static final int QUARTER = 900;

    private static final byte[] REGISTERS = {1, 0, -128, 127, 0};

    PermanentMemory memory;

    abstract PermanentMemory open() throws Exception;

    /// The memory as the next start of the process finds it; the same one if it lives only as long as the process.
    abstract PermanentMemory reopen(PermanentMemory memory) throws Exception;

    @BeforeEach
    void openFirst() throws Exception {
        memory = open();
    }

    @AfterEach
    void closeLast() throws IOException {
        memory.close();
    }

    @Test
    void aMeterNeverSavedIsToldFromASavedOne() throws Exception {
        memory.save(METER, REGISTERS, List.of());

        assertInstanceOf(Recall.NeverSaved.class, memory.recall(METER + 1));
        assertInstanceOf(Recall.Saved.class, memory.recall(METER));
    }

    @ParameterizedTest(name = "{0} octets")
    @ValueSource(ints = {0, 1, 128, 4_096, 1_000_000})
    void registersComeBackOctetForOctet(int length) throws Exception {
        byte[] registers = new byte[length];
        RandomGeneratorFactory.of("L64X128MixRandom").create(length).nextBytes(registers);

        memory.save(METER, registers, List.of());
        memory = reopen(memory);

        assertArrayEquals(registers, recalled(METER));
    }

    @Test
    void theLastSaveCounts() throws Exception {
        for (byte generation = 0; generation < 100; generation++) {
            memory.save(METER, new byte[] {generation}, List.of());
        }
        memory = reopen(memory);

        assertArrayEquals(new byte[] {99}, recalled(METER));
    }

    @Test
    void whatTheCallerDoesToItsArrayAfterwardsChangesNothing() throws Exception {
        byte[] registers = REGISTERS.clone();
        memory.save(METER, registers, List.of());
        registers[0] = 99;

        assertArrayEquals(REGISTERS, recalled(METER));
    }

    @ParameterizedTest(name = "serial number {0}")
    @ValueSource(ints = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void everySerialNumberIsAMeter(int serialNumber) throws Exception {
        memory.save(serialNumber, REGISTERS, List.of(captured(quarter(1))));
        memory = reopen(memory);

        assertArrayEquals(REGISTERS, recalled(serialNumber));
        assertEquals(List.of(quarter(1)), all(serialNumber));
    }

    // The row is refused because a reading doesn't fit; the registers and the good row beside it must not stay.
    // With rows in each save, in the middle of a block and where one begins: as if each meter had been saved alone.
    @Test
    void severalMetersAreSavedTogether() throws Exception {
        memory.saveAll(List.of());
        for (int number = 1; number <= 200; number++) {
            var changes = new ArrayList<PermanentMemory.Change>();
            for (int meter = METER; meter < METER + 5; meter++) {
                byte[] registers = {(byte) number, (byte) meter};
                changes.add(new PermanentMemory.Change(
                        meter, registers, List.of(captured(quarter(number + meter - METER))), Map.of()));
            }
            memory.saveAll(changes);
        }
        memory = reopen(memory);

        for (int meter = METER; meter < METER + 5; meter++) {
            int first = 1 + meter - METER;
            assertArrayEquals(new byte[] {(byte) 200, (byte) meter}, recalled(meter));
            assertEquals(quarters(first, first + 199), all(meter));
        }
    }

    @Test
    void aRefusedSaveChangesNothing() throws Exception {
        memory.save(METER, REGISTERS, List.of(captured(quarter(1))));
        var good = captured(quarter(2));
        var bad = captured(new ProfileEntry(3, MIDNIGHT + 3 * QUARTER, 0, 0, 0x1_0000_0000L));

        assertThrows(IllegalArgumentException.class, () -> memory.save(METER, new byte[] {9}, List.of(good, bad)));
        assertThrows(IllegalArgumentException.class, () -> memory.save(METER + 1, new byte[] {9}, List.of(good, bad)));

        assertArrayEquals(REGISTERS, recalled(METER));
        assertEquals(List.of(quarter(1)), all(METER));
        assertInstanceOf(Recall.NeverSaved.class, memory.recall(METER + 1));
        assertEquals(List.of(), all(METER + 1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a log id below zero     | -1         | 0     | 0     | 0          | 100
            a log id of 33 bits     | 4294967296 | 0     | 0     | 0          | 100
            a status of 17 bits     | 1          | 65536 | 0     | 0          | 100
            a quality below zero    | 1          | 0     | -1    | 0          | 100
            a reading below zero    | 1          | 0     | 0     | -1         | 100
            a reading of 33 bits    | 1          | 0     | 0     | 4294967296 | 100
            a ring without capacity | 1          | 0     | 0     | 0          | 0
            """)
    void rowsOutOfRangeAreOurBug(String what, long logId, int status, int quality, long reading, int capacity)
            throws Exception {
        var row = new Captured(LOAD_PROFILE, new ProfileEntry(logId, MIDNIGHT, status, quality, reading), capacity);

        assertThrows(IllegalArgumentException.class, () -> memory.save(METER, REGISTERS, List.of(row)), what);
        assertInstanceOf(Recall.NeverSaved.class, memory.recall(METER));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aFurtherRecordComesBackOctetForOctetAndLeavesTheOthersAlone(RecordKind kind) throws Exception {
        var other = new RecordName(kind, -1);
        memory.save(METER, REGISTERS, List.of(), Map.of(kind.whole(), new byte[] {1}, other, new byte[] {9, 8}));
        memory.save(METER, REGISTERS, List.of(), Map.of(kind.whole(), new byte[] {0, -1, 2}));
        memory.save(METER, REGISTERS, List.of(captured(quarter(1))));
        memory = reopen(memory);

        assertArrayEquals(new byte[] {0, -1, 2}, recalled(METER, kind.whole()));
        assertArrayEquals(new byte[] {9, 8}, recalled(METER, other));
        assertArrayEquals(REGISTERS, recalled(METER));
        assertEquals(List.of(quarter(1)), all(METER));
        assertInstanceOf(Recall.NeverSaved.class, memory.recall(METER + 1, kind.whole()));
        for (var another : RecordKind.values()) {
            if (another != kind) {
                assertInstanceOf(Recall.NeverSaved.class, memory.recall(METER, another.whole()));
            }
        }
    }

    @Test
    void aRefusedSaveChangesNoFurtherRecord() throws Exception {
        var name = RecordKind.SETTINGS.whole();
        memory.save(METER, REGISTERS, List.of(), Map.of(name, new byte[] {1}));
        var bad = captured(new ProfileEntry(3, MIDNIGHT, 0, 0, -1));

        assertThrows(
                IllegalArgumentException.class,
                () -> memory.save(METER, REGISTERS, List.of(bad), Map.of(name, new byte[] {2})));

        assertArrayEquals(new byte[] {1}, recalled(METER, name));
    }

    @Test
    void metersSavedFromManyThreadsKeepTheirOwn() throws Exception {
        int meters = 16;
        try (var threads = Executors.newFixedThreadPool(4)) {
            var done = new ArrayList<Future<?>>();
            for (int meter = 0; meter < meters; meter++) {
                int mine = meter;
                done.add(threads.submit(() -> {
                    for (int row = 1; row <= 300; row++) {
                        var entry = new ProfileEntry(row, MIDNIGHT + (long) row * QUARTER, 0, 0, mine, row);
                        memory.save(mine, new byte[] {(byte) mine, (byte) row}, List.of(captured(entry)));
                    }
                    return mine;
                }));
            }
            for (var each : done) {
                each.get();
            }
        }
        memory = reopen(memory);

        for (int meter = 0; meter < meters; meter++) {
            long mine = meter;
            assertArrayEquals(new byte[] {(byte) meter, (byte) 300}, recalled(meter));
            assertEquals(
                    LongStream.rangeClosed(1, 300)
                            .mapToObj(row -> new ProfileEntry(row, MIDNIGHT + row * QUARTER, 0, 0, mine, row))
                            .toList(),
                    all(meter));
        }
    }

    @Test
    void aVisitorMaySaveWhileItReads() throws Exception {
        saveAll(quarters(1, 10));

        memory.visit(METER, LOAD_PROFILE, 0, Long.MIN_VALUE, Long.MAX_VALUE, row -> {
            try {
                memory.save(METER, REGISTERS, List.of(captured(quarter((int) row.logId() + 10))));
            } catch (IOException refused) {
                fail(refused);
            }
        });

        assertEquals(quarters(1, 20), all(METER));
    }

    void saveAll(List<ProfileEntry> rows) throws IOException {
        memory.save(
                METER,
                REGISTERS,
                rows.stream().map(PermanentMemoryContract::captured).toList());
    }

    byte[] recalled(int meter) throws IOException {
        return switch (memory.recall(meter)) {
            case Recall.Saved saved -> saved.octets();
            case Recall.NeverSaved _ -> fail("never saved");
            case Recall.Damaged(String reason) -> fail(reason);
        };
    }

    byte[] recalled(int meter, RecordName name) throws IOException {
        return switch (memory.recall(meter, name)) {
            case Recall.Saved saved -> saved.octets();
            case Recall.NeverSaved _ -> fail("never saved");
            case Recall.Damaged(String reason) -> fail(reason);
        };
    }

    List<ProfileEntry> all(int meter) throws IOException {
        return visited(meter, 0, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    List<ProfileEntry> visited(int meter, long oldestLogId, long from, long to) throws IOException {
        var rows = new ArrayList<ProfileEntry>();
        memory.visit(meter, LOAD_PROFILE, oldestLogId, from, to, rows::add);
        return rows;
    }

    static Captured captured(ProfileEntry row) {
        return new Captured(LOAD_PROFILE, row, CAPACITY);
    }

    static ProfileEntry quarter(int number) {
        long energy = 12_345_678L + 25L * number;
        return new ProfileEntry(number, MIDNIGHT + (long) number * QUARTER, 0, 0, energy, 0, energy / 3, 0);
    }

    static List<ProfileEntry> quarters(int first, int last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> quarter((int) number))
                .toList();
    }
}
