package trefas.device.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.clock.MeterClock;
import trefas.device.log.DataLogger;
import trefas.device.log.LogInterval;
import trefas.device.log.LogSink;
import trefas.metrology.OneSecondValues;
import trefas.metrology.event.OccurrenceCounter;
import trefas.metrology.event.OccurrenceCounters;
import trefas.metrology.event.TenMinuteQuality;
import trefas.quantity.PhaseSequence;

/// Dossier 14.3, decision 0036. What is counted is tested with the counters in trefas.metrology; here the lean form is
/// held against them, and the logger is tested.
class OccurrenceLogTest {

    /// Normal time is UTC+1.
    private static final MeterClock WALL = new MeterClock(1, true);

    private final List<String> rows = new ArrayList<>();
    private final LogSink sink = (logger, row, capacity) -> {
        assertEquals(DataLogger.OCCURRENCES, logger);
        assertEquals(60, capacity);
        assertEquals(23, row.readingCount());
        rows.add(WALL.normal(row.capturedAt()) + " status " + row.loggerStatus() + " rapid " + row.reading(11));
    };
    private final OneSecondValues values = new OneSecondValues();
    private OccurrenceLog log = new OccurrenceLog(SupplySettings.DEFAULT);
    private long now;

    private static long at(String normalTime) {
        return LocalDateTime.parse(normalTime).toEpochSecond(ZoneOffset.ofHours(1));
    }

    private void set(int millihertz, int l1, int l2, int l3) {
        values.phase(0, l1, 0, 0, 0);
        values.phase(1, l2, 0, 0, 0);
        values.phase(2, l3, 0, 0, 0);
        values.supply(millihertz, PhaseSequence.L1L2L3);
    }

    private void run(int seconds) {
        for (int n = 0; n < seconds; n++) {
            log.secondElapsed(++now, values, WALL, sink);
        }
    }

    /// Runs to a time of normal time, its second included.
    private void runTo(String normalTime) {
        run((int) (at(normalTime) - now));
    }

    private void restart() {
        var octets = ByteBuffer.allocate(log.recordLength());
        log.write(octets);
        log = new OccurrenceLog(SupplySettings.DEFAULT);
        assertTrue(log.read(octets.flip()));
    }

    private static String counts(OccurrenceLog log) {
        var text = new StringBuilder();
        for (OccurrenceCounter counter : OccurrenceCounter.values()) {
            text.append(counter).append(' ').append(log.counted(counter)).append('\n');
        }
        return text.toString();
    }

    /// The same counts as the counters', fed with the same seconds and with their means, and restarted all the time.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyDayCountsAsTheCountersDo(long seed) {
        var random = new SplittableRandom(seed);
        var supply = new RandomVoltages(random);
        var counters = new OccurrenceCounters(SupplySettings.DEFAULT.voltageQuality());
        double[] sums = new double[3];
        double hertz = 0;
        int dark = 0;
        now = at("2026-11-28T00:00:00");
        for (int second = 1; second < 86_400; second++) {
            supply.next(values);
            set(values.millihertz(), volts(0), volts(1), volts(2));
            run(1);
            counters.second(values);
            hertz += values.millihertz() / 1_000.0;
            for (int phase = 0; phase < 3; phase++) {
                sums[phase] += values.millivolts(phase) / 1_000.0;
            }
            boolean isDark = Math.max(volts(0), Math.max(volts(1), volts(2))) < 50_000;
            if (!isDark && dark > 0) {
                counters.interruption(dark);
            }
            dark = isDark ? dark + 1 : 0;
            if (second % 10 == 0) {
                counters.frequency(Math.rint(hertz * 1_000) / 10_000);
                hertz = 0;
            }
            if (second % 600 == 0) {
                counters.tenMinutes(tenMinutes(sums));
                sums = new double[3];
            }
            if (random.nextInt(20) == 0) {
                restart();
            }
        }

        var expected = new StringBuilder();
        for (OccurrenceCounter counter : OccurrenceCounter.values()) {
            expected.append(counter).append(' ').append(counters.count(counter)).append('\n');
        }
        assertEquals(expected.toString(), counts(log));
        assertTrue(counters.count(OccurrenceCounter.UNBALANCE) > 0);
        assertTrue(counters.count(OccurrenceCounter.SHORT_INTERRUPTION) > 0);
        assertEquals(List.of(), rows);
    }

    private int volts(int phase) {
        return Math.clamp(values.millivolts(phase), 0, 1_000_000);
    }

    /// Three phasors 120 degrees apart, and the negative sequence of Fortescue.
    private static TenMinuteQuality tenMinutes(double[] sums) {
        double[] volts = {
            Math.rint(sums[0] * 1_000) / 600_000,
            Math.rint(sums[1] * 1_000) / 600_000,
            Math.rint(sums[2] * 1_000) / 600_000
        };
        double re = volts[0] + (volts[1] + volts[2]) * Math.cos(2 * Math.PI / 3);
        double im = (volts[1] - volts[2]) * Math.sin(2 * Math.PI / 3);
        boolean isJudged = volts[0] >= 50 && volts[1] >= 50 && volts[2] >= 50;
        double percent = isJudged ? 100 * Math.hypot(re, im) / (volts[0] + volts[1] + volts[2]) : Double.NaN;
        return new TenMinuteQuality(
                new TenMinuteQuality.PhaseQuality(volts[0], 0, 0),
                new TenMinuteQuality.PhaseQuality(volts[1], 0, 0),
                new TenMinuteQuality.PhaseQuality(volts[2], 0, 0),
                percent);
    }

    // The document's example: counters 2, 4, 6 and 8 hold nearly the same, so one bad value counts in every limit.
    @ParameterizedTest(name = "{0} mHz: counters {1}")
    @CsvSource({
        "49500, ''",
        "49499, 1",
        "50500, ''",
        "50501, 2",
        "48999, 1 5",
        "51001, 2 6",
        "52000, 2 6",
        "52001, 2 4 6",
        "47000, 1 5",
        "46999, 1 3 5",
        "42499, 1 3 5 7",
        "57501, 2 4 6 8",
        "0, ''"
    })
    void aBadFrequencyCountsInEveryLimitItExceeds(int millihertz, String expected) {
        set(millihertz, 230_000, 230_000, 230_000);
        run(10);

        var counted = new ArrayList<String>();
        for (OccurrenceCounter counter : OccurrenceCounter.values()) {
            if (log.counted(counter) == 1) {
                counted.add("" + counter.number());
            }
        }
        assertEquals(expected, String.join(" ", counted));
    }

    @Test
    void tenSecondsOfWhichHalfWereMissedAreJudgedAndLessAreNot() {
        set(40_000, 230_000, 230_000, 230_000);
        now = 5;
        run(5);
        assertEquals(1, log.counted(OccurrenceCounter.FREQUENCY_BELOW_1_PERCENT));
        now = 16;
        run(4);
        assertEquals(1, log.counted(OccurrenceCounter.FREQUENCY_BELOW_1_PERCENT));
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({"2, SHORT_INTERRUPTION", "180, SHORT_INTERRUPTION", "181, LONG_INTERRUPTION"})
    void outagesAreCountedByTheirLength(long seconds, OccurrenceCounter counter) {
        log.outage(seconds);

        assertEquals(1, log.counted(counter));
    }

    /// Table 26 shows counts of a day that begin again each day.
    @Test
    void aRowIsTakenAtMidnightOfNormalTimeAndTheCountersBeginAnew() {
        set(50_000, 230_000, 230_000, 230_000);
        now = at("2026-07-01T12:00:00");
        run(100);
        log.count(OccurrenceCounter.RAPID_VOLTAGE_CHANGE);
        runTo("2026-07-01T23:59:59");
        assertEquals(List.of(), rows);
        run(1);
        assertEquals(List.of("2026-07-02T00:00 status 0 rapid 1"), rows);
        assertEquals(0, log.counted(OccurrenceCounter.RAPID_VOLTAGE_CHANGE));
        runTo("2026-07-03T12:00:00");

        assertEquals("2026-07-03T00:00 status 0 rapid 0", rows.get(1));
        assertEquals(2, rows.size());
    }

    @Test
    void theLastTenMinutesOfADayAreItsOwn() {
        set(50_000, 200_000, 230_000, 230_000);
        now = at("2026-11-27T23:50:00");
        run(600);

        assertEquals(1, rows.size());
        assertEquals(0, log.counted(OccurrenceCounter.UNDERVOLTAGE_10_PERCENT));
    }

    // 2026-11-28 is a Saturday.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "DAILY, 2026-11-29T00:00 2026-11-30T00:00 2026-12-01T00:00",
        "WEEKLY, 2026-11-30T00:00",
        "MONTHLY, 2026-12-01T00:00"
    })
    void theIntervalCanBeADayAWeekOrAMonth(LogInterval interval, String expected) {
        log.settings(SupplySettings.DEFAULT.withInterval(interval));
        set(50_000, 230_000, 230_000, 230_000);
        now = at("2026-11-28T00:00:00");
        runTo("2026-12-01T12:00:00");

        assertEquals(
                expected,
                String.join(
                        " ",
                        rows.stream()
                                .map(row -> row.substring(0, row.indexOf(' ')))
                                .toList()));
    }

    // The clock jumps, or the supply was away, over borders.
    @ParameterizedTest(name = "{0}, from {1} to {2}: {3}")
    @CsvSource({
        "DAILY, 2026-11-28T12:00:00, 2026-11-28T20:00:00, none",
        "DAILY, 2026-11-28T23:59:50, 2026-11-29T00:00:10, 2026-11-29T00:00 status 0",
        "DAILY, 2026-11-28T23:59:40, 2026-11-28T23:59:59, 2026-11-29T00:00 status 0",
        "DAILY, 2026-11-28T23:59:50, 2026-12-02T09:00:00, 2026-12-02T00:00 status 64",
        "DAILY, 2026-11-28T00:00:10, 2026-11-20T23:00:00, none",
        "DAILY, 2000-01-01T00:10:00, 2099-12-31T09:00:00, 2099-12-31T00:00 status 64",
        "WEEKLY, 2026-11-28T12:00:00, 2026-11-29T20:00:00, none",
        "WEEKLY, 2026-11-28T12:00:00, 2026-12-02T20:00:00, 2026-11-30T00:00 status 0",
        "MONTHLY, 2026-02-01T12:00:00, 2026-03-31T20:00:00, 2026-03-01T00:00 status 0",
        "MONTHLY, 2027-12-01T12:00:00, 2028-03-01T20:00:00, 2028-03-01T00:00 status 64"
    })
    void aBorderThatWasJumpedOverHasItsRowAfterTheJump(LogInterval interval, String from, String to, String expected) {
        log.settings(SupplySettings.DEFAULT.withInterval(interval));
        set(50_000, 230_000, 230_000, 230_000);
        now = at(from) - 5;
        run(5);
        log.count(OccurrenceCounter.RAPID_VOLTAGE_CHANGE);
        now = at(to);
        run(1);

        assertEquals(expected.equals("none") ? List.of() : List.of(expected + " rapid 1"), rows);
    }

    @Test
    void countsStopAtTheLargestNumber() {
        for (int n = 0; n < 70_000; n++) {
            log.count(OccurrenceCounter.DIP);
        }
        assertEquals(65_535, log.counted(OccurrenceCounter.DIP));
    }

    @ParameterizedTest(name = "octet {0} as {1}")
    @CsvSource({"0, 4", "0, 3", "0, -1", "1, 12", "1, -1", "2, 127", "12, -1", "16, -1"})
    void nonsenseIsNotReadAndChangesNothing(int octet, byte value) {
        set(50_000, 230_000, 230_000, 230_000);
        now = Instant.parse("2026-11-28T00:00:00Z").getEpochSecond();
        run(7);
        var octets = ByteBuffer.allocate(log.recordLength());
        log.write(octets);
        var damaged = ByteBuffer.wrap(octets.array().clone()).put(octet, value);

        assertFalse(log.read(damaged));
        assertFalse(log.read(ByteBuffer.allocate(log.recordLength() - 1)));
        var after = ByteBuffer.allocate(log.recordLength());
        log.write(after);
        assertEquals(octets.flip(), after.flip());
    }
}
