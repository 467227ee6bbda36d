package trefas.metrology.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseValues;
import trefas.metrology.Phasor;
import trefas.metrology.TenCycleValues;
import trefas.metrology.event.ConditionSettings.NeutralRule;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

class SupplyConditionsTest {

    private static final double WINDOW = 0.2;

    private final List<SupplyCondition> begun = new ArrayList<>();
    private final List<ConditionEvent> ended = new ArrayList<>();
    private SupplyConditions conditions = watching(ConditionSettings.DEFAULT);
    private int windows;
    private int seconds;

    private SupplyConditions watching(ConditionSettings settings) {
        return new SupplyConditions(settings, new ConditionObserver() {
            @Override
            public void began(SupplyCondition condition, double startSeconds) {
                begun.add(condition);
            }

            @Override
            public void ended(ConditionEvent event) {
                ended.add(event);
            }
        });
    }

    /// So many seconds of basic intervals with these phasors of the voltages, V.
    private void supply(double duration, Phasor l1, Phasor l2, Phasor l3) {
        for (int n = 0; n < Math.rint(duration / WINDOW); n++) {
            conditions.interval(new TenCycleValues(
                    windows * WINDOW,
                    (windows + 1) * WINDOW,
                    10,
                    50,
                    values(l1),
                    values(l2),
                    values(l3),
                    l1.minus(l2).magnitude(),
                    l2.minus(l3).magnitude(),
                    l3.minus(l1).magnitude(),
                    0));
            windows++;
        }
    }

    private static PhaseValues values(Phasor voltage) {
        return new PhaseValues(voltage.magnitude(), 0, 0, voltage, Phasor.ZERO);
    }

    private void balanced(double duration) {
        supply(duration, Phasor.polar(230, 0), Phasor.polar(230, -120), Phasor.polar(230, 120));
    }

    private void seconds(int count, int l1, int l2, int l3, PhaseSequence sequence) {
        var values = new OneSecondValues();
        values.phase(0, l1 * 1_000, 0, 0, 0);
        values.phase(1, l2 * 1_000, 0, 0, 0);
        values.phase(2, l3 * 1_000, 0, 0, 0);
        values.supply(50_000, sequence);
        for (int n = 0; n < count; n++) {
            conditions.second(++seconds, values);
        }
    }

    @Test
    void aHealthySupplyHasNoCondition() {
        balanced(120);
        conditions.end(120);

        assertEquals(List.of(), begun);
        assertEquals(List.of(), ended);
    }

    @Test
    void theStarPointThatMovesToAPhaseIsALostNeutral() {
        // Load on L1 alone: the star point moves 60 V towards L1.
        Phasor shift = Phasor.polar(60, 0);
        balanced(2);
        supply(
                90,
                Phasor.polar(230, 0).minus(shift),
                Phasor.polar(230, -120).minus(shift),
                Phasor.polar(230, 120).minus(shift));
        balanced(120);

        assertTrue(begun.containsAll(List.of(SupplyCondition.NEUTRAL_DISPLACED, SupplyCondition.NEUTRAL_LOST)));
        assertFalse(begun.contains(SupplyCondition.PHASE_MISSING));
        ConditionEvent displaced = event(SupplyCondition.NEUTRAL_DISPLACED);
        assertEquals(2, displaced.startSeconds(), 1e-9);
        assertEquals(92, displaced.endSeconds(), 1e-9);
        assertEquals(100 * 60 / 230.0, displaced.extreme(), 1e-6);
        ConditionEvent lost = event(SupplyCondition.NEUTRAL_LOST);
        assertEquals(90, lost.seconds(), 1e-9);
        assertEquals(Phasor.polar(230, 120).minus(shift).magnitude(), lost.extreme(), 1e-9);
        assertEquals(EnumSet.allOf(Phase.class), lost.phases());
    }

    private ConditionEvent event(SupplyCondition condition) {
        return ended.stream()
                .filter(one -> one.condition() == condition)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} V, {1} V, {2} V for {3} s: {4}")
    @CsvSource({
        "254, 254, 189, 61, true",
        "254, 254, 189, 60, false",
        "253, 254, 189, 90, false",
        "254, 254, 190, 90, false",
        "254, 189, 189, 90, false",
        "189, 254, 254, 61, true",
        "254, 189, 254, 61, true",
        "230, 230, 0, 90, false"
    })
    void theMetersOwnRuleNeedsTwoHighAndOneLowForMoreThanAMinute(int l1, int l2, int l3, int duration, boolean isLost) {
        seconds(duration, l1, l2, l3, PhaseSequence.L1L2L3);

        assertEquals(isLost, conditions.isActive(SupplyCondition.NEUTRAL_LOST));
    }

    @Test
    void theRuleCanBeSet() {
        conditions = watching(ConditionSettings.DEFAULT.with(new NeutralRule(240, 200, 5)));

        seconds(6, 241, 199, 241, PhaseSequence.L1L2L3);

        assertTrue(conditions.isActive(SupplyCondition.NEUTRAL_LOST));
    }

    @Test
    void aLostNeutralIsOverWhenItHasBeenAbsentForAsLong() {
        seconds(70, 260, 260, 150, PhaseSequence.L1L2L3);
        seconds(30, 230, 230, 230, PhaseSequence.L1L2L3);
        seconds(10, 260, 260, 140, PhaseSequence.L1L2L3);
        seconds(60, 230, 230, 230, PhaseSequence.L1L2L3);
        assertTrue(conditions.isActive(SupplyCondition.NEUTRAL_LOST));
        seconds(1, 230, 230, 230, PhaseSequence.L1L2L3);

        assertFalse(conditions.isActive(SupplyCondition.NEUTRAL_LOST));
        ConditionEvent lost = event(SupplyCondition.NEUTRAL_LOST);
        assertEquals(0, lost.startSeconds());
        assertEquals(110, lost.endSeconds());
    }

    @Test
    void aMissingPhaseTakesItsLineVoltagesAlongAndIsNoLostNeutral() {
        balanced(2);
        supply(20, Phasor.polar(230, 0), Phasor.polar(3, 10), Phasor.polar(230, 120));
        balanced(30);

        assertEquals(List.of(SupplyCondition.PHASE_MISSING), begun);
        ConditionEvent missing = event(SupplyCondition.PHASE_MISSING);
        assertEquals(Set.of(Phase.L2), missing.phases());
        assertEquals(3, missing.extreme(), 1e-9);
        assertEquals(2, missing.startSeconds(), 1e-9);
        assertEquals(20, missing.seconds(), 1e-9);
    }

    @Test
    void aPhaseShortedToTheStarPointIsNotMissing() {
        // The star point lies on L1: no voltage there, but all line voltages stand.
        supply(20, Phasor.ZERO, Phasor.polar(400, -150), Phasor.polar(400, 150));

        assertFalse(begun.contains(SupplyCondition.PHASE_MISSING));
        assertTrue(begun.contains(SupplyCondition.NEUTRAL_DISPLACED));
    }

    @Test
    void anOutageOfAllPhasesIsNoMissingPhase() {
        supply(20, Phasor.ZERO, Phasor.ZERO, Phasor.ZERO);

        assertEquals(List.of(), begun);
    }

    @Test
    void twoPhasesCanBeMissing() {
        seconds(11, 230, 0, 49, PhaseSequence.UNDECIDED);
        conditions.end(11);

        assertEquals(
                Set.of(Phase.L2, Phase.L3), event(SupplyCondition.PHASE_MISSING).phases());
        assertTrue(event(SupplyCondition.PHASE_MISSING).isOpen());
    }

    @Test
    void aReversedSequenceIsToldInIntervalsAndInSeconds() {
        supply(4, Phasor.polar(230, 0), Phasor.polar(230, 120), Phasor.polar(230, -120));
        assertEquals(List.of(SupplyCondition.SEQUENCE_REVERSED), begun);

        begun.clear();
        conditions = watching(ConditionSettings.DEFAULT);
        seconds(4, 230, 230, 230, PhaseSequence.L1L3L2);
        assertEquals(List.of(SupplyCondition.SEQUENCE_REVERSED), begun);
    }

    @Test
    void overvoltageNamesItsPhaseAndItsHighest() {
        seconds(5, 230, 254, 230, PhaseSequence.L1L2L3);
        seconds(1, 230, 270, 230, PhaseSequence.L1L2L3);
        seconds(5, 230, 253, 230, PhaseSequence.L1L2L3);

        ConditionEvent over = event(SupplyCondition.OVERVOLTAGE);
        assertEquals(Set.of(Phase.L2), over.phases());
        assertEquals(270, over.extreme());
        assertEquals(6, over.seconds(), 1e-9);
        assertEquals("V", over.condition().unit());
    }

    @Test
    void aPauseEndsWhatWasGoingOnAsOpen() {
        seconds(5, 230, 254, 230, PhaseSequence.L1L2L3);
        seconds += 60;
        seconds(5, 230, 230, 230, PhaseSequence.L1L2L3);

        assertTrue(event(SupplyCondition.OVERVOLTAGE).isOpen());
        assertEquals(5, event(SupplyCondition.OVERVOLTAGE).endSeconds());
    }
}
