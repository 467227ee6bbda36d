package trefas.device.log;

import java.nio.ByteBuffer;

/// What befell the load profile, newest 10 (1-1:99.98.10, dossier 10.5).
public final class LoadProfileEventLog extends LogRing {

    /// Rows kept (predecessor).
    public static final int CAPACITY = 10;

    /// Nothing has befallen yet.
    public LoadProfileEventLog() {}

    /// Takes a row for everything that befell the profile since it was asked last. Call it after each change of the
    /// profile, and in the first second after a restart.
    public void ask(LoadProfile profile, long now, LogSink sink) {
        if (profile.hasEvents()) {
            profile.tellEvents(event -> append(now, 0, 0, sink, event.code()));
        }
    }

    @Override
    public DataLogger logger() {
        return DataLogger.LOAD_PROFILE_EVENT;
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    public LogRing ring() {
        return this;
    }

    /// Octets [#write] needs.
    public static int recordLength() {
        return idsLength();
    }

    public void write(ByteBuffer into) {
        writeIds(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        return readIds(from);
    }
}
