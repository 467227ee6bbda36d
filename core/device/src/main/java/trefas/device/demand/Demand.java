package trefas.device.demand;

import java.nio.ByteBuffer;
import trefas.device.register.Quantity;
import trefas.device.register.RegisterBank;
import trefas.device.register.TariffRegisters;
import trefas.metrology.OneSecondValues;
import trefas.quantity.Phase;

/// Power over the integration period: means, peaks, the day's extremes and periods above the threshold (dossier 4.3
/// to 4.5).
///
/// A period lies on the clock's grid and is known by its end there, however it ended. Its mean is the energy counted
/// in it by its full length, or by the seconds measured in it if the clock made them more: an outage, a period begun
/// late or cut short by a clock that was set can make a mean too small, never too great (decision 0033).
public final class Demand {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MILLI = 1_000;
    private static final int COUNT_MAX = 0xFF;

    private static final int HEAD_LENGTH = 2 + 4 * Long.BYTES + 2 * Integer.BYTES;

    /// No period has begun.
    private static final long NEVER = 0;

    private final TariffRegisters tariffs;
    private final RegisterBank totals;
    private final PeriodEnergy energy;
    private final Means means;
    private final Peaks peaks;
    private final DailyExtremes daily = new DailyExtremes();
    private final int zoneHours;

    /// Shared with all meters of the configuration until something is set.
    private DemandSettings settings;

    private int periodSeconds;
    /// The meter's time at which the running period ends, a multiple of its length.
    private long periodEnd = NEVER;
    /// Measured in the running period.
    private int seconds;

    private int secondsWithFrequency;
    private long activeSum;
    private long reactiveSum;
    private long millihertzSum;
    private int thresholdCount;

    /// No means, no peaks.
    ///
    /// @param totals what is counted
    /// @param tariffs how it is split
    /// @param zoneHours normal time east of UTC, which the day is one of
    public Demand(RegisterBank totals, TariffRegisters tariffs, DemandSettings settings, int zoneHours) {
        this.totals = totals;
        this.tariffs = tariffs;
        this.settings = settings;
        periodSeconds = settings.period().seconds();
        energy = new PeriodEnergy(totals);
        means = new Means(totals.measured().quantityCount());
        peaks = new Peaks(totals.measured());
        this.zoneHours = zoneHours;
    }

    /// Called before the registers count a second. If the clock has left the running period, by an outage or because
    /// it was set, the period ends with what it has.
    ///
    /// @param now the meter's time at the end of the second
    /// @return whether anything changed that must be kept
    public boolean secondBegins(long now) {
        if (now <= periodEnd && now > periodEnd - periodSeconds) {
            return false;
        }
        boolean wasMeasured = seconds > 0;
        boolean changed = wasMeasured && endPeriod();
        long end = -Math.floorDiv(-now, (long) periodSeconds) * periodSeconds;
        long endedLast = end - periodSeconds;
        if (endedLast > periodEnd || (endedLast == periodEnd && !wasMeasured)) {
            means.clear();
        }
        beginPeriod(end);
        return changed;
    }

    /// Called after the registers have counted the second.
    ///
    /// @param now as in [#secondBegins]
    /// @return whether anything changed that must be kept
    public boolean secondElapsed(long now, OneSecondValues values) {
        seconds++;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            activeSum += values.milliwatts(phase);
            reactiveSum += values.millivars(phase);
        }
        int millihertz = values.millihertz();
        if (millihertz > 0) {
            millihertzSum += millihertz;
            secondsWithFrequency++;
        }
        if (now < periodEnd) {
            return false;
        }
        boolean changed = endPeriod();
        beginPeriod(periodEnd + periodSeconds);
        return changed;
    }

    /// Another tariff counts from the next second on; called before [TariffRegisters#activate]. What each tariff
    /// counted in the running period goes into its own peak, by the full length of the period (dossier 4.4).
    public void tariffChanges() {
        energy.leave(tariffs.active());
    }

    /// A debiting period ends: its peaks are added to the accumulated ones and start anew. The running integration
    /// period goes on and belongs to the next debiting period.
    public void debitingStop() {
        peaks.debitingStop();
    }

    /// Takes over other settings. Another period ends the running one; the next begins with the next second, on the
    /// grid of its own length.
    public void change(DemandSettings other) {
        boolean isOtherPeriod = other.period() != settings.period();
        if (isOtherPeriod && seconds > 0) {
            endPeriod();
        }
        settings = other;
        if (isOtherPeriod) {
            periodSeconds = other.period().seconds();
            means.clear();
            beginPeriod(NEVER);
        }
    }

    private void beginPeriod(long end) {
        periodEnd = end;
        seconds = 0;
        secondsWithFrequency = 0;
        activeSum = 0;
        reactiveSum = 0;
        millihertzSum = 0;
        energy.begin();
    }

    /// The running period has ended: means, peaks, the day and the threshold hear of it.
    ///
    /// @return whether anything changed that must be kept
    private boolean endPeriod() {
        int endMinutes = (int) Math.min(periodEnd / SECONDS_PER_MINUTE, Integer.MAX_VALUE);
        int active = tariffs.active();
        boolean changed = false;
        for (Quantity quantity : totals.measured().quantities()) {
            int mean = mean(energy.of(quantity));
            means.power(quantity.place(), mean);
            changed |= peaks.compare(quantity, 0, mean, endMinutes);
            for (int tariff = 1; tariff < quantity.peakCount(); tariff++) {
                int share = mean(energy.of(quantity, tariff, active));
                changed |= peaks.compare(quantity, tariff, share, endMinutes);
            }
        }
        means.quality(activeSum, reactiveSum, millihertzSum, secondsWithFrequency);
        int imported = means.milliwatts(Quantity.A_PLUS);
        if (imported > settings.thresholdWatts() * MILLI) {
            thresholdCount = (thresholdCount + 1) & COUNT_MAX;
            changed = true;
        }
        return daily.compare(imported, endMinutes, seconds >= periodSeconds, zoneHours) || changed;
    }

    /// mW, cut; more than 2 MW, which no meter has, is shown as 2 147 483 W.
    private int mean(long milliwattSeconds) {
        return (int) Math.min(milliwattSeconds / Math.max(periodSeconds, seconds), Integer.MAX_VALUE);
    }

    static long seconds(int minutes) {
        return (long) minutes * SECONDS_PER_MINUTE;
    }

    public DemandSettings settings() {
        return settings;
    }

    public Means means() {
        return means;
    }

    public Peaks peaks() {
        return peaks;
    }

    public DailyExtremes daily() {
        return daily;
    }

    /// Periods whose mean P+ was above the threshold, 0 to 255; after 255 comes 0 (1-1:96.51.2).
    public int thresholdCount() {
        return thresholdCount;
    }

    /// Octets [#write] needs now.
    public int recordLength() {
        return HEAD_LENGTH
                + energy.recordLength()
                + means.recordLength()
                + peaks.recordLength()
                + DailyExtremes.recordLength();
    }

    public void write(ByteBuffer into) {
        into.put((byte) settings.period().minutes())
                .put((byte) thresholdCount)
                .putLong(periodEnd)
                .putLong(activeSum)
                .putLong(reactiveSum)
                .putLong(millihertzSum)
                .putInt(seconds)
                .putInt(secondsWithFrequency);
        energy.write(into);
        means.write(into);
        peaks.write(into);
        daily.write(into);
    }

    /// Reads what [#write] wrote, after the registers were read. If the period was another then, the one that ran
    /// is given up.
    ///
    /// @return whether the record makes sense; if not, this demand can't be used
    public boolean read(ByteBuffer from) {
        if (from.remaining() < HEAD_LENGTH) {
            return false;
        }
        boolean isSamePeriod = from.get() == settings.period().minutes();
        int count = Byte.toUnsignedInt(from.get());
        long end = from.getLong();
        long active = from.getLong();
        long reactive = from.getLong();
        long frequencies = from.getLong();
        int measured = from.getInt();
        int withFrequency = from.getInt();
        boolean isHead = end >= 0
                && (!isSamePeriod || end % periodSeconds == 0)
                && frequencies >= 0
                && measured >= 0
                && withFrequency >= 0
                && withFrequency <= measured;
        if (!isHead || !(energy.read(from) && means.read(from) && peaks.read(from) && daily.read(from))) {
            return false;
        }
        thresholdCount = count;
        if (!isSamePeriod) {
            beginPeriod(NEVER);
            return true;
        }
        periodEnd = end;
        seconds = measured;
        secondsWithFrequency = withFrequency;
        activeSum = active;
        reactiveSum = reactive;
        millihertzSum = frequencies;
        return true;
    }
}
