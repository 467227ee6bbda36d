package trefas.device.debiting;

/// Whoever has something to finish when a debiting period ends. Called after the row is taken, so that the row still
/// has the peaks of the period that ended (dossier 4.4, 11).
@FunctionalInterface
public interface DebitingStop {

    /// Adds each peak to its accumulated peak and clears the peak.
    ///
    /// @param at time stamp of the row, seconds since 1970-01-01T00:00:00Z
    void periodEnded(long at);
}
