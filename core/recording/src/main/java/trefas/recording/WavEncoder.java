package trefas.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import trefas.metrology.SampleBlock;

/// Writes WAV of six channels, U1 U2 U3 I1 I2 I3, as WAVE_FORMAT_EXTENSIBLE without loudspeaker positions;
/// beyond 4 GiB as RF64. WAV knows no volts: a sample of 1, or the largest integer, is full scale, which
/// whoever reads the file must be told.
public final class WavEncoder implements WaveformEncoder {

    /// How a sample is written.
    public enum Format {
        /// Signed, 24 bits.
        PCM_24(1, 3),
        /// IEEE 754 single precision; nothing is clipped.
        FLOAT_32(3, 4);

        private final int tag;
        private final int octets;

        Format(int tag, int octets) {
            this.tag = tag;
            this.octets = octets;
        }
    }

    /// The longest recording, frames: about eleven years at 10 kHz.
    public static final long FRAMES_MAX = 1L << 42;

    /// The highest rate a head can state, samples per second.
    public static final int RATE_MAX = 1 << 26;

    private static final int PCM_COUNT_MAX = (1 << 23) - 1;
    private static final double PCM_SCALE = 1 << 23;
    private static final int FORMAT_OCTETS = 40;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int EXTENSION_OCTETS = 22;
    private static final int LONG_HEAD_OCTETS = 28;
    private static final int HEAD_MAX = 128;
    private static final long SHORT_MAX = 0xFFFF_FFFFL;

    /// The last 14 octets of the sub-format: KSDATAFORMAT_SUBTYPE without its tag.
    private static final long SUBFORMAT_MIDDLE = 0x0010_0000_0000_0000L;

    private static final long SUBFORMAT_END = 0x719B_3800_AA00_0080L;

    private final Format format;
    private final FullScale fullScale;
    private final int samplesPerSecond;
    private final long frames;
    private long encoded;
    private long clipped;

    /// Prepares for a file.
    ///
    /// @param fullScale what a sample of 1 stands for
    /// @param samplesPerSecond rate, a whole number from 1 to [#RATE_MAX]
    /// @param frames length, 1 to [#FRAMES_MAX]
    /// @throws IllegalArgumentException for a rate or a length that WAV cannot state
    public WavEncoder(Format format, FullScale fullScale, double samplesPerSecond, long frames) {
        if (samplesPerSecond != Math.rint(samplesPerSecond) || samplesPerSecond < 1 || samplesPerSecond > RATE_MAX) {
            throw new IllegalArgumentException(
                    "WAV has a whole number of samples per second, 1 to " + RATE_MAX + ": " + samplesPerSecond);
        }
        if (frames < 1 || frames > FRAMES_MAX) {
            throw new IllegalArgumentException("a WAV recording has 1 to " + FRAMES_MAX + " samples: " + frames);
        }
        this.format = format;
        this.fullScale = fullScale;
        this.samplesPerSecond = (int) samplesPerSecond;
        this.frames = frames;
    }

    @Override
    public ByteBuffer head() {
        long data = frames * frameOctetsMax();
        int tail = Integer.BYTES + (2 * Integer.BYTES) + FORMAT_OCTETS + (3 * Integer.BYTES) + (2 * Integer.BYTES);
        boolean isLong = data + tail > SHORT_MAX;
        var head = ByteBuffer.allocate(HEAD_MAX).order(ByteOrder.LITTLE_ENDIAN);
        text(head, isLong ? "RF64" : "RIFF");
        head.putInt(isLong ? -1 : (int) (data + tail));
        text(head, "WAVE");
        if (isLong) {
            text(head, "ds64");
            head.putInt(LONG_HEAD_OCTETS);
            head.putLong(data + tail + LONG_HEAD_OCTETS + (2 * Integer.BYTES));
            head.putLong(data);
            head.putLong(frames);
            head.putInt(0);
        }
        format(head);
        text(head, "fact");
        head.putInt(Integer.BYTES);
        head.putInt((int) Math.min(frames, SHORT_MAX));
        text(head, "data");
        head.putInt(isLong ? -1 : (int) data);
        return head.flip();
    }

    private void format(ByteBuffer head) {
        int bits = format.octets * Byte.SIZE;
        text(head, "fmt ");
        head.putInt(FORMAT_OCTETS);
        head.putShort((short) EXTENSIBLE);
        head.putShort((short) SampleBlock.CHANNELS);
        head.putInt(samplesPerSecond);
        head.putInt((int) Math.min(SHORT_MAX, (long) samplesPerSecond * frameOctetsMax()));
        head.putShort((short) frameOctetsMax());
        head.putShort((short) bits);
        head.putShort((short) EXTENSION_OCTETS);
        head.putShort((short) bits);
        head.putInt(0);
        head.putLong(SUBFORMAT_MIDDLE | format.tag);
        head.putLong(SUBFORMAT_END);
    }

    private static void text(ByteBuffer head, String letters) {
        head.put(letters.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int frameOctetsMax() {
        return SampleBlock.CHANNELS * format.octets;
    }

    @Override
    public int encode(SampleBlock block, int from, ByteBuffer octets) {
        int count = Math.min(block.length() - from, octets.remaining() / frameOctetsMax());
        if (count > frames - encoded) {
            throw new IllegalStateException("the recording was to have " + frames + " samples and gets more");
        }
        encoded += count;
        octets.order(ByteOrder.LITTLE_ENDIAN);
        for (int k = from; k < from + count; k++) {
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                double part = block.channel(channel)[k] / fullScale.of(MeterChannel.of(channel));
                switch (format) {
                    case PCM_24 -> {
                        int value = count(part);
                        octets.putShort((short) value);
                        octets.put((byte) (value >> Short.SIZE));
                    }
                    case FLOAT_32 -> octets.putFloat((float) part);
                }
            }
        }
        return count;
    }

    private int count(double part) {
        double rounded = Math.rint(part * PCM_SCALE);
        if (Math.abs(rounded) > PCM_COUNT_MAX) {
            clipped++;
            return rounded > 0 ? PCM_COUNT_MAX : -PCM_COUNT_MAX;
        }
        return (int) rounded;
    }

    @Override
    public long clippedSamples() {
        return clipped;
    }
}
