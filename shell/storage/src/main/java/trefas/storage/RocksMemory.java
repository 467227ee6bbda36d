package trefas.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileVisitor;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.RecordName;

/// The permanent memory of all meters of a process, in one RocksDB database in a directory of its own.
///
/// A save is one write to the log of the database: registers and rows together or nothing. The rows of a logger
/// stand in blocks of a day; the block of today is written anew with each row, so no row lives in memory only.
/// What comes back is checked twice, by the database and by a checksum of our own.
///
/// Different meters may be saved from different threads. A visitor is called under the memory's lock: it may save
/// or read, but must not close the memory.
public final class RocksMemory implements PermanentMemory {

    private final StateDirectory directory;
    private final Durability durability;
    private final DurableMark mark;

    private final Backups backups;
    private final BackupSchedule schedule;
    private volatile Optional<String> backupTrouble = Optional.empty();

    /// Shared by all who use the open database; taken alone to close or reopen it.
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    /// Null only while it could not be opened anew after a failure.
    private @Nullable RocksStore store;

    private boolean isClosed;

    /// After a write has failed the database refuses all further ones until it is opened anew.
    private volatile boolean hasFailed;

    private RocksMemory(
            StateDirectory directory,
            Durability durability,
            DurableMark mark,
            RocksStore store,
            Optional<Duration> backupAge) {
        this.backups = new Backups(directory);
        this.schedule = BackupSchedule.behind(backupAge);
        this.directory = directory;
        this.durability = durability;
        this.mark = mark;
        this.store = store;
    }

    /// Opens the state in a directory, or begins one in an empty or missing directory.
    ///
    /// @throws StateDirectoryException when the directory is in use, isn't a directory, can't be written, holds
    ///     something else, or is damaged; nothing in it was changed then
    /// @throws IOException when the disk or the library fails
    public static RocksMemory open(Path directory, Durability durability) throws IOException {
        var claimed = StateDirectory.claim(directory);
        try {
            RocksStore.loadLibrary();
            return claimed.isUnfinished() ? begin(claimed, durability) : resume(claimed, durability);
        } catch (IOException refused) {
            claimed.close();
            throw refused;
        }
    }

    private static RocksMemory begin(StateDirectory directory, Durability durability) throws IOException {
        if (Files.isDirectory(directory.database())) {
            try (var rest = Files.newDirectoryStream(directory.database())) {
                for (var file : rest) {
                    Files.delete(file);
                }
            }
        }
        try {
            var store = RocksStore.open(directory.database(), RocksStore.Existence.MADE_IF_MISSING, durability);
            try {
                var mark = DurableMark.create(directory.mark());
                mark.moveTo(0, directory.database());
                directory.finish();
                // There is nothing yet to be kept.
                return new RocksMemory(directory, durability, mark, store, Optional.of(Duration.ZERO));
            } catch (IOException unmarked) {
                store.close();
                throw unmarked;
            }
        } catch (RocksDBException refused) {
            throw new IOException(
                    "No meter state could be begun in " + directory.path() + ", because " + RocksTrouble.reason(refused)
                            + ".",
                    refused);
        }
    }

    private static RocksMemory resume(StateDirectory directory, Durability durability) throws IOException {
        var known = directory.known();
        try (var look = RocksStore.openToRead(directory.database())) {
            long found = look.database().getLatestSequenceNumber();
            if (found < known.writes()) {
                throw StateDirectoryException.damaged(
                        directory.path(),
                        "its newest records are lost (" + found + " of at least " + known.writes()
                                + " writes are left)");
            }
        } catch (RocksDBException refused) {
            throw RocksTrouble.refusal(directory.path(), refused);
        }
        try {
            var store = RocksStore.open(directory.database(), RocksStore.Existence.REQUIRED, durability);
            try {
                var mark = DurableMark.resume(directory.mark(), known);
                mark.moveTo(known.writes(), directory.database());
                directory.finish();
                return new RocksMemory(directory, durability, mark, store, new Backups(directory).age());
            } catch (IOException unmarked) {
                store.close();
                throw unmarked;
            }
        } catch (RocksDBException refused) {
            throw RocksTrouble.refusal(directory.path(), refused);
        }
    }

    @Override
    public Recall recall(int serialNumber) throws IOException {
        return recall(serialNumber, RecordKey.registers(serialNumber), "registers");
    }

    @Override
    public Recall recall(int serialNumber, RecordName name) throws IOException {
        return recall(serialNumber, RecordKey.further(serialNumber, name), RecordWords.of(name));
    }

    private Recall recall(int serialNumber, byte[] key, String what) throws IOException {
        use.readLock().lock();
        try {
            byte[] sealed = opened().database().get(opened().reading(), key);
            return sealed == null ? new Recall.NeverSaved() : new Recall.Saved(RecordSeal.content(key, sealed));
        } catch (DamagedRecordException damaged) {
            return new Recall.Damaged(isDamaged(serialNumber, what, damaged.reason()));
        } catch (RocksDBException trouble) {
            if (RocksTrouble.isDamage(trouble)) {
                return new Recall.Damaged(isDamaged(serialNumber, what, RocksTrouble.reason(trouble)));
            }
            throw new IOException(
                    "The " + what + " of meter " + Integer.toUnsignedString(serialNumber) + " can't be read from "
                            + directory.path() + ", because " + RocksTrouble.reason(trouble) + ".",
                    trouble);
        } finally {
            use.readLock().unlock();
        }
    }

    private String isDamaged(int serialNumber, String what, String reason) {
        return "The " + what + " of meter " + Integer.toUnsignedString(serialNumber) + " in " + directory.path()
                + " are damaged: " + reason + "; " + StateDirectoryException.restore(directory.path()) + ".";
    }

    @Override
    public void save(int serialNumber, byte[] registers, List<Captured> captured, Map<RecordName, byte[]> records)
            throws IOException {
        saveAll(List.of(new Change(serialNumber, registers, captured, records)));
    }

    /// One write, so all of them or none.
    @Override
    public void saveAll(List<Change> changes) throws IOException {
        if (changes.isEmpty()) {
            return;
        }
        reopenAfterFailure();
        use.readLock().lock();
        try (var batch = new ChangeBatch(opened(), directory.path())) {
            var now = opened();
            for (Change change : changes) {
                batch.add(change);
            }
            now.database().write(now.writing(), batch.written());
            batch.hasBeenWritten();
            if (durability == Durability.EACH_WRITE) {
                noteOnDisk(now);
            }
        } catch (RocksDBException trouble) {
            hasFailed = true;
            throw new IOException(
                    whose(changes) + " could not be saved in " + directory.path() + ", because "
                            + RocksTrouble.reason(trouble) + "; what was saved before is kept.",
                    trouble);
        } finally {
            use.readLock().unlock();
        }
        if (schedule.isDue()) {
            Thread.ofPlatform().daemon().name("trefas-backup").start(this::backUpQuietly);
        }
    }

    private static String whose(List<Change> changes) {
        String first = "Meter " + Integer.toUnsignedString(changes.getFirst().serialNumber());
        return changes.size() == 1 ? first : first + " and " + (changes.size() - 1) + " others";
    }

    private void backUpQuietly() {
        try {
            backUp();
        } catch (IOException refused) {
            // The meter goes on; whoever asks is told by backupTrouble().
        }
    }

    /// Keeps the state as it is now in the folder `backup`, while saving goes on. It happens by itself, in a thread of
    /// its own, with the first save after the newest backup has become [Backups#AGE_MAX] old.
    ///
    /// @throws IOException when there is no room or the state turns out to be damaged; older backups are kept then
    public void backUp() throws IOException {
        use.readLock().lock();
        try {
            synchronized (backups) {
                if (!isClosed) {
                    backups.make(opened());
                }
            }
            backupTrouble = Optional.empty();
        } catch (IOException refused) {
            backupTrouble = Optional.of(String.valueOf(refused.getMessage()));
            throw refused;
        } finally {
            use.readLock().unlock();
        }
    }

    /// Why the last backup could not be made, in one sentence; empty if it could.
    public Optional<String> backupTrouble() {
        return backupTrouble;
    }

    /// The save is on disk already; a mark that can't be moved is only more modest than it could be.
    private void noteOnDisk(RocksStore now) {
        try {
            mark.moveTo(now.database().getLatestSequenceNumber(), directory.database());
        } catch (IOException unmoved) {
            // The next save or flush moves it.
        }
    }

    @Override
    public void visit(
            int serialNumber,
            DataLogger logger,
            long oldestLogId,
            long fromEpochSecond,
            long toEpochSecond,
            ProfileVisitor visitor)
            throws IOException {
        visit(serialNumber, logger, ProfileRange.ofTimes(oldestLogId, fromEpochSecond, toEpochSecond), visitor);
    }

    @Override
    public void visitLogIds(
            int serialNumber, DataLogger logger, long firstLogId, long lastLogId, ProfileVisitor visitor)
            throws IOException {
        visit(serialNumber, logger, ProfileRange.ofLogIds(firstLogId, lastLogId), visitor);
    }

    private void visit(int serialNumber, DataLogger logger, ProfileRange range, ProfileVisitor visitor)
            throws IOException {
        use.readLock().lock();
        try (var iterator = opened().records()) {
            var cursor = new RocksCursor(iterator, serialNumber, logger, directory.path());
            try {
                ProfileSearch.search(cursor, range, (firstLogId, block) -> range.visit(firstLogId, block, visitor));
            } catch (DamagedRecordException damaged) {
                throw new IOException(cursor.areUnreadable(damaged.reason()), damaged);
            }
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void flush() throws IOException {
        reopenAfterFailure();
        use.readLock().lock();
        try {
            flush(opened());
        } finally {
            use.readLock().unlock();
        }
    }

    private void flush(RocksStore now) throws IOException {
        try {
            long writes = now.database().getLatestSequenceNumber();
            now.database().syncWal();
            mark.moveTo(writes, directory.database());
        } catch (RocksDBException trouble) {
            hasFailed = true;
            throw new IOException(
                    "What was saved in " + directory.path() + " is not safe from a power cut, because "
                            + RocksTrouble.reason(trouble) + ".",
                    trouble);
        }
    }

    /// The database may have been left with half a record at the end of its log; opening it anew cuts that off.
    private void reopenAfterFailure() throws IOException {
        if (!hasFailed) {
            return;
        }
        use.writeLock().lock();
        try {
            if (hasFailed && !isClosed) {
                if (store != null) {
                    store.close();
                    store = null;
                }
                store = RocksStore.open(directory.database(), RocksStore.Existence.REQUIRED, durability);
                hasFailed = false;
            }
        } catch (RocksDBException trouble) {
            throw new IOException(
                    "The meter state in " + directory.path() + " can't be written, because "
                            + RocksTrouble.reason(trouble) + "; what was saved before is kept.",
                    trouble);
        } finally {
            use.writeLock().unlock();
        }
    }

    private RocksStore opened() throws IOException {
        if (isClosed) {
            throw new IllegalStateException("the memory in " + directory.path() + " is closed");
        }
        if (store == null) {
            throw new IOException("The meter state in " + directory.path()
                    + " can't be read until it can be written again, for its database has to be opened anew.");
        }
        return store;
    }

    /// Flushes and gives the directory free. A second call does nothing.
    @Override
    public void close() throws IOException {
        use.writeLock().lock();
        try (directory;
                mark) {
            if (!isClosed) {
                isClosed = true;
                try (var last = store) {
                    if (last != null && !hasFailed) {
                        flush(last);
                    }
                }
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
