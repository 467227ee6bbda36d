package trefas.storage;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;
import trefas.device.log.ProfileVisitor;
import trefas.device.memory.PermanentMemory;

/// A memory on the heap, for demonstrations: it keeps what a permanent one keeps, in the same few octets per row and
/// bounded by the same rings, until the process ends.
public final class VolatileMemory implements PermanentMemory {

    private final Map<Integer, Kept> meters = new ConcurrentHashMap<>();

    public VolatileMemory() {}

    @Override
    public Recall recall(int serialNumber) {
        var kept = meters.get(serialNumber);
        return kept == null ? new Recall.NeverSaved() : new Recall.Saved(kept.registers());
    }

    @Override
    public void save(int serialNumber, byte[] registers, List<Captured> captured) throws IOException {
        // A save that is refused leaves no meter behind.
        var kept = meters.getOrDefault(serialNumber, new Kept());
        kept.save(registers.clone(), captured);
        meters.put(serialNumber, kept);
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
        var kept = meters.get(serialNumber);
        if (kept == null) {
            return;
        }
        var range = new ProfileRange(oldestLogId, fromEpochSecond, toEpochSecond);
        for (var block : kept.blocksFrom(logger, oldestLogId).entrySet()) {
            range.visit(block.getKey(), block.getValue(), visitor);
        }
    }

    /// Nothing to do: there is no disk, and no power cut is survived.
    @Override
    public void flush() {}

    @Override
    public void close() {}

    /// What is kept for one meter.
    private static final class Kept {
        private byte[] registers = {};
        private final Map<DataLogger, TreeMap<Long, byte[]>> blocks = new EnumMap<>(DataLogger.class);

        synchronized byte[] registers() {
            return registers;
        }

        synchronized void save(byte[] newRegisters, List<Captured> captured) throws IOException {
            var changes = new EnumMap<DataLogger, ProfileChange>(DataLogger.class);
            for (var row : captured) {
                changes.computeIfAbsent(row.logger(), logger -> new ProfileChange(blocksOf(logger)))
                        .add(row.entry(), row.capacity());
            }
            for (var change : changes.entrySet()) {
                var dropped = change.getValue().droppedBefore();
                var mine = blocks.computeIfAbsent(change.getKey(), _ -> new TreeMap<>());
                mine.putAll(change.getValue().written());
                dropped.ifPresent(bound -> mine.headMap(bound).clear());
            }
            registers = newRegisters;
        }

        /// A copy of the references, so that a visitor may take its time while the meter goes on saving.
        synchronized Map<Long, byte[]> blocksFrom(DataLogger logger, long oldestLogId) {
            var mine = blocks.getOrDefault(logger, new TreeMap<>());
            var first = mine.floorKey(oldestLogId);
            return new TreeMap<>(mine.tailMap(first == null ? oldestLogId : first));
        }

        private ProfileChange.Blocks blocksOf(DataLogger logger) {
            var mine = blocks.getOrDefault(logger, new TreeMap<>());
            return new ProfileChange.Blocks() {
                @Override
                public OptionalLong firstLogIdUpTo(long logId) {
                    var first = mine.floorKey(logId);
                    return first == null ? OptionalLong.empty() : OptionalLong.of(first);
                }

                @Override
                public List<ProfileEntry> rows(long firstLogId) throws DamagedRecordException {
                    var block = mine.get(firstLogId);
                    if (block == null) {
                        throw new IllegalArgumentException("no block begins with log id " + firstLogId);
                    }
                    return ProfileBlock.decode(firstLogId, block);
                }
            };
        }
    }
}
