package trefas.recording;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import trefas.metrology.SampleBlock;

/// Writes COMTRADE: the revision of 1999 with BINARY data of 16 bits, or that of 2013 with FLOAT32 (IEEE
/// C37.111, IEC 60255-24). The configuration is a file of its own, known from the start ([#configuration]);
/// the data file has no head. Each record is:
///
/// | octets | field                                                        |
/// |--------|--------------------------------------------------------------|
/// | 4      | number of the sample, from 1                                 |
/// | 4      | microseconds since the first sample, by `timemult`           |
/// | 6 x n  | UL1 UL2 UL3 IL1 IL2 IL3; n is 2 (BINARY) or 4 (FLOAT32)      |
///
/// All numbers have the least significant octet first.
public final class ComtradeEncoder implements WaveformEncoder {

    /// The longest recording, frames: sample numbers have 32 bits.
    public static final long FRAMES_MAX = 0xFFFF_FFFEL;

    /// Largest count of a 16-bit sample; the one below its negative says that a sample is missing.
    private static final int COUNT_MAX = 32_767;

    private static final long STAMP_MAX = 0xFFFF_FFFEL;
    private static final double MICROSECONDS = 1e6;
    private static final int HEAD_OCTETS = 8;
    private static final int TEN = 10;
    private static final String NEW_LINE = "\r\n";
    private static final String[] PHASES = {"A", "B", "C"};
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy,HH:mm:ss.SSSSSS", Locale.ROOT);

    private final ComtradeDataFormat format;
    private final FullScale fullScale;
    private final String station;
    private final double nominalHertz;
    private final double samplesPerSecond;
    private final long frames;
    private final LocalDateTime start;
    private final long timeMultiplier;
    private long number;
    private long clipped;

    /// Prepares for a recording.
    ///
    /// @param format BINARY or FLOAT32
    /// @param fullScale what 16-bit samples reach at most; FLOAT32 has no need of it
    /// @param station its name; commas become spaces
    /// @param nominalHertz line frequency to state
    /// @param samplesPerSecond rate
    /// @param frames length, 1 to [#FRAMES_MAX]
    /// @param start time of the first sample
    /// @throws IllegalArgumentException for another format or a length out of range
    public ComtradeEncoder(
            ComtradeDataFormat format,
            FullScale fullScale,
            String station,
            double nominalHertz,
            double samplesPerSecond,
            long frames,
            LocalDateTime start) {
        if (format != ComtradeDataFormat.BINARY && format != ComtradeDataFormat.FLOAT32) {
            throw new IllegalArgumentException("COMTRADE is written as BINARY or FLOAT32, not " + format);
        }
        if (frames < 1 || frames > FRAMES_MAX) {
            throw new IllegalArgumentException("a COMTRADE recording has 1 to " + FRAMES_MAX + " samples: " + frames);
        }
        if (!(samplesPerSecond > 0)) {
            throw new IllegalArgumentException("a sampling rate is above 0: " + samplesPerSecond);
        }
        this.format = format;
        this.fullScale = fullScale;
        this.station = station.replaceAll("[,\\p{Cntrl}]", " ");
        this.nominalHertz = nominalHertz;
        this.samplesPerSecond = samplesPerSecond;
        this.frames = frames;
        this.start = start;
        long multiplier = 1;
        while ((frames - 1) / samplesPerSecond * MICROSECONDS / multiplier > STAMP_MAX) {
            multiplier *= TEN;
        }
        this.timeMultiplier = multiplier;
    }

    /// The `.cfg` file.
    public ByteBuffer configuration() {
        boolean isFloat = format == ComtradeDataFormat.FLOAT32;
        var text = new StringBuilder();
        line(text, station + ",Trefas," + (isFloat ? "2013" : "1999"));
        line(text, "6,6A,0D");
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            boolean isVoltage = MeterChannel.of(channel).isVoltage();
            int phase = MeterChannel.of(channel).phase();
            String range = isFloat ? "-3.4028235E38,3.4028235E38" : "-" + COUNT_MAX + "," + COUNT_MAX;
            line(
                    text,
                    (channel + 1) + (isVoltage ? ",UL" : ",IL") + (phase + 1) + "," + PHASES[phase] + ",,"
                            + (isVoltage ? "V," : "A,") + (isFloat ? "1" : plain(step(channel))) + ",0,0," + range
                            + ",1,1,P");
        }
        line(text, SteadyRate.plain(nominalHertz));
        line(text, "1");
        line(text, SteadyRate.plain(samplesPerSecond) + "," + frames);
        line(text, TIME.format(start));
        line(text, TIME.format(start));
        line(text, format.name());
        line(text, Long.toString(timeMultiplier));
        if (isFloat) {
            line(text, "0,0");
            line(text, "0,0");
        }
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Every digit, without an exponent.
    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).toPlainString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(NEW_LINE);
    }

    /// What one count of a 16-bit sample is worth.
    private double step(int channel) {
        return fullScale.of(MeterChannel.of(channel)) / COUNT_MAX;
    }

    @Override
    public ByteBuffer head() {
        return ByteBuffer.allocate(0);
    }

    @Override
    public int frameOctetsMax() {
        return HEAD_OCTETS + (SampleBlock.CHANNELS * format.octetsPerSample());
    }

    @Override
    public int encode(SampleBlock block, int from, ByteBuffer octets) {
        int count = Math.min(block.length() - from, octets.remaining() / frameOctetsMax());
        if (count > frames - number) {
            throw new IllegalStateException("the recording was to have " + frames + " samples and gets more");
        }
        octets.order(ByteOrder.LITTLE_ENDIAN);
        for (int k = from; k < from + count; k++) {
            octets.putInt((int) (number + 1));
            octets.putInt((int) (long) Math.rint(number / samplesPerSecond * MICROSECONDS / timeMultiplier));
            number++;
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                double value = block.channel(channel)[k];
                if (format == ComtradeDataFormat.FLOAT32) {
                    octets.putFloat((float) value);
                } else {
                    octets.putShort((short) count(value / step(channel)));
                }
            }
        }
        return count;
    }

    private long count(double exact) {
        double rounded = Math.rint(exact);
        if (Math.abs(rounded) > COUNT_MAX) {
            clipped++;
            return rounded > 0 ? COUNT_MAX : -COUNT_MAX;
        }
        return (long) rounded;
    }

    @Override
    public long clippedSamples() {
        return clipped;
    }
}
