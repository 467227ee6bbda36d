package trefas.recording;

import java.nio.ByteBuffer;

/// The sample rows of a COMTRADE recording, one after the other: number, time stamp and counts of chosen channels.
interface ComtradeRecords {

    /// A time stamp that isn't there.
    long NO_TICKS = -1;

    /// Reads the next row.
    ///
    /// @return whether there is one; if not, all octets are consumed
    boolean next(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException;

    /// Number of the sample.
    long number();

    /// Time stamp, or [#NO_TICKS]; counted on where the field of 32 bits starts again.
    long ticks();

    /// Counts of a chosen channel, by its place among those chosen; NaN where the recording marks a missing sample.
    double counts(int chosen);

    /// Where the row stands, for a sentence.
    String place();

    /// Rows of the configuration's format.
    ///
    /// @param chosen places of the channels wanted, from 0
    static ComtradeRecords of(ComtradeConfiguration configuration, int[] chosen) {
        return configuration.format() == ComtradeDataFormat.ASCII
                ? new AsciiRecords(configuration, chosen)
                : new BinaryRecords(configuration, chosen);
    }
}
