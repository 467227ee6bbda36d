package trefas.device.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.demand.RegistersOnBench.MIDNIGHT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.device.log.CapturePeriod;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.Quantity;

/// Means, peaks, the day's extremes and the threshold (dossier 4.3 to 4.5).
class DemandTest {

    private static final int PERIOD = 900;

    private final RegistersOnBench bench = new RegistersOnBench();

    @ParameterizedTest
    @EnumSource
    void aPeriodEndsOnTheClocksGrid(CapturePeriod period) {
        bench.demand().change(DemandSettings.DEFAULT.withPeriod(period));
        bench.load(1_000, 0).run(period.seconds() - 1);
        assertEquals(0, mean(Quantity.A_PLUS));

        bench.run(1);

        assertEquals(1_000_000, mean(Quantity.A_PLUS));
        assertEquals(1_000_000, peak(Quantity.A_PLUS, 0));
        assertEquals(MIDNIGHT + period.seconds(), bench.demand().peaks().stamp(Quantity.A_PLUS, 0));
    }

    @ParameterizedTest(name = "P {0} W, Q {1} var")
    @CsvSource(delimiter = '|', textBlock = """
                # P    | Q     | P+   | P-   | Q+   | Q-   | S+   | S-   | PF
                 3000  |  4000 | 3000 |    0 | 4000 |    0 | 5000 |    0 |  60
                -3000  |  4000 |    0 | 3000 | 4000 |    0 |    0 | 5000 |  60
                -4000  | -3000 |    0 | 4000 |    0 | 3000 |    0 | 5000 |  80
                 4000  | -3000 | 4000 |    0 |    0 | 3000 | 5000 |    0 |  80
                    0  |     0 |    0 |    0 |    0 |    0 |    0 |    0 | 100
                 2000  |     3 | 2000 |    0 |    3 |    0 | 2000 |    0 |  99
                """)
    void eachPowerHasItsMean(
            int p, int q, int pPlus, int pMinus, int qPlus, int qMinus, int sPlus, int sMinus, int powerFactor) {
        bench.load(p, q).run(PERIOD);

        assertEquals(pPlus, mean(Quantity.A_PLUS) / 1_000);
        assertEquals(pMinus, mean(Quantity.A_MINUS) / 1_000);
        assertEquals(qPlus, mean(Quantity.R_PLUS) / 1_000);
        assertEquals(qMinus, mean(Quantity.R_MINUS) / 1_000);
        assertEquals(sPlus, mean(Quantity.E_PLUS) / 1_000);
        assertEquals(sMinus, mean(Quantity.E_MINUS) / 1_000);
        assertEquals(powerFactor, bench.demand().means().powerFactorHundredths());
        for (Quantity quantity : Quantity.ALL) {
            assertEquals(mean(quantity), peak(quantity, 0), quantity::powerTitle);
        }
    }

    @Test
    void theFrequencyIsTheMeanOfTheSecondsThatHadOne() {
        bench.load(1_000, 0, 49_900).run(300);
        bench.load(1_000, 0, 0).run(300);
        bench.load(1_000, 0, 50_200).run(300);

        assertEquals(50_050, bench.demand().means().millihertz());
    }

    @Test
    void onlyAGreaterMeanReplacesThePeakAndItsStamp() {
        bench.load(2_000, 0).run(PERIOD);
        bench.run(PERIOD);
        bench.load(1_000, 0).run(PERIOD);
        assertEquals(2_000_000, peak(Quantity.A_PLUS, 0));
        assertEquals(MIDNIGHT + PERIOD, bench.demand().peaks().stamp(Quantity.A_PLUS, 0));

        bench.load(2_001, 0).run(PERIOD);

        assertEquals(2_001_000, peak(Quantity.A_PLUS, 0));
        assertEquals(MIDNIGHT + 4 * PERIOD, bench.demand().peaks().stamp(Quantity.A_PLUS, 0));
    }

    // Dossier 4.4, our choice: each tariff's energy by the full length of the period. T1 has 300 s of 3 kW, T2 first
    // 300 s of 6 kW and then 100 s of 9 kW, T1 again 200 s of 9 kW.
    @Test
    void aTariffThatChangesInsideAPeriodSharesIt() {
        bench.load(3_000, 0).run(300);
        bench.registers().activateTariff(2);
        bench.load(6_000, 0).run(300);
        bench.load(9_000, 0).run(100);
        bench.restart();
        bench.registers().activateTariff(1);
        bench.run(200);

        assertEquals((3_000 * 300 + 9_000 * 200) * 1_000L / PERIOD, peak(Quantity.A_PLUS, 1));
        assertEquals((6_000 * 300 + 9_000 * 100) * 1_000L / PERIOD, peak(Quantity.A_PLUS, 2));
        assertEquals(6_000_000, peak(Quantity.A_PLUS, 0));
        assertEquals(0, peak(Quantity.A_PLUS, 3));
        assertEquals(0, bench.demand().peaks().stamp(Quantity.A_PLUS, 3));
        bench.load(1_000, 0).run(PERIOD);
        assertEquals((3_000 * 300 + 9_000 * 200) * 1_000L / PERIOD, peak(Quantity.A_PLUS, 1), "the next is whole");
    }

    @Test
    void tariffsWithoutAPeakOfTheirOwnCountInTheTotal() {
        bench.registers().activateTariff(5);
        bench.load(-3_000, 4_000).run(PERIOD);

        assertEquals(3_000_000, peak(Quantity.A_MINUS, 0));
        assertEquals(0, peak(Quantity.A_MINUS, 1));
        assertFalse(bench.demand().peaks().has(Quantity.A_MINUS, 5));
        assertEquals(0, peak(Quantity.A_MINUS, 5));
        bench.load(3_000, 4_000).run(PERIOD);
        assertEquals(3_000_000, peak(Quantity.A_PLUS, 5));
        assertEquals(5_000_000, peak(Quantity.E_PLUS, 5));
    }

    @Test
    void aDebitingStopAddsThePeaksUpAndForgetsThem() {
        bench.load(3_000, 4_000).run(PERIOD);
        bench.demand().debitingStop();
        assertEquals(0, peak(Quantity.A_PLUS, 0));
        assertEquals(0, bench.demand().peaks().stamp(Quantity.A_PLUS, 0));
        bench.registers().activateTariff(2);
        bench.load(1_000, -2_000).run(PERIOD);
        bench.registers().debitingStop();
        bench.restart();

        assertEquals(4_000_000, accumulated(Quantity.A_PLUS, 0));
        assertEquals(3_000_000, accumulated(Quantity.A_PLUS, 1));
        assertEquals(1_000_000, accumulated(Quantity.A_PLUS, 2));
        assertEquals(4_000_000, accumulated(Quantity.R_PLUS, 0));
        assertEquals(2_000_000, accumulated(Quantity.R_MINUS, 0));
        assertEquals(0, accumulated(Quantity.R_PLUS, 1));
        assertEquals(0, accumulated(Quantity.E_PLUS, 0));
    }

    // The running period goes on across a debiting stop in its middle.
    @Test
    void aPeriodCountsWhereItEnds() {
        bench.load(3_000, 0).run(600);
        bench.demand().debitingStop();
        bench.run(300);

        assertEquals(3_000_000, peak(Quantity.A_PLUS, 0));
        assertEquals(0, accumulated(Quantity.A_PLUS, 0));
    }

    @Test
    void anOutageMakesTheMeanSmallAndNeverGreat() {
        bench.load(3_000, 0).run(300);
        bench.outage(500);
        bench.run(100);
        assertEquals(3_000_000L * 400 / PERIOD, mean(Quantity.A_PLUS));
        assertEquals(0, bench.demand().daily().minimumStamp(), "not measured whole");
    }

    // The period that was running is known by its end, and its mean was the last only if nothing lies between.
    @ParameterizedTest
    @CsvSource({"700, true", "1498, true", "1500, false", "100000, false"})
    void anOutageAcrossTheBorderEndsThePeriodThere(int outage, boolean isLastPeriod) {
        bench.load(3_000, 0).run(300);
        bench.outage(outage);
        bench.load(1_000, 0).run(1);

        assertEquals(1_000_000, peak(Quantity.A_PLUS, 0));
        assertEquals(MIDNIGHT + PERIOD, bench.demand().peaks().stamp(Quantity.A_PLUS, 0));
        assertEquals(isLastPeriod ? 1_000_000 : 0, mean(Quantity.A_PLUS));
    }

    @Test
    void aWholePeriodWithoutMainsHasNoMean() {
        bench.load(3_000, 4_000).run(PERIOD);
        bench.outage(PERIOD);
        bench.run(1);

        assertEquals(0, mean(Quantity.A_PLUS));
        assertEquals(100, bench.demand().means().powerFactorHundredths());
        assertEquals(0, bench.demand().means().millihertz());
    }

    @ParameterizedTest
    @CsvSource({"-290", "-5", "5", "299"})
    void aClockSetInsideThePeriodNeverMakesThePeakGreater(int by) {
        bench.load(3_000, 0).run(300);
        bench.setClock(bench.now() + by);
        bench.run(600 - by);

        int seconds = PERIOD - by;
        assertEquals(3_000_000L * seconds / Math.max(PERIOD, seconds), mean(Quantity.A_PLUS));
        assertEquals(MIDNIGHT + PERIOD, bench.demand().peaks().stamp(Quantity.A_PLUS, 0));
    }

    @ParameterizedTest
    @CsvSource({"-86400", "-1200", "86400", "601"})
    void aClockSetElsewhereCutsThePeriodShort(int by) {
        bench.load(3_000, 0).run(300);
        bench.setClock(bench.now() + by);
        bench.load(30, 0).run(1);

        assertEquals(1_000_000, peak(Quantity.A_PLUS, 0));
        assertEquals(MIDNIGHT + PERIOD, bench.demand().peaks().stamp(Quantity.A_PLUS, 0));
    }

    @Test
    void anotherPeriodEndsTheRunningOne() {
        bench.load(3_000, 0).run(300);
        bench.demand().change(DemandSettings.DEFAULT.withPeriod(CapturePeriod.MINUTES_5));

        assertEquals(1_000_000, peak(Quantity.A_PLUS, 0));
        bench.run(300);
        assertEquals(3_000_000, peak(Quantity.A_PLUS, 0));
    }

    @Test
    void theSamePeriodAgainChangesNothing() {
        bench.load(3_000, 0).run(300);
        bench.demand().change(DemandSettings.DEFAULT.withThresholdWatts(2_999));
        bench.run(600);

        assertEquals(3_000_000, peak(Quantity.A_PLUS, 0));
        assertEquals(1, bench.demand().thresholdCount());
    }

    @Test
    void theDayHasItsExtremesUntilAnotherDaysFirstPeriodEnds() {
        bench.load(500, 0).run(95 * PERIOD);
        bench.load(100, 0).run(PERIOD);
        DailyExtremes daily = bench.demand().daily();
        assertEquals(500_000, daily.maximumMilliwatts());
        assertEquals(MIDNIGHT + PERIOD, daily.maximumStamp());
        assertEquals(100_000, daily.minimumMilliwatts());
        assertEquals(MIDNIGHT + 86_400, daily.minimumStamp(), "the period that ends at midnight belongs to the day");

        bench.load(300, 0).run(PERIOD - 1);
        assertEquals(500_000, daily.maximumMilliwatts());
        bench.run(1);

        assertEquals(300_000, daily.maximumMilliwatts());
        assertEquals(300_000, daily.minimumMilliwatts());
        assertEquals(MIDNIGHT + 86_400 + PERIOD, daily.maximumStamp());
    }

    @Test
    void theDayIsOneOfNormalTime() {
        var copenhagen = new RegistersOnBench(MeasuredEnergies.FOUR_QUADRANTS, 1);
        copenhagen.load(500, 0).run(23 * 3_600);
        assertEquals(500_000, copenhagen.demand().daily().maximumMilliwatts());
        copenhagen.load(300, 0).run(PERIOD);
        assertEquals(300_000, copenhagen.demand().daily().maximumMilliwatts());
    }

    @Test
    void eachPeriodAboveTheThresholdCounts() {
        bench.demand().change(DemandSettings.DEFAULT.withThresholdWatts(1_000));
        bench.load(1_000, 0).run(PERIOD);
        assertEquals(0, bench.demand().thresholdCount(), "not above");
        bench.load(1_001, 0);
        for (int period = 0; period < 255; period++) {
            bench.run(PERIOD);
        }
        assertEquals(255, bench.demand().thresholdCount());
        bench.restart();
        bench.run(PERIOD);
        assertEquals(0, bench.demand().thresholdCount(), "unsigned8");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "99999, true", "100000, false", "-1, false", "4294967295, false"})
    void thresholdsThatCanBeSet(long watts, boolean isPossible) {
        assertEquals(isPossible, DemandSettings.isThreshold(watts));
        if (!isPossible) {
            assertThrows(IllegalArgumentException.class, () -> DemandSettings.DEFAULT.withThresholdWatts((int) watts));
        }
    }

    @Test
    void defaultsAreThePapers() {
        assertEquals(99_000, DemandSettings.DEFAULT.thresholdWatts());
        assertEquals(CapturePeriod.MINUTES_15, DemandSettings.DEFAULT.period());
    }

    // A peak that is not kept would be lost by a kill: whatever changes one says so.
    @Test
    void aNewPeakMustBeKeptAndAnOldOneNeedNot() {
        bench.load(3_000, 0).run(PERIOD);
        bench.load(1, 0);
        bench.run(PERIOD - 1);
        assertTrue(bench.run(1), "the day's least");
        bench.run(PERIOD - 1);
        assertFalse(bench.run(1), "as before");
    }

    private int mean(Quantity quantity) {
        return bench.demand().means().milliwatts(quantity);
    }

    private int peak(Quantity quantity, int tariff) {
        return bench.demand().peaks().milliwatts(quantity, tariff);
    }

    private long accumulated(Quantity quantity, int tariff) {
        return bench.demand().peaks().accumulatedMilliwatts(quantity, tariff);
    }
}
