package trefas.device.rtc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.clock.MeterClock;
import trefas.device.log.LogSink;

/// Dossier 7 and 10.5, decision 0034.
class RealTimeClockTest {

    private static final long START = Instant.parse("2026-11-28T00:00:00Z").getEpochSecond();
    private static final int DAY = 86_400;
    private static final MeterClock CENTRAL_EUROPE = new MeterClock(1, true);

    private final List<String> rows = new ArrayList<>();
    private final LogSink sink = (logger, row, capacity) -> rows.add("%s %s #%d %s, before %s, %d kept"
            .formatted(
                    logger,
                    capacity == RealTimeClock.LOG_CAPACITY ? "ok" : "wrong",
                    row.logId(),
                    Instant.ofEpochSecond(row.capturedAt()),
                    Instant.ofEpochSecond(row.reading(0)),
                    capacity));

    private static RealTimeClock drifting(int partsPerBillion) {
        return new RealTimeClock(ClockSettings.DEFAULT.withDriftPartsPerBillion(partsPerBillion));
    }

    private static void run(RealTimeClock clock, long fromWorld, long seconds) {
        for (long world = fromWorld + 1; world <= fromWorld + seconds; world++) {
            clock.secondElapsed(world);
        }
    }

    @Test
    void anIdealClockIsTheWorldsFromTheFactoryOn() {
        var clock = drifting(0);
        run(clock, START, DAY);

        assertEquals(START + DAY, clock.now(START + DAY));
        assertTrue(clock.isValid());
        assertEquals(7 * DAY, clock.reserveSeconds());
    }

    // 30 days are 2 592 000 s: 5 ppm of them are 12.96 s.
    @ParameterizedTest(name = "{0} ppb, {1} days: {2} s")
    @CsvSource({"5000, 1, 0", "5000, 30, 12", "-5000, 30, -12", "20000, 10, 17", "-100000, 10, -86", "1000000, 1, 86"})
    void theClockGainsWhatItsQuartzGains(int partsPerBillion, int days, long gained) {
        var clock = drifting(partsPerBillion);
        run(clock, START, (long) days * DAY);

        assertEquals(gained, clock.now(0));
    }

    // 0.034 ppm for each kelvin squared away from 25 degC, and the drift of the settings at 23 degC.
    @ParameterizedTest(name = "{0} tenths of a degree: {1} ps/s")
    @CsvSource({
        "230, 5000000",
        "250, 5136000",
        "270, 5000000",
        "550, -25464000",
        "-400, -138514000",
        "-500, -138514000",
        "850, -117264000"
    })
    void aQuartzIsSlowerInColdAndHeat(int tenthsCelsius, long picosecondsPerSecond) {
        var clock = drifting(5_000);
        clock.temperature(tenthsCelsius);

        assertEquals(picosecondsPerSecond, clock.gainedPicosecondsPerSecond());
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 999_983, 50_000, -50_000, -999_983, -1_000_000})
    void noBorderIsMissedAndNoneComesTwice(int partsPerBillion) {
        var clock = drifting(partsPerBillion);
        long last = START;
        for (long world = START + 1; world <= START + DAY; world++) {
            clock.secondElapsed(world);
            long now = clock.now(world);
            assertTrue(RealTimeClock.follows(last, now), () -> "" + now);
            assertTrue(now == last + 1 || now % 60 == 35 || now % 60 == 36, () -> "" + now);
            last = now;
        }
        assertEquals(partsPerBillion / 1e9 * DAY, (double) (last - START - DAY), 1.1);
    }

    @Test
    void withoutSupplyTheQuartzGoesOnDrifting() {
        var clock = drifting(5_000);

        assertTrue(clock.outage(START, START + 5 * DAY, CENTRAL_EUROPE));

        // 432 000 s: 2.16 s.
        assertEquals(START + 5 * DAY + 2, clock.now(START + 5 * DAY));
        assertEquals(2 * DAY, clock.reserveSeconds());
        assertEquals(List.of(), rows);
    }

    @ParameterizedTest(name = "full, {0} s without supply: kept {1}")
    @CsvSource({"604799, true", "604800, true", "604801, false", "100000000, false"})
    void aFullReserveLastsSevenDays(long seconds, boolean isKept) {
        var clock = drifting(0);

        assertEquals(isKept, clock.outage(START, START + seconds, CENTRAL_EUROPE));
        assertEquals(isKept, clock.isValid());
    }

    @Test
    void aLostClockBeginsAtTheYear2000InNormalTime() {
        var clock = drifting(0);
        clock.outage(START, START + 8 * DAY, CENTRAL_EUROPE);
        clock.secondElapsed(START + 8 * DAY + 1);

        assertEquals(LocalDateTime.parse("2000-01-01T00:00:01"), CENTRAL_EUROPE.normal(clock.now(START + 8 * DAY + 1)));
        assertEquals(7, clock.reserveSeconds());
        assertFalse(clock.isValid());
    }

    @ParameterizedTest(name = "empty, {0} s of supply: lasts {1} s")
    @CsvSource({"1, 7", "3600, 25200", "86399, 604793", "86400, 604800", "200000, 604800"})
    void aDayOfSupplyFillsTheReserve(int charged, int lasts) {
        for (int more = 0; more <= 1; more++) {
            var clock = drifting(0);
            clock.outage(START, START + 8 * DAY, CENTRAL_EUROPE);
            clock.set(START + 8 * DAY, START + 8 * DAY, sink);
            run(clock, START + 8 * DAY, charged);
            long off = START + 8 * DAY + charged;

            assertEquals(more == 0, clock.outage(off, off + lasts + more, CENTRAL_EUROPE));
        }
    }

    // The marks are those of dossier 10.1: 7, 15, 30 and 60 s, forward (bit 4) or backward (bit 5).
    @ParameterizedTest(name = "by {0} s: marks {1}, {2} rows")
    @CsvSource({
        "0, 0x000, 0",
        "6, 0x000, 0",
        "-6, 0x000, 0",
        "7, 0x011, 1",
        "-7, 0x021, 1",
        "14, 0x011, 1",
        "15, 0x012, 1",
        "-29, 0x022, 1",
        "30, 0x014, 1",
        "60, 0x014, 1",
        "61, 0x018, 1",
        "-86400, 0x028, 1"
    })
    void settingTheClockLeavesItsMarksAndItsRow(int seconds, String marks, int expectedRows) {
        var clock = drifting(0);

        assertEquals(Integer.decode(marks), clock.adjust(START, seconds, sink));
        assertEquals(START + seconds + 10, clock.now(START + 10));
        assertEquals(expectedRows, rows.size());
    }

    @Test
    void aRowTellsTheNewTimeAndTheOneBefore() {
        var clock = drifting(0);
        clock.set(START, Instant.parse("2028-02-29T23:59:50Z").getEpochSecond(), sink);
        clock.set(START + 20, Instant.parse("2026-11-28T00:00:20Z").getEpochSecond(), sink);

        assertEquals(
                List.of(
                        "RTC ok #1 2028-02-29T23:59:50Z, before 2026-11-28T00:00:00Z, 200 kept",
                        "RTC ok #2 2026-11-28T00:00:20Z, before 2028-03-01T00:00:10Z, 200 kept"),
                rows);
    }

    @Test
    void anInvalidClockIsLoggedHoweverLittleItIsSet() {
        var clock = drifting(0);
        clock.outage(START, START + 8 * DAY, new MeterClock(0, false));
        clock.set(START + 8 * DAY, MeterClock.SETTABLE_MIN + 1, sink);

        assertTrue(clock.isValid());
        assertEquals(List.of("RTC ok #1 2000-01-01T00:00:01Z, before 2000-01-01T00:00:00Z, 200 kept"), rows);
    }

    @Test
    void aThresholdOfNothingLogsEverySetting() {
        var clock = new RealTimeClock(ClockSettings.DEFAULT.withLoggedFromSeconds(0));
        clock.adjust(START, 0, sink);

        assertEquals(1, rows.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, MeterClock.SETTABLE_MIN - 1, MeterClock.SETTABLE_MAX + 1})
    void timesNoMeterCanShowAreRefused(long time) {
        assertThrows(IllegalArgumentException.class, () -> drifting(0).set(START, time, sink));
    }

    /// Any life with a restart after each second is the life without.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRestartAtAnyMomentChangesNothing(long seed) {
        var random = new SplittableRandom(seed);
        var settings = ClockSettings.DEFAULT.withDriftPartsPerBillion(random.nextInt(-1_000_000, 1_000_000));
        var steady = new RealTimeClock(settings);
        var restarted = new RealTimeClock(settings);
        long world = START;
        for (int second = 0; second < 200_000; second++) {
            world++;
            long to = world + random.nextInt(-100, 100);
            int tenths = random.nextInt(-400, 600);
            long off = random.nextInt(1, 300_000);
            int what = random.nextInt(2_000);
            for (RealTimeClock clock : List.of(steady, restarted)) {
                if (what == 0) {
                    clock.set(world, Math.max(to, MeterClock.SETTABLE_MIN), (_, _, _) -> {});
                } else if (what == 1) {
                    clock.temperature(tenths);
                } else if (what == 2) {
                    clock.outage(world - 1, world - 1 + off, CENTRAL_EUROPE);
                }
                clock.secondElapsed(world + (what == 2 ? off : 0));
            }
            world += what == 2 ? off : 0;
            var octets = ByteBuffer.allocate(RealTimeClock.recordLength());
            restarted.write(octets);
            restarted = new RealTimeClock(settings);
            assertTrue(restarted.read(octets.flip()));
            assertEquals(steady.now(world), restarted.now(world));
        }
        assertEquals(steady.reserveSeconds(), restarted.reserveSeconds());
        assertEquals(steady.isValid(), restarted.isValid());
        assertEquals(steady.log().nextLogId(), restarted.log().nextLogId());
    }

    @ParameterizedTest(name = "octet {0} as {1}")
    @CsvSource({"0, 127", "8, 127", "16, 127", "16, -1", "20, 127", "22, 2"})
    void nonsenseIsNotReadAndChangesNothing(int octet, byte value) {
        var clock = drifting(0);
        var octets = ByteBuffer.allocate(RealTimeClock.recordLength());
        clock.write(octets);
        octets.put(octet, value);

        assertFalse(clock.read(octets.flip()));
        assertFalse(clock.read(ByteBuffer.allocate(RealTimeClock.recordLength() - 1)));
        assertEquals(START, clock.now(START));
        assertTrue(clock.isValid());
    }
}
