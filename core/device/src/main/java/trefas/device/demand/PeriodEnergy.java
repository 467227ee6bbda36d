package trefas.device.demand;

import java.nio.ByteBuffer;
import trefas.device.register.Quantity;
import trefas.device.register.RegisterBank;
import trefas.device.register.TariffRegisters;

/// What has been counted since the integration period began, in all and in each tariff. It is the difference of the
/// registers, so it costs nothing each second; only a period in which the tariff changes keeps numbers of its own.
final class PeriodEnergy {

    /// One tariff was active all the time.
    private static final long[] NOTHING = {};

    private final RegisterBank totals;
    private final int quantityCount;
    private final long[] startedAt;
    /// mW s of the tariffs that have been active and were left, eight of each quantity.
    private long[] left = NOTHING;

    PeriodEnergy(RegisterBank totals) {
        this.totals = totals;
        quantityCount = totals.measured().quantityCount();
        startedAt = new long[quantityCount];
        begin();
    }

    /// A period begins: nothing has been counted.
    void begin() {
        for (int quantity = 0; quantity < quantityCount; quantity++) {
            startedAt[quantity] = total(quantity);
        }
        left = NOTHING;
    }

    /// Another tariff will count from now on.
    void leave(int tariff) {
        if (left.length == 0) {
            left = new long[quantityCount * TariffRegisters.TARIFF_MAX];
        }
        for (int quantity = 0; quantity < quantityCount; quantity++) {
            left[cell(quantity, tariff)] += sinceLeft(quantity);
        }
    }

    /// mW s of the period so far.
    long of(Quantity quantity) {
        return total(quantity.place()) - startedAt[quantity.place()];
    }

    /// mW s of the period so far that fell into a tariff.
    ///
    /// @param active the tariff that counts now
    long of(Quantity quantity, int tariff, int active) {
        long earlier = left.length == 0 ? 0 : left[cell(quantity.place(), tariff)];
        return tariff == active ? earlier + sinceLeft(quantity.place()) : earlier;
    }

    private long sinceLeft(int quantity) {
        long energy = total(quantity) - startedAt[quantity];
        if (left.length > 0) {
            for (int tariff = TariffRegisters.TARIFF_MIN; tariff <= TariffRegisters.TARIFF_MAX; tariff++) {
                energy -= left[cell(quantity, tariff)];
            }
        }
        return energy;
    }

    private long total(int quantity) {
        return totals.milliwattSeconds(Quantity.ALL.get(quantity).energy());
    }

    private static int cell(int quantity, int tariff) {
        return quantity * TariffRegisters.TARIFF_MAX + tariff - TariffRegisters.TARIFF_MIN;
    }

    int recordLength() {
        return 1 + (quantityCount + left.length) * Long.BYTES;
    }

    /// Whether the tariff changed, what each quantity counted, and then what each tariff did that was left.
    void write(ByteBuffer into) {
        into.put((byte) (left.length == 0 ? 0 : 1));
        for (int quantity = 0; quantity < quantityCount; quantity++) {
            into.putLong(total(quantity) - startedAt[quantity]);
        }
        for (long energy : left) {
            into.putLong(energy);
        }
    }

    /// Reads what [#write] wrote, after the totals were read.
    ///
    /// @return whether the record makes sense with these totals; if not, nothing has changed
    boolean read(ByteBuffer from) {
        int split = from.hasRemaining() ? from.get() : -1;
        int cells = split == 1 ? quantityCount * TariffRegisters.TARIFF_MAX : 0;
        if (split < 0 || split > 1 || from.remaining() < (quantityCount + cells) * Long.BYTES) {
            return false;
        }
        long[] counted = longs(quantityCount, from);
        long[] tariffs = cells == 0 ? NOTHING : longs(cells, from);
        for (int quantity = 0; quantity < quantityCount; quantity++) {
            if (!isPossible(quantity, counted[quantity], tariffs)) {
                return false;
            }
        }
        for (int quantity = 0; quantity < quantityCount; quantity++) {
            startedAt[quantity] = total(quantity) - counted[quantity];
        }
        left = tariffs;
        return true;
    }

    private boolean isPossible(int quantity, long counted, long[] tariffs) {
        if (counted < 0 || counted > total(quantity)) {
            return false;
        }
        long rest = counted;
        for (int tariff = 0; tariffs.length > 0 && tariff < TariffRegisters.TARIFF_MAX; tariff++) {
            long energy = tariffs[quantity * TariffRegisters.TARIFF_MAX + tariff];
            if (energy < 0 || energy > rest) {
                return false;
            }
            rest -= energy;
        }
        return true;
    }

    private static long[] longs(int count, ByteBuffer from) {
        long[] read = new long[count];
        for (int i = 0; i < count; i++) {
            read[i] = from.getLong();
        }
        return read;
    }
}
