package trefas.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.MeterOnBench.START;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.display.DisplayFrame;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.ProfileEntry;
import trefas.device.register.EnergyRegister;
import trefas.metrology.OneSecondValues;

/// What a meter does second by second (dossier 3, 5, 10.1, 10.2).
class MeterTest {

    private static final int PERIOD = 900;
    private static final int OUTAGE = 0x400;
    private static final int TIME_DISCONTINUITY = 0x40;

    private final MeterOnBench bench = new MeterOnBench(START);

    @Test
    void aNewMeterHasCountedNothingAndIsDark() {
        Meter meter = bench.meter();

        assertFalse(meter.isPowered());
        assertEquals(OptionalLong.empty(), meter.lastSecond());
        assertEquals(0, meter.reading(EnergyRegister.A_PLUS));
        assertEquals(DisplayFrame.BLANK, meter.display());
        assertEquals(0, meter.loadProfile().entriesInUse());
        assertEquals(MeterOnBench.SERIAL, meter.serialNumber());
        assertEquals("6841439BN244100010", meter.typeNumber());
    }

    @Test
    void aSecondCountsPowerTimesOneSecond() {
        bench.load(1_000, 500, -200).run(1);

        assertEquals(1_300_000, bench.count(EnergyRegister.A_PLUS));
        assertEquals(130_000, bench.count(EnergyRegister.R_PLUS));
        assertEquals(1_000_000, bench.count(EnergyRegister.A_PLUS_L1));
        assertEquals(500_000, bench.count(EnergyRegister.A_PLUS_L2));
        assertEquals(200_000, bench.count(EnergyRegister.A_MINUS_L3));
        assertEquals(20_000, bench.count(EnergyRegister.R_MINUS_L3));
        assertEquals(1_300_000, bench.meter().importMilliwatts());
        assertEquals(0, bench.meter().exportMilliwatts());
        assertEquals(130_000, bench.meter().importMillivars());
        assertEquals(0, bench.meter().exportMillivars());
        assertEquals(OptionalLong.of(START + 1), bench.meter().lastSecond());
        assertEquals(START + 1, bench.meter().now());
    }

    // The registers do not count a phase below 2.3 W; what is shown as power is what is measured.
    @Test
    void aPowerTooSmallToCountIsStillShown() {
        bench.load(2, 0, 0).run(10);

        assertEquals(0, bench.count(EnergyRegister.A_PLUS));
        assertEquals(2_000, bench.meter().importMilliwatts());
    }

    // 3 600 W is one step of 10 Wh every ten seconds, of the total and of the phase together.
    @Test
    void registersAreSavedWhenTheMeterWakesAndAtEachStepOfAReading() {
        bench.load(3_600, 0, 0).run(1);
        assertEquals(1, bench.saves);

        bench.run(8);
        assertEquals(1, bench.saves);

        bench.run(1);
        assertEquals(2, bench.saves);
        assertEquals(1, bench.meter().reading(EnergyRegister.A_PLUS));

        bench.run(90);
        assertEquals(11, bench.saves);
        assertEquals(10, bench.meter().reading(EnergyRegister.A_PLUS));
    }

    // Two phases that cancel out leave the totals alone; their own registers step and must be kept.
    @Test
    void aStepOfAPhaseAloneIsSavedToo() {
        bench.load(3_600, -3_600, 0).run(10);

        assertEquals(0, bench.count(EnergyRegister.A_PLUS));
        assertEquals(1, bench.meter().reading(EnergyRegister.A_PLUS_L1));
        assertEquals(1, bench.meter().reading(EnergyRegister.A_MINUS_L2));
        assertEquals(2, bench.saves);
    }

    @Test
    void aKilledMeterLosesLessThanOneStepOfEachRegister() {
        bench.load(5_000, 3_000, -1_000).run(12_345);
        Meter before = bench.meter();

        bench.killAndStart();

        for (EnergyRegister register : EnergyRegister.ALL) {
            long lost = before.milliwattSeconds(register) - bench.count(register);
            assertTrue(lost >= 0 && lost < before.energyFormat().stepMilliwattSeconds(), register + ": " + lost);
            assertEquals(before.reading(register), bench.meter().reading(register), register.title());
        }
    }

    @Test
    void aRowHoldsTheRegistersOfItsInstant() {
        bench.load(36_000, 0, 0).skip(-10).run(10);

        assertEquals(List.of(new ProfileEntry(1, START, 0, 0, 10, 0, 1, 0)), bench.rows);

        bench.run(PERIOD - 1);
        assertEquals(1, bench.rows.size());

        bench.run(1);
        assertEquals(new ProfileEntry(2, START + PERIOD, 0, 0, 910, 0, 91, 0), bench.rows.getLast());
    }

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

    @Test
    void theButtonDoesNothingWithoutSupply() {
        bench.press();
        assertEquals(DisplayFrame.BLANK, bench.meter().display());

        var untouched = new MeterOnBench(START).run(1);
        bench.run(1);
        assertEquals(untouched.meter().display(), bench.meter().display());
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
                3023, 3023, 0
                3024, 0,    0x40
                9000, 0,    0x40
                """)
    void aLongOutageIsFilledBelow3024Periods(int periods, int filled, String status) {
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

    @Test
    void aRestartWithoutAMissingSecondChangesNothing() {
        var unbroken = new MeterOnBench(START).load(4_321, -1_234, 567).run(5_000);

        bench.load(4_321, -1_234, 567);
        for (int second = 0; second < 5_000; second++) {
            bench.restart().run(1);
        }

        assertArrayEquals(unbroken.meter().registers(), bench.meter().registers());
        assertEquals(unbroken.rows, bench.rows);
    }

    @Test
    void changedContentAndPeriodGiveUpTheRowsAndTheNextRowSaysSo() {
        bench.skip(-1).run(1 + 2 * PERIOD);
        assertEquals(3, bench.meter().loadProfile().entriesInUse());

        bench.killAndStartAs(MeterOnBench.logging(LoadProfileContent.ALL, CapturePeriod.MINUTES_60));

        assertEquals(0, bench.meter().loadProfile().entriesInUse());
        bench.run(PERIOD);
        assertEquals(3, bench.rows.size());
        bench.run(PERIOD);
        assertEquals(0x180, bench.rows.getLast().loggerStatus());
        assertEquals(8, bench.rows.getLast().readingCount());
        assertEquals(4, bench.rows.getLast().logId());
        bench.run(3_600);
        assertEquals(0, bench.rows.getLast().loggerStatus());
    }

    @Test
    void theReasonForGivingUpRowsSurvivesAKill() {
        var changed = MeterOnBench.logging(LoadProfileContent.ALL, CapturePeriod.MINUTES_15);
        bench.skip(-1).run(1).killAndStartAs(changed).run(1);

        bench.killAndStartAs(changed).run(PERIOD);

        assertEquals(0x80, bench.rows.getLast().loggerStatus());
    }

    @Test
    void aSecondThatDoesNotComeAfterTheLastOneIsRefused() {
        bench.run(10);
        OneSecondValues values = bench.values();

        for (long at : new long[] {START + 10, START + 9, 0}) {
            assertThrows(IllegalArgumentException.class, () -> bench.meter().secondElapsed(at, values, _ -> {}));
        }
        bench.restart();
        assertThrows(IllegalArgumentException.class, () -> bench.meter().secondElapsed(START + 10, values, _ -> {}));
        bench.run(1);
        assertEquals(START + 11, bench.meter().now());
    }

    @Test
    void timeDoesNotRunBackwardsBeforeTheFirstSecondWithSupplyEither() {
        bench.volts(0).run(10);
        OneSecondValues values = bench.values();

        assertThrows(IllegalArgumentException.class, () -> bench.meter().secondElapsed(START + 10, values, _ -> {}));
        assertThrows(IllegalArgumentException.class, () -> bench.meter().secondElapsed(START + 5, values, _ -> {}));
    }

    // 1 000 imp/kWh: one pulse for each Wh.
    @Test
    void theLedPulsesOncePerWattHourOfImport() {
        bench.load(3_600, 0, 0).run(1);
        assertEquals(1, bench.meter().pulses());

        bench.run(999);
        assertEquals(1_000, bench.meter().pulses());

        bench.load(-3_600, 0, 0).run(1_000);
        assertEquals(1_000, bench.meter().pulses());
    }

    @Test
    void aStepIsTheSameAsTheSecondItCarries() {
        var other = new Meter(bench.meter().configuration(), MeterOnBench.SERIAL);
        bench.load(1_500, 0, 0).run(1);

        other.step(new MeterInput.SecondElapsed(START + 1, bench.values()), _ -> {});

        assertArrayEquals(bench.meter().registers(), other.registers());
        assertEquals(START + 1, new MeterInput.SecondElapsed(START + 1, bench.values()).at());
    }

    // Whoever measures fills the same values again next second.
    @Test
    void theValuesAreReadAndNotKept() {
        bench.load(1_500, 0, 0).run(1);

        bench.values().clear();

        assertEquals(1_500_000, bench.meter().values().milliwatts(0));
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
