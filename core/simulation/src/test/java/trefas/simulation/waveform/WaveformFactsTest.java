package trefas.simulation.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import trefas.metrology.VoltageEvent;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;
import trefas.simulation.CosPhi;

/// Answers that can be written down by hand.
class WaveformFactsTest {

    private static final double U = 230;
    private static final double I = 5;
    private static final double EXACT = 1e-9;

    private static WaveformFacts facts(WaveformScenario scenario) {
        return scenario.facts(ScenarioParameters.USUAL);
    }

    @Test
    void balancedLoadOfHalfInductive() {
        WaveformFacts facts =
                WaveformScenario.BALANCED.facts(ScenarioParameters.USUAL.withCosPhi(CosPhi.inductive(0.5)));

        assertEquals(3 * U * I / 2, facts.activePower(), EXACT);
        assertEquals(3 * U * I * Math.sqrt(0.75), facts.reactivePower(), EXACT);
        assertEquals(3 * U * I, facts.arithmeticApparentPower(), EXACT);
        assertEquals(0.5, facts.l2().powerFactor(), EXACT);
        assertEquals(U * Math.sqrt(3), facts.voltage12(), EXACT);
        assertEquals(0, facts.neutralCurrent(), EXACT);
        assertEquals(50, facts.frequency(), EXACT);
        assertEquals(PhaseSequence.L1L2L3, facts.sequence());
    }

    @Test
    void capacitiveLoadHasNegativeReactivePower() {
        WaveformFacts facts =
                WaveformScenario.BALANCED.facts(ScenarioParameters.USUAL.withCosPhi(CosPhi.capacitive(0.8)));

        assertEquals(3 * U * I * 0.8, facts.activePower(), EXACT);
        assertEquals(-3 * U * I * 0.6, facts.reactivePower(), EXACT);
    }

    // EN 50470-3, direct current and even harmonics. The series stops at order 50, and the rms with it.
    @Test
    void halfWaveIsHalfThePower() {
        WaveformFacts.PhaseFacts phase = facts(WaveformScenario.HALF_WAVE).l1();

        assertEquals(U * I / 2, phase.activePower(), EXACT);
        assertEquals(0, phase.reactivePower(), EXACT);
        assertEquals(I / Math.sqrt(2), phase.current(), 1e-5 * I);
    }

    // EN 50470-3, odd harmonics.
    @Test
    void firingAtNinetyDegreesIsHalfThePowerAndLags() {
        WaveformFacts.PhaseFacts phase = facts(WaveformScenario.DIMMER).l3();

        assertEquals(U * I / 2, phase.activePower(), EXACT);
        assertEquals(U * I / Math.PI, phase.reactivePower(), EXACT);
        assertEquals(I / Math.sqrt(2), phase.current(), 0.006 * I);
    }

    // EN 50470-3, sub-harmonics: ten seconds are 125 times two cycles on and two off.
    @Test
    void burstsOfTwoCyclesAreHalfThePower() {
        WaveformFacts facts = facts(WaveformScenario.BURST_FIRE);

        assertEquals(3 * U * I / 2, facts.activePower(), 1e-6);
        assertEquals(I / Math.sqrt(2), facts.l1().current(), 1e-9);
        assertFalse(facts.isSteady());
    }

    // EN 50470-3: 10 % and 40 % of fifth harmonic in phase.
    @Test
    void fifthHarmonicAddsFourPercent() {
        WaveformFacts.PhaseFacts phase = facts(WaveformScenario.FIFTH).l2();

        assertEquals(1.04 * U * I, phase.activePower(), EXACT);
        assertEquals(10, phase.voltageThd(), EXACT);
        assertEquals(40, phase.currentThd(), EXACT);
        assertEquals(I * Math.sqrt(1.16), phase.current(), EXACT);
    }

    // The limits of EN 50160 all at once; their root sum of squares is far above the 8 % for THD.
    @Test
    void allHarmonicLimitsAtOnce() {
        double squares = (4 + 25 + 1 + 36 + 25 + 2.25 + 12.25 + 9 + 0.25 + 4 + 2.25 + 0.25 + 2.25 + 2.25) + (10 * 0.25);
        WaveformFacts.PhaseFacts phase = facts(WaveformScenario.HARMONICS).l1();

        assertEquals(Math.sqrt(squares), phase.voltageThd(), EXACT);
        assertEquals(U * Math.sqrt(1 + (squares / 10_000)), phase.voltage(), EXACT);
    }

    @Test
    void missingPhaseHasNothing() {
        WaveformFacts facts = facts(WaveformScenario.MISSING_PHASE);

        assertEquals(0, facts.l2().voltage());
        assertEquals(0, facts.l2().current());
        assertEquals(U, facts.voltage12(), EXACT);
        assertEquals(U * Math.sqrt(3), facts.voltage31(), EXACT);
    }

    @Test
    void reversedIsNotUnbalanced() {
        WaveformFacts facts = facts(WaveformScenario.REVERSED);

        assertEquals(PhaseSequence.L1L3L2, facts.sequence());
        assertEquals(0, facts.voltageComponents().negativePercent(), EXACT);
        assertEquals(3 * U * I, facts.activePower(), EXACT);
    }

    // Heaters of 2 : 1 : 1 without a neutral. The star point moves by a quarter of U1 (Millman).
    @Test
    void lostNeutralMovesTheStarPoint() {
        PhasorTwin twin = WaveformScenario.NEUTRAL_LOSS.phasors(ScenarioParameters.USUAL);
        twin.next();
        assertEquals(U, twin.volts(0), EXACT);
        for (int second = 2; second <= 5; second++) {
            twin.next();
        }
        double others = U * Math.sqrt((0.75 * 0.75) + 0.75);

        assertEquals(0.75 * U, twin.volts(0), EXACT);
        assertEquals(others, twin.volts(1), EXACT);
        assertEquals(others, twin.volts(2), EXACT);
        assertEquals(0.75 * 2 * I, twin.amperes(0), EXACT);
        assertEquals(others / U * I, twin.amperes(1), EXACT);
    }

    @Test
    void dipsAreFoundWhereTheyWerePut() {
        List<VoltageEvent> events = facts(WaveformScenario.DIP).events();

        assertEquals(3, events.size());
        var first = assertInstanceOf(VoltageEvent.Dip.class, events.getFirst());
        assertEquals(0.6, first.startSeconds());
        assertEquals(0.86, first.endSeconds());
        assertEquals(Set.of(Phase.L2), first.phases());
        assertEquals(55, first.extremePercent(), EXACT);
    }

    @Test
    void everyKindOfEventHasItsScenario() {
        assertInstanceOf(
                VoltageEvent.Swell.class, facts(WaveformScenario.SWELL).events().getFirst());
        assertInstanceOf(
                VoltageEvent.Interruption.class,
                facts(WaveformScenario.INTERRUPTION).events().getFirst());
        assertEquals(2, facts(WaveformScenario.RAPID_CHANGE).events().size());
        assertInstanceOf(
                VoltageEvent.RapidVoltageChange.class,
                facts(WaveformScenario.RAPID_CHANGE).events().getLast());
        assertEquals(List.of(), facts(WaveformScenario.BALANCED).events());
    }

    // A dip on one phase that spreads to another is one event with the deepest residual.
    @Test
    void overlappingDipsAreOneEvent() {
        WaveformGrid grid = WaveformGrid.balanced(U, 50)
                .withDisturbances(List.of(
                        new VoltageDisturbance(1, 1.3, Set.of(Phase.L1), 0.8),
                        new VoltageDisturbance(1.2, 1.5, Set.of(Phase.L3), 0.6)));

        assertEquals(
                List.of(new VoltageEvent.Dip(1, 1.5, Set.of(Phase.L1, Phase.L3), 60)),
                ExpectedEvents.of(new WaveformModel(grid, List.of(), 1, 50), 10).stream()
                        .map(event -> new VoltageEvent.Dip(
                                event.startSeconds(),
                                event.endSeconds(),
                                Set.copyOf(event.phases()),
                                Math.rint(event.extremePercent())))
                        .toList());
    }

    // Everything from a seed: the same seed has the same dips, another has others, and none come together.
    @Test
    void restlessGridHasItsEventsFromTheSeed() {
        ScenarioParameters parameters = WaveformScenario.RESTLESS.usual();
        List<VoltageEvent> events = WaveformScenario.RESTLESS.facts(parameters).events();

        assertEquals(10, events.size());
        assertEquals(events, WaveformScenario.RESTLESS.facts(parameters).events());
        assertFalse(events.equals(
                WaveformScenario.RESTLESS.facts(parameters.withSeed(2)).events()));
        for (int i = 1; i < events.size(); i++) {
            assertTrue(events.get(i).startSeconds() > events.get(i - 1).endSeconds() + 5);
        }
    }

    @Test
    void motorStartsWithSixTimesItsCurrent() {
        PhasorTwin twin = WaveformScenario.MOTOR.phasors(ScenarioParameters.USUAL);
        twin.next();
        assertEquals(0, twin.amperes(0));
        twin.next();
        assertTrue(twin.amperes(0) > 2 * I, "the start is in this second");
        assertTrue(twin.vars(0) > twin.watts(0), "a rotor at rest is an inductance");
        for (int second = 2; second < 8; second++) {
            twin.next();
        }
        assertEquals(Math.cos(Math.toRadians(MotorProfile.RUNNING_DEGREES)) * U * I, twin.watts(0), 1e-6);
    }

    @Test
    void solarPowerIsExport() {
        assertTrue(facts(WaveformScenario.SOLAR).activePower() < -3 * U * I * 0.3);
    }

    // Numbers of the project's example recordings (made elsewhere, with another program), CC0: ex_harmonics_49p8.
    @Test
    void factsAreThoseOfTheExampleRecording() {
        WaveformGrid grid = WaveformGrid.balanced(229, 49.8)
                .withHarmonics(
                        List.of(new GridHarmonic(3, 2, 40), new GridHarmonic(5, 4, 160), new GridHarmonic(7, 2, 10)));
        var shape = HarmonicSignature.ofTable(3, 25, 10, 5, 12, 150, 9, 5, 60);
        var load = new WaveformLoad(
                "example", new SteadyProfile(6.1, 6.1, 6.1, 33), shape, WaveformLoad.Response.HOLDS, BurstGate.OPEN);
        var values = new WaveformModel(grid, List.of(load), 1, 50)
                .facts(2, List.of())
                .values();

        assertEquals(229.2746353175597, values.getOrDefault("L1.U", Double.NaN), EXACT);
        assertEquals(6.337544792741112, values.getOrDefault("L2.I", Double.NaN), EXACT);
        assertEquals(1160.463823097606, values.getOrDefault("L3.P", Double.NaN), EXACT);
        assertEquals(760.8062680124913, values.getOrDefault("L1.Q1", Double.NaN), EXACT);
        assertEquals(766.8186336940996, values.getOrDefault("L1.Q_budeanu", Double.NaN), EXACT);
        assertEquals(0.7986464266819675, values.getOrDefault("L1.PF", Double.NaN), EXACT);
        assertEquals(0.838670567945424, values.getOrDefault("L1.cosphi1", Double.NaN), EXACT);
        assertEquals(4.898979485566357, values.getOrDefault("L1.THD_U", Double.NaN), EXACT);
        assertEquals(28.17800560721074, values.getOrDefault("L1.THD_I", Double.NaN), EXACT);
        assertEquals(397.0360764464609, values.getOrDefault("total.U12", Double.NaN), EXACT);
        assertEquals(4.665602854937398, values.getOrDefault("total.IN", Double.NaN), EXACT);
        assertEquals(4162.874266596177, values.getOrDefault("total.S_vector", Double.NaN), 1e-8);
        assertEquals(49.8, values.getOrDefault("total.f", Double.NaN), EXACT);
    }

    @Test
    void namesAreFoundAsWritten() {
        assertEquals(
                WaveformScenario.HEAT_PUMP, WaveformScenario.named("heat-pump").orElseThrow());
        assertTrue(WaveformScenario.named("heat pump").isEmpty());
        for (WaveformScenario scenario : WaveformScenario.all()) {
            assertEquals(scenario, WaveformScenario.named(scenario.label()).orElseThrow());
            assertFalse(scenario.description().isBlank());
        }
    }
}
