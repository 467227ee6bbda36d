package trefas.metrology.event;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Optional;
import trefas.metrology.VoltageEvent.RapidVoltageChange;
import trefas.quantity.Phase;

/// Rapid voltage changes of all phases as one event (IEC 61000-4-30): it begins when the first phase leaves its steady
/// voltage and ends when all are steady again. What turns out to hold a dip or a swell is no rapid change.
final class RapidChanges {

    private static final Phase[] PHASES = Phase.values();

    private final SteadyVoltage[] steady = new SteadyVoltage[Phase.COUNT];
    private final boolean[] hasLeft = new boolean[Phase.COUNT];
    private final boolean[] isAway = new boolean[Phase.COUNT];
    private final double[] before = new double[Phase.COUNT];
    private final double[] furthest = new double[Phase.COUNT];
    private final double[] after = new double[Phase.COUNT];
    private int away;
    private double startSeconds;
    private double endSeconds;
    private boolean isDiscarded;

    RapidChanges(int halfCycles, double threshold) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            steady[phase] = new SteadyVoltage(halfCycles, threshold);
        }
    }

    void forget() {
        for (SteadyVoltage voltage : steady) {
            voltage.forget();
        }
        Arrays.fill(isAway, false);
        away = 0;
    }

    /// The next value of a phase; the change that ended with it, if one did.
    ///
    /// @param isDipOrSwell whether a dip or swell is going on in any phase
    Optional<ReportedEvent> halfCycle(int phase, double start, double end, double percent, boolean isDipOrSwell) {
        SteadyVoltage voltage = steady[phase];
        boolean wasSteady = voltage.isSteady();
        double meanBefore = voltage.mean();
        voltage.add(percent, end);
        if (wasSteady && !voltage.isSteady() && !isAway[phase]) {
            leave(phase, start, meanBefore);
        }
        if (away == 0) {
            return Optional.empty();
        }
        isDiscarded |= isDipOrSwell;
        if (!isAway[phase]) {
            return Optional.empty();
        }
        furthest[phase] = Math.max(furthest[phase], Math.abs(percent - before[phase]));
        if (voltage.isSteady()) {
            settle(phase);
        }
        return away == 0 && !isDiscarded ? Optional.of(report()) : Optional.empty();
    }

    private void leave(int phase, double start, double meanBefore) {
        if (away == 0) {
            startSeconds = start;
            endSeconds = start;
            isDiscarded = false;
            Arrays.fill(hasLeft, false);
        }
        // A phase that settles and leaves again within one event changes from where it was at first.
        before[phase] = hasLeft[phase] ? before[phase] : meanBefore;
        furthest[phase] = hasLeft[phase] ? furthest[phase] : 0;
        hasLeft[phase] = true;
        isAway[phase] = true;
        away++;
    }

    private void settle(int phase) {
        isAway[phase] = false;
        away--;
        after[phase] = steady[phase].mean();
        endSeconds = Math.max(endSeconds, steady[phase].settledSeconds());
    }

    private ReportedEvent report() {
        var phases = EnumSet.noneOf(Phase.class);
        var extremes = new EnumMap<Phase, Double>(Phase.class);
        double largest = 0;
        double steadyChange = 0;
        for (Phase phase : PHASES) {
            int index = phase.index();
            if (hasLeft[index]) {
                phases.add(phase);
                extremes.put(phase, furthest[index]);
                largest = Math.max(largest, furthest[index]);
                steadyChange = Math.max(steadyChange, Math.abs(after[index] - before[index]));
            }
        }
        var change = new RapidVoltageChange(startSeconds, endSeconds, phases, largest, steadyChange);
        return new ReportedEvent(change, extremes, false, 0);
    }
}
