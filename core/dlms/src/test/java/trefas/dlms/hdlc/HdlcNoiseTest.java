package trefas.dlms.hdlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;

/// Whatever arrives, the server's link answers by the book or is silent, never throws, and the next honest client is
/// served. By the book means: whole frames and nothing between them, with right HCS and FCS, addressed to whoever
/// sent, no longer than what was agreed; and the link of another client goes on as if nothing had been.
class HdlcNoiseTest {

    private static final int ANOTHER = 18;
    private static final int INFORMATION_OCTETS_MAX = 64;

    /// What a link agrees on unless a client asks for something else (IEC 62056-46, 6.4.4.4.3.2).
    private static final int INFORMATION_OCTETS_DEFAULT = 128;

    @FuzzTest
    void anyStreamIsSurvived(byte[] noise) {
        var server = new HdlcServer(HdlcServerSettings.DEFAULT, new EchoServer());
        var another = new HdlcTalk(server).between(ANOTHER, HdlcAddress.ofOneOctet(1));
        begin(another);
        server.receive(noise, 0, noise.length, HdlcNoiseTest::mustBeFrames);
        server.silent(500, HdlcNoiseTest::mustBeFrames);
        goesOn(another);
        new HdlcTalk(server).client(HdlcTalk.SNRM).server("UA P/F 818012050180060180070400000001080400000001");
    }

    /// Each three octets are a control field, a segmentation bit and a length; the checks are right.
    @FuzzTest
    void anySequenceOfFramesIsSurvived(byte[] plan) {
        var server = new HdlcServer(
                HdlcServerSettings.DEFAULT.withParameters(HdlcParameters.both(128, 3)), new EchoServer());
        var another = new HdlcTalk(server).between(ANOTHER, HdlcAddress.ofOneOctet(1));
        begin(another);
        var talk = new HdlcTalk(server);
        talk.client(
                HdlcTalk.SNRM,
                HdlcParameters.both(INFORMATION_OCTETS_MAX, 3).encode().toString());
        int longest = INFORMATION_OCTETS_MAX;
        for (int i = 0; i + 2 < plan.length; i += 3) {
            String information = Octets.of(new byte[plan[i + 2] & 0xFF]).toString();
            var control = HdlcControl.of(plan[i]);
            String pdu = (plan[i + 1] & 2) == 0 ? "E6E600" + information : information;
            if ((plan[i + 1] & 1) == 0) {
                talk.client(control, pdu);
            } else {
                talk.segment(control, pdu);
            }
            if (control instanceof HdlcControl.SetNormalResponseMode) {
                // A new link, with what this SNRM asked for or the default.
                longest = INFORMATION_OCTETS_DEFAULT;
            }
            assertFrames(talk.octets(), 16, longest);
        }
        goesOn(another);
        talk.client(HdlcTalk.SNRM).server("UA P/F 818012050180060180070400000001080400000001");
        talk.client(HdlcTalk.i(0, 0), "E6E600AB").server("I N(S)=0 N(R)=1 P/F E6E700AB");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20_261_128})
    void tenThousandFramesInDisorderAreSurvived(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] plan = new byte[150];
            random.nextBytes(plan);
            anySequenceOfFramesIsSurvived(plan);
        }
    }

    /// Frames that a bit was flipped in are passed over, answered to nobody, and harm nobody.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20_261_128})
    void framesWithAFlippedBitAreSilence(long seed) {
        var random = new Random(seed);
        var server = new HdlcServer(HdlcServerSettings.DEFAULT, new EchoServer());
        var another = new HdlcTalk(server).between(ANOTHER, HdlcAddress.ofOneOctet(1));
        begin(another);
        var talk = new HdlcTalk(server);
        talk.client(HdlcTalk.SNRM);
        for (int round = 0; round < 2_000; round++) {
            byte[] frame = talk.frame(false, HdlcTalk.i(0, 0), "E6E600" + Octets.of(new byte[random.nextInt(40)]));
            // Not in a flag, and not in the length, which says where the next frame begins.
            int octet = 3 + random.nextInt(frame.length - 4);
            frame[octet] ^= (byte) (1 << random.nextInt(8));
            talk.raw(frame).nothing();
            talk.silence(500).nothing();
        }
        goesOn(another);
        talk.client(HdlcTalk.i(0, 0), "E6E600AB").server("I N(S)=0 N(R)=1 P/F E6E700AB");
    }

    private static void begin(HdlcTalk another) {
        another.client(HdlcTalk.SNRM);
        another.client(HdlcTalk.i(0, 0), "E6E60001").server("I N(S)=0 N(R)=1 P/F E6E70001");
    }

    private static void goesOn(HdlcTalk another) {
        another.client(HdlcTalk.i(1, 1), "E6E60002").server("I N(S)=1 N(R)=2 P/F E6E70002");
    }

    private static void mustBeFrames(byte[] octets, int offset, int length) {
        byte[] sent = Arrays.copyOfRange(octets, offset, offset + length);
        for (int at = 0; at < sent.length; ) {
            at = new WrittenFrame(sent, at).end();
        }
    }

    private static void assertFrames(byte[] sent, int client, int longest) {
        for (int at = 0; at < sent.length; ) {
            var frame = new WrittenFrame(sent, at);
            assertEquals(client, frame.destination(), "to whoever sent");
            assertEquals(1, frame.source(), "from the address that was asked");
            assertTrue(frame.informationOctets() <= longest, () -> frame.informationOctets() + " octets");
            at = frame.end();
        }
    }

    /// A frame as IEC 62056-46 writes it, read by other code than the meter's.
    private static final class WrittenFrame {
        private static final int FLAG = 0x7E;
        private static final int FORMAT_TYPE_3 = 0xA;

        /// What is left of a check sequence over an information and its own complement (ISO 13239, annex A).
        private static final int GOOD = 0xF0B8;

        private final byte[] octets;
        private final int start;
        private final int length;

        WrittenFrame(byte[] octets, int start) {
            this.octets = octets;
            this.start = start;
            assertEquals(FLAG, at(0));
            assertEquals(FORMAT_TYPE_3, at(1) >> 4);
            this.length = ((at(1) & 0x07) << 8) | at(2);
            assertTrue(start + length + 1 < octets.length, "whole");
            assertEquals(FLAG, at(length + 1));
            assertEquals(GOOD, check(1, length), "FCS");
            if (length > 7) {
                assertEquals(GOOD, check(1, 7), "HCS");
            }
        }

        /// One-octet addresses, as the clients here have them.
        int destination() {
            return oneOctet(3);
        }

        int source() {
            return oneOctet(4);
        }

        private int oneOctet(int index) {
            assertEquals(1, at(index) & 1);
            return at(index) >> 1;
        }

        int informationOctets() {
            return length > 7 ? length - 9 : 0;
        }

        int end() {
            return start + length + 2;
        }

        private int at(int index) {
            return Byte.toUnsignedInt(octets[start + index]);
        }

        private int check(int from, int count) {
            int remainder = 0xFFFF;
            for (int i = from; i < from + count; i++) {
                remainder ^= at(i);
                for (int bit = 0; bit < 8; bit++) {
                    remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ 0x8408;
                }
            }
            return remainder;
        }
    }
}
