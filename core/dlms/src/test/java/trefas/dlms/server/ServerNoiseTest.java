package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.dlms.ApduBuffer;

/// Whatever arrives, the server answers or is silent, never throws, and the next honest client is served.
class ServerNoiseTest {

    private static final int INPUTS = 10_000;
    private static final byte[] AARQ = HexFormat.of()
            .parseHex("6033A1090607608574050801018A0207808B0760857405080201AC0780053132333435"
                    + "BE10040E01000000065F1F0400007E1F04B0");
    private static final byte[] GET_CLOCK = HexFormat.of().parseHex("C001C100080000010000FF0200");
    private static final byte[] CLOCK = HexFormat.of().parseHex("C401C100090C07E8010F010A1E0000FFC400");

    /// What mutations start from: the requests a meter gets every day.
    private static final List<byte[]> HONEST = List.of(
            AARQ,
            GET_CLOCK,
            HexFormat.of().parseHex("C002C100000001"),
            HexFormat.of().parseHex("C003C10200080000010000FF020000010000600100FF0200"),
            HexFormat.of().parseHex("C001C100070100630100FF02010202040600000001060000000A120001120000"),
            HexFormat.of()
                    .parseHex("C001C100070100630100FF0201010204020412000809060000010000FF0F02120000"
                            + "090C07E80101FF000000008000FF090C07E80102FF000000008000FF0100"),
            HexFormat.of().parseHex("6203800100"),
            HexFormat.of().parseHex("C101C100010000600104FF02000901AA"));

    private final SmallDevice device = new SmallDevice();
    private final ServerProfile profile = SmallDevice.PROFILE_OF_ASSOCIATIONS;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_122})
    void anAssociationSurvivesTenThousandBadApdus(long seed) {
        var random = new Random(seed);
        var association =
                new ServerAssociation(profile, profile.settings(18, 16).orElseThrow(), device);
        var answer = new ApduBuffer(8);
        device.textOctets = 3_000;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutated(random);
            association.receive(input, 0, input.length, answer);
            assertTrue(answer.length() <= 1_024, "input " + i);
            if (i % 100 == 0) {
                assertHonestClientIsServed(association, answer);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 20_261_122})
    void aStreamOfNoiseEndsOrIsAnswered(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            byte[] apdu = mutated(random);
            byte[] stream = random.nextInt(4) == 0 ? apdu : framed(apdu);
            converse(stream, 1 + random.nextInt(stream.length + 1));
        }
    }

    @FuzzTest
    void anyStreamIsSurvived(byte[] noise) {
        converse(noise, 7);
        converse(framed(AARQ, noise), 1_024);
    }

    @FuzzTest
    void anyApduIsSurvived(byte[] noise) {
        var association =
                new ServerAssociation(profile, profile.settings(18, 16).orElseThrow(), device);
        var answer = new ApduBuffer(0);
        association.receive(noise, 0, noise.length, answer);
        association.receive(AARQ, 0, AARQ.length, answer);
        association.receive(noise, 0, noise.length, answer);
        assertTrue(answer.length() <= 1_024);
        assertHonestClientIsServed(association, answer);
    }

    private static void assertHonestClientIsServed(ServerAssociation association, ApduBuffer answer) {
        if (!association.isOpen()) {
            association.receive(AARQ, 0, AARQ.length, answer);
        }
        association.receive(GET_CLOCK, 0, GET_CLOCK.length, answer);
        if (answer.isEmpty()) {
            // Noise asked for an association without answers, and got it.
            association.abort();
            association.receive(AARQ, 0, AARQ.length, answer);
            association.receive(GET_CLOCK, 0, GET_CLOCK.length, answer);
        }
        assertArrayEquals(CLOCK, answer.toOctets());
    }

    private void converse(byte[] stream, int chunk) {
        var server = new WrapperServer(profile, device);
        var sent = new ByteArrayOutputStream();
        for (int from = 0; from < stream.length && !server.isOver(); from += chunk) {
            server.receive(stream, from, Math.min(chunk, stream.length - from), sent::write);
        }
        byte[] answers = sent.toByteArray();
        assertArrayEquals(
                answers.length == 0 ? new byte[0] : new byte[] {0, 1},
                Arrays.copyOf(answers, Math.min(2, answers.length)));
    }

    private static byte[] mutated(Random random) {
        if (random.nextInt(5) == 0) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] octets = HONEST.get(random.nextInt(HONEST.size())).clone();
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt();
        }
        return Arrays.copyOf(octets, random.nextInt(3) > 0 ? octets.length : random.nextInt(octets.length + 20));
    }

    private static byte[] framed(byte[]... apdus) {
        var stream = new ByteArrayOutputStream();
        for (byte[] apdu : apdus) {
            stream.writeBytes(new byte[] {0, 1, 0, 18, 0, 16, (byte) (apdu.length >>> 8), (byte) apdu.length});
            stream.writeBytes(apdu);
        }
        return stream.toByteArray();
    }
}
