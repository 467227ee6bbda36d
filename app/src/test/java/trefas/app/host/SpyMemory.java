package trefas.app.host;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import trefas.device.Meter;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileVisitor;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.RecordName;
import trefas.storage.VolatileMemory;

/// A memory that tells what it was given, and can be broken.
final class SpyMemory implements PermanentMemory {

    private final VolatileMemory kept = new VolatileMemory();
    private volatile byte[] registers = {};
    /// Of the load profile.
    int rows;

    int saves;
    boolean broken;

    /// Whether everything of this meter has been saved.
    boolean knows(Meter meter) {
        return Arrays.equals(registers, meter.registers());
    }

    @Override
    public Recall recall(int serialNumber) {
        return kept.recall(serialNumber);
    }

    @Override
    public Recall recall(int serialNumber, RecordName name) {
        return kept.recall(serialNumber, name);
    }

    @Override
    public void save(int serialNumber, byte[] registers, List<Captured> captured, Map<RecordName, byte[]> records)
            throws IOException {
        if (broken) {
            throw new IOException("No space left on device");
        }
        kept.save(serialNumber, registers, captured, records);
        this.registers = registers.clone();
        rows += (int) captured.stream()
                .filter(row -> row.logger() == DataLogger.LOAD_PROFILE)
                .count();
        saves++;
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
        kept.visit(serialNumber, logger, oldestLogId, fromEpochSecond, toEpochSecond, visitor);
    }

    @Override
    public void visitLogIds(
            int serialNumber, DataLogger logger, long firstLogId, long lastLogId, ProfileVisitor visitor)
            throws IOException {
        kept.visitLogIds(serialNumber, logger, firstLogId, lastLogId, visitor);
    }

    @Override
    public void flush() throws IOException {
        kept.flush();
    }

    @Override
    public void close() throws IOException {
        kept.close();
    }
}
