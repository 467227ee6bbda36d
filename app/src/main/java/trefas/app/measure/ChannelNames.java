package trefas.app.measure;

import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// The six channels as people write them.
final class ChannelNames {

    private ChannelNames() {}

    /// U1 to I3.
    static String of(int channel) {
        return channel < SampleBlock.current(0) ? "U" + (channel + 1) : "I" + (channel - Phase.COUNT + 1);
    }
}
