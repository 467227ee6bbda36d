package trefas.metrology;

/// Something that looks at every basic interval: spectrum, half-cycle values, flicker. Stages see all windows in order,
/// once each.
public interface WindowStage {

    /// The next window, and what the kernel found in it. After a gap in the samples, or a change of their rate, the
    /// window does not start where the last one ended; a stage tells by [SampleWindow#startSeconds].
    void window(SampleWindow window, TenCycleValues values);
}
