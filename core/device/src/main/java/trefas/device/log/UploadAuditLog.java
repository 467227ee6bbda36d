package trefas.device.log;

import java.nio.ByteBuffer;

/// The two audit loggers of software uploads (dossier 10.5, 18; WELMEC 7.2). What was changed in a meter must stay
/// traceable, so the list of uploads that worked never overwrites: once it is full there are no more.
public final class UploadAuditLog {

    /// Rows kept in each (successor).
    public static final int CAPACITY = 100;

    private final LogRing succeeded = LogRing.of(DataLogger.AUDIT_SUCCESS, CAPACITY);
    private final LogRing failed = LogRing.of(DataLogger.AUDIT_FAIL, CAPACITY);

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
        return true;
    }

    /// An upload failed. The oldest failure makes room.
    public void failed(long now, UploadAudit audit, LogSink sink) {
        failed.append(now, 0, 0, sink, audit.readings());
    }

    public LogRing succeeded() {
        return succeeded;
    }

    public LogRing failed() {
        return failed;
    }

    /// Octets [#write] needs.
    public static int recordLength() {
        return 2 * LogRing.idsLength();
    }

    public void write(ByteBuffer into) {
        succeeded.writeIds(into);
        failed.writeIds(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        var first = LogRing.of(DataLogger.AUDIT_SUCCESS, CAPACITY);
        var second = LogRing.of(DataLogger.AUDIT_FAIL, CAPACITY);
        ByteBuffer tried = from.duplicate();
        if (!first.readIds(tried) || !second.readIds(tried)) {
            return false;
        }
        return succeeded.readIds(from) && failed.readIds(from);
    }
}
