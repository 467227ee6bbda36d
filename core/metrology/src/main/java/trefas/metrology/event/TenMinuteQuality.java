package trefas.metrology.event;

/// What the occurrence counters need of one 10-minute interval.
///
/// @param l1 first measuring system
/// @param l2 second measuring system
/// @param l3 third measuring system
/// @param negativePercent unbalance u2, %; not a number without three phases
public record TenMinuteQuality(PhaseQuality l1, PhaseQuality l2, PhaseQuality l3, double negativePercent) {

    /// One phase over ten minutes.
    ///
    /// @param volts rms, V
    /// @param voltageDistortionPercent THD of the voltage, %
    /// @param currentDistortionPercent THD of the current, %; not a number without current
    public record PhaseQuality(double volts, double voltageDistortionPercent, double currentDistortionPercent) {}

    /// A phase, 0 to 2.
    public PhaseQuality phase(int phase) {
        return switch (phase) {
            case 0 -> l1;
            case 1 -> l2;
            case 2 -> l3;
            default -> throw new IllegalArgumentException("a phase is 0 to 2: " + phase);
        };
    }
}
