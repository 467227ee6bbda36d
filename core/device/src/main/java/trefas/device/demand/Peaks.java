package trefas.device.demand;

import java.nio.ByteBuffer;
import java.util.Arrays;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.Quantity;

/// The greatest means since the last debiting stop, each with the end of its period, and what the peaks of all ended
/// debiting periods add up to (dossier 4.4).
///
/// | quantity | peaks            | accumulated |
/// |----------|------------------|-------------|
/// | P+       | total, T1 to T8  | total, T1, T2 |
/// | P-       | total, T1, T2    | total, T1, T2 |
/// | Q+       | total, T1, T2    | total       |
/// | Q-       | total            | total       |
/// | S+       | total, T1 to T8  | none        |
/// | S-       | total            | none        |
public final class Peaks {

    /// Place of each quantity's total in the arrays; its tariffs follow.
    private static final int[] FIRST_PEAK = new int[Quantity.ALL.size() + 1];

    private static final int[] FIRST_ACCUMULATED = new int[Quantity.ALL.size() + 1];

    static {
        for (Quantity quantity : Quantity.ALL) {
            int at = quantity.place();
            FIRST_PEAK[at + 1] = FIRST_PEAK[at] + quantity.peakCount();
            FIRST_ACCUMULATED[at + 1] = FIRST_ACCUMULATED[at] + quantity.accumulatedCount();
        }
    }

    private final int quantityCount;
    private final int[] milliwatts;
    /// Minutes since 1970-01-01T00:00:00Z, 0 for a peak that has not been yet.
    private final int[] minutes;
    private final long[] accumulated;

    Peaks(MeasuredEnergies measured) {
        quantityCount = measured.quantityCount();
        milliwatts = new int[FIRST_PEAK[quantityCount]];
        minutes = new int[FIRST_PEAK[quantityCount]];
        accumulated = new long[FIRST_ACCUMULATED[quantityCount]];
    }

    /// A period has ended; a greater mean takes the place of the peak.
    ///
    /// @param tariff 1 to 8, or 0 for the total
    /// @return whether it did
    boolean compare(Quantity quantity, int tariff, int mean, int periodEndMinutes) {
        int cell = FIRST_PEAK[quantity.place()] + tariff;
        if (mean <= milliwatts[cell]) {
            return false;
        }
        milliwatts[cell] = mean;
        minutes[cell] = periodEndMinutes;
        return true;
    }

    /// A debiting period has ended: its peaks are added up and forgotten.
    void debitingStop() {
        for (int at = 0; at < quantityCount; at++) {
            for (int tariff = 0; tariff < FIRST_ACCUMULATED[at + 1] - FIRST_ACCUMULATED[at]; tariff++) {
                accumulated[FIRST_ACCUMULATED[at] + tariff] += milliwatts[FIRST_PEAK[at] + tariff];
            }
        }
        Arrays.fill(milliwatts, 0);
        Arrays.fill(minutes, 0);
    }

    /// Whether the meter has this peak.
    ///
    /// @param tariff 0 for the total
    public boolean has(Quantity quantity, int tariff) {
        return quantity.place() < quantityCount && tariff >= 0 && tariff < quantity.peakCount();
    }

    /// A peak, mW (mvar, mVA); 0 if there has been none yet, or the meter does not have it.
    public int milliwatts(Quantity quantity, int tariff) {
        return has(quantity, tariff) ? milliwatts[FIRST_PEAK[quantity.place()] + tariff] : 0;
    }

    /// End of the peak's period in the meter's time, seconds since 1970-01-01T00:00:00Z; 0 if there was none yet.
    public long stamp(Quantity quantity, int tariff) {
        return has(quantity, tariff) ? Demand.seconds(minutes[FIRST_PEAK[quantity.place()] + tariff]) : 0;
    }

    /// The peaks of all ended debiting periods added up, mW; 0 if the meter does not have it.
    ///
    /// @param tariff 0 for the total
    public long accumulatedMilliwatts(Quantity quantity, int tariff) {
        boolean isKept = quantity.place() < quantityCount && tariff >= 0 && tariff < quantity.accumulatedCount();
        return isKept ? accumulated[FIRST_ACCUMULATED[quantity.place()] + tariff] : 0;
    }

    int recordLength() {
        return milliwatts.length * 2 * Integer.BYTES + accumulated.length * Long.BYTES;
    }

    void write(ByteBuffer into) {
        for (int cell = 0; cell < milliwatts.length; cell++) {
            into.putInt(milliwatts[cell]).putInt(minutes[cell]);
        }
        for (long sum : accumulated) {
            into.putLong(sum);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether the record makes sense; if not, nothing has changed
    boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        int start = from.position();
        for (int cell = 0; cell < milliwatts.length; cell++) {
            int power = from.getInt();
            int at = from.getInt();
            if (power < 0 || at < 0 || (power > 0) != (at > 0)) {
                return false;
            }
        }
        for (int cell = 0; cell < accumulated.length; cell++) {
            if (from.getLong() < 0) {
                return false;
            }
        }
        from.position(start);
        for (int cell = 0; cell < milliwatts.length; cell++) {
            milliwatts[cell] = from.getInt();
            minutes[cell] = from.getInt();
        }
        for (int cell = 0; cell < accumulated.length; cell++) {
            accumulated[cell] = from.getLong();
        }
        return true;
    }
}
