package trefas.metrology;

/// What one measuring system tells about one interval.
///
/// @param voltage rms of everything, V
/// @param current rms of everything, A
/// @param activePower mean of the products, W; import positive
/// @param fundamentalVoltage rms and angle of the fundamental, V
/// @param fundamentalCurrent rms and angle of the fundamental, A, from the same reference
public record PhaseValues(
        double voltage, double current, double activePower, Phasor fundamentalVoltage, Phasor fundamentalCurrent) {

    /// Reactive power of the fundamental Q1, var; positive when the current lags (IEC 62053-24).
    public double reactivePower() {
        return fundamentalVoltage.reactivePower(fundamentalCurrent);
    }

    /// Active power of the fundamental P1, W.
    public double fundamentalActivePower() {
        return fundamentalVoltage.activePower(fundamentalCurrent);
    }

    /// Apparent power U times I, VA.
    public double apparentPower() {
        return voltage * current;
    }

    /// P by S with the sign of P; 1 when there is no apparent power.
    public double powerFactor() {
        double apparent = apparentPower();
        return apparent == 0 ? 1 : activePower / apparent;
    }

    /// Cosine of the angle between the fundamentals, with the sign of P1; 1 when one of them is missing.
    public double cosPhi1() {
        double apparent = fundamentalVoltage.magnitude() * fundamentalCurrent.magnitude();
        return apparent == 0 ? 1 : fundamentalActivePower() / apparent;
    }
}
