package trefas.metrology.event;

import java.util.Arrays;
import trefas.quantity.Phase;

/// How long all measured phases were interrupted at once, within one dip.
final class InterruptedStretch {

    private final double threshold;
    private final double returned;
    private final int measured;
    private final boolean[] isBelow = new boolean[Phase.COUNT];
    private int below;
    private double since;
    private double longest;
    private boolean hasHappened;

    InterruptedStretch(double threshold, double hysteresis, int measured) {
        this.threshold = threshold;
        this.returned = threshold + hysteresis;
        this.measured = measured;
    }

    void halfCycle(int phase, double start, double end, double percent) {
        if (isBelow[phase]) {
            if (percent >= returned) {
                close(end);
                isBelow[phase] = false;
                below--;
            }
        } else if (percent < threshold) {
            isBelow[phase] = true;
            below++;
            if (below == measured) {
                since = start;
                hasHappened = true;
            }
        }
    }

    private void close(double end) {
        if (below == measured) {
            longest = Math.max(longest, end - since);
        }
    }

    /// Whether there was a moment with all measured phases below.
    boolean hasHappened() {
        return hasHappened;
    }

    /// The longest stretch until an instant.
    double longest(double end) {
        close(end);
        return longest;
    }

    /// Forgets the stretches of a dip that has ended.
    void forget() {
        hasHappened = false;
        longest = 0;
        below = 0;
        Arrays.fill(isBelow, false);
    }
}
