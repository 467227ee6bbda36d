package trefas.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileVisitor;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.RecordName;

/// A memory on the heap, for demonstrations: it keeps what a permanent one keeps, in the same few octets per row
/// and bounded by the same rings, until the process ends.
public final class VolatileMemory implements PermanentMemory {

    private final Map<Integer, Kept> meters = new ConcurrentHashMap<>();

    public VolatileMemory() {}

    @Override
    public Recall recall(int serialNumber) {
        var kept = meters.get(serialNumber);
        return kept == null ? new Recall.NeverSaved() : new Recall.Saved(kept.registers());
    }

    @Override
    public Recall recall(int serialNumber, RecordName name) {
        var kept = meters.get(serialNumber);
        byte[] record = kept == null ? null : kept.further(name);
        return record == null ? new Recall.NeverSaved() : new Recall.Saved(record);
    }

    @Override
    public void save(int serialNumber, byte[] registers, List<Captured> captured, Map<RecordName, byte[]> records)
            throws IOException {
        // A save that is refused leaves no meter behind.
        var kept = meters.getOrDefault(serialNumber, new Kept());
        kept.save(registers.clone(), captured, records);
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
        var kept = meters.get(serialNumber);
        if (kept == null) {
            return;
        }
        for (var block : kept.blocks(logger, range)) {
            range.visit(block.firstLogId(), block.octets(), visitor);
        }
    }

    /// Nothing to do: there is no disk, and no power cut is survived.
    @Override
    public void flush() {}

    @Override
    public void close() {}

    /// A day of a logger, as it was encoded.
    private static final class Block {
        private final long firstLogId;
        private final byte[] octets;

        Block(long firstLogId, byte[] octets) {
            this.firstLogId = firstLogId;
            this.octets = octets;
        }

        long firstLogId() {
            return firstLogId;
        }

        byte[] octets() {
            return octets;
        }
    }

    /// What is kept for one meter.
    private static final class Kept {
        private byte[] registers = {};
        private Map<RecordName, byte[]> further = Map.of();
        private final Map<DataLogger, TreeMap<Long, byte[]>> blocks = new EnumMap<>(DataLogger.class);

        synchronized byte[] registers() {
            return registers;
        }

        synchronized byte @Nullable [] further(RecordName name) {
            return further.get(name);
        }

        synchronized void save(byte[] newRegisters, List<Captured> captured, Map<RecordName, byte[]> records)
                throws IOException {
            var changes = new EnumMap<DataLogger, ProfileChange>(DataLogger.class);
            for (var row : captured) {
                changes.computeIfAbsent(row.logger(), logger -> new ProfileChange(blocksOf(logger)))
                        .add(row.entry(), row.capacity());
            }
            for (var change : changes.entrySet()) {
                var dropped = change.getValue().droppedBefore();
                var written = change.getValue().written();
                var mine = blocks.computeIfAbsent(change.getKey(), _ -> new TreeMap<>());
                mine.putAll(written);
                dropped.ifPresent(bound -> mine.headMap(bound).clear());
            }
            registers = newRegisters;
            if (!records.isEmpty()) {
                var all = new HashMap<>(further);
                records.forEach((name, octets) -> all.put(name, octets.clone()));
                further = Map.copyOf(all);
            }
        }

        /// The references to what may hold wanted rows, so that a visitor may take its time while the meter goes
        /// on saving.
        synchronized List<Block> blocks(DataLogger logger, ProfileRange range) throws IOException {
            var mine = blocks.get(logger);
            if (mine == null) {
                return List.of();
            }
            var found = new ArrayList<Block>();
            ProfileSearch.search(
                    new MapCursor(mine), range, (firstLogId, octets) -> found.add(new Block(firstLogId, octets)));
            return found;
        }

        private BlockCursor blocksOf(DataLogger logger) {
            return new MapCursor(blocks.getOrDefault(logger, new TreeMap<>()));
        }
    }
}
