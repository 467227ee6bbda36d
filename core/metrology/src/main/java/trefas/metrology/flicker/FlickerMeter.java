package trefas.metrology.flicker;

import java.util.Arrays;
import java.util.OptionalDouble;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.interval.ClockTicks;
import trefas.metrology.interval.Flags;
import trefas.quantity.Phase;

/// Flicker meter of three phases to IEC 61000-4-15 edition 2 (dossier metrology 7). Each sample of the windows is
/// taken exactly once: those from the start rounded up to before the end rounded up. Squares are decimated to 1.5 to
/// 3 kHz before the slow filters.
///
/// After the beginning, a gap or a change of rate the filters need [#SETTLING_SECONDS]; what they say until then is
/// not classified. A record of ten minutes that begins on a tick therefore has a Pst, of a little less than ten
/// minutes; one shorter than nine and a half has none, and [#shortTermsMissing] says why.
public final class FlickerMeter implements WindowStage {

    /// Length of a short-term interval, s.
    public static final int SHORT_TERM_SECONDS = 600;

    /// Time the filters need, s: three times the slowest, the high-pass of 0.05 Hz.
    public static final double SETTLING_SECONDS = 10;

    /// Least share of a short-term interval that must have been watched.
    public static final double WATCHED_MIN = 0.95;

    /// Lowest sampling rate with a flicker, Hz: below, the square of the mains itself would fold into it.
    public static final double RATE_MIN = 400;

    /// A phase whose window stays below this part of its slow mean, or below this many volts, is not alive.
    private static final double ALIVE_SHARE = 0.05;

    private static final double ALIVE_VOLTS = 1;

    private final Lamp lamp;
    private final ClockTicks ticks;
    private final Flags flags;
    private final FlickerSink sink;
    private final LongTermSums longTerm;
    private final FlickerClassifier[] classifiers = new FlickerClassifier[Phase.COUNT];
    private final SlowMean[] means = new SlowMean[Phase.COUNT];
    private final double[] unsettledSeconds = new double[Phase.COUNT];
    private final double[] instantaneousMax = new double[Phase.COUNT];
    private final double[][] voltages = new double[Phase.COUNT][];
    private final double[][] values = new double[Phase.COUNT][0];

    private SquareDecimator decimator = new SquareDecimator(SquareDecimator.RATE_MIN);
    private FlickerChain chain;
    private double rate;
    private double valuesPerSecond;
    private double nextSeconds = Double.NaN;
    private long interval;
    private boolean isOpen;
    private double overshoot;
    private double seenSeconds;
    private long shortTerms;

    /// Starts with nothing seen.
    ///
    /// @param lamp whose flicker is weighted
    /// @param ticks where the clock's ten minutes lie
    /// @param flags when dips, swells and interruptions lasted
    /// @param sink gets the values
    public FlickerMeter(Lamp lamp, ClockTicks ticks, Flags flags, FlickerSink sink) {
        this.lamp = lamp;
        this.ticks = ticks;
        this.flags = flags;
        this.sink = sink;
        longTerm = new LongTermSums(ticks);
        chain = new FlickerChain(lamp, SquareDecimator.RATE_MIN);
        Arrays.setAll(classifiers, _ -> new FlickerClassifier());
        Arrays.setAll(means, _ -> new SlowMean(SquareDecimator.RATE_MIN));
    }

    @Override
    public void window(SampleWindow window, TenCycleValues tenCycles) {
        if (window.samplesPerSecond() < RATE_MIN) {
            rate = window.samplesPerSecond();
            return;
        }
        if (!follows(window)) {
            restart(window);
        }
        nextSeconds = window.endSeconds();
        seenSeconds += window.seconds();
        int from = firstSample(window);
        int to = (int) Math.ceil(window.end());
        overshoot = to - window.end();
        makeRoom((to - from) / decimator.factor() + 1);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            voltages[phase] = window.channel(SampleBlock.voltage(phase));
        }
        int count = decimator.run(voltages, from, to, values);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            normalise(phase, tenCycles.phase(phase).voltage(), count);
        }
        chain.run(values, count);
        classify(window, count);
    }

    /// Ends the record: the interval it stands in is given if enough of it was watched.
    public void finish() {
        if (isOpen) {
            close();
            if (!longTerm.isEmpty()) {
                sink.longTerm(longTerm.close(longInterval()));
            }
            isOpen = false;
        }
    }

    /// Greatest P_inst of a phase in the last window; 0 while the filters settle.
    public double instantaneousMax(int phase) {
        return instantaneousMax[phase];
    }

    /// Whether a phase is alive and its filters have settled.
    public boolean isSettled(int phase) {
        return means[phase].isRunning() && unsettledSeconds[phase] <= 0;
    }

    /// Short-term values given so far that tell something about at least one phase.
    public long shortTerms() {
        return shortTerms;
    }

    /// Why there is no Pst, as a sentence; empty when there is one.
    public String shortTermsMissing() {
        if (shortTerms > 0) {
            return "";
        }
        if (rate > 0 && rate < RATE_MIN) {
            return "no Pst: " + rate + " samples per second seen, at least " + RATE_MIN + " needed";
        }
        double needed = WATCHED_MIN * SHORT_TERM_SECONDS;
        return "no Pst: needs at least " + needed + " s without a gap within ten minutes of the clock, after "
                + SETTLING_SECONDS + " s to settle; " + Math.round(10 * seenSeconds) / 10.0 + " s seen";
    }

    private boolean follows(SampleWindow window) {
        return window.samplesPerSecond() == rate
                && Math.abs(window.startSeconds() - nextSeconds) < 0.5 / window.samplesPerSecond();
    }

    /// The sample after the last one taken. Start and previous end are the same instant, but rounding may have put
    /// them on two sides of a sample, so the end's own rounding up is carried over.
    private int firstSample(SampleWindow window) {
        return (int) Math.rint(window.start() + overshoot);
    }

    private void restart(SampleWindow window) {
        overshoot = Math.ceil(window.start()) - window.start();
        if (window.samplesPerSecond() != rate) {
            // Values of two rates would weigh differently in one distribution.
            clearClassifiers();
        }
        rate = window.samplesPerSecond();
        decimator = new SquareDecimator(rate);
        valuesPerSecond = rate / decimator.factor();
        chain = new FlickerChain(lamp, valuesPerSecond);
        Arrays.setAll(means, _ -> new SlowMean(valuesPerSecond));
        if (!isOpen) {
            isOpen = true;
            interval = ticks.interval(window.startSeconds(), SHORT_TERM_SECONDS);
        }
    }

    private void makeRoom(int count) {
        if (values[0].length < count) {
            Arrays.setAll(values, _ -> new double[count]);
        }
    }

    private void normalise(int phase, double volts, int count) {
        SlowMean mean = means[phase];
        boolean isAlive = volts >= Math.max(ALIVE_VOLTS, ALIVE_SHARE * Math.sqrt(mean.mean()));
        if (!isAlive) {
            Arrays.fill(values[phase], 0, count, 0);
            chain.clear(phase);
            unsettledSeconds[phase] = SETTLING_SECONDS;
            mean.fade();
            return;
        }
        if (!mean.isRunning()) {
            mean.start(volts * volts, count);
            unsettledSeconds[phase] = SETTLING_SECONDS;
        }
        mean.run(values[phase], count);
    }

    private void classify(SampleWindow window, int count) {
        int done = 0;
        while (ticks.interval(window.endSeconds(), SHORT_TERM_SECONDS) > interval) {
            double tick = ticks.startSeconds(interval + 1, SHORT_TERM_SECONDS);
            double share = (tick - window.startSeconds()) / window.seconds();
            int end = Math.clamp(Math.round(share * count), done, count);
            add(done, end);
            done = end;
            close();
            advance(window);
        }
        add(done, count);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            instantaneousMax[phase] = isSettled(phase) ? max(values[phase], count) : 0;
            unsettledSeconds[phase] -= window.seconds();
        }
    }

    private void add(int from, int to) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (isSettled(phase)) {
                classifiers[phase].add(values[phase], from, to);
            }
        }
    }

    private void close() {
        double start = ticks.startSeconds(interval, SHORT_TERM_SECONDS);
        double end = start + SHORT_TERM_SECONDS;
        long most = 0;
        for (FlickerClassifier classifier : classifiers) {
            most = Math.max(most, classifier.total());
        }
        if (most > 0) {
            ShortTermFlicker flicker = new ShortTermFlicker(
                    start, end, severity(0), severity(1), severity(2), most / valuesPerSecond, flags.touch(start, end));
            shortTerms += most / valuesPerSecond >= WATCHED_MIN * SHORT_TERM_SECONDS ? 1 : 0;
            longTerm.add(flicker);
            sink.shortTerm(flicker);
        }
        clearClassifiers();
    }

    private void clearClassifiers() {
        for (FlickerClassifier classifier : classifiers) {
            classifier.clear();
        }
    }

    private OptionalDouble severity(int phase) {
        FlickerClassifier classifier = classifiers[phase];
        return classifier.total() < WATCHED_MIN * SHORT_TERM_SECONDS * valuesPerSecond
                ? OptionalDouble.empty()
                : OptionalDouble.of(classifier.shortTerm());
    }

    /// To the interval after this one, or after a gap to the one the window begins in.
    private void advance(SampleWindow window) {
        long before = longInterval();
        interval = Math.max(interval + 1, ticks.interval(window.startSeconds(), SHORT_TERM_SECONDS));
        if (longInterval() > before && !longTerm.isEmpty()) {
            sink.longTerm(longTerm.close(before));
        }
    }

    private long longInterval() {
        return Math.floorDiv(interval, LongTermFlicker.SHORT_TERMS);
    }

    private static double max(double[] values, int count) {
        double max = 0;
        for (int i = 0; i < count; i++) {
            max = Math.max(max, values[i]);
        }
        return max;
    }
}
