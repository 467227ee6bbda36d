package trefas.metrology.interval;

/// When dips, swells and interruptions lasted. They flag every value whose interval they touch, and every longer
/// interval that holds it (IEC 61000-4-30): a number measured in a dip says little about the supply's quality.
/// [trefas.metrology.event.VoltageEvents#isFlagged] is one.
///
/// Asked about ten minutes when the first basic interval after them has been seen, so whoever answers should have
/// seen it before.
@FunctionalInterface
public interface Flags {

    /// Nothing is ever flagged.
    Flags NONE = (_, _) -> false;

    /// Whether any part of a stretch is flagged, seconds since the first sample of the record.
    boolean touch(double startSeconds, double endSeconds);
}
