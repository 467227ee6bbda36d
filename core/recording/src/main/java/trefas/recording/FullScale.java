package trefas.recording;

/// What the largest sample of a converter stands for. Integer samples reach it at two to the power of their bits less
/// one, floating-point samples at 1.
///
/// @param volts of the voltage channels, above 0
/// @param amperes of the current channels, above 0
public record FullScale(double volts, double amperes) {

    /// Samples from -1 to 1 are volts and amperes themselves.
    public static final FullScale ONE = new FullScale(1, 1);

    /// @throws IllegalArgumentException when one is not above 0
    public FullScale {
        if (!(volts > 0) || !(amperes > 0) || !Double.isFinite(volts) || !Double.isFinite(amperes)) {
            throw new IllegalArgumentException("full scale: " + volts + " V, " + amperes + " A");
        }
    }

    double of(MeterChannel channel) {
        return channel.isVoltage() ? volts : amperes;
    }
}
