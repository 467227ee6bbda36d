package trefas.device.log;

import java.nio.ByteBuffer;

/// What the breaker did, newest 200 (1-1:99.98.5, dossier 10.5, 12.7). A meter without a breaker at work has no row.
public final class CutOffLog extends LogRing {

    /// Rows kept (TD p45).
    public static final int CAPACITY = 200;

    /// The breaker has not moved yet.
    public CutOffLog() {}

    /// The breaker has disconnected, was released or has connected.
    ///
    /// @param now the meter's time
    /// @param state CouplingState it is in now, unsigned 8 bit (1-1:128.0.0)
    /// @param feedback CouplingFeedback it gives, unsigned 8 bit (1-1:128.0.18)
    /// @param sink takes the row
    public void coupled(long now, int state, int feedback, LogSink sink) {
        append(now, 0, 0, sink, state, feedback);
    }

    @Override
    public DataLogger logger() {
        return DataLogger.CUT_OFF;
    }

    @Override
    public int capacity() {
        return CAPACITY;
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
