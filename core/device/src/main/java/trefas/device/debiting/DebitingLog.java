package trefas.device.debiting;

import java.nio.ByteBuffer;
import trefas.device.log.CaptureMoments;
import trefas.device.log.DataLogger;
import trefas.device.log.GapRule;
import trefas.device.log.LogRing;
import trefas.device.log.LogSink;
import trefas.device.log.LoggedValues;
import trefas.device.log.ScheduledLog;

/// Debiting logger 1 (1-1:98.1.0, dossier 11): every register a bill may need, each time a debiting period ends. It
/// ends by itself ([DebitingSettings]), by a command, by the right button or by a pulse at the module.
///
/// ```
/// stop: take the row -> peaks to the accumulated peaks, peaks to zero -> count the period
/// ```
public final class DebitingLog extends ScheduledLog {

    /// Rows kept (data sheet).
    public static final int CAPACITY = 36;

    /// What 1-1:0.1.5.128 is written with to end a period.
    public static final int STOP_COMMAND = 1;

    private static final long NEVER = Long.MIN_VALUE;

    /// Shared with all meters of the configuration until something is set.
    private DebitingSettings settings;

    private byte zoneHours;
    private byte periods;
    private long lastStop = NEVER;

    /// Empty.
    ///
    /// @param zoneHours normal time east of UTC
    public DebitingLog(DebitingSettings settings, int zoneHours) {
        this.settings = settings;
        this.zoneHours = (byte) zoneHours;
    }

    @Override
    public DataLogger logger() {
        return DataLogger.DEBITING_1;
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    protected CaptureMoments moments() {
        return settings.stops(zoneHours);
    }

    @Override
    protected GapRule rule() {
        return GapRule.DEBITING;
    }

    /// A second has passed, and everything else has counted it already.
    ///
    /// @return whether a debiting period ended with it
    public boolean secondElapsed(long now, LoggedValues values, DebitingStop stop, LogSink sink) {
        if (!isDue(now)) {
            return false;
        }
        take(taker(values, stop, sink));
        return true;
    }

    /// Ends the period now: remote command, capture method, right button or pulse, whoever is enabled to.
    ///
    /// @return whether it did; a period of no second does not end
    public boolean stopNow(long now, LoggedValues values, DebitingStop stop, LogSink sink) {
        if (now == lastStop) {
            return false;
        }
        takeNow(now, taker(values, stop, sink));
        return true;
    }

    /// The seconds after `lastMeasured` up to `resumed` were not measured. Periods that would have ended meanwhile
    /// end now, with the time stamps they would have had (decision 0039).
    public void outage(long lastMeasured, long resumed, LoggedValues values, DebitingStop stop, LogSink sink) {
        outage(lastMeasured, resumed, taker(values, stop, sink));
    }

    /// The clock went from one time straight to another (decision 0039).
    public void clockSet(long before, long after, LoggedValues values, DebitingStop stop, LogSink sink) {
        lastStop = NEVER;
        clockSet(before, after, taker(values, stop, sink));
    }

    /// Other days from the next second on. Rows stay: each tells its own time.
    ///
    /// @param zoneHours normal time east of UTC
    public void change(DebitingSettings settings, int zoneHours) {
        this.settings = settings;
        this.zoneHours = (byte) zoneHours;
        momentsChanged();
    }

    private Taker taker(LoggedValues values, DebitingStop stop, LogSink sink) {
        return (at, status, quality) -> {
            append(at, status, quality, sink, Columns.readings(DebitingProfile.FIRST, values));
            stop.periodEnded(at);
            periods++;
            lastStop = at;
        };
    }

    /// Debiting periods that have ended, unsigned 8 bit, starting again at 0 after 255 (1-1:0.1.0).
    public int periods() {
        return Byte.toUnsignedInt(periods);
    }

    public LogRing ring() {
        return this;
    }

    /// Octets [#write] needs.
    public static int recordLength() {
        return 1 + Long.BYTES + scheduleLength();
    }

    public void write(ByteBuffer into) {
        into.put(periods).putLong(lastStop);
        writeSchedule(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        byte readPeriods = from.get();
        long readLastStop = from.getLong();
        if (!readSchedule(from)) {
            return false;
        }
        periods = readPeriods;
        lastStop = readLastStop;
        return true;
    }
}
