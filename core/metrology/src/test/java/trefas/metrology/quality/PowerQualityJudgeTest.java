package trefas.metrology.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.metrology.VoltageEvent;
import trefas.metrology.event.EventCell;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.flicker.LongTermFlicker;
import trefas.metrology.interval.AggregatedInterval;
import trefas.metrology.interval.FrequencyReading;
import trefas.metrology.interval.IntervalLength;
import trefas.metrology.interval.IntervalQuantity;
import trefas.metrology.interval.Statistic;
import trefas.quantity.Phase;

/// The week of EN 50160 (dossier metrology 4).
class PowerQualityJudgeTest {

    private static final int WEEK = PowerQualityVerdict.TEN_MINUTES_OF_A_WEEK;

    private final PowerQualityJudge judge = new PowerQualityJudge(Limits.edition2010(), 230, 50);

    /// 5 % of 1008 is 50.4: fifty intervals outside still pass.
    @ParameterizedTest(name = "{0} of 1008 intervals at {1} V: 95 % rule {2}, always rule {3}")
    @CsvSource(textBlock = """
             0, 230.0, PASS, PASS
            50, 206.9, PASS, PASS
            51, 206.9, FAIL, PASS
            51, 207.0, PASS, PASS
            51, 253.0, PASS, PASS
            50, 253.1, PASS, FAIL
             1, 195.4, PASS, FAIL
             1, 195.5, PASS, PASS
            """)
    void aWeekOfVoltageNeedsNinetyFivePercentInside(int outside, double volts, Decision share, Decision always) {
        for (int i = 0; i < WEEK; i++) {
            judge.interval(tenMinutes(i < outside ? volts : 230, 230, false));
        }

        CharacteristicVerdict voltage = row(Characteristic.VOLTAGE, Phase.L1);
        assertEquals(share, voltage.decision());
        assertEquals(always, row(Characteristic.VOLTAGE_ALWAYS, Phase.L1).decision());
        assertEquals(Decision.PASS, row(Characteristic.VOLTAGE, Phase.L2).decision());
        assertEquals(OptionalDouble.of(outside == 0 ? 230 : volts), voltage.worst());
        assertEquals(207, voltage.bounds().lower(), 1e-9);
        assertEquals(253, voltage.bounds().upper(), 1e-9);
        assertEquals("", judge.verdict().note());
    }

    @Test
    void flaggedIntervalsAreSeenButNotJudged() {
        for (int i = 0; i < 100; i++) {
            judge.interval(tenMinutes(i < 20 ? 100 : 230, 230, i < 20));
        }

        CharacteristicVerdict voltage = row(Characteristic.VOLTAGE, Phase.L1);
        assertEquals(100, voltage.intervals());
        assertEquals(20, voltage.flagged());
        assertEquals(80, voltage.valid());
        assertEquals(OptionalDouble.of(100), voltage.insidePercent());
        assertEquals(OptionalDouble.of(230), voltage.worst());
        assertEquals(Decision.PASS, voltage.decision());
    }

    @Test
    void aRecordWithoutWholeIntervalsIsNotJudged() {
        PowerQualityVerdict verdict = judge.verdict();

        assertEquals(Decision.NOT_ENOUGH_DATA, verdict.decision());
        assertTrue(verdict.characteristics().stream().allMatch(row -> row.decision() == Decision.NOT_ENOUGH_DATA));
        assertEquals("No whole ten minutes were seen; only a week, 1008 of them, is a verdict.", verdict.note());
    }

    @Test
    void aDayIsJudgedAndSaysThatItIsNoWeek() {
        for (int i = 0; i < 144; i++) {
            judge.interval(tenMinutes(231, 229, false));
        }

        PowerQualityVerdict verdict = judge.verdict();
        assertEquals(Decision.PASS, verdict.decision());
        assertEquals(14.3, verdict.weekPercent(), 0.05);
        assertEquals("Judged on 144 of the 1008 intervals of a week (14.3 %).", verdict.note());
        assertEquals(
                Decision.NOT_ENOUGH_DATA, row(Characteristic.FLICKER, Phase.L1).decision());
    }

    @Test
    void aPhaseThatIsNotConnectedIsNotJudged() {
        judge.interval(tenMinutes(230, 0, false));

        assertEquals(Decision.PASS, row(Characteristic.VOLTAGE, Phase.L1).decision());
        assertEquals(
                Decision.NOT_ENOUGH_DATA, row(Characteristic.VOLTAGE, Phase.L3).decision());
        assertEquals(Decision.NOT_ENOUGH_DATA, row(Characteristic.UNBALANCE).decision());
        assertEquals(Decision.NOT_ENOUGH_DATA, harmonic(5, Phase.L3).decision());
    }

    @Test
    void everyHarmonicHasItsOwnLimitInPercentOfTheFundamental() {
        judge.interval(tenMinutes(230, 230, false));

        // The spectra of these tests hold 3 % of every order.
        assertEquals(Decision.PASS, harmonic(3, Phase.L1).decision());
        assertEquals(Decision.PASS, harmonic(13, Phase.L2).decision());
        assertEquals(Decision.FAIL, harmonic(2, Phase.L1).decision());
        assertEquals(Decision.FAIL, harmonic(17, Phase.L3).decision());
        assertEquals(3, harmonic(17, Phase.L3).worst().orElseThrow(), 1e-9);
        assertEquals(
                24 * 3,
                judge.verdict().characteristics().stream()
                        .filter(row -> row.characteristic() == Characteristic.HARMONIC)
                        .count());
    }

    @ParameterizedTest(name = "{0} of 1000 at {1} Hz: {2}, always {3}")
    @CsvSource(textBlock = """
            5, 49.4, PASS, PASS
            6, 49.4, FAIL, PASS
            6, 49.5, PASS, PASS
            1, 46.9, PASS, FAIL
            1, 52.0, PASS, PASS
            1, 52.1, PASS, FAIL
            """)
    void frequencyNeedsNinetyNinePointFivePercentInside(int outside, double hertz, Decision share, Decision always) {
        for (int i = 0; i < 1_000; i++) {
            judge.frequency(new FrequencyReading(10.0 * i, i < outside ? hertz : 50, 500, false));
        }

        assertEquals(share, row(Characteristic.FREQUENCY).decision());
        assertEquals(always, row(Characteristic.FREQUENCY_ALWAYS).decision());
        assertEquals(1_000, row(Characteristic.FREQUENCY).intervals());
    }

    @Test
    void flickerIsJudgedByPhaseAndTheWorstPhaseStandsForAll() {
        for (int i = 0; i < 84; i++) {
            judge.flicker(new LongTermFlicker(
                    7_200.0 * i,
                    7_200.0 * (i + 1),
                    OptionalDouble.of(0.5),
                    OptionalDouble.of(i < 5 ? 1.2 : 0.9),
                    OptionalDouble.empty(),
                    false));
        }

        assertEquals(Decision.PASS, row(Characteristic.FLICKER, Phase.L1).decision());
        assertEquals(Decision.FAIL, row(Characteristic.FLICKER, Phase.L2).decision());
        assertEquals(
                Decision.NOT_ENOUGH_DATA, row(Characteristic.FLICKER, Phase.L3).decision());
        CharacteristicVerdict worst = judge.verdict().worstPhases().stream()
                .filter(row -> row.characteristic() == Characteristic.FLICKER)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(Phase.L2), worst.phase());
        assertEquals("flicker Plt L2", worst.title());
        assertEquals(OptionalDouble.of(1.2), worst.worst());
    }

    @Test
    void eventsAreCountedByCell() {
        judge.event(event(new VoltageEvent.Dip(0, 0.26, Set.of(Phase.L2), 55), false, 0));
        judge.event(event(new VoltageEvent.Dip(5, 5.1, Set.of(Phase.L1), 85), false, 0));
        judge.event(event(new VoltageEvent.Dip(9, 99, Set.of(Phase.L1), 85), false, 0));
        judge.event(event(new VoltageEvent.Swell(200, 200.4, Set.of(Phase.L1), 121), true, 0));
        judge.event(event(new VoltageEvent.Interruption(300, 481, Set.of(Phase.L1), 0), false, 180));
        judge.event(event(new VoltageEvent.Interruption(600, 781, Set.of(Phase.L1), 0), false, 180.01));
        judge.event(event(new VoltageEvent.RapidVoltageChange(900, 901, Set.of(Phase.L1), 6, 5), false, 0));

        EventCounts events = judge.verdict().events();
        assertEquals(3, events.dips());
        assertEquals(1, events.cell(EventCell.C2));
        assertEquals(1, events.cell(EventCell.A1));
        assertEquals(
                2, events.cells().values().stream().mapToInt(Integer::intValue).sum());
        assertEquals(1, events.swells());
        assertEquals(1, events.shortInterruptions());
        assertEquals(1, events.longInterruptions());
        assertEquals(1, events.rapidChanges());
        assertEquals(EventCell.values().length, events.cells().size());
    }

    @Test
    void otherLengthsAndPartsOfIntervalsDoNotCount() {
        judge.interval(interval(IntervalLength.TWO_HOURS, 100, 100, true, false));
        judge.interval(interval(IntervalLength.TEN_MINUTES, 100, 100, false, false));

        assertEquals(0, judge.verdict().tenMinutes());
        assertEquals(0, row(Characteristic.VOLTAGE, Phase.L1).intervals());
    }

    private CharacteristicVerdict row(Characteristic characteristic, Phase phase) {
        return row(characteristic, 1, Optional.of(phase));
    }

    private CharacteristicVerdict row(Characteristic characteristic) {
        return row(characteristic, 1, Optional.empty());
    }

    private CharacteristicVerdict harmonic(int order, Phase phase) {
        return row(Characteristic.HARMONIC, order, Optional.of(phase));
    }

    private CharacteristicVerdict row(Characteristic characteristic, int order, Optional<Phase> phase) {
        List<CharacteristicVerdict> rows = judge.verdict().characteristics();
        return rows.stream()
                .filter(row -> row.characteristic() == characteristic
                        && row.order() == order
                        && row.phase().equals(phase))
                .findFirst()
                .orElseThrow();
    }

    private static ReportedEvent event(VoltageEvent event, boolean isOpen, double interruptedSeconds) {
        return new ReportedEvent(event, Map.of(), isOpen, interruptedSeconds);
    }

    private static AggregatedInterval tenMinutes(double volts1, double others, boolean isFlagged) {
        return interval(IntervalLength.TEN_MINUTES, volts1, others, true, isFlagged);
    }

    private static AggregatedInterval interval(
            IntervalLength length, double volts1, double others, boolean isWhole, boolean isFlagged) {
        Map<IntervalQuantity, Statistic> statistics = new EnumMap<>(IntervalQuantity.class);
        statistics.put(IntervalQuantity.VOLTAGE_1, new Statistic(volts1, volts1, volts1, 3_000));
        statistics.put(IntervalQuantity.VOLTAGE_2, new Statistic(others, others, others, 3_000));
        statistics.put(IntervalQuantity.VOLTAGE_3, new Statistic(others, others, others, 3_000));
        statistics.put(IntervalQuantity.NEGATIVE_SEQUENCE, new Statistic(0.3, 0.1, 0.5, 3_000));
        // The harmonics fail on purpose in the test about them only.
        boolean isDistorted = (others == 230 && volts1 == 230) || others == 0;
        return new AggregatedInterval(
                length,
                0,
                600,
                3_000,
                600,
                isWhole,
                isFlagged,
                statistics,
                isDistorted ? Optional.of(threePercentEach()) : Optional.empty());
    }

    private static HarmonicSpectrum threePercentEach() {
        HarmonicSpectrum spectrum = new HarmonicSpectrum(HarmonicSpectrum.ORDERS);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            for (int order = 1; order <= HarmonicSpectrum.ORDERS; order++) {
                double volts = order == 1 ? 230 : 6.9;
                spectrum.set(SampleBlock.voltage(phase), order, volts, 0, volts, volts, 0);
            }
        }
        return spectrum;
    }
}
