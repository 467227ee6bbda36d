package trefas.simulation.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.SampleBlock;
import trefas.metrology.accuracy.AccuracyPoint.Energy;
import trefas.metrology.accuracy.CurrentShape;
import trefas.metrology.accuracy.LoadAngle;
import trefas.metrology.accuracy.Loading;
import trefas.metrology.accuracy.TestCondition;

/// The shapes have the powers the reference gives (metrology reference 1.2), and the samples have those powers.
class TestSignalTest {

    private static final double RATE = 10_000;
    /// Twenty cycles at 50 Hz: whole bursts.
    private static final int LENGTH = 4_000;

    private static TestCondition condition(CurrentShape shape) {
        return TestCondition.reference(230, 50, 10, LoadAngle.UNITY, Loading.BALANCED)
                .withShape(shape);
    }

    @ParameterizedTest(name = "{0}: P = {1} UI, Q1 = {2} UI")
    @CsvSource({
        "SINE, 1, 0",
        "FIFTH_HARMONIC, 1.04, 0",
        "HALF_WAVE, 0.5, 0",
        "PHASE_FIRED, 0.5, 0.3183098861837907",
        "BURST_FIRED, 0.5, 0"
    })
    void aShapeHasItsExactPower(CurrentShape shape, double active, double reactive) {
        var signal = new TestSignal(condition(shape));
        assertEquals(3 * 2_300 * active, signal.power(Energy.ACTIVE), 1e-9);
        assertEquals(3 * 2_300 * reactive, signal.power(Energy.REACTIVE), 1e-9);
    }

    @ParameterizedTest(name = "{0}: rms {1} of its sine")
    @CsvSource({
        "SINE, 1, 1e-12",
        "FIFTH_HARMONIC, 1.077032961426901, 1e-12",
        "HALF_WAVE, 0.7071067811865476, 1e-5",
        "PHASE_FIRED, 0.7071067811865476, 5e-3",
        "BURST_FIRED, 0.7071067811865476, 1e-5"
    })
    void aShapeHasItsRmsButForWhatTheFilterTakes(CurrentShape shape, double rms, double tolerance) {
        assertEquals(rms, TestShapes.current(shape).rms(), tolerance);
    }

    @ParameterizedTest(name = "{0} at {1} of a cycle: {2}")
    @CsvSource({
        "HALF_WAVE, 0.25, 1.4142135623730951, 2e-3",
        "HALF_WAVE, 0.75, 0, 2e-3",
        "PHASE_FIRED, 0.125, 0, 0.03",
        "PHASE_FIRED, 0.375, 1, 0.03",
        "PHASE_FIRED, 0.875, -1, 0.03",
        "BURST_FIRED, 0.25, 1.4142135623730951, 1e-3",
        "BURST_FIRED, 1.75, -1.4142135623730951, 1e-3",
        "BURST_FIRED, 2.25, 0, 1e-3",
        "BURST_FIRED, 3.75, 0, 1e-3",
        "BURST_FIRED, 4.25, 1.4142135623730951, 1e-3"
    })
    void theSeriesDrawTheShapes(CurrentShape shape, double cycle, double amperes, double tolerance) {
        double[] sample = new double[1];
        TestShapes.current(shape).fill(sample, 1, Math.round(cycle * 8), 1.0 / 8);
        assertEquals(amperes, sample[0], tolerance);
    }

    @ParameterizedTest
    @CsvSource({"SINE", "FIFTH_HARMONIC", "HALF_WAVE", "PHASE_FIRED", "BURST_FIRED"})
    void theSamplesHaveThePowerOfTheSignal(CurrentShape shape) {
        var signal = new TestSignal(condition(shape).reversed());
        var block = new SampleBlock(LENGTH);
        block.begin(RATE, false);
        signal.fill(block, 123_456);
        double power = 0;
        for (int phase = 0; phase < 3; phase++) {
            double[] volts = block.channel(SampleBlock.voltage(phase));
            double[] amperes = block.channel(SampleBlock.current(phase));
            for (int n = 0; n < LENGTH; n++) {
                power += volts[n] * amperes[n] / LENGTH;
            }
        }
        assertEquals(signal.power(Energy.ACTIVE), power, 1e-7);
    }

    @Test
    void onlyLoadedAndPresentPhasesHavePower() {
        TestCondition single = TestCondition.reference(230, 50, 10, LoadAngle.HALF_INDUCTIVE, Loading.L2);
        var signal = new TestSignal(single);
        assertEquals(0, signal.power(Energy.ACTIVE, 0));
        assertEquals(1_150, signal.power(Energy.ACTIVE, 1), 1e-9);
        assertEquals(2_300 * Math.sqrt(0.75), signal.power(Energy.REACTIVE, 1), 1e-9);
        var missing = new TestSignal(condition(CurrentShape.SINE).without(2));
        assertEquals(4_600, missing.power(Energy.ACTIVE), 1e-9);
    }
}
