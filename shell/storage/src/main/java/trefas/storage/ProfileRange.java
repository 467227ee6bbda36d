package trefas.storage;

import trefas.device.log.ProfileVisitor;

/// The rows somebody asked for: with log ids and times from one to another, all inclusive.
record ProfileRange(long firstLogId, long lastLogId, long fromEpochSecond, long toEpochSecond) {

    static final ProfileRange EVERYTHING = ofLogIds(0, Long.MAX_VALUE);

    static ProfileRange ofLogIds(long firstLogId, long lastLogId) {
        return new ProfileRange(firstLogId, lastLogId, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static ProfileRange ofTimes(long oldestLogId, long fromEpochSecond, long toEpochSecond) {
        return new ProfileRange(oldestLogId, Long.MAX_VALUE, fromEpochSecond, toEpochSecond);
    }

    /// Whether a row is asked for.
    boolean has(long logId, long capturedAt) {
        return logId >= firstLogId
                && logId <= lastLogId
                && capturedAt >= fromEpochSecond
                && capturedAt <= toEpochSecond;
    }

    /// Whether a block, of which the first log id is known, may hold such rows.
    boolean meets(long firstLogIdOfBlock, byte[] block) throws DamagedRecordException {
        return firstLogIdOfBlock <= lastLogId && ProfileBlock.meets(block, fromEpochSecond, toEpochSecond);
    }

    /// Shows the visitor those rows of one block that are asked for, in the order of their log ids.
    void visit(long firstLogIdOfBlock, byte[] block, ProfileVisitor visitor) throws DamagedRecordException {
        if (meets(firstLogIdOfBlock, block)) {
            ProfileBlock.visit(firstLogIdOfBlock, block, this, visitor);
        }
    }
}
