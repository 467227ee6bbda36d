package trefas.recording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// A channel of the meter, by the place it has in a [SampleBlock].
public enum MeterChannel {
    U1(0),
    U2(1),
    U3(2),
    I1(3),
    I2(4),
    I3(5);

    private final int index;

    MeterChannel(int index) {
        this.index = index;
    }

    /// Place in a [SampleBlock], 0 to 5.
    public int index() {
        return index;
    }

    /// Whether it is a voltage; else it is a current.
    public boolean isVoltage() {
        return index < Phase.COUNT;
    }

    /// Phase, 0 to 2.
    public int phase() {
        return index % Phase.COUNT;
    }

    /// The channel at a place.
    ///
    /// @param index 0 to 5
    public static MeterChannel of(int index) {
        if (index < 0 || index >= SampleBlock.CHANNELS) {
            throw new IllegalArgumentException("channels are numbered 0 to 5: " + index);
        }
        return values()[index];
    }

    static MeterChannel of(boolean isVoltage, int phase) {
        return of(isVoltage ? SampleBlock.voltage(phase) : SampleBlock.current(phase));
    }

    /// The channel of that name, in either case; empty when there is none.
    public static Optional<MeterChannel> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(channel -> channel.name().equals(upper))
                .findFirst();
    }
}
