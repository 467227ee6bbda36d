package trefas.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;
import trefas.device.log.ProfileVisitor;
import trefas.device.memory.PermanentMemory;

/// The rows of one meter in a list. It never drops a row, so whoever reads must not ask for what has left the ring.
final class ListMemory implements PermanentMemory {

    private final List<ProfileEntry> rows = new ArrayList<>();

    /// Rows visited before the memory can't be read any more.
    private int readableRows = Integer.MAX_VALUE;

    void breakAfter(int readableRows) {
        this.readableRows = readableRows;
    }

    void append(ProfileEntry entry) {
        rows.add(entry);
    }

    List<ProfileEntry> rows() {
        return rows;
    }

    @Override
    public Recall recall(int serialNumber) {
        return new Recall.NeverSaved();
    }

    @Override
    public void save(int serialNumber, byte[] registers, List<Captured> captured) {
        captured.forEach(row -> append(row.entry()));
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
        int visited = 0;
        for (ProfileEntry row : rows) {
            if (row.logId() >= oldestLogId
                    && row.capturedAt() >= fromEpochSecond
                    && row.capturedAt() <= toEpochSecond) {
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
