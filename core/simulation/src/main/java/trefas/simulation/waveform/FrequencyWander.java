package trefas.simulation.waveform;

import trefas.simulation.Noise;

/// How the frequency moves: a value for the beginning of every second, and straight lines between, so that
/// the phase is smooth and the turns of any second are known exactly.
///
/// @param hertzMax the furthest it goes from its mean, Hz, 0 to [#HERTZ_MAX]
/// @param slotSeconds the time in which it finds a new value, 2 upwards
public record FrequencyWander(double hertzMax, int slotSeconds) {

    /// The furthest a frequency may wander, Hz.
    public static final double HERTZ_MAX = 7.5;

    /// It stands still.
    public static final FrequencyWander NONE = new FrequencyWander(0, 2);

    private static final int FREQUENCY = 1_100;

    public FrequencyWander {
        if (!(hertzMax >= 0 && hertzMax <= HERTZ_MAX) || slotSeconds < 2) {
            throw new IllegalArgumentException("a frequency wanders by 0 to " + HERTZ_MAX + " Hz in 2 s or more: "
                    + hertzMax + " Hz, " + slotSeconds + " s");
        }
    }

    /// Distance from the mean at the beginning of a second, Hz.
    double hertz(long seed, long second) {
        return hertzMax == 0 ? 0 : hertzMax * Noise.wander(Noise.key(seed, FREQUENCY), second, slotSeconds);
    }
}
