package trefas.device.debiting;

import java.nio.ByteBuffer;
import trefas.device.log.CaptureMoments;
import trefas.device.log.DataLogger;
import trefas.device.log.GapRule;
import trefas.device.log.LogRing;
import trefas.device.log.LogSink;
import trefas.device.log.LoggedValues;
import trefas.device.log.LoggerStatus;
import trefas.device.log.ScheduledLog;

/// Debiting logger 2 (1-1:98.2.0, dossier 11): energies each day, week or month at 00:00:00 normal time. Nothing is
/// cleared, and nobody can take a row by hand.
public final class SecondDebitingLog extends ScheduledLog {

    /// Rows kept (technical description).
    public static final int CAPACITY = 175;

    private final DebitingProfile profile;
    private CaptureMoments moments;

    /// Empty.
    ///
    /// @param zoneHours normal time east of UTC
    public SecondDebitingLog(DebitingSettings settings, int zoneHours) {
        profile = settings.secondProfile();
        moments = settings.secondInterval().in(zoneHours);
    }

    @Override
    public DataLogger logger() {
        return DataLogger.DEBITING_2;
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    protected CaptureMoments moments() {
        return moments;
    }

    @Override
    protected GapRule rule() {
        return GapRule.DAYS;
    }

    /// A second has passed, and everything else has counted it already.
    ///
    /// @return whether a row was taken
    public boolean secondElapsed(long now, LoggedValues values, LogSink sink) {
        if (!isDue(now)) {
            return false;
        }
        take(taker(values, sink));
        return true;
    }

    /// The seconds after `lastMeasured` up to `resumed` were not measured.
    public void outage(long lastMeasured, long resumed, LoggedValues values, LogSink sink) {
        outage(lastMeasured, resumed, taker(values, sink));
    }

    /// The clock went from one time straight to another.
    public void clockSet(long before, long after, LoggedValues values, LogSink sink) {
        clockSet(before, after, taker(values, sink));
    }

    /// Another interval from the next second on. Rows stay, each tells its own time; the next one tells of the change.
    ///
    /// @param zoneHours normal time east of UTC
    public void changeInterval(DebitingSettings settings, int zoneHours) {
        moments = settings.secondInterval().in(zoneHours);
        momentsChanged();
        mark(LoggerStatus.PERIOD_CHANGED);
    }

    private Taker taker(LoggedValues values, LogSink sink) {
        return (at, status, quality) -> append(at, status, quality, sink, Columns.readings(profile, values));
    }

    public DebitingProfile profile() {
        return profile;
    }

    public LogRing ring() {
        return this;
    }

    /// Octets [#write] needs.
    public static int recordLength() {
        return 1 + scheduleLength();
    }

    public void write(ByteBuffer into) {
        into.put((byte) profile.code());
        writeSchedule(into);
    }

    /// Reads what [#write] wrote. If the content was another then, the old rows are given up and the next row tells
    /// why.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        int writtenProfile = Byte.toUnsignedInt(from.get());
        if (DebitingProfile.ofZ30(writtenProfile).isEmpty() || !readSchedule(from)) {
            return false;
        }
        if (writtenProfile != profile.code()) {
            clearRows();
            mark(LoggerStatus.RECONFIGURED);
        }
        return true;
    }
}
