package trefas.recording;

import java.util.OptionalDouble;

/// What the owner of a recording says about it beside the recording.
///
/// @param mapping which channels are which
/// @param scaling which side of the transformers is wanted; COMTRADE only
/// @param fullScale of the converter; WAV and raw samples only
/// @param samplesPerSecond for recordings that don't state a rate: raw samples, a CSV without times, COMTRADE with
///     time stamps only (where it replaces the rate found from the stamps)
public record RecordingOptions(
        ChannelMapping mapping, ComtradeScaling scaling, FullScale fullScale, OptionalDouble samplesPerSecond) {

    /// Channels by name, values as recorded, samples of full scale 1.
    public static final RecordingOptions USUAL = new RecordingOptions(
            ChannelMapping.automatic(), ComtradeScaling.AS_RECORDED, FullScale.ONE, OptionalDouble.empty());

    /// @throws IllegalArgumentException when the rate is not above 0
    public RecordingOptions {
        if (samplesPerSecond.isPresent()
                && !(samplesPerSecond.getAsDouble() > 0 && Double.isFinite(samplesPerSecond.getAsDouble()))) {
            throw new IllegalArgumentException("a sampling rate is above 0: " + samplesPerSecond);
        }
    }

    /// The same with another mapping.
    public RecordingOptions with(ChannelMapping other) {
        return new RecordingOptions(other, scaling, fullScale, samplesPerSecond);
    }

    /// The same with another scaling.
    public RecordingOptions with(ComtradeScaling other) {
        return new RecordingOptions(mapping, other, fullScale, samplesPerSecond);
    }

    /// The same with another full scale.
    public RecordingOptions with(FullScale other) {
        return new RecordingOptions(mapping, scaling, other, samplesPerSecond);
    }

    /// The same with a rate.
    ///
    /// @param rate samples per second, above 0
    public RecordingOptions withRate(double rate) {
        return new RecordingOptions(mapping, scaling, fullScale, OptionalDouble.of(rate));
    }
}
