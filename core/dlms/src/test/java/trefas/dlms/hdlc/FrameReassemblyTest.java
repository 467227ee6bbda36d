package trefas.dlms.hdlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;

/// Frames out of a stream: cut anywhere, with garbage before, between and behind.
class FrameReassemblyTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Two frames with a shared flag, three flags, one with 7E inside, and one after garbage with a flag in it.
    private static final String STREAM = "00FF7E12" + "7EA0070321930F017E" + "A00703215303C77E" + "7E7E7E"
            + HEX.formatHex(frame("E6E6007E7EA0077E")) + "A07E55" + HEX.formatHex(frame("E6E600C0"));
    private static final List<String> FRAMES = List.of("SNRM P/F ", "DISC P/F ", "UI E6E6007E7EA0077E", "UI E6E600C0");

    private final List<String> found = new ArrayList<>();

    @Test
    void everyChunkingGivesTheSameFrames() {
        byte[] stream = HEX.parseHex(STREAM);
        for (int size = 1; size <= stream.length; size++) {
            found.clear();
            assertEquals(FRAMES, inChunks(stream, size), "chunks of " + size);
        }
    }

    @Test
    void theLongestFrameIsFoundAndNothingLongerIsKept() {
        byte[] longest = HEX.parseHex(HEX.formatHex(frame("AA".repeat(2_038))));
        assertEquals(FrameFormat.LENGTH_MAX + 2, longest.length);
        assertEquals(List.of("UI " + "AA".repeat(2_038)), inChunks(longest, 100));
    }

    // Whatever was hit in a frame, the next frame is found in the same moment, without waiting for silence.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aSpoiledFrameHidesNoOther(long seed) {
        var random = new Random(seed);
        byte[] first = frame("E6E600C001C100080000010000FF0200");
        byte[] second = HEX.parseHex("7EA0070321930F017E");
        for (int round = 0; round < 2_000; round++) {
            byte[] spoiled = first.clone();
            // The octets of the format field apart: after those only the silence tells.
            spoiled[3 + random.nextInt(first.length - 4)] ^= (byte) (1 << random.nextInt(8));
            var stream = new ByteArrayOutputStream();
            stream.writeBytes(spoiled);
            stream.writeBytes(second);
            found.clear();
            assertEquals(
                    "SNRM P/F ",
                    inChunks(stream.toByteArray(), 1 + random.nextInt(20)).getLast());
        }
    }

    @FuzzTest
    void anyStreamIsSurvivedAndChunksChangeNothing(byte[] noise) {
        var reassembly = new FrameReassembly();
        var whole = new ArrayList<String>();
        reassembly.receive(
                noise, 0, noise.length, (header, octets, offset) -> whole.add(words(header, octets, offset)));
        reassembly.silent((header, octets, offset) -> whole.add(words(header, octets, offset)));
        found.clear();
        var octetWise = new ArrayList<>(inChunks(noise, 1));

        assertEquals(whole, octetWise);
        assertTrue(!reassembly.hasBegun());
    }

    private List<String> inChunks(byte[] stream, int size) {
        var reassembly = new FrameReassembly();
        for (int from = 0; from < stream.length; from += size) {
            reassembly.receive(
                    stream,
                    from,
                    Math.min(size, stream.length - from),
                    (header, octets, offset) -> found.add(words(header, octets, offset)));
        }
        reassembly.silent((header, octets, offset) -> found.add(words(header, octets, offset)));
        return found;
    }

    private static String words(HdlcHeader header, byte[] octets, int offset) {
        return header.control().words() + " " + HEX.formatHex(octets, offset, offset + header.informationOctets());
    }

    private static byte[] frame(String information) {
        return new HdlcFrame(
                        false,
                        HdlcAddress.ofOneOctet(1),
                        HdlcAddress.ofClient(16),
                        HdlcTalk.UI,
                        Octets.ofHex(information))
                .encode();
    }
}
