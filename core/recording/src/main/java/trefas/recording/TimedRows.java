package trefas.recording;

import java.nio.ByteBuffer;
import java.util.Arrays;
import trefas.metrology.SampleBlock;

/// Finds the rate of rows that only carry times. The first [#ROWS_MAX] rows decide it: the mean distance of those that
/// are not gaps, and of all rates their times allow the roundest one. From then on each row is held against the time
/// it should have. A row that comes more than half a step late begins a new segment; one that comes too early
/// makes the recording unusable. The expectation follows the times slowly, so a clock that is off by some parts in a
/// million or stamps that jitter do no harm.
final class TimedRows implements RowSource {

    /// Rows looked at before the rate is decided, and kept until then.
    static final int ROWS_MAX = 4_096;

    private static final double LATE_STEPS = 0.5;
    private static final double FOLLOWS = 1.0 / 64;
    private static final double MULTIPLE_TOLERANCE = 1e-4;

    private final TimedRowSource rows;
    private final double[] kept = new double[ROWS_MAX * SampleBlock.CHANNELS];
    private final double[] keptSeconds = new double[ROWS_MAX];
    private final boolean[] keptContinuation = new boolean[ROWS_MAX];
    private final double[] row = new double[SampleBlock.CHANNELS];
    private int keptRows;
    private int givenRows;
    private boolean isDecided;
    private double samplesPerSecond;
    private boolean isContinuation = true;
    private boolean hasExpectation;
    private double expectedSeconds;
    private double lastSeconds;

    /// Reads rows from where they come from.
    ///
    /// @param samplesPerSecond when it is known, else 0
    TimedRows(TimedRowSource rows, double samplesPerSecond) {
        this.rows = rows;
        this.samplesPerSecond = samplesPerSecond;
        this.isDecided = samplesPerSecond > 0;
    }

    @Override
    public boolean next(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        while (!isDecided) {
            if (keptRows < ROWS_MAX && nextTimed(octets, isEnd)) {
                keep();
            } else if (keptRows == ROWS_MAX || (isEnd && !octets.hasRemaining())) {
                if (keptRows == 0) {
                    return false;
                }
                decide();
            } else {
                return false;
            }
        }
        if (givenRows < keptRows) {
            System.arraycopy(kept, givenRows * SampleBlock.CHANNELS, row, 0, row.length);
            place(keptSeconds[givenRows], keptContinuation[givenRows], "row " + (givenRows + 1));
            givenRows++;
            return true;
        }
        if (!nextTimed(octets, isEnd)) {
            return false;
        }
        System.arraycopy(rows.row(), 0, row, 0, row.length);
        place(rows.seconds(), rows.isContinuation(), "");
        return true;
    }

    private boolean nextTimed(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        if (!rows.next(octets, isEnd)) {
            return false;
        }
        if (Double.isNaN(rows.seconds())) {
            throw new UnusableRecordingException(
                    rows.place() + ": found no time stamp, expected one in each row as no sampling rate is stated");
        }
        return true;
    }

    private void keep() {
        System.arraycopy(rows.row(), 0, kept, keptRows * SampleBlock.CHANNELS, row.length);
        keptSeconds[keptRows] = rows.seconds();
        keptContinuation[keptRows] = rows.isContinuation();
        keptRows++;
    }

    private void decide() throws UnusableRecordingException {
        double[] steps = new double[keptRows];
        int count = 0;
        for (int i = 1; i < keptRows; i++) {
            if (keptContinuation[i]) {
                steps[count] = keptSeconds[i] - keptSeconds[i - 1];
                count++;
            }
        }
        double rate = SteadyRate.of(Arrays.copyOf(steps, count), rows.resolutionSeconds());
        if (!(rate > 0)) {
            throw new UnusableRecordingException("found " + keptRows
                    + (keptRows == 1 ? " row" : " rows") + " whose times do not advance,"
                    + " expected at least two rows at equal distances, or a rate given beside the recording");
        }
        samplesPerSecond = rate;
        isDecided = true;
    }

    private void place(double seconds, boolean follows, String keptPlace) throws UnusableRecordingException {
        double step = 1 / samplesPerSecond;
        double tolerance = (LATE_STEPS * step) + rounding(step);
        boolean isExpected = hasExpectation && follows;
        double late = seconds - expectedSeconds;
        isContinuation = follows && !(isExpected && late > tolerance);
        if (isExpected && (late < -tolerance || seconds < lastSeconds)) {
            String where = keptPlace.isEmpty() ? rows.place() : keptPlace;
            throw new UnusableRecordingException(where + ": found a time " + micros(seconds - lastSeconds)
                    + " us after the row before, expected " + micros(step) + " us or, after a gap, more");
        }
        expectedSeconds = step + (isExpected && isContinuation ? expectedSeconds + (FOLLOWS * late) : seconds);
        lastSeconds = seconds;
        hasExpectation = true;
    }

    /// How far rounding can move a time: not at all when the step is a multiple of what the times can show.
    private double rounding(double step) {
        double resolution = rows.resolutionSeconds();
        double places = step / resolution;
        boolean isMultiple = places >= 1 && Math.abs(places - Math.rint(places)) < MULTIPLE_TOLERANCE * places;
        return isMultiple ? 0 : resolution;
    }

    private static String micros(double seconds) {
        return SteadyRate.plain(Math.rint(seconds * 1e9) / 1e3);
    }

    @Override
    public double[] row() {
        return row;
    }

    @Override
    public double samplesPerSecond() {
        return samplesPerSecond;
    }

    @Override
    public boolean isContinuation() {
        return isContinuation;
    }
}
