package trefas.storage;

import java.io.IOException;

/// A place among the blocks of one logger of one meter, which stand in the order of their first log ids. Each move
/// answers whether there is such a block; if not, the place is nowhere until the next `toLastUpTo` or `toFirstFrom`.
///
/// Every method throws a [DamagedRecordException] for what can't be what was saved.
interface BlockCursor {

    /// To the last block that begins at or before a log id.
    boolean toLastUpTo(long logId) throws IOException;

    /// To the first block that begins at or after a log id.
    boolean toFirstFrom(long logId) throws IOException;

    /// To the block after this one.
    boolean toNext() throws IOException;

    /// To the block before this one.
    boolean toPrevious() throws IOException;

    /// First log id of the block here.
    long firstLogId();

    /// The block here, in the layout of [ProfileBlock].
    byte[] content() throws IOException;
}
