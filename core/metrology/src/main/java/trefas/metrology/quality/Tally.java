package trefas.metrology.quality;

import java.util.Optional;
import java.util.OptionalDouble;
import trefas.quantity.Phase;

/// Counts the intervals of one characteristic.
final class Tally {

    private final Characteristic characteristic;
    private final int order;
    private final Optional<Phase> phase;
    private final Bounds bounds;
    private final double requiredPercent;
    private long intervals;
    private long flagged;
    private long inside;
    private double worst;
    private double worstStrain = -1;

    Tally(Characteristic characteristic, int order, Optional<Phase> phase, Bounds bounds, double requiredPercent) {
        this.characteristic = characteristic;
        this.order = order;
        this.phase = phase;
        this.bounds = bounds;
        this.requiredPercent = requiredPercent;
    }

    void add(double value, boolean isFlagged) {
        intervals++;
        if (isFlagged) {
            flagged++;
            return;
        }
        if (bounds.hold(value)) {
            inside++;
        }
        double strain = bounds.strain(value);
        if (strain > worstStrain) {
            worstStrain = strain;
            worst = value;
        }
    }

    CharacteristicVerdict verdict() {
        return new CharacteristicVerdict(
                characteristic,
                order,
                phase,
                bounds,
                requiredPercent,
                intervals,
                flagged,
                inside,
                intervals == flagged ? OptionalDouble.empty() : OptionalDouble.of(worst),
                decision());
    }

    private Decision decision() {
        long valid = intervals - flagged;
        if (valid == 0) {
            return Decision.NOT_ENOUGH_DATA;
        }
        // Multiplied instead of divided, so that 95 of 100 is exactly 95 %.
        return 100.0 * inside >= requiredPercent * valid ? Decision.PASS : Decision.FAIL;
    }
}
