package trefas.device.memory;

import java.io.IOException;
import java.util.List;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;
import trefas.device.log.ProfileVisitor;

/// The permanent memory of the meters of one process, as the core sees it: a record of registers for each meter and
/// the rows of its loggers. How it is kept is the business of whoever implements it; one contract test holds for all.
///
/// Called by one writer per meter; different meters may be saved from different threads at once.
public interface PermanentMemory extends AutoCloseable {

    /// What a meter finds when it wakes.
    sealed interface Recall {
        /// This meter was never saved here.
        record NeverSaved() implements Recall {}

        /// The registers as they were given to [#save], octet for octet.
        final class Saved implements Recall {
            private final byte[] registers;

            public Saved(byte[] registers) {
                this.registers = registers.clone();
            }

            public byte[] registers() {
                return registers.clone();
            }
        }

        /// Something is kept for this meter, but it can't be what was saved. Never answered with zeros.
        ///
        /// @param reason one sentence: what was found and where
        record Damaged(String reason) implements Recall {}
    }

    /// One row on its way into a logger.
    ///
    /// @param capacity rows this logger keeps; older ones may be dropped, never younger ones
    record Captured(DataLogger logger, ProfileEntry entry, int capacity) {}

    Recall recall(int serialNumber) throws IOException;

    /// Saves all that one step of the meter changed, all or nothing. When this returns, a killed process loses none
    /// of it.
    ///
    /// @throws IOException when it could not be saved; then nothing of it was
    void save(int serialNumber, byte[] registers, List<Captured> captured) throws IOException;

    /// Visits the rows captured from one time to another, both inclusive, oldest first; none when the one is after the
    /// other.
    ///
    /// @param oldestLogId rows with a smaller log id have left the ring and are passed over
    void visit(
            int serialNumber,
            DataLogger logger,
            long oldestLogId,
            long fromEpochSecond,
            long toEpochSecond,
            ProfileVisitor visitor)
            throws IOException;

    /// Makes everything saved so far survive a power cut of the machine as well.
    void flush() throws IOException;

    @Override
    void close() throws IOException;
}
