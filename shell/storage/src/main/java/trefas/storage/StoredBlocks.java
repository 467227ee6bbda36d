package trefas.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.rocksdb.RocksDBException;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;

/// The blocks of one logger of one meter as the database has them.
final class StoredBlocks implements ProfileChange.Blocks {

    /// The database, as long as it is open.
    @FunctionalInterface
    interface Database {
        RocksStore opened() throws IOException;
    }

    private final Database database;
    private final int serialNumber;
    private final DataLogger logger;
    private final Path directory;

    /// @param directory where the memory is, for sentences
    StoredBlocks(Database database, int serialNumber, DataLogger logger, Path directory) {
        this.database = database;
        this.serialNumber = serialNumber;
        this.logger = logger;
        this.directory = directory;
    }

    /// What to tell whoever wants rows that can't be read.
    static String areUnreadable(int serialNumber, DataLogger logger, Path directory, String reason) {
        return "Rows of " + logger + " of meter " + Integer.toUnsignedString(serialNumber) + " in " + directory
                + " can't be read: " + reason + "; restore the directory from a backup.";
    }

    @Override
    public OptionalLong firstLogIdUpTo(long logId) throws IOException {
        try (var blocks =
                database.opened().database().newIterator(database.opened().reading())) {
            blocks.seekForPrev(RecordKey.rows(serialNumber, logger, logId));
            if (blocks.isValid() && RecordKey.isRowsOf(serialNumber, logger, blocks.key())) {
                return OptionalLong.of(RecordKey.firstLogId(blocks.key()));
            }
            blocks.status();
            return OptionalLong.empty();
        } catch (RocksDBException trouble) {
            if (RocksTrouble.isDamage(trouble)) {
                // Told to whoever reads the rows; the meter goes on in a new block.
                return OptionalLong.empty();
            }
            throw new IOException(
                    areUnreadable(serialNumber, logger, directory, RocksTrouble.reason(trouble)), trouble);
        }
    }

    @Override
    public List<ProfileEntry> rows(long firstLogId) throws IOException {
        byte[] key = RecordKey.rows(serialNumber, logger, firstLogId);
        try {
            byte[] sealed = database.opened().database().get(database.opened().reading(), key);
            if (sealed == null) {
                throw new DamagedRecordException("a block was there a moment ago");
            }
            return ProfileBlock.decode(firstLogId, RecordSeal.content(key, sealed));
        } catch (RocksDBException trouble) {
            if (RocksTrouble.isDamage(trouble)) {
                throw new DamagedRecordException(RocksTrouble.reason(trouble));
            }
            throw new IOException(
                    areUnreadable(serialNumber, logger, directory, RocksTrouble.reason(trouble)), trouble);
        }
    }
}
