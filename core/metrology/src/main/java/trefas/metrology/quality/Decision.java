package trefas.metrology.quality;

/// The outcome of a judgement.
public enum Decision {
    PASS,
    FAIL,
    /// Not one valid interval was seen.
    NOT_ENOUGH_DATA
}
