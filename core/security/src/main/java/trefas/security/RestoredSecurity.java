package trefas.security;

/// What becomes of a saved security state when a meter wakes.
public sealed interface RestoredSecurity {

    record Ready(SecurityState state) implements RestoredSecurity {}

    /// Nothing is done with such a record: it is neither changed nor taken for a state without keys.
    ///
    /// @param reason one sentence: what was found, what was expected
    record Unusable(String reason) implements RestoredSecurity {}
}
