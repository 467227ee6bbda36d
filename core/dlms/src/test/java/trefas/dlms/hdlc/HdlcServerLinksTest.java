package trefas.dlms.hdlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.dlms.hdlc.HdlcTalk.DISC;
import static trefas.dlms.hdlc.HdlcTalk.SNRM;
import static trefas.dlms.hdlc.HdlcTalk.UI;
import static trefas.dlms.hdlc.HdlcTalk.i;
import static trefas.dlms.hdlc.HdlcTalk.more;
import static trefas.dlms.hdlc.HdlcTalk.rnr;
import static trefas.dlms.hdlc.HdlcTalk.rr;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;

/// How the links of a server begin and end, what unnumbered frames carry, and what a server passes over
/// (IEC 62056-46). The names are those of the conformance cases.
class HdlcServerLinksTest {

    private static final String UA_128 = "UA P/F 818012050180060180070400000001080400000001";

    private static final String LLC = "E6E600";

    private static final String RESPONSE = "E6E700";

    private static final int INTER_OCTET = 500;

    private final ScriptedServer device = new ScriptedServer(16, 1)
            .when("C0", "C4C0FFEE")
            .when("C1", "C5" + "AB".repeat(299))
            .when("60AA", "6129");

    private HdlcServerSettings settings = HdlcServerSettings.DEFAULT;

    private HdlcServer server = new HdlcServer(settings, device);

    private HdlcTalk talk = new HdlcTalk(server);

    private void with(HdlcServerSettings other) {
        settings = other;
        server = new HdlcServer(settings, device);
        talk = new HdlcTalk(server);
    }

    private void withWindow(int window) {
        with(settings.withParameters(HdlcParameters.both(128, window)));
        talk.client(SNRM, HdlcParameters.both(128, window).encode().toString());
    }

    /// ```
    /// client                            server
    ///   | SNRM ----------------------->   |
    ///   |   <------------------------- UA |
    ///   | I (S=0 R=0) request --------->  |
    ///   |   lost <---- I (S=0 R=1) answer |
    ///   | I (S=0 R=0) request --------->  |  the repeat is answered again,
    ///   |   <--------- I (S=0 R=1) answer |  but not carried out again
    ///   | I (S=1 R=1) request --------->  |
    ///   |   <--------- I (S=1 R=2) answer |
    /// ```
    @Test
    @DisplayName("H24 a repeated I-frame is answered again and carried out once")
    void h24() {
        talk.client(SNRM).server(UA_128);
        talk.client(i(0, 0), LLC + "C0").server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "C4C0FFEE");
        talk.client(i(0, 0), LLC + "C0").server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "C4C0FFEE");
        assertEquals(1, device.times("C0"));
        talk.client(i(1, 1), LLC + "C0").server("I N(S)=1 N(R)=2 P/F " + RESPONSE + "C4C0FFEE");
        assertEquals(2, device.times("C0"));
    }

    @Test
    @DisplayName("H24 a repeated request whose answer has arrived gets RR")
    void h24Arrived() {
        talk.client(SNRM).server(UA_128);
        talk.client(i(0, 0), LLC + "C0").server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "C4C0FFEE");
        talk.client(rr(1)).server("RR N(R)=1 P/F");
        talk.client(i(0, 1), LLC + "C0").server("RR N(R)=1 P/F");
        assertEquals(1, device.times("C0"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            H25 windows and limits in one octet each, 81800C050140060150070101080101, 81801205015006014007040000000108040000 0001
            H26 an unknown parameter is skipped,      8180 0705014009020102,          81801205018006014007040000000108040000 0001
            H26 user data behind the group,           818003050140C003010203,         81801205018006014007040000000108040000 0001
            """)
    void anUnusualProposalIsAgreedTo(String what, String proposal, String agreed) {
        talk.client(SNRM, proposal).server("UA P/F " + agreed.replace(" ", ""));
        talk.client(rr(0)).server("RR N(R)=0 P/F");
    }

    @Test
    void aProposalThatCantBeReadGetsDm() {
        talk.client(SNRM, "818012").server("DM P/F");
        talk.client(rr(0)).server("DM P/F");
    }

    @Test
    @DisplayName("H27 RNR in a long answer: the server stops, and goes on after RR")
    void h27() {
        talk.client(SNRM).server(UA_128);
        String first = answerTo("C1");
        assertTrue(first.startsWith("I N(S)=0 N(R)=1 P/F S " + RESPONSE), first);
        talk.client(rnr(1)).server("RR N(R)=1 P/F");
        talk.client(rnr(1)).server("RR N(R)=1 P/F");
        talk.client(rr(1)).server("I N(S)=1 N(R)=1 P/F S " + "AB".repeat(128));
        talk.client(rr(2)).server("I N(S)=2 N(R)=1 P/F " + "AB".repeat(47));
    }

    @Test
    @DisplayName("H28 a long answer, window 1, 128 octets: a segment for each RR, the LLC in the first only")
    void h28() {
        talk.client(SNRM).server(UA_128);
        assertEquals("I N(S)=0 N(R)=1 P/F S " + RESPONSE + "C5" + "AB".repeat(124), answerTo("C1"));
        talk.client(rr(1)).server("I N(S)=1 N(R)=1 P/F S " + "AB".repeat(128));
        talk.client(rr(2)).server("I N(S)=2 N(R)=1 P/F " + "AB".repeat(47));
        talk.client(rr(3)).server("RR N(R)=1 P/F");
    }

    @Test
    @DisplayName("H29 a long answer, window 3: three frames, the final bit on the last only")
    void h29() {
        withWindow(3);
        talk.client(i(0, 0), LLC + "C1")
                .server(
                        "I N(S)=0 N(R)=1 S " + RESPONSE + "C5" + "AB".repeat(124),
                        "I N(S)=1 N(R)=1 S " + "AB".repeat(128),
                        "I N(S)=2 N(R)=1 P/F " + "AB".repeat(47));
        withWindow(2);
        talk.client(i(0, 0), LLC + "C1")
                .server(
                        "I N(S)=0 N(R)=1 S " + RESPONSE + "C5" + "AB".repeat(124),
                        "I N(S)=1 N(R)=1 P/F S " + "AB".repeat(128));
        talk.client(rr(2)).server("I N(S)=2 N(R)=1 P/F " + "AB".repeat(47));
    }

    @Test
    @DisplayName("H30 a lost segment: sent again from N(R)")
    void h30() {
        withWindow(3);
        talk.client(i(0, 0), LLC + "C1");
        assertEquals(3, talk.answers().size());
        talk.client(rr(1)).server("I N(S)=1 N(R)=1 S " + "AB".repeat(128), "I N(S)=2 N(R)=1 P/F " + "AB".repeat(47));
        talk.client(rr(2)).server("I N(S)=2 N(R)=1 P/F " + "AB".repeat(47));
        talk.client(rr(2)).server("I N(S)=2 N(R)=1 P/F " + "AB".repeat(47));
        talk.client(rr(3)).server("RR N(R)=1 P/F");
    }

    @ParameterizedTest(name = "H31 SNRM to {1}/{2} in {0}: no answer")
    @CsvSource({
        "ONE_OCTET, 127, 0",
        "ONE_OCTET, 0, 0",
        "TWO_OCTETS, 1, 127",
        "TWO_OCTETS, 127, 127",
        "TWO_OCTETS, 0, 32",
        "FOUR_OCTETS, 1, 16383",
        "FOUR_OCTETS, 16383, 32"
    })
    void h31(AddressForm form, int upper, int lower) {
        talk.between(16, HdlcAddress.ofServer(form, upper, lower));
        talk.client(SNRM).nothing();
        talk.client(DISC).nothing();
    }

    @ParameterizedTest(name = "H32 a broadcast in {0} is carried out and not answered")
    @EnumSource(AddressForm.class)
    void h32(AddressForm form) {
        talk.between(
                16,
                HdlcAddress.ofServer(form, form.allStation(), form == AddressForm.ONE_OCTET ? 0 : form.allStation()));
        talk.client(UI, LLC + "C10181").nothing();
        talk.client(UI, "FFE600" + "C10182").nothing();
        assertEquals(1, device.times("all C10181"));
        assertEquals(1, device.times("all C10182"));
    }

    @Test
    @DisplayName("H32 the broadcast of the golden traces reaches every logical device")
    void h32Golden() {
        talk.raw("7EA027FFCD037B73E6E600C1018100080000010000FF0200090C07E8010F010A1E0000FFC400FE9C7E")
                .nothing();
        assertEquals(1, device.times("all C1018100080000010000FF0200090C07E8010F010A1E0000FFC400"));
    }

    @Test
    void unnumberedInformationIsPassedUpOnlyWithoutAnAnswerToWaitFor() {
        talk.client(UI, LLC + "C10181").nothing();
        talk.segment(UI, LLC + "C101").nothing();
        talk.client(UI, "82").nothing();
        talk.client(UI, LLC + "C101C1").nothing();
        talk.client(UI, LLC + "D94000").nothing();
        talk.client(UI, "E6E700C10183").nothing();
        talk.client(UI, "E6").nothing();

        assertEquals(Map.of("C10181", 1, "C10182", 1), device.carriedOut);
    }

    @Test
    @DisplayName("H33 7E in the data, many leading 7E, shared flags")
    void h33() {
        device.when("7E7E7E", "7E7E");
        talk.client(SNRM).server(UA_128);
        talk.client(i(0, 0), LLC + "7E7E7E").server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "7E7E");
        talk.raw("7E7E7E7E7E" + hex(talk.frame(false, rr(1), ""))).server("RR N(R)=1 P/F");
        String first = hex(talk.frame(false, i(1, 1), LLC + "7E7E7E"));
        String second = hex(talk.frame(false, rr(2), ""));
        talk.raw(first + second.substring(2)).server("I N(S)=1 N(R)=2 P/F " + RESPONSE + "7E7E", "RR N(R)=2 P/F");
    }

    @ParameterizedTest(name = "H34 LLC {0}: acknowledged, not carried out")
    @ValueSource(strings = {"E6E700", "E7E600", "FFE600", "000000", "C0", "E6E6", ""})
    void h34(String llc) {
        talk.client(SNRM).server(UA_128);
        talk.client(i(0, 0), llc.isEmpty() ? "C0" : llc + (llc.length() == 6 ? "C0" : ""))
                .server("RR N(R)=1 P/F");
        assertEquals(Map.of(), device.carriedOut);
        talk.client(i(1, 0), LLC + "C0").server("I N(S)=0 N(R)=2 P/F " + RESPONSE + "C4C0FFEE");
    }

    @Test
    @DisplayName("H36 10 kB of noise, then SNRM: UA")
    void h36() {
        var random = new Random(20_261_128);
        for (int round = 0; round < 50; round++) {
            byte[] noise = new byte[10_000];
            random.nextBytes(noise);
            talk.raw(noise);
            talk.silence(INTER_OCTET);
            talk.client(SNRM).server(UA_128);
        }
    }

    @Test
    void withoutSupplyNothingIsAnsweredAndEveryLinkIsForgotten() {
        talk.client(SNRM).server(UA_128);
        device.isPowered = false;
        talk.client(rr(0)).nothing();
        device.isPowered = true;
        talk.client(rr(0)).server("DM P/F");
    }

    @Test
    void informationInASupervisoryFrameIsRejected() {
        talk.client(SNRM).server(UA_128);
        talk.client(rr(0), "00").server("FRMR P/F 110002");
    }

    @Test
    void withoutThePollBitNothingIsSent() {
        talk.client(new HdlcControl.SetNormalResponseMode(false)).nothing();
        talk.client(rr(0)).server("DM P/F");
        talk.client(SNRM).server(UA_128);
        talk.client(new HdlcControl.ReceiveReady(0, false)).nothing();
        talk.client(more(0, 0), LLC + "C0").nothing();
        talk.client(rr(0)).server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "C4C0FFEE");
        talk.client(new HdlcControl.Disconnect(false)).nothing();
        talk.client(rr(1)).server("RR N(R)=1 P/F");
    }

    @Test
    void theWordsOfAServerAreNotForAServer() {
        talk.client(SNRM).server(UA_128);
        talk.client(new HdlcControl.UnnumberedAcknowledge(true)).nothing();
        talk.client(new HdlcControl.DisconnectedMode(true)).nothing();
        talk.client(new HdlcControl.FrameReject(true)).nothing();
        talk.client(rr(0)).server("RR N(R)=0 P/F");
    }

    @Test
    void anAnswerNobodyNeedsIsAnRr() {
        talk.client(SNRM).server(UA_128);
        talk.client(i(0, 0), LLC + "0F00").server("RR N(R)=1 P/F");
    }

    @Test
    void aClientThatAsksAnewDoesNotGetTheRest() {
        talk.client(SNRM).server(UA_128);
        assertTrue(answerTo("C1").contains(" S "));
        talk.client(i(1, 1), LLC + "C0").server("I N(S)=1 N(R)=2 P/F " + RESPONSE + "C4C0FFEE");
        talk.client(rr(2)).server("RR N(R)=2 P/F");
    }

    // What does not fit twice the agreed APDU is cut; the association tells that it is too long.
    @Test
    void anEndlessRequestIsPutTogetherOnlyAsFarAsTheLimit() {
        talk.client(SNRM).server(UA_128);
        for (int number = 0; number < 100; number++) {
            talk.segment(i(number & 7, 0), number == 0 ? LLC + "00".repeat(125) : "00".repeat(128));
        }
        talk.client(i(100 & 7, 0), "00").server("RR N(R)=5 P/F");
        assertEquals(
                2 * device.apduOctetsMax(),
                device.carriedOut.keySet().iterator().next().length() / 2);
    }

    @Test
    void aPushGoesInUnnumberedInformation() {
        var sent = new ByteArrayOutputStream();
        byte[] push = HdlcTalk.HEX.parseHex("0F000000010C07E80601060C000000FF8880020209060000190900FF0600003039");
        server.push(16, 1, push, 0, push.length, sent::write);

        assertEquals(
                "7EA02D210313FA70E6E7000F000000010C07E80601060C000000FF8880020209060000190900FF060000303954107E",
                hex(sent.toByteArray()));
    }

    @Test
    void aLongPushGoesInSegments() {
        talk.client(SNRM, HdlcParameters.both(100, 1).encode().toString());
        var sent = new ByteArrayOutputStream();
        server.push(16, 1, new byte[250], 0, 250, sent::write);
        byte[] octets = sent.toByteArray();
        var client =
                new HdlcClientLink(HdlcAddress.ofClient(16), HdlcAddress.ofOneOctet(1), HdlcClientSettings.DEFAULT);

        assertEquals(
                List.of(new HdlcEvent.Notified(Octets.of(new byte[250]))),
                client.receive(octets, 0, octets.length, (_, _, _) -> {}));
    }

    private String answerTo(String apdu) {
        talk.client(i(0, 0), LLC + apdu);
        assertEquals(1, talk.answers().size());
        return talk.answers().getFirst();
    }

    private static String hex(byte[] octets) {
        return HdlcTalk.HEX.formatHex(octets);
    }
}
