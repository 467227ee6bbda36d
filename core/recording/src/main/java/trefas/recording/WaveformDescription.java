package trefas.recording;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a recording is, as far as it has been read.
///
/// @param format it is written in
/// @param station its name and that of the recorder, may be empty
/// @param channels found in it
/// @param mapped those of them the meter measures, in the order U1 U2 U3 I1 I2 I3
/// @param rates sampling rates; none while the rate is still being found from the times of the rows
/// @param samples it states it has
/// @param start time of the first sample, on the recorder's clock
/// @param nominalHertz line frequency it states, 0 when it doesn't
/// @param notices sentences about what is odd but did no harm
public record WaveformDescription(
        RecordingFormat format,
        String station,
        List<RecordedChannel> channels,
        List<MappedChannel> mapped,
        List<SampleRateSpan> rates,
        OptionalLong samples,
        Optional<LocalDateTime> start,
        double nominalHertz,
        List<String> notices) {

    public WaveformDescription {
        channels = List.copyOf(channels);
        mapped = List.copyOf(mapped);
        rates = List.copyOf(rates);
        notices = List.copyOf(notices);
    }

    /// Which channels of the meter are there.
    public MeasuredChannels measured() {
        return MeasuredChannels.of(mapped.stream().map(MappedChannel::channel).toList());
    }
}
