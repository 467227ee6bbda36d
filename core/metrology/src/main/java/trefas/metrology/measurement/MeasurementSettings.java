package trefas.metrology.measurement;

import java.util.EnumSet;
import java.util.Set;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.metrology.SummationMethod;
import trefas.metrology.kernel.KernelSettings;
import trefas.metrology.kernel.NominalFrequency;
import trefas.quantity.Phase;

/// What must be known before a record is measured.
///
/// @param declaredVolts Udin, V, above 0
/// @param nominalFrequency of the supply
/// @param measuredChannels a bit for each channel of [SampleBlock] that is measured, channel 0 in bit 0
/// @param summation how the phases become a total
/// @param orders harmonics to this order, 1 to [HarmonicSpectrum#ORDERS_MAX]
/// @param startEpochMilliseconds when the first sample was taken, milliseconds since 1970; 0 for a record without a
///     clock, whose long intervals count from its beginning
public record MeasurementSettings(
        double declaredVolts,
        NominalFrequency nominalFrequency,
        int measuredChannels,
        SummationMethod summation,
        int orders,
        long startEpochMilliseconds) {

    /// The usual declared voltage of a low-voltage supply, V.
    public static final double DECLARED_VOLTS = 230;

    /// Share of the declared voltage below which a phase tells no frequency.
    private static final double MINIMUM_SHARE = 0.01;

    /// A supply of 230 V with all six channels, summed as vectors.
    public static final MeasurementSettings DEFAULT = new MeasurementSettings(
            DECLARED_VOLTS,
            NominalFrequency.AUTOMATIC,
            KernelSettings.ALL_CHANNELS,
            SummationMethod.VECTOR,
            HarmonicSpectrum.ORDERS,
            0);

    public MeasurementSettings {
        if (!(declaredVolts > 0 && Double.isFinite(declaredVolts))) {
            throw new IllegalArgumentException("a declared voltage is above 0 V: " + declaredVolts);
        }
    }

    /// Whether a channel of [SampleBlock] is measured.
    public boolean isMeasured(int channel) {
        return ((measuredChannels >> channel) & 1) != 0;
    }

    /// The phases with a voltage channel.
    public Set<Phase> phasesWithVoltage() {
        var phases = EnumSet.noneOf(Phase.class);
        for (Phase phase : Phase.values()) {
            if (isMeasured(SampleBlock.voltage(phase.index()))) {
                phases.add(phase);
            }
        }
        return phases;
    }

    /// What the kernel must know.
    KernelSettings kernel() {
        return new KernelSettings(nominalFrequency, measuredChannels, declaredVolts * MINIMUM_SHARE);
    }
}
