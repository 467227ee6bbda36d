package trefas.device.register;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The energies of each tariff (C.8.1 to C.8.8, dossier 4.1, 8). Energy goes to the total and to the active tariff,
/// so the tariff that is active needs no counter: it has what the total has more than all others. Sums therefore
/// hold to the last mW s, a second costs nothing beside a comparison, and with tariffs disabled T1 runs along with
/// the total, as it does in a meter whose memory was written before there were tariffs.
public final class TariffRegisters {

    /// Tariffs are counted from 1.
    public static final int TARIFF_MIN = 1;

    public static final int TARIFF_MAX = 8;

    /// No tariff but T1 has ever been active.
    private static final long[] NOTHING = {};

    private final RegisterBank totals;
    private int active = TARIFF_MIN;
    /// mW s of the tariffs from T1 up to the highest that was ever active, a row of all quantities for each; the row
    /// of the active tariff is left as it was and not used.
    private long[] settled = NOTHING;
    /// What each total stands at when the active tariff's reading steps on; empty while that is when the total's does.
    private long[] stepsAt = NOTHING;

    /// @param totals the registers that are split here
    public TariffRegisters(RegisterBank totals) {
        this.totals = totals;
    }

    public static boolean isTariff(int tariff) {
        return tariff >= TARIFF_MIN && tariff <= TARIFF_MAX;
    }

    /// The tariff that counts, 1 to 8; 1 when tariffs are disabled.
    public int active() {
        return active;
    }

    /// From the next second on another tariff counts.
    ///
    /// @param tariff 1 to 8; 1 to disable tariffs
    public void activate(int tariff) {
        if (!isTariff(tariff)) {
            throw new IllegalArgumentException("tariff " + tariff + " of " + TARIFF_MAX);
        }
        if (tariff == active) {
            return;
        }
        int rows = Math.max(tariff, active);
        if (rows * quantityCount() > settled.length) {
            settled = Arrays.copyOf(settled, rows * quantityCount());
        }
        for (int quantity = 0; quantity < quantityCount(); quantity++) {
            settled[row(active) + quantity] = milliwattSeconds(active, quantity);
        }
        active = tariff;
        findSteps();
    }

    /// Called once the totals have counted a second.
    ///
    /// @return whether a reading of the active tariff stepped on
    public boolean hasStepped() {
        boolean stepped = false;
        for (int quantity = 0; quantity < stepsAt.length; quantity++) {
            if (total(quantity) >= stepsAt[quantity]) {
                stepsAt[quantity] = stepAfter(quantity);
                stepped = true;
            }
        }
        return stepped;
    }

    /// Energy of a quantity in one tariff, mW s, never rounded; 0 if the meter does not measure it.
    public long milliwattSeconds(Quantity quantity, int tariff) {
        if (!isTariff(tariff)) {
            throw new IllegalArgumentException("tariff " + tariff + " of " + TARIFF_MAX);
        }
        return quantity.place() < quantityCount() ? milliwattSeconds(tariff, quantity.place()) : 0;
    }

    /// The same in whole steps of the display format, cut, starting again at zero after the roll-over.
    public long reading(Quantity quantity, int tariff) {
        return totals.reading(milliwattSeconds(quantity, tariff));
    }

    private long milliwattSeconds(int tariff, int quantity) {
        if (tariff != active) {
            return row(tariff) < settled.length ? settled[row(tariff) + quantity] : 0;
        }
        long others = 0;
        for (int cell = quantity; cell < settled.length; cell += quantityCount()) {
            others += settled[cell];
        }
        long ownLeftBehind = row(tariff) < settled.length ? settled[row(tariff) + quantity] : 0;
        return total(quantity) - (others - ownLeftBehind);
    }

    private long total(int quantity) {
        return totals.milliwattSeconds(Quantity.ALL.get(quantity).energy());
    }

    private int quantityCount() {
        return totals.measured().quantityCount();
    }

    private int row(int tariff) {
        return (tariff - TARIFF_MIN) * quantityCount();
    }

    private void findSteps() {
        stepsAt = settled.length == 0 ? NOTHING : new long[quantityCount()];
        for (int quantity = 0; quantity < stepsAt.length; quantity++) {
            stepsAt[quantity] = stepAfter(quantity);
        }
    }

    private long stepAfter(int quantity) {
        long step = totals.step();
        return total(quantity) + step - milliwattSeconds(active, quantity) % step;
    }

    /// Octets [#write] needs now.
    public int recordLength() {
        return 2 + settled.length * Long.BYTES;
    }

    /// One octet each for the active tariff and the number of rows, then the rows.
    public void write(ByteBuffer into) {
        into.put((byte) active).put((byte) (settled.length / quantityCount()));
        for (int cell = 0; cell < settled.length; cell++) {
            boolean isActive = cell / quantityCount() == active - TARIFF_MIN;
            into.putLong(isActive ? milliwattSeconds(active, cell % quantityCount()) : settled[cell]);
        }
    }

    /// Reads what [#write] wrote, after the totals were read.
    ///
    /// @return whether the record makes sense with these totals: no tariff below zero, and together what the total
    ///         is; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < 2) {
            return false;
        }
        int tariff = from.get();
        int rows = from.get();
        boolean isHead = isTariff(tariff)
                && (rows == 0 ? tariff == TARIFF_MIN : rows >= Math.max(tariff, TARIFF_MIN + 1) && rows <= TARIFF_MAX);
        if (!isHead || from.remaining() < rows * quantityCount() * Long.BYTES) {
            return false;
        }
        long[] cells = rows == 0 ? NOTHING : new long[rows * quantityCount()];
        from.asLongBuffer().get(cells);
        from.position(from.position() + cells.length * Long.BYTES);
        if (rows > 0 && !isSplitOfTotals(cells)) {
            return false;
        }
        active = tariff;
        settled = cells;
        findSteps();
        return true;
    }

    private boolean isSplitOfTotals(long[] cells) {
        for (int quantity = 0; quantity < quantityCount(); quantity++) {
            long rest = total(quantity);
            for (int cell = quantity; cell < cells.length; cell += quantityCount()) {
                if (cells[cell] < 0 || cells[cell] > rest) {
                    return false;
                }
                rest -= cells[cell];
            }
            if (rest != 0) {
                return false;
            }
        }
        return true;
    }
}
