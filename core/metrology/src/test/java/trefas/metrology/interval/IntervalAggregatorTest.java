package trefas.metrology.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.metrology.TenCycleValues;

/// Aggregation of IEC 61000-4-30 (dossier metrology 5).
class IntervalAggregatorTest {

    private final List<AggregatedInterval> given = new ArrayList<>();
    private final KnownEvents flags = new KnownEvents();

    @Test
    void anHourOfCleanFiftyHertzHasSixTenMinutesOfThreeThousandBasicIntervals() {
        feed(new ClockTicks(0), 0, 18_000, 0.2, 230);

        List<AggregatedInterval> tenMinutes = given(IntervalLength.TEN_MINUTES);
        assertEquals(6, tenMinutes.size());
        for (int i = 0; i < 6; i++) {
            AggregatedInterval interval = tenMinutes.get(i);
            assertEquals(3_000, interval.count());
            assertEquals(600.0 * i, interval.startSeconds(), 1e-6);
            assertTrue(interval.isWhole());
            assertFalse(interval.isFlagged());
            assertEquals(230, interval.mean(IntervalQuantity.VOLTAGE_2).orElseThrow(), 1e-9);
            assertEquals(50, interval.mean(IntervalQuantity.FREQUENCY).orElseThrow(), 1e-9);
        }
        assertEquals(1_200, given(IntervalLength.FIFTEEN_BASIC).size());
        assertEquals(3_600, given(IntervalLength.ONE_SECOND).size());
        assertTrue(given(IntervalLength.ONE_SECOND).stream().allMatch(second -> second.count() == 5));
    }

    @Test
    void magnitudesAreTheRootOfTheMeanSquareAndPowersTheMean() {
        IntervalAggregator aggregator = new IntervalAggregator(new ClockTicks(0), flags, given::add);
        aggregator.add(BasicIntervals.of(0, 0.2, 100));
        aggregator.add(BasicIntervals.of(0.2, 0.4, 300));
        aggregator.finish();

        AggregatedInterval interval = given(IntervalLength.TEN_MINUTES).getFirst();
        Statistic voltage = interval.statistic(IntervalQuantity.VOLTAGE_1).orElseThrow();
        assertEquals(new Statistic(Math.sqrt(50_000), 100, 300, 2), voltage);
        assertEquals(160, interval.mean(IntervalQuantity.ACTIVE_POWER_1).orElseThrow(), 1e-9);
        assertEquals(480, interval.mean(IntervalQuantity.ACTIVE_POWER).orElseThrow(), 1e-9);
        assertEquals(120, interval.mean(IntervalQuantity.REACTIVE_POWER_3).orElseThrow(), 1e-9);
        assertEquals(0, interval.mean(IntervalQuantity.NEGATIVE_SEQUENCE).orElseThrow(), 1e-9);
        assertFalse(interval.isWhole());
    }

    @Test
    void aBasicIntervalOverATickBelongsToTheOldInterval() {
        // 49.9 Hz: 0.2004 s, so no edge but the first lies on a tick.
        double length = 10 / 49.9;
        feed(new ClockTicks(595_000), 0, 5_988, length, 230);

        List<AggregatedInterval> tenMinutes = given(IntervalLength.TEN_MINUTES);
        assertEquals(25, tenMinutes.getFirst().count());
        assertEquals(25 * length, tenMinutes.getFirst().endSeconds(), 1e-9);
        assertTrue(tenMinutes.getFirst().endSeconds() > 5);
        assertEquals(tenMinutes.getFirst().endSeconds(), tenMinutes.get(1).startSeconds(), 1e-9);
        assertTrue(tenMinutes.get(1).isWhole());
        assertEquals(2_994, tenMinutes.get(1).count(), 1);
    }

    @Test
    void groupsOfFifteenStartAnewAtTheTick() {
        feed(new ClockTicks(595_000), 0, 100, 0.2, 230);

        List<AggregatedInterval> groups = given(IntervalLength.FIFTEEN_BASIC);
        assertEquals(15, groups.getFirst().count());
        assertEquals(10, groups.get(1).count());
        assertFalse(groups.get(1).isWhole());
        assertEquals(5, groups.get(2).startSeconds(), 1e-9);
        assertEquals(15, groups.get(2).count());
        assertTrue(groups.get(2).isWhole());
    }

    @Test
    void twoHoursAreTwelveTenMinutesOfEqualWeight() {
        IntervalAggregator aggregator = new IntervalAggregator(new ClockTicks(0), flags, given::add);
        for (int k = 0; k < 36_000; k++) {
            aggregator.add(BasicIntervals.of(0.2 * k, 0.2 * (k + 1), k < 3_000 ? 250 : 230));
        }
        aggregator.finish();

        AggregatedInterval twoHours = given(IntervalLength.TWO_HOURS).getFirst();
        assertEquals(12, twoHours.count());
        assertTrue(twoHours.isWhole());
        Statistic voltage = twoHours.statistic(IntervalQuantity.VOLTAGE_1).orElseThrow();
        assertEquals(Math.sqrt((250.0 * 250 + 11 * 230.0 * 230) / 12), voltage.mean(), 1e-9);
        assertEquals(230, voltage.minimum());
        assertEquals(250, voltage.maximum());
    }

    @Test
    void aFlagIsInheritedByEveryLongerInterval() {
        flags.add(650.05, 650.15);
        feed(new ClockTicks(0), 0, 36_000, 0.2, 230);

        assertEquals(1, flagged(IntervalLength.ONE_SECOND));
        assertEquals(1, flagged(IntervalLength.FIFTEEN_BASIC));
        assertEquals(1, flagged(IntervalLength.TEN_MINUTES));
        assertEquals(1, flagged(IntervalLength.TWO_HOURS));
        assertTrue(given(IntervalLength.TEN_MINUTES).get(1).isFlagged());
    }

    @Test
    void anEventFoundOnlyWithTheNextWindowStillFlagsTheIntervalThatJustEnded() {
        IntervalAggregator aggregator = new IntervalAggregator(new ClockTicks(0), flags, given::add);
        for (int k = 0; k < 3_000; k++) {
            aggregator.add(BasicIntervals.of(0.2 * k, 0.2 * (k + 1), 230));
        }
        flags.add(599.99, 601);
        aggregator.add(BasicIntervals.of(600, 600.2, 100));

        assertTrue(given(IntervalLength.TEN_MINUTES).getFirst().isFlagged());
    }

    @Test
    void spectraAreAggregatedByTheirSquaresAndTellTheDistortion() {
        IntervalAggregator aggregator = new IntervalAggregator(new ClockTicks(0), flags, given::add);
        aggregator.add(BasicIntervals.of(0, 0.2, 230), spectrum(3, 4));
        aggregator.add(BasicIntervals.of(0.2, 0.4, 230), spectrum(-21, 28));
        aggregator.finish();

        AggregatedInterval interval = given(IntervalLength.TEN_MINUTES).getFirst();
        HarmonicSpectrum spectrum = interval.spectrum().orElseThrow();
        assertEquals(Math.sqrt((25 + 35 * 35) / 2.0), spectrum.rms(SampleBlock.voltage(0), 5), 1e-9);
        assertEquals(200, spectrum.rms(SampleBlock.voltage(0), 1), 1e-9);
        assertEquals(
                Math.sqrt((2.5 * 2.5 + 17.5 * 17.5) / 2),
                interval.mean(IntervalQuantity.VOLTAGE_THD_1).orElseThrow(),
                1e-9);
        assertEquals(
                17.5,
                interval.statistic(IntervalQuantity.VOLTAGE_THD_1).orElseThrow().maximum(),
                1e-9);
    }

    @Test
    void aGapEndsTheGroupAndLeavesTheTenMinutesUnwhole() {
        IntervalAggregator aggregator = new IntervalAggregator(new ClockTicks(0), flags, given::add);
        aggregator.add(BasicIntervals.of(0, 0.2, 230));
        aggregator.add(BasicIntervals.of(60, 60.2, 230));
        aggregator.finish();

        assertEquals(2, given(IntervalLength.FIFTEEN_BASIC).size());
        assertEquals(2, given(IntervalLength.ONE_SECOND).size());
        AggregatedInterval tenMinutes = given(IntervalLength.TEN_MINUTES).getFirst();
        assertEquals(0.4, tenMinutes.measuredSeconds(), 1e-9);
        assertFalse(tenMinutes.isWhole());
    }

    @Test
    void withoutVoltageThereIsNoFrequency() {
        IntervalAggregator aggregator = new IntervalAggregator(new ClockTicks(0), flags, given::add);
        aggregator.add(BasicIntervals.dead(0, 0.2));
        aggregator.add(BasicIntervals.of(0.2, 0.4, 230));
        aggregator.finish();

        Statistic frequency =
                given.getFirst().statistic(IntervalQuantity.FREQUENCY).orElseThrow();
        assertEquals(1, frequency.count());
        assertEquals(50, frequency.mean(), 1e-9);
    }

    private void feed(ClockTicks ticks, double start, int count, double length, double volts) {
        IntervalAggregator aggregator = new IntervalAggregator(ticks, flags, given::add);
        for (int k = 0; k < count; k++) {
            TenCycleValues values = BasicIntervals.of(start + k * length, start + (k + 1) * length, volts);
            aggregator.add(values);
        }
        aggregator.finish();
    }

    private List<AggregatedInterval> given(IntervalLength length) {
        return given.stream().filter(interval -> interval.length() == length).toList();
    }

    private long flagged(IntervalLength length) {
        return given(length).stream().filter(AggregatedInterval::isFlagged).count();
    }

    private static HarmonicSpectrum spectrum(double real, double imaginary) {
        HarmonicSpectrum spectrum = new HarmonicSpectrum(HarmonicSpectrum.ORDERS);
        double rms = Math.hypot(real, imaginary);
        spectrum.set(SampleBlock.voltage(0), 1, 200, 0, 200, 200, 0);
        spectrum.set(SampleBlock.voltage(0), 5, real, imaginary, rms, rms, 0);
        return spectrum;
    }
}
