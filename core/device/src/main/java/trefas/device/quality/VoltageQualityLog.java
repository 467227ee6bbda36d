package trefas.device.quality;

import static trefas.metrology.event.VoltageQualityEvent.OUTAGE;
import static trefas.metrology.event.VoltageQualityEvent.OVERVOLTAGE_MEAN;
import static trefas.metrology.event.VoltageQualityEvent.REESTABLISHED;
import static trefas.metrology.event.VoltageQualityEvent.UNDERVOLTAGE_MEAN;

import java.nio.ByteBuffer;
import java.util.Arrays;
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
/// [trefas.metrology.event.VoltageQualityObserver] as numbers, all of them in the permanent memory (dossier 14.2;
/// decisions 0036 and 0043). A test holds the two against each other.
///
/// A row's stamp is the time of its fact; its readings are phase, event, mean, maximum and minimum, in volts.
public final class VoltageQualityLog extends LogRing {

    /// Rows of the logger (decision 0036).
    public static final int LOG_CAPACITY = 500;

    /// Below this a second is no part of a mean: an outage is no undervoltage.
    private static final int MEAN_MILLIVOLTS_MIN = 50_000;

    /// 1 kV: no phase has more, and half an hour's sum of it fits in 31 bits.
    private static final int MILLIVOLTS_MAX = 1_000_000;

    private static final int MILLI = 1_000;

    // What is kept of a phase in the running period.
    private static final int SUM = 0;
    private static final int COUNT = 1;
    private static final int HIGHEST = 2;
    private static final int LOWEST = 3;
    private static final int SLOTS = 4;

    /// Serves all meters in which nothing is wrong; nobody changes it.
    private static final VoltageTroubles NONE = new VoltageTroubles();

    /// Beside the phases that have ever had voltage, that of L1 lowest: any second was told.
    private static final int HAS_LAST = 1 << Phase.COUNT;

    private static final int ALIVE = HAS_LAST - 1;
    private static final int FLAGS_MAX = 0xF;

    private static final int RECORD_LENGTH = 1 + Short.BYTES + Integer.BYTES * (2 + SLOTS * Phase.COUNT);

    /// Beside the flags in the record: troubles follow.
    private static final int TROUBLED = 0x10;

    private VoltageQualitySettings settings;
    private final int[] means = new int[SLOTS * Phase.COUNT];

    /// Its own while something is wrong.
    private VoltageTroubles troubles = NONE;

    private int flags;

    /// The last second told.
    private int last;

    private int period;

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
        if (troubles == NONE && isUsual(values)) {
            beginWatch(now, sink);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                addToMean(phase, values.millivolts(phase));
            }
            return;
        }
        if (isDark(values)) {
            troubles().keepDark(now, values);
        } else {
            endDark(now, sink);
            watch(now, values, sink);
        }
        forgetWhatIsOver();
    }

    /// Whether nothing is to be said of a second: all phases are connected and inside the limits, as nearly always.
    private boolean isUsual(OneSecondValues values) {
        int low = Math.max(settings.lowSingleMillivolts(), PhaseThresholds.INDICATION_MILLIVOLTS + 1);
        int high = Math.min(settings.highSingleMillivolts(), MILLIVOLTS_MAX);
        boolean isUsual = (flags & ALIVE) == ALIVE;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int millivolts = values.millivolts(phase);
            isUsual &= millivolts >= low && millivolts <= high;
        }
        return isUsual;
    }

    private VoltageTroubles troubles() {
        if (troubles == NONE) {
            troubles = new VoltageTroubles();
        }
        return troubles;
    }

    private void forgetWhatIsOver() {
        if (troubles != NONE && troubles.isOver()) {
            troubles = NONE;
        }
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
        long failed = darkSeconds() > 0 ? troubles.darkSince() : time(last) + 1;
        if (returned - failed == 1) {
            endDark(returned, sink);
        } else {
            forgetDark();
            outage(failed, returned, sink);
        }
        last = (int) (returned - 1);
        forgetWhatIsOver();
    }

    /// How long no phase has had voltage enough by what was told last: 0, 1 or, for longer, 2 seconds.
    public int darkSeconds() {
        return troubles.darkSeconds();
    }

    private void forgetDark() {
        if (troubles != NONE) {
            troubles.endDark();
        }
    }

    private void endDark(long now, LogSink sink) {
        int seconds = darkSeconds();
        if (seconds == 0) {
            return;
        }
        long since = troubles.darkSince();
        forgetDark();
        if (seconds >= VoltageTroubles.OUTAGE_SECONDS_MIN) {
            outage(since, now, sink);
        } else {
            beginWatch(since, sink);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                watch(phase, since, troubles.firstDark(phase), sink);
            }
            troubles.watched(since);
        }
    }

    private void outage(long failed, long returned, LogSink sink) {
        pause(sink);
        outage(failed, VoltageQualityEntry.ALL_PHASES, OUTAGE, sink);
        outage(returned, VoltageQualityEntry.ALL_PHASES, REESTABLISHED, sink);
    }

    private void watch(long now, OneSecondValues values, LogSink sink) {
        beginWatch(now, sink);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            watch(phase, now, Math.min(values.millivolts(phase), MILLIVOLTS_MAX), sink);
        }
        if (troubles != NONE) {
            troubles.watched(now);
        }
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
        int mask = 1 << phase;
        if ((flags & mask) == 0 && millivolts < settings.outageMillivolts()) {
            return;
        }
        flags |= mask;
        if (millivolts >= MEAN_MILLIVOLTS_MIN) {
            addToMean(phase, millivolts);
        }
        boolean isInside =
                millivolts >= settings.lowSingleMillivolts() && millivolts <= settings.highSingleMillivolts();
        if (!isInside || troubles != NONE) {
            troubles().watch(phase, now, millivolts, settings, this, sink);
        }
    }

    private void addToMean(int phase, int millivolts) {
        int at = phase * SLOTS;
        boolean isFirst = means[at + COUNT] == 0;
        means[at + HIGHEST] = isFirst ? millivolts : Math.max(means[at + HIGHEST], millivolts);
        means[at + LOWEST] = isFirst ? millivolts : Math.min(means[at + LOWEST], millivolts);
        means[at + SUM] += millivolts;
        means[at + COUNT]++;
    }

    /// Seconds are missing. An outage that has been told goes on; one that has not begins to count anew.
    private void pause(LogSink sink) {
        if (troubles != NONE) {
            troubles.pause(this, sink);
        }
    }

    /// A mean period is over. With less than half of its seconds it is not judged.
    private void endPeriod(LogSink sink) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int at = phase * SLOTS;
            int count = means[at + COUNT];
            long sum = means[at + SUM];
            boolean isLow = sum < (long) settings.lowMeanMillivolts() * count;
            boolean isHigh = sum > (long) settings.highMeanMillivolts() * count;
            if (2 * count >= settings.meanPeriodSeconds() && (isLow || isHigh)) {
                append(
                        (long) period * settings.meanPeriodSeconds(),
                        phase + 1,
                        isLow ? UNDERVOLTAGE_MEAN : OVERVOLTAGE_MEAN,
                        (int) (sum / count / MILLI),
                        means[at + HIGHEST] / MILLI,
                        means[at + LOWEST] / MILLI,
                        sink);
            }
        }
        clearMeans();
    }

    private void clearMeans() {
        Arrays.fill(means, 0);
    }

    void minimum(long second, int phase, VoltageQualityEvent event, int volts, LogSink sink) {
        append(second, phase + 1, event, 0, 0, volts, sink);
    }

    void maximum(long second, int phase, VoltageQualityEvent event, int volts, LogSink sink) {
        append(second, phase + 1, event, 0, volts, 0, sink);
    }

    /// An outage, or its end.
    ///
    /// @param phase 1 to 3, or [VoltageQualityEntry#ALL_PHASES]
    void outage(long second, int phase, VoltageQualityEvent event, LogSink sink) {
        append(second, phase, event, 0, 0, 0, sink);
    }

    private void append(long second, int phase, VoltageQualityEvent event, int mean, int max, int min, LogSink sink) {
        append(second, 0, 0, sink, phase, event.code(), mean, max, min);
    }

    /// Whether the meter has no supply in a second; one that never had any only waits for it.
    private boolean isDark(OneSecondValues values) {
        return (flags & ALIVE) != 0 && !PhaseThresholds.indicatesSupply(values);
    }

    private static long time(int kept) {
        return Integer.toUnsignedLong(kept);
    }

    /// Other parameters. A mean period of another length begins with nothing in it.
    public void settings(VoltageQualitySettings other) {
        if (other.meanPeriodSeconds() != settings.meanPeriodSeconds()) {
            clearMeans();
        }
        settings = other;
    }

    @Override
    public DataLogger logger() {
        return DataLogger.VOLTAGE_QUALITY;
    }

    @Override
    public int capacity() {
        return LOG_CAPACITY;
    }

    /// The logger; its rows are in the permanent memory.
    public LogRing log() {
        return this;
    }

    /// Octets [#write] needs now.
    public int recordLength() {
        return RECORD_LENGTH + (troubles == NONE ? 0 : VoltageTroubles.recordLength()) + idsLength();
    }

    /// What is wrong only while something is.
    public void write(ByteBuffer into) {
        into.put((byte) (troubles == NONE ? flags : flags | TROUBLED));
        into.putInt(last).putInt(period).putShort((short) settings.meanPeriodSeconds());
        for (int value : means) {
            into.putInt(value);
        }
        if (troubles != NONE) {
            troubles.write(into);
        }
        writeIds(into);
    }

    /// Reads what [#write] wrote. A mean period of another length is given up, as with [#settings].
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        int head = from.hasRemaining() ? from.get() : -1;
        boolean isTroubled = (head & TROUBLED) != 0;
        int length = RECORD_LENGTH - 1 + (isTroubled ? VoltageTroubles.recordLength() : 0) + idsLength();
        if (head < 0 || head > (FLAGS_MAX | TROUBLED) || from.remaining() < length) {
            return false;
        }
        int readLast = from.getInt();
        int readPeriod = from.getInt();
        int meanPeriod = from.getShort();
        int[] readMeans = new int[means.length];
        for (int i = 0; i < readMeans.length; i++) {
            readMeans[i] = from.getInt();
        }
        boolean makesSense = readPeriod >= 0;
        for (int at = 0; at < readMeans.length; at += SLOTS) {
            makesSense &= isPossible(readMeans[at + SUM], readMeans[at + COUNT], meanPeriod);
        }
        VoltageTroubles readTroubles = isTroubled ? new VoltageTroubles() : NONE;
        makesSense &= !isTroubled || readTroubles.read(from);
        if (!makesSense || !readIds(from)) {
            return false;
        }
        flags = head & FLAGS_MAX;
        last = readLast;
        period = readPeriod;
        if (meanPeriod == settings.meanPeriodSeconds()) {
            System.arraycopy(readMeans, 0, means, 0, means.length);
        } else {
            clearMeans();
        }
        troubles = readTroubles;
        forgetWhatIsOver();
        return true;
    }

    private static boolean isPossible(int sum, int count, int meanPeriod) {
        return count >= 0 && count <= 2 * meanPeriod && sum >= 0 && sum <= (long) count * MILLIVOLTS_MAX;
    }
}
