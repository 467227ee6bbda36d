package trefas.dlms.hdlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.dlms.hdlc.HdlcTalk.rr;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.OctetMachine;

/// The client's side of HDLC, frame by frame: what it says, and what it makes of answers and of silence.
class HdlcClientLinkTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final HdlcAddress CLIENT = HdlcAddress.ofClient(16);
    private static final HdlcAddress SERVER = HdlcAddress.ofOneOctet(1);
    private static final int RESPONSE = 2_000;
    private static final int INTER_OCTET = 500;
    private static final int POLL = 200;
    private static final HdlcControl UA = new HdlcControl.UnnumberedAcknowledge(true);
    private static final HdlcControl DM = new HdlcControl.DisconnectedMode(true);
    private static final String LLC = "E6E700";

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private HdlcClientLink link = link(HdlcParameters.DEFAULT, 2);
    private List<HdlcEvent> events = new ArrayList<>();

    private static HdlcClientLink link(HdlcParameters parameters, int repeats) {
        return new HdlcClientLink(
                CLIENT,
                SERVER,
                HdlcClientSettings.DEFAULT.withParameters(parameters).withRepeats(repeats));
    }

    @Test
    void snrmIsRepeatedAndThenGivenUp() {
        link.connect(sent::write);
        says("SNRM P/F");
        silence(RESPONSE).says("SNRM P/F");
        silence(RESPONSE).says("SNRM P/F");
        silence(RESPONSE).says();
        happens(new HdlcEvent.Lost("no answer to SNRM"));
        assertEquals(OctetMachine.ENDLESS, link.patienceMilliseconds());
        assertFalse(link.isOpen());
    }

    @Test
    void aLateDmDoesNotEndWhatIsBeginning() {
        link.connect(sent::write);
        says("SNRM P/F");
        server(DM).says();
        server(UA).says();
        happens(new HdlcEvent.Connected(HdlcParameters.DEFAULT));
    }

    @Test
    void theLowerParametersHold() {
        link = link(HdlcParameters.both(1_010, 7), 2);
        link.connect(sent::write);
        says("SNRM P/F " + HdlcParameters.both(1_010, 7).encode());
        server(UA, new HdlcParameters(200, 300, 2, 3).encode().toString());
        happens(new HdlcEvent.Connected(new HdlcParameters(300, 200, 3, 2)));
    }

    @Test
    void parametersThatCantBeReadEndTheLink() {
        link.connect(sent::write);
        says("SNRM P/F");
        server(UA, "818012").says();
        happens(new HdlcEvent.Lost("the meter's parameters can't be understood"));
    }

    /// ```
    /// client                       server
    ///   | I (S=0 R=0) ----> lost      |
    ///   | I (S=0 R=0) ----> lost      |
    ///   | I (S=0 R=0) ----> lost      |
    ///   | RR (R=0) -----------------> |  what has arrived?
    ///   | <----------------- RR (R=0) |  nothing
    ///   | I (S=0 R=0) --------------> |
    ///   | <------------ I (S=0 R=1) - |
    /// ```
    @Test
    void aRequestIsRepeatedThenAskedAfterThenSentAgain() {
        connected();
        send("C0").says("I N(S)=0 N(R)=0 P/F E6E600C0");
        silence(RESPONSE - 1).says();
        silence(RESPONSE).says("I N(S)=0 N(R)=0 P/F E6E600C0");
        silence(RESPONSE).says("I N(S)=0 N(R)=0 P/F E6E600C0");
        silence(RESPONSE).says("RR N(R)=0 P/F");
        server(rr(0)).says("I N(S)=0 N(R)=0 P/F E6E600C0");
        server(HdlcTalk.i(0, 1), LLC + "C4").says();
        happens(new HdlcEvent.Answered(Octets.ofHex("C4")));
    }

    @Test
    void withoutAnyWordTheLinkIsLost() {
        connected();
        send("C0").says("I N(S)=0 N(R)=0 P/F E6E600C0");
        for (int i = 0; i < 4; i++) {
            silence(RESPONSE);
        }
        sent.reset();
        silence(RESPONSE).says();
        happens(new HdlcEvent.Lost("no answer"));
    }

    @Test
    void anAnswerThatCameTwiceIsPassedOverOnce() {
        connected();
        send("C0").says("I N(S)=0 N(R)=0 P/F E6E600C0");
        server(HdlcTalk.i(0, 1), LLC + "C4").says();
        happens(new HdlcEvent.Answered(Octets.ofHex("C4")));
        server(HdlcTalk.i(0, 1), LLC + "C4").says();
        happens();
        send("C1").says("I N(S)=1 N(R)=1 P/F E6E600C1");
        server(HdlcTalk.i(0, 1), LLC + "C4").says();
        server(HdlcTalk.i(1, 2), LLC + "C5").says();
        happens(new HdlcEvent.Answered(Octets.ofHex("C5")));
    }

    @Test
    void aServerThatHasNothingToSayYetIsAskedAgain() {
        connected();
        send("C0").says("I N(S)=0 N(R)=0 P/F E6E600C0");
        server(rr(1)).says();
        happens(new HdlcEvent.Quiet());
        assertEquals(POLL, link.patienceMilliseconds());
        silence(POLL).says("RR N(R)=0 P/F");
        server(rr(1)).says();
        happens(new HdlcEvent.Quiet());
        silence(POLL).says("RR N(R)=0 P/F");
        server(HdlcTalk.i(0, 1), LLC + "C4").says();
        happens(new HdlcEvent.Answered(Octets.ofHex("C4")));
        assertEquals(OctetMachine.ENDLESS, link.patienceMilliseconds());
    }

    @Test
    void aBusyServerIsLeftAloneForAWhile() {
        connected();
        send("AA".repeat(200)).says("I N(S)=0 N(R)=0 P/F S E6E600" + "AA".repeat(125));
        server(HdlcTalk.rnr(1)).says();
        silence(POLL).says("RR N(R)=0 P/F");
        server(HdlcTalk.rnr(1)).says();
        silence(POLL).says("RR N(R)=0 P/F");
        server(rr(1)).says("I N(S)=1 N(R)=0 P/F " + "AA".repeat(75));
    }

    @Test
    void aLongRequestGoesInSegmentsOneAtATime() {
        connected();
        send("AA".repeat(300)).says("I N(S)=0 N(R)=0 P/F S E6E600" + "AA".repeat(125));
        server(rr(1)).says("I N(S)=1 N(R)=0 P/F S " + "AA".repeat(128));
        // The same word again is an old one: the segment is on its way.
        server(rr(1)).says();
        assertFalse(link.isReady());
        server(rr(2)).says("I N(S)=2 N(R)=0 P/F " + "AA".repeat(47));
        server(HdlcTalk.i(0, 3), LLC + "C4").says();
        happens(new HdlcEvent.Answered(Octets.ofHex("C4")));
    }

    @Test
    void aLongRequestGoesInBurstsOfTheWindow() {
        link = link(HdlcParameters.both(128, 3), 2);
        link.connect(sent::write);
        says("SNRM P/F " + HdlcParameters.both(128, 3).encode());
        server(UA, HdlcParameters.both(128, 3).encode().toString());
        happens(new HdlcEvent.Connected(HdlcParameters.both(128, 3)));
        send("AA".repeat(500))
                .says(
                        "I N(S)=0 N(R)=0 S E6E600" + "AA".repeat(125),
                        "I N(S)=1 N(R)=0 S " + "AA".repeat(128),
                        "I N(S)=2 N(R)=0 P/F S " + "AA".repeat(128));
        server(rr(2)).says("I N(S)=2 N(R)=0 S " + "AA".repeat(128), "I N(S)=3 N(R)=0 P/F " + "AA".repeat(119));
    }

    @Test
    void aFrameThatComesTooEarlyIsAnsweredByTheNumberThatIsMissing() {
        link = link(HdlcParameters.both(128, 3), 2);
        link.connect(sent::write);
        says("SNRM P/F " + HdlcParameters.both(128, 3).encode());
        server(UA, HdlcParameters.both(128, 3).encode().toString());
        happens(new HdlcEvent.Connected(HdlcParameters.both(128, 3)));
        send("C0").says("I N(S)=0 N(R)=0 P/F E6E600C0");
        segment(HdlcTalk.more(0, 1), LLC + "AA").says();
        segment(HdlcTalk.i(2, 1), "CC").says("RR N(R)=1 P/F");
        segment(HdlcTalk.more(1, 1), "BB").says();
        segment(HdlcTalk.i(2, 1), "CC").says("RR N(R)=3 P/F");
        server(HdlcTalk.i(3, 1), "DD").says();
        happens(new HdlcEvent.Answered(Octets.ofHex("AABBCCDD")));
    }

    @Test
    void dmAndFrmrEndTheLink() {
        connected();
        send("C0").says("I N(S)=0 N(R)=0 P/F E6E600C0");
        server(DM).says();
        happens(new HdlcEvent.Lost("the meter has no link"));
        connected();
        send("C0").says("I N(S)=0 N(R)=0 P/F E6E600C0");
        server(new HdlcControl.FrameReject(true), "100004").says();
        happens(new HdlcEvent.Lost("the meter rejects I N(S)=0 N(R)=0 P/F: information longer than agreed"));
        connected();
        assertTrue(link.isReady());
    }

    @Test
    void whateverTheServerSaysOrNotTheLinkEndsWhenAsked() {
        connected();
        link.disconnect(sent::write);
        says("DISC P/F");
        server(DM).says();
        happens(new HdlcEvent.Disconnected());
        connected();
        link.disconnect(sent::write);
        says("DISC P/F");
        silence(RESPONSE).says("DISC P/F");
        silence(RESPONSE).says("DISC P/F");
        silence(RESPONSE).says();
        happens(new HdlcEvent.Disconnected());
    }

    @Test
    void framesForOthersAndTheWordsOfAClientArePassedOver() {
        connected();
        send("C0").says("I N(S)=0 N(R)=0 P/F E6E600C0");
        raw(new HdlcFrame(false, HdlcAddress.ofClient(17), SERVER, DM, Octets.ofHex("")));
        raw(new HdlcFrame(false, CLIENT, HdlcAddress.ofOneOctet(2), DM, Octets.ofHex("")));
        raw(new HdlcFrame(false, SERVER, CLIENT, HdlcTalk.i(0, 0), Octets.ofHex("E6E600C0")));
        server(HdlcTalk.SNRM).says();
        server(HdlcTalk.DISC).says();
        server(HdlcControl.of(0xBF)).says();
        server(HdlcTalk.i(0, 5), LLC + "C4").says();
        happens();
        server(HdlcTalk.i(0, 1), LLC + "C4").says();
        happens(new HdlcEvent.Answered(Octets.ofHex("C4")));
    }

    @Test
    void anAnswerThatBeganIsDroppedAfterTheTimeBetweenOctets() {
        connected();
        send("C0").says("I N(S)=0 N(R)=0 P/F E6E600C0");
        byte[] answer = new HdlcFrame(false, CLIENT, SERVER, HdlcTalk.i(0, 1), Octets.ofHex(LLC + "C4")).encode();
        link.receive(answer, 0, 9, sent::write);
        assertEquals(INTER_OCTET, link.patienceMilliseconds());
        silence(INTER_OCTET).says();
        assertEquals(RESPONSE, link.patienceMilliseconds());
        silence(RESPONSE).says("I N(S)=0 N(R)=0 P/F E6E600C0");
        server(HdlcTalk.i(0, 1), LLC + "C4").says();
        happens(new HdlcEvent.Answered(Octets.ofHex("C4")));
    }

    @Test
    void anAnswerLongerThanTheLimitEndsTheLink() {
        var settings = HdlcClientSettings.DEFAULT;
        link = new HdlcClientLink(
                CLIENT,
                SERVER,
                new HdlcClientSettings(
                        HdlcParameters.DEFAULT, RESPONSE, INTER_OCTET, POLL, settings.repeatsMax(), 100));
        connected();
        send("C0").says("I N(S)=0 N(R)=0 P/F E6E600C0");
        server(HdlcTalk.i(0, 1), LLC + "00".repeat(101)).says();
        happens(new HdlcEvent.Lost("an answer of more than 100 octets"));
    }

    @Test
    void whatNobodyIsToAnswerGoesInUnnumberedInformation() {
        connected();
        byte[] apdu = HEX.parseHex("C10181");
        link.sendUnconfirmed(apdu, 0, apdu.length, sent::write);
        says("UI P/F E6E600C10181");
    }

    @Test
    void whoAsksWithoutARequestPolls() {
        connected();
        link.ask(sent::write);
        says("RR N(R)=0 P/F");
        link.ask(sent::write);
        says();
        server(rr(0)).says();
        happens(new HdlcEvent.Quiet());
        silence(POLL).says("RR N(R)=0 P/F");
        server(HdlcTalk.i(0, 0), LLC + "E0").says();
        happens(new HdlcEvent.Answered(Octets.ofHex("E0")));
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

    private void connected() {
        link.connect(sent::write);
        sent.reset();
        server(UA);
        happens(new HdlcEvent.Connected(HdlcParameters.DEFAULT));
    }

    private HdlcClientLinkTest send(String apdu) {
        byte[] octets = HEX.parseHex(apdu);
        link.send(octets, 0, octets.length, sent::write);
        return this;
    }

    private HdlcClientLinkTest server(HdlcControl control) {
        return server(control, "");
    }

    private HdlcClientLinkTest server(HdlcControl control, String information) {
        return raw(new HdlcFrame(false, CLIENT, SERVER, control, Octets.ofHex(information)));
    }

    private HdlcClientLinkTest segment(HdlcControl control, String information) {
        return raw(new HdlcFrame(true, CLIENT, SERVER, control, Octets.ofHex(information)));
    }

    private HdlcClientLinkTest raw(HdlcFrame frame) {
        byte[] octets = frame.encode();
        events.addAll(link.receive(octets, 0, octets.length, sent::write));
        return this;
    }

    private HdlcClientLinkTest silence(int milliseconds) {
        events.addAll(link.silent(milliseconds, sent::write));
        return this;
    }

    private void happens(HdlcEvent... expected) {
        assertEquals(List.of(expected), events);
        events = new ArrayList<>();
    }

    private void says(String... words) {
        var said = new ArrayList<String>();
        byte[] octets = sent.toByteArray();
        new FrameReassembly().receive(octets, 0, octets.length, (header, frame, offset) -> {
            assertEquals(SERVER, header.destination());
            assertEquals(CLIENT, header.source());
            int count = header.informationOctets();
            said.add(header.control().words()
                    + (header.format().isSegmented() ? " S" : "")
                    + (count == 0 ? "" : " " + HEX.formatHex(frame, offset, offset + count)));
        });
        sent.reset();
        assertEquals(List.of(words), said);
    }
}
