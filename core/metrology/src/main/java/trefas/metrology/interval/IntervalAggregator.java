package trefas.metrology.interval;

import java.util.function.Consumer;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.spectrum.SpectrumStage;
import trefas.quantity.Phase;

/// Puts basic intervals together to seconds, groups of fifteen, ten minutes and two hours (IEC 61000-4-30, dossier
/// metrology 5); see [IntervalLength] for what belongs where.
///
/// Stands either behind the kernel, or behind the harmonic analyser, which then shows it the same windows with their
/// spectra; never behind both. An interval is given when the first basic interval after it arrives, so that an event
/// found a cycle late still flags it. Two hours are given after their last ten minutes.
public final class IntervalAggregator implements WindowStage, SpectrumStage {

    /// Basic intervals in a group of 150 or 180 cycles.
    public static final int BASIC_IN_GROUP = 15;

    /// Basic intervals farther apart than this don't follow each other, s. The kernel leaves out at least sixteen
    /// samples when something is missing.
    static final double GAP_SECONDS = 1e-6;

    private final ClockTicks ticks;
    private final Flags flags;
    private final Consumer<AggregatedInterval> sink;
    private final IntervalSums second = new IntervalSums(IntervalLength.ONE_SECOND);
    private final IntervalSums group = new IntervalSums(IntervalLength.FIFTEEN_BASIC);
    private final IntervalSums tenMinutes = new IntervalSums(IntervalLength.TEN_MINUTES);
    private final IntervalSums twoHours = new IntervalSums(IntervalLength.TWO_HOURS);
    private final double[] numbers = new double[IntervalQuantity.COUNT];

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

    @Override
    public boolean needsSamples() {
        return false;
    }

    @Override
    public void window(SampleWindow window, TenCycleValues values) {
        add(values);
    }

    @Override
    public void spectrum(SampleWindow window, TenCycleValues values, HarmonicSpectrum spectrum) {
        add(values, spectrum);
    }

    /// The next basic interval.
    public void add(TenCycleValues values) {
        closePast(values.startSeconds());
        read(values);
        addNumbers(values);
    }

    /// The next basic interval and its spectrum.
    public void add(TenCycleValues values, HarmonicSpectrum spectrum) {
        closePast(values.startSeconds());
        read(values);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            numbers[IntervalQuantity.voltageThd(phase).index()] = spectrum.thdSubgroups(SampleBlock.voltage(phase));
            numbers[IntervalQuantity.currentThd(phase).index()] = spectrum.thdSubgroups(SampleBlock.current(phase));
        }
        addNumbers(values);
        group.add(spectrum, values.seconds());
    }

    /// Ends the record: what was begun is given as it is.
    public void finish() {
        give(second);
        closeGroup();
        closeTenMinutes();
        give(twoHours);
    }

    private void closePast(double start) {
        if (isPast(second, start, IntervalLength.ONE_SECOND)) {
            give(second);
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
            give(twoHours);
        }
    }

    private void read(TenCycleValues values) {
        for (IntervalQuantity quantity : IntervalQuantity.values()) {
            numbers[quantity.index()] = quantity.of(values);
        }
    }

    private void addNumbers(TenCycleValues values) {
        double start = values.startSeconds();
        double end = values.endSeconds();
        boolean isFlagged = flags.touch(start, end);
        second.add(start, end, numbers, isFlagged);
        group.add(start, end, numbers, isFlagged);
        tenMinutes.add(start, end, numbers, isFlagged);
    }

    private boolean isPast(IntervalSums sums, double start, IntervalLength length) {
        return sums.count() > 0
                && ticks.interval(start, length.clockSeconds())
                        > ticks.interval(sums.startSeconds(), length.clockSeconds());
    }

    private static boolean isGap(IntervalSums sums, double start) {
        return sums.count() > 0 && Math.abs(start - sums.endSeconds()) > GAP_SECONDS;
    }

    /// Ten minutes get their spectrum group by group: cheaper than window by window, and the same by its weights.
    private void closeGroup() {
        if (group.count() > 0) {
            AggregatedInterval interval = close(group);
            sink.accept(interval);
            interval.spectrum().ifPresent(spectrum -> tenMinutes.add(spectrum, interval.measuredSeconds()));
        }
    }

    private void closeTenMinutes() {
        if (tenMinutes.count() > 0) {
            AggregatedInterval interval = close(tenMinutes);
            sink.accept(interval);
            twoHours.add(interval);
        }
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
