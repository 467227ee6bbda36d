package trefas.device.register;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Hours with mains present, in all and in each tariff (0-1:96.8.0, dossier 5). Seconds inside, hours when read.
/// They count seconds that were measured, whatever the clock is set to.
public final class HourCounters {

    private static final int SECONDS_PER_HOUR = 3_600;
    private static final long SECONDS_MAX = 0xFFFF_FFFFL;

    /// T1 alone has ever been active.
    private static final int[] NOTHING = {};

    /// All tariffs together, unsigned: enough for 136 years.
    private int seconds;

    /// Of the tariffs up to the highest that was ever active, unsigned; empty while that is T1, which then has all.
    private int[] ofTariffs = NOTHING;

    /// All at zero.
    public HourCounters() {}

    /// One second with mains in a tariff.
    ///
    /// @param tariff 1 to 8; 1 when tariffs are disabled
    /// @return whether another hour is full
    public boolean secondElapsed(int tariff) {
        if (tariff > TariffRegisters.TARIFF_MIN && tariff > ofTariffs.length) {
            int[] grown = Arrays.copyOf(ofTariffs, tariff);
            grown[0] = (int) seconds(TariffRegisters.TARIFF_MIN);
            ofTariffs = grown;
        }
        seconds++;
        if (ofTariffs.length > 0) {
            ofTariffs[tariff - TariffRegisters.TARIFF_MIN]++;
        }
        return seconds() % SECONDS_PER_HOUR == 0;
    }

    /// Seconds with mains.
    public long seconds() {
        return Integer.toUnsignedLong(seconds);
    }

    /// Seconds with mains in one tariff, 1 to 8.
    public long seconds(int tariff) {
        if (ofTariffs.length == 0 && tariff == TariffRegisters.TARIFF_MIN) {
            return seconds();
        }
        return tariff > ofTariffs.length ? 0 : Integer.toUnsignedLong(ofTariffs[tariff - TariffRegisters.TARIFF_MIN]);
    }

    /// Full hours with mains.
    public long hours() {
        return seconds() / SECONDS_PER_HOUR;
    }

    /// Full hours with mains in one tariff, 1 to 8.
    public long hours(int tariff) {
        return seconds(tariff) / SECONDS_PER_HOUR;
    }

    public static int recordLength() {
        return TariffRegisters.TARIFF_MAX * Integer.BYTES;
    }

    public void write(ByteBuffer into) {
        for (int tariff = TariffRegisters.TARIFF_MIN; tariff <= TariffRegisters.TARIFF_MAX; tariff++) {
            into.putInt((int) seconds(tariff));
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense: all tariffs together have no more than can be counted
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        int[] read = new int[TariffRegisters.TARIFF_MAX];
        int highest = TariffRegisters.TARIFF_MIN;
        long sum = 0;
        for (int tariff = 0; tariff < read.length; tariff++) {
            read[tariff] = from.getInt();
            sum += Integer.toUnsignedLong(read[tariff]);
            highest = read[tariff] == 0 ? highest : Math.max(highest, tariff + 1);
        }
        if (sum > SECONDS_MAX) {
            return false;
        }
        seconds = (int) sum;
        ofTariffs = highest == TariffRegisters.TARIFF_MIN ? NOTHING : Arrays.copyOf(read, highest);
        return true;
    }
}
