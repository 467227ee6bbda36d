package trefas.simulation.waveform;

import trefas.simulation.Noise;

/// A current that wanders from second to second, each phase by itself, and something larger that a thermostat
/// switches.
///
/// @param seed everything that is left to chance
/// @param amperes mean of what wanders, A rms
/// @param part how far it goes from its mean, 0 to 1
/// @param slotSeconds the time in which it finds a new value, 1 upwards
/// @param switchedAmperes what the thermostat adds while it is on, A rms
/// @param lagDegrees of the current
public record WanderingProfile(
        long seed, double amperes, double part, int slotSeconds, double switchedAmperes, double lagDegrees)
        implements LoadProfile {

    private static final int WANDERING = 1_000;
    private static final int SWITCHED = 1_010;

    /// The thermostat decides anew every so often, and is on in one of three times.
    private static final int SWITCH_SECONDS = 7;

    private static final double SWITCHED_SHARE = 1 / 3.0;

    @Override
    public double amperes(int phase, double seconds) {
        long second = (long) Math.floor(seconds);
        double wandering =
                amperes * (1 + (part * Noise.wander(Noise.key(seed, WANDERING + phase), second, slotSeconds)));
        double chance = Noise.uniform(Noise.key(seed, SWITCHED + phase), Math.floorDiv(second, (long) SWITCH_SECONDS));
        return wandering + (chance < SWITCHED_SHARE ? switchedAmperes : 0);
    }

    @Override
    public double lagDegrees(int phase, double seconds) {
        return lagDegrees;
    }
}
