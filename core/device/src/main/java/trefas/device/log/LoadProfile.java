package trefas.device.log;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import trefas.device.register.EnergyRegister;
import trefas.device.register.RegisterBank;

/// The load profile's counter and pending flags (1-1:99.1.0, dossier 10.2). The rows themselves leave at once for
/// the permanent memory: a meter that nobody reads keeps none of them on the heap.
///
/// A row is stamped with the end of its period and holds the registers as they stood at that instant. Seconds
/// without supply mark every period they fall in (decision 0008).
public final class LoadProfile extends LogRing {

    /// Rows created at most for periods without supply (successor, OMNIA p32; WELMEC 11.2). A longer gap stays a
    /// gap and the next row says so.
    static final int FILLED_ROWS_BELOW = 3_024;

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SHORTEST_PERIOD_SECONDS = 300;
    private static final int RECORD_LENGTH = idsLength() + 2 * Short.BYTES + 2;

    /// Set beside the minutes of the period in the record while the profile is disabled.
    private static final int DISABLED_FLAG = 0x80;

    private final LoadProfileContent content;
    private int periodSeconds;
    /// Bits of [LoggerStatus] and of [DataQuality] for the next row.
    private char pendingStatus;

    private char pendingQuality;
    private boolean disabled;
    /// Bits of [LoadProfileEvent].
    private byte pendingEvents;

    public LoadProfile(LoadProfileContent content, CapturePeriod period) {
        this.content = content;
        this.periodSeconds = period.seconds();
    }

    /// One measured second has passed; at the end of a period it is time for a row.
    public void secondElapsed(long at, RegisterBank registers, Consumer<ProfileEntry> captured) {
        // Each period is some of the shortest. To divide by a constant is no division, and there is one each second.
        if (at % SHORTEST_PERIOD_SECONDS == 0 && at % periodSeconds == 0 && !disabled) {
            capture(at, registers, captured);
        }
    }

    /// The seconds after `lastMeasured` up to `resumed` were not measured. Rows of periods that ended meanwhile
    /// are made up with the registers as they stand, because nothing was counted. An empty logger has nothing to
    /// go on from: it is not filled, and there is no gap to tell of.
    ///
    /// @param lastMeasured end of the last second that was measured
    /// @param resumed beginning of the next second that is
    public void outage(long lastMeasured, long resumed, RegisterBank registers, Consumer<ProfileEntry> captured) {
        boolean endedAPeriod = fill(lastMeasured, resumed, DataQuality.POWER_OUTAGE.mask(), registers, captured);
        if (endedAPeriod && resumed % periodSeconds == 0) {
            pendingQuality = (char) (pendingQuality & ~DataQuality.POWER_OUTAGE.mask());
        }
    }

    /// The clock went from one time straight to another. Forward, the periods it jumped over are made up like
    /// those of an outage; backward, their times come a second time. Rows made up, and the next one taken, tell by
    /// how much and which way (dossier 10.1).
    public void clockSet(long before, long after, RegisterBank registers, Consumer<ProfileEntry> captured) {
        int befallen = DataQuality.ofClockSet(after - before);
        if (after > before) {
            fill(before, after, befallen, registers, captured);
        } else {
            mark(befallen);
        }
    }

    /// Another period: the rows go, for a reader could not tell theirs from the new ones, and the next row tells
    /// why (dossier 10.2). The same period again changes nothing.
    public void changePeriod(CapturePeriod other) {
        if (other.seconds() != periodSeconds) {
            periodSeconds = other.seconds();
            clearRows();
            tell(LoggerStatus.PERIOD_CHANGED);
            tell(LoadProfileEvent.INTERVAL_CHANGED);
        }
    }

    /// Somebody empties it: all rows go. Log ids go on.
    public void clear() {
        clearRows();
        tell(LoadProfileEvent.DELETED_MANUALLY);
    }

    /// Takes no rows any more. The rows there are stay.
    public void disable() {
        if (!disabled) {
            disabled = true;
            tell(LoadProfileEvent.DISABLED);
        }
    }

    /// Takes rows again. Those of the time between are not made up, and the next row says so.
    public void enable() {
        if (disabled) {
            disabled = false;
            if (entriesInUse() > 0) {
                tell(LoggerStatus.TIME_DISCONTINUITY);
            }
            tell(LoadProfileEvent.ENABLED);
        }
    }

    public boolean isEnabled() {
        return !disabled;
    }

    /// Something befell the running period.
    ///
    /// @param quality bits of [DataQuality]
    public void mark(int quality) {
        pendingQuality = (char) (pendingQuality | quality);
    }

    private void tell(LoggerStatus status) {
        pendingStatus = (char) (pendingStatus | status.mask());
    }

    private void tell(LoadProfileEvent event) {
        pendingEvents = (byte) (pendingEvents | event.mask());
    }

    /// Whether there is anything that [#tellEvents] would tell.
    boolean hasEvents() {
        return pendingEvents != 0;
    }

    /// What befell the profile since this was asked last, in the order of the codes, for the log of its events
    /// (1-1:99.98.10). Ask after each change, and in the first second after a restart.
    public void tellEvents(Consumer<LoadProfileEvent> told) {
        for (LoadProfileEvent event : LoadProfileEvent.ALL) {
            if ((pendingEvents & event.mask()) != 0) {
                told.accept(event);
            }
        }
        pendingEvents = 0;
    }

    /// Makes up the rows of the periods that ended after one time, up to and with another.
    ///
    /// @param befallen what these rows and the next one are marked with
    /// @return whether any period ended
    private boolean fill(long from, long to, int befallen, RegisterBank registers, Consumer<ProfileEntry> captured) {
        long firstBorder = (Math.floorDiv(from, periodSeconds) + 1) * periodSeconds;
        long missing = to < firstBorder ? 0 : (to - firstBorder) / periodSeconds + 1;
        mark(befallen);
        if (entriesInUse() == 0 || disabled) {
            return missing > 0;
        }
        if (missing >= FILLED_ROWS_BELOW) {
            tell(LoggerStatus.TIME_DISCONTINUITY);
            return true;
        }
        for (long row = 0; row < missing; row++) {
            capture(firstBorder + row * periodSeconds, registers, captured);
            mark(befallen);
        }
        return missing > 0;
    }

    private void capture(long at, RegisterBank registers, Consumer<ProfileEntry> captured) {
        if (nextLogId() > LOG_ID_MAX) {
            return;
        }
        List<EnergyRegister> columns = content.registers();
        long[] readings = new long[columns.size()];
        for (int column = 0; column < readings.length; column++) {
            readings[column] = registers.reading(columns.get(column));
        }
        append(at, pendingStatus, pendingQuality, (_, entry, _) -> captured.accept(entry), readings);
        pendingStatus = 0;
        pendingQuality = 0;
    }

    @Override
    public DataLogger logger() {
        return DataLogger.LOAD_PROFILE;
    }

    @Override
    public int capacity() {
        return content.capacity();
    }

    public static int recordLength() {
        return RECORD_LENGTH;
    }

    public void write(ByteBuffer into) {
        writeIds(into);
        into.putShort((short) pendingStatus)
                .putShort((short) pendingQuality)
                .put((byte) content.code())
                .put((byte) (periodSeconds / SECONDS_PER_MINUTE | (disabled ? DISABLED_FLAG : 0)));
    }

    /// Reads what [#write] wrote. If content or period were others then, the old rows are given up and the next
    /// row tells why (dossier 10.2).
    ///
    /// @return whether the record makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < RECORD_LENGTH || !readIds(from)) {
            return false;
        }
        pendingStatus = from.getChar();
        pendingQuality = from.getChar();
        boolean sameContent = Byte.toUnsignedInt(from.get()) == content.code();
        int periodAndFlag = Byte.toUnsignedInt(from.get());
        disabled = (periodAndFlag & DISABLED_FLAG) != 0;
        boolean samePeriod = (periodAndFlag & ~DISABLED_FLAG) * SECONDS_PER_MINUTE == periodSeconds;
        if (!sameContent || !samePeriod) {
            clearRows();
        }
        if (!sameContent) {
            tell(LoggerStatus.RECONFIGURED);
            tell(LoadProfileEvent.REGISTERS_CHANGED);
        }
        if (!samePeriod) {
            tell(LoggerStatus.PERIOD_CHANGED);
            tell(LoadProfileEvent.INTERVAL_CHANGED);
        }
        return true;
    }
}
