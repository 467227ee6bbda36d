package trefas.device.log;

import java.nio.ByteBuffer;

/// When a logger takes a row by itself, and what the next row tells about the time since the last one (dossier 10.1).
/// It keeps no rows: it says which are due.
///
/// | what happens             | rows made up                                      | the next row tells      |
/// |--------------------------|---------------------------------------------------|-------------------------|
/// | outage over moments      | one for each, as the registers stand, with outage | outage, if it lost time |
/// | clock set forward over   | one for each, as the registers stand, with how far | how far and which way  |
/// | too many moments, or an empty logger | none, or the last one ([GapRule])      | time discontinuity      |
/// | clock set backward       | none; whether moments come again is the [GapRule]'s | how far and which way  |
public final class CaptureSchedule {

    /// Before the first second after a restart: the next moment is not known yet.
    private static final long UNKNOWN = Long.MIN_VALUE;

    private static final long NONE = Long.MIN_VALUE;

    /// 9999-12-31T23:59:59Z: years have four digits.
    private static final long MOMENT_MAX = 253_402_300_799L;

    private final GapRule rule;
    private CaptureMoments moments;
    private long next = UNKNOWN;
    /// The last moment a row was taken for.
    private long lastMoment = NONE;
    private int pendingStatus;
    private int pendingQuality;

    public CaptureSchedule(CaptureMoments moments, GapRule rule) {
        this.moments = moments;
        this.rule = rule;
    }

    /// Takes one row.
    @FunctionalInterface
    public interface Taker {

        /// Takes the row.
        ///
        /// @param at the time stamp
        /// @param status bits of [LoggerStatus]
        /// @param quality bits of [DataQuality]
        void take(long at, int status, int quality);
    }

    /// Whether a row is due at the end of this second. Cheap; ask each second and only then [#take].
    public boolean isDue(long now) {
        if (next == UNKNOWN) {
            next = momentAfter(now - 1);
        }
        return now >= next;
    }

    /// Takes the row that is due.
    public void take(Taker taker) {
        takeAt(next, taker);
    }

    /// Takes a row that is not due, because somebody asks for it.
    public void takeNow(long now, Taker taker) {
        int status = pendingStatus;
        int quality = pendingQuality;
        pendingStatus = 0;
        pendingQuality = 0;
        taker.take(now, status, quality);
    }

    /// The seconds after `lastMeasured` up to `resumed` were not measured.
    ///
    /// @param isEmpty whether the logger has no rows
    public void outage(long lastMeasured, long resumed, boolean isEmpty, Taker taker) {
        int outage = DataQuality.POWER_OUTAGE.mask();
        boolean endedAPeriod = fill(lastMeasured, resumed, outage, isEmpty, taker);
        if (endedAPeriod && lastMoment == resumed) {
            pendingQuality &= ~outage;
        }
    }

    /// The clock went from one time straight to another.
    public void clockSet(long before, long after, boolean isEmpty, Taker taker) {
        int befallen = DataQuality.ofClockSet(after - before);
        if (after >= before) {
            fill(before, after, befallen, isEmpty, taker);
        } else {
            pendingQuality |= befallen;
            next = momentAfter(after);
        }
    }

    /// Something befell the running period: the next row tells.
    ///
    /// @param quality bits of [DataQuality]
    public void mark(int quality) {
        pendingQuality |= quality;
    }

    /// Something happened to the logger itself: the next row tells.
    public void mark(LoggerStatus status) {
        pendingStatus |= status.mask();
    }

    /// Other moments from the next second on.
    public void changeMoments(CaptureMoments other) {
        moments = other;
        next = UNKNOWN;
    }

    /// Takes the rows of the moments after one time, up to and with another, or says that they are missing.
    ///
    /// @return whether there were any
    private boolean fill(long from, long to, int befallen, boolean isEmpty, Taker taker) {
        pendingQuality |= befallen;
        if (next == UNKNOWN) {
            next = momentAfter(from);
        }
        if (next > to) {
            return false;
        }
        if (isFillable(to, isEmpty)) {
            while (next <= to) {
                takeAt(next, taker);
                pendingQuality |= befallen;
            }
            return true;
        }
        boolean isMissing = skipToLast(to) || !rule.closesAGap();
        if (isMissing && (!isEmpty || rule.closesAGap())) {
            pendingStatus |= LoggerStatus.TIME_DISCONTINUITY.mask();
        }
        if (rule.closesAGap()) {
            takeAt(next, taker);
            pendingQuality |= befallen;
        } else {
            lastMoment = next;
            next = momentAfter(next);
        }
        return true;
    }

    private boolean isFillable(long to, boolean isEmpty) {
        if (isEmpty) {
            return false;
        }
        long moment = next;
        for (int row = 0; row < rule.rowsMadeUpMax(); row++) {
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
        if (lastMoment > time && lastMoment - time <= rule.notAgainWithinSeconds()) {
            return moments.after(lastMoment);
        }
        if (lastMoment > time) {
            lastMoment = NONE;
        }
        return moments.after(time);
    }

    /// Octets [#write] needs.
    public static int recordLength() {
        return Long.BYTES + 2 * Short.BYTES;
    }

    public void write(ByteBuffer into) {
        into.putLong(lastMoment).putShort((short) pendingStatus).putShort((short) pendingQuality);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        long moment = from.getLong();
        if (moment != NONE && (moment < 0 || moment > MOMENT_MAX)) {
            return false;
        }
        lastMoment = moment;
        pendingStatus = Short.toUnsignedInt(from.getShort());
        pendingQuality = Short.toUnsignedInt(from.getShort());
        next = UNKNOWN;
        return true;
    }
}
