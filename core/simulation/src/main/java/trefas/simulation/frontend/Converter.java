package trefas.simulation.frontend;

/// The analogue-to-digital converters: their steps, and where they clip.
///
/// @param bits 2 to 32, or 0 for a converter without steps and without limits
/// @param voltageRange peak of what a voltage channel can show, V
/// @param currentRange peak of what a current channel can show, A
public record Converter(int bits, double voltageRange, double currentRange) {

    /// Peak that holds 1.5 times the highest line-to-line voltage.
    public static final double VOLTAGE_RANGE = 800;

    /// Peak that holds 63 A with a crest factor of 1.9.
    public static final double CURRENT_RANGE = 120;

    /// Neither steps nor limits.
    public static final Converter IDEAL = ofBits(0);

    /// Most steps.
    public static final int BITS_MAX = 32;

    /// Refuses what no converter can be.
    public Converter {
        if (bits != 0 && (bits < 2 || bits > BITS_MAX)) {
            throw new IllegalArgumentException("a converter has 2 to 32 bits: " + bits);
        }
        if (!(voltageRange > 0 && currentRange > 0)) {
            throw new IllegalArgumentException(
                    "the range of a converter is above 0: " + voltageRange + " V, " + currentRange + " A");
        }
    }

    /// A converter of the usual ranges, 800 V and 120 A peak.
    ///
    /// @param bits 2 to 32, or 0 for neither steps nor limits
    public static Converter ofBits(int bits) {
        return new Converter(bits, VOLTAGE_RANGE, CURRENT_RANGE);
    }

    /// Whether it passes everything on as it is.
    public boolean isIdeal() {
        return bits == 0;
    }

    /// Rounds samples to steps and clips them; the lowest step of two's complement has no positive twin.
    void convert(double[] samples, int length, double range) {
        double steps = 0x1.0p-1 * Math.pow(2, bits);
        double toSteps = steps / range;
        double toValue = range / steps;
        for (int n = 0; n < length; n++) {
            double step = Math.rint(samples[n] * toSteps);
            samples[n] = Math.min(Math.max(step, -steps), steps - 1) * toValue;
        }
    }
}
