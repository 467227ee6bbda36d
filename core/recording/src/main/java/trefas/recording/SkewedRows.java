package trefas.recording;

import java.nio.ByteBuffer;
import trefas.metrology.FractionalDelay;
import trefas.metrology.SampleBlock;

/// Rows whose channels were not sampled at the same instant, brought to one: a channel sampled `skew` seconds after
/// the row's instant is interpolated back to it. Rows come out [#REACH] rows later than they went in. Beyond the first
/// and last row of a segment the waveform is continued by its point reflection.
final class SkewedRows implements RowSource {

    /// The largest skew corrected, samples.
    static final int SAMPLES_MAX = 16;

    private static final int REACH = SAMPLES_MAX + FractionalDelay.TAPS;
    private static final int RING = 4 * REACH;
    private static final double MICROSECONDS_PER_SECOND = 1e6;

    private final RowSource rows;
    private final double[] skewSeconds;
    private final double[][] ring = new double[SampleBlock.CHANNELS][RING];
    private final FractionalDelay[] shifts = new FractionalDelay[SampleBlock.CHANNELS];
    private final double[] neighbours = new double[FractionalDelay.TAPS];
    private final double[] row = new double[SampleBlock.CHANNELS];
    private long taken;
    private long given;
    private boolean isHolding;
    private boolean isClosed;
    private boolean isFirstOfAll = true;
    private double samplesPerSecond;
    private boolean isContinuation = true;

    /// Corrects rows.
    ///
    /// @param skewSeconds of each channel, as in [SampleBlock]
    SkewedRows(RowSource rows, double[] skewSeconds) {
        this.rows = rows;
        this.skewSeconds = skewSeconds.clone();
    }

    /// Whether a skew needs a correction at all.
    static boolean isSkewed(double[] skewSeconds) {
        for (double seconds : skewSeconds) {
            if (seconds != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean next(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        while (!isClosed && taken - given <= REACH) {
            if (!isHolding && !rows.next(octets, isEnd)) {
                if (!isEnd || octets.hasRemaining()) {
                    return false;
                }
                isClosed = true;
            } else if (isNewSegment() && taken > 0) {
                isHolding = true;
                isClosed = true;
            } else {
                take();
            }
        }
        if (given == taken) {
            if (!isHolding) {
                return false;
            }
            isClosed = false;
            taken = 0;
            given = 0;
            return next(octets, isEnd);
        }
        give();
        return true;
    }

    private boolean isNewSegment() {
        return !rows.isContinuation() || rows.samplesPerSecond() != samplesPerSecond;
    }

    private void take() throws UnusableRecordingException {
        if (taken == 0) {
            begin();
        }
        int at = (int) (taken % RING);
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            ring[channel][at] = rows.row()[channel];
        }
        taken++;
        isHolding = false;
    }

    private void begin() throws UnusableRecordingException {
        samplesPerSecond = rows.samplesPerSecond();
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            double samples = skewSeconds[channel] * samplesPerSecond;
            if (!(Math.abs(samples) <= SAMPLES_MAX)) {
                throw new UnusableRecordingException("channel " + MeterChannel.of(channel) + ": found a skew of "
                        + SteadyRate.plain(skewSeconds[channel] * MICROSECONDS_PER_SECOND) + " us, expected at most "
                        + SAMPLES_MAX + " sampling periods");
            }
            shifts[channel] = new FractionalDelay(samples);
        }
    }

    private void give() {
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            FractionalDelay shift = shifts[channel];
            if (skewSeconds[channel] == 0) {
                row[channel] = ring[channel][(int) (given % RING)];
            } else {
                long first = given + shift.firstTap();
                for (int tap = 0; tap < FractionalDelay.TAPS; tap++) {
                    neighbours[tap] = at(channel, first + tap);
                }
                row[channel] = shift.apply(neighbours);
            }
        }
        isContinuation = given > 0 || isFirstOfAll;
        isFirstOfAll = false;
        given++;
    }

    private double at(int channel, long index) {
        long last = taken - 1;
        if (index < 0) {
            return (2 * value(channel, 0)) - value(channel, Math.min(-index, last));
        }
        if (index > last) {
            return (2 * value(channel, last)) - value(channel, Math.max((2 * last) - index, 0));
        }
        return value(channel, index);
    }

    private double value(int channel, long index) {
        return ring[channel][(int) (index % RING)];
    }

    @Override
    public double[] row() {
        return row;
    }

    @Override
    public double samplesPerSecond() {
        return samplesPerSecond;
    }

    @Override
    public boolean isContinuation() {
        return isContinuation;
    }
}
