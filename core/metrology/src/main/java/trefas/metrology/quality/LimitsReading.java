package trefas.metrology.quality;

/// What became of a text with limits.
public sealed interface LimitsReading {

    /// The text was good.
    record Read(Limits limits) implements LimitsReading {}

    /// The text was not.
    ///
    /// @param problem one sentence: which line, what was found, what was expected
    record Refused(String problem) implements LimitsReading {}
}
