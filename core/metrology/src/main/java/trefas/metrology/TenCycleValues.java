package trefas.metrology;

import trefas.quantity.PhaseSequence;

/// The values of one basic interval of IEC 61000-4-30: 10 cycles at 50 Hz, 12 at 60 Hz, or the fewer whole cycles at
/// the end of a record.
///
/// @param startSeconds beginning, since the first sample of the record
/// @param endSeconds end; the beginning of the next interval
/// @param cycles whole cycles inside; 0 when no voltage told a frequency and the interval has its nominal length
/// @param frequency mean frequency, Hz, or the last to be believed ([PlausibleFrequency]); 0 when no voltage told one
/// @param l1 first measuring system
/// @param l2 second measuring system
/// @param l3 third measuring system
/// @param voltage12 rms of U1 - U2, V
/// @param voltage23 rms of U2 - U3, V
/// @param voltage31 rms of U3 - U1, V
/// @param neutralCurrent rms of I1 + I2 + I3, A
public record TenCycleValues(
        double startSeconds,
        double endSeconds,
        int cycles,
        double frequency,
        PhaseValues l1,
        PhaseValues l2,
        PhaseValues l3,
        double voltage12,
        double voltage23,
        double voltage31,
        double neutralCurrent) {

    /// The values of a phase, 0 to 2.
    public PhaseValues phase(int phase) {
        return switch (phase) {
            case 0 -> l1;
            case 1 -> l2;
            case 2 -> l3;
            default -> throw new IllegalArgumentException("a phase is 0 to 2: " + phase);
        };
    }

    /// Length, s.
    public double seconds() {
        return endSeconds - startSeconds;
    }

    /// Net active power of the phases, W.
    public double activePower() {
        return l1.activePower() + l2.activePower() + l3.activePower();
    }

    /// Net reactive power of the fundamentals, var.
    public double reactivePower() {
        return l1.reactivePower() + l2.reactivePower() + l3.reactivePower();
    }

    /// Sum of U times I of the phases, VA.
    public double arithmeticApparentPower() {
        return l1.apparentPower() + l2.apparentPower() + l3.apparentPower();
    }

    /// Root of net P squared and net Q1 squared, VA.
    public double vectorApparentPower() {
        return Math.hypot(activePower(), reactivePower());
    }

    /// Sequence components of the fundamental voltages.
    public SymmetricalComponents voltageComponents() {
        return SymmetricalComponents.of(l1.fundamentalVoltage(), l2.fundamentalVoltage(), l3.fundamentalVoltage());
    }

    /// Order in which the voltages follow each other.
    public PhaseSequence sequence() {
        return voltageComponents().sequence();
    }
}
