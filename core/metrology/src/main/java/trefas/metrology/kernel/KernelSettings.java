package trefas.metrology.kernel;

import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// What the kernel must know before the first sample.
///
/// @param nominalFrequency of the supply
/// @param measuredChannels a bit for each channel of [SampleBlock] that is measured, channel 0 in bit 0; the others are
///     zero throughout and tell no frequency
/// @param minimumVoltage fundamental below which a phase tells no frequency, V rms, above 0
public record KernelSettings(NominalFrequency nominalFrequency, int measuredChannels, double minimumVoltage) {

    /// All six channels.
    public static final int ALL_CHANNELS = (1 << SampleBlock.CHANNELS) - 1;

    /// The usual minimum: 1 % of 230 V, far below any dip whose phase still means something.
    public static final double MINIMUM_VOLTAGE = 2.3;

    /// A European low-voltage supply with all six channels.
    public static final KernelSettings DEFAULT =
            new KernelSettings(NominalFrequency.HERTZ_50, ALL_CHANNELS, MINIMUM_VOLTAGE);

    public KernelSettings {
        if (measuredChannels <= 0 || measuredChannels > ALL_CHANNELS) {
            throw new IllegalArgumentException(
                    "measured channels are the bits 1 to " + ALL_CHANNELS + ": " + measuredChannels);
        }
        if (!(minimumVoltage > 0)) {
            throw new IllegalArgumentException("a minimum voltage is above 0 V: " + minimumVoltage);
        }
    }

    /// The same with another nominal frequency.
    public KernelSettings with(NominalFrequency other) {
        return new KernelSettings(other, measuredChannels, minimumVoltage);
    }

    /// Whether a channel of [SampleBlock] is measured.
    public boolean isMeasured(int channel) {
        return ((measuredChannels >> channel) & 1) != 0;
    }

    /// Whether the voltage of a phase is measured.
    boolean hasVoltage(int phase) {
        return phase < Phase.COUNT && isMeasured(SampleBlock.voltage(phase));
    }
}
