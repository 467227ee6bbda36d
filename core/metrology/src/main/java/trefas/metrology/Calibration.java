package trefas.metrology;

/// Corrects the samples of an analogue front end by calibration constants: offset, gain and time of each channel.
/// Constants that change nothing leave every bit as it is.
public final class Calibration {

    private final CalibrationConstants constants;
    private final ChannelDelays delays;

    /// Corrects by these constants.
    public Calibration(CalibrationConstants constants) {
        this.constants = constants;
        this.delays = new ChannelDelays(constants.channels().stream()
                .map(channel -> -channel.advanceSeconds())
                .toList());
    }

    /// Corrects a block in place. When a channel is shifted in time, each stretch loses [DelayLine#MARGIN]
    /// samples at either end.
    public void apply(SampleBlock block) {
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            ChannelCalibration calibration = constants.channel(channel);
            if (calibration.offset() != 0 || calibration.gain() != 1) {
                scale(block.channel(channel), block.length(), calibration);
            }
        }
        delays.apply(block);
    }

    private static void scale(double[] samples, int length, ChannelCalibration calibration) {
        double offset = calibration.offset();
        double gain = calibration.gain();
        for (int n = 0; n < length; n++) {
            samples[n] = (samples[n] - offset) * gain;
        }
    }
}
