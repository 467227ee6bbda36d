package trefas.metrology.event;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import trefas.quantity.Phase;

/// Voltages beyond one threshold as one event of all phases: it begins when the first phase crosses and ends when the
/// last has returned past the hysteresis.
final class PolyphaseCrossing {

    private static final Phase[] PHASES = Phase.values();

    private final double sign;
    private final double threshold;
    private final double returned;
    private final double[] extremes = new double[Phase.COUNT];
    private final boolean[] isBeyond = new boolean[Phase.COUNT];
    private final boolean[] hasTakenPart = new boolean[Phase.COUNT];
    private int beyond;
    private double startSeconds;

    private PolyphaseCrossing(double sign, double threshold, double returned) {
        this.sign = sign;
        this.threshold = threshold;
        this.returned = returned;
    }

    static PolyphaseCrossing below(double threshold, double hysteresis) {
        return new PolyphaseCrossing(-1, threshold, threshold + hysteresis);
    }

    static PolyphaseCrossing above(double threshold, double hysteresis) {
        return new PolyphaseCrossing(1, threshold, threshold - hysteresis);
    }

    boolean isOpen() {
        return beyond > 0;
    }

    /// The next value of a phase; whether it ended the event. What the event was can be asked until the next begins.
    boolean ends(int phase, double start, double percent) {
        if (isBeyond[phase]) {
            extremes[phase] = further(extremes[phase], percent);
            if (sign * (percent - returned) <= 0) {
                isBeyond[phase] = false;
                beyond--;
                return beyond == 0;
            }
        } else if (sign * (percent - threshold) > 0) {
            cross(phase, start, percent);
        }
        return false;
    }

    private void cross(int phase, double start, double percent) {
        if (beyond == 0) {
            startSeconds = start;
            Arrays.fill(hasTakenPart, false);
        }
        extremes[phase] = hasTakenPart[phase] ? further(extremes[phase], percent) : percent;
        hasTakenPart[phase] = true;
        isBeyond[phase] = true;
        beyond++;
    }

    /// Ends the event whatever the voltages are.
    void abandon() {
        Arrays.fill(isBeyond, false);
        beyond = 0;
    }

    double startSeconds() {
        return startSeconds;
    }

    Set<Phase> phases() {
        var phases = EnumSet.noneOf(Phase.class);
        phases.addAll(extremes().keySet());
        return phases;
    }

    Map<Phase, Double> extremes() {
        var byPhase = new EnumMap<Phase, Double>(Phase.class);
        for (Phase phase : PHASES) {
            if (hasTakenPart[phase.index()]) {
                byPhase.put(phase, extremes[phase.index()]);
            }
        }
        return byPhase;
    }

    double extreme() {
        double extreme = Double.NaN;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (hasTakenPart[phase]) {
                extreme = Double.isNaN(extreme) ? extremes[phase] : further(extreme, extremes[phase]);
            }
        }
        return extreme;
    }

    private double further(double one, double other) {
        return sign > 0 ? Math.max(one, other) : Math.min(one, other);
    }
}
