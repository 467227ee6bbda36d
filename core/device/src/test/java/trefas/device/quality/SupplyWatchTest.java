package trefas.device.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.log.DataLogger;
import trefas.device.log.LogSink;
import trefas.metrology.OneSecondValues;
import trefas.metrology.event.VoltageQualitySettings;
import trefas.quantity.PhaseSequence;

/// Dossier 10.1, 15 and 16; decisions 0035 and 0036.
class SupplyWatchTest {

    private final List<String> rows = new ArrayList<>();
    private final LogSink sink = (logger, row, capacity) -> {
        assertEquals(DataLogger.NEUTRAL_FAULT, logger);
        assertEquals(45, capacity);
        rows.add(row.capturedAt() + " " + row.reading(0));
    };
    private final OneSecondValues values = new OneSecondValues();
    private SupplyWatch watch = new SupplyWatch(SupplySettings.DEFAULT);
    private long now;

    SupplyWatchTest() {
        values.supply(50_000, PhaseSequence.L1L2L3);
        phase(0, 230, 1_000, 200);
        phase(1, 230, 1_000, 200);
        phase(2, 230, 1_000, 200);
    }

    private void phase(int phase, double volts, int milliamperes, double watts) {
        values.phase(phase, (int) (volts * 1_000), milliamperes, (int) (watts * 1_000), 0);
    }

    private void run(int seconds) {
        for (int n = 0; n < seconds; n++) {
            watch.secondElapsed(++now, values, sink);
        }
    }

    // One phase at another voltage: the bit, how many seconds it may last without it, and DataQuality.
    @ParameterizedTest(name = "L{0} at {1} V for {2} s: 0x{3}, quality {4}")
    @CsvSource({
        "1, 253.000, 1000,      0,     0",
        "1, 253.001,  600,      0,     0",
        "1, 253.001,  601,    200, 0x080",
        "2, 254,      601,    800, 0x080",
        "3, 254,      601,   2000, 0x080",
        "1, 207,     1000,      0,     0",
        "1, 206.999,  600,      0,     0",
        "1, 206.999,  601,    400, 0x100",
        "2, 200,      601,   1000, 0x100",
        "3, 50,       601,   4000, 0x100",
        "1, 49.999,     9,      0,     0",
        "1, 49.999,    10,     40,     0",
        "2, 0,         10,     80,     0",
        "3, 0,        180,    100,     0",
        "3, 0,        181,    120, 0x400"
    })
    void voltagesBeyondTheirLimitsAreTold(int phase, double volts, int seconds, String events, String quality) {
        run(10);
        phase(phase - 1, volts, 1_000, 200);
        run(seconds);
        assertEquals(events, Integer.toHexString(watch.events()));
        assertEquals(Integer.decode(quality), watch.dataQuality());

        phase(phase - 1, 230, 1_000, 200);
        run(1);
        assertEquals(0, watch.events());
        assertEquals(0, watch.dataQuality());
    }

    /// The document's example: L2 and L3 missing and L1 too high, 0x3A0 with the power fault; its bit 6 to 8 and 9.
    @Test
    void theDocumentsExampleHasL2AndL3MissingAndL1High() {
        run(1);
        phase(0, 260, 1_000, 200);
        phase(1, 0, 0, 0);
        phase(2, 0, 0, 0);
        run(601);

        assertEquals(0x3A0, watch.events());
    }

    @Test
    void aPhaseThatIsNotConnectedIsNotMissing() {
        phase(1, 0, 0, 0);
        phase(2, 0, 0, 0);
        run(1_000);

        assertEquals(0, watch.events());
    }

    @ParameterizedTest(name = "L{0} with {1} mA and {2} W for {3} s: {4}")
    @CsvSource({
        "1,    9,      0, 60,       0",
        "1,    9,      0, 61,   10000",
        "2,    0,      0, 61,   20000",
        "3,    9,      0, 61,   40000",
        "3,   10,      0, 61,       0",
        "1, 1000,   -2.3, 60,       0",
        "1, 1000,   -2.3, 61, 1000000",
        "2, 1000,   -100, 61, 2000000",
        "3, 1000,   -100, 61, 4000000",
        "3, 1000, -2.299, 61,       0"
    })
    void currentsMissingOrReversedAreTold(int phase, int milliamperes, double watts, int seconds, String events) {
        phase(phase - 1, 230, milliamperes, watts);
        run(seconds);

        assertEquals(events, Integer.toHexString(watch.events()));
    }

    @Test
    void aHouseWithoutAnyLoadMissesNoCurrent() {
        phase(0, 230, 0, 0);
        phase(1, 230, 5, 0);
        phase(2, 230, 0, 0);
        run(100);

        assertEquals(0, watch.events());
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({"3, 0", "4, 80000"})
    void aReversedSequenceIsTold(int seconds, String events) {
        values.supply(50_000, PhaseSequence.L1L3L2);
        run(seconds);

        assertEquals(events, Integer.toHexString(watch.events()));
    }

    // VLhi 253 V, VN 40 V: two phases above and one below 190 V, longer than 60 s.
    @ParameterizedTest(name = "{0} {1} {2} V for {3} s: fault {4}")
    @CsvSource({
        "254, 254, 189, 61, true",
        "254, 189, 254, 61, true",
        "189, 254, 254, 61, true",
        "254, 254, 189, 60, false",
        "254, 254, 190, 99, false",
        "253, 254, 189, 99, false",
        "254, 254, 254, 99, false",
        "254, 189, 189, 99, false"
    })
    void theNeutralIsLostWhenTwoPhasesAreHighAndOneIsLow(
            double l1, double l2, double l3, int seconds, boolean isFault) {
        run(10);
        phase(0, l1, 1_000, 200);
        phase(1, l2, 1_000, 200);
        phase(2, l3, 1_000, 200);
        run(seconds);

        assertEquals(isFault, watch.isNeutralFault());
        assertEquals(isFault ? 0x08 : 0, watch.events());
        assertEquals(isFault ? 0x200 : 0, watch.dataQuality());
        assertEquals(isFault ? List.of("71 1") : List.of(), rows);
    }

    @Test
    void theFaultIsGoneWhenItsConditionWasFalseForAsLong() {
        phase(0, 254, 1_000, 200);
        phase(1, 254, 1_000, 200);
        phase(2, 180, 1_000, 200);
        run(61);
        phase(2, 230, 1_000, 200);
        run(60);
        phase(2, 180, 1_000, 200);
        run(1);
        phase(2, 230, 1_000, 200);
        run(60);
        assertTrue(watch.isNeutralFault());
        run(1);

        assertFalse(watch.isNeutralFault());
        assertEquals(List.of("61 1", "183 0"), rows);
    }

    @Test
    void symmetricLoadsHideTheFault() {
        run(1_000);

        assertEquals(List.of(), rows);
    }

    @Test
    void settingsDecide() {
        watch.settings(SupplySettings.DEFAULT
                .withHighVolts(240)
                .withLowVolts(220)
                .withLimitSeconds(0)
                .withNeutralVolts(20)
                .withNeutralHighVolts(240)
                .withNeutralSeconds(5)
                .withPowerFaultSeconds(20)
                .withVoltageQuality(new VoltageQualitySettings(253_000, 207_000, 600, 253_000, 207_000, 160_000, 3)));
        phase(0, 241, 1_000, 200);
        phase(1, 241, 1_000, 200);
        phase(2, 209, 1_000, 200);
        run(1);
        assertEquals(0x4A00, watch.events());
        run(5);
        assertEquals(0x4A08, watch.events());
        phase(2, 159, 1_000, 200);
        run(3);
        assertEquals(0x0B08, watch.events());
        run(18);
        assertEquals(0x0B28, watch.events());
    }

    @ParameterizedTest(name = "{0} s without supply: a power fault {1}")
    @CsvSource({"2, false", "180, false", "181, true"})
    void anOutageOfTheMeterIsAPowerFaultWhenItIsLong(long seconds, boolean isFault) {
        run(10);

        assertEquals(isFault, watch.supplyReturned(seconds));
    }

    @Test
    void anOutageOfTheMeterBeginsTheTimesAnewButOfAMissingPhase() {
        run(1);
        phase(0, 254, 1_000, 200);
        phase(1, 0, 0, 0);
        run(600);
        watch.supplyReturned(100);
        run(1);

        assertEquals(0xA0, watch.events(), "L2 is missing still, L1 counts from the beginning");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aRestartAtAnyMomentChangesNothing(long seed) {
        var random = new SplittableRandom(seed);
        var supply = new RandomVoltages(random);
        var settings = SupplySettings.DEFAULT
                .withHighVolts(253)
                .withLowVolts(207)
                .withLimitSeconds(30)
                .withNeutralVolts(40)
                .withNeutralHighVolts(253)
                .withNeutralSeconds(10);
        watch = new SupplyWatch(settings);
        var steady = new SupplyWatch(settings);
        var steadyRows = new ArrayList<String>();
        int seen = 0;
        for (now = 1; now < 50_000; now++) {
            supply.next(values);
            steady.secondElapsed(now, values, (_, row, _) -> steadyRows.add(row.capturedAt() + " " + row.reading(0)));
            watch.secondElapsed(now, values, sink);
            var octets = ByteBuffer.allocate(watch.recordLength());
            watch.write(octets);
            watch = new SupplyWatch(settings);
            assertTrue(watch.read(octets.flip()));
            assertEquals(steady.events(), watch.events());
            assertEquals(steady.dataQuality(), watch.dataQuality());
            seen |= steady.events();
        }
        assertEquals(steadyRows, rows);
        assertEquals(0x7FE0, seen & 0x7FE0, "every voltage event came up");
    }

    @ParameterizedTest(name = "octet {0} as {1}")
    @CsvSource({"0, 32", "0, -1", "5, 127", "9, -1", "53, 127", "57, 127"})
    void nonsenseIsNotReadAndChangesNothing(int octet, byte value) {
        phase(0, 254, 1_000, 200);
        run(10);
        var octets = ByteBuffer.allocate(watch.recordLength());
        watch.write(octets);
        var damaged = ByteBuffer.wrap(octets.array().clone()).put(octet, value);

        assertFalse(watch.read(damaged));
        var after = ByteBuffer.allocate(watch.recordLength());
        watch.write(after);
        assertEquals(octets.flip(), after.flip());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 253, 253, 207, 60", "181, 253, 253, 207, 60", "40, 232, 253, 207, 60", "40, 277, 253, 207, 60",
        "40, 253, 232, 207, 60", "40, 253, 277, 207, 60", "40, 253, 253, 183, 60", "40, 253, 253, 228, 60",
        "40, 253, 253, 207, -1", "40, 253, 253, 207, 65536"
    })
    void settingsOutsideTheirRangesAreRefused(int neutral, int neutralHigh, int high, int low, int seconds) {
        assertFalse(SupplySettings.isNeutral(neutral)
                && SupplySettings.isHigh(neutralHigh)
                && SupplySettings.isHigh(high)
                && SupplySettings.isLow(low)
                && SupplySettings.isSeconds(seconds));
        assertThrows(
                IllegalArgumentException.class,
                () -> SupplySettings.DEFAULT
                        .withNeutralVolts(neutral)
                        .withNeutralHighVolts(neutralHigh)
                        .withNeutralSeconds(60)
                        .withHighVolts(high)
                        .withLowVolts(low)
                        .withLimitSeconds(seconds));
    }
}
