package trefas.app.measure;

import java.util.stream.Collectors;
import trefas.app.report.Significant;
import trefas.metrology.VoltageEvent;
import trefas.metrology.VoltageEvent.Dip;
import trefas.metrology.VoltageEvent.Interruption;
import trefas.metrology.VoltageEvent.RapidVoltageChange;
import trefas.metrology.VoltageEvent.Swell;
import trefas.quantity.Phase;

/// Voltage events in words.
final class EventWords {

    private EventWords() {}

    /// The kind as programs read it.
    static String kind(VoltageEvent event) {
        return switch (event) {
            case Dip _ -> "dip";
            case Swell _ -> "swell";
            case Interruption _ -> "interruption";
            case RapidVoltageChange _ -> "rapid_voltage_change";
        };
    }

    /// The kind as people read it.
    static String name(VoltageEvent event) {
        return kind(event).replace('_', ' ');
    }

    /// The phases that took part, such as `L1 L3`.
    static String phases(VoltageEvent event) {
        return event.phases().stream().sorted().map(Phase::name).collect(Collectors.joining(" "));
    }

    /// A duration: ms up to a second, then s.
    static String duration(double seconds) {
        return seconds < 1
                ? Significant.decimals(seconds * 1_000, 0) + " ms"
                : Significant.decimals(seconds, seconds < 100 ? 2 : 0) + " s";
    }
}
