package trefas.simulation.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.quantity.Phase;

/// The promise of the two views: samples and phasors of one scenario come to the same values.
class WaveformScenarioTest {

    /// Of a reading; the goal of the project is a thousandth.
    private static final double PART = 2e-4;

    // Plain sums over the samples against the facts of the construction, for every scenario there is.
    @ParameterizedTest
    @EnumSource(WaveformScenario.class)
    void samplesShowTheFacts(WaveformScenario scenario) {
        ScenarioParameters parameters = scenario.usual();
        WaveformFacts facts = scenario.facts(parameters);
        NumericMeans found = NumericMeans.of(scenario.samples(parameters), 4_096);

        assertEquals(Math.round(parameters.seconds() * parameters.samplesPerSecond()), found.frames);
        double scale = facts.arithmeticApparentPower();
        assertTrue(scale > 0, "control: there is a load");
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            WaveformFacts.PhaseFacts expected = facts.phase(phase);
            assertEquals(expected.voltage(), found.voltage(phase), PART * expected.voltage());
            assertEquals(expected.current(), found.current(phase), PART * expected.current());
            assertEquals(expected.activePower(), found.watts(phase), PART * expected.apparentPower());
        }
        assertEquals(
                facts.neutralCurrent(),
                found.neutral(),
                PART * (facts.neutralCurrent() + facts.l1().current()));
    }

    // The sum of the seconds is the whole: both walk the same slots, cut differently.
    @ParameterizedTest
    @EnumSource(WaveformScenario.class)
    void phasorsComeToTheEnergyOfTheSamples(WaveformScenario scenario) {
        ScenarioParameters parameters = scenario.usual();
        PhasorTwin twin = scenario.phasors(parameters);
        NumericMeans found = NumericMeans.of(scenario.samples(parameters), 1_000);

        double[] joules = new double[Phase.COUNT];
        for (int second = 0; second < parameters.seconds(); second++) {
            twin.next();
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                joules[phase] += twin.watts(phase);
            }
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double energy = found.watts(phase) * parameters.seconds();
            assertEquals(energy, joules[phase], 1e-3 * Math.abs(energy));
        }
    }
}
