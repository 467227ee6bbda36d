package trefas.metrology.event;

import java.util.EnumSet;
import java.util.Set;
import trefas.quantity.Phase;

/// One condition that must hold for longer than a time before it counts, and be absent for as long before it is over.
final class HeldCondition {

    /// Times are sums of intervals and may come out a hair long.
    private static final double ROUNDING_SECONDS = 1e-6;

    private final SupplyCondition condition;
    private final double seconds;
    private final boolean isLowExtreme;
    private final ConditionObserver observer;
    private int phaseBits;
    private double since = Double.NaN;
    private double absentSince = Double.NaN;
    private double extreme;
    private boolean isActive;

    HeldCondition(SupplyCondition condition, double seconds, boolean isLowExtreme, ConditionObserver observer) {
        this.condition = condition;
        this.seconds = seconds;
        this.isLowExtreme = isLowExtreme;
        this.observer = observer;
    }

    boolean isActive() {
        return isActive;
    }

    /// The condition holds in an interval.
    ///
    /// @param beyond a bit for each phase beyond the limit, that of L1 lowest
    void holds(double start, double end, double value, int beyond) {
        absentSince = Double.NaN;
        if (Double.isNaN(since)) {
            since = start;
            extreme = value;
            phaseBits = 0;
        }
        phaseBits |= beyond;
        extreme = isLowExtreme ? Math.min(extreme, value) : Math.max(extreme, value);
        if (!isActive && end - since > seconds + ROUNDING_SECONDS) {
            isActive = true;
            observer.began(condition, since);
        }
    }

    /// The condition does not hold in an interval.
    void isAbsent(double start, double end) {
        if (!isActive) {
            since = Double.NaN;
            return;
        }
        if (Double.isNaN(absentSince)) {
            absentSince = start;
        }
        if (end - absentSince > seconds + ROUNDING_SECONDS) {
            end(absentSince, false);
        }
    }

    /// Nothing more will be told. A condition that has been absent at last is taken to be over, though it has not been
    /// absent for its time.
    void abandon(double end) {
        if (isActive) {
            boolean isOpen = Double.isNaN(absentSince);
            end(isOpen ? end : absentSince, isOpen);
        }
        since = Double.NaN;
    }

    private void end(double end, boolean isOpen) {
        var event = new ConditionEvent(condition, since, end, phases(), extreme, isOpen);
        isActive = false;
        since = Double.NaN;
        absentSince = Double.NaN;
        observer.ended(event);
    }

    private Set<Phase> phases() {
        var phases = EnumSet.noneOf(Phase.class);
        for (Phase phase : Phase.values()) {
            if ((phaseBits >> phase.index() & 1) != 0) {
                phases.add(phase);
            }
        }
        return phases;
    }
}
