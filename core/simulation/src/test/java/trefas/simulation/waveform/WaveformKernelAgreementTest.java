package trefas.simulation.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.SummationMethod;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.kernel.EnergyRegister;
import trefas.metrology.kernel.EnergyRegisters;
import trefas.metrology.kernel.EnergyThresholds;
import trefas.metrology.kernel.FourQuadrantEnergy;
import trefas.metrology.kernel.KernelSettings;
import trefas.metrology.kernel.WaveformKernel;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// The meter's own kernel measures the samples, the phasors do without samples: both count the same energy.
class WaveformKernelAgreementTest {

    private static final double WATT_SECONDS_PER_WATT_HOUR = 3_600;

    /// Of the apparent energy; the goal of the project.
    private static final double PART = 1e-3;

    // One broken second must not hide behind another, so each phase is compared by itself.
    @ParameterizedTest
    @EnumSource(WaveformScenario.class)
    void kernelAndPhasorsCountTheSameEnergy(WaveformScenario scenario) {
        ScenarioParameters parameters = scenario.usual();
        FourQuadrantEnergy energy = measure(scenario, parameters, List.of());
        PhasorTwin twin = scenario.phasors(parameters);
        double[] wattSeconds = new double[Phase.COUNT];
        double[] varSeconds = new double[Phase.COUNT];
        double[] voltAmpereSeconds = new double[Phase.COUNT];
        for (int second = 0; second < parameters.seconds(); second++) {
            twin.next();
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                wattSeconds[phase] += twin.watts(phase);
                varSeconds[phase] += twin.vars(phase);
                voltAmpereSeconds[phase] += twin.volts(phase) * twin.amperes(phase);
            }
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            EnergyRegisters counted = energy.phase(phase);
            double active = net(counted, EnergyRegister.ACTIVE_IMPORT, EnergyRegister.ACTIVE_EXPORT);
            double reactive = net(counted, EnergyRegister.REACTIVE_POSITIVE, EnergyRegister.REACTIVE_NEGATIVE);
            assertEquals(wattSeconds[phase], active, PART * Math.abs(wattSeconds[phase]));
            assertEquals(varSeconds[phase], reactive, PART * voltAmpereSeconds[phase]);
        }
        assertTrue(voltAmpereSeconds[0] > 0, "control: there is a load");
    }

    // What does not change is known for every single window, not only on average.
    @ParameterizedTest
    @EnumSource(
            value = WaveformScenario.class,
            mode = Mode.INCLUDE,
            names = {
                "BALANCED",
                "RESISTIVE",
                "CAR",
                "CAR_ONE_PHASE",
                "RECTIFIER",
                "DIMMER",
                "HALF_WAVE",
                "HARMONICS",
                "FIFTH",
                "UNBALANCE",
                "MISSING_PHASE",
                "REVERSED",
                "INFLUENCE_1"
            })
    void everyWindowOfASteadyScenarioShowsTheFacts(WaveformScenario scenario) {
        ScenarioParameters parameters = scenario.usual().withHertz(49.7);
        WaveformFacts facts = scenario.facts(parameters);
        assertTrue(facts.isSteady());
        var windows = new int[1];
        measure(scenario, parameters, List.of((SampleWindow window, TenCycleValues values) -> {
            windows[0]++;
            assertEquals(facts.frequency(), values.frequency(), 1e-3);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                WaveformFacts.PhaseFacts expected = facts.phase(phase);
                double apparent = expected.apparentPower();
                assertEquals(expected.voltage(), values.phase(phase).voltage(), 20e-6 * expected.voltage());
                assertEquals(expected.current(), values.phase(phase).current(), 20e-6 * expected.current());
                assertEquals(expected.activePower(), values.phase(phase).activePower(), 20e-6 * apparent);
                assertEquals(expected.reactivePower(), values.phase(phase).reactivePower(), 50e-6 * apparent);
            }
            assertEquals(facts.voltage12(), values.voltage12(), 20e-6 * facts.voltage12());
            assertEquals(facts.voltage23(), values.voltage23(), 20e-6 * facts.voltage23());
            assertEquals(facts.voltage31(), values.voltage31(), 20e-6 * facts.voltage31());
            assertEquals(facts.neutralCurrent(), values.neutralCurrent(), 1e-4 * (1 + facts.neutralCurrent()));
            assertEquals(facts.sequence(), values.sequence());
        }));
        assertTrue(windows[0] >= 49, "control: ten seconds have some fifty windows");
    }

    // Every second of phasors is what a meter would show: the rounded values of the model.
    @Test
    void aSecondOfPhasorsIsASecondOfAMeter() {
        var values = new OneSecondValues();
        PhasorTwin twin = WaveformScenario.DIMMER.phasors(WaveformScenario.DIMMER.usual());
        twin.next();
        twin.fill(values);

        for (int phase = 0; phase < Phase.COUNT; phase++) {
            assertEquals(230_000, values.millivolts(phase));
            assertEquals(575_000, values.milliwatts(phase), "U I / 2");
            assertEquals(Math.round(230_000 * 5 / Math.PI), values.millivars(phase), "U I / pi");
        }
        assertEquals(50_000, values.millihertz());
        assertEquals(PhaseSequence.L1L2L3, values.sequence());
    }

    private static FourQuadrantEnergy measure(
            WaveformScenario scenario, ScenarioParameters parameters, List<WindowStage> stages) {
        var energy = new FourQuadrantEnergy(SummationMethod.VECTOR, EnergyThresholds.NONE);
        var all = new ArrayList<WindowStage>(stages);
        all.add(energy);
        var kernel = new WaveformKernel(KernelSettings.DEFAULT, all);
        WaveformSource source = scenario.samples(parameters);
        var block = new SampleBlock(SampleBlock.CAPACITY);
        while (source.next(block)) {
            kernel.accept(block);
        }
        kernel.finish();
        return energy;
    }

    private static double net(EnergyRegisters counted, EnergyRegister plus, EnergyRegister minus) {
        return (counted.wattHours(plus) - counted.wattHours(minus)) * WATT_SECONDS_PER_WATT_HOUR;
    }
}
