package trefas.recording;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import trefas.metrology.SampleBlock;

/// Decodes waveforms in a CSV: a row for each instant, a column for each channel.
///
/// | what                    | how                                                                                |
/// |-------------------------|------------------------------------------------------------------------------------|
/// | delimiter               | tab, `;` or `,`: the first of these in the first line                              |
/// | decimal sign            | `.`, or `,` when the first row shows it and it isn't the delimiter                 |
/// | header                  | names with units; may be missing, then channels have numbers only                  |
/// | time                    | a column named time or the like: seconds or the unit of its name, or date and time |
/// | rate                    | from the first 4096 times, or given beside the recording when there are no times   |
/// | a row half a step late  | a new segment                                                                      |
/// | an empty or NaN value   | the row is passed over, then a new segment                                         |
/// | anything else           | the recording is unusable                                                          |
public final class CsvDecoder implements WaveformDecoder {

    private final RecordingOptions options;
    private final CsvRows rows;
    private List<RecordedChannel> channels = List.of();
    private List<MappedChannel> mapped = List.of();
    private @Nullable RowSource ratedRows;
    private @Nullable RowsToBlocks blocks;
    private boolean hasRate;

    /// Prepares for a file.
    public CsvDecoder(RecordingOptions options) {
        this.options = options;
        this.rows = new CsvRows(options.samplesPerSecond());
    }

    @Override
    public void decode(ByteBuffer octets, boolean isEnd, SampleBlock block) throws UnusableRecordingException {
        block.length(0);
        RowsToBlocks open = blocks == null ? open(octets, isEnd) : blocks;
        if (open != null) {
            open.decode(octets, isEnd, block);
            hasRate |= block.length() > 0;
        }
    }

    private @Nullable RowsToBlocks open(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        CsvLayout layout = rows.layout(octets, isEnd);
        if (layout == null) {
            return null;
        }
        boolean isTimed = layout.timeColumn() != CsvLayout.NO_TIME;
        if (!isTimed && options.samplesPerSecond().isEmpty()) {
            throw new UnusableRecordingException("header: found no column of times among " + layout.columns()
                    + " columns, expected one named time, or a sampling rate given");
        }
        channels = layout.channels();
        mapped = options.mapping().resolve(channels);
        rows.map(mapped, layout);
        RowSource rated =
                isTimed ? new TimedRows(rows, options.samplesPerSecond().orElse(0)) : rows;
        ratedRows = rated;
        blocks = new RowsToBlocks(rated);
        return blocks;
    }

    @Override
    public Optional<WaveformDescription> description() {
        RowSource rated = ratedRows;
        if (rated == null) {
            return Optional.empty();
        }
        return Optional.of(new WaveformDescription(
                RecordingFormat.WAVEFORM_CSV,
                "",
                channels,
                mapped,
                hasRate ? List.of(new SampleRateSpan(rated.samplesPerSecond(), Long.MAX_VALUE)) : List.of(),
                OptionalLong.empty(),
                rows.time().start(),
                0,
                rows.missingRows() == 0
                        ? List.of()
                        : List.of("passed over " + rows.missingRows() + " rows without a value")));
    }
}
