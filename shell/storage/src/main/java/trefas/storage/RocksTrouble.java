package trefas.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/// What the database says when it can't, in the words of our sentences.
final class RocksTrouble {

    private RocksTrouble() {}

    /// Whether stored octets are wrong or gone, as opposed to a disk that is full or refuses.
    static boolean isDamage(RocksDBException trouble) {
        return trouble.getStatus() != null && trouble.getStatus().getCode() == Status.Code.Corruption;
    }

    /// Why something failed, to stand in a sentence after "because".
    static String reason(RocksDBException trouble) {
        var text = String.valueOf(trouble.getMessage());
        boolean isFull = (trouble.getStatus() != null && trouble.getStatus().getSubCode() == Status.SubCode.NoSpace)
                || text.contains("No space left")
                || text.contains("File too large")
                || text.contains("quota exceeded");
        return isFull ? "the disk is full" : "the database reports \"" + oneLine(text) + "\"";
    }

    /// Why a database that was there can't be opened. Whatever it is, nobody has written to it yet.
    static StateDirectoryException refusal(Path directory, RocksDBException trouble) {
        var text = String.valueOf(trouble.getMessage());
        if (text.contains("Permission denied") || text.contains("Read-only file system")) {
            return StateDirectoryException.notWritable(directory, new IOException(trouble));
        }
        return StateDirectoryException.damaged(
                directory, "its database can't be read (\"" + oneLine(text) + "\")", trouble);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
