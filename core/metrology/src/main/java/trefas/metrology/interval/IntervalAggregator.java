package trefas.metrology.interval;

import java.util.Optional;
import java.util.function.Consumer;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.TenCycleValues;

/// Puts basic intervals together to seconds, groups of fifteen, ten minutes and two hours (IEC 61000-4-30, dossier
/// metrology 5); see [IntervalLength] for what belongs where.
///
/// An interval is given when the first basic interval after it arrives, so that an event found a cycle late still
/// flags it. Two hours are given after their last ten minutes.
public final class IntervalAggregator {

    /// Basic intervals in a group of 150 or 180 cycles.
    public static final int BASIC_IN_GROUP = 15;

    private final ClockTicks ticks;
    private final Flags flags;
    private final Consumer<AggregatedInterval> sink;
    private final IntervalSums second = new IntervalSums(IntervalLength.ONE_SECOND);
    private final IntervalSums group = new IntervalSums(IntervalLength.FIFTEEN_BASIC);
    private final IntervalSums tenMinutes = new IntervalSums(IntervalLength.TEN_MINUTES);
    private final IntervalSums twoHours = new IntervalSums(IntervalLength.TWO_HOURS);

    /// Starts with nothing collected.
    ///
    /// @param ticks where the ticks of the clock lie in the record
    /// @param flags when dips, swells and interruptions lasted
    /// @param sink gets every interval when it is over, shorter ones before the longer they end with
    public IntervalAggregator(ClockTicks ticks, Flags flags, Consumer<AggregatedInterval> sink) {
        this.ticks = ticks;
        this.flags = flags;
        this.sink = sink;
    }

    /// The next basic interval.
    public void add(TenCycleValues values) {
        add(values, Optional.empty());
    }

    /// The next basic interval and its spectrum.
    public void add(TenCycleValues values, HarmonicSpectrum spectrum) {
        add(values, Optional.of(spectrum));
    }

    /// Ends the record: what was begun is given as it is.
    public void finish() {
        closeSecond();
        closeGroup();
        closeTenMinutes();
        closeTwoHours();
    }

    private void add(TenCycleValues values, Optional<HarmonicSpectrum> spectrum) {
        double start = values.startSeconds();
        if (isPast(second, start, IntervalLength.ONE_SECOND)) {
            closeSecond();
        }
        // A group does not go on across a gap: its cycles follow each other.
        if (group.count() == BASIC_IN_GROUP
                || isPast(group, start, IntervalLength.FIFTEEN_BASIC)
                || isGap(group, start)) {
            closeGroup();
        }
        if (isPast(tenMinutes, start, IntervalLength.TEN_MINUTES)) {
            closeTenMinutes();
        }
        if (isPast(twoHours, start, IntervalLength.TWO_HOURS)) {
            closeTwoHours();
        }
        boolean isFlagged = flags.touch(start, values.endSeconds());
        second.add(values, spectrum, isFlagged);
        group.add(values, spectrum, isFlagged);
        tenMinutes.add(values, spectrum, isFlagged);
    }

    private boolean isPast(IntervalSums sums, double start, IntervalLength length) {
        return sums.count() > 0
                && ticks.interval(start, length.clockSeconds())
                        > ticks.interval(sums.startSeconds(), length.clockSeconds());
    }

    private static boolean isGap(IntervalSums sums, double start) {
        return sums.count() > 0 && Math.abs(start - sums.endSeconds()) > ClockTicks.TOLERANCE_SECONDS;
    }

    private void closeSecond() {
        give(second);
    }

    private void closeGroup() {
        give(group);
    }

    private void closeTenMinutes() {
        if (tenMinutes.count() > 0) {
            AggregatedInterval interval = close(tenMinutes);
            sink.accept(interval);
            twoHours.add(interval);
        }
    }

    private void closeTwoHours() {
        give(twoHours);
    }

    private void give(IntervalSums sums) {
        if (sums.count() > 0) {
            sink.accept(close(sums));
        }
    }

    private AggregatedInterval close(IntervalSums sums) {
        return sums.close(flags.touch(sums.startSeconds(), sums.endSeconds()));
    }
}
