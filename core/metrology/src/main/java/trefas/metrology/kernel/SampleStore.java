package trefas.metrology.kernel;

import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;

/// The latest samples of a stretch, contiguous per channel, so that a window never has a seam. What no window and no
/// demodulation will look at again is dropped when the arrays are full, by moving the rest to their beginning.
final class SampleStore {

    /// How long samples must stay before the start of the current window: the demodulation of an edge near the end of
    /// a stretch looks back up to three cycles of 40 Hz.
    static final double HISTORY_SECONDS = 0.08;

    /// History, the longest window (12 cycles of 36 Hz) and what an edge needs after it (4 cycles).
    private static final double NEEDED_SECONDS = 0.6;

    /// Room on top, so that moving stays seldom; little enough for all of it to stay near the processor.
    private static final int ROOM = 4 * SampleBlock.CAPACITY;

    private final double samplesPerSecond;
    private final double[][] channels;
    private int length;
    private long dropped;

    SampleStore(double samplesPerSecond) {
        this.samplesPerSecond = samplesPerSecond;
        int capacity = (int) (NEEDED_SECONDS * samplesPerSecond) + ROOM;
        channels = new double[SampleBlock.CHANNELS][capacity];
    }

    double samplesPerSecond() {
        return samplesPerSecond;
    }

    double[][] channels() {
        return channels;
    }

    /// Samples held now.
    int length() {
        return length;
    }

    /// Samples of the stretch that are no longer held: the index 0 is this sample of the stretch.
    long dropped() {
        return dropped;
    }

    /// Starts a new stretch.
    void clear() {
        length = 0;
        dropped = 0;
    }

    /// Takes as many samples as there is room for.
    ///
    /// @return how many
    int append(SampleBlock block, int from) {
        int count = Math.min(block.length() - from, channels[0].length - length);
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            System.arraycopy(block.channel(channel), from, channels[channel], length, count);
        }
        length += count;
        return count;
    }

    boolean isFull() {
        return length == channels[0].length;
    }

    /// Drops what lies further back than the history.
    ///
    /// @param start of the current window
    /// @return by how much every index has become smaller
    int dropBefore(double start) {
        int history = (int) (HISTORY_SECONDS * samplesPerSecond) + 2 * SampleWindow.MARGIN;
        int count = (int) start - history;
        if (count <= 0) {
            return 0;
        }
        for (double[] channel : channels) {
            System.arraycopy(channel, count, channel, 0, length - count);
        }
        length -= count;
        dropped += count;
        return count;
    }
}
