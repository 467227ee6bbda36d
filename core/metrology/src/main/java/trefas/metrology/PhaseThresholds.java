package trefas.metrology;

import trefas.quantity.Phase;

/// The limits below which the meter stops counting or stops showing a phase (dossier 3.9). The papers say "about";
/// here every limit is one exact number, and which side the number itself belongs to is part of the contract.
public final class PhaseThresholds {

    /// Below this active power, of either direction, a phase's energy registration stops and its direction arrow
    /// goes off: 2.3 W of a directly connected meter (dossier 3.9), which is 10 mA at 230 V.
    public static final int REGISTRATION_MILLIWATTS = 2_300;

    /// Below this reactive power a phase's reactive registration stops: 2.3 var. The papers give a limit for active
    /// power only; a pure reactive load must count (IEC 62053-23 starts at 0.005 Ib, 5.75 var here), so reactive
    /// energy has the same limit of its own instead of hanging on the active power.
    public static final int REGISTRATION_MILLIVARS = 2_300;

    /// A phase's voltage indicator is on above this voltage: 160 V (dossier 3.9).
    public static final int INDICATION_MILLIVOLTS = 160_000;

    /// Below this total current the quadrant arrows are off: 10 mA rms (dossier 3.9).
    public static final int QUADRANT_MILLIAMPERES = 10;

    private PhaseThresholds() {}

    /// Whether a phase's active energy counts; 2.3 W itself does.
    ///
    /// @param milliwatts active power of one phase, either direction
    public static boolean registers(int milliwatts) {
        return milliwatts >= REGISTRATION_MILLIWATTS || milliwatts <= -REGISTRATION_MILLIWATTS;
    }

    /// Whether a phase's reactive energy counts; 2.3 var itself does.
    ///
    /// @param millivars reactive power of one phase, either sign
    public static boolean registersReactive(int millivars) {
        return millivars >= REGISTRATION_MILLIVARS || millivars <= -REGISTRATION_MILLIVARS;
    }

    /// Whether a phase's voltage indicator is on; at 160 V itself it is off.
    ///
    /// @param millivolts rms voltage of one phase
    public static boolean indicatesVoltage(int millivolts) {
        return millivolts > INDICATION_MILLIVOLTS;
    }

    /// Whether any phase has voltage enough for the meter to run on (dossier 5).
    public static boolean indicatesSupply(OneSecondValues values) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (indicatesVoltage(values.millivolts(phase))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the quadrant arrows are on; at 10 mA itself they are.
    ///
    /// @param totalMilliamperes sum of the three rms currents
    public static boolean indicatesQuadrant(long totalMilliamperes) {
        return totalMilliamperes >= QUADRANT_MILLIAMPERES;
    }
}
