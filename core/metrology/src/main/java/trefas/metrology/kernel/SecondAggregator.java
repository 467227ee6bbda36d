package trefas.metrology.kernel;

import org.jspecify.annotations.Nullable;
import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseValues;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// Turns windows into what a meter refreshes once a second (dossier 3.1), by the seconds of the recording. A window on
/// the border of two seconds counts in both, by its share of time. Voltages and currents are the root of the mean
/// square, frequency the mean of the time in which there was one.
///
/// Powers are rounded so that nothing of the energy is lost: each second hands over the whole milliwatt-seconds that
/// have come together, and what is left goes into the next. The sum of all seconds never differs from the energy by
/// more than half a milliwatt-second. A last part of a second is kept for the samples that may follow.
public final class SecondAggregator implements WindowStage {

    /// Takes the values of each second as soon as its last window is known.
    public interface Listener {

        /// The next second.
        ///
        /// @param second of the recording, 0 for the first
        /// @param values of that second; filled again for the next
        void second(long second, OneSecondValues values);
    }

    private static final double MILLI = 1e3;

    private final Listener listener;
    private final OneSecondValues values = new OneSecondValues();
    private final double[] voltageSquares = new double[Phase.COUNT];
    private final double[] currentSquares = new double[Phase.COUNT];
    private final double[] milliwattSeconds = new double[Phase.COUNT];
    private final double[] millivarSeconds = new double[Phase.COUNT];
    private double cycles;
    private double cycledSeconds;
    private double filledSeconds;
    private double countedSeconds;
    private long second;
    private PhaseSequence sequence = PhaseSequence.UNDECIDED;
    private @Nullable TenCycleValues latest;

    /// Starts with the first second of a record.
    public SecondAggregator(Listener listener) {
        this.listener = listener;
    }

    @Override
    public boolean needsSamples() {
        return false;
    }

    @Override
    public void window(SampleWindow window, TenCycleValues windowValues) {
        fillUntil(windowValues.endSeconds(), windowValues);
        latest = windowValues;
    }

    @Override
    public void stretchEnded(double startSeconds, double endSeconds) {
        TenCycleValues last = latest;
        if (last != null) {
            fillUntil(endSeconds, last);
        }
        latest = null;
    }

    /// A border is crossed when the time has come within this of it, for times are sums of many fractions.
    private static final double TOLERANCE_SECONDS = 1e-9;

    private void fillUntil(double endSeconds, TenCycleValues windowValues) {
        while (endSeconds > second + 1 - TOLERANCE_SECONDS) {
            fill(second + 1 - countedSeconds, windowValues);
            countedSeconds = second + 1.0;
            handOver();
        }
        if (endSeconds > countedSeconds) {
            fill(endSeconds - countedSeconds, windowValues);
            countedSeconds = endSeconds;
        }
    }

    private void fill(double seconds, TenCycleValues windowValues) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            PhaseValues measured = windowValues.phase(phase);
            voltageSquares[phase] += measured.voltage() * measured.voltage() * seconds;
            currentSquares[phase] += measured.current() * measured.current() * seconds;
            milliwattSeconds[phase] += measured.activePower() * MILLI * seconds;
            millivarSeconds[phase] += measured.reactivePower() * MILLI * seconds;
        }
        if (windowValues.frequency() > 0) {
            cycles += windowValues.frequency() * seconds;
            cycledSeconds += seconds;
            sequence = windowValues.sequence();
        }
        filledSeconds += seconds;
    }

    private void handOver() {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double watts = Math.rint(milliwattSeconds[phase]);
            double vars = Math.rint(millivarSeconds[phase]);
            values.phase(
                    phase,
                    rounded(MILLI * Math.sqrt(voltageSquares[phase] / filledSeconds)),
                    rounded(MILLI * Math.sqrt(currentSquares[phase] / filledSeconds)),
                    rounded(watts),
                    rounded(vars));
            milliwattSeconds[phase] -= watts;
            millivarSeconds[phase] -= vars;
            voltageSquares[phase] = 0;
            currentSquares[phase] = 0;
        }
        boolean isCycled = cycledSeconds > 0;
        values.supply(
                isCycled ? rounded(MILLI * cycles / cycledSeconds) : 0, isCycled ? sequence : PhaseSequence.UNDECIDED);
        cycles = 0;
        cycledSeconds = 0;
        filledSeconds = 0;
        listener.second(second++, values);
    }

    /// The nearest whole number; what a meter's second cannot hold, beyond 2 147 kW of a phase, becomes its limit.
    private static int rounded(double value) {
        return (int) Math.rint(value);
    }
}
