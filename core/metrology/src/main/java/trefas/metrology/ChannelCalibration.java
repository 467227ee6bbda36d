package trefas.metrology;

/// What corrects one channel. True value = (sample - offset) * gain, taken `advanceSeconds` earlier.
///
/// @param offset what the channel shows without input, V or A
/// @param gain factor from shown to true, above 0
/// @param advanceSeconds how late the channel is, s; negative when it is early
public record ChannelCalibration(double offset, double gain, double advanceSeconds) {

    /// Changes nothing.
    public static final ChannelCalibration NONE = new ChannelCalibration(0, 1, 0);

    /// The factor must be usable.
    public ChannelCalibration {
        if (!(gain > 0)) {
            throw new IllegalArgumentException("a calibration factor is above 0: " + gain);
        }
    }
}
