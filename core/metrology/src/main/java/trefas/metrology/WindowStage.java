package trefas.metrology;

/// Something that looks at every basic interval: spectrum, half-cycle values, flicker. Stages see all windows in order,
/// once each.
public interface WindowStage {

    /// The next window, and what the kernel found in it. After a gap in the samples, or a change of their rate, the
    /// window does not start where the last one ended; a stage tells by [SampleWindow#startSeconds].
    void window(SampleWindow window, TenCycleValues values);

    /// Whether this stage reads samples of the window, or only its place and its values. Asked once, before the first
    /// window: without any stage that does, the kernel saves much copying; the window's channels are then empty
    /// and the angles of its voltages 0.
    default boolean needsSamples() {
        return true;
    }

    /// A gapless stretch of samples is over: the record ends, or something is missing before the next sample.
    /// Between its start and its first window, and between its last window and its end, lie samples that no window
    /// holds, less than a cycle and an interpolator's margin each. A stretch too short for any window ends without.
    ///
    /// @param startSeconds instant of the first sample of the stretch, since the first sample of the record
    /// @param endSeconds one sample after its last
    default void stretchEnded(double startSeconds, double endSeconds) {}
}
