package trefas.simulation.waveform;

import java.util.Set;
import trefas.quantity.Phase;
import trefas.simulation.waveform.WaveformLoad.Response;

/// The loads of a house, with the currents that such things are known to draw. The harmonic tables are
/// round numbers of the usual order of size for their kind (none is one particular product).
public final class WaveformLoads {

    private static final HarmonicSignature HOUSEHOLD = HarmonicSignature.ofTable(
            3, 14, 170, 5, 9, -20, 7, 6, 150, 9, 3.5, -30, 11, 2.5, 120, 13, 1.8, -60, 15, 1.2, 90, 17, 0.8, 0, 19, 0.6,
            60);

    private static final HarmonicSignature SIX_PULSE = HarmonicSignature.ofTable(
            5, 29, 180, 7, 12, 0, 11, 8, 180, 13, 5, 0, 17, 4, 180, 19, 3, 0, 23, 2.2, 180, 25, 1.8, 0, 29, 1.3, 180,
            31, 1.1, 0, 35, 0.9, 180, 37, 0.7, 0);

    private static final HarmonicSignature POWER_FACTOR_CORRECTED = HarmonicSignature.ofTable(
            3, 2.6, 40, 5, 1.9, -130, 7, 1.4, 100, 9, 0.9, -20, 11, 0.8, 170, 13, 0.6, 30, 15, 0.4, -90, 17, 0.4, 60,
            19, 0.3, 0, 23, 0.3, 120, 25, 0.2, -60, 39, 0.3, 10);

    private static final HarmonicSignature INVERTER = HarmonicSignature.ofTable(
            2, 0.3, 10, 3, 1.0, 60, 4, 0.2, 0, 5, 1.4, -40, 7, 1.0, 120, 9, 0.4, 0, 11, 0.6, 90, 13, 0.5, -100, 17, 0.4,
            30, 19, 0.3, 150);

    private static final HarmonicSignature SATURATED = HarmonicSignature.ofTable(5, 1.6, 160, 7, 0.9, 20, 11, 0.3, 0);

    private static final double SLOW_HEAT_PUMP_PART = 0.15;
    private static final int HEAT_PUMP_SECONDS = 20;
    private static final double CLOUD_PART = 0.35;
    private static final int CLOUD_SECONDS = 8;

    private WaveformLoads() {}

    /// A heater: a resistance on each phase.
    public static WaveformLoad resistive(double l1, double l2, double l3) {
        return linear(new SteadyProfile(l1, l2, l3, 0));
    }

    /// A resistance with an inductance (positive lag) or a capacitance (negative), the same on three phases.
    public static WaveformLoad linear(double amperes, double lagDegrees) {
        return linear(new SteadyProfile(amperes, amperes, amperes, lagDegrees));
    }

    /// A resistance with an inductance or a capacitance, as much as the profile says.
    public static WaveformLoad linear(LoadProfile profile) {
        return new WaveformLoad("linear", profile, HarmonicSignature.SINE, Response.LINEAR, BurstGate.OPEN);
    }

    /// A pure sine of current in proportion to the fundamental voltage, whatever harmonics the voltage has.
    public static WaveformLoad sine(double amperes, double lagDegrees) {
        var profile = new SteadyProfile(amperes, amperes, amperes, lagDegrees);
        return new WaveformLoad("sine", profile, HarmonicSignature.SINE, Response.FOLLOWS, BurstGate.OPEN);
    }

    /// Lamps, screens, a hob that comes and goes: a third of the current wanders, the rest is switched.
    public static WaveformLoad house(long seed, double amperes) {
        var profile = new WanderingProfile(seed, amperes / 3, 0.4, 5, amperes, 9);
        return new WaveformLoad("house", profile, HOUSEHOLD, Response.HOLDS, BurstGate.OPEN);
    }

    /// What a meter sees in some world, with the harmonics of a household.
    public static WaveformLoad of(WorldProfile world) {
        return new WaveformLoad("world", world, HOUSEHOLD, Response.HOLDS, BurstGate.OPEN);
    }

    /// A compressor on a six-pulse drive, whose speed wanders.
    public static WaveformLoad heatPump(long seed, double amperes) {
        var profile = new WanderingProfile(seed, amperes, SLOW_HEAT_PUMP_PART, HEAT_PUMP_SECONDS, 0, 14);
        return new WaveformLoad("heat pump", profile, SIX_PULSE, Response.HOLDS, BurstGate.OPEN);
    }

    /// A charging car with power factor correction.
    ///
    /// @param phases one or three
    public static WaveformLoad car(Set<Phase> phases, double amperes) {
        var profile = new SteadyProfile(
                phases.contains(Phase.L1) ? amperes : 0,
                phases.contains(Phase.L2) ? amperes : 0,
                phases.contains(Phase.L3) ? amperes : 0,
                2);
        return new WaveformLoad("car", profile, POWER_FACTOR_CORRECTED, Response.HOLDS, BurstGate.OPEN);
    }

    /// An inverter that feeds in under passing clouds.
    public static WaveformLoad solar(long seed, double amperes) {
        var profile = new WanderingProfile(seed, amperes * (1 - CLOUD_PART), CLOUD_PART, CLOUD_SECONDS, 0, 180);
        return new WaveformLoad("solar inverter", profile, INVERTER, Response.HOLDS, BurstGate.OPEN);
    }

    /// An induction motor, switched on once.
    public static WaveformLoad motor(double amperes, double startSeconds) {
        var profile = new MotorProfile(amperes, startSeconds);
        return new WaveformLoad("motor", profile, SATURATED, Response.FOLLOWS, BurstGate.OPEN);
    }

    /// Power supplies without correction: pulses of current that charge a capacitor.
    public static WaveformLoad rectifier(double amperes) {
        return shaped("rectifier", amperes, HarmonicSignature.capacitorInput(64, 8), Response.HOLDS);
    }

    /// A heater switched in groups of cycles.
    public static WaveformLoad burstFire(double amperes, int onCycles, int offCycles) {
        return resistive(amperes, amperes, amperes).switchedBy(new BurstGate(onCycles, offCycles));
    }

    /// A heater behind a dimmer that fires late in each half cycle.
    ///
    /// @param amperes of the whole sine
    public static WaveformLoad dimmer(double amperes, double firingDegrees) {
        return shaped("dimmer", amperes, HarmonicSignature.phaseFired(firingDegrees), Response.FOLLOWS);
    }

    /// A heater behind one diode.
    ///
    /// @param amperes of the whole sine
    public static WaveformLoad halfWave(double amperes) {
        return shaped("half wave", amperes, HarmonicSignature.halfWave(), Response.FOLLOWS);
    }

    private static WaveformLoad shaped(String name, double amperes, HarmonicSignature shape, Response response) {
        var profile = new SteadyProfile(amperes, amperes, amperes, 0);
        return new WaveformLoad(name, profile, shape, response, BurstGate.OPEN);
    }
}
