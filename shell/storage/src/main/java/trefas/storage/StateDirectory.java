package trefas.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A directory with the state of a process's meters, claimed by this process alone.
///
/// | name      | what it is                                                                                    |
/// |-----------|-----------------------------------------------------------------------------------------------|
/// | `FORMAT`  | one line of text: what this directory is, and whether it was ever finished                    |
/// | `lock`    | locked while a process has the directory open                                                 |
/// | `mark`    | how far the database is known to be on disk, see [DurableMark]                                |
/// | `rocksdb` | the database                                                                                  |
/// | `backup`  | last good states, see [Backups]                                                               |
final class StateDirectory implements AutoCloseable {

    /// The schema of its records, see [RecordSchema]; a Trefas that knows only less must not touch it.
    static final int FORMAT = RecordSchema.NOW;

    private static final String FORMAT_NAME = "FORMAT";
    private static final String FORMAT_DRAFT_NAME = "FORMAT.new";
    private static final String LOCK_NAME = "lock";
    private static final Pattern FORMAT_TEXT =
            Pattern.compile("trefas state, format ([1-9][0-9]{0,8})(, unfinished)?\n");
    private static final int FORMAT_LENGTH_MAX = 64;

    private final Path path;
    /// What the file of the format says.
    private record Format(int number, boolean isFinished) {}

    private final FileChannel lockFile;
    private Format format;

    private StateDirectory(Path path, FileChannel lockFile, Format format) {
        this.path = path;
        this.lockFile = lockFile;
        this.format = format;
    }

    /// Claims a directory that holds a state, is empty or doesn't exist yet. Whatever else it is, it is left untouched.
    static StateDirectory claim(Path directory) throws StateDirectoryException {
        var path = directory.toAbsolutePath().normalize();
        inspect(path);
        var lockFile = lock(path);
        try {
            // Between the first look and the lock another process may have come and gone.
            var format = inspect(path);
            var claimed = new StateDirectory(path, lockFile, format.orElse(new Format(FORMAT, false)));
            if (!claimed.format.isFinished) {
                writeFormat(path, ", unfinished");
            }
            return claimed;
        } catch (StateDirectoryException refused) {
            closeQuietly(lockFile, refused);
            throw refused;
        } catch (IOException unwritable) {
            closeQuietly(lockFile, unwritable);
            throw StateDirectoryException.notWritable(path, unwritable);
        }
    }

    /// The format of the state that is there, one we know; empty if there is nothing yet.
    private static Optional<Format> inspect(Path path) throws StateDirectoryException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(path)) {
            throw StateDirectoryException.notADirectory(path);
        }
        var format = path.resolve(FORMAT_NAME);
        try {
            if (!Files.exists(format)) {
                refuseStrangers(path);
                return Optional.empty();
            }
            if (!Files.isRegularFile(format) || Files.size(format) > FORMAT_LENGTH_MAX) {
                throw StateDirectoryException.somethingElse(path);
            }
            var text = Files.readString(format, StandardCharsets.ISO_8859_1);
            var parts = FORMAT_TEXT.matcher(text);
            if (!parts.matches()) {
                throw text.startsWith("trefas")
                        ? StateDirectoryException.damaged(path, "its file " + FORMAT_NAME + " has an unknown layout")
                        : StateDirectoryException.somethingElse(path);
            }
            return Optional.of(known(path, parts));
        } catch (StateDirectoryException refused) {
            throw refused;
        } catch (IOException unreadable) {
            throw StateDirectoryException.notWritable(path, unreadable);
        }
    }

    private static Format known(Path path, Matcher parts) throws StateDirectoryException {
        int number = Integer.parseInt(parts.group(1));
        if (number > FORMAT) {
            throw StateDirectoryException.newer(path, parts.group(1), FORMAT);
        }
        return new Format(number, parts.group(2) == null);
    }

    /// A process killed before its first mark may have left these two behind.
    private static void refuseStrangers(Path path) throws IOException {
        var ours = Set.of(LOCK_NAME, FORMAT_DRAFT_NAME);
        try (var entries = Files.newDirectoryStream(path)) {
            for (var entry : entries) {
                if (!ours.contains(String.valueOf(entry.getFileName()))) {
                    throw StateDirectoryException.somethingElse(path);
                }
            }
        }
    }

    private static FileChannel lock(Path path) throws StateDirectoryException {
        FileChannel lockFile;
        try {
            Files.createDirectories(path);
            lockFile = FileChannel.open(path.resolve(LOCK_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw StateDirectoryException.notWritable(path, unwritable);
        }
        StateDirectoryException refused;
        try {
            @Nullable FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return lockFile;
            }
            refused = StateDirectoryException.inUse(path);
        } catch (OverlappingFileLockException ownProcess) {
            refused = StateDirectoryException.inUse(path);
        } catch (IOException unlockable) {
            refused = StateDirectoryException.notWritable(path, unlockable);
        }
        closeQuietly(lockFile, refused);
        throw refused;
    }

    Path path() {
        return path;
    }

    Path database() {
        return path.resolve("rocksdb");
    }

    Path mark() {
        return markFile(path);
    }

    static Path markFile(Path state) {
        return state.resolve("mark");
    }

    static Path formatFile(Path state) {
        return state.resolve(FORMAT_NAME);
    }

    /// What must be there; the list of tables is compared with it, and the log's heads are looked at, before the
    /// database may have a look.
    DurableMark.Known known() throws StateDirectoryException {
        DurableMark.Known known;
        try {
            known = DurableMark.read(mark())
                    .orElseThrow(() -> StateDirectoryException.damaged(path, "its file mark is destroyed"));
        } catch (StateDirectoryException refused) {
            throw refused;
        } catch (IOException unreadable) {
            throw StateDirectoryException.damaged(path, "its file mark is missing or can't be read", unreadable);
        }
        try {
            if (!known.manifest().isKeptIn(database())) {
                throw StateDirectoryException.damaged(path, "its list of tables is destroyed");
            }
            LogHeads.refuseReused(database());
            return known;
        } catch (StateDirectoryException refused) {
            throw refused;
        } catch (DamagedRecordException damaged) {
            throw StateDirectoryException.damaged(path, damaged.reason(), damaged);
        } catch (IOException unreadable) {
            throw StateDirectoryException.damaged(
                    path, "its list of tables or its log is missing or can't be read", unreadable);
        }
    }

    /// Nothing was ever saved here: what there is, is the rest of an attempt that was killed.
    boolean isUnfinished() {
        return !format.isFinished;
    }

    /// From now on a missing file is a loss, and there may be records of today's schema.
    void finish() throws IOException {
        if (!format.isFinished || format.number < FORMAT) {
            writeFormat(path, "");
            format = new Format(FORMAT, true);
        }
    }

    static void writeFormat(Path path, String addition) throws IOException {
        var draft = path.resolve(FORMAT_DRAFT_NAME);
        var text = "trefas state, format " + FORMAT + addition + "\n";
        try (var file = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            file.write(StandardCharsets.US_ASCII.encode(text));
            file.force(true);
        }
        Files.move(
                draft, path.resolve(FORMAT_NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static void closeQuietly(FileChannel file, Exception because) {
        try {
            file.close();
        } catch (IOException further) {
            because.addSuppressed(further);
        }
    }
}
