package trefas.storage;

import trefas.device.log.ProfileVisitor;

/// The rows somebody asked for: captured from one time to another, both inclusive, and still in the ring.
record ProfileRange(long oldestLogId, long fromEpochSecond, long toEpochSecond) {

    /// Shows the visitor those rows of one block that are asked for, in the order of their log ids.
    void visit(long firstLogId, byte[] block, ProfileVisitor visitor) throws DamagedRecordException {
        if (!ProfileBlock.span(block).meets(fromEpochSecond, toEpochSecond)) {
            return;
        }
        for (var row : ProfileBlock.decode(firstLogId, block)) {
            if (row.logId() >= oldestLogId
                    && row.capturedAt() >= fromEpochSecond
                    && row.capturedAt() <= toEpochSecond) {
                visitor.row(row);
            }
        }
    }
}
