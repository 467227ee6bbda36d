package trefas.device.debiting;

import java.nio.ByteBuffer;
import trefas.device.log.CaptureSchedule;
import trefas.device.log.DataLogger;
import trefas.device.log.GapRule;
import trefas.device.log.LogRing;
import trefas.device.log.LogSink;
import trefas.device.log.LoggedValues;
import trefas.device.log.LoggerStatus;

/// Debiting logger 2 (1-1:98.2.0, dossier 11): energies each day, week or month at 00:00:00 normal time. Nothing is
/// cleared, and nobody can take a row by hand.
public final class SecondDebitingLog {

    /// Rows kept (technical description).
    public static final int CAPACITY = 175;

    private final DebitingProfile profile;
    private final LogRing ring = new LogRing(DataLogger.DEBITING_2, CAPACITY);
    private final CaptureSchedule schedule;

    /// Empty.
    ///
    /// @param zoneHours normal time east of UTC
    public SecondDebitingLog(DebitingSettings settings, int zoneHours) {
        profile = settings.secondProfile();
        schedule = new CaptureSchedule(settings.secondInterval().in(zoneHours), GapRule.DAYS);
    }

    /// A second has passed, and everything else has counted it already.
    ///
    /// @return whether a row was taken
    public boolean secondElapsed(long now, LoggedValues values, LogSink sink) {
        if (!schedule.isDue(now)) {
            return false;
        }
        schedule.take(taker(values, sink));
        return true;
    }

    /// The seconds after `lastMeasured` up to `resumed` were not measured.
    public void outage(long lastMeasured, long resumed, LoggedValues values, LogSink sink) {
        schedule.outage(lastMeasured, resumed, ring.entriesInUse() == 0, taker(values, sink));
    }

    /// The clock went from one time straight to another.
    public void clockSet(long before, long after, LoggedValues values, LogSink sink) {
        schedule.clockSet(before, after, ring.entriesInUse() == 0, taker(values, sink));
    }

    /// Another interval from the next second on. Rows stay, each tells its own time; the next one tells of the change.
    ///
    /// @param zoneHours normal time east of UTC
    public void changeInterval(DebitingSettings settings, int zoneHours) {
        schedule.changeMoments(settings.secondInterval().in(zoneHours));
        schedule.mark(LoggerStatus.PERIOD_CHANGED);
    }

    /// Something befell the running period.
    ///
    /// @param quality bits of [trefas.device.log.DataQuality]
    public void mark(int quality) {
        schedule.mark(quality);
    }

    private CaptureSchedule.Taker taker(LoggedValues values, LogSink sink) {
        return (at, status, quality) -> ring.append(at, status, quality, sink, Columns.readings(profile, values));
    }

    public DebitingProfile profile() {
        return profile;
    }

    public LogRing ring() {
        return ring;
    }

    /// Octets [#write] needs.
    public static int recordLength() {
        return LogRing.recordLength() + CaptureSchedule.recordLength() + 1;
    }

    public void write(ByteBuffer into) {
        into.put((byte) profile.code());
        schedule.write(into);
        ring.write(into);
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
        ByteBuffer ofSchedule = from.slice(from.position(), CaptureSchedule.recordLength());
        from.position(from.position() + CaptureSchedule.recordLength());
        if (DebitingProfile.ofZ30(writtenProfile).isEmpty() || !ring.read(from) || !schedule.read(ofSchedule)) {
            return false;
        }
        if (writtenProfile != profile.code()) {
            ring.clear();
            schedule.mark(LoggerStatus.RECONFIGURED);
        }
        return true;
    }
}
