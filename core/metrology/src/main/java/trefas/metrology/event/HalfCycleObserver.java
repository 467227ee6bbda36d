package trefas.metrology.event;

/// Is told every Urms(1/2) of every phase, in the order in which they end.
public interface HalfCycleObserver {

    /// One Urms(1/2): the rms of one cycle that begins at a zero crossing of its phase's fundamental.
    ///
    /// @param phase 0 to 2
    /// @param startSeconds beginning of the cycle, since the first sample of the record
    /// @param endSeconds end of the cycle; half a cycle after the end of the value before
    /// @param volts rms, V
    void halfCycle(int phase, double startSeconds, double endSeconds, double volts);

    /// The record ends, or samples are missing, or their rate has changed: what follows starts anew.
    ///
    /// @param endSeconds end of what was seen, since the first sample of the record
    void stretchEnded(double endSeconds);
}
