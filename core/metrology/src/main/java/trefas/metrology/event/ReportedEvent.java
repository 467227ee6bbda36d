package trefas.metrology.event;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import trefas.metrology.VoltageEvent;
import trefas.quantity.Phase;

/// A voltage event with all that is known about it.
///
/// @param event what happened
/// @param extremePercents the extreme of every phase that took part, percent of the declared voltage
/// @param isOpen whether the record ended, or a gap began, before the event did; its end is then the end of what was
///     seen
/// @param interruptedSeconds longest stretch in which all measured phases were interrupted at once: from the
///     beginning of the first Urms(1/2) with all below the threshold to the end of the first that has returned past
///     threshold and hysteresis. 0 for what is no interruption
public record ReportedEvent(
        VoltageEvent event, Map<Phase, Double> extremePercents, boolean isOpen, double interruptedSeconds) {

    /// Keeps a copy of the extremes.
    public ReportedEvent {
        var copy = new EnumMap<Phase, Double>(Phase.class);
        copy.putAll(extremePercents);
        extremePercents = Collections.unmodifiableMap(copy);
    }

    /// The cell of EN 50160; none for an interruption, a rapid change, an open event or one of more than a minute.
    public Optional<EventCell> cell() {
        return isOpen ? Optional.empty() : EventCell.of(event);
    }
}
