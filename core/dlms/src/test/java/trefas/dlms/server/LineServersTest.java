package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.OctetMachine;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.hdlc.HdlcAddress;
import trefas.dlms.hdlc.HdlcClientLink;
import trefas.dlms.hdlc.HdlcClientSettings;
import trefas.dlms.hdlc.HdlcParameters;
import trefas.dlms.hdlc.HdlcServerSettings;
import trefas.dlms.hdlc.HdlcWorld;

/// The machines that stand at a meter's ports: the wrapper over TCP and UDP, and the one that finds out what is
/// spoken (reference B1, conformance cases W01 to W09 and H35).
class LineServersTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String AARQ = Dialog.AARQ_PUBLIC;
    private static final String AARE = Dialog.AARE_PUBLIC;
    private static final String SNRM = "7EA0070321930F017E";
    private static final String UA = "7EA01E210373C37A818012050180060180070400000001080400000001533B7E";
    private static final int INACTIVITY = 180_000;

    private final SmallDevice device = new SmallDevice();
    private final AssociationTable table = new AssociationTable(SmallDevice.PROFILE_OF_ASSOCIATIONS, device);
    private final DetectingServer server =
            new DetectingServer(HdlcServerSettings.DEFAULT, table, DetectingServer.INACTIVITY_MILLISECONDS);
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    @DisplayName("W01 an AARQ in single octets: AARE")
    void w01() {
        String pdu = request(AARQ);
        for (int from = 0; from < pdu.length(); from += 2) {
            give(server, pdu.substring(from, from + 2));
        }
        assertEquals(answer(AARE), taken());
    }

    @Test
    @DisplayName("W02 two requests in one piece: two answers in order")
    void w02() {
        give(server, request(AARQ) + request(Dialog.GET_CLOCK) + request("C001C200080000010000FF0200"));
        assertEquals(answer(AARE) + answer(Dialog.CLOCK) + answer(Dialog.CLOCK.replace("C401C1", "C401C2")), taken());
    }

    @Test
    @DisplayName("W03 version 2 ends the conversation, and no other")
    void w03() {
        var other = new DetectingServer(HdlcServerSettings.DEFAULT, table, INACTIVITY);
        give(server, "0002001000010001C0");

        assertTrue(server.isOver());
        give(other, request(AARQ));
        assertEquals(answer(AARE), taken());
        assertFalse(other.isOver());
    }

    @Test
    @DisplayName("W04 a length of FFFF ends the conversation before anything is kept")
    void w04TooLong() {
        give(server, "000100100001FFFFC0");
        assertTrue(server.isOver());
    }

    @Test
    @DisplayName("W04 a PDU that does not go on is closed by the inactivity")
    void w04() {
        give(server, "0001001000010400C0");
        assertFalse(server.isOver());
        assertEquals(INACTIVITY, server.patienceMilliseconds());
        server.silent(INACTIVITY - 1, sent::write);
        assertFalse(server.isOver());
        server.silent(INACTIVITY, sent::write);
        assertTrue(server.isOver());
        assertEquals("", taken());
    }

    @Test
    void withoutInactivityAConversationNeverEnds() {
        var endless = new DetectingServer(HdlcServerSettings.DEFAULT, table, 0);
        give(endless, request(AARQ));
        assertEquals(OctetMachine.ENDLESS, endless.patienceMilliseconds());
        endless.silent(Integer.MAX_VALUE, sent::write);
        assertFalse(endless.isOver());
    }

    @ParameterizedTest(name = "W05 {0}: no answer, and the next request is served")
    @ValueSource(strings = {"0001001000FF", "000100100010", "000100000001", "00010010FFFF", "00010011007F"})
    void w05(String header) {
        give(server, header + "001F" + AARQ);
        assertEquals("", taken());
        give(server, request(AARQ));
        assertEquals(answer(AARE), taken());
    }

    @Test
    @DisplayName("W06 RLRQ, then AARQ on the same connection: RLRE, AARE")
    void w06() {
        give(server, request(AARQ) + request("6203800100") + request(AARQ));
        assertEquals(answer(AARE) + answer("6303800100") + answer(AARE), taken());
    }

    /// Reference traces T3: window 2, so two datagrams leave for one that came.
    @Test
    @DisplayName("G29 T3 over UDP all blocks of a window go out")
    void allBlocksOfAWindow() {
        var profile = new ServerProfile(
                List.of(AssociationSettings.withPassword(16, 1, "12345", ServerProfile.EVERYTHING, 1_024)),
                ServerLimits.DEFAULT.withGeneralBlockWindow(2));
        device.textOctets = 24;
        var datagrams = new DatagramServer(new AssociationTable(profile, device), INACTIVITY);
        give(datagrams, request(Dialog.aarqWithPassword("200018", 19)));
        assertTrue(taken().contains("A203020100"));
        give(datagrams, request("E08200010000" + "0DC001C100010000600100FF0200"));
        assertEquals(
                answer("E042000100010CC401C1000918000102030405") + answer("E002000200010C060708090A0B0C0D0E0F1011"),
                taken());
    }

    @Test
    @DisplayName("W09 a truncated datagram is ignored, and so is one that is too long")
    void w09() {
        var datagrams = new DatagramServer(table, INACTIVITY);
        byte[] whole = HEX.parseHex(request(AARQ));
        for (int length = 0; length < whole.length; length++) {
            datagrams.receive(whole, 0, length, sent::write);
            assertEquals("", taken());
        }
        give(datagrams, request(AARQ) + "00");
        give(datagrams, "0002" + request(AARQ).substring(4));
        assertEquals("", taken());
        give(datagrams, request(AARQ));
        assertEquals(answer(AARE), taken());
        give(datagrams, request(Dialog.GET_CLOCK));
        assertEquals(answer(Dialog.CLOCK), taken());
        datagrams.silent(INACTIVITY, sent::write);
        assertTrue(datagrams.isOver());
    }

    @Test
    void aFlagMeansHdlc() {
        give(server, SNRM.substring(0, 2));
        assertEquals("", taken());
        give(server, SNRM.substring(2));
        assertEquals(UA, taken());
        assertEquals(20_000, server.patienceMilliseconds());
        server.silent(20_000, sent::write);
        assertFalse(server.isOver());
        server.silent(INACTIVITY, sent::write);
        assertTrue(server.isOver());
    }

    @ParameterizedTest(name = "{0} is neither")
    @ValueSource(strings = {"2F", "FF", "01", "C0", "47"})
    void anythingElseEndsTheConversation(String octet) {
        give(server, octet);
        assertTrue(server.isOver());
        give(server, SNRM);
        assertEquals("", taken());
    }

    /// ```
    /// client 16            client 18             server
    ///   | SNRM --------------------------------> | UA
    ///   |                      | SNRM ---------> | UA
    ///   | AARQ --------------------------------> | AARE
    ///   |                      | AARQ ---------> | AARE
    ///   |                      | DISC ---------> | UA
    ///   | GET ---------------------------------> | value: its association stands
    /// ```
    @Test
    @DisplayName("H35 two clients on one line, in turn: two links that know nothing of each other")
    void h35() {
        var world = HdlcWorld.good(server);
        var first = link(16, 1);
        var second = link(18, 16);
        assertTrue(world.connect(first));
        assertTrue(world.connect(second));
        assertEquals(List.of(Octets.ofHex(AARE)), ask(world, first, AARQ));
        String aareOfSecond = ask(world, second, Dialog.aarqWithPassword("007E1F", 1_024))
                .getFirst()
                .toString();
        assertTrue(aareOfSecond.contains("A203020100"), aareOfSecond);
        assertEquals(List.of(Octets.ofHex(Dialog.CLOCK)), ask(world, first, Dialog.GET_CLOCK));
        assertEquals(List.of(Octets.ofHex(Dialog.CLOCK)), ask(world, second, Dialog.GET_CLOCK));
        world.run(second, second::disconnect);
        assertEquals(List.of(Octets.ofHex(Dialog.CLOCK)), ask(world, first, Dialog.GET_CLOCK));
        assertTrue(world.connect(second));
        assertEquals(List.of(Octets.ofHex("D80101")), ask(world, second, Dialog.GET_CLOCK));
        assertEquals(List.of(Octets.ofHex(Dialog.CLOCK)), ask(world, first, Dialog.GET_CLOCK));
    }

    @FuzzTest
    void anyDatagramIsSurvived(byte[] noise) {
        var datagrams = new DatagramServer(table, INACTIVITY);
        datagrams.receive(noise, 0, noise.length, sent::write);
        give(datagrams, request(HEX.formatHex(noise)));
        sent.reset();
    }

    @FuzzTest
    void anyBeginningIsSurvived(byte[] noise) {
        server.receive(noise, 0, noise.length, sent::write);
        server.silent(500, sent::write);
        server.silent(20_000, sent::write);
        server.silent(INACTIVITY, sent::write);
        assertTrue(server.isOver());
        sent.reset();
    }

    private static HdlcClientLink link(int client, int logicalDevice) {
        return new HdlcClientLink(
                HdlcAddress.ofClient(client),
                HdlcAddress.ofOneOctet(logicalDevice),
                HdlcClientSettings.DEFAULT.withParameters(HdlcParameters.DEFAULT));
    }

    private static List<Octets> ask(HdlcWorld world, HdlcClientLink link, String apdu) {
        return world.ask(link, HEX.parseHex(apdu));
    }

    private void give(OctetMachine machine, String hex) {
        byte[] octets = HEX.parseHex(hex);
        machine.receive(octets, 0, octets.length, sent::write);
    }

    private String taken() {
        String hex = HEX.formatHex(sent.toByteArray());
        sent.reset();
        return hex;
    }

    private static String request(String apdu) {
        return "000100100001" + String.format("%04X", apdu.length() / 2) + apdu;
    }

    private static String answer(String apdu) {
        return "000100010010" + String.format("%04X", apdu.length() / 2) + apdu;
    }
}
