package trefas.device.log;

import java.nio.ByteBuffer;

/// The two audit loggers of software uploads (dossier 10.5, 18; WELMEC 7.2). What was changed in a meter must stay
/// traceable, so the list of uploads that worked never overwrites: once it is full there are no more.
public final class UploadAuditLog {

    /// Rows kept in each (successor).
    public static final int CAPACITY = 100;

    private final LogRing succeeded = LogRing.of(DataLogger.AUDIT_SUCCESS, CAPACITY);
    private final LogRing failed = LogRing.of(DataLogger.AUDIT_FAIL, CAPACITY);

    /// Whether the newest row of both is one of the failed.
    private boolean hasFailedLast;

    /// No upload yet.
    public UploadAuditLog() {}

    /// Whether another upload could be traced. Ask before one is activated, and refuse it if not.
    public boolean hasRoom() {
        return succeeded.entriesInUse() < CAPACITY;
    }

    /// An upload worked.
    ///
    /// @return whether it was logged; if not, it must not come to run
    public boolean succeeded(long now, UploadAudit audit, LogSink sink) {
        if (!hasRoom()) {
            return false;
        }
        succeeded.append(now, 0, 0, sink, audit.readings());
        hasFailedLast = false;
        return true;
    }

    /// An upload failed. The oldest failure makes room.
    public void failed(long now, UploadAudit audit, LogSink sink) {
        failed.append(now, 0, 0, sink, audit.readings());
        hasFailedLast = true;
    }

    /// The one of the two that has the newest row; a clock that was set back does not change that.
    public LogRing newest() {
        return hasFailedLast ? failed : succeeded;
    }

    public LogRing succeeded() {
        return succeeded;
    }

    public LogRing failed() {
        return failed;
    }

    /// Octets [#write] needs.
    public static int recordLength() {
        return 2 * LogRing.idsLength() + 1;
    }

    public void write(ByteBuffer into) {
        succeeded.writeIds(into);
        failed.writeIds(into);
        into.put((byte) (hasFailedLast ? 1 : 0));
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        var first = LogRing.of(DataLogger.AUDIT_SUCCESS, CAPACITY);
        var second = LogRing.of(DataLogger.AUDIT_FAIL, CAPACITY);
        ByteBuffer tried = from.duplicate();
        if (!first.readIds(tried) || !second.readIds(tried) || !tried.hasRemaining()) {
            return false;
        }
        boolean isRead = succeeded.readIds(from) && failed.readIds(from);
        hasFailedLast = from.get() != 0;
        return isRead;
    }
}
