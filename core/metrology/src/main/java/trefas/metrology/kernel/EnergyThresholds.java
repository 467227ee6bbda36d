package trefas.metrology.kernel;

import trefas.metrology.PhaseThresholds;

/// Powers of one phase below which its energy does not count; the number itself does.
///
/// @param activeWatts of either direction, W, 0 upwards
/// @param reactiveVars of either sign, var, 0 upwards
public record EnergyThresholds(double activeWatts, double reactiveVars) {

    /// The meter's own: 2.3 W and 2.3 var (dossier 3.9), half of what the starting current of 20 mA gives at 230 V.
    public static final EnergyThresholds METER = new EnergyThresholds(
            PhaseThresholds.REGISTRATION_MILLIWATTS / 1_000.0, PhaseThresholds.REGISTRATION_MILLIVARS / 1_000.0);

    /// For the laboratory: everything counts.
    public static final EnergyThresholds NONE = new EnergyThresholds(0, 0);

    public EnergyThresholds {
        if (!(activeWatts >= 0) || !(reactiveVars >= 0)) {
            throw new IllegalArgumentException(
                    "thresholds are 0 upwards: " + activeWatts + " W, " + reactiveVars + " var");
        }
    }

    /// The active power that counts, W.
    double active(double watts) {
        return Math.abs(watts) >= activeWatts ? watts : 0;
    }

    /// The reactive power that counts, var.
    double reactive(double vars) {
        return Math.abs(vars) >= reactiveVars ? vars : 0;
    }
}
