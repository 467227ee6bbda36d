package trefas.simulation.frontend;

import trefas.metrology.ChannelDelays;
import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// What lies between the terminals and the numbers: turns true volts and amperes into what the converters of a real
/// meter would give, block by block and in place. In the order of the hardware: coupling, gain, delay, offset, noise,
/// clipping, steps. The ideal front end leaves every bit as it is.
///
/// A shunt has neither saturation nor a blindness for direct current, so neither is modelled.
public final class AnalogueFrontEnd {

    private final FrontEndErrors errors;
    private final double kelvin;
    private final ChannelDelays delays;
    private final WhiteNoise[] noises = new WhiteNoise[SampleBlock.CHANNELS];

    /// Starts with an empty history.
    ///
    /// @param celsius temperature of the meter
    public AnalogueFrontEnd(FrontEndErrors errors, double celsius) {
        this.errors = errors;
        this.kelvin = celsius - errors.referenceCelsius();
        this.delays = new ChannelDelays(errors.channels().stream()
                .map(channel -> channel.delaySeconds(kelvin))
                .toList());
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            noises[channel] = new WhiteNoise((errors.seed() * SampleBlock.CHANNELS) + channel);
        }
    }

    /// Passes a block through. When a channel is delayed, each stretch loses [DelayLine#MARGIN] samples at
    /// either end; the channels stay in step but for their errors.
    public void apply(SampleBlock block) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            couple(block, phase);
        }
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            amplify(block, channel);
        }
        delays.apply(block);
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            convert(block, channel);
        }
    }

    /// The current channel picks up some of the voltage; the shunt's voltage is far too small to do the same.
    private void couple(SampleBlock block, int phase) {
        double coupling = errors.channel(SampleBlock.current(phase)).coupling();
        if (coupling == 0) {
            return;
        }
        double[] volts = block.channel(SampleBlock.voltage(phase));
        double[] amperes = block.channel(SampleBlock.current(phase));
        for (int n = 0; n < block.length(); n++) {
            amperes[n] += coupling * volts[n];
        }
    }

    private void amplify(SampleBlock block, int channel) {
        double gain = errors.channel(channel).gain(kelvin);
        if (gain == 1) {
            return;
        }
        double[] samples = block.channel(channel);
        for (int n = 0; n < block.length(); n++) {
            samples[n] *= gain;
        }
    }

    private void convert(SampleBlock block, int channel) {
        ChannelErrors error = errors.channel(channel);
        double[] samples = block.channel(channel);
        int length = block.length();
        if (error.offset() != 0) {
            for (int n = 0; n < length; n++) {
                samples[n] += error.offset();
            }
        }
        if (error.noise() > 0) {
            noises[channel].add(samples, length, error.noise());
        }
        Converter converter = errors.converter();
        if (!converter.isIdeal()) {
            double range = channel < SampleBlock.current(0) ? converter.voltageRange() : converter.currentRange();
            converter.convert(samples, length, range);
        }
    }
}
