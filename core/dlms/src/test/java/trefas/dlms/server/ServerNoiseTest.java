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
                    + "BE10040E01000000065F1F0400FFFFFF04B0");
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
            hex("C101C100010000600104FF02000901AA"),
            hex("C102C100010000600104FF0200000000000106090B48454C4C"),
            hex("C103C10100000002074F20574F524C44"),
            hex("C104C10200010000600104FF020000010000600105FF020002090141090142"),
            hex("C105C10200010000600104FF020000010000600105FF020000000000010402090141"),
            hex("C301C10046000060030AFF01010F00"),
            hex("C303C1020046000060030AFF010046000060030AFF02020F000F00"),
            hex("C304C1000900000A0064FF010000000001021200"),
            hex("C306C101000000020101"),
            hex("C302C100000001"),
            hex("D9600000010C07E8010F010A1E0000FFC400050100010000600100FF020200080000010000FF02030046000060030AFF01"
                    + "0400070100630100FF0202020406000000010600000001120001120000050007010063010 0FF02020204060000000106"
                    + "0000000112000112000005000F000F000F000F00"),
            hex("E0820001000010C001C100010000600100FF02000000"),
            hex("E0410001000008C001C10008000001"),
            hex("E08100020000050000FF0200"),
            hex("E0820002000200"),
            hex("C001C100080000010000FF0000"),
            hex("0F000000010C07E80601060C000000FF8880020209060000190900FF0600003039"),
            hex("C8053000000001"),
            hex("DB084D4D4D0000BC614E383000000010F2DB0D9CF36ED44CF8"));

    private final SmallDevice device = new SmallDevice();
    /// Noise guesses passwords too; here nobody is locked out for it.
    private final ServerProfile profile =
            SmallDevice.profile(ServerLimits.DEFAULT.withFailedAuthentications(Integer.MAX_VALUE, Integer.MAX_VALUE));

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
            for (int blocks = 0; !answer.isEmpty(); blocks++) {
                assertTrue(answer.length() <= 1_024 && blocks <= 64, "input " + i);
                association.more(answer);
            }
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

    private void assertHonestClientIsServed(ServerAssociation association, ApduBuffer answer) {
        // Noise may have set the clock, with every right.
        device.clock = Arrays.copyOfRange(CLOCK, 6, CLOCK.length);
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

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
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
