package trefas.recording;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import trefas.metrology.SampleBlock;

/// Decodes the bare samples of a converter, all channels of an instant together, as they come on standard input. The
/// values are sample by full scale times [FullScale] times the factor of the mapping; a mapping
/// `U1=1*325,I1=2*10` with [FullScale#ONE] gives each channel a full scale of its own.
public final class RawDecoder implements WaveformDecoder {

    /// Channels of a converter at most.
    public static final int CHANNELS_MAX = 256;

    private final WaveformDescription description;
    private final RowsToBlocks blocks;

    /// Prepares for samples.
    ///
    /// @param format of each sample
    /// @param channels in a frame, 1 to [#CHANNELS_MAX]
    /// @throws UnusableRecordingException when no rate is given, or the mapping doesn't fit the channels
    public RawDecoder(PcmFormat format, int channels, RecordingOptions options) throws UnusableRecordingException {
        if (channels < 1 || channels > CHANNELS_MAX) {
            throw new UnusableRecordingException(
                    "raw samples: found " + channels + " channels, expected 1 to " + CHANNELS_MAX);
        }
        double rate = options.samplesPerSecond()
                .orElseThrow(() -> new UnusableRecordingException(
                        "raw samples: found no sampling rate, expected one given beside the recording"));
        List<RecordedChannel> recorded = numbered(channels);
        List<MappedChannel> mapped = options.mapping().resolve(recorded);
        blocks = new RowsToBlocks(new PcmRows(format, channels * format.octets(), rate, mapped, options.fullScale()));
        description = new WaveformDescription(
                RecordingFormat.RAW,
                "",
                recorded,
                mapped,
                List.of(new SampleRateSpan(rate, Long.MAX_VALUE)),
                OptionalLong.empty(),
                Optional.empty(),
                0,
                List.of());
    }

    static List<RecordedChannel> numbered(int channels) {
        return IntStream.rangeClosed(1, channels)
                .mapToObj(RecordedChannel::numbered)
                .toList();
    }

    @Override
    public void decode(ByteBuffer octets, boolean isEnd, SampleBlock block) throws UnusableRecordingException {
        blocks.decode(octets, isEnd, block);
    }

    @Override
    public Optional<WaveformDescription> description() {
        return Optional.of(description);
    }
}
