package trefas.device.quality;

import static trefas.metrology.event.VoltageQualityEvent.MAXIMUM_PEAK;
import static trefas.metrology.event.VoltageQualityEvent.MAXIMUM_START;
import static trefas.metrology.event.VoltageQualityEvent.MAXIMUM_STOP;
import static trefas.metrology.event.VoltageQualityEvent.MINIMUM_PEAK;
import static trefas.metrology.event.VoltageQualityEvent.MINIMUM_START;
import static trefas.metrology.event.VoltageQualityEvent.MINIMUM_STOP;
import static trefas.metrology.event.VoltageQualityEvent.OUTAGE;
import static trefas.metrology.event.VoltageQualityEvent.OVERVOLTAGE_MEAN;
import static trefas.metrology.event.VoltageQualityEvent.REESTABLISHED;
import static trefas.metrology.event.VoltageQualityEvent.UNDERVOLTAGE_MEAN;

import java.nio.ByteBuffer;
import trefas.device.log.DataLogger;
import trefas.device.log.LogRing;
import trefas.device.log.LogSink;
import trefas.device.rtc.RealTimeClock;
import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseThresholds;
import trefas.metrology.event.VoltageQualityEntry;
import trefas.metrology.event.VoltageQualityEvent;
import trefas.metrology.event.VoltageQualitySettings;
import trefas.quantity.Phase;

/// The voltage quality logger, 1-1:99.98.16, in a form a million meters have room for: the rules and the rows of
/// [trefas.metrology.event.VoltageQualityObserver], one array of numbers, and all of it in the permanent memory
/// (dossier 14.2; decision 0036). A test holds the two against each other.
///
/// A row's stamp is the time of its fact; its readings are phase, event, mean, maximum and minimum, in volts.
public final class VoltageQualityLog {

    /// Rows of the logger (decision 0036).
    public static final int LOG_CAPACITY = 500;

    /// Seconds without any phase above 160 V that make an outage of all phases; a single one is a dip.
    private static final int OUTAGE_SECONDS_MIN = 2;

    /// Below this a second is no part of a mean: an outage is no undervoltage.
    private static final int MEAN_MILLIVOLTS_MIN = 50_000;

    /// 1 kV: no phase has more, and half an hour's sum of it fits in 31 bits.
    private static final int MILLIVOLTS_MAX = 1_000_000;

    private static final int MILLI = 1_000;

    // What is kept of a phase. Times are seconds since 1970, unsigned.
    private static final int SUM = 0;
    private static final int COUNT = 1;
    private static final int HIGHEST = 2;
    private static final int LOWEST = 3;
    /// Seconds beyond a limit, negative below the lower one.
    private static final int DEVIATION = 4;
    private static final int PEAK = 5;
    private static final int PEAK_AT = 6;
    private static final int LAST = 7;
    private static final int OUTAGE_SINCE = 8;
    private static final int FIRST_DARK = 9;
    private static final int SLOTS = 10;

    // Sets of phases in the flags, that of L1 lowest.
    private static final int ALIVE = 0;
    private static final int BELOW = 3;
    private static final int OUT = 6;
    private static final int HAS_LAST = 1 << 9;
    private static final int FLAGS_MAX = 0x3FF;

    private static final int RECORD_LENGTH = Integer.BYTES * (SLOTS * Phase.COUNT + 6);

    private VoltageQualitySettings settings;
    private final LogRing log = new LogRing(DataLogger.VOLTAGE_QUALITY, LOG_CAPACITY);
    private final int[] phases = new int[SLOTS * Phase.COUNT];
    private int flags;

    /// The last second told, and the last one whose voltages were looked at.
    private int last;

    private int watched;
    private int period;
    private int darkSince;
    private int darkSeconds;

    /// Starts as a meter does that has never had supply.
    public VoltageQualityLog(VoltageQualitySettings settings) {
        this.settings = settings;
    }

    /// The values of a second with supply. When it does not follow the one before, as after the clock was set,
    /// deviations end and the mean period is judged as far as it went.
    ///
    /// @param now its end, the meter's time
    public void secondElapsed(long now, OneSecondValues values, LogSink sink) {
        if ((flags & HAS_LAST) != 0 && !RealTimeClock.follows(time(last), now)) {
            endDark(now, sink);
            pause(sink);
            endPeriod(sink);
        }
        flags |= HAS_LAST;
        last = (int) now;
        if (isDark(values)) {
            keepDark(now, values);
        } else {
            endDark(now, sink);
            watch(now, values, sink);
        }
    }

    private void keepDark(long now, OneSecondValues values) {
        if (darkSeconds == 0) {
            darkSince = (int) now;
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                phases[phase * SLOTS + FIRST_DARK] = values.millivolts(phase);
            }
        }
        darkSeconds = Math.min(darkSeconds + 1, OUTAGE_SECONDS_MIN);
    }

    /// The meter was without supply; the second that ends at `returned` is the first with it again. A single second
    /// is none. The supply failed with the first dark second, or where the last one told had ended.
    public void supplyReturned(long returned, LogSink sink) {
        if ((flags & HAS_LAST) == 0) {
            return;
        }
        if (returned <= time(last)) {
            // A clock that lost its time must not come back into a period it has been in already.
            endPeriod(sink);
        }
        long failed = darkSeconds > 0 ? time(darkSince) : time(last) + 1;
        if (returned - failed == 1) {
            endDark(returned, sink);
        } else {
            darkSeconds = 0;
            outage(failed, returned, sink);
        }
        last = (int) (returned - 1);
    }

    private void endDark(long now, LogSink sink) {
        int seconds = darkSeconds;
        darkSeconds = 0;
        if (seconds >= OUTAGE_SECONDS_MIN) {
            outage(time(darkSince), now, sink);
        } else if (seconds == 1) {
            beginWatch(time(darkSince), sink);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                watch(phase, time(darkSince), phases[phase * SLOTS + FIRST_DARK], sink);
            }
            watched = darkSince;
        }
    }

    private void outage(long failed, long returned, LogSink sink) {
        pause(sink);
        append(failed, VoltageQualityEntry.ALL_PHASES, OUTAGE, 0, 0, 0, sink);
        append(returned, VoltageQualityEntry.ALL_PHASES, REESTABLISHED, 0, 0, 0, sink);
    }

    private void watch(long now, OneSecondValues values, LogSink sink) {
        beginWatch(now, sink);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            watch(phase, now, Math.min(values.millivolts(phase), MILLIVOLTS_MAX), sink);
        }
        watched = (int) now;
    }

    private void beginWatch(long now, LogSink sink) {
        int length = settings.meanPeriodSeconds();
        long begin = now - 1 - (long) period * length;
        if (begin < 0 || begin >= length) {
            endPeriod(sink);
            period = (int) ((now - 1) / length);
        }
    }

    /// A phase that has never had voltage is not connected, and nothing is told of it.
    private void watch(int phase, long now, int millivolts, LogSink sink) {
        boolean isUp = millivolts >= settings.outageMillivolts();
        if (!isUp && !is(ALIVE, phase)) {
            return;
        }
        int at = phase * SLOTS;
        if (millivolts >= MEAN_MILLIVOLTS_MIN) {
            boolean isFirst = phases[at + COUNT] == 0;
            phases[at + HIGHEST] = isFirst ? millivolts : Math.max(phases[at + HIGHEST], millivolts);
            phases[at + LOWEST] = isFirst ? millivolts : Math.min(phases[at + LOWEST], millivolts);
            phases[at + SUM] += millivolts;
            phases[at + COUNT]++;
        }
        boolean isInside =
                millivolts >= settings.lowSingleMillivolts() && millivolts <= settings.highSingleMillivolts();
        if (!isInside || phases[at + DEVIATION] != 0) {
            watchDeviation(phase, now, millivolts, sink);
        }
        phases[at + LAST] = millivolts;
        if (!isUp || is(BELOW, phase)) {
            watchOutage(phase, now, isUp, sink);
        }
        set(ALIVE, phase, true);
    }

    private void watchDeviation(int phase, long now, int millivolts, LogSink sink) {
        int at = phase * SLOTS;
        int side = Integer.signum(phases[at + DEVIATION]);
        int newSide = millivolts < settings.lowSingleMillivolts()
                ? -1
                : (millivolts > settings.highSingleMillivolts() ? 1 : 0);
        if (newSide != side) {
            endDeviation(phase, sink);
            if (newSide != 0) {
                tell(now, phase, newSide < 0 ? MINIMUM_START : MAXIMUM_START, millivolts, sink);
            }
        }
        if (newSide != 0) {
            boolean isFurthest = newSide != side || newSide * (millivolts - phases[at + PEAK]) > 0;
            if (isFurthest) {
                phases[at + PEAK] = millivolts;
                phases[at + PEAK_AT] = (int) now;
            }
            phases[at + DEVIATION] += newSide;
        }
    }

    /// A deviation is over; one of a single second has had its only entry at its start.
    private void endDeviation(int phase, LogSink sink) {
        int at = phase * SLOTS;
        int deviation = phases[at + DEVIATION];
        if (Math.abs(deviation) > 1) {
            tell(
                    time(phases[at + PEAK_AT]),
                    phase,
                    deviation < 0 ? MINIMUM_PEAK : MAXIMUM_PEAK,
                    phases[at + PEAK],
                    sink);
            tell(time(watched), phase, deviation < 0 ? MINIMUM_STOP : MAXIMUM_STOP, phases[at + LAST], sink);
        }
        phases[at + DEVIATION] = 0;
    }

    private void watchOutage(int phase, long now, boolean isUp, LogSink sink) {
        int at = phase * SLOTS;
        if (isUp) {
            if (is(OUT, phase)) {
                append(now, phase + 1, REESTABLISHED, 0, 0, 0, sink);
            }
            set(OUT, phase, false);
            set(BELOW, phase, false);
            return;
        }
        if (!is(BELOW, phase)) {
            set(BELOW, phase, true);
            phases[at + OUTAGE_SINCE] = (int) now;
        }
        long since = time(phases[at + OUTAGE_SINCE]);
        if (!is(OUT, phase) && now - since + 1 >= settings.outageSeconds()) {
            set(OUT, phase, true);
            append(since, phase + 1, OUTAGE, 0, 0, 0, sink);
        }
    }

    /// Seconds are missing. An outage that has been told goes on; one that has not begins to count anew.
    private void pause(LogSink sink) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            endDeviation(phase, sink);
            set(BELOW, phase, is(OUT, phase));
        }
    }

    /// A mean period is over. With less than half of its seconds it is not judged.
    private void endPeriod(LogSink sink) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int at = phase * SLOTS;
            int count = phases[at + COUNT];
            long sum = phases[at + SUM];
            boolean isLow = sum < (long) settings.lowMeanMillivolts() * count;
            boolean isHigh = sum > (long) settings.highMeanMillivolts() * count;
            if (2 * count >= settings.meanPeriodSeconds() && (isLow || isHigh)) {
                append(
                        (long) period * settings.meanPeriodSeconds(),
                        phase + 1,
                        isLow ? UNDERVOLTAGE_MEAN : OVERVOLTAGE_MEAN,
                        (int) (sum / count / MILLI),
                        phases[at + HIGHEST] / MILLI,
                        phases[at + LOWEST] / MILLI,
                        sink);
            }
            phases[at + SUM] = 0;
            phases[at + COUNT] = 0;
        }
    }

    private void tell(long second, int phase, VoltageQualityEvent event, int millivolts, LogSink sink) {
        boolean isHigh = event == MAXIMUM_START || event == MAXIMUM_PEAK || event == MAXIMUM_STOP;
        int volts = millivolts / MILLI;
        append(second, phase + 1, event, 0, isHigh ? volts : 0, isHigh ? 0 : volts, sink);
    }

    private void append(long second, int phase, VoltageQualityEvent event, int mean, int max, int min, LogSink sink) {
        log.append(second, 0, 0, sink, phase, event.code(), mean, max, min);
    }

    /// Whether the meter has no supply in a second; one that never had any only waits for it.
    private boolean isDark(OneSecondValues values) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (PhaseThresholds.indicatesVoltage(values.millivolts(phase))) {
                return false;
            }
        }
        return is(ALIVE, 0) || is(ALIVE, 1) || is(ALIVE, 2);
    }

    private boolean is(int flag, int phase) {
        return (flags >> (flag + phase) & 1) != 0;
    }

    private void set(int flag, int phase, boolean isSet) {
        int mask = 1 << (flag + phase);
        flags = isSet ? flags | mask : flags & ~mask;
    }

    private static long time(int kept) {
        return Integer.toUnsignedLong(kept);
    }

    /// Other parameters. A mean period of another length begins with nothing in it.
    public void settings(VoltageQualitySettings other) {
        if (other.meanPeriodSeconds() != settings.meanPeriodSeconds()) {
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                phases[phase * SLOTS + SUM] = 0;
                phases[phase * SLOTS + COUNT] = 0;
            }
        }
        settings = other;
    }

    /// The logger; its rows are in the permanent memory.
    public LogRing log() {
        return log;
    }

    public static int recordLength() {
        return RECORD_LENGTH + LogRing.recordLength();
    }

    public void write(ByteBuffer into) {
        into.putInt(flags)
                .putInt(last)
                .putInt(watched)
                .putInt(period)
                .putInt(darkSince)
                .putInt(darkSeconds);
        for (int value : phases) {
            into.putInt(value);
        }
        log.write(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        ByteBuffer own = from.slice(from.position(), RECORD_LENGTH);
        from.position(from.position() + RECORD_LENGTH);
        boolean makesSense = own.getInt(0) >= 0
                && own.getInt(0) <= FLAGS_MAX
                && own.getInt(5 * Integer.BYTES) >= 0
                && own.getInt(5 * Integer.BYTES) <= OUTAGE_SECONDS_MIN;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int at = (6 + phase * SLOTS) * Integer.BYTES;
            int count = own.getInt(at + COUNT * Integer.BYTES);
            makesSense &= count >= 0
                    && count <= 2 * settings.meanPeriodSeconds()
                    && own.getInt(at) >= 0
                    && own.getInt(at) <= (long) count * MILLIVOLTS_MAX;
        }
        if (!makesSense || !log.read(from)) {
            return false;
        }
        flags = own.getInt();
        last = own.getInt();
        watched = own.getInt();
        period = own.getInt();
        darkSince = own.getInt();
        darkSeconds = own.getInt();
        for (int i = 0; i < phases.length; i++) {
            phases[i] = own.getInt();
        }
        return true;
    }
}
