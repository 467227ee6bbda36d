package trefas.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import trefas.device.log.DataLogger;
import trefas.device.memory.PermanentMemory.Captured;
import trefas.device.memory.PermanentMemory.Change;

/// Changes of several meters on their way into the database, as one write. The blocks of all of them are looked up with
/// one iterator.
final class ChangeBatch implements AutoCloseable {

    private final RocksStore store;
    private final Path directory;
    private final WriteBatch batch = new WriteBatch();

    /// To be noted once this is written.
    private final List<Runnable> notes = new ArrayList<>();

    /// Made with the first row whose block has to be searched; most steps have none.
    private Optional<RocksIterator> iterator = Optional.empty();

    /// @param directory where the memory is, for sentences
    ChangeBatch(RocksStore store, Path directory) {
        this.store = store;
        this.directory = directory;
    }

    /// @param change of a meter that has none in this batch yet
    void add(Change change) throws IOException, RocksDBException {
        byte[] key = RecordKey.registers(change.serialNumber());
        batch.put(key, RecordSeal.seal(key, change.registers()));
        addRows(change.serialNumber(), change.captured());
        for (var record : change.records().entrySet()) {
            byte[] furtherKey = RecordKey.further(change.serialNumber(), record.getKey());
            batch.put(furtherKey, RecordSeal.seal(furtherKey, record.getValue()));
        }
    }

    WriteBatch written() {
        return batch;
    }

    /// The database has taken it.
    void hasBeenWritten() {
        notes.forEach(Runnable::run);
    }

    private void addRows(int serialNumber, List<Captured> captured) throws IOException, RocksDBException {
        if (captured.isEmpty()) {
            return;
        }
        var rowsOf = new EnumMap<DataLogger, List<Captured>>(DataLogger.class);
        for (var row : captured) {
            rowsOf.computeIfAbsent(row.logger(), _ -> new ArrayList<>()).add(row);
        }
        for (var rows : rowsOf.entrySet()) {
            if (isAppended(serialNumber, rows.getKey(), rows.getValue())) {
                continue;
            }
            var cursor = new RocksCursor(records(), serialNumber, rows.getKey(), directory);
            try {
                addRows(serialNumber, rows.getKey(), rows.getValue(), cursor);
            } catch (DamagedRecordException damaged) {
                throw new IOException(cursor.areUnreadable(damaged.reason()), damaged);
            }
        }
    }

    /// One row at the end of the last block, if it is known where that begins: no need to search it.
    private boolean isAppended(int serialNumber, DataLogger logger, List<Captured> rows) throws RocksDBException {
        OptionalLong last = store.lastBlocks().of(serialNumber, logger);
        if (last.isEmpty() || rows.size() > 1) {
            return false;
        }
        byte[] key = RecordKey.rows(serialNumber, logger, last.getAsLong());
        try {
            byte[] sealed = store.database().get(store.reading(), key);
            if (sealed == null) {
                return false;
            }
            var row = rows.getFirst();
            var longer = ProfileChange.appended(
                    last.getAsLong(), RecordSeal.content(key, sealed), row.entry(), row.capacity());
            if (longer.isPresent()) {
                batch.put(key, RecordSeal.seal(key, longer.get()));
            }
            return longer.isPresent();
        } catch (DamagedRecordException damaged) {
            // Whoever searches the block sees to it.
            return false;
        } catch (RocksDBException trouble) {
            if (RocksTrouble.isDamage(trouble)) {
                return false;
            }
            throw trouble;
        }
    }

    private RocksIterator records() {
        if (iterator.isEmpty()) {
            iterator = Optional.of(store.records());
        }
        return iterator.get();
    }

    private void addRows(int serialNumber, DataLogger logger, List<Captured> rows, BlockCursor cursor)
            throws IOException, RocksDBException {
        var change = new ProfileChange(cursor);
        for (var row : rows) {
            change.add(row.entry(), row.capacity());
        }
        for (var block : change.written().entrySet()) {
            byte[] key = RecordKey.rows(serialNumber, logger, block.getKey());
            batch.put(key, RecordSeal.seal(key, block.getValue()));
        }
        OptionalLong last = change.appendedTo();
        notes.add(() -> store.lastBlocks().note(serialNumber, logger, last));
        var dropped = change.droppedBefore();
        if (dropped.isPresent()) {
            batch.deleteRange(
                    RecordKey.rows(serialNumber, logger, 0), RecordKey.rows(serialNumber, logger, dropped.getAsLong()));
        }
    }

    @Override
    public void close() {
        iterator.ifPresent(RocksIterator::close);
        batch.close();
    }
}
