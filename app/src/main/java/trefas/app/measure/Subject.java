package trefas.app.measure;

import java.time.LocalDateTime;
import java.util.Optional;

/// What was measured: a file, a stream or a scenario.
///
/// @param name as the user gave it
/// @param kind in words, such as `COMTRADE 1999 BINARY`
/// @param channels which of its channels were taken for which, in words; may be empty
/// @param seconds length of the record
/// @param samples of each channel; 0 for a recorded load
/// @param samplesPerSecond the only rate, or not a number when there were several
/// @param measuredChannels a bit for each channel of [trefas.metrology.SampleBlock]
/// @param start wall-clock time of the first sample, where the file tells one
public record Subject(
        String name,
        String kind,
        String channels,
        double seconds,
        long samples,
        double samplesPerSecond,
        int measuredChannels,
        Optional<LocalDateTime> start) {

    /// Whether a channel is measured.
    public boolean isMeasured(int channel) {
        return ((measuredChannels >> channel) & 1) != 0;
    }
}
