package trefas.metrology.quality;

import java.util.Optional;
import java.util.OptionalDouble;
import trefas.quantity.Phase;

/// Judgement of one characteristic, of one phase where each phase has its own.
///
/// @param characteristic what is judged
/// @param order of a harmonic; 1 for everything else
/// @param phase whose it is; empty for what belongs to all three together
/// @param bounds range allowed, in the characteristic's unit
/// @param requiredPercent share of the valid intervals that must lie inside
/// @param intervals seen
/// @param flagged of them, not counted because a dip, swell or interruption fell into them
/// @param inside of the valid ones, within bounds
/// @param worst valid value farthest towards or beyond a limit; none without a valid interval
/// @param decision the outcome
public record CharacteristicVerdict(
        Characteristic characteristic,
        int order,
        Optional<Phase> phase,
        Bounds bounds,
        double requiredPercent,
        long intervals,
        long flagged,
        long inside,
        OptionalDouble worst,
        Decision decision) {

    /// Intervals that count.
    public long valid() {
        return intervals - flagged;
    }

    /// Share of the valid intervals within bounds, percent; none without a valid interval.
    public OptionalDouble insidePercent() {
        return valid() == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * inside / valid());
    }

    /// What to call it: `voltage L1`, `harmonic 5 L2`, `frequency`.
    public String title() {
        String what = characteristic == Characteristic.HARMONIC
                ? characteristic.title() + " " + order
                : characteristic.title();
        return phase.map(whose -> what + " " + whose).orElse(what);
    }
}
