package trefas.simulation.frontend;

import java.util.Collections;
import java.util.List;
import trefas.metrology.SampleBlock;

/// A whole analogue front end: what its six channels do wrong, and its converter.
///
/// @param channels six, in the order of [SampleBlock]
/// @param converter what turns volts and amperes into numbers
/// @param referenceCelsius the temperature that the errors are given for
/// @param seed of the noise
public record FrontEndErrors(List<ChannelErrors> channels, Converter converter, double referenceCelsius, long seed) {

    /// The reference temperature of EN 50470-1.
    public static final double REFERENCE_CELSIUS = 23;

    /// Does nothing wrong.
    public static final FrontEndErrors IDEAL = ideal(Converter.IDEAL);

    /// One for each channel.
    public FrontEndErrors {
        channels = List.copyOf(channels);
        if (channels.size() != SampleBlock.CHANNELS) {
            throw new IllegalArgumentException("there are six channels, not " + channels.size());
        }
    }

    /// An ideal analogue part before this converter.
    public static FrontEndErrors ideal(Converter converter) {
        return new FrontEndErrors(
                Collections.nCopies(SampleBlock.CHANNELS, ChannelErrors.NONE), converter, REFERENCE_CELSIUS, 1);
    }

    /// The errors of a channel.
    public ChannelErrors channel(int channel) {
        return channels.get(channel);
    }

    /// The same analogue part before another converter.
    public FrontEndErrors with(Converter other) {
        return new FrontEndErrors(channels, other, referenceCelsius, seed);
    }
}
