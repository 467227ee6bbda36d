package trefas.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;
import trefas.device.log.ProfileVisitor;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.RecordName;

/// The rows of one meter in lists, one for each logger. It never drops a row, so whoever reads must not ask for what
/// has left the
/// ring.
public final class ListMemory implements PermanentMemory {

    private final Map<DataLogger, List<ProfileEntry>> rows = new EnumMap<>(DataLogger.class);
    private final Map<RecordName, byte[]> further = new HashMap<>();

    /// Rows visited before the memory can't be read any more.
    private int readableRows = Integer.MAX_VALUE;

    public ListMemory() {}

    void breakAfter(int readableRows) {
        this.readableRows = readableRows;
    }

    /// A row of the load profile.
    public void append(ProfileEntry entry) {
        append(DataLogger.LOAD_PROFILE, entry);
    }

    public void append(DataLogger logger, ProfileEntry entry) {
        rows(logger).add(entry);
    }

    /// The rows of the load profile.
    List<ProfileEntry> rows() {
        return rows(DataLogger.LOAD_PROFILE);
    }

    private List<ProfileEntry> rows(DataLogger logger) {
        return rows.computeIfAbsent(logger, _ -> new ArrayList<>());
    }

    @Override
    public Recall recall(int serialNumber) {
        return new Recall.NeverSaved();
    }

    @Override
    public Recall recall(int serialNumber, RecordName name) {
        byte[] record = further.get(name);
        return record == null ? new Recall.NeverSaved() : new Recall.Saved(record);
    }

    @Override
    public void save(int serialNumber, byte[] registers, List<Captured> captured, Map<RecordName, byte[]> records) {
        captured.forEach(row -> append(row.logger(), row.entry()));
        further.putAll(records);
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
        visit(
                logger,
                row -> row.logId() >= oldestLogId
                        && row.capturedAt() >= fromEpochSecond
                        && row.capturedAt() <= toEpochSecond,
                visitor);
    }

    @Override
    public void visitLogIds(
            int serialNumber, DataLogger logger, long firstLogId, long lastLogId, ProfileVisitor visitor)
            throws IOException {
        visit(logger, row -> row.logId() >= firstLogId && row.logId() <= lastLogId, visitor);
    }

    private void visit(DataLogger logger, Predicate<ProfileEntry> wanted, ProfileVisitor visitor) throws IOException {
        int visited = 0;
        for (ProfileEntry row : rows(logger)) {
            if (wanted.test(row)) {
                if (visited++ == readableRows) {
                    throw new IOException("the disk is gone");
                }
                visitor.row(row);
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
