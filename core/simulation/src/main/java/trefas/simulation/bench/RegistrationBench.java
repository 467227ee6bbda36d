package trefas.simulation.bench;

import java.util.List;
import java.util.Locale;
import trefas.metrology.SampleWindow;
import trefas.metrology.SummationMethod;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.accuracy.AccuracyPoint.Energy;
import trefas.metrology.accuracy.LoadAngle;
import trefas.metrology.accuracy.Loading;
import trefas.metrology.accuracy.RegistrationTests;
import trefas.metrology.accuracy.TestCondition;
import trefas.metrology.kernel.EnergyRegister;
import trefas.metrology.kernel.EnergyThresholds;
import trefas.metrology.kernel.FourQuadrantEnergy;
import trefas.metrology.kernel.PulseOutput;
import trefas.quantity.RatedCurrents;

/// The tests of starting and of no load, with the meter's thresholds and its pulse output.
final class RegistrationBench {

    /// A starting meter is given the time of so many pulses and must send at least the whole number below.
    private static final double START_PULSES = 1.5;

    private final TestBench bench;
    private final RatedCurrents rated;
    private final double volts;
    private final double hertz;

    RegistrationBench(TestBench bench, RatedCurrents rated, double volts, double hertz) {
        this.bench = bench;
        this.rated = rated;
        this.volts = volts;
        this.hertz = hertz;
    }

    List<RegistrationResult> results() {
        double reactiveStart = RegistrationTests.REACTIVE_START * rated.reference();
        int constant = bench.meter().pulsesPerKilowattHour();
        double raised = RegistrationTests.NO_LOAD_VOLTAGE * volts;
        return List.of(
                start(Energy.ACTIVE, rated.start(), LoadAngle.UNITY, Loading.BALANCED),
                start(Energy.ACTIVE, rated.start(), LoadAngle.UNITY, Loading.L1),
                start(Energy.REACTIVE, reactiveStart, LoadAngle.SINE_ONE_INDUCTIVE, Loading.BALANCED),
                noLoad(Energy.ACTIVE, RegistrationTests.noLoadSeconds(constant, raised, rated.start())),
                noLoad(Energy.REACTIVE, RegistrationTests.reactiveNoLoadSeconds(constant, volts, rated.maximum())));
    }

    private RegistrationResult start(Energy energy, double amperes, LoadAngle angle, Loading loading) {
        TestCondition condition = TestCondition.reference(volts, hertz, amperes, angle, loading);
        double power = new TestSignal(condition).power(energy);
        double due = RegistrationTests.secondsPerPulse(bench.meter().pulsesPerKilowattHour(), power);
        String title =
                String.format(Locale.ROOT, "start, %s, %s, %.0f mA", energy.title(), loading.title(), 1_000 * amperes);
        long whole = (long) START_PULSES;
        Pulses pulses = pulses(energy, condition, START_PULSES * due);
        return new RegistrationResult(title, START_PULSES * due, pulses.count(), pulses.first, due, whole, whole + 1);
    }

    private RegistrationResult noLoad(Energy energy, double seconds) {
        TestCondition condition = TestCondition.reference(
                RegistrationTests.NO_LOAD_VOLTAGE * volts, hertz, 0, LoadAngle.UNITY, Loading.BALANCED);
        String title = String.format(
                Locale.ROOT, "no load, %s, %.1f V", energy.title(), RegistrationTests.NO_LOAD_VOLTAGE * volts);
        Pulses pulses = pulses(energy, condition, seconds);
        return new RegistrationResult(
                title, seconds, pulses.count(), pulses.first, Double.NaN, 0, RegistrationTests.NO_LOAD_PULSES_MAX);
    }

    private Pulses pulses(Energy energy, TestCondition condition, double seconds) {
        var registers = new FourQuadrantEnergy(SummationMethod.VECTOR, EnergyThresholds.METER);
        var pulses = new Pulses(registers, energy, bench.meter().pulsesPerKilowattHour());
        bench.run(condition, seconds, List.of(registers, pulses));
        return pulses;
    }

    /// The pulse outputs of both directions, which follow the registers at the end of every window.
    private static final class Pulses implements WindowStage {

        private final FourQuadrantEnergy registers;
        private final Energy energy;
        private final PulseOutput plus;
        private final PulseOutput minus;
        private double first = Double.NaN;

        Pulses(FourQuadrantEnergy registers, Energy energy, int pulsesPerKilowattHour) {
            this.registers = registers;
            this.energy = energy;
            this.plus = new PulseOutput(pulsesPerKilowattHour, PulseOutput.PULSE_MILLIS, this::pulse);
            this.minus = new PulseOutput(pulsesPerKilowattHour, PulseOutput.PULSE_MILLIS, this::pulse);
        }

        private void pulse(double seconds) {
            if (!(first <= seconds)) {
                first = seconds;
            }
        }

        @Override
        public void window(SampleWindow window, TenCycleValues values) {
            boolean isActive = energy == Energy.ACTIVE;
            follow(plus, isActive ? EnergyRegister.ACTIVE_IMPORT : EnergyRegister.REACTIVE_POSITIVE, values);
            follow(minus, isActive ? EnergyRegister.ACTIVE_EXPORT : EnergyRegister.REACTIVE_NEGATIVE, values);
        }

        private void follow(PulseOutput output, EnergyRegister register, TenCycleValues values) {
            output.follow(registers.total().microwattSeconds(register), values.endSeconds());
        }

        long count() {
            return plus.count() + minus.count();
        }
    }
}
