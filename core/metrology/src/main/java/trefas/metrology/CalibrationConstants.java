package trefas.metrology;

import java.util.Collections;
import java.util.List;

/// The calibration constants of a meter: what was found when it was made, and is kept for its life.
///
/// @param channels six, in the order of [SampleBlock]
public record CalibrationConstants(List<ChannelCalibration> channels) {

    /// Changes nothing.
    public static final CalibrationConstants NONE =
            new CalibrationConstants(Collections.nCopies(SampleBlock.CHANNELS, ChannelCalibration.NONE));

    /// One for each channel.
    public CalibrationConstants {
        channels = List.copyOf(channels);
        if (channels.size() != SampleBlock.CHANNELS) {
            throw new IllegalArgumentException("there are six channels, not " + channels.size());
        }
    }

    /// The constants of a channel.
    public ChannelCalibration channel(int channel) {
        return channels.get(channel);
    }
}
