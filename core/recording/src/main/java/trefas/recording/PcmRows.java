package trefas.recording;

import java.nio.ByteBuffer;
import java.util.List;
import trefas.metrology.SampleBlock;

/// Interleaved samples of a converter: one frame after the other, each with one sample of every channel.
final class PcmRows implements RowSource {

    private final PcmFormat format;
    private final FixedRecord frames;
    private final double samplesPerSecond;
    private final int[] offsets;
    private final int[] targets;
    private final double[] factors;
    private final double[] row = new double[SampleBlock.CHANNELS];

    /// Prepares for frames.
    ///
    /// @param frameOctets of a frame, the samples of all channels
    PcmRows(
            PcmFormat format,
            int frameOctets,
            double samplesPerSecond,
            List<MappedChannel> mapped,
            FullScale fullScale) {
        this.format = format;
        this.frames = new FixedRecord(frameOctets, format.order(), "frame");
        this.samplesPerSecond = samplesPerSecond;
        this.offsets = new int[mapped.size()];
        this.targets = new int[mapped.size()];
        this.factors = new double[mapped.size()];
        for (int i = 0; i < offsets.length; i++) {
            MappedChannel one = mapped.get(i);
            offsets[i] = (one.source().number() - 1) * format.octets();
            targets[i] = one.channel().index();
            factors[i] = one.factor() * fullScale.of(one.channel());
        }
    }

    @Override
    public boolean next(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        if (!frames.next(octets, isEnd)) {
            return false;
        }
        ByteBuffer frame = frames.octets();
        int at = frames.position();
        for (int i = 0; i < offsets.length; i++) {
            double value = format.sample(frame, at + offsets[i]) * factors[i];
            if (!Double.isFinite(value)) {
                throw new UnusableRecordingException(frames.place() + ", channel " + MeterChannel.of(targets[i])
                        + ": found " + value + ", expected a finite number");
            }
            row[targets[i]] = value;
        }
        return true;
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
        return true;
    }
}
