package trefas.dlms.hdlc;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;

/// Whatever arrives, the server's link answers or is silent, never throws, and the next honest client is served.
class HdlcNoiseTest {

    @FuzzTest
    void anyStreamIsSurvived(byte[] noise) {
        var server = new HdlcServer(HdlcServerSettings.DEFAULT, new EchoServer());
        server.receive(noise, 0, noise.length, (_, _, _) -> {});
        server.silent(500, (_, _, _) -> {});
        new HdlcTalk(server).client(HdlcTalk.SNRM).server("UA P/F 818012050180060180070400000001080400000001");
    }

    /// Each three octets are a control field, a segmentation bit and a length; the checks are right.
    @FuzzTest
    void anySequenceOfFramesIsSurvived(byte[] plan) {
        var server = new HdlcServer(
                HdlcServerSettings.DEFAULT.withParameters(HdlcParameters.both(128, 3)), new EchoServer());
        var talk = new HdlcTalk(server);
        talk.client(HdlcTalk.SNRM, HdlcParameters.both(64, 3).encode().toString());
        for (int i = 0; i + 2 < plan.length; i += 3) {
            String information = Octets.of(new byte[plan[i + 2] & 0xFF]).toString();
            var control = HdlcControl.of(plan[i]);
            String pdu = (plan[i + 1] & 2) == 0 ? "E6E600" + information : information;
            if ((plan[i + 1] & 1) == 0) {
                talk.client(control, pdu);
            } else {
                talk.segment(control, pdu);
            }
        }
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
}
