package trefas.metrology.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.event.HalfCycleList.HalfCycle;
import trefas.quantity.Phase;

class HalfCycleVoltagesTest {

    private final HalfCycleList told = new HalfCycleList();
    private final HalfCycleVoltages stage = new HalfCycleVoltages(50, List.of(told));

    @ParameterizedTest(name = "{0} Hz at {1} samples a second")
    @CsvSource({"50, 10000", "42.5, 10000", "57.5, 10000", "49.83, 8000", "50.017, 12800", "60, 50000", "50, 4000"})
    void everyCycleOfASineHasTheRmsOfTheSine(double hertz, double samplesPerSecond) {
        new SupplyOnBench(hertz, samplesPerSecond, 1.5, SupplyOnBench.sine(230, hertz)).run(stage);

        for (HalfCycle value : told.values()) {
            assertEquals(230, value.volts(), 230 * 1e-6, () -> "at " + value.start());
        }
    }

    @Test
    void everyCycleOfADistortedVoltageHasItsRms() {
        // Orders and amplitudes of a heavily distorted supply, in part of the fundamental.
        double[][] harmonics = {
            {3, 0.05, 0.4}, {5, 0.06, 2}, {7, 0.05, -1}, {11, 0.035, 1.2}, {25, 0.015, 3}, {40, 0.01, 0}
        };
        double squares = 1;
        for (double[] harmonic : harmonics) {
            squares += harmonic[1] * harmonic[1];
        }
        double expected = 230 * Math.sqrt(squares);
        SupplyOnBench.Voltage distorted = (phase, time) -> {
            double angle = SupplyOnBench.radians(phase, 49.7, time);
            double sum = Math.sin(angle);
            for (double[] harmonic : harmonics) {
                sum += harmonic[1] * Math.sin(harmonic[0] * angle + harmonic[2]);
            }
            return Math.sqrt(2) * 230 * sum;
        };

        new SupplyOnBench(49.7, 10_000, 1.5, distorted).run(stage);

        for (HalfCycle value : told.values()) {
            assertEquals(expected, value.volts(), expected * 10e-6, () -> "at " + value.start());
        }
    }

    @Test
    void cyclesBeginAtTheZeroCrossingsOfTheirPhaseAndFollowEveryHalfCycle() {
        double hertz = 49.9;
        new SupplyOnBench(hertz, 10_000, 2.01, SupplyOnBench.sine(230, hertz)).run(stage);

        for (int phase = 0; phase < Phase.COUNT; phase++) {
            // The first crossing at or after 0: that of L1 at 0, of L2 a third of a cycle later less a half, of L3 ...
            double first = ((phase * 2) % 3) / 6.0 / hertz;
            List<HalfCycle> values = told.ofPhase(phase);
            for (int k = 0; k < values.size(); k++) {
                assertEquals(first + k / (2 * hertz), values.get(k).start(), 1e-9);
                assertEquals(first + (k + 2) / (2 * hertz), values.get(k).end(), 1e-9);
            }
            assertTrue(
                    values.size() >= 198, "ten windows hold 200 half cycles, the last two may go on: " + values.size());
        }
    }

    @Test
    void valuesAreToldInTheOrderOfTheirEnds() {
        new SupplyOnBench(50, 10_000, 1, SupplyOnBench.sine(230, 50)).run(stage);

        double last = 0;
        for (HalfCycle value : told.values()) {
            assertTrue(value.end() >= last - 1e-12, "at " + value.end());
            last = value.end();
        }
    }

    @ParameterizedTest(name = "step at {0} s")
    @CsvSource({"0.1", "0.195", "0.2", "0.201", "0.3967"})
    void aStepIsMeasuredAsItIsAlsoAcrossTheEndOfAWindow(double stepSeconds) {
        // Samples are dense here because a step is not band-limited: its place is known to half a sample only.
        SupplyOnBench.Voltage step = (phase, time) ->
                Math.sqrt(2) * (time < stepSeconds ? 230 : 115) * Math.sin(SupplyOnBench.radians(phase, 50, time));

        new SupplyOnBench(50, 400_000, 0.6, step).run(stage);

        var expected = new SteppedSupply(50, List.of(new SteppedSupply.Step(stepSeconds, 0.5, 0.5, 0.5)));
        for (HalfCycle value : told.values()) {
            assertEquals(
                    230 * expected.perUnit(value.phase(), value.start(), value.end()),
                    value.volts(),
                    0.02,
                    () -> "at " + value.start());
        }
    }

    @Test
    void withoutVoltageTheCyclesGoOnAtTheLastFrequency() {
        double end = new SupplyOnBench(48, 10_000, 0.42, SupplyOnBench.sine(230, 48)).run(stage);
        var window = new SampleWindow(new double[SampleBlock.CHANNELS][2_100]);
        window.place(50, 2_050, 0, 10_000, end);
        stage.window(window, SupplyOnBench.NO_VALUES);

        List<HalfCycle> l1 = told.ofPhase(0);
        HalfCycle last = l1.getLast();
        assertEquals(0, last.volts());
        assertEquals(1 / 48.0, last.end() - last.start(), 1e-9);
        assertTrue(end + 0.2 - last.end() < 1 / 96.0, "up to " + last.end());
    }

    @Test
    void aRecordThatBeginsWithoutVoltageHasCyclesOfNominalLength() {
        var window = new SampleWindow(new double[SampleBlock.CHANNELS][2_100]);
        window.place(50, 2_050, 0, 10_000, 0);
        stage.window(window, SupplyOnBench.NO_VALUES);

        assertEquals(new HalfCycle(0, 0, 0.02, 0), told.values().getFirst());
    }

    @Test
    void aGapIsToldAndNothingIsComputedAcrossIt() {
        double end = new SupplyOnBench(50, 10_000, 0.4, SupplyOnBench.sine(230, 50)).run(stage);
        new SupplyOnBench(50, 10_000, 0.4, SupplyOnBench.sine(115, 50)).run(stage, end + 0.1);

        assertEquals(List.of(end), told.gaps());
        for (HalfCycle value : told.values()) {
            assertEquals(value.start() < end ? 230 : 115, value.volts(), 1e-3, () -> "at " + value.start());
        }
    }

    @Test
    void aWronglyTurnedAngleDoesNotInventADip() {
        // Every second window claims an angle 50 degrees off; the voltage itself is steady.
        SupplyOnBench supply = new SupplyOnBench(50, 10_000, 4, SupplyOnBench.sine(230, 50));
        supply.run((window, values) -> {
            if (Math.rint(window.startSeconds() / 0.2) % 2 == 1) {
                window.voltageRadians(1, window.voltageRadians(1) + 0.87);
            }
            stage.window(window, values);
        });

        for (HalfCycle value : told.values()) {
            assertEquals(230, value.volts(), 230 * 0.0006, () -> "at " + value.start());
        }
    }
}
