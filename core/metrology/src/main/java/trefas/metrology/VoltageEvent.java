package trefas.metrology;

import java.util.Set;
import trefas.quantity.Phase;

/// Something the voltages did that EN 50160 gives a name. One polyphase event is one event: it starts when the first
/// phase crosses the threshold and ends when the last has returned.
public sealed interface VoltageEvent {

    /// Beginning of the first Urms(1/2) beyond the threshold, seconds since the first sample of the record.
    double startSeconds();

    /// End of the Urms(1/2) that has returned past the threshold and the hysteresis.
    double endSeconds();

    /// The phases that took part.
    Set<Phase> phases();

    /// The most extreme Urms(1/2), percent of the declared voltage: residual voltage of a dip or interruption, height
    /// of a swell; of a rapid change the largest distance from the steady value before.
    double extremePercent();

    /// Length.
    default double seconds() {
        return endSeconds() - startSeconds();
    }

    /// One or more phases below the dip threshold.
    record Dip(double startSeconds, double endSeconds, Set<Phase> phases, double extremePercent)
            implements VoltageEvent {}

    /// One or more phases above the swell threshold.
    record Swell(double startSeconds, double endSeconds, Set<Phase> phases, double extremePercent)
            implements VoltageEvent {}

    /// All measured phases below the interruption threshold at one moment.
    record Interruption(double startSeconds, double endSeconds, Set<Phase> phases, double extremePercent)
            implements VoltageEvent {}

    /// A step from one steady voltage to another that is neither dip nor swell.
    ///
    /// @param steadyPercent distance of the steady voltages before and after (dUss), percent of Udin
    record RapidVoltageChange(
            double startSeconds, double endSeconds, Set<Phase> phases, double extremePercent, double steadyPercent)
            implements VoltageEvent {}
}
