package trefas.metrology;

import java.util.Arrays;

/// Delays the samples of one channel, block by block, by a time that need not be a whole number of samples; the
/// history of a stretch is kept from block to block.
///
/// An output needs [#MARGIN] samples on either side of it, so what comes out of a stretch lacks its first [#MARGIN] and
/// last [#MARGIN] samples. Channels with different delays therefore stay in step when all of them run through an
/// instance of this class; a delay of 0 passes samples on unchanged, in the same step.
public final class DelayLine {

    /// Longest delay or advance, samples.
    public static final int SAMPLES_MAX = 16;

    /// Samples that are lost at either end of a stretch.
    public static final int MARGIN = (FractionalDelay.TAPS / 2) + SAMPLES_MAX;

    /// The history that the next output needs.
    private static final int HISTORY = 2 * MARGIN;

    private final double[] taps = new double[FractionalDelay.TAPS];
    /// Place of the first tap, from the oldest of the [#HISTORY] + 1 samples around an output.
    private final int firstTap;

    private final boolean isWhole;
    private final double[] line;
    private int held;

    /// Starts with an empty history.
    ///
    /// @param samples the delay, -[#SAMPLES_MAX] to [#SAMPLES_MAX]; positive makes the signal later
    /// @param capacity most samples of one call
    public DelayLine(double samples, int capacity) {
        if (!(Math.abs(samples) <= SAMPLES_MAX)) {
            throw new IllegalArgumentException("a delay line holds -16 to 16 samples: " + samples);
        }
        var delay = new FractionalDelay(samples);
        for (int tap = 0; tap < taps.length; tap++) {
            double[] impulse = new double[FractionalDelay.TAPS];
            impulse[tap] = 1;
            taps[tap] = delay.apply(impulse);
        }
        isWhole = samples == Math.rint(samples);
        firstTap = isWhole ? MARGIN - (int) samples : MARGIN + delay.firstTap();
        line = new double[HISTORY + capacity];
    }

    /// Forgets the history: the next sample does not follow the last one.
    public void reset() {
        held = 0;
    }

    /// Replaces samples by delayed ones, from the front of the array.
    ///
    /// @param samples the samples, in and out
    /// @param length how many go in
    /// @return how many come out: fewer than went in only while the history fills
    public int apply(double[] samples, int length) {
        System.arraycopy(samples, 0, line, held, length);
        int available = held + length;
        int out = Math.max(0, available - HISTORY);
        if (isWhole) {
            System.arraycopy(line, firstTap, samples, 0, out);
        } else {
            convolve(samples, out);
        }
        held = available - out;
        System.arraycopy(line, out, line, 0, held);
        return out;
    }

    /// Tap by tap over the whole block, which the compiler turns into vector instructions.
    private void convolve(double[] samples, int out) {
        Arrays.fill(samples, 0, out, 0);
        for (int tap = 0; tap < taps.length; tap++) {
            double factor = taps[tap];
            int from = firstTap + tap;
            for (int n = 0; n < out; n++) {
                samples[n] += factor * line[from + n];
            }
        }
    }
}
