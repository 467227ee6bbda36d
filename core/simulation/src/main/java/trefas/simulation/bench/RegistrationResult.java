package trefas.simulation.bench;

/// A test of starting or of no load, told by pulses.
///
/// @param title what was applied
/// @param seconds how long
/// @param pulses that came
/// @param firstSeconds when the first one came; not a number when none did
/// @param dueSeconds when the first one was due by the true energy; not a number when none was
/// @param leastPulses that had to come
/// @param mostPulses that were allowed to come
public record RegistrationResult(
        String title,
        double seconds,
        long pulses,
        double firstSeconds,
        double dueSeconds,
        long leastPulses,
        long mostPulses) {

    /// Whether as many pulses came as should.
    public boolean isInside() {
        return pulses >= leastPulses && pulses <= mostPulses;
    }
}
