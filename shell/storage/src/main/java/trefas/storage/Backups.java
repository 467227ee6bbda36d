package trefas.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rocksdb.Checkpoint;
import org.rocksdb.RocksDBException;

/// The last good states of a meter's memory, kept beside it in the folder `backup` of the state directory.
///
/// Each is a whole state directory with a number for a name, and whoever wants it back copies it to the place of the
/// damaged one. No file of it is a file of the living state: a page that goes bad there doesn't reach it. Among
/// themselves they share the tables that haven't changed, by links. A backup is read whole, with all checksums, before
/// an older one goes for it, so that a damaged state never takes the place of a good one.
final class Backups {

    /// How many are kept.
    static final int KEPT_MAX = 2;

    /// How old the newest may be.
    static final Duration AGE_MAX = Duration.ofHours(24);

    private static final String FOLDER = "backup";

    /// One that isn't finished; the rest of an attempt that was killed is removed by the next.
    private static final String DRAFT = "new";

    private static final String TABLE_ENDING = ".sst";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final StateDirectory state;
    private final Path folder;

    Backups(StateDirectory state) {
        this.state = state;
        this.folder = folder(state.path());
    }

    private static Path folder(Path state) {
        return state.resolve(FOLDER);
    }

    /// The newest one of a state, however damaged that is. What has lost its format is none.
    static Optional<Path> newest(Path state) {
        try {
            return all(folder(state)).stream()
                    .filter(backup -> Files.isRegularFile(StateDirectory.formatFile(backup)))
                    .findFirst();
        } catch (IOException unreadable) {
            // Then there is none to speak of.
            return Optional.empty();
        }
    }

    /// Those that are finished, newest first.
    private static List<Path> all(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> NUMBER.matcher(name(entry)).matches())
                    .sorted(Comparator.comparingInt(Backups::number).reversed())
                    .toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static int number(Path backup) {
        return Integer.parseInt(name(backup));
    }

    /// How long ago the newest was finished, by this machine's clock; empty if there is none.
    Optional<Duration> age() throws IOException {
        var newest = newest(state.path());
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        var finished = Files.getLastModifiedTime(StateDirectory.formatFile(newest.get()));
        return Optional.of(Duration.ofMillis(System.currentTimeMillis() - finished.toMillis()));
    }

    /// Keeps the state as it is now.
    ///
    /// @param live the open database
    /// @throws IOException when there is no room or the state turns out to be damaged; the older ones are kept then
    void make(RocksStore live) throws IOException {
        var older = all(folder);
        var draft = folder.resolve(DRAFT);
        delete(draft);
        Files.createDirectories(draft);
        var database = draft.resolve(name(state.database()));
        try {
            try (var checkpoint = Checkpoint.create(live.database())) {
                checkpoint.createCheckpoint("" + database);
            }
            separate(database, older);
            finish(draft, database);
        } catch (RocksDBException trouble) {
            throw new IOException(
                    "The state in " + state.path() + " could not be backed up, because " + RocksTrouble.reason(trouble)
                            + "; older backups are kept.",
                    trouble);
        } catch (FileSystemException trouble) {
            throw new IOException(
                    "The state in " + state.path() + " could not be backed up, because the system reports \""
                            + trouble.getReason() + "\"; older backups are kept.",
                    trouble);
        }
        int next = older.isEmpty() ? 1 : number(older.getFirst()) + 1;
        Files.move(draft, folder.resolve("" + next), StandardCopyOption.ATOMIC_MOVE);
        for (int surplus = KEPT_MAX - 1; surplus < older.size(); surplus++) {
            delete(older.get(surplus));
        }
    }

    /// The checkpoint's tables are the living ones by another name; here they become files of their own.
    private static void separate(Path database, List<Path> older) throws IOException {
        try (var files = Files.newDirectoryStream(database, "*" + TABLE_ENDING)) {
            for (var table : files) {
                var copy = table.resolveSibling(name(table) + ".copy");
                var kept = older.isEmpty()
                        ? table
                        : older.getFirst().resolve(name(database)).resolve(name(table));
                if (!kept.equals(table) && Files.exists(kept) && Files.size(kept) == Files.size(table)) {
                    Files.createLink(copy, kept);
                } else {
                    Files.copy(table, copy);
                    force(copy);
                }
                Files.move(copy, table, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /// Reads it whole, and makes a state directory of it.
    private static void finish(Path draft, Path database) throws IOException, RocksDBException {
        long writes;
        try (var look = RocksStore.openToRead(database)) {
            look.database().verifyChecksum();
            writes = look.database().getLatestSequenceNumber();
        }
        try (var mark = DurableMark.create(StateDirectory.markFile(draft))) {
            mark.moveTo(writes, database);
        }
        force(StateDirectory.markFile(draft));
        StateDirectory.writeFormat(draft, "");
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var walk = Files.walk(folder)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
