package trefas.metrology.measurement;

import trefas.metrology.kernel.PulseOutput;

/// What the test output of the total A+ has done by the end of a record.
///
/// @param perKilowattHour the meter constant, imp/kWh
/// @param millis length of a pulse
/// @param count pulses that the energy is worth, sent or not
/// @param queued of them, still to be sent
/// @param withheld of them, never sent because the queue was full
public record PulseReading(int perKilowattHour, int millis, long count, int queued, long withheld) {

    /// Reads an output.
    ///
    /// @param millis length of its pulses
    /// @param seconds the instant, since the first sample
    public static PulseReading of(PulseOutput output, int millis, double seconds) {
        return new PulseReading(
                PulseOutput.PULSES_PER_KILOWATT_HOUR,
                millis,
                output.count(),
                output.queued(seconds),
                output.withheld());
    }

    /// The same when the energy is worth more pulses than the output was told of; those are withheld too.
    PulseReading atLeast(long worth) {
        long more = Math.max(0, worth - count);
        return new PulseReading(perKilowattHour, millis, count + more, queued, withheld + more);
    }
}
