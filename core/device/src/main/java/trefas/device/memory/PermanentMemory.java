package trefas.device.memory;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;
import trefas.device.log.ProfileVisitor;

/// The permanent memory of the meters of one process, as the core sees it: for each meter a record of registers,
/// the rows of its loggers and further records by name. How it is kept is the business of whoever implements it;
/// one contract test holds for all.
///
/// Called by one writer per meter; different meters may be saved from different threads at once.
public interface PermanentMemory extends AutoCloseable {

    /// What a meter finds when it wakes.
    sealed interface Recall {
        /// This record of this meter was never saved here.
        record NeverSaved() implements Recall {}

        /// The record as it was given to [#save], octet for octet.
        final class Saved implements Recall {
            private final byte[] octets;

            public Saved(byte[] octets) {
                this.octets = octets.clone();
            }

            public byte[] octets() {
                return octets.clone();
            }
        }

        /// Something is kept here for this meter, but it can't be what was saved. Never answered with zeros.
        ///
        /// @param reason one sentence: what was found and where
        record Damaged(String reason) implements Recall {}
    }

    /// One row on its way into a logger.
    ///
    /// @param capacity rows this logger keeps; older ones may be dropped, never younger ones
    record Captured(DataLogger logger, ProfileEntry entry, int capacity) {}

    /// What one step changed in one meter.
    final class Change {
        private final int serialNumber;
        private final byte[] registers;
        private final List<Captured> captured;
        private final Map<RecordName, byte[]> records;

        /// @param registers given away, as are the other records: nobody changes them any more
        public Change(int serialNumber, byte[] registers, List<Captured> captured, Map<RecordName, byte[]> records) {
            this.serialNumber = serialNumber;
            this.registers = registers;
            this.captured = List.copyOf(captured);
            this.records = records;
        }

        public int serialNumber() {
            return serialNumber;
        }

        /// As they were given; only to be read.
        public byte[] registers() {
            return registers;
        }

        public List<Captured> captured() {
            return captured;
        }

        public Map<RecordName, byte[]> records() {
            return records;
        }
    }

    /// The registers.
    Recall recall(int serialNumber) throws IOException;

    /// A further record. One that was never saved is told from one that is damaged, for the first means a meter as
    /// it was made and the second must not.
    Recall recall(int serialNumber, RecordName name) throws IOException;

    /// Saves all that one step of the meter changed, all or nothing. When this returns, a killed process loses
    /// none of it.
    ///
    /// @param records further records that changed; the others stay as they are
    /// @throws IOException when it could not be saved; then nothing of it was
    void save(int serialNumber, byte[] registers, List<Captured> captured, Map<RecordName, byte[]> records)
            throws IOException;

    /// Saves registers and rows; no further record has changed.
    default void save(int serialNumber, byte[] registers, List<Captured> captured) throws IOException {
        save(serialNumber, registers, captured, Map.of());
    }

    /// Saves what one step changed in several meters, for whoever lets time pass for many of them at once. It costs
    /// less than a save for each.
    ///
    /// @param changes each of another meter
    /// @throws IOException when one of them could not be saved; each of the others was saved whole or not at all
    default void saveAll(List<Change> changes) throws IOException {
        for (Change change : changes) {
            save(change.serialNumber(), change.registers(), change.captured(), change.records());
        }
    }

    /// Visits the rows captured from one time to another, both inclusive, oldest first; none when the one is after
    /// the other.
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

    /// Visits the rows from one log id to another, both inclusive, oldest first; none when the one is greater than
    /// the other. What it costs depends on these rows only, not on how many there are beside them.
    void visitLogIds(int serialNumber, DataLogger logger, long firstLogId, long lastLogId, ProfileVisitor visitor)
            throws IOException;

    /// Makes everything saved so far survive a power cut of the machine as well.
    void flush() throws IOException;

    @Override
    void close() throws IOException;
}
