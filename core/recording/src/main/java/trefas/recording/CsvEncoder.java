package trefas.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import trefas.metrology.SampleBlock;

/// Writes CSV with commas and decimal points: the time in seconds since the first sample with nine places,
/// then volts and amperes with six. One line for each sample:
///
/// ```
/// time_s,U1_V,U2_V,U3_V,I1_A,I2_A,I3_A
/// 0.000000000,0.000000,-281.691320,281.691320,0.000000,-6.123724,6.123724
/// ```
public final class CsvEncoder implements WaveformEncoder {

    /// The largest value, V and A; beyond it is written as it.
    public static final double VALUE_MAX = 1e9;

    private static final String HEAD = "time_s,U1_V,U2_V,U3_V,I1_A,I2_A,I3_A\n";
    private static final int VALUE_PLACES = 6;
    private static final int TIME_PLACES = 9;

    /// Digits, point, sign and separator of the longest number.
    private static final int NUMBER_OCTETS_MAX = 22;

    private static final int TEN = 10;

    private final double samplesPerSecond;
    private final byte[] digits = new byte[NUMBER_OCTETS_MAX];
    private long number;
    private long clipped;

    /// Prepares for a file of any length.
    ///
    /// @param samplesPerSecond rate, above 0
    public CsvEncoder(double samplesPerSecond) {
        if (!(samplesPerSecond > 0)) {
            throw new IllegalArgumentException("a sampling rate is above 0: " + samplesPerSecond);
        }
        this.samplesPerSecond = samplesPerSecond;
    }

    @Override
    public ByteBuffer head() {
        return ByteBuffer.wrap(HEAD.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int frameOctetsMax() {
        return (SampleBlock.CHANNELS + 1) * NUMBER_OCTETS_MAX;
    }

    @Override
    public int encode(SampleBlock block, int from, ByteBuffer octets) {
        int count = Math.min(block.length() - from, octets.remaining() / frameOctetsMax());
        for (int k = from; k < from + count; k++) {
            put(octets, number / samplesPerSecond, TIME_PLACES);
            number++;
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                octets.put((byte) ',');
                put(octets, within(block.channel(channel)[k]), VALUE_PLACES);
            }
            octets.put((byte) '\n');
        }
        return count;
    }

    private double within(double value) {
        if (Math.abs(value) <= VALUE_MAX) {
            return value;
        }
        clipped++;
        return value > 0 ? VALUE_MAX : -VALUE_MAX;
    }

    private void put(ByteBuffer octets, double value, int places) {
        long scaled = Math.round(Math.abs(value) * (places == TIME_PLACES ? 1e9 : 1e6));
        if (value < 0 && scaled > 0) {
            octets.put((byte) '-');
        }
        int at = NUMBER_OCTETS_MAX;
        for (int place = 0; place <= places || scaled > 0; place++) {
            if (place == places) {
                digits[--at] = '.';
            }
            digits[--at] = (byte) ('0' + (scaled % TEN));
            scaled /= TEN;
        }
        octets.put(digits, at, NUMBER_OCTETS_MAX - at);
    }

    @Override
    public long clippedSamples() {
        return clipped;
    }
}
