package trefas.metrology.interval;

/// The lengths over which basic intervals are put together (IEC 61000-4-30).
///
/// A basic interval belongs to the long interval in which it begins, so one that overlaps a tick still counts in the
/// old interval and the new one begins with the next. (The standard starts a second, overlapping run of cycles at the
/// tick; the windows here run on without overlap, so the new interval may miss up to one basic interval, 0.2 s of
/// 600 s.) Groups of fifteen basic intervals start anew at each ten-minute tick; the last before it may be shorter.
public enum IntervalLength {
    /// One second of the clock: about five basic intervals.
    ONE_SECOND(0, 1, 0.7),
    /// Fifteen basic intervals, 150 cycles at 50 Hz and 180 at 60 Hz; the very short time of 3 s.
    FIFTEEN_BASIC(1, 600, 0),
    /// Ten minutes of the clock.
    TEN_MINUTES(2, 600, 0.99),
    /// Two hours of the clock, from twelve intervals of ten minutes.
    TWO_HOURS(3, 7_200, 0.99);

    private final int index;
    private final int clockSeconds;
    private final double wholeShare;

    IntervalLength(int index, int clockSeconds, double wholeShare) {
        this.index = index;
        this.clockSeconds = clockSeconds;
        this.wholeShare = wholeShare;
    }

    /// Place among the lengths, shortest first.
    public int index() {
        return index;
    }

    /// Distance of the ticks that end such an interval, s.
    public int clockSeconds() {
        return clockSeconds;
    }

    /// Share of its length that must have been measured for the interval to count as whole.
    double wholeShare() {
        return wholeShare;
    }
}
