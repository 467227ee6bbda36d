package trefas.metrology.event;

import java.util.Set;
import trefas.quantity.Phase;

/// A condition of the supply that has lasted longer than its time and is over.
///
/// @param condition what was wrong
/// @param startSeconds when it came up, before its time began to count; since the first sample of the record, or on
///     the scale on which the seconds were told
/// @param endSeconds when it went away, before the same time began to count
/// @param phases that were beyond their limits at any moment; all phases for the neutral and the sequence
/// @param extreme furthest value, in the unit of the condition
/// @param isOpen whether the record ended before the condition
public record ConditionEvent(
        SupplyCondition condition,
        double startSeconds,
        double endSeconds,
        Set<Phase> phases,
        double extreme,
        boolean isOpen) {

    /// Keeps a copy of the phases.
    public ConditionEvent {
        phases = Set.copyOf(phases);
    }

    /// Length, s.
    public double seconds() {
        return endSeconds - startSeconds;
    }
}
