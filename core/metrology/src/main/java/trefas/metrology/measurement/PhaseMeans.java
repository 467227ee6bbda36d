package trefas.metrology.measurement;

/// What one measuring system tells about a whole record. A value that was not measured is not a number: the voltage of
/// a phase without a voltage channel, and everything that would need it.
///
/// @param voltage rms of everything, V
/// @param current rms of everything, A
/// @param activePower mean of the products, W; import positive
/// @param reactivePower mean of the fundamental's reactive power Q1, var; positive when the current lags
/// @param fundamentalActivePower mean of the fundamental's active power P1, W
/// @param apparentPower mean of U times I of the intervals, VA
/// @param fundamentalVoltage rms of the fundamental, V
/// @param fundamentalCurrent rms of the fundamental, A
/// @param voltageDegrees mean angle of the fundamental voltage from the first voltage of the record
/// @param currentDegrees mean angle of the fundamental current from the same reference
public record PhaseMeans(
        double voltage,
        double current,
        double activePower,
        double reactivePower,
        double fundamentalActivePower,
        double apparentPower,
        double fundamentalVoltage,
        double fundamentalCurrent,
        double voltageDegrees,
        double currentDegrees) {

    /// P by S with the sign of P; not a number without apparent power.
    public double powerFactor() {
        return apparentPower > 0 ? activePower / apparentPower : Double.NaN;
    }

    /// Cosine of the angle between the fundamentals, with the sign of P1; not a number without power.
    public double cosPhi1() {
        double apparent = Math.hypot(fundamentalActivePower, reactivePower);
        return apparent > 0 ? fundamentalActivePower / apparent : Double.NaN;
    }

    /// Whether anything of this phase was measured.
    public boolean isPresent() {
        return !Double.isNaN(voltage) || !Double.isNaN(current);
    }
}
