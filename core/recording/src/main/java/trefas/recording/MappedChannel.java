package trefas.recording;

/// Which channel of a recording a channel of the meter is read from.
///
/// @param channel of the meter
/// @param source in the recording
/// @param factor the recording's values are multiplied by, after their unit has been brought to V or A
public record MappedChannel(MeterChannel channel, RecordedChannel source, double factor) {}
