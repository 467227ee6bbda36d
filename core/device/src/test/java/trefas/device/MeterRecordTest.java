package trefas.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.MeterOnBench.SERIAL;
import static trefas.device.MeterOnBench.START;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.log.DataLogger;
import trefas.device.log.UploadAudit;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;

/// The record a meter is restored from: the same meter comes back, and nothing that is not a record is taken for one.
class MeterRecordTest {

    private static final int LAST_SECOND_OFFSET = 6;

    /// Behind the head come the number of sections, the tag and the length of the first section, and the number of
    /// registers.
    private static final int REGISTERS_OFFSET = 19;

    private static final int SECTIONS_OFFSET = 14;
    private static final int OLD_REGISTERS_OFFSET = 15;
    private static final int LOAD_PROFILE_OCTETS = 14;

    private final MeterOnBench bench =
            new MeterOnBench(START - 5).load(4_000, -300, 1_000).run(2_000);
    private final byte[] record = bench.meter().registers();

    @Test
    void theSameMeterComesBack() {
        Meter before = bench.meter();

        Meter after = ready(record);

        for (EnergyRegister register : EnergyRegister.ALL) {
            assertEquals(before.milliwattSeconds(register), after.milliwattSeconds(register));
            assertEquals(before.reading(register), after.reading(register));
        }
        assertEquals(before.lastSecond(), after.lastSecond());
        assertEquals(before.now(), after.now());
        assertEquals(before.loadProfile().nextLogId(), after.loadProfile().nextLogId());
        assertEquals(before.loadProfile().oldestLogId(), after.loadProfile().oldestLogId());
        assertArrayEquals(record, after.registers());
    }

    @Test
    void aMeterThatNeverRanComesBackAsOneThatNeverRan() {
        Meter after = ready(new Meter(MeterConfiguration.DEFAULT, SERIAL).registers());

        assertEquals(OptionalLong.empty(), after.lastSecond());
        assertEquals(0, after.now());
    }

    // Old records must stay readable: the layout is laid out here once more.
    @Test
    void theRecordIsLaidOutAsDocumented() {
        ByteBuffer octets = ByteBuffer.wrap(record);

        assertEquals(2, octets.get());
        assertEquals(SERIAL, octets.getInt());
        assertEquals(3, octets.get());
        assertEquals(START + 1_995, octets.getLong());
        int count = octets.get();
        assertEquals(
                Section.ALL.size() - 5, count, "no module, no relays, no verification, no upload, no breaker moved");
        assertEquals(1, octets.get(), "section of the registers");
        assertEquals(1 + 22 * Long.BYTES, octets.getShort());
        assertEquals(22, octets.get());
        assertEquals(4_700_000L * 2_000, octets.getLong());
        octets.position(REGISTERS_OFFSET + 22 * Long.BYTES);
        assertEquals(2, octets.get(), "section of the load profile");
        assertEquals(LOAD_PROFILE_OCTETS, octets.getShort());
        assertEquals(4, octets.getInt());
        assertEquals(1, octets.getInt());
        assertEquals(0, octets.getShort());
        assertEquals(0, octets.getShort());
        assertEquals(3, octets.get());
        assertEquals(15, octets.get());
        int tag = 2;
        for (int section = 2; section < count; section++) {
            int next = octets.get();
            assertTrue(next > tag, "tags rise");
            tag = next;
            octets.position(octets.position() + 2 + octets.getShort(octets.position()));
        }
        assertEquals(0, octets.remaining());
    }

    // Layout 1 had no sections, and before there was apparent energy it had 20 registers.
    @ParameterizedTest(name = "{0} registers")
    @ValueSource(ints = {20, 22})
    void aRecordWithoutSectionsIsStillRead(int count) {
        Meter after = ready(layoutOne(count));

        assertEquals(
                bench.meter().milliwattSeconds(EnergyRegister.A_PLUS), after.milliwattSeconds(EnergyRegister.A_PLUS));
        assertEquals(
                bench.meter().milliwattSeconds(EnergyRegister.R_MINUS_L3),
                after.milliwattSeconds(EnergyRegister.R_MINUS_L3));
        assertEquals(
                count == 20 ? 0 : bench.meter().milliwattSeconds(EnergyRegister.E_PLUS),
                after.milliwattSeconds(EnergyRegister.E_PLUS));
        assertEquals(
                bench.meter().loadProfile().nextLogId(), after.loadProfile().nextLogId());
        assertEquals(2, after.registers()[0], "written anew with sections");
    }

    private byte[] layoutOne(int count) {
        var old = ByteBuffer.allocate(OLD_REGISTERS_OFFSET + count * Long.BYTES + LOAD_PROFILE_OCTETS);
        old.put(record, 0, OLD_REGISTERS_OFFSET - 1).put((byte) count);
        old.put(record, REGISTERS_OFFSET, count * Long.BYTES);
        old.put(record, REGISTERS_OFFSET + 22 * Long.BYTES + 3, LOAD_PROFILE_OCTETS);
        old.put(0, (byte) 1);
        return old.array();
    }

    // A part that did not exist when the record was written starts as it was made.
    @Test
    void sectionsMayBeMissingFromTheEnd() {
        byte[] old = Arrays.copyOf(record, REGISTERS_OFFSET + 22 * Long.BYTES + 3 + LOAD_PROFILE_OCTETS);
        old[SECTIONS_OFFSET] = 2;

        Meter after = ready(old);

        assertEquals(
                bench.meter().milliwattSeconds(EnergyRegister.A_PLUS), after.milliwattSeconds(EnergyRegister.A_PLUS));
        assertEquals(4, after.loadProfile().nextLogId());
        assertEquals(0, after.parts().registers().hours().seconds());
    }

    // 2026-11-28 a meter had all sections but those of its supply.
    @Test
    void aMemoryOfBeforeTheMeterWatchedItsSupplyIsReadAsItIs() {
        MeterParts parts = bench.meter().parts();
        int octets = 0;
        for (Section section : List.of(Section.SUPPLY, Section.VOLTAGE_QUALITY, Section.OCCURRENCES)) {
            octets += 1 + Short.BYTES + parts.recordLength(section);
        }
        byte[] old = Arrays.copyOf(record, record.length - octets);
        old[SECTIONS_OFFSET] = (byte) (old[SECTIONS_OFFSET] - 3);

        Meter after = ready(old);

        assertEquals(
                parts.registers().hours().seconds(),
                after.parts().registers().hours().seconds());
        assertEquals(parts.analysis().nextLogId(), after.parts().analysis().nextLogId());
        assertEquals(1, after.parts().voltageQuality().nextLogId());
        assertArrayEquals(after.registers(), ready(after.registers()).registers());
    }

    // Tags 18 and 19: what most meters never have stands at the end, and only in the record of those that have it.
    @Test
    void uploadsAndCutOffsComeBackOnceThereAreAny() {
        var audit = new UploadAudit(UploadAudit.Part.BOTH, 0x5230, 1, 2, 1, UploadAudit.StartInterface.WIRED);
        bench.meter().controls().uploadFailed(audit, _ -> {});
        byte[] uploaded = bench.meter().registers();
        bench.meter().parts().coupled().coupled(START, 1, 24, (_, _, _) -> {});
        byte[] cutOff = bench.meter().registers();

        assertEquals(record.length + 3 + 17, uploaded.length);
        assertEquals(18, uploaded[record.length]);
        assertEquals(uploaded.length + 3 + 8, cutOff.length);
        assertEquals(19, cutOff[uploaded.length]);
        MeterParts after = ready(cutOff).parts();
        assertEquals(1, after.uploads().failed().entriesInUse());
        assertEquals(DataLogger.AUDIT_FAIL, after.uploads().newest().logger());
        assertEquals(1, after.cutOff().entriesInUse());
        assertArrayEquals(cutOff, ready(cutOff).registers());
        assertEquals(0, ready(record).parts().uploads().failed().entriesInUse());
        assertEquals(0, ready(uploaded).parts().cutOff().entriesInUse());
    }

    @Test
    void registersMayNotBeMissing() {
        byte[] without = Arrays.copyOf(record, REGISTERS_OFFSET + 22 * Long.BYTES);
        without[SECTIONS_OFFSET] = 1;

        assertEquals("the saved registers hold values that no meter can have", refused(without));
    }

    @Test
    void aRecordThatEndsTooEarlyIsRefused() {
        for (int length = SECTIONS_OFFSET; length < record.length; length++) {
            assertEquals(
                    "the saved registers hold values that no meter can have", refused(Arrays.copyOf(record, length)));
        }
    }

    @Test
    void aRecordShorterThanItsHeadSaysHowLongItIs() {
        for (int length = 0; length < 14; length++) {
            assertEquals(
                    "the saved registers are " + length + " octets long, expected at least 14",
                    refused(Arrays.copyOf(record, length)));
        }
    }

    @Test
    void octetsBehindTheRecordAreRefused() {
        assertEquals(
                "the saved registers hold values that no meter can have",
                refused(Arrays.copyOf(record, record.length + 1)));
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 3, -1})
    void anotherLayoutIsRefusedNotGuessed(byte layout) {
        record[0] = layout;

        assertEquals(
                "the saved registers have layout " + layout
                        + ", this version reads layout 2 and before; they were written by another version",
                refused(record));
    }

    @Test
    void theRecordOfAnotherMeterIsRefused() {
        ByteBuffer.wrap(record).putInt(1, 0xFFFF_FFFF);

        assertEquals("the saved registers belong to meter 4294967295, not to 18304117", refused(record));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                1 | 7.0
                2 | 6.1
                4 | 6.3
                9 | Z1 code 9
                """)
    void otherDecimalsAreRefused(byte code, String found) {
        record[5] = code;

        assertEquals(
                "the saved registers are of a meter with decimals " + found
                        + ", the configuration says 7.2; decimals are fixed when a meter is made",
                refused(record));
    }

    @Test
    void aNegativeRegisterIsRefused() {
        for (int slot = 0; slot < EnergyRegister.ALL.size(); slot++) {
            byte[] changed = record.clone();
            ByteBuffer.wrap(changed).putLong(REGISTERS_OFFSET + slot * Long.BYTES, -1);

            assertEquals("the saved registers hold values that no meter can have", refused(changed));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE + 1, 253_402_300_800L, Long.MAX_VALUE})
    void aLastSecondThatCannotBeIsRefused(long lastSecond) {
        ByteBuffer.wrap(record).putLong(LAST_SECOND_OFFSET, lastSecond);

        assertEquals("the saved registers hold values that no meter can have", refused(record));
    }

    // The memory may hand over anything. Each octet takes each value; whatever is then taken for a meter must work.
    @Test
    void anyChangedOctetGetsAnAnswer() {
        for (int place = 0; place < record.length; place++) {
            for (int value = 0; value <= 0xFF; value++) {
                byte[] changed = record.clone();
                changed[place] = (byte) value;
                assertAnswers(changed);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anyOctetsGetAnAnswer(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            byte[] noise = record.clone();
            int from = random.nextInt(record.length);
            for (int place = from; place < record.length && random.nextInt(20) > 0; place++) {
                noise[place] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(2) * 0xFF);
            }
            assertAnswers(random.nextInt(10) == 0 ? Arrays.copyOf(noise, random.nextInt(2 * record.length)) : noise);
            byte[] pure = new byte[random.nextInt(2 * record.length)];
            random.nextBytes(pure);
            assertAnswers(pure);
        }
    }

    /// Either one sentence, or a meter that writes what it read and measures on.
    private void assertAnswers(byte[] octets) {
        switch (Meter.restore(MeterConfiguration.DEFAULT, SERIAL, octets)) {
            case Restored.Ready(Meter meter) -> {
                long last = meter.lastSecond().orElse(START);
                long before = meter.milliwattSeconds(EnergyRegister.A_PLUS);
                meter.secondElapsed(last + 1, bench.values(), _ -> {});
                meter.secondElapsed(last + 2_000, bench.values(), _ -> {});
                assertEquals(before + 2 * 4_700_000L, meter.milliwattSeconds(EnergyRegister.A_PLUS));
                assertTrue(meter.loadProfile().entriesInUse() >= 0);
                ready(meter.registers());
            }
            case Restored.Unusable(String reason) -> assertTrue(reason.startsWith("the saved registers "), reason);
        }
    }

    private static Meter ready(byte[] octets) {
        return assertInstanceOf(Restored.Ready.class, Meter.restore(MeterConfiguration.DEFAULT, SERIAL, octets))
                .meter();
    }

    private static String refused(byte[] octets) {
        return assertInstanceOf(Restored.Unusable.class, Meter.restore(MeterConfiguration.DEFAULT, SERIAL, octets))
                .reason();
    }

    @Test
    void eachFormatHasItsOwnRecords() {
        for (EnergyFormat format : EnergyFormat.values()) {
            MeterConfiguration as = MeterConfiguration.DEFAULT;
            var configuration = new MeterConfiguration(
                    as.typeNumber(),
                    format,
                    as.summation(),
                    as.loadProfileContent(),
                    as.capturePeriod(),
                    as.clock(),
                    as.displayLists());
            byte[] own = new Meter(configuration, SERIAL).registers();

            assertEquals(format.code(), own[5]);
            assertInstanceOf(Restored.Ready.class, Meter.restore(configuration, SERIAL, own));
        }
    }
}
