package trefas.recording;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trefas.metrology.SampleBlock;

/// Decodes the data file of a COMTRADE recording.
///
/// | in the recording                            | what becomes of it                                              |
/// |---------------------------------------------|-----------------------------------------------------------------|
/// | several sampling rates                      | a new segment with each                                         |
/// | `nrates` 0                                  | the mean rate of the first 4096 time stamps, or the rate given; |
/// |                                             | a stamp half a step late begins a segment                       |
/// | time stamps beside stated rates             | not looked at                                                   |
/// | sample number left out                      | a new segment                                                   |
/// | sample marked missing in a mapped channel   | the row is passed over, then a new segment                      |
/// | channel skew                                | interpolated back to the row's instant                          |
/// | fewer or more rows than stated              | a notice                                                        |
/// | half a row at the end                       | the recording is unusable                                       |
public final class ComtradeDecoder implements WaveformDecoder {

    private final ComtradeConfiguration configuration;
    private final RecordingFormat format;
    private final List<MappedChannel> mapped;
    private final ComtradeRows rows;
    private final RowSource ratedRows;
    private final RowsToBlocks blocks;
    private boolean hasRate;
    private boolean isOver;

    /// Prepares for the data.
    ///
    /// @throws UnusableRecordingException when the mapping or the scaling doesn't fit the configuration
    public ComtradeDecoder(ComtradeConfiguration configuration, RecordingOptions options)
            throws UnusableRecordingException {
        this(configuration, options, RecordingFormat.COMTRADE);
    }

    ComtradeDecoder(ComtradeConfiguration configuration, RecordingOptions options, RecordingFormat format)
            throws UnusableRecordingException {
        this.configuration = configuration;
        this.format = format;
        this.mapped = options.mapping().resolve(configuration.recordedChannels());
        this.rows = new ComtradeRows(configuration, mapped, options.scaling());
        this.ratedRows = configuration.isTimedByStamps()
                ? new TimedRows(rows, options.samplesPerSecond().orElse(0))
                : rows;
        double[] skewSeconds = new double[SampleBlock.CHANNELS];
        for (MappedChannel one : mapped) {
            skewSeconds[one.channel().index()] =
                    configuration.channels().get(one.source().number() - 1).skewSeconds();
        }
        this.blocks =
                new RowsToBlocks(SkewedRows.isSkewed(skewSeconds) ? new SkewedRows(ratedRows, skewSeconds) : ratedRows);
        this.hasRate = !configuration.isTimedByStamps();
    }

    @Override
    public void decode(ByteBuffer octets, boolean isEnd, SampleBlock block) throws UnusableRecordingException {
        blocks.decode(octets, isEnd, block);
        hasRate |= block.length() > 0;
        isOver = isEnd && !octets.hasRemaining() && block.length() == 0;
    }

    @Override
    public Optional<WaveformDescription> description() {
        List<SampleRateSpan> rates = configuration.rates();
        if (configuration.isTimedByStamps() && hasRate) {
            rates = List.of(new SampleRateSpan(ratedRows.samplesPerSecond(), Long.MAX_VALUE));
        }
        long declared = configuration.declaredSamples();
        return Optional.of(new WaveformDescription(
                format,
                (configuration.station() + " " + configuration.device()).strip(),
                configuration.recordedChannels(),
                mapped,
                rates,
                declared > 0 ? OptionalLong.of(declared) : OptionalLong.empty(),
                configuration.start(),
                configuration.lineHertz(),
                notices()));
    }

    private List<String> notices() {
        var notices = new ArrayList<String>();
        long declared = configuration.declaredSamples();
        if (isOver && declared > 0 && rows.rows() != declared) {
            notices.add("found " + rows.rows() + " samples, the configuration states " + declared);
        }
        if (rows.missingRows() > 0) {
            notices.add("passed over " + rows.missingRows() + " samples marked as missing");
        }
        return notices;
    }
}
