package trefas.dlms.hdlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static trefas.dlms.hdlc.HdlcTalk.DISC;
import static trefas.dlms.hdlc.HdlcTalk.SNRM;
import static trefas.dlms.hdlc.HdlcTalk.i;
import static trefas.dlms.hdlc.HdlcTalk.more;
import static trefas.dlms.hdlc.HdlcTalk.rnr;
import static trefas.dlms.hdlc.HdlcTalk.rr;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.OctetMachine;

/// The meter's side of HDLC, frame by frame, in the order of the conformance cases of our papers (reference H1).
class HdlcServerTest {

    private static final String UA_128 = "UA P/F 818012050180060180070400000001080400000001";

    private static final String LLC = "E6E600";

    private static final String RESPONSE = "E6E700";

    private static final int INACTIVITY = 20_000;

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

    @Test
    @DisplayName("H01 DISC, SNRM, RR, DISC, DISC: DM, UA, RR, UA, DM")
    void h01() {
        talk.client(DISC).server("DM P/F");
        talk.client(SNRM).server(UA_128);
        talk.client(rr(0)).server("RR N(R)=0 P/F");
        talk.client(DISC).server("UA P/F");
        talk.client(DISC).server("DM P/F");
    }

    @Test
    @DisplayName("H02 an incomplete frame is dropped after the time between octets, the next one is answered")
    void h02() {
        talk.client(SNRM).server(UA_128);
        byte[] rr = talk.frame(false, rr(0), "");
        for (int length = 2; length < rr.length; length++) {
            server.receive(rr, 0, length, (_, _, _) -> {});
            assertEquals(INTER_OCTET, server.patienceMilliseconds());
            talk.silence(INTER_OCTET).nothing();
            talk.client(rr(0)).server("RR N(R)=0 P/F");
        }
    }

    @Test
    @DisplayName("H02 a frame hidden behind an incomplete one is found when the line falls silent")
    void h02HiddenFrame() {
        talk.client(SNRM).server(UA_128);
        // The head of a long I-frame with a right HCS, then silence is expected where a whole RR stands.
        byte[] cut = Arrays.copyOf(talk.frame(false, i(0, 0), LLC + "00".repeat(100)), 20);
        talk.raw(cut).nothing();
        talk.client(rr(0)).nothing();
        talk.silence(INTER_OCTET).server("RR N(R)=0 P/F");
    }

    @Test
    @DisplayName("H03 after the inactivity there is no link: RR and DISC get DM")
    void h03() {
        talk.client(SNRM).server(UA_128);
        assertEquals(INACTIVITY, server.patienceMilliseconds());
        talk.silence(INACTIVITY - 1).nothing();
        talk.client(rr(0)).server("RR N(R)=0 P/F");
        int aborts = device.aborts;
        talk.silence(INACTIVITY).nothing();

        assertEquals(aborts + 1, device.aborts);
        assertEquals(OctetMachine.ENDLESS, server.patienceMilliseconds());
        talk.client(rr(0)).server("DM P/F");
        talk.client(DISC).server("DM P/F");
    }

    @Test
    void withoutInactivityALinkStandsForEver() {
        with(settings.withInactivity(0));
        talk.client(SNRM).server(UA_128);
        assertEquals(OctetMachine.ENDLESS, server.patienceMilliseconds());
        talk.silence(Integer.MAX_VALUE).nothing();
        talk.client(rr(0)).server("RR N(R)=0 P/F");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            H04 no opening flag,     A0070321930F017E
            H04 no closing flag,     7EA0070321930F01
            H04 neither,             A0070321930F01
            H05 too short,           7EA006032193F17E
            H05 two octets,          7EA0027E
            H05 nothing between,     7E7E
            H06 format type 9,       7E90070321930F017E
            H06 format type 11,      7EB0070321930F017E
            H07 length one too long, 7EA0080321930F017E
            H07 length one short,    7EA0060321930F017E
            H07 length huge,         7EA7FF0321930F017E
            H07 length zero,         7EA0000321930F017E
            H09 wrong HCS,           7EA0200303 93FFC981801405020200060202000704000000010804000000016FEF7E
            H10 wrong FCS,           7EA0070321930F027E
            H10 wrong FCS with info, 7EA020030393FEC981801405020200060202000704000000010804000000016FEE7E
            """)
    void aFrameThatIsNoneIsIgnored(String what, String hex) {
        talk.raw(hex).nothing();
        talk.silence(INTER_OCTET).nothing();
        talk.client(DISC).server("DM P/F");
        talk.client(SNRM).server(UA_128);
    }

    // The sender counted its check over the wrong length, so only silence tells that nothing follows.
    @ParameterizedTest(name = "H07 a length of {0} with a check that is right")
    @ValueSource(ints = {8, 9, 12, 2047})
    void h07WrongLengthWithARightCheck(int length) {
        byte[] octets = {0x7E, (byte) (0xA0 | length >>> 8), (byte) length, 0x03, 0x21, (byte) 0x93, 0, 0, 0x7E};
        FrameCheck.append(octets, 1, 5);

        talk.raw(octets).nothing();
        talk.silence(INTER_OCTET).nothing();
        talk.client(DISC).server("DM P/F");
    }

    @ParameterizedTest(name = "H08 control {0} in NRM: FRMR with w, then DISC and SNRM work")
    @ValueSource(strings = {"19", "1D", "BF", "F3", "9F"})
    void h08(String control) {
        var undefined = HdlcControl.of(Integer.parseInt(control, 16));
        talk.client(SNRM).server(UA_128);
        talk.client(undefined).server("FRMR P/F " + control + "0001");
        talk.client(rr(0)).server("FRMR P/F " + control + "0001");
        talk.client(i(0, 0), LLC + "C0").server("FRMR P/F " + control + "0001");
        assertEquals(0, device.times("C0"));
        talk.client(SNRM).server(UA_128);
        talk.client(undefined).server("FRMR P/F " + control + "0001");
        talk.client(DISC).server("UA P/F");
        talk.client(undefined).nothing();
    }

    @ParameterizedTest(name = "H11 {0}: UA with the same address octets")
    @EnumSource(AddressForm.class)
    void h11(AddressForm form) {
        talk.between(16, HdlcAddress.ofServer(form, 1, 32));
        talk.client(SNRM).server(UA_128);
        talk.client(i(0, 0), LLC + "C0").server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "C4C0FFEE");
    }

    @Test
    @DisplayName("H12 a source address of two octets is ignored")
    void h12() {
        var frame = new HdlcFrame(
                false,
                HdlcAddress.ofOneOctet(1),
                new HdlcAddress(AddressForm.TWO_OCTETS, 16, 0),
                SNRM,
                Octets.ofHex(""));
        talk.raw(frame.encode()).nothing();
        talk.client(DISC).server("DM P/F");
    }

    @ParameterizedTest(name = "H13 logical device {1}, physical device {2} in {0}: ignored")
    @CsvSource({
        "ONE_OCTET, 2, 0",
        "TWO_OCTETS, 1, 33",
        "TWO_OCTETS, 2, 32",
        "FOUR_OCTETS, 1, 16000",
        "FOUR_OCTETS, 300, 32",
        "TWO_OCTETS, 1, 0",
        "TWO_OCTETS, 1, 126"
    })
    void h13(AddressForm form, int upper, int lower) {
        talk.between(16, HdlcAddress.ofServer(form, upper, lower));
        talk.client(SNRM).nothing();
        talk.client(DISC).nothing();
    }

    @Test
    @DisplayName("H13 a client nobody configured is ignored")
    void h13UnknownClient() {
        talk.between(17, HdlcAddress.ofOneOctet(1)).client(SNRM).nothing();
    }

    @ParameterizedTest(name = "H14 one octet to a device of {0}: ignored")
    @EnumSource(value = AddressForm.class, names = "ONE_OCTET", mode = EnumSource.Mode.EXCLUDE)
    void h14(AddressForm form) {
        with(settings.withForms(EnumSet.of(form)));
        talk.client(SNRM).nothing();
        talk.between(16, HdlcAddress.ofServer(form, 1, 32)).client(SNRM).server(UA_128);
    }

    @ParameterizedTest(name = "H15 {0}: ignored")
    @ValueSource(strings = {"A00902020321930000", "A00B02020202032193 0000"})
    void h15(String header) {
        byte[] octets = HdlcTalk.HEX.parseHex("7E" + header.replace(" ", "") + "7E");
        FrameCheck.append(octets, 1, octets.length - 4);
        talk.raw(octets).nothing();
        talk.client(DISC).server("DM P/F");
    }

    @Test
    @DisplayName("H16 2030 octets wanted: UA with our own limit, and the transfer respects it")
    void h16() {
        talk.client(SNRM, HdlcParameters.both(2_030, 1).encode().toString())
                .server("UA P/F 818014050203F2060203F207040000000108040000" + "0001");
        String answer = answerTo("C1");
        assertEquals("I N(S)=0 N(R)=1 P/F " + RESPONSE + "C5" + "AB".repeat(299), answer);
    }

    @Test
    @DisplayName("H16 100 octets wanted: no frame has more information")
    void h16Shorter() {
        talk.client(SNRM, HdlcParameters.both(100, 1).encode().toString());
        assertEquals("I N(S)=0 N(R)=1 P/F S " + RESPONSE + "C5" + "AB".repeat(96), answerTo("C1"));
    }

    @ParameterizedTest(name = "H17 windows of 4 and 7 wanted, {0} is our own limit: {1} and {2} in the UA")
    @CsvSource({"1, 1, 1", "3, 3, 3", "7, 7, 4"})
    void h17(int own, int transmit, int receive) {
        with(settings.withParameters(HdlcParameters.both(128, own)));
        talk.client(SNRM, new HdlcParameters(128, 128, 4, 7).encode().toString())
                .server("UA P/F " + new HdlcParameters(128, 128, transmit, receive).encode());
    }

    @Test
    @DisplayName("H18 an AARQ in one frame: AARE")
    void h18() {
        talk.client(SNRM).server(UA_128);
        talk.client(i(0, 0), LLC + "60AA").server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "6129");
    }

    @Test
    @DisplayName("H18 an AARQ in segments: an RR for each, then the AARE")
    void h18Segments() {
        talk.client(SNRM).server(UA_128);
        talk.segment(i(0, 0), "E6").server("RR N(R)=1 P/F");
        talk.segment(i(1, 0), "E60060").server("RR N(R)=2 P/F");
        talk.client(i(2, 0), "AA").server("I N(S)=0 N(R)=3 P/F " + RESPONSE + "6129");
        assertEquals(1, device.times("60AA"));
    }

    @Test
    @DisplayName("H18 segments in a window of 3: one RR for all of them")
    void h18Window() {
        withWindow(3);
        talk.segment(more(0, 0), LLC).nothing();
        talk.segment(more(1, 0), "60").nothing();
        talk.client(i(2, 0), "AA").server("I N(S)=0 N(R)=3 P/F " + RESPONSE + "6129");
    }

    @Test
    @DisplayName("H19 information longer than agreed: FRMR with y, and SNRM recovers")
    void h19() {
        talk.client(SNRM).server(UA_128);
        talk.client(i(0, 0), LLC + "00".repeat(126)).server("FRMR P/F 100004");
        talk.client(SNRM).server(UA_128);
        talk.client(i(0, 0), LLC + "C0").server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "C4C0FFEE");
    }

    @ParameterizedTest(name = "H20 N(R) = {0} acknowledges what was never sent: FRMR with z, and SNRM recovers")
    @ValueSource(ints = {2, 3, 7})
    void h20(int number) {
        talk.client(SNRM).server(UA_128);
        talk.client(i(0, 0), LLC + "C0").server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "C4C0FFEE");
        String control = HdlcTalk.HEX.toHexDigits((byte) i(1, number).octet());
        talk.client(i(1, number), LLC + "C0").server("FRMR P/F " + control + "2208");
        talk.client(rr(number)).server("FRMR P/F " + control + "2208");
        talk.client(SNRM).server(UA_128);
        talk.client(rr(0)).server("RR N(R)=0 P/F");
        assertEquals(1, device.times("C0"));
    }

    @ParameterizedTest(name = "H21 N(S) = {0} instead of 0: RR that expects 0, nothing is carried out")
    @ValueSource(ints = {1, 2, 6})
    void h21(int number) {
        talk.client(SNRM).server(UA_128);
        talk.client(i(number, 0), LLC + "C0").server("RR N(R)=0 P/F");
        assertEquals(0, device.times("C0"));
        talk.client(i(0, 0), LLC + "C0").server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "C4C0FFEE");
    }

    @Test
    @DisplayName("H22 an AARQ without SNRM: DM, nothing is carried out")
    void h22() {
        talk.client(i(0, 0), LLC + "60AA").server("DM P/F");
        talk.client(more(0, 0), LLC + "60AA").nothing();
        talk.client(rnr(0)).server("DM P/F");
        assertEquals(0, device.times("60AA"));
    }

    @Test
    @DisplayName("H23 SNRM in NRM: UA, the association is gone")
    void h23() {
        talk.client(SNRM).server(UA_128);
        talk.client(i(0, 0), LLC + "60AA").server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "6129");
        int aborts = device.aborts;
        talk.client(SNRM).server(UA_128);
        assertEquals(aborts + 1, device.aborts);
        talk.client(i(0, 0), LLC + "C0").server("I N(S)=0 N(R)=1 P/F " + RESPONSE + "C4C0FFEE");
        talk.client(DISC).server("UA P/F");
        assertEquals(aborts + 2, device.aborts);
    }

    private String answerTo(String apdu) {
        talk.client(i(0, 0), LLC + apdu);
        assertEquals(1, talk.answers().size());
        return talk.answers().getFirst();
    }
}
