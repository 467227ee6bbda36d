package trefas.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteOptions;

/// An open RocksDB with all that has to be closed with it, set up for many small rewritten records and little memory.
final class RocksStore implements AutoCloseable {

    /// Written blocks of this size go from memory to a table; the write-ahead log is replayed up to twice of it.
    private static final long WRITE_BUFFER_OCTETS = 8L << 20;

    private static final long BLOCK_CACHE_OCTETS = 8L << 20;
    private static final long WRITE_AHEAD_LOG_OCTETS_MAX = 4 * WRITE_BUFFER_OCTETS;
    private static final int BACKGROUND_JOBS_MAX = 2;

    /// The database's own diary, for experts: warnings only, two short files.
    private static final long DIARY_OCTETS_MAX = 256L << 10;

    private static final long DIARY_FILES_MAX = 2;

    private final Cache cache;
    private final Options options;
    private final RocksDB database;
    private final WriteOptions writing;
    private final ReadOptions reading;
    private final LastBlocks lastBlocks = new LastBlocks();

    private RocksStore(Cache cache, Options options, RocksDB database, Durability durability) {
        this.cache = cache;
        this.options = options;
        this.database = database;
        this.writing = new WriteOptions().setSync(durability == Durability.EACH_WRITE);
        this.reading = new ReadOptions().setVerifyChecksums(true);
    }

    /// Whether a database may be made or must be there.
    enum Existence {
        MADE_IF_MISSING,
        REQUIRED
    }

    static RocksStore open(Path directory, Existence existence, Durability durability) throws RocksDBException {
        return open(
                existence == Existence.MADE_IF_MISSING, durability, options -> RocksDB.open(options, "" + directory));
    }

    /// For a look before anything is changed: replays the log in memory and writes nothing but its diary.
    static RocksStore openToRead(Path directory) throws RocksDBException {
        return open(false, Durability.OPERATING_SYSTEM, options -> RocksDB.openReadOnly(options, "" + directory));
    }

    @FunctionalInterface
    private interface Opening {
        RocksDB open(Options options) throws RocksDBException;
    }

    private static RocksStore open(boolean createIfMissing, Durability durability, Opening opening)
            throws RocksDBException {
        var cache = new LRUCache(BLOCK_CACHE_OCTETS);
        var options = options(createIfMissing, cache);
        try {
            return new RocksStore(cache, options, opening.open(options), durability);
        } catch (RocksDBException refused) {
            options.close();
            cache.close();
            throw refused;
        }
    }

    private static Options options(boolean createIfMissing, Cache cache) {
        return new Options()
                .setCreateIfMissing(createIfMissing)
                .setParanoidChecks(true)
                // A record torn by a kill at the very end is no damage; anything else that is wrong in the log is.
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setWriteBufferSize(WRITE_BUFFER_OCTETS)
                .setMaxTotalWalSize(WRITE_AHEAD_LOG_OCTETS_MAX)
                .setMaxBackgroundJobs(BACKGROUND_JOBS_MAX)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache))
                .setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0)
                .setSkipStatsUpdateOnDbOpen(true)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setMaxLogFileSize(DIARY_OCTETS_MAX)
                .setKeepLogFileNum(DIARY_FILES_MAX);
    }

    RocksDB database() {
        return database;
    }

    WriteOptions writing() {
        return writing;
    }

    ReadOptions reading() {
        return reading;
    }

    /// As far as known since it was opened.
    LastBlocks lastBlocks() {
        return lastBlocks;
    }

    /// Over all records as they stand now; to be closed.
    RocksIterator records() {
        return database.newIterator(reading);
    }

    @Override
    public void close() {
        reading.close();
        writing.close();
        database.close();
        options.close();
        cache.close();
    }

    /// Loads the library of the database, once in a process.
    static void loadLibrary() throws IOException {
        try {
            RocksDB.loadLibrary();
        } catch (RuntimeException | UnsatisfiedLinkError refused) {
            throw new IOException(
                    "The library of the database can't be loaded by way of " + System.getProperty("java.io.tmpdir")
                            + "; free some space there and allow programs to run from it, or name another directory with"
                            + " -Djava.io.tmpdir.",
                    refused);
        }
    }
}
