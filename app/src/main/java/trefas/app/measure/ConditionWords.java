package trefas.app.measure;

import java.util.Locale;
import java.util.stream.Collectors;
import trefas.metrology.event.ConditionEvent;
import trefas.quantity.Phase;

/// Lasting conditions of the supply in words.
final class ConditionWords {

    private ConditionWords() {}

    /// The kind as programs read it.
    static String kind(ConditionEvent event) {
        return event.condition().name().toLowerCase(Locale.ROOT);
    }

    /// The kind as people read it.
    static String name(ConditionEvent event) {
        return switch (event.condition()) {
            case NEUTRAL_LOST -> "neutral lost (meter's rule)";
            case NEUTRAL_DISPLACED -> "neutral displaced (u0)";
            case PHASE_MISSING -> "phase missing";
            case SEQUENCE_REVERSED -> "sequence reversed";
            case OVERVOLTAGE -> "overvoltage";
        };
    }

    /// The phases it is about, such as `L1 L3`.
    static String phases(ConditionEvent event) {
        return event.phases().stream().sorted().map(Phase::name).collect(Collectors.joining(" "));
    }

    /// The furthest value with its unit; a reversed sequence has none.
    static String extreme(ConditionEvent event) {
        return switch (event.condition()) {
            case SEQUENCE_REVERSED -> "";
            case NEUTRAL_LOST, NEUTRAL_DISPLACED, PHASE_MISSING, OVERVOLTAGE ->
                Plain.decimals(event.extreme(), 1) + " " + event.condition().unit();
        };
    }
}
