package trefas.device.log;

import java.nio.ByteBuffer;

/// A logger that takes rows by itself at moments of the clock, and whose next row tells about the time since the last
/// one (dossier 10.1). Whoever extends it says which moments these are and fills the rows.
///
/// | what happens             | rows made up                                      | the next row tells      |
/// |--------------------------|---------------------------------------------------|-------------------------|
/// | outage over moments      | one for each, as the registers stand, with outage | outage, if it lost time |
/// | clock set forward over   | one for each, as the registers stand, with how far | how far and which way  |
/// | too many moments, or an empty logger | none, or the last one ([GapRule])      | time discontinuity      |
/// | clock set backward       | none; whether moments come again is the [GapRule]'s | how far and which way  |
public abstract class ScheduledLog extends LogRing {

    /// Before the first second after a restart: the next moment is not known yet.
    private static final long UNKNOWN = Long.MIN_VALUE;

    private static final long NONE = Long.MIN_VALUE;

    /// 9999-12-31T23:59:59Z: years have four digits.
    private static final long MOMENT_MAX = 253_402_300_799L;

    private long next = UNKNOWN;
    /// The last moment a row was taken for.
    private long lastMoment = NONE;
    /// Bits of [LoggerStatus] and of [DataQuality] for the next row.
    private char pendingStatus;

    private char pendingQuality;

    /// Empty.
    protected ScheduledLog() {}

    /// The moments rows are taken at.
    protected abstract CaptureMoments moments();

    /// What becomes of moments that passed without it.
    protected abstract GapRule rule();

    /// Takes one row.
    @FunctionalInterface
    protected interface Taker {

        /// Takes the row.
        ///
        /// @param at the time stamp
        /// @param status bits of [LoggerStatus]
        /// @param quality bits of [DataQuality]
        void take(long at, int status, int quality);
    }

    /// Whether a row is due at the end of this second. Cheap; ask each second and only then [#take].
    protected final boolean isDue(long now) {
        if (next == UNKNOWN) {
            next = momentAfter(now - 1);
        }
        return now >= next;
    }

    /// Takes the row that is due.
    protected final void take(Taker taker) {
        takeAt(next, taker);
    }

    /// Takes a row that is not due, because somebody asks for it.
    protected final void takeNow(long now, Taker taker) {
        int status = pendingStatus;
        int quality = pendingQuality;
        pendingStatus = 0;
        pendingQuality = 0;
        taker.take(now, status, quality);
    }

    /// The seconds after `lastMeasured` up to `resumed` were not measured.
    protected final void outage(long lastMeasured, long resumed, Taker taker) {
        int outage = DataQuality.POWER_OUTAGE.mask();
        boolean endedAPeriod = fill(lastMeasured, resumed, outage, taker);
        if (endedAPeriod && lastMoment == resumed) {
            pendingQuality = (char) (pendingQuality & ~outage);
        }
    }

    /// The clock went from one time straight to another.
    protected final void clockSet(long before, long after, Taker taker) {
        int befallen = DataQuality.ofClockSet(after - before);
        if (after >= before) {
            fill(before, after, befallen, taker);
        } else {
            mark(befallen);
            next = momentAfter(after);
        }
    }

    /// Something befell the running period: the next row tells.
    ///
    /// @param quality bits of [DataQuality]
    public final void mark(int quality) {
        pendingQuality = (char) (pendingQuality | quality);
    }

    /// Something happened to the logger itself: the next row tells.
    protected final void mark(LoggerStatus status) {
        pendingStatus = (char) (pendingStatus | status.mask());
    }

    /// The moments are others from the next second on.
    protected final void momentsChanged() {
        next = UNKNOWN;
    }

    /// Takes the rows of the moments after one time, up to and with another, or says that they are missing.
    ///
    /// @return whether there were any
    private boolean fill(long from, long to, int befallen, Taker taker) {
        mark(befallen);
        if (next == UNKNOWN) {
            next = momentAfter(from);
        }
        if (next > to) {
            return false;
        }
        boolean isEmpty = entriesInUse() == 0;
        if (!isEmpty && isFillable(to)) {
            while (next <= to) {
                takeAt(next, taker);
                mark(befallen);
            }
            return true;
        }
        boolean isMissing = skipToLast(to) || !rule().closesAGap();
        if (isMissing && (!isEmpty || rule().closesAGap())) {
            mark(LoggerStatus.TIME_DISCONTINUITY);
        }
        if (rule().closesAGap()) {
            takeAt(next, taker);
            mark(befallen);
        } else {
            lastMoment = next;
            next = momentAfter(next);
        }
        return true;
    }

    private boolean isFillable(long to) {
        CaptureMoments moments = moments();
        long moment = next;
        for (int row = 0; row < rule().rowsMadeUpMax(); row++) {
            moment = moments.after(moment);
            if (moment > to) {
                return true;
            }
        }
        return false;
    }

    /// Goes on to the last moment up to a time.
    ///
    /// @return whether that left out any
    private boolean skipToLast(long to) {
        CaptureMoments moments = moments();
        long first = next;
        for (long moment = next; moment <= to; moment = moments.after(moment)) {
            next = moment;
        }
        return next != first;
    }

    private void takeAt(long moment, Taker taker) {
        lastMoment = moment;
        next = momentAfter(moment);
        takeNow(moment, taker);
    }

    /// The next moment for which no row was taken yet, as far as the rule minds.
    private long momentAfter(long time) {
        if (lastMoment > time && lastMoment - time <= rule().notAgainWithinSeconds()) {
            return moments().after(lastMoment);
        }
        if (lastMoment > time) {
            lastMoment = NONE;
        }
        return moments().after(time);
    }

    /// Octets [#writeSchedule] needs.
    protected static int scheduleLength() {
        return Long.BYTES + 2 * Short.BYTES + idsLength();
    }

    /// What is due, and then the log ids.
    protected final void writeSchedule(ByteBuffer into) {
        into.putLong(lastMoment).putShort((short) pendingStatus).putShort((short) pendingQuality);
        writeIds(into);
    }

    /// Reads what [#writeSchedule] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    protected final boolean readSchedule(ByteBuffer from) {
        if (from.remaining() < scheduleLength()) {
            return false;
        }
        long moment = from.getLong();
        char status = from.getChar();
        char quality = from.getChar();
        boolean isMoment = moment == NONE || (moment >= 0 && moment <= MOMENT_MAX);
        if (!isMoment || !readIds(from)) {
            return false;
        }
        lastMoment = moment;
        pendingStatus = status;
        pendingQuality = quality;
        next = UNKNOWN;
        return true;
    }
}
