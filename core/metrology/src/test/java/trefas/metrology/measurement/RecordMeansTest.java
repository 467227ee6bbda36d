package trefas.metrology.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import trefas.metrology.PhaseValues;
import trefas.metrology.Phasor;
import trefas.metrology.TenCycleValues;
import trefas.quantity.PhaseSequence;

class RecordMeansTest {

    private static final int ALL = 0b111_111;
    private static final double EXACT = 1e-9;

    @Test
    void oneIntervalIsItsOwnMean() {
        MeanValues means = means(ALL, interval(0, 0.2, 10, 230, 5, 60, 0));

        assertEquals(230, means.l1().voltage(), EXACT);
        assertEquals(5, means.l2().current(), EXACT);
        assertEquals(230 * 5 * 0.5, means.l3().activePower(), EXACT);
        assertEquals(3 * 230 * 5 * Math.sqrt(0.75), means.reactivePower(), EXACT);
        assertEquals(3 * 230 * 5, means.arithmeticApparentPower(), EXACT);
        assertEquals(3 * 230 * 5, means.vectorApparentPower(), EXACT);
        assertEquals(0.5, means.l1().powerFactor(), EXACT);
        assertEquals(0.5, means.l1().cosPhi1(), EXACT);
        assertEquals(50, means.frequency(), EXACT);
        assertEquals(PhaseSequence.L1L2L3, means.sequence());
        assertEquals(0, means.negativePercent(), EXACT);
    }

    @Test
    void voltagesAreRootsOfMeanSquaresAndPowersAreMeansEachByItsLength() {
        MeanValues means = means(ALL, interval(0, 0.2, 10, 230, 10, 0, 0), interval(0.2, 0.25, 2, 200, 0, 0, 0));

        assertEquals(
                Math.sqrt((0.2 * 230 * 230 + 0.05 * 200 * 200) / 0.25),
                means.l1().voltage(),
                EXACT);
        assertEquals(0.8 * 2300, means.l1().activePower(), EXACT);
        assertEquals(12 / 0.25, means.frequency(), EXACT);
    }

    @Test
    void anglesAreToldFromTheFirstVoltageWhereverTheIntervalsBegan() {
        MeanValues means = means(ALL, interval(0, 0.2, 10, 230, 5, 30, 17), interval(0.2, 0.4, 10, 230, 5, 30, 200));

        assertEquals(0, means.l1().voltageDegrees(), EXACT);
        assertEquals(-120, means.l2().voltageDegrees(), EXACT);
        assertEquals(-30, means.l1().currentDegrees(), EXACT);
        assertEquals(90, means.l3().currentDegrees(), EXACT);
    }

    @Test
    void whatIsNotMeasuredIsNotANumber() {
        MeanValues means = means(0b001_011, interval(0, 0.2, 10, 230, 5, 0, 0));

        assertEquals(1150, means.activePower(), EXACT, "the one phase with voltage and current");
        assertEquals(230, means.l2().voltage(), EXACT);
        assertTrue(Double.isNaN(means.l2().activePower()));
        assertTrue(means.l2().isPresent());
        assertFalse(means.l3().isPresent());
        assertEquals(230 * Math.sqrt(3), means.voltage12(), EXACT);
        assertTrue(Double.isNaN(means.voltage23()));
        assertTrue(Double.isNaN(means.negativePercent()));
        assertTrue(Double.isNaN(means.neutralCurrent()));
        assertEquals(PhaseSequence.UNDECIDED, means.sequence());
    }

    @Test
    void withoutVoltageThereIsNoFrequency() {
        MeanValues means = means(ALL, interval(0, 0.2, 0, 0, 5, 0, 0));

        assertTrue(Double.isNaN(means.frequency()));
        assertEquals(0, means.activePower(), EXACT);
        assertTrue(Double.isNaN(means.l1().powerFactor()), "no apparent power, no factor");
    }

    @Test
    void anEmptyRecordHasNoValues() {
        assertTrue(Double.isNaN(new RecordMeans(ALL).values().activePower()));
    }

    private static MeanValues means(int measured, TenCycleValues... intervals) {
        var means = new RecordMeans(measured);
        for (TenCycleValues interval : intervals) {
            means.add(interval);
        }
        return means.values();
    }

    /// Three balanced sines whose currents lag.
    static TenCycleValues interval(
            double start, double end, int cycles, double volts, double amperes, double lag, double turn) {
        return new TenCycleValues(
                start,
                end,
                cycles,
                cycles / (end - start),
                phase(volts, amperes, lag, turn),
                phase(volts, amperes, lag, turn - 120),
                phase(volts, amperes, lag, turn + 120),
                volts * Math.sqrt(3),
                volts * Math.sqrt(3),
                volts * Math.sqrt(3),
                0);
    }

    private static PhaseValues phase(double volts, double amperes, double lag, double degrees) {
        Phasor voltage = Phasor.polar(volts, degrees);
        Phasor current = Phasor.polar(amperes, degrees - lag);
        return new PhaseValues(volts, amperes, voltage.activePower(current), voltage, current);
    }
}
