package trefas.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import trefas.device.log.DataLogger;

/// A place among the blocks in the database, as they stood when it was made.
final class RocksCursor implements BlockCursor {

    private final RocksIterator iterator;
    private final int serialNumber;
    private final DataLogger logger;
    private final Path directory;
    private long firstLogId;

    /// @param iterator over all of the database, closed by whoever made it; making one costs more than to move it
    /// @param directory where the memory is, for sentences
    RocksCursor(RocksIterator iterator, int serialNumber, DataLogger logger, Path directory) {
        this.iterator = iterator;
        this.serialNumber = serialNumber;
        this.logger = logger;
        this.directory = directory;
    }

    @Override
    public boolean toLastUpTo(long logId) throws IOException {
        if (logId < 0) {
            return false;
        }
        iterator.seekForPrev(RecordKey.rows(serialNumber, logger, Math.min(logId, ProfileBlock.LOG_ID_MAX)));
        return isAtBlock();
    }

    @Override
    public boolean toFirstFrom(long logId) throws IOException {
        if (logId > ProfileBlock.LOG_ID_MAX) {
            return false;
        }
        iterator.seek(RecordKey.rows(serialNumber, logger, Math.max(0, logId)));
        return isAtBlock();
    }

    @Override
    public boolean toNext() throws IOException {
        iterator.next();
        return isAtBlock();
    }

    @Override
    public boolean toPrevious() throws IOException {
        iterator.prev();
        return isAtBlock();
    }

    private boolean isAtBlock() throws IOException {
        if (!iterator.isValid()) {
            try {
                iterator.status();
            } catch (RocksDBException trouble) {
                if (RocksTrouble.isDamage(trouble)) {
                    throw new DamagedRecordException(RocksTrouble.reason(trouble));
                }
                throw new IOException(areUnreadable(RocksTrouble.reason(trouble)), trouble);
            }
            return false;
        }
        byte[] key = iterator.key();
        if (!RecordKey.isRowsOf(serialNumber, logger, key)) {
            return false;
        }
        firstLogId = RecordKey.firstLogId(key);
        return true;
    }

    @Override
    public long firstLogId() {
        return firstLogId;
    }

    @Override
    public byte[] content() throws DamagedRecordException {
        return RecordSeal.content(iterator.key(), iterator.value());
    }

    /// What to tell whoever wants rows that can't be read.
    String areUnreadable(String reason) {
        return "Rows of " + logger + " of meter " + Integer.toUnsignedString(serialNumber) + " in " + directory
                + " can't be read: " + reason + "; " + StateDirectoryException.restore(directory) + ".";
    }
}
