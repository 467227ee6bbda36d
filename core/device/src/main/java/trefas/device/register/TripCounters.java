package trefas.device.register;

import java.nio.ByteBuffer;

/// The trip counters (C.128, dossier 4.1): energies since somebody last put each to zero. One is a total less what
/// the total stood at then, so it can't count anything else than its register.
public final class TripCounters {

    /// None was ever reset.
    private static final long[] NOTHING = {};

    private final RegisterBank totals;
    private long[] startedAt = NOTHING;

    public TripCounters(RegisterBank totals) {
        this.totals = totals;
    }

    /// Energy since the last reset, mW s; since the meter was new if there was none.
    public long milliwattSeconds(Quantity quantity) {
        long start = quantity.place() < startedAt.length ? startedAt[quantity.place()] : 0;
        return totals.milliwattSeconds(quantity.energy()) - start;
    }

    /// The same in whole steps of the display format, cut, starting again at zero after the roll-over.
    public long reading(Quantity quantity) {
        return totals.reading(milliwattSeconds(quantity));
    }

    /// Puts one to zero: a long press of the left button while it is shown (dossier 6.4). A quantity the meter does
    /// not measure stays at zero anyway.
    public void reset(Quantity quantity) {
        if (!totals.measured().has(quantity)) {
            return;
        }
        if (startedAt.length == 0) {
            startedAt = new long[totals.measured().quantityCount()];
        }
        startedAt[quantity.place()] = totals.milliwattSeconds(quantity.energy());
    }

    /// Octets [#write] needs now.
    public int recordLength() {
        return 1 + startedAt.length * Long.BYTES;
    }

    /// How many quantities, none before the first reset, then what each total stood at.
    public void write(ByteBuffer into) {
        into.put((byte) startedAt.length);
        for (long start : startedAt) {
            into.putLong(start);
        }
    }

    /// Reads what [#write] wrote, after the totals were read.
    ///
    /// @return whether the record makes sense with these totals; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        int count = from.hasRemaining() ? from.get() : -1;
        if ((count != 0 && count != totals.measured().quantityCount()) || from.remaining() < count * Long.BYTES) {
            return false;
        }
        long[] starts = count == 0 ? NOTHING : new long[count];
        for (int quantity = 0; quantity < count; quantity++) {
            starts[quantity] = from.getLong();
            long total = totals.milliwattSeconds(Quantity.ALL.get(quantity).energy());
            if (starts[quantity] < 0 || starts[quantity] > total) {
                return false;
            }
        }
        startedAt = starts;
        return true;
    }
}
