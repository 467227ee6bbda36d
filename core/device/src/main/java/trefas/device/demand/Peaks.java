package trefas.device.demand;

import java.nio.ByteBuffer;
import java.util.Arrays;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.Quantity;
import trefas.device.register.TariffRegisters;

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

    /// Numbers of a peak, and which of them is its time.
    private static final int PEAK = 2;

    private static final int MINUTES = 1;

    /// Place of the accumulated peak of each quantity's total; its tariffs follow.
    private static final int[] FIRST_ACCUMULATED = new int[Quantity.ALL.size() + 1];

    static {
        for (Quantity quantity : Quantity.ALL) {
            int at = quantity.place();
            FIRST_ACCUMULATED[at + 1] = FIRST_ACCUMULATED[at] + quantity.accumulatedCount();
        }
    }

    private final MeasuredEnergies measured;
    private final PeakCells cells;
    /// Of each cell its power, mW, and behind it the end of its period, minutes since 1970-01-01T00:00:00Z; both 0 for
    /// a peak that has not been yet.
    private int[] peaks;

    private final long[] accumulated;

    Peaks(MeasuredEnergies measured) {
        this.measured = measured;
        cells = PeakCells.of(measured);
        peaks = new int[PEAK * cells.countUpTo(TariffRegisters.TARIFF_MIN)];
        accumulated = new long[FIRST_ACCUMULATED[measured.quantityCount()]];
    }

    /// A period has ended; a greater mean takes the place of the peak.
    ///
    /// @param tariff 1 to 8, or 0 for the total
    /// @return whether it did
    boolean compare(Quantity quantity, int tariff, int mean, int periodEndMinutes) {
        if (mean <= milliwatts(quantity, tariff)) {
            return false;
        }
        int at = PEAK * cells.cell(quantity, tariff);
        if (at >= peaks.length) {
            peaks = Arrays.copyOf(peaks, PEAK * cells.countUpTo(tariff));
        }
        peaks[at] = mean;
        peaks[at + MINUTES] = periodEndMinutes;
        return true;
    }

    /// A debiting period has ended: its peaks are added up and forgotten.
    void debitingStop() {
        for (Quantity quantity : measured.quantities()) {
            for (int tariff = 0; tariff < quantity.accumulatedCount(); tariff++) {
                accumulated[FIRST_ACCUMULATED[quantity.place()] + tariff] += milliwatts(quantity, tariff);
            }
        }
        Arrays.fill(peaks, 0);
    }

    /// Whether the meter has this peak.
    ///
    /// @param tariff 0 for the total
    public boolean has(Quantity quantity, int tariff) {
        return cells.has(quantity, tariff);
    }

    /// A peak, mW (mvar, mVA); 0 if there has been none yet, or the meter does not have it.
    public int milliwatts(Quantity quantity, int tariff) {
        return isKept(quantity, tariff) ? peaks[PEAK * cells.cell(quantity, tariff)] : 0;
    }

    /// End of the peak's period in the meter's time, seconds since 1970-01-01T00:00:00Z; 0 if there was none yet.
    public long stamp(Quantity quantity, int tariff) {
        return isKept(quantity, tariff) ? Demand.seconds(peaks[PEAK * cells.cell(quantity, tariff) + MINUTES]) : 0;
    }

    /// Whether there is such a peak, in a tariff that ever had one.
    private boolean isKept(Quantity quantity, int tariff) {
        return cells.has(quantity, tariff) && PEAK * cells.cell(quantity, tariff) < peaks.length;
    }

    /// The peaks of all ended debiting periods added up, mW; 0 if the meter does not have it.
    ///
    /// @param tariff 0 for the total
    public long accumulatedMilliwatts(Quantity quantity, int tariff) {
        boolean isKept = measured.has(quantity) && tariff >= 0 && tariff < quantity.accumulatedCount();
        return isKept ? accumulated[FIRST_ACCUMULATED[quantity.place()] + tariff] : 0;
    }

    int recordLength() {
        return 1 + peaks.length * Integer.BYTES + accumulated.length * Long.BYTES;
    }

    /// How many cells, then power and minute of each, then the accumulated peaks.
    void write(ByteBuffer into) {
        into.put((byte) (peaks.length / PEAK));
        for (int number : peaks) {
            into.putInt(number);
        }
        for (long sum : accumulated) {
            into.putLong(sum);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether the record makes sense; if not, nothing has changed
    boolean read(ByteBuffer from) {
        int count = from.hasRemaining() ? from.get() : 0;
        if (!isCount(count) || from.remaining() < count * PEAK * Integer.BYTES + accumulated.length * Long.BYTES) {
            return false;
        }
        int[] read = new int[PEAK * count];
        for (int at = 0; at < read.length; at += PEAK) {
            read[at] = from.getInt();
            read[at + MINUTES] = from.getInt();
            if (read[at] < 0 || read[at + MINUTES] < 0 || (read[at] > 0) != (read[at + MINUTES] > 0)) {
                return false;
            }
        }
        long[] sums = new long[accumulated.length];
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] = from.getLong();
            if (sums[cell] < 0) {
                return false;
            }
        }
        peaks = read;
        System.arraycopy(sums, 0, accumulated, 0, sums.length);
        return true;
    }

    private boolean isCount(int count) {
        for (int tariff = TariffRegisters.TARIFF_MIN; tariff <= TariffRegisters.TARIFF_MAX; tariff++) {
            if (count == cells.countUpTo(tariff)) {
                return true;
            }
        }
        return false;
    }
}
