package trefas.device.register;

import java.nio.ByteBuffer;

/// Hours with mains present, in all and in each tariff (0-1:96.8.0, dossier 5). Seconds inside, hours when read.
/// They count seconds that were measured, whatever the clock is set to.
public final class HourCounters {

    private static final int SECONDS_PER_HOUR = 3_600;

    /// Unsigned 32 bit each: enough for 136 years.
    private final int[] seconds = new int[TariffRegisters.TARIFF_MAX];
    /// All tariffs together, until the hour is full.
    private int untilHour = SECONDS_PER_HOUR;

    /// All at zero.
    public HourCounters() {}

    /// One second with mains in a tariff.
    ///
    /// @param tariff 1 to 8; 1 when tariffs are disabled
    /// @return whether another hour is full
    public boolean secondElapsed(int tariff) {
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
        return Integer.toUnsignedLong(seconds[tariff - TariffRegisters.TARIFF_MIN]);
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
        for (int each : seconds) {
            into.putInt(each);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it is long enough; any numbers make sense
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        for (int tariff = 0; tariff < seconds.length; tariff++) {
            seconds[tariff] = from.getInt();
        }
        untilHour = SECONDS_PER_HOUR - (int) (seconds() % SECONDS_PER_HOUR);
        return true;
    }
}
