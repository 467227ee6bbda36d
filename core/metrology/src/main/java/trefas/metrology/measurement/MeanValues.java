package trefas.metrology.measurement;

import java.util.function.ToDoubleFunction;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// The values of a whole record, or of a long interval of it: rms values as root of the mean of the squares, powers as
/// means, each basic interval weighted by its length (IEC 61000-4-30). What was not measured is not a number.
///
/// @param seconds length of the intervals inside
/// @param l1 first measuring system
/// @param l2 second measuring system
/// @param l3 third measuring system
/// @param frequency cycles by the time they took, Hz
/// @param voltage12 rms of U1 - U2, V
/// @param voltage23 rms of U2 - U3, V
/// @param voltage31 rms of U3 - U1, V
/// @param negativePercent unbalance u2, percent
/// @param zeroPercent unbalance u0, percent
/// @param sequence order of the voltages over the record
/// @param neutralCurrent rms of I1 + I2 + I3, A
public record MeanValues(
        double seconds,
        PhaseMeans l1,
        PhaseMeans l2,
        PhaseMeans l3,
        double frequency,
        double voltage12,
        double voltage23,
        double voltage31,
        double negativePercent,
        double zeroPercent,
        PhaseSequence sequence,
        double neutralCurrent) {

    /// The means of a phase, 0 to 2.
    public PhaseMeans phase(int phase) {
        return switch (phase) {
            case 0 -> l1;
            case 1 -> l2;
            case 2 -> l3;
            default -> throw new IllegalArgumentException("a phase is 0 to 2: " + phase);
        };
    }

    /// Net active power of the phases measured, W.
    public double activePower() {
        return sum(PhaseMeans::activePower);
    }

    /// Net reactive power of the fundamentals, var.
    public double reactivePower() {
        return sum(PhaseMeans::reactivePower);
    }

    /// Sum of the phases' apparent powers, VA.
    public double arithmeticApparentPower() {
        return sum(PhaseMeans::apparentPower);
    }

    /// Root of net P squared and net Q1 squared, VA.
    public double vectorApparentPower() {
        return Math.hypot(activePower(), reactivePower());
    }

    private double sum(ToDoubleFunction<PhaseMeans> value) {
        double sum = 0;
        boolean isMeasured = false;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double one = value.applyAsDouble(phase(phase));
            if (!Double.isNaN(one)) {
                sum += one;
                isMeasured = true;
            }
        }
        return isMeasured ? sum : Double.NaN;
    }
}
