package trefas.security;

/// What became of a request to replace keys. Either all keys of it were replaced or none.
public enum KeyChange {
    /// All keys are new. What was asked under the old ones is still answered under the old ones.
    DONE,
    /// There is no master key to unwrap with.
    NO_MASTER_KEY,
    /// A key was not wrapped in the master key, or has the wrong length for the suite.
    NOT_A_WRAPPED_KEY,
    /// Nothing was asked for, or a key twice.
    NOT_A_SET,
    /// The partner's signature does not verify, or there is nothing to verify it with.
    NOT_SIGNED_BY_THE_PARTNER,
    /// What the partner sent is no point of the curve, or the suite has none.
    NOT_A_POINT;

    public boolean isDone() {
        return this == DONE;
    }
}
