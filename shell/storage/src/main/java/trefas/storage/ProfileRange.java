package trefas.storage;

import trefas.device.log.ProfileVisitor;

/// The rows somebody asked for: with log ids and times from one to another, all inclusive.
record ProfileRange(long firstLogId, long lastLogId, long fromEpochSecond, long toEpochSecond) {

    static final ProfileRange EVERYTHING = ofLogIds(0, Long.MAX_VALUE);

    static final ProfileRange NOTHING = ofLogIds(1, 0);

    static ProfileRange ofLogIds(long firstLogId, long lastLogId) {
        return new ProfileRange(firstLogId, lastLogId, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static ProfileRange ofTimes(long oldestLogId, long fromEpochSecond, long toEpochSecond) {
        return new ProfileRange(oldestLogId, Long.MAX_VALUE, fromEpochSecond, toEpochSecond);
    }

    /// Whether no row can be asked for.
    boolean isEmpty() {
        return firstLogId > lastLogId || fromEpochSecond > toEpochSecond;
    }

    /// Whether rows are asked for by their log ids alone.
    boolean hasAllTimes() {
        return fromEpochSecond == Long.MIN_VALUE && toEpochSecond == Long.MAX_VALUE;
    }

    /// Whether a row is asked for.
    boolean has(long logId, long capturedAt) {
        return logId >= firstLogId
                && logId <= lastLogId
                && capturedAt >= fromEpochSecond
                && capturedAt <= toEpochSecond;
    }

    /// Shows the visitor those rows of one block that are asked for, in the order of their log ids.
    void visit(long firstLogIdOfBlock, byte[] block, ProfileVisitor visitor) throws DamagedRecordException {
        if (firstLogIdOfBlock <= lastLogId && ProfileBlock.head(block).meets(fromEpochSecond, toEpochSecond)) {
            ProfileBlock.visit(firstLogIdOfBlock, block, this, visitor);
        }
    }
}
