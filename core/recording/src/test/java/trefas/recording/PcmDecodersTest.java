package trefas.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.recording.Recordings.Segment;

/// Bare samples of a converter, and the same in WAV.
class PcmDecodersTest {

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static double[] first(PcmFormat format, String octets) throws UnusableRecordingException {
        var decoder = new RawDecoder(format, 1, RecordingOptions.USUAL.withRate(1000));
        return Recordings.read(decoder, hex(octets)).getFirst().rows.stream()
                .mapToDouble(row -> row[0])
                .toArray();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            u8    | 00 80 C0                   | -1 | 0.5
            s16le | 0080 0000 0040             | -1 | 0.5
            s16be | 8000 0000 4000             | -1 | 0.5
            s24le | 000080 000000 000040       | -1 | 0.5
            s24be | 800000 000000 400000       | -1 | 0.5
            s32le | 00000080 00000000 00000040 | -1 | 0.5
            s32be | 80000000 00000000 40000000 | -1 | 0.5
            f32le | 000080BF 00000000 0000003F | -1 | 0.5
            f32be | BF800000 00000000 3F000000 | -1 | 0.5
            f64le | 000000000000F0BF 0000000000000000 000000000000E03F | -1 | 0.5
            f64be | BFF0000000000000 0000000000000000 3FE0000000000000 | -1 | 0.5
            """)
    void fullScaleIsOneInEveryFormat(String name, String octets, double lowest, double half) throws Exception {
        PcmFormat format = PcmFormat.parse(name).orElseThrow();

        assertArrayEquals(new double[] {lowest, 0, half}, first(format, octets));
        assertEquals(name, format.toString());
    }

    @Test
    void theLeastSignificantBitOf24Counts() throws Exception {
        assertArrayEquals(
                new double[] {0x1p-23, -0x1p-23}, first(PcmFormat.parse("s24le").orElseThrow(), "010000 FFFFFF"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s8", "u16le", "s12le", "f16", "f64xe", ""})
    void otherFormatsAreUnknown(String name) {
        assertEquals(true, PcmFormat.parse(name).isEmpty());
    }

    // 400 V and 100 A at full scale; the current transformer is the wrong way round.
    @Test
    void fullScaleAndFactorMakeVoltsAndAmperes() throws Exception {
        var options = RecordingOptions.USUAL
                .withRate(10_000)
                .with(new FullScale(400, 100))
                .with(ChannelMapping.parse("U1=2,I1=3*-1"));
        var decoder = new RawDecoder(PcmFormat.parse("s16be").orElseThrow(), 3, options);

        Segment segment =
                Recordings.read(decoder, hex("7FFF 4000 2000  7FFF C000 2000")).getFirst();

        assertEquals(10_000, segment.samplesPerSecond);
        assertArrayEquals(new double[] {200, 0, 0, -25, 0, 0}, segment.rows.getFirst());
        assertArrayEquals(new double[] {-200, 0, 0, -25, 0, 0}, segment.rows.getLast());
    }

    @Test
    void halfAFrameAtTheEndIsRefused() throws Exception {
        var decoder = new RawDecoder(PcmFormat.parse("s16le").orElseThrow(), 2, RecordingOptions.USUAL.withRate(1000));

        var refused =
                assertThrows(UnusableRecordingException.class, () -> Recordings.read(decoder, hex("0000 0000 0000")));

        assertEquals("frame 2: found the end after 2 octets, expected 4 octets for each frame", refused.getMessage());
    }

    @Test
    void aSampleThatIsNoNumberIsRefused() throws Exception {
        var decoder = new RawDecoder(PcmFormat.parse("f32le").orElseThrow(), 1, RecordingOptions.USUAL.withRate(1000));

        var refused = assertThrows(
                UnusableRecordingException.class, () -> Recordings.read(decoder, hex("00000000 0000C07F")));

        assertEquals("frame 2, channel U1: found NaN, expected a finite number", refused.getMessage());
    }

    @Test
    void rawSamplesNeedARate() {
        var refused = assertThrows(
                UnusableRecordingException.class,
                () -> new RawDecoder(PcmFormat.parse("s16le").orElseThrow(), 2, RecordingOptions.USUAL));

        assertEquals(
                "raw samples: found no sampling rate, expected one given beside the recording", refused.getMessage());
    }

    /// A WAV of two channels at 8 kHz with two frames: 0.5, -0.5 and 0.25, -1.
    private static byte[] wav(String container, int coding, boolean isExtensible, int bits, long dataLength) {
        int frame = 2 * bits / 8;
        ByteBuffer file = ByteBuffer.allocate(300).order(ByteOrder.LITTLE_ENDIAN);
        file.put(container.getBytes(StandardCharsets.US_ASCII))
                .putInt(-1)
                .put("WAVE".getBytes(StandardCharsets.US_ASCII));
        if (container.equals("RF64")) {
            file.put("ds64".getBytes(StandardCharsets.US_ASCII)).putInt(28);
            file.putLong(300).putLong(2L * frame).putLong(2).putInt(0);
        }
        file.put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(3).put(new byte[4]);
        file.put("fmt ".getBytes(StandardCharsets.US_ASCII)).putInt(isExtensible ? 40 : 16);
        file.putShort((short) (isExtensible ? 0xFFFE : coding))
                .putShort((short) 2)
                .putInt(8000);
        file.putInt(8000 * frame).putShort((short) frame).putShort((short) bits);
        if (isExtensible) {
            file.putShort((short) 22)
                    .putShort((short) bits)
                    .putInt(3)
                    .putShort((short) coding)
                    .put(new byte[14]);
        }
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) dataLength);
        for (double sample : new double[] {0.5, -0.5, 0.25, -1}) {
            switch (bits) {
                case 16 -> file.putShort((short) (sample * 0x8000));
                case 24 -> file.putShort((short) 0).put((byte) (sample * 0x80));
                case 32 -> file.putInt(coding == 3 ? Float.floatToIntBits((float) sample) : (int) (sample * 0x1p31));
                default -> file.putDouble(sample);
            }
        }
        return Arrays.copyOf(file.array(), file.position());
    }

    @ParameterizedTest(name = "{0} coding {1}, {3} bits, length {4}")
    @CsvSource({
        "RIFF, 1, false, 16, 8",
        "RIFF, 1, false, 24, 12",
        "RIFF, 1, true,  24, 12",
        "RIFF, 1, true,  32, 16",
        "RIFF, 3, false, 32, 16",
        "RIFF, 3, true,  64, 32",
        "RF64, 1, true,  16, 4294967295",
        "RIFF, 1, false, 16, 0",
        "RIFF, 1, false, 16, 4294967295",
    })
    void wavIsReadInAllItsWritings(String container, int coding, boolean isExtensible, int bits, long length)
            throws Exception {
        byte[] file = wav(container, coding, isExtensible, bits, length);
        for (int piece : new int[] {1, 3, 1000}) {
            var decoder = new WavDecoder(RecordingOptions.USUAL.with(new FullScale(400, 10)));
            Segment segment = Recordings.read(decoder, file, piece, 1).getFirst();

            assertEquals(8000, segment.samplesPerSecond);
            assertEquals(2, segment.rows.size());
            assertArrayEquals(new double[] {200, 0, 0, -5, 0, 0}, segment.rows.getFirst());
            assertArrayEquals(new double[] {100, 0, 0, -10, 0, 0}, segment.rows.getLast());
        }
    }

    @Test
    void whatFollowsTheDataIsPassedOver() throws Exception {
        byte[] file = wav("RIFF", 1, false, 16, 4);
        var decoder = new WavDecoder(RecordingOptions.USUAL);

        List<Segment> segments = Recordings.read(decoder, file);

        assertEquals(1, segments.getFirst().rows.size());
        assertEquals(OptionalLong.of(1), decoder.description().orElseThrow().samples());
    }

    @Test
    void truncatedWavIsRefused() {
        byte[] file = wav("RIFF", 1, false, 16, 80);

        var refused = assertThrows(
                UnusableRecordingException.class, () -> Recordings.read(new WavDecoder(RecordingOptions.USUAL), file));

        assertEquals(
                "data chunk: found the end of the file 72 octets too early, expected the length its head states",
                refused.getMessage());
    }

    @Test
    void otherCodingsOfWavAreRefused() {
        byte[] file = wav("RIFF", 85, false, 16, 8);

        var refused = assertThrows(
                UnusableRecordingException.class, () -> Recordings.read(new WavDecoder(RecordingOptions.USUAL), file));

        assertEquals(
                "WAV head: found coding 85, 2 channels, 4 octets a frame, 8000 Hz, expected PCM of 8, 16, 24 or 32 bits"
                        + " or floating point of 32 or 64 bits, 1 to 256 channels and a sampling rate",
                refused.getMessage());
    }
}
