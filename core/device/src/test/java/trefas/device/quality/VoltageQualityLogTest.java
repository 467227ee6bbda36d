package trefas.device.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import trefas.metrology.event.VoltageQualityEntry;
import trefas.metrology.event.VoltageQualityObserver;
import trefas.metrology.event.VoltageQualitySettings;

/// Dossier 14.2. What a row means is tested with the observer in trefas.metrology; here the lean form is held against
/// it.
class VoltageQualityLogTest {

    private static final long START = 1_795_824_000L;

    private final List<String> rows = new ArrayList<>();
    private final LogSink sink = (logger, row, capacity) -> {
        assertEquals(DataLogger.VOLTAGE_QUALITY, logger);
        assertEquals(500, capacity);
        rows.add("%d L%d %d %d %d %d"
                .formatted(
                        row.capturedAt(),
                        row.reading(0),
                        row.reading(1),
                        row.reading(2),
                        row.reading(3),
                        row.reading(4)));
    };
    private VoltageQualityLog log = new VoltageQualityLog(VoltageQualitySettings.DEFAULT);
    private long now;

    private static String row(VoltageQualityEntry entry) {
        return "%d L%d %d %d %d %d"
                .formatted(
                        entry.second(),
                        entry.phase(),
                        entry.event().code(),
                        entry.meanVolts(),
                        entry.maxVolts(),
                        entry.minVolts());
    }

    private void seconds(int count, double l1, double l2, double l3) {
        var values = new OneSecondValues();
        values.phase(0, (int) Math.rint(l1 * 1_000), 0, 0, 0);
        values.phase(1, (int) Math.rint(l2 * 1_000), 0, 0, 0);
        values.phase(2, (int) Math.rint(l3 * 1_000), 0, 0, 0);
        for (int n = 0; n < count; n++) {
            log.secondElapsed(++now, values, sink);
        }
    }

    private void restart(VoltageQualitySettings settings) {
        var octets = ByteBuffer.allocate(log.recordLength());
        log.write(octets);
        log = new VoltageQualityLog(settings);
        assertTrue(log.read(octets.flip()));
    }

    /// The same rows as the observer's, with jumps of the clock and with restarts the observer knows nothing of.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyLifeMakesTheRowsOfTheObserver(long seed) {
        var random = new SplittableRandom(seed);
        int period = List.of(10, 60, 600, 1_800).get(random.nextInt(4));
        var settings = new VoltageQualitySettings(
                253_000,
                207_000,
                period,
                253_000,
                207_000,
                50_000,
                List.of(0, 1, 10, 60).get(random.nextInt(4)));
        log = new VoltageQualityLog(settings);
        var expected = new ArrayList<String>();
        var observer = new VoltageQualityObserver(settings, entry -> expected.add(row(entry)));
        var supply = new RandomVoltages(random);
        var values = new OneSecondValues();
        now = START;
        for (int second = 0; second < 30_000; second++) {
            int what = random.nextInt(3_000);
            now += 1 + (what == 0 ? random.nextInt(2, 10_000) : what == 1 ? -random.nextInt(2, 10_000) : 0);
            supply.next(values);
            clamp(values);
            observer.second(now, values);
            log.secondElapsed(now, values, sink);
            if (random.nextInt(10) == 0) {
                restart(settings);
            }
        }

        assertEquals(expected, rows);
        assertTrue(expected.size() > 100, "a life with " + expected.size() + " rows shows little");
        assertEquals(expected.size() + 1, log.log().nextLogId());
    }

    /// The lean form cuts at 1 kV, which no phase has.
    private static void clamp(OneSecondValues values) {
        for (int phase = 0; phase < 3; phase++) {
            values.phase(phase, Math.clamp(values.millivolts(phase), 0, 1_000_000), 0, 0, 0);
        }
    }

    /// Table 25: 210 at the start, 204 at the peak, 208 at the end under a limit of 211 V.
    @Test
    void aShortDeviationHasStartPeakAndStop() {
        log = new VoltageQualityLog(new VoltageQualitySettings(253_000, 207_000, 600, 253_000, 211_000, 50_000, 10));
        for (double volts : List.of(230.0, 210.0, 206.0, 204.0, 207.0, 208.0, 230.0)) {
            seconds(1, volts, 230, 230);
        }

        assertEquals(List.of("2 L1 6 0 0 210", "4 L1 2 0 0 204", "6 L1 7 0 0 208"), rows);
    }

    // The meter is told nothing while it has no supply; the first dark second it has still seen.
    @ParameterizedTest(name = "{0} dark seconds told, back at the end of second {1}")
    @CsvSource({"0, 100, 21", "1, 100, 21", "2, 100, 21"})
    void anOutageOfAllPhasesIsWrittenAfterTheReturnWithTheTimeOfFailure(int told, long returned, long failed) {
        seconds(20, 230, 230, 230);
        seconds(told, 100, 0, 0);
        restart(VoltageQualitySettings.DEFAULT);
        assertEquals(List.of(), rows);
        log.supplyReturned(returned, sink);
        now = returned - 1;
        seconds(5, 230, 230, 230);

        assertEquals(List.of(failed + " L0 4 0 0 0", returned + " L0 5 0 0 0"), rows);
    }

    @Test
    void oneSecondThatWasNotMeasuredIsNoOutage() {
        seconds(20, 230, 230, 230);
        log.supplyReturned(22, sink);
        now = 21;
        seconds(5, 230, 230, 230);

        assertEquals(List.of(), rows);
    }

    @Test
    void aMeterThatNeverHadSupplyHasNoOutage() {
        log.supplyReturned(100, sink);

        assertEquals(List.of(), rows);
    }

    /// A second that drift leaves out, or tells twice, ends nothing.
    @Test
    void driftEndsNoDeviation() {
        now = 30;
        seconds(4, 230, 230, 230);
        now = 35;
        seconds(59, 230, 200, 230);
        now = 94;
        seconds(1, 230, 200, 230);
        seconds(1, 230, 230, 230);

        assertEquals(List.of("36 L2 6 0 0 200", "36 L2 2 0 0 200", "95 L2 7 0 0 200"), rows);
    }

    @Test
    void anotherMeanPeriodBeginsWithNothingInIt() {
        seconds(550, 230, 250, 260);
        log.settings(new VoltageQualitySettings(253_000, 207_000, 60, 276_000, 207_000, 50_000, 10));
        rows.clear();
        seconds(51, 230, 250, 230);

        assertEquals(List.of("1 L3 3 0 260 0", "550 L3 9 0 260 0"), rows);
    }

    @Test
    void aMeterThatIsSetUpOtherwiseGivesUpTheMeanPeriodOfItsMemory() {
        seconds(550, 230, 250, 260);
        restart(new VoltageQualitySettings(253_000, 207_000, 60, 276_000, 207_000, 50_000, 10));
        rows.clear();
        seconds(51, 230, 250, 230);

        assertEquals(List.of("1 L3 3 0 260 0", "550 L3 9 0 260 0"), rows);
    }

    @ParameterizedTest(name = "octet {0} as {1}")
    @CsvSource({"0, 32", "0, -1", "5, -1", "11, -1", "15, 127", "75, 127", "151, 127"})
    void nonsenseIsNotReadAndChangesNothing(int octet, byte value) {
        seconds(10, 230, 230, 200);
        var octets = ByteBuffer.allocate(log.recordLength());
        log.write(octets);
        var damaged = ByteBuffer.wrap(octets.array().clone()).put(octet, value);

        assertFalse(log.read(damaged));
        assertFalse(log.read(ByteBuffer.wrap(octets.array(), 0, octets.capacity() - 1)));
        var after = ByteBuffer.allocate(log.recordLength());
        log.write(after);
        assertEquals(octets.flip(), after.flip());
    }
}
