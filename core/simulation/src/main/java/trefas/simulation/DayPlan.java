package trefas.simulation;

import java.util.Arrays;
import trefas.quantity.Phase;

/// What a house draws in the course of one day: active and reactive power of each phase as steps. Runs of appliances
/// are added first; then it is read, second by second, at the cost of one comparison.
final class DayPlan {

    /// More runs than any household here has in a day and the day before.
    static final int RUNS_MAX = 2_048;

    private static final int DAY = Place.SECONDS_PER_DAY;
    private static final double MILLI = 1_000;

    private final int[] runFrom = new int[RUNS_MAX];
    private final int[] runTo = new int[RUNS_MAX];
    private final int[] runPhase = new int[RUNS_MAX];
    private final int[] runMilliwatts = new int[RUNS_MAX];
    private final int[] runMillivars = new int[RUNS_MAX];
    private int runs;

    private int[] from = new int[1];
    private int steps = 1;
    private int[] milliwatts = new int[Phase.COUNT];
    private int[] millivars = new int[Phase.COUNT];
    private int step;

    void clear() {
        runs = 0;
        fold();
    }

    /// Adds one appliance on one phase. What lies outside the day is cut off.
    ///
    /// @param fromSecond of the day, may be negative for what began the day before
    /// @param toSecond end, exclusive
    void run(int fromSecond, int toSecond, Phase phase, double watts, CosPhi cosPhi) {
        int start = Math.max(0, fromSecond);
        int end = Math.min(DAY, toSecond);
        if (start >= end) {
            return;
        }
        if (runs == RUNS_MAX) {
            throw new IllegalStateException("more than " + RUNS_MAX + " runs in a day");
        }
        runFrom[runs] = start;
        runTo[runs] = end;
        runPhase[runs] = phase.index();
        runMilliwatts[runs] = (int) Math.rint(watts * MILLI);
        runMillivars[runs] = (int) Math.rint(watts * MILLI * cosPhi.tangent());
        runs++;
    }

    /// Folds the runs into steps. Called once after the last run was added.
    void fold() {
        int[] borders = new int[(2 * runs) + 1];
        for (int i = 0; i < runs; i++) {
            borders[(2 * i) + 1] = runFrom[i];
            borders[(2 * i) + 2] = runTo[i];
        }
        Arrays.sort(borders);
        steps = 0;
        for (int border : borders) {
            if (steps == 0 || borders[steps - 1] != border) {
                borders[steps++] = border;
            }
        }
        from = borders;
        milliwatts = new int[steps * Phase.COUNT];
        millivars = new int[steps * Phase.COUNT];
        for (int i = 0; i < runs; i++) {
            change(runFrom[i], runPhase[i], runMilliwatts[i], runMillivars[i]);
            change(runTo[i], runPhase[i], -runMilliwatts[i], -runMillivars[i]);
        }
        for (int i = Phase.COUNT; i < milliwatts.length; i++) {
            milliwatts[i] += milliwatts[i - Phase.COUNT];
            millivars[i] += millivars[i - Phase.COUNT];
        }
        step = 0;
    }

    /// Turns to a second of the day; the powers that follow are of this second.
    void at(int secondOfDay) {
        if (secondOfDay >= from[step] && (step + 1 == steps || secondOfDay < from[step + 1])) {
            return;
        }
        int found = Arrays.binarySearch(from, 0, steps, secondOfDay);
        step = found >= 0 ? found : -found - 2;
    }

    int milliwatts(int phase) {
        return milliwatts[(step * Phase.COUNT) + phase];
    }

    int millivars(int phase) {
        return millivars[(step * Phase.COUNT) + phase];
    }

    private void change(int second, int phase, int milliwattsMore, int millivarsMore) {
        int place = (Arrays.binarySearch(from, 0, steps, second) * Phase.COUNT) + phase;
        milliwatts[place] += milliwattsMore;
        millivars[place] += millivarsMore;
    }
}
