package trefas.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.MeterOnBench.START;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import trefas.device.display.DisplayFrame;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.ProfileEntry;
import trefas.device.register.EnergyRegister;
import trefas.metrology.OneSecondValues;

/// What a meter does second by second (dossier 3, 5, 10.1, 10.2).
class MeterTest {

    private static final int PERIOD = 900;

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

    @Test
    void theButtonDoesNothingWithoutSupply() {
        bench.press();
        assertEquals(DisplayFrame.BLANK, bench.meter().display());

        var untouched = new MeterOnBench(START).run(1);
        bench.run(1);
        assertEquals(untouched.meter().display(), bench.meter().display());
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
}
