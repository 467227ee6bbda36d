package trefas.simulation.waveform;

import java.util.Set;
import trefas.quantity.Phase;

/// Phases whose voltage is something else for a while: a dip, a swell, an interruption, a rapid change. It
/// begins and ends at once, at any angle.
///
/// @param startSeconds beginning, since the first sample
/// @param endSeconds end, after the beginning
/// @param phases that take part, one or more
/// @param factor of their voltage meanwhile, 0 to [#FACTOR_MAX]
public record VoltageDisturbance(double startSeconds, double endSeconds, Set<Phase> phases, double factor) {

    /// The highest swell.
    public static final double FACTOR_MAX = 2;

    public VoltageDisturbance {
        if (!(endSeconds > startSeconds && startSeconds >= 0) || phases.isEmpty()) {
            throw new IllegalArgumentException("a disturbance ends after it begins, on one phase or more: "
                    + startSeconds + " s to " + endSeconds + " s on " + phases);
        }
        if (!(factor >= 0 && factor <= FACTOR_MAX)) {
            throw new IllegalArgumentException("a disturbance is 0 to " + FACTOR_MAX + " of the voltage: " + factor);
        }
        phases = Set.copyOf(phases);
    }

    boolean covers(double seconds) {
        return seconds >= startSeconds && seconds < endSeconds;
    }

    boolean covers(Phase phase) {
        return phases.contains(phase);
    }
}
