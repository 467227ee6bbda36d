package trefas.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static trefas.device.MeterOnBench.START;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.clock.DaylightSavingPlan;
import trefas.device.clock.MeterClock;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.log.CapturePeriod;
import trefas.device.log.DataQuality;
import trefas.device.log.ProfileEntry;
import trefas.device.register.EnergyRegister;

/// A meter whose clock is set, and what its load profile says of it (dossier 7, 10.1; decision 0022). Rows are
/// written as `minute after the start:quality`, with a `*` for a discontinuity of time.
class SettingTheClockTest {

    private static final int MINUTE = 60;
    private static final int PERIOD_CHANGED = 0x100;

    private final MeterOnBench bench = new MeterOnBench(START);

    // The figures are the default limits of dossier 10.1; bit 4 is forward, bit 5 backward.
    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource(textBlock = """
                0, 00
                6, 00
                7, 11
                14, 11
                15, 12
                29, 12
                30, 14
                60, 14
                61, 18
                9999999, 18
                -6, 00
                -7, 21
                -15, 22
                -30, 24
                -61, 28
                """)
    void theMarkTellsHowFarAndWhichWay(long seconds, String quality) {
        assertEquals(Integer.parseInt(quality, 16), DataQuality.ofClockSet(seconds));
    }

    // The clock shows minute 0 at the start; at minute `at` it is set, and then the meter runs for another half
    // hour.
    @ParameterizedTest(name = "at minute {0} to minute {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                # at | to  | rows
                20   | 21  | 15:0 30:14 45:0
                20   | 47  | 15:0 30:18 45:18 60:18 75:0
                20   | 45  | 15:0 30:18 45:18 60:18 75:0
                20   | 30  | 15:0 30:18 45:18 60:0
                20   | 19  | 15:0 30:24 45:0
                20   | 5   | 15:0 15:28 30:0
                20   | -40 | 15:0 -30:28 -15:0
                20   | 20  | 15:0 30:0 45:0
                10   | 100 | 105:18 120:0
                """)
    void rowsFollowTheClockWhereverItIsSet(int at, int to, String rows) {
        bench.run((long) at * MINUTE).set((meter, effects) -> meter.setClock(START + (long) to * MINUTE, effects));
        bench.run(30L * MINUTE);

        assertEquals(rows, written(bench.rows));
    }

    // Less than seven seconds leave no mark, and still no row is lost.
    @Test
    void aSmallCorrectionOverABorderLosesNoRow() {
        bench.run(30 * MINUTE - 2).set((meter, effects) -> meter.setClock(START + 30 * MINUTE + 2, effects));
        bench.run(15 * MINUTE);

        assertEquals("15:0 30:0 45:0", written(bench.rows));
    }

    // 3 024 rows and more are not made up (dossier 10.1): the next row says that time is missing.
    @ParameterizedTest(name = "{0} periods")
    @CsvSource(textBlock = """
                3023, 3025
                3024, 2
                """)
    void aGapTooLongStaysAGap(int periods, int rows) {
        bench.run(15 * MINUTE)
                .set((meter, effects) -> meter.setClock(START + (1L + periods) * 15 * MINUTE, effects))
                .run(15 * MINUTE);

        assertEquals(rows, bench.rows.size());
        assertEquals(rows == 2 ? 0x40 : 0, bench.rows.getLast().loggerStatus());
        assertEquals(0x18, bench.rows.getLast().dataQuality());
    }

    @Test
    void theWorldGoesOnAndEnergyIsCountedAsBefore() {
        bench.load(1_000, 0, 0).run(10).set((meter, effects) -> meter.setClock(START - 86_400, effects));
        bench.run(10);

        assertEquals(20_000_000, bench.count(EnergyRegister.A_PLUS));
        assertEquals(START + 20, bench.meter().worldSecond());
        assertEquals(START - 86_400 + 10, bench.meter().now());
    }

    @Test
    void theClockStandsWhereItWasSetAfterAKill() {
        bench.run(100).set((meter, effects) -> meter.setClock(START + 1_000_000, effects));
        bench.killAndStart().run(1);

        assertEquals(START + 1_000_001, bench.meter().now());
    }

    // The outage is told in the meter's own time.
    @Test
    void anOutageAfterTheClockWasSetFillsThePeriodsOfTheClock() {
        bench.run(20 * MINUTE).set((meter, effects) -> meter.setClock(START + 100 * MINUTE, effects));
        bench.run(6 * MINUTE).skip(30 * MINUTE).run(15 * MINUTE);

        assertEquals("15:0 30:18 45:18 60:18 75:18 90:18 105:18 120:400 135:400 150:400", written(bench.rows));
    }

    @ParameterizedTest
    @ValueSource(longs = {MeterClock.SETTABLE_MIN - 1, MeterClock.SETTABLE_MAX + 1, -1, Long.MAX_VALUE})
    void aTimeBeyondItsYearsIsOurBug(long time) {
        bench.run(1);

        assertThrows(
                IllegalArgumentException.class, () -> bench.set((meter, effects) -> meter.setClock(time, effects)));
        assertEquals(START + 1, bench.meter().now());
    }

    // 1 July 2026, noon in summer time.
    @Test
    void summerTimeCanBeGivenUp() {
        long july = 1_782_900_000L;
        bench.run(1).set((meter, effects) -> meter.setClock(july, effects));
        assertEquals(LocalDateTime.of(2026, 7, 1, 12, 0), bench.meter().clock().local(july));

        bench.set((meter, effects) -> meter.setDaylightSaving(false, effects));

        assertEquals(LocalDateTime.of(2026, 7, 1, 11, 0), bench.meter().clock().local(july));
        assertFalse(bench.killAndStart().meter().clock().daylightSaving());
    }

    /// A plan of dates is part of how the meter is made; whether it is kept is set, and survives a restart.
    @Test
    void aPlanOfDatesIsKeptAgainAfterARestart() {
        var dates = new DaylightSavingPlan.Dates(
                List.of(DaylightSavingPlan.Span.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 9, 15))));
        MeterConfiguration as = MeterConfiguration.DEFAULT;
        var configuration = new MeterConfiguration(
                as.typeNumber(),
                as.energyFormat(),
                as.summation(),
                as.loadProfileContent(),
                as.capturePeriod(),
                new MeterClock(1, dates),
                as.displayLists());
        var other = new MeterOnBench(configuration, 0).volts(230_000).run(1);

        other.set((meter, effects) -> meter.setDaylightSaving(false, effects)).killAndStart();
        assertFalse(other.meter().clock().daylightSaving());

        other.run(1)
                .set((meter, effects) -> meter.setDaylightSaving(true, effects))
                .killAndStart();
        assertEquals(dates, other.meter().clock().plan());
    }

    // Dossier 10.2: changing the period deletes the old profile; the first row after it says so.
    @Test
    void anotherCapturePeriodEmptiesTheProfile() {
        bench.run(45 * MINUTE).set((meter, effects) -> meter.setCapturePeriod(CapturePeriod.MINUTES_5, effects));

        assertEquals(0, bench.meter().loadProfile().entriesInUse());
        bench.killAndStart().run(10 * MINUTE);
        assertEquals(2, bench.meter().loadProfile().entriesInUse());
        assertEquals(
                List.of(0, 0, 0, PERIOD_CHANGED, 0),
                bench.rows.stream().map(ProfileEntry::loggerStatus).toList());
        assertEquals(5, bench.rows.getLast().logId());
    }

    @Test
    void theSamePeriodAgainChangesNothing() {
        bench.run(45 * MINUTE).set((meter, effects) -> meter.setCapturePeriod(CapturePeriod.MINUTES_15, effects));

        assertEquals(3, bench.meter().loadProfile().entriesInUse());
    }

    @Test
    void whatNobodySetsIsSharedByAllMetersOfAConfiguration() {
        assertSame(bench.meter().configuration().settings(), bench.meter().settings());
        bench.run(1).restart();
        assertSame(bench.meter().configuration().settings(), bench.meter().settings());
    }

    private static String written(List<ProfileEntry> rows) {
        return String.join(
                " ",
                rows.stream()
                        .map(row -> (row.capturedAt() - START) / MINUTE + ":" + Integer.toHexString(row.dataQuality())
                                + (row.loggerStatus() == 0 ? "" : "*"))
                        .toList());
    }
}
