package trefas.metrology.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseValues;
import trefas.metrology.Phasor;
import trefas.metrology.SampleWindow;
import trefas.metrology.SummationMethod;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.kernel.TestSignal.Part;

/// Registers, seconds and pulses.
class EnergyTest {

    private static final double WATT_SECOND = 1e6;

    private static FourQuadrantEnergy energyOf(TestSignal signal, SummationMethod method, double seconds) {
        var energy = new FourQuadrantEnergy(method, EnergyThresholds.METER);
        signal.measure(KernelSettings.DEFAULT, 10_000, seconds, WindowSums.fastest(), List.of(energy));
        return energy;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.23, 2, 7.777})
    void theEnergyOfTheWholeRecordIsPowerTimesTime(double seconds) {
        var signal = new TestSignal()
                .voltages(49.87, new Part(1, 230, 0), new Part(5, 10, 3))
                .currents(49.87, new Part(1, 10, -60));

        FourQuadrantEnergy energy = energyOf(signal, SummationMethod.VECTOR, seconds);

        double expected = 3 * 1_150 * seconds * WATT_SECOND;
        assertEquals(expected, (double) energy.total().microwattSeconds(EnergyRegister.ACTIVE_IMPORT), expected * 1e-6);
        assertEquals(
                expected * Math.sqrt(3),
                (double) energy.total().microwattSeconds(EnergyRegister.REACTIVE_I),
                expected * 2e-6);
        assertEquals(
                expected * 2,
                (double) energy.total().microwattSeconds(EnergyRegister.APPARENT_IMPORT),
                expected * 4e-6);
        assertEquals(0, energy.total().microwattSeconds(EnergyRegister.ACTIVE_EXPORT));
        assertEquals(seconds, energy.countedSeconds(), 1e-9);
    }

    /// L1 takes 1000 W and 500 var, L2 gives back 2000 W while it takes 100 var, L3 takes 300 W and gives back 700 var.
    @ParameterizedTest
    @CsvSource(textBlock = """
                    INDIVIDUAL, 1300, 2000, 500,  100, 0,   700
                    VECTOR,     0,    700,  0,    0,   100, 0
                    TOTAL,      3300, 0,    0,    0,   0,   300
                    """)
    void eachSummationMethodKeepsItsOwnTotal(
            SummationMethod method, double imported, double exported, double r1, double r2, double r3, double r4) {
        var energy = new FourQuadrantEnergy(method, EnergyThresholds.METER);

        count(energy, 10, phase(1_000, 500), phase(-2_000, 100), phase(300, -700));

        assertRegister(energy.total(), EnergyRegister.ACTIVE_IMPORT, imported);
        assertRegister(energy.total(), EnergyRegister.ACTIVE_EXPORT, exported);
        assertRegister(energy.total(), EnergyRegister.REACTIVE_I, r1);
        assertRegister(energy.total(), EnergyRegister.REACTIVE_II, r2);
        assertRegister(energy.total(), EnergyRegister.REACTIVE_III, r3);
        assertRegister(energy.total(), EnergyRegister.REACTIVE_IV, r4);
        assertRegister(energy.total(), EnergyRegister.REACTIVE_POSITIVE, r1 + r2);
        assertRegister(energy.total(), EnergyRegister.REACTIVE_NEGATIVE, r3 + r4);
        assertRegister(energy.phase(1), EnergyRegister.ACTIVE_EXPORT, 2_000);
        assertRegister(energy.phase(1), EnergyRegister.REACTIVE_II, 100);
        assertRegister(energy.phase(2), EnergyRegister.APPARENT_IMPORT, Math.hypot(300, 700));
    }

    private static void assertRegister(EnergyRegisters registers, EnergyRegister register, double power) {
        assertEquals(power * 10 * WATT_SECOND, (double) registers.microwattSeconds(register), 50, register.symbol());
    }

    @Test
    void aPhaseBelowItsThresholdCountsOnlyInTheLaboratory() {
        var meter = new FourQuadrantEnergy(SummationMethod.VECTOR, EnergyThresholds.METER);
        var laboratory = new FourQuadrantEnergy(SummationMethod.VECTOR, EnergyThresholds.NONE);
        for (var energy : List.of(meter, laboratory)) {
            count(energy, 10, phase(2.29, 0), phase(2.31, -2.29), phase(-2.3, 2.31));
        }
        assertEquals(0.01 * 10, meter.total().microwattSeconds(EnergyRegister.ACTIVE_IMPORT) / WATT_SECOND, 1e-5);
        assertEquals(0, meter.phase(0).microwattSeconds(EnergyRegister.ACTIVE_IMPORT));
        assertEquals(2.3 * 10, laboratory.total().microwattSeconds(EnergyRegister.ACTIVE_IMPORT) / WATT_SECOND, 1e-5);
        assertEquals(0.02 * 10, laboratory.total().microwattSeconds(EnergyRegister.REACTIVE_I) / WATT_SECOND, 1e-5);
    }

    @Test
    void nothingIsLostHoweverSmallTheAdditions() {
        var energy = new ExactEnergy();
        for (int i = 0; i < 1_000_000; i++) {
            energy.add(1e-7, 1.0 / 3);
        }
        assertEquals(33_333, (double) energy.microwattSeconds(), 1);
    }

    @Test
    void everySecondHandsOverWhatTheEnergyHolds() {
        var signal = new TestSignal().voltages(50.21, new Part(1, 230.123, 0)).currents(50.21, new Part(1, 0.0277, 20));
        List<int[]> seconds = new ArrayList<>();
        var aggregator = new SecondAggregator((second, values) -> {
            assertEquals(seconds.size(), second);
            seconds.add(row(values));
        });
        var energy = new FourQuadrantEnergy(SummationMethod.VECTOR, EnergyThresholds.NONE);
        signal.measure(KernelSettings.DEFAULT, 10_000, 20, WindowSums.fastest(), List.of(aggregator, energy));

        assertEquals(20, seconds.size());
        long milliwattSeconds = 0;
        for (int[] second : seconds) {
            assertEquals(230_123, second[0]);
            assertEquals(28, second[1]);
            assertEquals(50_210, second[3]);
            milliwattSeconds += second[2];
        }
        assertEquals(
                energy.phase(0).microwattSeconds(EnergyRegister.ACTIVE_IMPORT) / 1_000.0,
                (double) milliwattSeconds,
                0.6);
    }

    private static int[] row(OneSecondValues values) {
        return new int[] {values.millivolts(0), values.milliamperes(0), values.milliwatts(0), values.millihertz()};
    }

    @Test
    void pulsesComeWhereTheRegisterPassesEachWattHour() {
        List<Double> pulses = new ArrayList<>();
        var output = new PulseOutput(1_000, PulseOutput.PULSE_MILLIS, pulses::add);

        // 3600 W are one pulse a second; readings come every 0.7 s.
        for (int i = 1; i <= 10; i++) {
            output.follow(Math.round(3_600 * 0.7 * i * WATT_SECOND), 0.7 * i);
        }
        assertEquals(7, output.count());
        assertEquals(7, pulses.size());
        for (int i = 0; i < 7; i++) {
            assertEquals(i + 1, pulses.get(i), 1e-6);
        }
    }

    /// 3 x 264.5 V x 63 A are 13.9 pulses a second, 72 ms apart: pulses of 80 ms fall behind, those of 30 ms do not.
    @Test
    void longPulsesQueueAtTheHighestLoadAndCatchUpAfterwards() {
        List<Double> pulses = new ArrayList<>();
        var output = new PulseOutput(1_000, PulseOutput.LONG_PULSE_MILLIS, pulses::add);
        double watts = 3 * 264.5 * 63;
        for (int i = 1; i <= 300; i++) {
            output.follow(Math.round(watts * 0.2 * i * WATT_SECOND), 0.2 * i);
        }
        long expected = (long) (watts * 60 / 3_600);
        assertEquals(expected, output.count());
        assertEquals(expected, pulses.size());
        assertEquals(0, output.withheld());
        assertTrue(output.queued(60) > 90, () -> output.queued(60) + " wait");
        assertEquals(0, output.queued(70));
        for (int i = 1; i < pulses.size(); i++) {
            assertTrue(pulses.get(i) - pulses.get(i - 1) > 0.0819);
        }
    }

    @Test
    void aFullQueueWithholdsPulsesButCountsThem() {
        List<Double> pulses = new ArrayList<>();
        var output = new PulseOutput(1_000, PulseOutput.LONG_PULSE_MILLIS, pulses::add);

        output.follow(5_000 * 3_600_000_000L + 7, 10);

        assertEquals(5_000, output.count());
        assertEquals(5_000, pulses.size() + output.withheld());
        assertTrue(output.withheld() > 3_000);
        output.follow(5_001 * 3_600_000_000L, 10_000);
        assertEquals(5_001, output.count());
    }

    private static PhaseValues phase(double watts, double vars) {
        Phasor current = new Phasor(watts / 230, -vars / 230);
        return new PhaseValues(230, current.magnitude(), watts, new Phasor(230, 0), current);
    }

    private static void count(WindowStage energy, double seconds, PhaseValues l1, PhaseValues l2, PhaseValues l3) {
        var window = new SampleWindow(new double[6][1]);
        for (int i = 0; i < 5; i++) {
            double start = seconds * i / 5;
            energy.window(
                    window, new TenCycleValues(start, seconds * (i + 1) / 5, 10, 50, l1, l2, l3, 400, 400, 400, 0));
        }
        energy.stretchEnded(0, seconds);
    }
}
