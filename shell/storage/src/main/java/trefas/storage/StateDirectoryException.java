package trefas.storage;

import java.io.IOException;
import java.nio.file.Path;

/// Why a state directory was not opened: one sentence for the person at the console, saying what, where and what to do.
/// Nothing in the directory was changed by the attempt.
public final class StateDirectoryException extends IOException {

    private static final long serialVersionUID = 1L;

    /// What is wrong with the directory, for those who decide by it.
    public enum Fault {
        /// A file stands where the directory should be.
        NOT_A_DIRECTORY,
        /// The directory can't be created or written to.
        NOT_WRITABLE,
        /// Another process, or this one, has it open.
        IN_USE,
        /// It holds files, but not the mark of a Trefas state.
        SOMETHING_ELSE,
        /// A later Trefas wrote it.
        NEWER,
        /// It was a Trefas state; part of it is destroyed or lost.
        DAMAGED
    }

    private final Fault fault;

    private StateDirectoryException(Fault fault, String sentence) {
        super(sentence);
        this.fault = fault;
    }

    private StateDirectoryException(Fault fault, String sentence, Throwable cause) {
        super(sentence, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    static StateDirectoryException notADirectory(Path path) {
        return new StateDirectoryException(
                Fault.NOT_A_DIRECTORY,
                "The state directory " + path + " is a file; name a directory, or one that doesn't exist yet.");
    }

    static StateDirectoryException notWritable(Path path, IOException cause) {
        return new StateDirectoryException(
                Fault.NOT_WRITABLE,
                "The state directory " + path + " can't be written to; give this user the right to write there, or name"
                        + " another directory.",
                cause);
    }

    static StateDirectoryException inUse(Path path) {
        return new StateDirectoryException(
                Fault.IN_USE,
                "The state directory " + path + " is in use by another meter process; stop that one first, or name"
                        + " another directory.");
    }

    static StateDirectoryException somethingElse(Path path) {
        return new StateDirectoryException(
                Fault.SOMETHING_ELSE,
                "The directory " + path
                        + " holds files that aren't a Trefas state; name an empty directory, or one that"
                        + " doesn't exist yet.");
    }

    static StateDirectoryException newer(Path path, String found, int known) {
        return new StateDirectoryException(
                Fault.NEWER,
                "The state directory " + path + " was written by a newer Trefas (format " + found
                        + ", this one knows up to " + known
                        + "); start it with that Trefas, or name another directory.");
    }

    /// @param what the part that is destroyed, as the subject of a sentence with its verb
    static StateDirectoryException damaged(Path path, String what) {
        return new StateDirectoryException(Fault.DAMAGED, damagedSentence(path, what));
    }

    static StateDirectoryException damaged(Path path, String what, Throwable cause) {
        return new StateDirectoryException(Fault.DAMAGED, damagedSentence(path, what), cause);
    }

    private static String damagedSentence(Path path, String what) {
        return "The meter state in " + path + " is damaged: " + what + "; nothing was changed, so " + restore(path)
                + ", or name an empty one to begin anew.";
    }

    /// What to do about damage, to stand in a sentence.
    static String restore(Path path) {
        return Backups.newest(path)
                .map(backup -> "stop the meter and put a copy of the last good state, " + backup
                        + ", in the place of the directory")
                .orElse("restore the directory from a backup");
    }
}
