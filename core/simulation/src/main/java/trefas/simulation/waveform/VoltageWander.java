package trefas.simulation.waveform;

import trefas.simulation.Noise;

/// How the voltage of each phase moves by itself, a little from second to second.
///
/// @param percentMax the furthest it goes from its mean, percent, 0 to [#PERCENT_MAX]
/// @param slotSeconds the time in which it finds a new value, 1 upwards
public record VoltageWander(double percentMax, int slotSeconds) {

    /// The furthest a voltage may wander, percent.
    public static final double PERCENT_MAX = 20;

    /// It stands still.
    public static final VoltageWander NONE = new VoltageWander(0, 1);

    private static final int VOLTAGE = 1_300;

    public VoltageWander {
        if (!(percentMax >= 0 && percentMax <= PERCENT_MAX) || slotSeconds < 1) {
            throw new IllegalArgumentException("a voltage wanders by 0 to " + PERCENT_MAX + " % in 1 s or more: "
                    + percentMax + " %, " + slotSeconds + " s");
        }
    }

    /// What the voltage of a phase is multiplied by throughout a second.
    double factor(long seed, int phase, long second) {
        return percentMax == 0
                ? 1
                : 1 + (percentMax / 100 * Noise.wander(Noise.key(seed, VOLTAGE + phase), second, slotSeconds));
    }
}
