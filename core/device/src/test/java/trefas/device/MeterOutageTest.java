package trefas.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.MeterOnBench.START;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.display.DisplayFrame;
import trefas.device.log.DataQuality;
import trefas.device.log.ProfileEntry;
import trefas.device.register.EnergyRegister;
import trefas.device.rtc.RealTimeClock;

/// A meter whose supply goes and comes back (dossier 5), and what its load profile says of it (dossier 10.1).
class MeterOutageTest {

    private static final int PERIOD = 900;
    private static final int OUTAGE = 0x400;
    private static final int TIME_DISCONTINUITY = 0x40;

    private final MeterOnBench bench = new MeterOnBench(START);

    @ParameterizedTest(name = "{0}, {1}, {2} mV: {3}")
    @CsvSource(textBlock = """
                230000, 230000, 230000, true
                160001,      0,      0, true
                     0, 160001,      0, true
                     0,      0, 160001, true
                160000, 160000, 160000, false
                     0,      0,      0, false
                """)
    void oneAndTheSamePhaseAbove160VoltsKeepsTheMeterAwake(int l1, int l2, int l3, boolean awake) {
        bench.run(1).volts(l1, l2, l3).run(60);

        assertEquals(awake, bench.meter().isPowered());
    }

    @Test
    void oneSecondBelow160VoltsIsCountedAndTheMeterStaysOn() {
        bench.load(1_000, 0, 0).run(5).volts(150_000).run(1);

        assertTrue(bench.meter().isPowered());
        assertEquals(6_000_000, bench.count(EnergyRegister.A_PLUS));

        bench.volts(230_000).run(1).volts(150_000).run(1).volts(230_000).run(1);
        assertTrue(bench.meter().isPowered());
        assertEquals(9_000_000, bench.count(EnergyRegister.A_PLUS));
    }

    @Test
    void moreThanOneSecondBelow160VoltsShutsTheMeterDown() {
        bench.load(1_000, 0, 0).run(5);
        int saves = bench.saves;

        bench.volts(150_000).run(2);

        assertFalse(bench.meter().isPowered());
        assertEquals(6_000_000, bench.count(EnergyRegister.A_PLUS));
        assertEquals(saves + 1, bench.saves);
        assertEquals(DisplayFrame.BLANK, bench.meter().display());
        assertEquals(0, bench.meter().values().millivolts(0));
        assertEquals(0, bench.meter().importMilliwatts());
        assertEquals(OptionalLong.of(START + 6), bench.meter().lastSecond());
        assertArrayEquals(bench.meter().registers(), bench.saved);

        bench.run(1_000);
        assertEquals(saves + 1, bench.saves);
        assertEquals(6_000_000, bench.count(EnergyRegister.A_PLUS));
    }

    @Test
    void returningVoltageWakesTheMeterAndItGoesOnCounting() {
        bench.load(1_000, 0, 0).run(5).volts(0).run(60).volts(230_000).run(1);

        assertTrue(bench.meter().isPowered());
        assertEquals(7_000_000, bench.count(EnergyRegister.A_PLUS));
        assertNotEquals(DisplayFrame.BLANK, bench.meter().display());
    }

    // Dossier 5: return of voltage is a reset, so the list in hand is forgotten and the automatic list begins again.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void returningVoltageStartsTheDisplayAnew(boolean processKeepsRunning) {
        var fresh = new MeterOnBench(START).run(1);
        bench.run(1).press().press();
        assertNotEquals(fresh.meter().display(), bench.meter().display());

        if (processKeepsRunning) {
            bench.volts(0).run(10).volts(230_000).run(1);
        } else {
            bench.skip(10).run(1);
        }

        assertEquals(fresh.meter().display(), bench.meter().display());
    }

    // However the seconds are lost, the rows are the same.
    @ParameterizedTest(name = "{0} from second {1} for {2} s: {3} rows, then marked {4}")
    @CsvSource(delimiter = '|', textBlock = """
                # how    | after | lost | rows filled | next row is marked
                skipped  |   100 |    1 |      0      | true
                skipped  |   100 |   60 |      0      | true
                stopped  |   100 |   60 |      0      | true
                restarted|   100 |   60 |      0      | true
                skipped  |   100 |  798 |      0      | true
                skipped  |   100 |  800 |      1      | false
                stopped  |   100 |  800 |      1      | false
                restarted|   100 |  800 |      1      | false
                skipped  |   100 |  801 |      1      | true
                skipped  |   900 |  900 |      1      | false
                stopped  |   900 |  900 |      1      | false
                restarted|   900 |  900 |      1      | false
                skipped  |   100 | 3000 |      3      | true
                stopped  |   100 | 3000 |      3      | true
                restarted|   100 | 3000 |      3      | true
                """)
    void lostSecondsFillTheRowsOfTheirPeriodsAndMarkThem(
            String how, int after, int lost, int filled, boolean nextIsMarked) {
        bench.load(3_600, 0, 0).skip(-1);
        measureThenLose(how, 1 + after, lost);
        int before = 1 + after / PERIOD;
        assertEquals(before, bench.rows.size());
        long reading = bench.meter().reading(EnergyRegister.A_PLUS);

        bench.run(1);

        List<ProfileEntry> made = List.copyOf(bench.rows.subList(before, bench.rows.size()));
        assertEquals(filled, made.size());
        for (ProfileEntry row : made) {
            assertEquals(OUTAGE, row.dataQuality());
            assertEquals(reading, row.reading(0));
        }
        bench.run(PERIOD - (bench.at - START) % PERIOD);
        assertEquals(nextIsMarked ? OUTAGE : 0, bench.rows.getLast().dataQuality());
        bench.run(PERIOD);
        assertEquals(0, bench.rows.getLast().dataQuality());
        assertRowsFollowEachOther();
    }

    @ParameterizedTest(name = "{0} periods")
    @CsvSource(textBlock = """
                1,   1,   0
                671, 671, 0
                """)
    void anOutageIsFilledAsLongAsTheReserveLasts(int periods, int filled, String status) {
        bench.skip(-1).run(1);

        bench.skip((long) periods * PERIOD).run(PERIOD);

        assertEquals(1 + filled + 1, bench.rows.size());
        ProfileEntry last = bench.rows.getLast();
        assertEquals(START + (periods + 1L) * PERIOD, last.capturedAt());
        assertEquals(2 + filled, last.logId());
        assertEquals(Integer.decode(status), last.loggerStatus());
        bench.run(PERIOD);
        assertEquals(0, bench.rows.getLast().loggerStatus());
    }

    // Seven days are 672 periods: then the clock is lost and begins anew (dossier 7).
    @ParameterizedTest(name = "{0} periods")
    @ValueSource(ints = {673, 3_024, 9_000})
    void aLongerOutageLosesTheClock(int periods) {
        bench.skip(-1).run(1);

        bench.skip((long) periods * PERIOD).run(PERIOD);

        assertEquals(2, bench.rows.size());
        ProfileEntry last = bench.rows.getLast();
        assertEquals(RealTimeClock.startAfterLoss(bench.meter().clock()) + PERIOD, last.capturedAt());
        assertEquals(2, last.logId());
        assertEquals(
                OUTAGE | DataQuality.CLOCK_SET_OVER_60_S.mask() | DataQuality.CLOCK_SET_BACKWARD.mask(),
                last.dataQuality());
        assertFalse(bench.meter().parts().clock().isValid());
    }

    @Test
    void aMeterThatNeverTookARowFillsNone() {
        bench.skip(100).run(10).skip(10_000).run(1);

        assertEquals(List.of(), bench.rows);

        bench.run(PERIOD);
        assertEquals(1, bench.rows.getFirst().logId());
        assertEquals(OUTAGE, bench.rows.getFirst().dataQuality());
        assertEquals(0, bench.rows.getFirst().loggerStatus());
    }

    // The mark of an outage waits for the end of its period; a kill in between must not lose it.
    @Test
    void theMarkOfAnOutageSurvivesAKill() {
        bench.skip(-1).run(100).skip(60).run(1);

        bench.killAndStart().run(PERIOD);

        assertEquals(OUTAGE, bench.rows.get(1).dataQuality());
    }

    /// A meter that is stopped by low voltage still measures the first second of it.
    private void measureThenLose(String how, int measured, int lost) {
        switch (how) {
            case "skipped" -> bench.run(measured).skip(lost);
            case "restarted" -> bench.run(measured).restart().skip(lost);
            case "stopped" -> bench.run(measured - 1).volts(0).run(1 + lost).volts(230_000);
            default -> throw new IllegalArgumentException(how);
        }
    }

    private void assertRowsFollowEachOther() {
        for (int i = 0; i < bench.rows.size(); i++) {
            assertEquals(i + 1, bench.rows.get(i).logId());
            assertEquals(START + (long) i * PERIOD, bench.rows.get(i).capturedAt());
            assertEquals(0, bench.rows.get(i).loggerStatus() & TIME_DISCONTINUITY);
        }
    }
}
