package trefas.metrology.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import trefas.metrology.VoltageEvent;
import trefas.metrology.VoltageEvent.Dip;
import trefas.metrology.VoltageEvent.Interruption;
import trefas.metrology.VoltageEvent.RapidVoltageChange;
import trefas.metrology.VoltageEvent.Swell;
import trefas.quantity.Phase;

class VoltageEventsTest {

    private static final double HALF = 0.01;

    private final List<ReportedEvent> found = new ArrayList<>();
    private VoltageEvents events = new VoltageEvents(EventSettings.of(100), found::add);
    private int halfCycles;

    /// So many values of the three phases, percent; all phases cross zero together here.
    private void voltages(int count, double l1, double l2, double l3) {
        for (int n = 0; n < count; n++) {
            double start = halfCycles * HALF;
            double[] percents = {l1, l2, l3};
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                events.halfCycle(phase, start, start + 2 * HALF, percents[phase]);
            }
            halfCycles++;
        }
    }

    private ReportedEvent only() {
        assertEquals(1, found.size(), found::toString);
        return found.getFirst();
    }

    @Test
    void aDipBeginsWithTheFirstValueBelowAndEndsWithTheFirstPastTheHysteresis() {
        voltages(10, 100, 100, 100);
        voltages(1, 100, 89.99, 100);
        voltages(3, 100, 70, 100);
        voltages(5, 100, 91.99, 100);
        voltages(10, 100, 92, 100);

        ReportedEvent dip = only();
        assertInstanceOf(Dip.class, dip.event());
        assertEquals(0.10, dip.event().startSeconds(), 1e-9);
        assertEquals(0.19 + 0.02, dip.event().endSeconds(), 1e-9);
        assertEquals(70, dip.event().extremePercent());
        assertEquals(Set.of(Phase.L2), dip.event().phases());
        assertEquals(Optional.of(EventCell.B1), dip.cell());
        assertFalse(dip.isOpen());
    }

    @Test
    void theThresholdItselfIsNoEvent() {
        voltages(20, 90, 110, 100);
        events.stretchEnded(1);

        assertEquals(List.of(), found);
    }

    @Test
    void aSwellEndsBelowTheHysteresis() {
        voltages(1, 100, 100, 110.01);
        voltages(4, 100, 100, 125);
        voltages(4, 100, 100, 108.01);
        voltages(1, 100, 100, 108);

        ReportedEvent swell = only();
        assertInstanceOf(Swell.class, swell.event());
        assertEquals(0.09 + 0.02, swell.event().endSeconds(), 1e-9);
        assertEquals(Optional.of(EventCell.S1), swell.cell());
    }

    @Test
    void phasesThatOverlapAreOneEventWithAnExtremeEach() {
        voltages(5, 80, 100, 100);
        voltages(5, 60, 50, 100);
        voltages(5, 100, 85, 100);
        voltages(5, 100, 88, 87);
        voltages(5, 100, 100, 100);

        ReportedEvent dip = only();
        assertEquals(0, dip.event().startSeconds());
        assertEquals(0.20 + 0.02, dip.event().endSeconds(), 1e-9);
        assertEquals(50, dip.event().extremePercent());
        assertEquals(Map.of(Phase.L1, 60.0, Phase.L2, 50.0, Phase.L3, 87.0), dip.extremePercents());
    }

    @Test
    void aDipInOnePhaseAndASwellInAnotherAreTwoEvents() {
        voltages(5, 60, 120, 120);
        voltages(5, 100, 100, 100);

        assertEquals(2, found.size());
        assertEquals(Set.of(Phase.L1), found.get(0).event().phases());
        assertEquals(Set.of(Phase.L2, Phase.L3), found.get(1).event().phases());
    }

    @Test
    void aDipWithAllPhasesGoneAtOnceIsOneInterruption() {
        voltages(10, 100, 50, 100);
        voltages(20, 3, 4, 4.9);
        voltages(10, 6.9, 4, 4);
        voltages(10, 7, 4, 4);
        voltages(10, 100, 100, 100);

        ReportedEvent interruption = only();
        assertInstanceOf(Interruption.class, interruption.event());
        assertEquals(0, interruption.event().startSeconds());
        assertEquals(0.5 + 0.02, interruption.event().endSeconds(), 1e-9);
        assertEquals(0.3 + 0.02, interruption.interruptedSeconds(), 1e-9);
        assertEquals(Optional.empty(), interruption.cell());
    }

    @Test
    void phasesGoneOneAfterTheOtherAreADip() {
        voltages(10, 0, 100, 100);
        voltages(10, 50, 0, 0);
        voltages(10, 100, 100, 100);

        assertInstanceOf(Dip.class, only().event());
        assertEquals(0, only().interruptedSeconds());
    }

    @Test
    void aPhaseThatIsNotMeasuredTakesNoPart() {
        events = new VoltageEvents(EventSettings.of(100).measuring(EnumSet.of(Phase.L1)), found::add);

        voltages(10, 100, 0, 0);
        voltages(10, 0, 0, 0);
        voltages(10, 100, 0, 0);

        assertInstanceOf(Interruption.class, only().event());
        assertEquals(Set.of(Phase.L1), only().event().phases());
    }

    @Test
    void anEventAtTheEndOfTheRecordIsReportedAsOpen() {
        voltages(10, 100, 100, 100);
        voltages(10, 50, 100, 100);
        events.stretchEnded(0.25);

        assertTrue(only().isOpen());
        assertEquals(0.25, only().event().endSeconds());
        assertEquals(Optional.empty(), only().cell());
    }

    @Test
    void aGapEndsAnEventAsOpenAndTheNextBeginsAfterIt() {
        voltages(10, 50, 100, 100);
        events.stretchEnded(0.11);
        voltages(10, 50, 100, 100);
        voltages(10, 100, 100, 100);

        assertEquals(2, found.size());
        assertTrue(found.get(0).isOpen());
        assertFalse(found.get(1).isOpen());
        assertEquals(0.1, found.get(1).event().startSeconds(), 1e-9);
    }

    @Test
    void whatAnEventTouchesIsFlagged() {
        voltages(40, 100, 100, 100);
        assertFalse(events.isFlagged(0, 0.4));
        voltages(10, 50, 100, 100);
        assertTrue(events.isFlagged(0.4, 0.6), "while it goes on");
        assertFalse(events.isFlagged(0.2, 0.4), "before it began");
        voltages(40, 100, 100, 100);

        assertTrue(events.isFlagged(0.4, 0.6), "after it ended");
        assertTrue(events.isFlagged(0.5, 0.6), "its last cycle");
        assertFalse(events.isFlagged(0.6, 0.8));
    }

    @Test
    void aStepBetweenSteadyVoltagesIsARapidChange() {
        voltages(150, 100, 100, 100);
        voltages(10, 91, 100, 100);
        voltages(200, 94, 100, 100);

        ReportedEvent reported = only();
        RapidVoltageChange change = assertInstanceOf(RapidVoltageChange.class, reported.event());
        assertEquals(9, change.extremePercent(), 1e-9, "dUmax");
        assertEquals(6, change.steadyPercent(), 1e-9, "dUss");
        assertEquals(1.5, change.startSeconds(), 1e-9);
        assertEquals(Set.of(Phase.L1), change.phases());
        assertFalse(events.isFlagged(1.4, 1.6), "a rapid change spoils nothing");
    }

    @Test
    void aRapidChangeEndsWithTheFirstValueOfTheSteadyVoltage() {
        voltages(150, 100, 100, 100);
        voltages(30, 93, 100, 100);
        voltages(200, 100, 100, 100);

        VoltageEvent change = only().event();
        assertEquals(1.5, change.startSeconds(), 1e-9);
        // The first value that lies within 2.5 % of the mean of the second that follows it.
        assertEquals(1.8 + 0.02, change.endSeconds(), 1e-9);
    }

    @Test
    void whatHoldsADipIsNoRapidChange() {
        voltages(150, 100, 100, 100);
        voltages(10, 93, 100, 100);
        voltages(10, 93, 100, 80);
        voltages(300, 93, 100, 100);

        assertInstanceOf(Dip.class, only().event());
    }

    @Test
    void aSlowDriftAndASmallStepAreNoRapidChange() {
        voltages(150, 100, 100, 100);
        voltages(200, 95.1, 100, 100);
        for (double percent = 95; percent < 105; percent += 0.01) {
            voltages(1, percent, 100, 100);
        }

        assertEquals(List.of(), found);
    }

    @Test
    void theThresholdOfRapidChangesCanBeSet() {
        events = new VoltageEvents(EventSettings.of(100).rapidChangesFrom(3), found::add);

        voltages(150, 100, 100, 100);
        voltages(200, 96.5, 100, 100);

        assertInstanceOf(RapidVoltageChange.class, only().event());
    }

    @Test
    void aRecordTooShortForASteadyVoltageHasNoRapidChange() {
        voltages(60, 100, 100, 100);
        voltages(60, 93, 100, 100);
        events.stretchEnded(1.2);

        assertEquals(List.of(), found);
    }

    /// The example `ex_dip_L2_55` with its exact answers: L2 at 55 % from 0.60 s to 0.86 s, 16-bit steps.
    @Test
    void theExampleDipHasItsAnswers() {
        events = new VoltageEvents(EventSettings.of(230), found::add);
        var supply = new SteppedSupply(
                50, List.of(new SteppedSupply.Step(0.6, 1, 0.55, 1), new SteppedSupply.Step(0.86, 1, 1, 1)));
        SupplyOnBench.Voltage quantised =
                (phase, time) -> Math.rint(supply.at(phase, time) / 0.0244148075808) * 0.0244148075808;

        events.stretchEnded(
                new SupplyOnBench(50, 10_000, 2, quantised).run(new HalfCycleVoltages(50, List.of(events))));

        VoltageEvent dip = only().event();
        assertEquals(0.586667, dip.startSeconds(), 1e-6);
        assertEquals(0.876667, dip.endSeconds(), 1e-6);
        assertEquals(0.29, dip.seconds(), 1e-6);
        assertEquals(55, dip.extremePercent(), 0.005);
        assertEquals(Set.of(Phase.L2), dip.phases());
        assertEquals(Optional.of(EventCell.C2), only().cell());
    }
}
