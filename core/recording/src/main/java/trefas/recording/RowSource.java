package trefas.recording;

import java.nio.ByteBuffer;

/// Rows of simultaneous samples, one after the other, made from octets.
interface RowSource {

    /// Makes the next row. All octets are consumed before it answers that there is none.
    ///
    /// @return whether there is a row; if not, more octets are needed, or at the end there are no more rows
    boolean next(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException;

    /// The six values of the row, V and A, as in [SampleBlock]; the same array each time.
    double[] row();

    /// Samples per second around the row, above 0.
    double samplesPerSecond();

    /// Whether the row follows the one before at the distance of the rate. True for the first of all.
    boolean isContinuation();
}
