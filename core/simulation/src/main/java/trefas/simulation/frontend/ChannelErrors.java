package trefas.simulation.frontend;

/// What one channel of an analogue front end does wrong: the divider of a voltage, the shunt of a current, their
/// amplifier and their part of the converter.
///
/// @param gainPercent how much too high it reads at the reference temperature, percent, above -100
/// @param offset what it shows without input, V or A
/// @param delayMicroseconds how late it is at the reference temperature; negative when it is early. A hundred
///     microseconds are 1.8 degrees at 50 Hz
/// @param gainDriftPpm change of the gain, ppm per kelvin
/// @param delayDriftNanoseconds change of the delay, ns per kelvin
/// @param noise rms of its white noise over the whole band, V or A
/// @param coupling what it picks up of the voltage of its own measuring system, a factor: 1e-6 in a current channel
///     is 1 uA per volt. Nothing for voltage channels
public record ChannelErrors(
        double gainPercent,
        double offset,
        double delayMicroseconds,
        double gainDriftPpm,
        double delayDriftNanoseconds,
        double noise,
        double coupling) {

    /// Longest delay, us; half a cycle of 50 Hz would be a wrong connection, not an error.
    public static final double DELAY_MICROSECONDS_MAX = 500;

    /// A channel without errors.
    public static final ChannelErrors NONE = new ChannelErrors(0, 0, 0, 0, 0, 0, 0);

    /// Refuses what no channel can be.
    public ChannelErrors {
        if (!(gainPercent > -100)) {
            throw new IllegalArgumentException("a gain error is above -100 %: " + gainPercent);
        }
        if (!(Math.abs(delayMicroseconds) <= DELAY_MICROSECONDS_MAX)) {
            throw new IllegalArgumentException("a delay is -500 to 500 us: " + delayMicroseconds);
        }
        if (!(noise >= 0)) {
            throw new IllegalArgumentException("noise is not negative: " + noise);
        }
    }

    /// The factor from true to shown at a distance from the reference temperature.
    double gain(double kelvin) {
        return (1 + (gainPercent / 100)) * (1 + (gainDriftPpm * kelvin * 1e-6));
    }

    /// The delay at a distance from the reference temperature, s.
    double delaySeconds(double kelvin) {
        return (delayMicroseconds * 1e-6) + (delayDriftNanoseconds * kelvin * 1e-9);
    }
}
