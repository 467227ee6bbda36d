package trefas.app.host;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import trefas.device.memory.PermanentMemory;
import trefas.storage.RocksMemory;

/// Tells once that a daily backup could not be made, and again only when it is for another reason or after one could
/// (decision 0042). Used by one thread.
final class BackupWatch {

    private final Supplier<Optional<String>> trouble;
    private final Consumer<String> log;
    private Optional<String> told = Optional.empty();

    /// @param trouble why the last backup could not be made, in one sentence
    BackupWatch(Supplier<Optional<String>> trouble, Consumer<String> log) {
        this.trouble = trouble;
        this.log = log;
    }

    /// Over a memory that makes backups; of one that makes none there is nothing to tell.
    static BackupWatch of(PermanentMemory memory, Consumer<String> log) {
        if (memory instanceof RocksMemory rocks) {
            return new BackupWatch(rocks::backupTrouble, log);
        }
        return new BackupWatch(Optional::empty, log);
    }

    void look() {
        Optional<String> now = trouble.get();
        if (now.isPresent() && !now.equals(told)) {
            log.accept(now.get());
        }
        told = now;
    }
}
