package trefas.simulation.waveform;

import trefas.simulation.CosPhi;

/// What a user may say about a scenario. What has no meaning for one is left unused by it.
///
/// @param seed everything that is left to chance
/// @param seconds length, above 0
/// @param samplesPerSecond rate
/// @param volts declared voltage and rms of the undisturbed fundamentals, above 0
/// @param hertz mean frequency
/// @param amperes of the load on each phase, 0 to [#AMPERES_MAX]: rms of the current, or of the whole sine
///     where a part of it is cut away
/// @param cosPhi of the load, where it has no angle of its own
public record ScenarioParameters(
        long seed, double seconds, double samplesPerSecond, double volts, double hertz, double amperes, CosPhi cosPhi) {

    /// The strongest load.
    public static final double AMPERES_MAX = 200;

    /// A three-phase meter's usual day: 230 V, 50 Hz, 5 A, ten seconds at 10 kHz.
    public static final ScenarioParameters USUAL = new ScenarioParameters(1, 10, 10_000, 230, 50, 5, CosPhi.UNITY);

    public ScenarioParameters {
        if (!(amperes >= 0 && amperes <= AMPERES_MAX)) {
            throw new IllegalArgumentException("a load is 0 to " + AMPERES_MAX + " A: " + amperes);
        }
    }

    public ScenarioParameters withSeed(long number) {
        return new ScenarioParameters(number, seconds, samplesPerSecond, volts, hertz, amperes, cosPhi);
    }

    public ScenarioParameters withSeconds(double length) {
        return new ScenarioParameters(seed, length, samplesPerSecond, volts, hertz, amperes, cosPhi);
    }

    public ScenarioParameters withSamplesPerSecond(double rate) {
        return new ScenarioParameters(seed, seconds, rate, volts, hertz, amperes, cosPhi);
    }

    public ScenarioParameters withVolts(double voltage) {
        return new ScenarioParameters(seed, seconds, samplesPerSecond, voltage, hertz, amperes, cosPhi);
    }

    public ScenarioParameters withHertz(double frequency) {
        return new ScenarioParameters(seed, seconds, samplesPerSecond, volts, frequency, amperes, cosPhi);
    }

    public ScenarioParameters withAmperes(double current) {
        return new ScenarioParameters(seed, seconds, samplesPerSecond, volts, hertz, current, cosPhi);
    }

    public ScenarioParameters withCosPhi(CosPhi factor) {
        return new ScenarioParameters(seed, seconds, samplesPerSecond, volts, hertz, amperes, factor);
    }

    /// How far the load's current lags, degrees.
    double lagDegrees() {
        return Math.toDegrees(StrictMath.atan(cosPhi.tangent()));
    }
}
