package trefas.device.log;

import java.nio.ByteBuffer;

/// The ring of one logger: which log ids there are. The rows themselves leave at once for the permanent memory, so a
/// logger that nobody reads costs two numbers (dossier 10.1: an entry has a log id of 32 bits, the oldest is
/// overwritten).
///
/// Whoever takes the rows of a logger extends its ring: a meter has ten, and rings of their own would be three times
/// as large for their heads, their padding and what refers to them. Logger and capacity are what the class says.
public abstract class LogRing {

    /// The last log id; after it nothing is logged any more, and the row that has it says so.
    public static final long LOG_ID_MAX = 0xFFFF_FFFFL;

    /// Both unsigned; 0 is the one past the last.
    private int nextLogId = 1;

    private int oldestLogId = 1;

    /// Empty.
    protected LogRing() {}

    /// A ring of its own, for loggers that most meters have no row of.
    ///
    /// @param capacity rows kept, at least 1
    static LogRing of(DataLogger logger, int capacity) {
        return new OwnRing(logger, capacity);
    }

    private static final class OwnRing extends LogRing {

        private final DataLogger logger;
        private final int capacity;

        OwnRing(DataLogger logger, int capacity) {
            if (capacity < 1) {
                throw new IllegalArgumentException("a logger of " + capacity + " rows");
            }
            this.logger = logger;
            this.capacity = capacity;
        }

        @Override
        public DataLogger logger() {
            return logger;
        }

        @Override
        public int capacity() {
            return capacity;
        }
    }

    /// Whose rows these are.
    public abstract DataLogger logger();

    /// Rows kept, at least 1.
    public abstract int capacity();

    /// A row, unless the log ids are used up.
    ///
    /// @param at the meter's time, seconds since 1970-01-01T00:00:00Z
    /// @param status bits of [LoggerStatus]
    /// @param quality bits of [DataQuality]; 0 for an event logger
    /// @param readings unsigned 32 bit each, what they mean is the logger's
    protected final void append(long at, int status, int quality, LogSink sink, long... readings) {
        long id = nextLogId();
        if (id > LOG_ID_MAX) {
            return;
        }
        int last = id == LOG_ID_MAX ? LoggerStatus.LOG_ID_EXHAUSTED.mask() : 0;
        sink.append(logger(), new ProfileEntry(id, at, status | last, quality, readings), capacity());
        nextLogId++;
    }

    /// All rows go. Log ids go on.
    public final void clearRows() {
        oldestLogId = nextLogId;
    }

    /// Log id of the oldest row still in the ring; equal to [#nextLogId] when there is none.
    public final long oldestLogId() {
        return Math.max(logId(oldestLogId), nextLogId() - capacity());
    }

    public final long nextLogId() {
        return logId(nextLogId);
    }

    /// Rows in the ring.
    public final long entriesInUse() {
        return nextLogId() - oldestLogId();
    }

    /// Octets [#writeIds] needs.
    protected static int idsLength() {
        return 2 * Integer.BYTES;
    }

    protected final void writeIds(ByteBuffer into) {
        into.putInt(nextLogId).putInt(oldestLogId);
    }

    /// Reads what [#writeIds] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    protected final boolean readIds(ByteBuffer from) {
        if (from.remaining() < idsLength()) {
            return false;
        }
        int next = from.getInt();
        int oldest = from.getInt();
        if (logId(oldest) > logId(next)) {
            return false;
        }
        nextLogId = next;
        oldestLogId = oldest;
        return true;
    }

    /// Log ids start at 1, so the 0 that is left of the lowest 32 bits is the one past the last.
    private static long logId(int written) {
        return written == 0 ? LOG_ID_MAX + 1 : Integer.toUnsignedLong(written);
    }
}
