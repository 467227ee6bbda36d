package trefas.dlms.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.explain.Explanation.Source;

/// What an explanation may still cost. Once it is spent, reading goes on and nothing is kept.
final class Budget {

    private final ExplainLimits limits;
    private int partsLeft;
    private int sources;
    private final Deque<Remark> faults = new ArrayDeque<>();

    Budget(ExplainLimits limits) {
        this.limits = limits;
        this.partsLeft = limits.partsMax();
    }

    ExplainLimits limits() {
        return limits;
    }

    /// True when one more part may be kept.
    boolean takePart() {
        if (partsLeft == 0) {
            return false;
        }
        partsLeft--;
        return true;
    }

    /// Keeps the first fault of a message, so that it is told also when its part is not kept.
    void found(Remark fault) {
        if (faults.isEmpty()) {
            faults.add(fault);
        }
    }

    /// The first fault since this was asked last.
    Optional<Remark> takeFault() {
        return Optional.ofNullable(faults.poll());
    }

    boolean isSpent() {
        return partsLeft == 0;
    }

    /// Octets made of others, with a number of their own.
    Source derived(Octets octets) {
        return new Source(++sources, octets);
    }
}
