package trefas.dlms.hdlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.OctetMachine;

/// A client's link on a line that loses, doubles and flips octets, and under noise.
class HdlcClientBadLineTest {

    private static final HdlcAddress CLIENT = HdlcAddress.ofClient(16);

    private static final HdlcAddress SERVER = HdlcAddress.ofOneOctet(1);

    private static final HdlcControl UA = new HdlcControl.UnnumberedAcknowledge(true);

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private HdlcClientLink link = link(HdlcParameters.DEFAULT, 2);

    private static HdlcClientLink link(HdlcParameters parameters, int repeats) {
        return new HdlcClientLink(
                CLIENT,
                SERVER,
                HdlcClientSettings.DEFAULT.withParameters(parameters).withRepeats(repeats));
    }

    // Requests and answers of 0 to 1 000 octets in each size and window: nothing lost, nothing twice, nothing
    // spoiled.
    @ParameterizedTest(name = "{0} octets, window {1}, seed {2}")
    @CsvSource({
        "128, 1, 1",
        "128, 1, 2",
        "128, 1, 3",
        "32, 1, 4",
        "1010, 1, 5",
        "2030, 1, 6",
        "128, 2, 7",
        "128, 3, 8",
        "64, 4, 9",
        "32, 5, 10",
        "100, 6, 11",
        "64, 7, 12",
        "1010, 7, 13"
    })
    void aBadLineChangesNothing(int octets, int window, long seed) {
        var echo = new EchoServer();
        var parameters = HdlcParameters.both(octets, window);
        var server = new HdlcServer(HdlcServerSettings.DEFAULT.withParameters(parameters), echo);
        double doubled = window == 1 ? 0.1 : 0;
        var world = new HdlcWorld(
                server, new BadLine(seed, 0.1, doubled, 0.0005), new BadLine(seed + 100, 0.1, doubled, 0.0005));
        link = link(parameters, 40);
        assertTrue(world.connect(link));
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] request = new byte[1 + random.nextInt(1_000)];
            random.nextBytes(request);
            assertEquals(List.of(Octets.of(request)), world.ask(link, request), "round " + round);
            assertEquals(round + 1, echo.received, "carried out");
        }
        world.run(link, link::disconnect);
        assertFalse(link.isOpen());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_128})
    void noiseIsSurvived(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[1 + random.nextInt(100)];
            random.nextBytes(noise);
            anyAnswerIsSurvived(noise);
        }
    }

    @FuzzTest
    void anyAnswerIsSurvived(byte[] noise) {
        link = link(HdlcParameters.both(128, 3), 2);
        link.connect(sent::write);
        link.receive(noise, 0, noise.length, sent::write);
        link.receive(new HdlcFrame(false, CLIENT, SERVER, UA, Octets.ofHex("")).encode(), 0, 9, sent::write);
        if (link.isReady()) {
            link.send(new byte[300], 0, 300, sent::write);
        }
        link.receive(noise, 0, noise.length, sent::write);
        if (noise.length > 1) {
            // The same as frames whose checks are right.
            var control = HdlcControl.of(noise[0]);
            var information = Octets.of(noise, 1, Math.min(noise.length - 1, 2_000));
            byte[] frame = new HdlcFrame(noise[1] < 0, CLIENT, SERVER, control, information).encode();
            link.receive(frame, 0, frame.length, sent::write);
        }
        for (int silences = 0; silences < 20 && link.patienceMilliseconds() < OctetMachine.ENDLESS; silences++) {
            link.silent(link.patienceMilliseconds(), sent::write);
        }
        sent.reset();
    }
}
