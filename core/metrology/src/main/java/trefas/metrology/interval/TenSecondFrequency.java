package trefas.metrology.interval;

import java.util.function.Consumer;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;

/// Power frequency over ten seconds of the clock: the whole cycles that lie inside, divided by the time they take
/// (IEC 61000-4-30). Ten seconds that aren't covered by measured cycles without a gap have none.
///
/// Basic intervals hold whole cycles and follow each other, so their edges are the instants of every tenth cycle. Where
/// the first and last whole cycle of the ten seconds begin and end is interpolated between four edges by a cubic: the
/// frequency of a grid changes so little in 0.6 s that this adds less than a microhertz. The cycles are counted from
/// the edges of the basic intervals, wherever on the wave these lie.
public final class TenSecondFrequency implements WindowStage {

    /// Length of the interval, s.
    public static final int SECONDS = 10;

    /// The first basic interval begins, and the last ends, up to a cycle and an interpolator's margin inside the
    /// record. So near to a tick the cycle or two without a basic interval are not missed.
    private static final double NEAR_SECONDS = 0.06;

    private static final int EDGES = 4;

    private final ClockTicks ticks;
    private final Flags flags;
    private final Consumer<FrequencyReading> sink;
    private final double[] edgeSeconds = new double[EDGES];
    private final long[] edgeCycles = new long[EDGES];
    private int edges;
    private long tick;
    private double firstSeconds;
    private long firstCycle;
    private boolean isCounting;

    /// Starts with nothing seen.
    ///
    /// @param ticks where the ticks of the clock lie in the record
    /// @param flags when dips, swells and interruptions lasted
    /// @param sink gets each ten seconds, up to half a second after their end
    public TenSecondFrequency(ClockTicks ticks, Flags flags, Consumer<FrequencyReading> sink) {
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

    /// The next basic interval.
    public void add(TenCycleValues values) {
        if (values.frequency() == 0 || values.cycles() == 0) {
            forget();
            return;
        }
        if (edges > 0 && Math.abs(values.startSeconds() - edgeSeconds[EDGES - 1]) > IntervalAggregator.GAP_SECONDS) {
            forget();
        }
        if (edges == 0) {
            begin(values.startSeconds());
        }
        push(values.endSeconds(), edgeCycles[EDGES - 1] + values.cycles());
        // A tick between the two edges in the middle of four has as many on either side.
        if (edges >= EDGES) {
            while (ticks.startSeconds(tick, SECONDS) < edgeSeconds[EDGES - 2]) {
                tick();
            }
        }
    }

    /// Ends the record: a tick in the last basic interval, or just after it, still closes its ten seconds.
    public void finish() {
        if (edges >= EDGES) {
            while (ticks.startSeconds(tick, SECONDS) <= edgeSeconds[EDGES - 1] + NEAR_SECONDS) {
                tick();
            }
        }
        forget();
    }

    private void begin(double seconds) {
        push(seconds, 0);
        tick = ticks.interval(seconds, SECONDS) + 1;
        double before = ticks.startSeconds(tick - 1, SECONDS);
        if (seconds - before < NEAR_SECONDS) {
            firstCycle = 0;
            firstSeconds = seconds;
            isCounting = true;
        }
    }

    private void forget() {
        edges = 0;
        isCounting = false;
    }

    private void push(double seconds, long cycles) {
        System.arraycopy(edgeSeconds, 1, edgeSeconds, 0, EDGES - 1);
        System.arraycopy(edgeCycles, 1, edgeCycles, 0, EDGES - 1);
        edgeSeconds[EDGES - 1] = seconds;
        edgeCycles[EDGES - 1] = cycles;
        edges = Math.min(edges + 1, EDGES);
    }

    private void tick() {
        double end = ticks.startSeconds(tick, SECONDS);
        double cycles = Math.min(cyclesAt(end), (double) edgeCycles[EDGES - 1]);
        // An edge that lies on the tick but for rounding ends the old interval and begins the new.
        double rounding = ClockTicks.TOLERANCE_SECONDS;
        if (isCounting) {
            long lastCycle = (long) Math.floor(cycles + rounding);
            int whole = (int) (lastCycle - firstCycle);
            double hertz = whole / (secondsAt(lastCycle) - firstSeconds);
            double start = end - SECONDS;
            sink.accept(new FrequencyReading(start, hertz, whole, flags.touch(start, end)));
        }
        firstCycle = (long) Math.ceil(cycles - rounding);
        firstSeconds = secondsAt(firstCycle);
        isCounting = true;
        tick++;
    }

    private double cyclesAt(double seconds) {
        double sum = 0;
        for (int i = 0; i < EDGES; i++) {
            double weight = 1;
            for (int j = 0; j < EDGES; j++) {
                weight *= i == j ? 1 : (seconds - edgeSeconds[j]) / (edgeSeconds[i] - edgeSeconds[j]);
            }
            sum += weight * edgeCycles[i];
        }
        return sum;
    }

    private double secondsAt(long cycle) {
        double sum = 0;
        for (int i = 0; i < EDGES; i++) {
            double weight = 1;
            for (int j = 0; j < EDGES; j++) {
                weight *= i == j ? 1 : (double) (cycle - edgeCycles[j]) / (edgeCycles[i] - edgeCycles[j]);
            }
            // Relative to the newest edge: cancellation of large times would cost digits.
            sum += weight * (edgeSeconds[i] - edgeSeconds[EDGES - 1]);
        }
        return sum + edgeSeconds[EDGES - 1];
    }
}
