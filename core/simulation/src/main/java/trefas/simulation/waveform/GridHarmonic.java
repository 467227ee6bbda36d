package trefas.simulation.waveform;

/// A harmonic or interharmonic of the grid's voltage, on all three phases.
///
/// @param ratio frequency by that of the fundamental, above 0 to [HarmonicSignature#ORDERS], in
///     thousandths; a whole number above 1 is a harmonic
/// @param percent rms, percent of the declared voltage
/// @param degrees angle where the phase's fundamental rises through zero
public record GridHarmonic(double ratio, double percent, double degrees) {

    /// The largest, percent.
    public static final double PERCENT_MAX = 50;

    /// Interharmonics are told apart to a thousandth, so that a thousand cycles repeat them exactly.
    static final int PERIOD_CYCLES = 1_000;

    public GridHarmonic {
        if (!(ratio > 0 && ratio <= HarmonicSignature.ORDERS)
                || ratio == 1
                || Math.abs((ratio * PERIOD_CYCLES) - Math.rint(ratio * PERIOD_CYCLES)) > 1e-9) {
            throw new IllegalArgumentException(
                    "a harmonic is above 0 to " + HarmonicSignature.ORDERS + ", in thousandths, not 1: " + ratio);
        }
        if (!(percent >= 0 && percent <= PERCENT_MAX)) {
            throw new IllegalArgumentException("a harmonic is 0 to " + PERCENT_MAX + " %: " + percent);
        }
    }

    /// Whether it is a whole multiple of the fundamental.
    public boolean isHarmonic() {
        return ratio == Math.rint(ratio);
    }
}
