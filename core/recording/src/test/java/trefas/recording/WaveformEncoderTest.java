package trefas.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.SampleBlock;

/// What an encoder writes, a decoder reads: the same samples to the last step of the format.
class WaveformEncoderTest {

    private static final int FRAMES = 3_000;
    private static final double RATE = 12_800;
    private static final FullScale FULL_SCALE = new FullScale(800, 120);
    private static final LocalDateTime START = LocalDateTime.of(2026, 6, 1, 12, 0, 0);

    @ParameterizedTest
    @CsvSource({"BINARY, 0.0123, 0.00184", "FLOAT32, 2e-5, 2e-6"})
    void comtradeComesBack(ComtradeDataFormat format, double volts, double amperes) throws Exception {
        var encoder = new ComtradeEncoder(format, FULL_SCALE, "House, cellar", 50, RATE, FRAMES, START);
        ByteBuffer data = encoded(encoder, 999);
        ComtradeConfiguration configuration =
                ComtradeConfiguration.parse(encoder.configuration().array());
        assertEquals(format == ComtradeDataFormat.BINARY ? 1999 : 2013, configuration.revision());
        assertEquals("House  cellar", configuration.station());
        assertEquals(FRAMES, configuration.declaredSamples());
        assertEquals(FRAMES * encoder.frameOctetsMax(), data.remaining());

        var decoder = new ComtradeDecoder(configuration, RecordingOptions.USUAL);
        assertReads(decoder, data, volts, amperes);
        assertEquals(0, encoder.clippedSamples());
    }

    @ParameterizedTest
    @CsvSource({"PCM_24, 5e-5, 8e-6", "FLOAT_32, 2e-5, 4e-6"})
    void wavComesBack(WavEncoder.Format format, double volts, double amperes) throws Exception {
        var encoder = new WavEncoder(format, FULL_SCALE, RATE, FRAMES);
        var decoder = new WavDecoder(RecordingOptions.USUAL.with(FULL_SCALE));

        assertReads(decoder, joined(encoder.head(), encoded(encoder, 500)), volts, amperes);
    }

    @Test
    void csvComesBack() throws Exception {
        var encoder = new CsvEncoder(RATE);

        assertReads(new CsvDecoder(RecordingOptions.USUAL), joined(encoder.head(), encoded(encoder, 500)), 6e-7, 6e-7);
    }

    // The example of the format's table, octet for octet.
    @Test
    void comtradeRecordIsAsTheTableHasIt() {
        var encoder =
                new ComtradeEncoder(ComtradeDataFormat.BINARY, new FullScale(32_767, 32_767), "", 50, 10_000, 2, START);
        var block = new SampleBlock(2);
        block.begin(10_000, false);
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            block.channel(channel)[0] = channel - 1;
            block.channel(channel)[1] = 1e6;
        }
        block.length(2);
        ByteBuffer octets = ByteBuffer.allocate(100);

        assertEquals(2, encoder.encode(block, 0, octets));
        assertEquals(
                "01000000" + "00000000" + "FFFF" + "0000" + "0100" + "0200" + "0300" + "0400" // first record
                        + "02000000" + "64000000" + "FF7F".repeat(6),
                hex(octets.flip()));
        assertEquals(6, encoder.clippedSamples(), "a million is beyond full scale");
    }

    // A day at 10 kHz: microseconds no longer fit 32 bits, so the stamps count in coarser steps.
    @Test
    void longComtradeHasCoarserStamps() throws Exception {
        var encoder =
                new ComtradeEncoder(ComtradeDataFormat.FLOAT32, FULL_SCALE, "day", 50, 10_000, 864_000_000L, START);
        String[] lines = StandardCharsets.US_ASCII
                .decode(encoder.configuration())
                .toString()
                .split("\r\n", -1);

        assertEquals("100", lines[14]);
        assertEquals("FLOAT32", lines[13]);
        assertEquals("01/06/2026,12:00:00.000000", lines[11]);
    }

    @Test
    void wavHeadSaysSixChannelsOf24Bits() {
        ByteBuffer head = new WavEncoder(WavEncoder.Format.PCM_24, FULL_SCALE, 10_000, 1_000).head();

        assertEquals(
                "52494646" + "98460000" + "57415645" // RIFF, 72 + 18 000 octets, WAVE
                        + "666D7420" + "28000000" + "FEFF" + "0600" + "10270000" + "20BF0200" + "1200" + "1800"
                        + "1600" + "1800" + "00000000" + "0100000000001000800000AA00389B71"
                        + "66616374" + "04000000" + "E8030000" // fact, 1 000 frames
                        + "64617461" + "50460000",
                hex(head));
    }

    @Test
    void wavBeyondFourGigabytesIsRf64() {
        long frames = 1L << 30;
        ByteBuffer head = new WavEncoder(WavEncoder.Format.FLOAT_32, FULL_SCALE, 10_000, frames)
                .head()
                .order(ByteOrder.LITTLE_ENDIAN);

        assertEquals(
                "52463634FFFFFFFF57415645" + "64733634" + "1C000000",
                hex(head.duplicate().limit(20)));
        assertEquals(24 * frames + 72 + 36, head.getLong(20));
        assertEquals(24 * frames, head.getLong(28));
        assertEquals(frames, head.getLong(36));
        assertEquals(-1, head.getInt(head.limit() - 4));
    }

    @Test
    void wavSamplesArePartsOfFullScale() {
        ByteBuffer data = encoded(new WavEncoder(WavEncoder.Format.PCM_24, FULL_SCALE, RATE, FRAMES), 1_000);
        ByteBuffer floats = encoded(new WavEncoder(WavEncoder.Format.FLOAT_32, FULL_SCALE, RATE, FRAMES), 1_000)
                .order(ByteOrder.LITTLE_ENDIAN);

        for (int frame = 0; frame < FRAMES; frame++) {
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                int at = 3 * ((frame * SampleBlock.CHANNELS) + channel);
                int count = (data.get(at) & 0xFF) | ((data.get(at + 1) & 0xFF) << 8) | (data.get(at + 2) << 16);
                double full = channel < 3 ? 800 : 120;
                assertEquals(sample(channel, frame), count * full / (1 << 23), full / (1 << 24) * 1.001);
                assertEquals(sample(channel, frame), floats.getFloat(at / 3 * 4) * full, full * 1e-7);
            }
        }
    }

    @Test
    void csvIsReadableByEye() {
        var encoder = new CsvEncoder(10_000);
        var block = new SampleBlock(1);
        block.begin(10_000, false);
        double[] values = {0, -281.6913196, 325.2691193, 1e-7, -1e-7, 63};
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            block.channel(channel)[0] = values[channel];
        }
        block.length(1);
        ByteBuffer octets = ByteBuffer.allocate(400);
        encoder.encode(block, 0, octets);
        encoder.encode(block, 0, octets);

        assertEquals(
                """
                time_s,U1_V,U2_V,U3_V,I1_A,I2_A,I3_A
                0.000000000,0.000000,-281.691320,325.269119,0.000000,0.000000,63.000000
                0.000100000,0.000000,-281.691320,325.269119,0.000000,0.000000,63.000000
                """,
                StandardCharsets.US_ASCII.decode(encoder.head()) + ""
                        + StandardCharsets.US_ASCII.decode(octets.flip()));
    }

    @Test
    void csvComesBackAsNumbers() {
        String[] lines = StandardCharsets.US_ASCII
                .decode(encoded(new CsvEncoder(RATE), 1_000))
                .toString()
                .split("\n", -1);
        assertEquals(FRAMES + 1, lines.length);
        for (int frame = 0; frame < FRAMES; frame++) {
            String[] fields = lines[frame].split(",", -1);
            assertEquals(frame / RATE, Double.parseDouble(fields[0]), 6e-10);
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                assertEquals(sample(channel, frame), Double.parseDouble(fields[channel + 1]), 6e-7);
            }
        }
    }

    @Test
    void whatTheFormatCannotSayIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ComtradeEncoder(ComtradeDataFormat.ASCII, FULL_SCALE, "", 50, RATE, 1, START));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ComtradeEncoder(ComtradeDataFormat.BINARY, FULL_SCALE, "", 50, RATE, 1L << 32, START));
        assertThrows(
                IllegalArgumentException.class, () -> new WavEncoder(WavEncoder.Format.PCM_24, FULL_SCALE, 800.21, 1));
        assertThrows(IllegalArgumentException.class, () -> new CsvEncoder(0));
        var full = new WavEncoder(WavEncoder.Format.PCM_24, FULL_SCALE, RATE, 10);
        assertThrows(IllegalStateException.class, () -> encoded(full, 100));
    }

    private static void assertReads(WaveformDecoder decoder, ByteBuffer data, double volts, double amperes)
            throws UnusableRecordingException {
        var block = new SampleBlock(700);
        int frame = 0;
        do {
            decoder.decode(data, true, block);
            assertTrue(block.length() == 0 || block.samplesPerSecond() == RATE);
            for (int k = 0; k < block.length(); k++, frame++) {
                for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                    assertEquals(sample(channel, frame), block.channel(channel)[k], channel < 3 ? volts : amperes);
                }
            }
        } while (block.length() > 0);
        assertEquals(FRAMES, frame);
    }

    /// All frames through blocks and a buffer of sizes that do not fit each other.
    private static ByteBuffer encoded(WaveformEncoder encoder, int blockSize) {
        ByteBuffer all = ByteBuffer.allocate(FRAMES * encoder.frameOctetsMax());
        ByteBuffer octets = ByteBuffer.allocate(17 * encoder.frameOctetsMax() + 5);
        var block = new SampleBlock(blockSize);
        for (int frame = 0; frame < FRAMES; frame += block.length()) {
            block.begin(RATE, frame > 0);
            int length = Math.min(blockSize, FRAMES - frame);
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                for (int k = 0; k < length; k++) {
                    block.channel(channel)[k] = sample(channel, frame + k);
                }
            }
            block.length(length);
            for (int from = 0; from < length; ) {
                from += encoder.encode(block, from, octets.clear());
                all.put(octets.flip());
            }
        }
        return all.flip();
    }

    private static ByteBuffer joined(ByteBuffer head, ByteBuffer data) {
        return ByteBuffer.allocate(head.remaining() + data.remaining())
                .put(head)
                .put(data)
                .flip();
    }

    private static double sample(int channel, int frame) {
        double peak = channel < 3 ? 325 : 60;
        return peak * Math.sin((2 * Math.PI * 50 * frame / RATE) + channel);
    }

    private static String hex(ByteBuffer octets) {
        byte[] all = new byte[octets.remaining()];
        octets.get(all);
        return HexFormat.of().withUpperCase().formatHex(all);
    }
}
