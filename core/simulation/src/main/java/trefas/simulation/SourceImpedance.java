package trefas.simulation;

/// What lies between the grid's source and the meter, one phase and its share of the neutral taken together. Under
/// load the voltage at the meter falls by it, with generation it rises.
///
/// A load is a constant power: it draws what was asked for at whatever voltage it finds. Below
/// [#CONSTANT_POWER_VOLTS_MIN] it turns into the impedance it has at that voltage, so that its current falls with the
/// voltage instead of growing without end. The same happens when more is asked for than the line can carry.
///
/// @param ohms resistance, 0 to [#OHMS_MAX]
/// @param reactanceOhms reactance at 50 Hz, 0 to [#OHMS_MAX]
public record SourceImpedance(double ohms, double reactanceOhms) {

    /// Where IEC TR 60725 expects a public low-voltage line to be at worst, phase conductor: 0.24 + j 0.15 ohms.
    public static final SourceImpedance REFERENCE = new SourceImpedance(0.24, 0.15);

    /// The largest resistance and the largest reactance, ohms.
    public static final double OHMS_MAX = 1;

    /// Half the nominal voltage of 230 V.
    public static final double CONSTANT_POWER_VOLTS_MIN = 115;

    private static final double KNEE_SQUARED = CONSTANT_POWER_VOLTS_MIN * CONSTANT_POWER_VOLTS_MIN;

    public SourceImpedance {
        if (!(ohms >= 0 && ohms <= OHMS_MAX && reactanceOhms >= 0 && reactanceOhms <= OHMS_MAX)) {
            throw new IllegalArgumentException(
                    "an impedance is 0 to " + OHMS_MAX + " ohms: " + ohms + " + j " + reactanceOhms);
        }
    }

    /// The voltage at the meter, V rms. Solved, not iterated: with U² as the unknown, E = U + Z S*/U is
    /// U⁴ + (2(RP + XQ) - E²) U² + |Z|²|S|² = 0, and the larger solution is the stable one.
    ///
    /// @param sourceVolts E, V rms
    /// @param watts P asked for, negative when generating
    /// @param vars Q asked for, positive when inductive
    public double voltsAt(double sourceVolts, double watts, double vars) {
        double sourceSquared = sourceVolts * sourceVolts;
        double half = (sourceSquared / 2) - ((ohms * watts) + (reactanceOhms * vars));
        double impedanceSquared = (ohms * ohms) + (reactanceOhms * reactanceOhms);
        double discriminant = (half * half) - (impedanceSquared * ((watts * watts) + (vars * vars)));
        if (discriminant >= 0) {
            double squared = half + Math.sqrt(discriminant);
            if (squared >= KNEE_SQUARED) {
                return Math.sqrt(squared);
            }
        }
        double conductance = watts / KNEE_SQUARED;
        double susceptance = -vars / KNEE_SQUARED;
        double real = 1 + (ohms * conductance) - (reactanceOhms * susceptance);
        double imaginary = (ohms * susceptance) + (reactanceOhms * conductance);
        double divisor = Math.sqrt((real * real) + (imaginary * imaginary));
        return sourceVolts / divisor;
    }

    /// The part of the power asked for that flows at this voltage: all of it from [#CONSTANT_POWER_VOLTS_MIN] on, and
    /// below that the part of an impedance.
    public static double partDrawn(double volts) {
        return volts >= CONSTANT_POWER_VOLTS_MIN ? 1 : volts * volts / KNEE_SQUARED;
    }
}
