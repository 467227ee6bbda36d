package trefas.simulation;

/// What a file with a recorded load turned out to be.
public sealed interface ParsedRecording {

    /// A recording that can be played.
    record Recorded(LoadRecording recording) implements ParsedRecording {}

    /// No recording.
    ///
    /// @param problem one sentence for whoever wrote the file: where it is, what was found and what was expected
    record Unreadable(String problem) implements ParsedRecording {}
}
