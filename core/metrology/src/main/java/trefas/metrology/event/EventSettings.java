package trefas.metrology.event;

import java.util.EnumSet;
import java.util.Set;
import trefas.quantity.Phase;

/// Where voltage events begin and end (EN 50160, IEC 61000-4-30). Percentages are of the declared voltage.
///
/// @param declaredVolts declared input voltage Udin, V, above 0
/// @param nominalHertz 50 or 60; a steady voltage is judged over 100 or 120 half cycles
/// @param dipPercent a dip begins below this, 90
/// @param swellPercent a swell begins above this, 110
/// @param interruptionPercent an interruption begins when all measured phases are below this, 5
/// @param hysteresisPercent how far back past its threshold the voltage must be for the end, 2
/// @param rapidChangePercent a rapid voltage change begins this far from the steady voltage, 1 to 6; it has settled
///     within half of it
/// @param measured the phases that are connected; the others take no part. At least one
public record EventSettings(
        double declaredVolts,
        double nominalHertz,
        double dipPercent,
        double swellPercent,
        double interruptionPercent,
        double hysteresisPercent,
        double rapidChangePercent,
        Set<Phase> measured) {

    /// Checks the ranges.
    public EventSettings {
        require(declaredVolts > 0, "the declared voltage is above 0 V", declaredVolts);
        require(nominalHertz > 0, "the nominal frequency is above 0 Hz", nominalHertz);
        require(hysteresisPercent >= 0, "the hysteresis is not negative", hysteresisPercent);
        require(interruptionPercent > 0, "the interruption threshold is above 0 %", interruptionPercent);
        require(
                dipPercent > interruptionPercent + hysteresisPercent,
                "the dip threshold is above the interruption threshold and the hysteresis",
                dipPercent);
        require(
                swellPercent > dipPercent + 2 * hysteresisPercent,
                "the swell threshold is above the dip threshold and two hystereses",
                swellPercent);
        require(
                rapidChangePercent >= 1 && rapidChangePercent <= 6,
                "the threshold of rapid changes is 1 to 6 %",
                rapidChangePercent);
        measured = Set.copyOf(measured);
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("at least one phase is measured");
        }
    }

    /// The usual thresholds for three phases at 50 Hz.
    public static EventSettings of(double declaredVolts) {
        return new EventSettings(declaredVolts, 50, 90, 110, 5, 2, 5, EnumSet.allOf(Phase.class));
    }

    /// The same at another nominal frequency.
    public EventSettings atHertz(double nominal) {
        return new EventSettings(
                declaredVolts,
                nominal,
                dipPercent,
                swellPercent,
                interruptionPercent,
                hysteresisPercent,
                rapidChangePercent,
                measured);
    }

    /// The same for some of the phases.
    public EventSettings measuring(Set<Phase> phases) {
        return new EventSettings(
                declaredVolts,
                nominalHertz,
                dipPercent,
                swellPercent,
                interruptionPercent,
                hysteresisPercent,
                rapidChangePercent,
                phases);
    }

    /// The same with another threshold of rapid voltage changes.
    public EventSettings rapidChangesFrom(double percent) {
        return new EventSettings(
                declaredVolts,
                nominalHertz,
                dipPercent,
                swellPercent,
                interruptionPercent,
                hysteresisPercent,
                percent,
                measured);
    }

    /// Half cycles over which a voltage is judged steady: one second at nominal frequency.
    int steadyHalfCycles() {
        return (int) Math.rint(2 * nominalHertz);
    }

    private static void require(boolean isMet, String rule, double found) {
        if (!isMet) {
            throw new IllegalArgumentException(rule + ": " + found);
        }
    }
}
