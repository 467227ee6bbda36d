package trefas.device.memory;

/// Names one further record of a meter.
///
/// @param part counts the records of one kind, unsigned 32 bit; 0 where there is only one
public record RecordName(RecordKind kind, int part) {}
