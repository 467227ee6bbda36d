package trefas.device.log;

import java.nio.ByteBuffer;

/// What befell the load profile, newest 10 (1-1:99.98.10, dossier 10.5).
public final class LoadProfileEventLog {

    /// Rows kept (predecessor).
    public static final int CAPACITY = 10;

    private final LogRing ring = new LogRing(DataLogger.LOAD_PROFILE_EVENT, CAPACITY);

    /// Nothing has befallen yet.
    public LoadProfileEventLog() {}

    /// Takes a row for everything that befell the profile since it was asked last. Call it after each change of the
    /// profile, and in the first second after a restart.
    public void ask(LoadProfile profile, long now, LogSink sink) {
        profile.tellEvents(event -> ring.append(now, 0, 0, sink, event.code()));
    }

    public LogRing ring() {
        return ring;
    }

    /// Octets [#write] needs.
    public static int recordLength() {
        return LogRing.recordLength();
    }

    public void write(ByteBuffer into) {
        ring.write(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        return ring.read(from);
    }
}
