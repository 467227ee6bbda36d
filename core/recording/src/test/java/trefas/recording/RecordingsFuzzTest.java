package trefas.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import trefas.metrology.SampleBlock;
import trefas.recording.Recordings.Segment;

/// People bring files of all kinds: whatever they hold, each decoder answers with samples or with one sentence, and the
/// same however the octets are cut.
class RecordingsFuzzTest {

    private static final ComtradeConfiguration BINARY = configuration("BINARY");
    private static final ComtradeConfiguration ASCII = configuration("ASCII");

    private static ComtradeConfiguration configuration(String format) {
        String text =
                "s,r,2013\n3,2A,1D\n1,UL1,A,,V,0.5,1,3.5,-32767,32767,1,1,P\n2,IL1,A,,A,0.5,0,0,-32767,32767,1,1,P\n"
                        + "1,D,,,0\n50\n0\n0,9\n\n\n" + format + "\n1\n";
        try {
            return ComtradeConfiguration.parse(text.getBytes(StandardCharsets.US_ASCII));
        } catch (UnusableRecordingException ours) {
            throw new AssertionError(ours);
        }
    }

    @FuzzTest
    void anyConfigurationGetsAnAnswer(byte[] file) {
        try {
            ComtradeConfiguration configuration = ComtradeConfiguration.parse(file);
            assertTrue(configuration.channels().size() <= ComtradeConfiguration.CHANNELS_MAX);
            assertTrue(configuration.secondsPerTick() > 0);
            ComtradeConfiguration asText = configuration.with(ComtradeDataFormat.ASCII);
            Recordings.read(new ComtradeDecoder(asText, RecordingOptions.USUAL), new byte[0]);
        } catch (UnusableRecordingException refused) {
            assertIsASentence(refused);
        }
    }

    @FuzzTest
    void anyMappingGetsAnAnswer(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        try {
            var mapped = ChannelMapping.parse(text).resolve(ASCII.recordedChannels());
            assertTrue(!mapped.isEmpty() && mapped.size() <= SampleBlock.CHANNELS);
        } catch (UnusableRecordingException refused) {
            assertIsASentence(refused);
        }
    }

    @FuzzTest
    void anyFileIsTheSameHoweverItIsCut(byte[] file) {
        if (file.length == 0) {
            return;
        }
        int which = Byte.toUnsignedInt(file[0]) % 6;
        byte[] octets = Arrays.copyOfRange(file, 1, file.length);
        Supplier<WaveformDecoder> decoders = () -> decoder(which);

        String whole = answer(decoders.get(), octets, octets.length + 1, SampleBlock.CAPACITY);

        assertEquals(whole, answer(decoders.get(), octets, 1, SampleBlock.CAPACITY));
        assertEquals(whole, answer(decoders.get(), octets, 7, 3));
    }

    private static WaveformDecoder decoder(int which) {
        var one = RecordingOptions.USUAL;
        try {
            return switch (which) {
                case 0 -> new ComtradeDecoder(BINARY, one);
                case 1 -> new ComtradeDecoder(ASCII, one);
                case 2 -> new CffDecoder(one);
                case 3 -> new CsvDecoder(one);
                case 4 -> new WavDecoder(one);
                default -> new RawDecoder(new PcmFormat(PcmFormat.Kind.SIGNED, 24, true), 2, one.withRate(100));
            };
        } catch (UnusableRecordingException ours) {
            throw new AssertionError(ours);
        }
    }

    private static String answer(WaveformDecoder decoder, byte[] octets, int piece, int capacity) {
        try {
            List<Segment> segments = Recordings.read(decoder, octets, piece, capacity);
            var text = new StringBuilder();
            for (Segment segment : segments) {
                assertTrue(segment.samplesPerSecond > 0 && segment.samplesPerSecond < Double.POSITIVE_INFINITY);
                text.append(segment.samplesPerSecond).append('\n');
                segment.rows.forEach(row -> text.append(Arrays.toString(row)).append('\n'));
            }
            return text.toString();
        } catch (UnusableRecordingException refused) {
            assertIsASentence(refused);
            return String.valueOf(refused.getMessage());
        }
    }

    private static void assertIsASentence(UnusableRecordingException refused) {
        String sentence = String.valueOf(refused.getMessage());
        assertTrue(sentence.contains("found ") && sentence.contains(", expected "), sentence);
        assertTrue(sentence.length() < 700 && sentence.indexOf('\n') < 0, sentence);
    }
}
