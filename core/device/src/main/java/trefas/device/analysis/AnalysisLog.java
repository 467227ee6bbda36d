package trefas.device.analysis;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;
import trefas.device.log.CaptureMoments;
import trefas.device.log.DataLogger;
import trefas.device.log.GapRule;
import trefas.device.log.LogRing;
import trefas.device.log.LogSink;
import trefas.device.log.LoggedRegister;
import trefas.device.log.LoggedValues;
import trefas.device.log.LoggerStatus;
import trefas.device.log.ScheduledLog;
import trefas.metrology.OneSecondValues;

/// The analysis logger (1-1:99.1.1, dossier 10.3): up to 24 registers and means at the end of each interval. Its rows
/// are stamped, marked and made up like those of the load profile; a meter keeps one sum for each mean.
public final class AnalysisLog extends ScheduledLog {

    /// Rows kept: 60 days at 15 minutes (our choice, decision 0040).
    public static final int CAPACITY = 5_760;

    private static final int SECONDS_PER_MINUTE = 60;

    /// Octets before the sums in the record.
    private static final int HEAD_LENGTH = 3 * Integer.BYTES + 3;

    private AnalysisPlan plan;
    private long[] sums;
    /// The columns of the last row, unsigned 32 bit.
    private int[] latest;
    private int seconds;
    private int distortionSeconds;

    public AnalysisLog(AnalysisPlan plan) {
        this.plan = plan;
        this.sums = new long[plan.sums()];
        this.latest = plan.latestOfNothing();
    }

    @Override
    public DataLogger logger() {
        return DataLogger.ANALYSIS;
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    protected CaptureMoments moments() {
        return plan.moments();
    }

    @Override
    protected GapRule rule() {
        return GapRule.GRID;
    }

    /// One second was measured, and everything else has counted it already; at the end of an interval it is time for a
    /// row.
    ///
    /// @return whether a row was taken
    public boolean secondElapsed(
            long now, OneSecondValues measured, Distortion distortion, LoggedValues values, LogSink sink) {
        if (sums.length > 0) {
            addSecond(measured, distortion);
        }
        if (!isDue(now)) {
            return false;
        }
        take(taker(values, sink));
        return true;
    }

    /// The seconds after `lastMeasured` up to `resumed` were not measured.
    public void outage(long lastMeasured, long resumed, LoggedValues values, LogSink sink) {
        outage(lastMeasured, resumed, taker(values, sink));
        forgetOtherIntervals(lastMeasured, resumed);
    }

    /// The clock went from one time straight to another. Backward, the seconds measured so far count in the interval
    /// that runs then.
    public void clockSet(long before, long after, LoggedValues values, LogSink sink) {
        clockSet(before, after, taker(values, sink));
        forgetOtherIntervals(before, after);
    }

    /// Another choice of columns or interval. The rows go, for a reader could not tell theirs from the new ones, and
    /// the next row tells why. The same choice again changes nothing.
    public void change(AnalysisPlan other) {
        boolean isOtherChoice =
                !other.settings().registers().equals(plan.settings().registers());
        boolean isOtherInterval = other.settings().interval() != plan.settings().interval();
        plan = other;
        if (!isOtherChoice && !isOtherInterval) {
            return;
        }
        startAnew();
        momentsChanged();
        tellChanges(isOtherChoice, isOtherInterval);
    }

    /// All rows go. Log ids go on.
    public void clear() {
        clearRows();
    }

    private void addSecond(OneSecondValues measured, Distortion distortion) {
        plan.add(measured, distortion, sums);
        seconds++;
        if (plan.needsDistortion() && distortion.isKnown()) {
            distortionSeconds++;
        }
    }

    private Taker taker(LoggedValues values, LogSink sink) {
        return (at, status, quality) -> {
            long[] readings = plan.readings(values, sums, seconds, distortionSeconds);
            append(at, status, quality, sink, readings);
            for (int column = 0; column < latest.length; column++) {
                latest[column] = (int) readings[column];
            }
            clearSums();
        };
    }

    /// Where rows were left out, what was measured before the gap does not belong to the interval that runs now.
    private void forgetOtherIntervals(long from, long to) {
        if (to > from && plan.moments().after(from) <= to) {
            clearSums();
        }
    }

    private void startAnew() {
        clearRows();
        sums = new long[plan.sums()];
        latest = plan.latestOfNothing();
        clearSums();
    }

    private void clearSums() {
        Arrays.fill(sums, 0);
        seconds = 0;
        distortionSeconds = 0;
    }

    private void tellChanges(boolean isOtherChoice, boolean isOtherInterval) {
        if (isOtherChoice) {
            mark(LoggerStatus.RECONFIGURED);
        }
        if (isOtherInterval) {
            mark(LoggerStatus.PERIOD_CHANGED);
        }
    }

    /// A mean over the last interval that ended, for whoever reads the register (dossier 4.3); before the first 0, a
    /// power factor 1.00.
    ///
    /// @return empty for a register that is no mean or was not chosen: nobody adds it up
    public OptionalLong latestMean(LoggedRegister register) {
        int column = plan.columnOfMean(register);
        return column < 0 ? OptionalLong.empty() : OptionalLong.of(Integer.toUnsignedLong(latest[column]));
    }

    public AnalysisSettings settings() {
        return plan.settings();
    }

    public LogRing ring() {
        return this;
    }

    /// Octets [#write] needs; they depend on the plan.
    public int recordLength() {
        return HEAD_LENGTH + sums.length * Long.BYTES + latest.length * Integer.BYTES + scheduleLength();
    }

    public void write(ByteBuffer into) {
        into.putInt(plan.fingerprint())
                .putInt(seconds)
                .putInt(distortionSeconds)
                .put((byte) plan.settings().interval().minutes())
                .put((byte) sums.length)
                .put((byte) latest.length);
        for (long sum : sums) {
            into.putLong(sum);
        }
        for (int reading : latest) {
            into.putInt(reading);
        }
        writeSchedule(into);
    }

    /// Reads what [#write] wrote, also with another plan: then rows and sums are given up and the next row tells why.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < HEAD_LENGTH) {
            return false;
        }
        int fingerprint = from.getInt();
        int readSeconds = from.getInt();
        int readDistortionSeconds = from.getInt();
        int minutes = Byte.toUnsignedInt(from.get());
        int count = Byte.toUnsignedInt(from.get());
        int columns = Byte.toUnsignedInt(from.get());
        boolean isSameChoice = fingerprint == plan.fingerprint();
        if (from.remaining() < count * Long.BYTES + columns * Integer.BYTES + scheduleLength()
                || readSeconds < 0
                || readDistortionSeconds < 0
                || readDistortionSeconds > readSeconds
                || (isSameChoice && (count != sums.length || columns != latest.length))) {
            return false;
        }
        long[] readSums = readSums(from, count);
        if (Arrays.stream(readSums).anyMatch(sum -> sum < 0)) {
            return false;
        }
        int[] readLatest = new int[columns];
        for (int column = 0; column < columns; column++) {
            readLatest[column] = from.getInt();
        }
        if (!readSchedule(from)) {
            return false;
        }
        boolean isSameInterval =
                minutes * SECONDS_PER_MINUTE == plan.settings().interval().seconds();
        if (isSameChoice && isSameInterval) {
            sums = readSums;
            latest = readLatest;
            seconds = readSeconds;
            distortionSeconds = readDistortionSeconds;
        } else {
            startAnew();
            tellChanges(!isSameChoice, !isSameInterval);
        }
        return true;
    }

    private static long[] readSums(ByteBuffer from, int count) {
        long[] sums = new long[count];
        for (int slot = 0; slot < count; slot++) {
            sums[slot] = from.getLong();
        }
        return sums;
    }
}
