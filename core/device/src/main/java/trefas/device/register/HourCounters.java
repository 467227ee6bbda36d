package trefas.device.register;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Hours with mains present, in all and in each tariff (0-1:96.8.0, dossier 5). Seconds inside, hours when read.
/// They count seconds that were measured, whatever the clock is set to.
public final class HourCounters {

    private static final int SECONDS_PER_HOUR = 3_600;

    /// Of the tariffs up to the highest that was ever active, unsigned 32 bit each: enough for 136 years.
    private int[] seconds = new int[TariffRegisters.TARIFF_MIN];
    /// All tariffs together, until the hour is full.
    private int untilHour = SECONDS_PER_HOUR;

    /// All at zero.
    public HourCounters() {}

    /// One second with mains in a tariff.
    ///
    /// @param tariff 1 to 8; 1 when tariffs are disabled
    /// @return whether another hour is full
    public boolean secondElapsed(int tariff) {
        if (tariff > seconds.length) {
            seconds = Arrays.copyOf(seconds, tariff);
        }
        if (tariff > seconds.length) {
            seconds = Arrays.copyOf(seconds, tariff);
        }
        seconds[tariff - TariffRegisters.TARIFF_MIN]++;
        if (--untilHour > 0) {
            return false;
        }
        untilHour = SECONDS_PER_HOUR;
        return true;
    }

    /// Seconds with mains.
    public long seconds() {
        long sum = 0;
        for (int each : seconds) {
            sum += Integer.toUnsignedLong(each);
        }
        return sum;
    }

    /// Seconds with mains in one tariff, 1 to 8.
    public long seconds(int tariff) {
        return tariff > seconds.length ? 0 : Integer.toUnsignedLong(seconds[tariff - TariffRegisters.TARIFF_MIN]);
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
    /// @return whether it is long enough; any numbers make sense
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        int[] read = new int[TariffRegisters.TARIFF_MAX];
        int highest = TariffRegisters.TARIFF_MIN;
        for (int tariff = 0; tariff < read.length; tariff++) {
            read[tariff] = from.getInt();
            highest = read[tariff] == 0 ? highest : Math.max(highest, tariff + 1);
        }
        seconds = Arrays.copyOf(read, highest);
        untilHour = SECONDS_PER_HOUR - (int) (seconds() % SECONDS_PER_HOUR);
        return true;
    }
}
