package trefas.dlms.hdlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import trefas.cosem.CosemData.Octets;

/// The golden session of our papers, octet for octet, from both ends: public client 16, logical device 1, 128
/// octets, windows of 1 (reference traces T1).
class HdlcSessionTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String AARQ = "601DA109060760857405080101BE10040E01000000065F1F0400007E1F04B0";
    private static final String AARE =
            "6129A109060760857405080101A203020100A305A103020100BE10040E0800065F1F040000501F01F40007";
    private static final String GET_TIME = "C001C100080000010000FF0200";
    private static final String TIME = "C401C100090C07E8010F010A1E0000FFC400";
    private static final String GET_TEXT = "C001C100010000600100FF0200";

    private static final String SNRM = "7EA0070321930F017E";
    private static final String UA = "7EA01E210373C37A818012050180060180070400000001080400000001533B7E";

    /// What the client says and the server answers, in turn.
    private static final List<String> SESSION = List.of(
            SNRM,
            UA,
            "7EA02B032110FBAFE6E600601DA109060760857405080101BE10040E01000000065F1F0400007E1F04B0CAEA7E",
            "7EA0372103306C7CE6E7006129A109060760857405080101A203020100A305A103020100BE10040E0800065F1F040000501F01F4"
                    + "0007190A7E",
            "7EA0190321326FD8E6E600C001C100080000010000FF0200601A7E",
            "7EA01E210352484AE6E700C401C100090C07E8010F010A1E0000FFC4006DC17E",
            "7EA0190321545FDEE6E600C001C100010000600100FF020089A07E",
            "7EA889210374B2EDE6E700C401C1000981C8" + counted(0x00, 0x76) + "456B7E",
            "7EA00703217113C57E",
            "7EA05B2103768E55" + counted(0x76, 0xC8) + "C5347E",
            "7EA01103219699DEE6E6006203800100BD9B7E",
            "7EA011210398E791E6E70063038001002C0F7E",
            "7EA00703215303C77E",
            "7EA00721037301407E");

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void t1TheServerSaysItsPart() {
        var server = new HdlcServer(
                HdlcServerSettings.DEFAULT.withParameters(HdlcParameters.DEFAULT),
                new ScriptedServer(16, 1)
                        .when(AARQ, AARE)
                        .when(GET_TIME, TIME)
                        .when(GET_TEXT, text())
                        .when("6203800100", "6303800100"));
        for (int turn = 0; turn < SESSION.size(); turn += 2) {
            byte[] frame = HEX.parseHex(SESSION.get(turn));
            server.receive(frame, 0, frame.length, sent::write);

            assertEquals(SESSION.get(turn + 1), taken(), "answer to " + SESSION.get(turn));
        }
    }

    @Test
    void t1TheClientSaysItsPart() {
        var client = new HdlcClientLink(
                HdlcAddress.ofClient(16),
                HdlcAddress.ofOneOctet(1),
                HdlcClientSettings.DEFAULT.withParameters(HdlcParameters.DEFAULT));
        client.connect(sent::write);
        assertEquals(List.of(new HdlcEvent.Connected(HdlcParameters.DEFAULT)), exchange(client, 0));
        assertTrue(client.isReady());
        send(client, AARQ);
        assertEquals(answered(AARE), exchange(client, 2));
        send(client, GET_TIME);
        assertEquals(answered(TIME), exchange(client, 4));
        send(client, GET_TEXT);
        assertEquals(List.of(), exchange(client, 6));
        assertEquals(answered(text()), exchange(client, 8));
        send(client, "6203800100");
        assertEquals(answered("6303800100"), exchange(client, 10));
        client.disconnect(sent::write);
        assertEquals(List.of(new HdlcEvent.Disconnected()), exchange(client, 12));
    }

    /// Expects the client's next frame and gives it the answer.
    private List<HdlcEvent> exchange(HdlcClientLink client, int turn) {
        assertEquals(SESSION.get(turn), taken());
        byte[] frame = HEX.parseHex(SESSION.get(turn + 1));
        return new ArrayList<>(client.receive(frame, 0, frame.length, sent::write));
    }

    private void send(HdlcClientLink client, String apdu) {
        byte[] octets = HEX.parseHex(apdu);
        client.send(octets, 0, octets.length, sent::write);
    }

    private String taken() {
        String hex = HEX.formatHex(sent.toByteArray());
        sent.reset();
        return hex;
    }

    private static List<HdlcEvent> answered(String apdu) {
        return List.of(new HdlcEvent.Answered(Octets.ofHex(apdu)));
    }

    private static String text() {
        return "C401C1000981C8" + counted(0, 0xC8);
    }

    private static String counted(int from, int to) {
        var octets = new StringBuilder();
        for (int i = from; i < to; i++) {
            octets.append(HEX.toHexDigits((byte) i));
        }
        return octets.toString();
    }
}
