package trefas.device.log;

/// Takes the rows of all loggers of a meter on their way to the permanent memory.
@FunctionalInterface
public interface LogSink {

    /// Takes a row.
    ///
    /// @param capacity rows this logger keeps; older ones may go
    void append(DataLogger logger, ProfileEntry entry, int capacity);
}
