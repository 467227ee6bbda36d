package trefas.benchmarks.life;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileVisitor;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.RecordName;

/// Counts what is saved on its way into another memory, or to nowhere.
final class WatchedMemory implements PermanentMemory {

    private final Optional<PermanentMemory> behind;
    private final Map<DataLogger, Integer> rows = new EnumMap<>(DataLogger.class);
    private long saves;

    WatchedMemory(Optional<PermanentMemory> behind) {
        this.behind = behind;
    }

    long saves() {
        return saves;
    }

    /// Rows saved of each logger.
    Map<DataLogger, Integer> rows() {
        return rows;
    }

    @Override
    public Recall recall(int serialNumber) {
        return new Recall.NeverSaved();
    }

    @Override
    public Recall recall(int serialNumber, RecordName name) {
        return new Recall.NeverSaved();
    }

    @Override
    public void save(int serialNumber, byte[] registers, List<Captured> captured, Map<RecordName, byte[]> records)
            throws IOException {
        saves++;
        for (Captured row : captured) {
            rows.merge(row.logger(), 1, Integer::sum);
        }
        if (behind.isPresent()) {
            behind.get().save(serialNumber, registers, captured, records);
        }
    }

    @Override
    public void visit(
            int serialNumber,
            DataLogger logger,
            long oldestLogId,
            long fromEpochSecond,
            long toEpochSecond,
            ProfileVisitor visitor) {
        // Nobody reads here.
    }

    @Override
    public void visitLogIds(
            int serialNumber, DataLogger logger, long firstLogId, long lastLogId, ProfileVisitor visitor) {
        // Nobody reads here.
    }

    @Override
    public void flush() throws IOException {
        if (behind.isPresent()) {
            behind.get().flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (behind.isPresent()) {
            behind.get().close();
        }
    }
}
