package trefas.simulation.waveform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.Phasor;
import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// Samples against the formulas that they stand for.
class WaveformSynthesisTest {

    // The recurrence begins anew with each chunk, so a late sample is as exact as an early one.
    @ParameterizedTest
    @CsvSource({"10000, 50", "12800, 49.8", "50000, 57.5", "8000, 42.5", "3333, 60"})
    void sinesAreSines(double rate, double hertz) {
        ScenarioParameters parameters = ScenarioParameters.USUAL
                .withSamplesPerSecond(rate)
                .withHertz(hertz)
                .withSeconds(25);
        double[][] samples = samples(WaveformScenario.BALANCED, parameters, 1_000);

        for (int k = 0; k < samples[0].length; k += 37) {
            double angle = 2 * Math.PI * hertz * k / rate;
            double third = 2 * Math.PI / 3;
            assertEquals(230 * Math.sqrt(2) * Math.sin(angle - third), samples[1][k], 1e-7);
            assertEquals(5 * Math.sqrt(2) * Math.sin(angle + third), samples[5][k], 1e-9);
        }
    }

    // A user who reads blocks of another size must see the same grid.
    @ParameterizedTest
    @EnumSource(
            value = WaveformScenario.class,
            mode = Mode.INCLUDE,
            names = {"MIXED", "NOISE", "WANDER", "INFLUENCE_2", "MOTOR", "NEUTRAL_LOSS", "DIP"})
    void blocksMayBeCutAnyhow(WaveformScenario scenario) {
        ScenarioParameters parameters = scenario.usual().withSeconds(6.3).withSamplesPerSecond(4_000);
        double[][] whole = samples(scenario, parameters, 4_096);

        for (int capacity : new int[] {1, 7, 256, 100_000}) {
            double[][] cut = samples(scenario, parameters, capacity);
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                assertArrayEquals(whole[channel], cut[channel]);
            }
        }
    }

    @Test
    void anotherSeedIsAnotherGrid() {
        ScenarioParameters parameters = ScenarioParameters.USUAL.withSeconds(3);
        double[][] one = samples(WaveformScenario.NOISE, parameters, 4_096);
        double[][] other = samples(WaveformScenario.NOISE, parameters.withSeed(2), 4_096);

        assertFalse(Arrays.equals(one[0], other[0]));
    }

    // Order by order, by a plain Fourier sum over ten cycles, against the signature.
    @ParameterizedTest
    @EnumSource(
            value = WaveformScenario.class,
            mode = Mode.INCLUDE,
            names = {"RECTIFIER", "DIMMER", "HALF_WAVE", "CAR", "HARMONICS", "UNBALANCE"})
    void everyOrderIsWhereTheFactsSay(WaveformScenario scenario) {
        ScenarioParameters parameters = scenario.usual().withSeconds(0.2);
        double[][] samples = samples(scenario, parameters, 4_096);
        WaveformFacts facts = scenario.facts(parameters);

        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double[] u = samples[SampleBlock.voltage(phase)];
            double[] i = samples[SampleBlock.current(phase)];
            WaveformFacts.PhaseFacts expected = facts.phase(phase);
            Phasor voltage = order(u, 1);
            Phasor current = order(i, 1);
            assertEquals(expected.fundamentalVoltage().real(), voltage.real(), 1e-8);
            assertEquals(expected.fundamentalVoltage().imaginary(), voltage.imaginary(), 1e-8);
            assertEquals(expected.fundamentalCurrent().real(), current.real(), 1e-8);
            assertEquals(expected.fundamentalCurrent().imaginary(), current.imaginary(), 1e-8);
            assertEquals(expected.reactivePower(), voltage.reactivePower(current), 1e-6);
            assertEquals(expected.voltageThd(), thd(u), 1e-8);
            assertEquals(expected.currentThd(), thd(i), 1e-8);
        }
    }

    // The series of a half wave and of a late firing add up to the cut sine, but for what lies above order 50.
    @Test
    void cutSinesLookCut() {
        ScenarioParameters parameters = ScenarioParameters.USUAL.withSeconds(0.02);
        double[] half = samples(WaveformScenario.HALF_WAVE, parameters, 256)[3];
        double[] fired = samples(WaveformScenario.DIMMER, parameters, 256)[3];

        double peak = 5 * Math.sqrt(2);
        for (int k = 0; k < 200; k++) {
            double sine = peak * Math.sin(2 * Math.PI * k / 200);
            assertEquals(Math.max(0, sine), half[k], 0.01 * peak);
            boolean isFarFromFiring = Math.abs((k % 100) - 50) > 5 && k % 100 > 5;
            if (isFarFromFiring) {
                assertEquals(k % 100 >= 50 ? sine : 0, fired[k], 0.1 * peak);
            }
        }
    }

    @Test
    void capacitorsChargeAtThePeak() {
        double[] current = samples(WaveformScenario.RECTIFIER, ScenarioParameters.USUAL.withSeconds(0.02), 256)[3];
        int top = 0;
        for (int k = 0; k < 100; k++) {
            top = current[k] > current[top] ? k : top;
        }
        assertEquals((90 - 8) / 1.8, top, 2, "eight degrees before the peak, in samples of 1.8 degrees");
        assertEquals(0, current[10], 0.05 * current[top]);
    }

    // The frequency stays within its bounds and its mean over the record is the one in the facts.
    @Test
    void frequencyWandersWithinBounds() {
        ScenarioParameters parameters = WaveformScenario.WANDER.usual();
        PhasorTwin twin = WaveformScenario.WANDER.phasors(parameters);
        double least = 100;
        double most = 0;
        double sum = 0;
        for (int second = 0; second < 60; second++) {
            twin.next();
            least = Math.min(least, twin.hertz());
            most = Math.max(most, twin.hertz());
            sum += twin.hertz();
        }
        assertTrue(least >= 49.5 && most <= 50.5);
        assertTrue(most - least > 0.2, "control: it moves");
        assertEquals(WaveformScenario.WANDER.facts(parameters).frequency(), sum / 60, 1e-9);
    }

    // Crossings counted in the samples are the turns of the facts.
    @Test
    void samplesWanderAsThePhasorsDo() {
        double[] u = samples(WaveformScenario.WANDER, WaveformScenario.WANDER.usual(), 4_096)[0];
        int crossings = 0;
        double last = 0;
        for (int k = 1; k < u.length; k++) {
            if (u[k - 1] < 0 && u[k] >= 0) {
                crossings++;
                last = k - (u[k] / (u[k] - u[k - 1]));
            }
        }
        PhasorTwin twin = WaveformScenario.WANDER.phasors(WaveformScenario.WANDER.usual());
        double turns = 0;
        for (int second = 0; second < 59; second++) {
            twin.next();
            turns += twin.hertz();
        }
        twin.next();
        double atLast = turns + (twin.hertz() * ((last / 10_000) - 59));
        assertEquals(crossings, atLast, 0.01);
    }

    // IEC 61000-4-15: 39 changes a minute are 0.325 modulations a second, half of dU/U to either side.
    @Test
    void flickerStepsBetweenTwoLevels() {
        double[] u = samples(
                WaveformScenario.FLICKER, WaveformScenario.FLICKER.usual().withSeconds(60), 4_096)[0];
        double high = 230 * (1 + 0.00447);
        double low = 230 * (1 - 0.00447);
        int changes = 0;
        double before = high;
        for (int cycle = 0; cycle < 3_000; cycle++) {
            double rms = rms(u, cycle * 200);
            if (Math.abs(rms - high) < 1e-6 || Math.abs(rms - low) < 1e-6) {
                changes += Math.abs(rms - before) > 1 ? 1 : 0;
                before = rms;
            } else {
                assertTrue(rms > low && rms < high, "a cycle with a change in it");
            }
        }
        assertEquals(38, changes, 1);
        assertNotEquals(0, changes);
    }

    @ParameterizedTest
    @CsvSource({"SINE, 8.8, 0.25, 0.3, 7.77", "RECTANGLE, 0.325, 0.894, 1.1, 9.87", "RECTANGLE, 33.3, 1.671, 0, 1.005"})
    void integralsOfFlickerAreThoseOfItsSamples(
            Flicker.Shape shape, double hertz, double percent, double from, double to) {
        var flicker = new Flicker(shape, hertz, percent);
        int steps = 200_000;
        double[] factors = new double[steps];
        double step = (to - from) / steps;
        flicker.fill(factors, steps, from + (step / 2), step);
        double once = Arrays.stream(factors).sum() * step;
        double twice = Arrays.stream(factors).map(factor -> factor * factor).sum() * step;

        assertEquals(once, flicker.integral(from, to), 1e-6);
        assertEquals(twice, flicker.squareIntegral(from, to), 1e-6);
    }

    @Test
    void noiseHasItsSize() {
        double[][] noisy = samples(WaveformScenario.NOISE, ScenarioParameters.USUAL, 4_096);
        double[][] clean = samples(WaveformScenario.BALANCED, ScenarioParameters.USUAL, 4_096);
        double squares = 0;
        double sum = 0;
        for (int k = 0; k < 100_000; k++) {
            double noise = noisy[2][k] - clean[2][k];
            squares += noise * noise;
            sum += noise;
        }
        assertEquals(0.1, Math.sqrt(squares / 100_000), 0.001);
        assertEquals(0, sum / 100_000, 0.002);
    }

    // A broken neutral carries nothing: the three currents add up to zero at every sample.
    @Test
    void noCurrentFlowsInABrokenNeutral() {
        double[][] samples = samples(WaveformScenario.NEUTRAL_LOSS, ScenarioParameters.USUAL, 4_096);

        for (int k = 20_000; k < 80_000; k += 11) {
            assertEquals(0, samples[3][k] + samples[4][k] + samples[5][k], 1e-9);
        }
        assertTrue(Math.abs(samples[3][19_950] + samples[4][19_950] + samples[5][19_950]) > 1, "control: before");
    }

    @Test
    void whatCannotBeMadeIsRefused() {
        ScenarioParameters usual = ScenarioParameters.USUAL;
        assertThrows(IllegalArgumentException.class, () -> samples(WaveformScenario.BALANCED, usual.withSeconds(0), 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> samples(WaveformScenario.BALANCED, usual.withSamplesPerSecond(Double.NaN), 1));
        assertThrows(IllegalArgumentException.class, () -> usual.withAmperes(-1));
        assertThrows(IllegalArgumentException.class, () -> WaveformGrid.balanced(230, 400));
        assertThrows(IllegalArgumentException.class, () -> new GridHarmonic(7.0001, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Flicker(Flicker.Shape.SINE, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new VoltageDisturbance(2, 1, Set.of(Phase.L1), 0));
    }

    private static double[][] samples(WaveformScenario scenario, ScenarioParameters parameters, int capacity) {
        WaveformSource source = scenario.samples(parameters);
        var block = new SampleBlock(capacity);
        int total = (int) Math.round(parameters.seconds() * parameters.samplesPerSecond());
        double[][] all = new double[SampleBlock.CHANNELS][total];
        int filled = 0;
        while (source.next(block)) {
            assertEquals(filled > 0, block.isContinuation());
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                System.arraycopy(block.channel(channel), 0, all[channel], filled, block.length());
            }
            filled += block.length();
        }
        assertEquals(total, filled);
        assertEquals(0, block.length());
        return all;
    }

    /// Ten cycles of 50 Hz at 10 kHz.
    private static Phasor order(double[] samples, int order) {
        double sine = 0;
        double cosine = 0;
        for (int k = 0; k < 2_000; k++) {
            double angle = 2 * Math.PI * order * k / 200;
            sine += samples[k] * Math.sin(angle);
            cosine += samples[k] * Math.cos(angle);
        }
        return new Phasor(sine, cosine).scaled(Math.sqrt(2) / 2_000);
    }

    private static double thd(double[] samples) {
        double squares = 0;
        for (int order = 2; order <= HarmonicSpectrum.ORDERS; order++) {
            double rms = order(samples, order).magnitude();
            squares += rms * rms;
        }
        return 100 * Math.sqrt(squares) / order(samples, 1).magnitude();
    }

    private static double rms(double[] samples, int from) {
        double squares = 0;
        for (int k = from; k < from + 200; k++) {
            squares += samples[k] * samples[k];
        }
        return Math.sqrt(squares / 200);
    }
}
