package trefas.metrology.measurement;

import java.util.Arrays;
import trefas.metrology.PhaseValues;
import trefas.metrology.TenCycleValues;
import trefas.quantity.Phase;

/// The course of a record of any length in a bounded number of stretches. Each stretch begins as one basic interval;
/// when there are too many, neighbours become one, so that the picture of a second and that of a year have about as
/// many points. Rms values are roots of mean squares, the lowest and highest voltage are those of the basic intervals.
public final class Trend {

    /// Most stretches kept.
    public static final int STRETCHES_MAX = 1_024;

    private final double[] starts = new double[STRETCHES_MAX];
    private final double[] seconds = new double[STRETCHES_MAX];
    private final double[] cycles = new double[STRETCHES_MAX];
    private final double[] cycleSeconds = new double[STRETCHES_MAX];
    private final double[] voltageSquares = new double[STRETCHES_MAX * Phase.COUNT];
    private final double[] currentSquares = new double[STRETCHES_MAX * Phase.COUNT];
    private final double[] watts = new double[STRETCHES_MAX * Phase.COUNT];
    private final double[] vars = new double[STRETCHES_MAX * Phase.COUNT];
    private final double[] lowest = new double[STRETCHES_MAX * Phase.COUNT];
    private final double[] highest = new double[STRETCHES_MAX * Phase.COUNT];
    private int size;
    private int intervalsEach = 1;
    private int intervalsInLast;

    /// Starts empty.
    public Trend() {}

    /// Stretches so far.
    public int size() {
        return size;
    }

    /// Adds a basic interval.
    public void add(TenCycleValues values) {
        if (size == 0 || intervalsInLast == intervalsEach) {
            if (size == STRETCHES_MAX) {
                halve();
            }
            begin(values.startSeconds());
        }
        intervalsInLast++;
        int stretch = size - 1;
        double weight = values.seconds();
        seconds[stretch] += weight;
        if (values.cycles() > 0 && values.frequency() > 0) {
            cycles[stretch] += values.cycles();
            cycleSeconds[stretch] += weight;
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            PhaseValues one = values.phase(phase);
            int place = place(stretch, phase);
            voltageSquares[place] += weight * one.voltage() * one.voltage();
            currentSquares[place] += weight * one.current() * one.current();
            watts[place] += weight * one.activePower();
            vars[place] += weight * one.reactivePower();
            lowest[place] = Math.min(lowest[place], one.voltage());
            highest[place] = Math.max(highest[place], one.voltage());
        }
    }

    /// Middle of a stretch, s since the first sample of the record.
    public double middleSeconds(int stretch) {
        return starts[stretch] + (seconds[stretch] / 2);
    }

    /// Rms voltage, V.
    public double voltage(int stretch, int phase) {
        return Math.sqrt(voltageSquares[place(stretch, phase)] / seconds[stretch]);
    }

    /// Rms current, A.
    public double current(int stretch, int phase) {
        return Math.sqrt(currentSquares[place(stretch, phase)] / seconds[stretch]);
    }

    /// Mean active power, W.
    public double activePower(int stretch, int phase) {
        return watts[place(stretch, phase)] / seconds[stretch];
    }

    /// Mean reactive power of the fundamental, var.
    public double reactivePower(int stretch, int phase) {
        return vars[place(stretch, phase)] / seconds[stretch];
    }

    /// The lowest voltage of a basic interval inside, V.
    public double lowestVoltage(int stretch, int phase) {
        return lowest[place(stretch, phase)];
    }

    /// The highest voltage of a basic interval inside, V.
    public double highestVoltage(int stretch, int phase) {
        return highest[place(stretch, phase)];
    }

    /// Mean frequency, Hz; not a number when no voltage told one.
    public double frequency(int stretch) {
        return cycleSeconds[stretch] > 0 ? cycles[stretch] / cycleSeconds[stretch] : Double.NaN;
    }

    private void begin(double startSeconds) {
        int stretch = size++;
        intervalsInLast = 0;
        starts[stretch] = startSeconds;
        seconds[stretch] = 0;
        cycles[stretch] = 0;
        cycleSeconds[stretch] = 0;
        int from = place(stretch, 0);
        int to = place(stretch + 1, 0);
        for (double[] sums : new double[][] {voltageSquares, currentSquares, watts, vars, highest}) {
            Arrays.fill(sums, from, to, 0);
        }
        Arrays.fill(lowest, from, to, Double.POSITIVE_INFINITY);
    }

    /// Makes one stretch of every two.
    private void halve() {
        for (int stretch = 0; stretch < size / 2; stretch++) {
            int first = 2 * stretch;
            int second = first + 1;
            starts[stretch] = starts[first];
            for (double[] sums : new double[][] {seconds, cycles, cycleSeconds}) {
                sums[stretch] = sums[first] + sums[second];
            }
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                int a = place(first, phase);
                int b = place(second, phase);
                int to = place(stretch, phase);
                for (double[] sums : new double[][] {voltageSquares, currentSquares, watts, vars}) {
                    sums[to] = sums[a] + sums[b];
                }
                lowest[to] = Math.min(lowest[a], lowest[b]);
                highest[to] = Math.max(highest[a], highest[b]);
            }
        }
        size /= 2;
        intervalsEach *= 2;
    }

    private static int place(int stretch, int phase) {
        return (stretch * Phase.COUNT) + phase;
    }
}
