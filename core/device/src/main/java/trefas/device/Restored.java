package trefas.device;

/// What becomes of a saved record when a meter wakes.
public sealed interface Restored {

    record Ready(Meter meter) implements Restored {}

    /// Nothing is done with such a record: it is neither changed nor taken for zero.
    ///
    /// @param reason one sentence: what was found, what was expected
    record Unusable(String reason) implements Restored {}
}
