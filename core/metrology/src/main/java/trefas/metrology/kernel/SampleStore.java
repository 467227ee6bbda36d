package trefas.metrology.kernel;

import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;

/// The latest samples of a stretch, under one index: those that had to be kept, and behind them the block that is being
/// taken, on loan. Reading a block where it lies and keeping only what the next window needs of it saves about half of
/// the copying, and what is kept stays near the processor. Whoever needs a run without the seam asks for one.
final class SampleStore {

    /// How long voltages must stay before the start of the current window: the demodulation of an edge near the end of
    /// a stretch looks back up to three cycles of 40 Hz.
    static final double HISTORY_SECONDS = 0.08;

    /// History, the longest window (12 cycles of 36 Hz) and what an edge needs after it (4 cycles).
    private static final double NEEDED_SECONDS = 0.6;

    /// Room on top, so that moving stays seldom; little enough for all of it to stay near the processor.
    private static final int ROOM = 2 * SampleBlock.CAPACITY;

    /// With less room than this the rest is moved to the beginning.
    private static final int ROOM_MIN = SampleBlock.CAPACITY;

    private final double samplesPerSecond;
    private final double[][] kept;
    private int keptLength;
    private final double[][] lent = new double[SampleBlock.CHANNELS][0];
    private int lentFrom;
    private int lentLength;
    private long dropped;

    SampleStore(double samplesPerSecond) {
        this.samplesPerSecond = samplesPerSecond;
        int capacity = (int) (NEEDED_SECONDS * samplesPerSecond) + ROOM;
        kept = new double[SampleBlock.CHANNELS][capacity];
    }

    double samplesPerSecond() {
        return samplesPerSecond;
    }

    /// Samples there are now.
    int length() {
        return keptLength + lentLength;
    }

    /// Samples of the stretch that are no longer there: the index 0 is this sample of the stretch.
    long dropped() {
        return dropped;
    }

    /// Takes as many samples on loan as there would be room for, until [#keep].
    ///
    /// @return how many
    int lend(SampleBlock block, int from) {
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            lent[channel] = block.channel(channel);
        }
        lentFrom = from;
        lentLength = Math.min(block.length() - from, kept[0].length - keptLength);
        return lentLength;
    }

    /// The arrays that hold a sample; it stands at [#place] in them.
    double[][] arrays(int index) {
        return index < keptLength ? kept : lent;
    }

    /// Where a sample stands in its arrays.
    int place(int index) {
        return index < keptLength ? index : index - keptLength + lentFrom;
    }

    /// Samples from one on, itself included, that stand behind each other.
    int run(int index) {
        return index < keptLength ? keptLength - index : length() - index;
    }

    /// Copies a few samples of a channel, across the seam.
    void copy(int channel, int from, int count, double[] to) {
        int first = Math.min(count, run(from));
        System.arraycopy(arrays(from)[channel], place(from), to, 0, first);
        if (first < count) {
            System.arraycopy(lent[channel], lentFrom, to, first, count - first);
        }
    }

    /// All samples without a seam, by index: what is on loan is copied.
    double[][] contiguous() {
        takeIn(0);
        return kept;
    }

    /// Gives back what is on loan, after copying what will still be needed; drops what will not.
    ///
    /// @param edge start of the current window
    /// @return by how much every index has become smaller
    int keep(double edge) {
        int needed = Math.max(0, (int) edge - (int) (HISTORY_SECONDS * samplesPerSecond) - 2 * SampleWindow.MARGIN);
        int gone = Math.min(needed, keptLength);
        boolean isLessMoved = keptLength - gone <= gone;
        if (isLessMoved || kept[0].length - length() < ROOM_MIN) {
            move(gone);
            // Of what is on loan the beginning may not be needed either.
            int skipped = needed - gone;
            lentFrom += skipped;
            lentLength -= skipped;
            gone = needed;
        } else {
            gone = 0;
        }
        // Only voltages are demodulated: of the currents nothing is needed before the window and its margin.
        takeIn(Math.max(0, (int) edge - gone - 2 * SampleWindow.MARGIN - keptLength));
        dropped += gone;
        return gone;
    }

    private void takeIn(int currentsFrom) {
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            int skipped = channel < SampleBlock.current(0) ? 0 : Math.min(lentLength, currentsFrom);
            System.arraycopy(
                    lent[channel], lentFrom + skipped, kept[channel], keptLength + skipped, lentLength - skipped);
        }
        keptLength += lentLength;
        lentLength = 0;
    }

    private void move(int count) {
        for (double[] channel : kept) {
            System.arraycopy(channel, count, channel, 0, keptLength - count);
        }
        keptLength -= count;
    }
}
