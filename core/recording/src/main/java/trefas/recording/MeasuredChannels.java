package trefas.recording;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import trefas.metrology.SampleBlock;

/// Which of U1 U2 U3 I1 I2 I3 a recording has. The others are zero in every block, which says nothing about the
/// installation.
///
/// @param bits bit n for the channel at place n of a [SampleBlock], at least one
public record MeasuredChannels(int bits) {

    /// All six.
    public static final MeasuredChannels ALL = new MeasuredChannels((1 << SampleBlock.CHANNELS) - 1);

    /// @throws IllegalArgumentException when no channel is there or one that doesn't exist
    public MeasuredChannels {
        if (bits <= 0 || bits >= 1 << SampleBlock.CHANNELS) {
            throw new IllegalArgumentException("one to six channels: " + bits);
        }
    }

    /// Gathers channels.
    public static MeasuredChannels of(Iterable<MeterChannel> channels) {
        int bits = 0;
        for (MeterChannel channel : channels) {
            bits |= 1 << channel.index();
        }
        return new MeasuredChannels(bits);
    }

    /// Whether that channel was measured.
    public boolean has(MeterChannel channel) {
        return (bits & (1 << channel.index())) != 0;
    }

    /// Whether the voltage of a phase, 0 to 2, was measured.
    public boolean hasVoltage(int phase) {
        return has(MeterChannel.of(true, phase));
    }

    /// Whether the current of a phase, 0 to 2, was measured.
    public boolean hasCurrent(int phase) {
        return has(MeterChannel.of(false, phase));
    }

    /// Those measured, in the order U1 U2 U3 I1 I2 I3.
    public List<MeterChannel> channels() {
        return Arrays.stream(MeterChannel.values()).filter(this::has).toList();
    }

    /// For people, such as `U1 I1`.
    @Override
    public String toString() {
        return channels().stream().map(MeterChannel::name).collect(Collectors.joining(" "));
    }
}
