package trefas.device.demand;

import java.nio.ByteBuffer;
import java.util.Arrays;
import trefas.device.register.Quantity;

/// Means of the clock's integration period that ended last (C.25.0, dossier 4.3): the six powers, power factor and
/// frequency. Nothing was measured in it: powers 0, power factor 1.00, frequency 0.
public final class Means {

    private static final int POWER_FACTOR_MAX = 100;

    private final int[] milliwatts;
    private byte powerFactorHundredths = POWER_FACTOR_MAX;
    private int millihertz;

    Means(int quantityCount) {
        milliwatts = new int[quantityCount];
    }

    void clear() {
        Arrays.fill(milliwatts, 0);
        powerFactorHundredths = POWER_FACTOR_MAX;
        millihertz = 0;
    }

    void power(int quantity, int mean) {
        milliwatts[quantity] = mean;
    }

    /// What the waves were like.
    ///
    /// @param activeSum and the reactive sum of the period, mW s and mvar s with their signs
    /// @param millihertzSum of the seconds that had a frequency
    void quality(long activeSum, long reactiveSum, long millihertzSum, int secondsWithFrequency) {
        powerFactorHundredths = (byte) powerFactorHundredths(activeSum, reactiveSum);
        millihertz = secondsWithFrequency == 0 ? 0 : (int) (millihertzSum / secondsWithFrequency);
    }

    /// |P| / sqrt(P² + Q²), cut to hundredths; 1.00 without load (dossier 3.6).
    private static int powerFactorHundredths(long active, long reactive) {
        double apparent = Math.hypot((double) active, (double) reactive);
        return apparent == 0
                ? POWER_FACTOR_MAX
                : (int) Math.floor((double) POWER_FACTOR_MAX * (double) Math.abs(active) / apparent);
    }

    /// A mean power, mW (mvar, mVA); 0 if the meter does not measure it.
    public int milliwatts(Quantity quantity) {
        return quantity.place() < milliwatts.length ? milliwatts[quantity.place()] : 0;
    }

    /// Power factor of the energy of the period, in hundredths, 0 to 100, cut.
    public int powerFactorHundredths() {
        return powerFactorHundredths;
    }

    /// Mean frequency of the seconds that had one, mHz.
    public int millihertz() {
        return millihertz;
    }

    int recordLength() {
        return milliwatts.length * Integer.BYTES + 1 + Integer.BYTES;
    }

    void write(ByteBuffer into) {
        for (int mean : milliwatts) {
            into.putInt(mean);
        }
        into.put(powerFactorHundredths).putInt(millihertz);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether the record makes sense; if not, nothing has changed
    boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        int[] read = new int[milliwatts.length];
        for (int quantity = 0; quantity < read.length; quantity++) {
            read[quantity] = from.getInt();
            if (read[quantity] < 0) {
                return false;
            }
        }
        byte factor = from.get();
        int frequency = from.getInt();
        if (factor < 0 || factor > POWER_FACTOR_MAX || frequency < 0) {
            return false;
        }
        System.arraycopy(read, 0, milliwatts, 0, read.length);
        powerFactorHundredths = factor;
        millihertz = frequency;
        return true;
    }
}
