package trefas.metrology;

import trefas.quantity.Phase;

/// Simultaneous samples of the three measuring systems, channel by channel, in volts and amperes: U1 U2 U3 I1 I2 I3.
/// What sources fill and the kernel empties; one instance is used again and again. A block should stay within the
/// processor's second-level cache: [#CAPACITY] samples of six channels are 192 kB.
///
/// All samples of a block lie at equal distances. The first sample of a block follows the last of the block before at
/// the same distance, unless [#isContinuation] says otherwise: then something is missing in between, or the rate has
/// changed, and nothing may be computed across the border.
public final class SampleBlock {

    /// Voltages of three phases, then currents of three phases.
    public static final int CHANNELS = 2 * Phase.COUNT;

    /// The usual size, samples.
    public static final int CAPACITY = 4_096;

    private final double[][] channels;
    private int length;
    private double samplesPerSecond;
    private boolean isContinuation = true;

    /// Starts empty.
    ///
    /// @param capacity most samples it can hold, 1 upwards
    public SampleBlock(int capacity) {
        channels = new double[CHANNELS][capacity];
    }

    /// Where the voltage of a phase stands.
    public static int voltage(int phase) {
        return phase;
    }

    /// Where the current of a phase stands.
    public static int current(int phase) {
        return Phase.COUNT + phase;
    }

    /// The samples of a channel, V or A: the array itself, of which the first [#length] values count. An absent
    /// channel is zero throughout.
    public double[] channel(int channel) {
        return channels[channel];
    }

    public int capacity() {
        return channels[0].length;
    }

    /// Samples of each channel that count.
    public int length() {
        return length;
    }

    public boolean isFull() {
        return length == capacity();
    }

    /// Samples per second, above 0.
    public double samplesPerSecond() {
        return samplesPerSecond;
    }

    /// Whether the first sample follows the last of the block before.
    public boolean isContinuation() {
        return isContinuation;
    }

    /// Empties the block.
    ///
    /// @param samplesPerSecond of the samples to come
    /// @param isContinuation whether they follow the block before without a gap
    public void begin(double samplesPerSecond, boolean isContinuation) {
        if (!(samplesPerSecond > 0)) {
            throw new IllegalArgumentException("a sampling rate is above 0: " + samplesPerSecond);
        }
        this.length = 0;
        this.samplesPerSecond = samplesPerSecond;
        this.isContinuation = isContinuation;
    }

    /// Says how many samples count, after the channels have been filled.
    public void length(int samples) {
        if (samples < 0 || samples > capacity()) {
            throw new IllegalArgumentException("a block holds 0 to " + capacity() + " samples: " + samples);
        }
        this.length = samples;
    }
}
