package trefas.metrology.kernel;

import java.util.Arrays;
import trefas.metrology.Phasor;
import trefas.metrology.SampleWindow;
import trefas.quantity.Phase;

/// Places the edges of windows: the instants at which the fundamental of the voltages has advanced by whole turns. The
/// angle at an edge is that of all voltages together, each turned back by its own angle at the edge before, so a phase
/// that is lost, weak or distorted carries no weight of its own and the sequence does not matter. An error of an angle
/// moves one edge and is not handed on to the next: all edges are measured against the same angle.
///
/// Without a voltage on any phase the tracker is free: it places edges at the nominal distance and looks for a voltage
/// at each. A voltage that vanishes leaves one last window with the cycles it would have had.
final class FundamentalTracker {

    /// The angle moved this far from where it was expected: the edge is measured again where it now seems to be.
    private static final double SETTLED_RADIANS = 0.02;

    /// The angle jumped, or the frequency runs away: the frequency is measured afresh.
    private static final double SURPRISE_RADIANS = 0.15;

    /// A frequency that has changed by more than this between two edges is believed only when the next edge says so
    /// too.
    private static final double PLAUSIBLE_CHANGE = 0.02;

    private static final int PLACEMENTS_MAX = 4;

    /// Cycles since the edge before that it takes to tell a mean frequency.
    private static final double TREND_CYCLES_MIN = 3;

    private static final double THIRD_TURN = 2 * Math.PI / 3;

    private final Demodulator demodulator;
    private final FrequencySearch search;
    private final int[] voltages;
    private final double minimum;
    private final Phasor[] reference;
    private final Phasor[] measured;
    private final Phasor[] found = new Phasor[Phase.COUNT];

    /// The last of each phase that was loud enough; zero when none ever was.
    private final Phasor[] seen = new Phasor[Phase.COUNT];

    private double radiansPerSample;
    private double meanBefore;
    private double trend;
    private double doubted;
    private boolean isLocked;
    private double edge;

    FundamentalTracker(WindowSums sums, int[] voltages, double minimum, double samplesPerSecond) {
        this.demodulator = new Demodulator(sums);
        this.search = new FrequencySearch(demodulator, voltages, minimum, samplesPerSecond);
        this.voltages = voltages.clone();
        this.minimum = minimum;
        this.reference = new Phasor[voltages.length];
        this.measured = new Phasor[voltages.length];
        forget();
    }

    /// Starts a new stretch of samples.
    void forget() {
        isLocked = false;
        radiansPerSample = 0;
        meanBefore = 0;
        trend = 0;
        doubted = 0;
        edge = SampleWindow.MARGIN;
        Arrays.fill(reference, Phasor.ZERO);
        Arrays.fill(measured, Phasor.ZERO);
        Arrays.fill(seen, Phasor.ZERO);
    }

    /// Every index has become smaller.
    void shift(int samples) {
        edge -= samples;
    }

    /// The latest edge, as a fractional index.
    double edge() {
        return edge;
    }

    boolean isLocked() {
        return isLocked;
    }

    /// Radians per sample as last measured.
    double radiansPerSample() {
        return radiansPerSample;
    }

    /// Looks for the fundamental at the beginning of a stretch and puts the first edge whole cycles before the place
    /// where it is found, as early as the margin allows.
    ///
    /// @param length samples that may be looked at
    void acquireFirst(SampleStore samples, int length) {
        int middle = length / 2;
        if (lock(samples, 0, length, middle)) {
            double period = 2 * Math.PI / radiansPerSample;
            edge = middle - Math.floor((middle - SampleWindow.MARGIN) / period) * period;
            refer(0);
        }
    }

    /// Looks for the fundamental around the latest edge, which stays where it is.
    ///
    /// @param reach samples on either side that may be looked at
    void acquireHere(SampleStore samples, int reach) {
        int middle = (int) Math.rint(edge);
        if (lock(samples, middle - reach, middle + reach + 1, middle)) {
            refer(radiansPerSample * (edge - middle));
        }
    }

    private boolean lock(SampleStore samples, int from, int to, int middle) {
        double found = search.search(samples.contiguous(), from, to);
        if (found == 0) {
            return false;
        }
        radiansPerSample = found;
        meanBefore = 0;
        trend = 0;
        doubted = 0;
        demodulator.tune(found);
        isLocked = measure(samples, Math.clamp(middle, from + demodulator.reach(), to - 1 - demodulator.reach()));
        return isLocked;
    }

    /// Where the next edge will be if the frequency goes on as it did, a number of cycles on.
    double expected(int cycles) {
        return edge + cycles * 2 * Math.PI / (radiansPerSample + trend / 2);
    }

    /// Whether the next edge is about where it is expected. Then nothing beyond its own demodulation will be looked at
    /// to place it; otherwise, and when the samples end too early to tell, a few cycles more may be.
    boolean isAsExpected(SampleStore samples, int cycles) {
        double next = expected(cycles);
        double frequency = radiansPerSample + trend;
        demodulator.tune(frequency);
        int middle = (int) Math.rint(next);
        if (middle + demodulator.reach() >= samples.length() || !measure(samples, middle)) {
            return false;
        }
        return Math.abs(lead(2 * Math.PI * cycles - frequency * (next - middle))) <= SETTLED_RADIANS;
    }

    /// Moves on by a distance without looking.
    void advanceFreely(double samples) {
        edge += samples;
    }

    /// Moves on to the next edge. When the samples end too early to look at it, the angle is taken whole cycles
    /// before.
    void advance(SampleStore samples, int cycles) {
        int length = samples.length();
        double next = expected(cycles);
        double frequency = radiansPerSample + trend;
        boolean isSurprised = false;
        for (int placement = 0; placement < PLACEMENTS_MAX; placement++) {
            demodulator.tune(frequency);
            int latest = length - 1 - demodulator.reach();
            double period = 2 * Math.PI / frequency;
            double back = Math.max(0, Math.ceil((Math.rint(next) - latest) / period));
            int middle = (int) Math.max(demodulator.reach(), Math.rint(next - back * period));
            if (middle > latest || !measure(samples, middle)) {
                lose(next);
                return;
            }
            double likely = 2 * Math.PI * cycles - frequency * (next - middle);
            double lead = lead(likely);
            double angle = likely + lead;
            if (placement == 0 && Math.abs(lead) > SURPRISE_RADIANS) {
                isSurprised = true;
                frequency = surprised(samples, middle);
            } else if (!isSurprised) {
                // A jump of the angle is no frequency: after one, the angle since the edge before tells nothing.
                frequency = localFrequency(angle, middle, frequency);
            }
            if (!search.isFollowed(frequency)) {
                lose(next);
                return;
            }
            next = middle + (2 * Math.PI * cycles - angle) / frequency;
            if (Math.abs(lead) <= SETTLED_RADIANS || placement == PLACEMENTS_MAX - 1) {
                settle(next, middle, cycles, frequency);
                return;
            }
        }
    }

    /// Takes the fundamentals at a sample.
    ///
    /// @return whether any is large enough to tell an angle
    private boolean measure(SampleStore samples, int middle) {
        boolean isLoud = false;
        demodulator.voltagesAt(samples, middle, found);
        for (int i = 0; i < voltages.length; i++) {
            measured[i] = found[voltages[i]];
            isLoud |= measured[i].magnitude() >= minimum;
        }
        return isLoud;
    }

    /// How far the angle of all voltages together is ahead of what is likely, above -pi to pi.
    private double lead(double likely) {
        Phasor sum = Phasor.ZERO;
        for (int i = 0; i < voltages.length; i++) {
            sum = sum.plus(measured[i].times(reference[i].conjugate()));
        }
        return sum.turned(-likely).radians();
    }

    /// The frequency at a sample, from the mean since the edge before and the mean of the window before that, as a
    /// straight line would have it; too near the edge before, what it was.
    private double localFrequency(double angle, int middle, double otherwise) {
        double distance = middle - edge;
        if (distance < TREND_CYCLES_MIN * 2 * Math.PI / otherwise) {
            return otherwise;
        }
        double mean = angle / distance;
        return meanBefore == 0 ? mean : mean + (mean - meanBefore) / 2;
    }

    /// The frequency around a sample, measured by itself; what it was when that is not to be believed.
    private double surprised(SampleStore samples, int middle) {
        trend = 0;
        meanBefore = 0;
        int reach = demodulator.reach() + (int) (2 * Math.PI / radiansPerSample);
        int from = Math.max(0, middle - reach);
        int to = Math.min(samples.length(), middle + reach + 1);
        double found = search.refine(samples.contiguous(), from, to, radiansPerSample);
        demodulator.tune(radiansPerSample);
        if (found == 0) {
            return radiansPerSample;
        }
        boolean isPlausible = isNear(found, radiansPerSample) || (doubted != 0 && isNear(found, doubted));
        doubted = isPlausible ? 0 : found;
        return isPlausible ? found : radiansPerSample;
    }

    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) <= PLAUSIBLE_CHANGE * other;
    }

    private void settle(double next, int middle, int cycles, double frequency) {
        double mean = 2 * Math.PI * cycles / (next - edge);
        trend = meanBefore == 0 || !isNear(mean, meanBefore) ? 0 : mean - meanBefore;
        meanBefore = isNear(mean, frequency) ? mean : 0;
        radiansPerSample = frequency;
        edge = next;
        refer(frequency * (next - middle));
    }

    private void refer(double turn) {
        Phasor turned = new Phasor(Math.cos(turn), Math.sin(turn));
        for (int i = 0; i < voltages.length; i++) {
            reference[i] = measured[i].times(turned);
            if (reference[i].magnitude() >= minimum) {
                seen[voltages[i]] = reference[i];
            }
        }
    }

    private void lose(double next) {
        edge = next;
        isLocked = false;
    }

    /// Angle of a phase's fundamental voltage at the latest edge, radians. As edges are whole turns apart, a phase that
    /// has lost its voltage keeps its angle; one that never had any gets it from its neighbours.
    double radians(int phase) {
        double own = seenRadians(phase);
        if (!Double.isNaN(own)) {
            return own;
        }
        double next = seenRadians((phase + 1) % Phase.COUNT);
        double before = seenRadians((phase + 2) % Phase.COUNT);
        if (Double.isNaN(next)) {
            return Double.isNaN(before) ? 0 : before - THIRD_TURN;
        }
        // With the usual sequence the next phase lags by a third of a turn and the one before leads by as much.
        boolean isReversed = !Double.isNaN(before) && Math.sin(before - next) > 0;
        return next + (isReversed ? -THIRD_TURN : THIRD_TURN);
    }

    private double seenRadians(int phase) {
        return seen[phase].magnitude() == 0 ? Double.NaN : seen[phase].radians();
    }
}
