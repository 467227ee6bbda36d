package trefas.dlms.hdlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.dlms.hdlc.HdlcTalk.rr;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
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
