package trefas.metrology.interval;

/// Where the ticks of the clock lie in a record. Long intervals begin at whole ten seconds, ten minutes and two hours
/// of UTC (IEC 61000-4-30), whenever the record began.
///
/// @param startEpochMilliseconds when the first sample was taken, milliseconds since 1970 UTC; 0 for a record without
///     a clock, whose intervals then count from its beginning
public record ClockTicks(long startEpochMilliseconds) {

    /// A beginning this much before a tick is on it, s: cycles that fit a clock exactly must not fall to either side
    /// by rounding. The clock itself may be 20 ms off.
    public static final double TOLERANCE_SECONDS = 0.001;

    private static final long MILLI = 1_000;

    /// Number of the interval in which an instant lies, counted from 1970.
    ///
    /// @param recordSeconds since the first sample of the record
    /// @param lengthSeconds of the intervals, 1 upwards
    public long interval(double recordSeconds, int lengthSeconds) {
        double since = phase(lengthSeconds) + recordSeconds + TOLERANCE_SECONDS;
        return first(lengthSeconds) + (long) Math.floor(since / lengthSeconds);
    }

    /// Beginning of an interval, seconds since the first sample of the record; negative when that came later.
    ///
    /// @param interval its number, counted from 1970
    public double startSeconds(long interval, int lengthSeconds) {
        return (double) (interval - first(lengthSeconds)) * lengthSeconds - phase(lengthSeconds);
    }

    private long first(int lengthSeconds) {
        return Math.floorDiv(startEpochMilliseconds, lengthSeconds * MILLI);
    }

    private double phase(int lengthSeconds) {
        return Math.floorMod(startEpochMilliseconds, lengthSeconds * MILLI) / (double) MILLI;
    }
}
