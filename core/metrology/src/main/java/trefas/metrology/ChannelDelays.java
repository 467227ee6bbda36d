package trefas.metrology;

import java.util.List;

/// Delays each channel of a block by a time of its own and keeps the six in step. When no channel is delayed the
/// blocks pass through as they are; otherwise each stretch loses [DelayLine#MARGIN] samples at either end.
public final class ChannelDelays {

    private final List<Double> seconds;
    private final DelayLine[] delays = new DelayLine[SampleBlock.CHANNELS];
    private final boolean isNothing;
    private double samplesPerSecond;
    private int capacity;

    /// Starts with an empty history.
    ///
    /// @param seconds six delays in the order of [SampleBlock]; positive makes the channel later
    public ChannelDelays(List<Double> seconds) {
        if (seconds.size() != SampleBlock.CHANNELS) {
            throw new IllegalArgumentException("there are six channels, not " + seconds.size());
        }
        this.seconds = List.copyOf(seconds);
        this.isNothing = seconds.stream().allMatch(delay -> delay == 0);
    }

    /// Delays the samples in place; the first block of a stretch comes out shorter.
    ///
    /// @throws IllegalArgumentException when a delay is longer than [DelayLine#SAMPLES_MAX] samples
    public void apply(SampleBlock block) {
        if (isNothing) {
            return;
        }
        prepare(block);
        int length = block.length();
        int out = 0;
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            out = delays[channel].apply(block.channel(channel), length);
        }
        block.length(out);
    }

    private void prepare(SampleBlock block) {
        if (block.samplesPerSecond() != samplesPerSecond || block.capacity() > capacity) {
            samplesPerSecond = block.samplesPerSecond();
            capacity = block.capacity();
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                delays[channel] = new DelayLine(seconds.get(channel) * samplesPerSecond, capacity);
            }
        } else if (!block.isContinuation()) {
            for (DelayLine delay : delays) {
                delay.reset();
            }
        }
    }
}
