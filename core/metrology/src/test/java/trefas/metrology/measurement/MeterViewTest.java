package trefas.metrology.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import trefas.metrology.event.OccurrenceCounter;
import trefas.metrology.event.VoltageQualityEntry;
import trefas.metrology.event.VoltageQualityEvent;
import trefas.metrology.kernel.PulseOutput;

class MeterViewTest {

    private static final MeasurementRules RULES = MeasurementRules.usual(230);

    @Test
    void aQuietSupplyCountsAndLogsNothing() {
        MeterFindings findings = SuppliedRecord.measured(RULES, 25, _ -> 230, 5).meter();

        for (OccurrenceCounter counter : OccurrenceCounter.values()) {
            assertEquals(0, findings.count(counter), counter.name());
        }
        assertEquals(List.of(), findings.entries());
    }

    @Test
    void aDipTo184VoltsCountsForTheMeterEvenThoughItIsNotLogged() {
        MeterFindings findings =
                SuppliedRecord.measured(RULES, 12, within(4.1, 4.6, 150), 5).meter();

        assertEquals(1, findings.count(OccurrenceCounter.DIP));
        assertEquals(0, findings.count(OccurrenceCounter.SWELL));
        assertEquals(0, findings.count(OccurrenceCounter.SHORT_INTERRUPTION));
    }

    @Test
    void aDipThatOnlyEn50160KnowsIsNoneForTheMeter() {
        Measurement measurement = SuppliedRecord.measured(RULES, 12, within(4.1, 4.6, 200), 5);

        assertEquals(1, measurement.events().size());
        assertEquals(0, measurement.meter().count(OccurrenceCounter.DIP));
    }

    @Test
    void anInterruptionIsCountedAndLoggedWithBothItsEnds() {
        MeterFindings findings =
                SuppliedRecord.measured(RULES, 40, within(10, 25, 0), 5).meter();

        assertEquals(1, findings.count(OccurrenceCounter.SHORT_INTERRUPTION));
        List<VoltageQualityEntry> outage = findings.entries().stream()
                .filter(entry -> entry.phase() == VoltageQualityEntry.ALL_PHASES)
                .toList();
        assertEquals(
                List.of(VoltageQualityEvent.OUTAGE, VoltageQualityEvent.REESTABLISHED),
                outage.stream().map(VoltageQualityEntry::event).toList());
        assertEquals(11, outage.getFirst().second());
        assertEquals(26, outage.getLast().second());
    }

    @Test
    void highSecondsAreLoggedWithTheirPeakAndCountedAsRapidChanges() {
        MeterFindings findings =
                SuppliedRecord.measured(RULES, 30, within(10, 14, 260), 5).meter();

        List<VoltageQualityEntry> l1 =
                findings.entries().stream().filter(entry -> entry.phase() == 1).toList();
        assertTrue(l1.stream().anyMatch(entry -> entry.event() == VoltageQualityEvent.MAXIMUM_START), l1::toString);
        VoltageQualityEntry peak = l1.stream()
                .filter(entry -> entry.event() == VoltageQualityEvent.MAXIMUM_PEAK)
                .findFirst()
                .orElseThrow();
        assertEquals(260, peak.maxVolts(), 1);
        assertEquals(0, findings.count(OccurrenceCounter.RAPID_VOLTAGE_CHANGE), "260 V is beyond the limits");
    }

    @Test
    void everyWattHourOfTheTotalIsAPulse() {
        // 3 x 230 V x 10 A for 20 s are 38.33 Wh.
        PulseReading pulses = SuppliedRecord.measured(RULES, 20, _ -> 230, 10).pulses();

        assertEquals(new PulseReading(1_000, 30, 38, 0, 0), pulses);
    }

    @Test
    void pulsesThatDoNotFitAreQueued() {
        // 3 x 230 V x 400 A are 76.7 pulses a second, of which 12.2 of 80 ms and 2 ms pause fit.
        MeasurementRules rules = RULES.withPulses(PulseOutput.LONG_PULSE_MILLIS);
        PulseReading pulses = SuppliedRecord.measured(rules, 5, _ -> 230, 400).pulses();

        assertEquals(383, pulses.count());
        assertEquals(383 - 5 / 0.082, pulses.queued(), 2);
        assertEquals(0, pulses.withheld());
    }

    @Test
    void aRecordScaledBeyondAllReasonHasItsPulsesWithheld() {
        // 3 x 1 MV x 100 kA are 300 GW: 16.7 MWh in a window.
        PulseReading pulses = SuppliedRecord.measured(RULES, 3, _ -> 1e6, 1e5).pulses();

        assertEquals(250_000_000.0, (double) pulses.count(), 1.0);
        assertEquals(pulses.count(), pulses.withheld() + pulses.queued());
    }

    private static DoubleUnaryOperator within(double start, double end, double volts) {
        return seconds -> seconds >= start && seconds < end ? volts : 230;
    }
}
