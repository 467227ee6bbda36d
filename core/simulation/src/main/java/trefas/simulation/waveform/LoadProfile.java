package trefas.simulation.waveform;

/// How much a load draws, and when. A profile stands still within each second, except in the seconds that
/// it says are moving: there it is asked every [#STEP_SECONDS] and stands still in between.
public interface LoadProfile {

    /// How finely a moving second is followed: one cycle at 50 Hz.
    double STEP_SECONDS = 0.02;

    /// The scale of the load's signature at the declared voltage, A rms, 0 upwards; the fundamental current
    /// for most signatures.
    ///
    /// @param phase 0 to 2
    /// @param seconds since the first sample
    double amperes(int phase, double seconds);

    /// How far the current lags behind the voltage, degrees: 0 to 90 inductive, negative capacitive, 180
    /// feeding in.
    double lagDegrees(int phase, double seconds);

    /// Whether it changes within the second that begins here.
    default boolean isMoving(long second) {
        return false;
    }
}
