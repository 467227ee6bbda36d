package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conversations with a server over the wrapper, APDU by APDU. The letters and numbers are those of the list of
/// conformance cases in our papers.
class ServerConversationTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String AARQ_PUBLIC = "601DA109060760857405080101BE10040E01000000065F1F0400007E1F04B0";
    private static final String AARE_PUBLIC =
            "6129A109060760857405080101A203020100A305A103020100BE10040E0800065F1F040000101004000007";
    private static final String AARQ_LLS = "6033A1090607608574050801018A0207808B0760857405080201AC0780053132333435"
            + "BE10040E01000000065F1F0400007E1F04B0";
    private static final String AARE_LLS =
            "6129A109060760857405080101A203020100A305A103020100BE10040E0800065F1F040000121404000007";
    private static final String GET_CLOCK = "C001C100080000010000FF0200";
    private static final String CLOCK = "C401C100090C07E8010F010A1E0000FFC400";
    private static final String GET_TEXT = "C001C100010000600100FF0200";

    private final SmallDevice device = new SmallDevice();
    private final WrapperServer server = new WrapperServer(SmallDevice.PROFILE_OF_ASSOCIATIONS, device);
    private final Queue<String> answers = new ArrayDeque<>();
    private int clientSap = 18;
    private int serverSap = 16;

    /// ```
    /// client 16                       server 1
    ///   | AARQ ------------------------> |
    ///   | <------------------------ AARE |
    ///   | GET clock -------------------> |
    ///   | <----------------------- value |
    ///   | RLRQ ------------------------> |
    ///   | <------------------------ RLRE |
    ///   | GET clock -------------------> |
    ///   | <----- exception: not possible |
    ///   | AARQ ------------------------> |
    ///   | <------------------------ AARE |
    /// ```
    @Test
    void a02A23W06PublicClientOpensReadsReleasesAndOpensAgain() {
        between(16, 1);
        client(AARQ_PUBLIC).server(AARE_PUBLIC);
        client(GET_CLOCK).server(CLOCK);
        client("6203800100").server("6303800100");
        client(GET_CLOCK).server("D80101");
        client(AARQ_PUBLIC).server(AARE_PUBLIC);
    }

    @Test
    void a02ClientWithThePasswordOpensAndReads() {
        client(AARQ_LLS).server(AARE_LLS);
        client(GET_CLOCK).server(CLOCK);
        client("6200").server("6303800100");
    }

    @ParameterizedTest(name = "client {0}")
    @ValueSource(ints = {18, 19, 20})
    void threeClientsKnowThePassword(int client) {
        between(client, 16);
        client(AARQ_LLS).server(AARE_LLS);
    }

    // A01: nothing is given away before an association stands.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            C001C100080000010000FF0200, D80101
            C002C100000001,             D80101
            C0,                         D80101
            C101C100010000600104FF02000901AA, D80101
            6203800100,                 D80101
            E0410001000001AA,           D80101
            00,                         D80202
            FF,                         D80202
            7E7E7E,                     D80202
            """)
    void a01WithoutAnAssociationThereIsAnException(String request, String exception) {
        client(request).server(exception);
    }

    // A05 to A21: each fault of an AARQ has its own answer, and none of them opens an association.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A06 no version 1        | 6021 80020700 A109060760857405080101 BE10040E01000000065F1F0400007E1F04B0 | A305A203020102
            A07 other context       | 601D A109060760857405080103 BE10040E01000000065F1F0400007E1F04B0 | A305A103020102
            A08 no context          | 6012 BE10040E01000000065F1F0400007E1F04B0 | A305A103020102
            A12 no authentication   | 601D A109060760857405080101 BE10040E01000000065F1F0400007E1F04B0 | A305A10302010C
            A12 other mechanism     | 6033 A109060760857405080101 8A020780 8B0760857405080205 AC0780053132333435 BE10040E01000000065F1F0400007E1F04B0 | A305A10302010B
            A13 wrong password      | 6033 A109060760857405080101 8A020780 8B0760857405080201 AC0780053132333436 BE10040E01000000065F1F0400007E1F04B0 | A305A10302010D
            A13 a part of it        | 6032 A109060760857405080101 8A020780 8B0760857405080201 AC06800431323334 BE10040E01000000065F1F0400007E1F04B0 | A305A10302010D
            A13 empty password      | 602E A109060760857405080101 8A020780 8B0760857405080201 AC028000 BE10040E01000000065F1F0400007E1F04B0 | A305A10302010D
            A13 no password         | 602A A109060760857405080101 8A020780 8B0760857405080201 BE10040E01000000065F1F0400007E1F04B0 | A305A10302010D
            A14 unit not asked for  | 602F A109060760857405080101 8B0760857405080201 AC0780053132333435 BE10040E01000000065F1F0400007E1F04B0 | A305A10302010E
            A15 key in clear        | 6044 A109060760857405080101 8A020780 8B0760857405080201 AC0780053132333435 BE21041F01011000112233445566778899AABBCCDDEEFF0000065F1F0400007E1F04B0 | 0E010600
            A17 version 5           | 6033 A109060760857405080101 8A020780 8B0760857405080201 AC0780053132333435 BE10040E01000000055F1F0400007E1F04B0 | 0E010601
            A19 nothing wanted      | 6033 A109060760857405080101 8A020780 8B0760857405080201 AC0780053132333435 BE10040E01000000065F1F040000000004B0 | 0E010602
            A21 PDU of 11           | 6033 A109060760857405080101 8A020780 8B0760857405080201 AC0780053132333435 BE10040E01000000065F1F0400007E1F000B | 0E010603
            no initiate             | 6021 A109060760857405080101 8A020780 8B0760857405080201 AC0780053132333435 | 0E010600
            broken initiate         | 6025 A109060760857405080101 8A020780 8B0760857405080201 AC0780053132333435 BE020400 | 0E010600
            """)
    void aFaultyAarqIsRejectedWithItsReason(String fault, String aarq, String reason) {
        client(aarq);
        String answer = answers.remove();

        assertTrue(answer.startsWith("61") && answer.contains("A203020101") && answer.contains(reason), answer);
        client(GET_CLOCK).server("D80101");
    }

    // A05, A09, A16, A18, A20, A22: unusual, but right.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A05 version 1 offered   | 6021 80020780 A109060760857405080101 BE10040E01000000065F1F0400007E1F04B0 | 001010
            A09 unused fields       | 6038 A109060760857405080101 A203040141 A303040142 A403020101 A503020102 A803020103 BD00 BE10040E01000000065F1F0400007E1F04B0 | 001010
            A16 quality of service  | 601E A109060760857405080101 BE11040F0100000100065F1F0400007E1F04B0 | 001010
            A18 version 7           | 601D A109060760857405080101 BE10040E01000000075F1F0400007E1F04B0 | 001010
            A20 everything wanted   | 601D A109060760857405080101 BE10040E01000000065F1F0400FFFFFF04B0 | 001010
            A22 any PDU size        | 601D A109060760857405080101 BE10040E01000000065F1F0400007E1F0000 | 001010
            lowest mechanism named  | 6026 A109060760857405080101 8B0760857405080200 BE10040E01000000065F1F0400007E1F04B0 | 001010
            GET only                | 601D A109060760857405080101 BE10040E01000000065F1F040000001004B0 | 000010
            """)
    void anUnusualAarqIsAccepted(String what, String aarq, String negotiated) {
        between(16, 1);
        client(aarq)
                .server("6129A109060760857405080101A203020100A305A103020100BE10040E0800065F1F0400" + negotiated
                        + "04000007");
        client(GET_CLOCK).server(CLOCK);
    }

    /// ```
    /// client                     server
    ///   | AARQ ------------------> |
    ///   | <------------------ AARE |
    ///   | AARQ ------------------> |
    ///   | <--------- AARE rejected |  the first one still stands
    ///   | GET clock -------------> |
    ///   | <----------------- value |
    /// ```
    @Test
    void a25ASecondAarqIsRejectedAndDisturbsNothing() {
        between(16, 1);
        client(AARQ_PUBLIC).server(AARE_PUBLIC);
        client(AARQ_PUBLIC)
                .server("6129A109060760857405080101A203020101A305A103020101BE10040E0800065F1F040000101004000007");
        client(GET_CLOCK).server(CLOCK);
    }

    @Test
    void a26AnAarqCutAnywhereOpensNothing() {
        for (int length = 2; length < AARQ_LLS.length(); length += 2) {
            client(AARQ_LLS.substring(0, length)).silence();
            client(GET_CLOCK).server("D80101");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"6084FFFFFFFF", "6080", "600100", "600100FF"})
    void a27AnAarqOfImpossibleLengthIsDropped(String aarq) {
        client(aarq).silence();
        client(AARQ_LLS).server(AARE_LLS);
    }

    @Test
    void a35AnAssociationWithoutResponsesIsNeverAnswered() {
        between(16, 1);
        client("601EA109060760857405080101BE11040F010001000006 5F1F0400007E1F04B0")
                .silence();
        client(GET_CLOCK).silence();
        client("6200").silence();
        client(GET_CLOCK).server("D80101");
    }

    @Test
    void w02TwoRequestsInOnePieceAreAnsweredInOrder() {
        between(16, 1);
        client(AARQ_PUBLIC).server(AARE_PUBLIC);
        String both = wrapped(GET_CLOCK) + wrapped("C001C200080000010000FF0200");

        send(both);

        server(CLOCK).server(CLOCK.replace("C401C1", "C401C2"));
    }

    @Test
    void w01AnAarqInSingleOctetsIsAnswered() {
        between(16, 1);
        String stream = wrapped(AARQ_PUBLIC);
        for (int from = 0; from < stream.length(); from += 2) {
            send(stream.substring(from, from + 2));
        }
        server(AARE_PUBLIC);
    }

    @Test
    void w03AnotherVersionEndsTheConversation() {
        send("0002001000010001C0");

        assertTrue(server.isOver());
        assertEquals("wrapper version is not 1", server.fault());
    }

    @Test
    void w04ALengthAboveTheLimitEndsTheConversation() {
        send("000100100001FFFFC0");

        assertTrue(server.isOver());
    }

    @Test
    void w05APortNobodyConfiguredIsNotAnswered() {
        between(16, 16);
        client(AARQ_PUBLIC).silence();
        between(17, 1);
        client(AARQ_PUBLIC).silence();
        between(16, 1);
        client(AARQ_PUBLIC).server(AARE_PUBLIC);
    }

    @Test
    void twoAssociationsShareAConnectionAndNothingElse() {
        between(16, 1);
        client(AARQ_PUBLIC).server(AARE_PUBLIC);
        between(18, 16);
        client(GET_CLOCK).server("D80101");
        client(AARQ_LLS).server(AARE_LLS);
        between(16, 1);
        client("6200").server("6303800100");
        between(18, 16);
        client(GET_CLOCK).server(CLOCK);
    }

    @Test
    void withoutSupplyNothingIsAnsweredAndEverythingIsForgotten() {
        client(AARQ_LLS).server(AARE_LLS);
        device.isPowered = false;
        client(GET_CLOCK).silence();
        device.isPowered = true;
        client(GET_CLOCK).server("D80101");
    }

    // G01 to G08, G31, G39 and the malformed stimuli: the association survives each of them.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            G01 unknown variant            | C004C100080000010000FF0200 | D80202
            G01 variant 0                  | C000C100080000010000FF0200 | D80202
            G02 only the tag               | C0                         | D80103
            G02 no invoke id               | C001                       | D80103
            G02 no attribute               | C001C1                     | D80103
            G02 cut attribute              | C001C10008                 | D80103
            G02 no flag                    | C001C100080000010000FF02   | D80103
            flag 2                         | C001C100080000010000FF0202 | D80103
            selection without selector     | C001C100080000010000FF0201 | D80103
            selection without parameters   | C001C100080000010000FF020101 | D80103
            G03 unknown logical name       | C001C1000800000A0000FF0200 | C401C10104
            G05 SET                        | C101C100010000600104FF02000901AA | D80102
            G05 ACTION                     | C301C10046000060030AFF01010F00 | D80102
            G05 ACCESS                     | D9400000000001             | D80102
            ciphered GET                   | C8053000000001             | D80102
            G06 read by short name         | 050102FA00                 | D80102
            G07 another class              | C001C100030000010000FF0200 | C401C10109
            G08 attribute 0                | C001C100080000010000FF0000 | C401C1010D
            G08 attribute 99               | C001C100080000010000FF6300 | C401C10104
            G08 attribute -1               | C001C100080000010000FFFF00 | C401C10104
            G09 not for reading            | C001C100010000600109FF0200 | C401C10103
            G16 list of none               | C003C100                   | D80103
            G16 list of 255, none there    | C003C1FF                   | D80103
            list of four milliards         | C003C184FFFFFFFF           | D80103
            G20 next block of nothing      | C002C100000001             | C401C10110
            G31 general block transfer     | E0410001000008C001C10008000001 | D80102
            G39 something after it         | C001C100080000010000FF0200AA | D80103
            an answer sent to a server     | C401C100                   | D80202
            an AARE sent to a server       | 6129A1                     | D80202
            unknown tag                    | FF                         | D80202
            """)
    void aRequestThatCantBeServedIsAnsweredByTheBook(String what, String request, String answer) {
        client(AARQ_LLS).server(AARE_LLS);
        client(request).server(answer);
        client(GET_CLOCK).server(CLOCK);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "C0010100080000010000FF0200",
                "C00101",
                "C0040100",
                "C1010100010000600104FF02000901AA",
                "C3010146000060030AFF01010F00",
                "D90000000000",
                "0F000000010C07E80601060C000000FF888000",
                "C20000010000616200FF020600000001"
            })
    void g14NothingUnconfirmedIsAnswered(String request) {
        client(request).silence();
        client(AARQ_LLS).server(AARE_LLS);
        client(request).silence();
        client(GET_CLOCK).server(CLOCK);
    }

    // G15 and G17: results in order, and one bad item fails alone.
    @Test
    void aListIsAnsweredItemByItem() {
        client(AARQ_LLS).server(AARE_LLS);
        client("C003C103" + "00080000010000FF0200" + "0008000001000AFF0200" + "00010000600100FF0200")
                .server("C403C103" + "00090C07E8010F010A1E0000FFC400" + "0104" + "00090400010203");
    }

    @Test
    void aListNeedsToBeNegotiated() {
        between(16, 1);
        client(AARQ_PUBLIC).server(AARE_PUBLIC);
        client("C003C101" + "00080000010000FF0200").server("D80102");
    }

    @Test
    void aSelectionReachesTheObject() {
        client(AARQ_LLS).server(AARE_LLS);
        client("C001C100070100630100FF02010202040600000001060000000A120001120000")
                .server("C401C1000101060000000A");
    }

    // S10: where no selection was agreed the object is not even asked.
    @Test
    void s10ASelectionThatWasNotNegotiatedIsRefused() {
        between(16, 1);
        client(AARQ_PUBLIC).server(AARE_PUBLIC);
        client("C001C100070100630100FF02010202040600000001060000000A120001120000")
                .server("C401C101FA");
        assertEquals(0, device.reads);
    }

    @Test
    void g36ARequestLongerThanAgreedIsToldSo() {
        client(AARQ_LLS).server(AARE_LLS);
        client(GET_CLOCK + "00".repeat(1_020)).server("D80104");
        client(GET_CLOCK).server(CLOCK);
    }

    @Test
    void g37DeepNestingInASelectionIsRefused() {
        client(AARQ_LLS).server(AARE_LLS);
        client("C001C100070100630100FF020101" + "01".repeat(900)).server("D80103");
        client("C001C100070100630100FF0201010184FFFFFFFF").server("D80103");
        client(GET_CLOCK).server(CLOCK);
    }

    /// With 20 octets an APDU: 10 octets of value in each block.
    ///
    /// ```
    /// client                     server
    ///   | GET text --------------> |
    ///   | <--------------- block 1 |
    ///   | next 1 ----------------> |
    ///   | <--------------- block 2 |
    ///   | next 2 ----------------> |
    ///   | <---------- block 3 last |
    ///   | next 3 ----------------> |
    ///   | <- no long GET in progress |
    /// ```
    @Test
    void g18AnAnswerLongerThanAnApduComesInBlocks() {
        openWithPduOf(20, "001010");
        device.textOctets = 20;
        client(GET_TEXT).server("C402C10000000001000A09140001020304050607");
        client("C002C100000001").server("C402C10000000002000A08090A0B0C0D0E0F1011");
        client("C002C100000002").server("C402C1010000000300021213");
        client("C002C100000003").server("C401C10110");
    }

    @Test
    void g19AWrongBlockNumberEndsTheTransfer() {
        openWithPduOf(20, "001010");
        device.textOctets = 20;
        client(GET_TEXT).server("C402C10000000001000A09140001020304050607");
        client("C002C100000003").server("C402C101000000030113");
        client("C002C100000001").server("C401C10110");
    }

    @Test
    void g21ANewGetEndsTheTransferThatRuns() {
        openWithPduOf(20, "001010");
        device.textOctets = 20;
        client(GET_TEXT).server("C402C10000000001000A09140001020304050607");
        client(GET_CLOCK).server(CLOCK);
        client("C002C100000001").server("C401C10110");
    }

    @Test
    void withoutBlocksAnAnswerThatIsTooLongIsRefused() {
        openWithPduOf(20, "000010");
        device.textOctets = 20;
        client(GET_TEXT).server("C401C101FA");
        client("C002C100000001").server("D80102");
        client(GET_CLOCK).server(CLOCK);
    }

    // G22: the blocks of a list join to the list with its count.
    @Test
    void g22AListLongerThanAnApduComesInBlocks() {
        between(18, 16);
        client(AARQ_LLS.substring(0, AARQ_LLS.length() - 4) + "0014").server(AARE_LLS);
        client("C003C102" + "00080000010000FF0200" + "0008000001000AFF0200")
                .server("C402C10000000001000A0200090C07E8010F010A");
        client("C002C100000001").server("C402C1010000000200081E0000FFC4000104");
    }

    // A22: whatever the client takes is kept to, from the smallest block on.
    @ParameterizedTest(name = "{0} octets")
    @ValueSource(ints = {12, 13, 137, 138, 139, 140, 266, 267, 268, 269, 1_000, 1_024})
    void everyApduFitsWhatTheClientTakes(int pduOctets) {
        openWithPduOf(pduOctets, "001010");
        device.textOctets = 2_000;
        var value = new StringBuilder();
        client(GET_TEXT);
        for (int block = 1; ; block++) {
            String answer = answers.remove();
            assertTrue(answer.length() / 2 <= pduOctets, "block " + block);
            int lengthField = Integer.parseInt(answer.substring(18, 20), 16);
            int dataFrom = lengthField < 0x80 ? 20 : 20 + 2 * (lengthField & 0x7F);
            value.append(answer.substring(dataFrom));
            if (answer.startsWith("01", 6)) {
                break;
            }
            assertTrue(answer.length() / 2 >= pduOctets - 1, "block " + block + " wastes room");
            client(String.format("C002C1%08X", block));
        }
        assertTrue(value.toString().startsWith("098207D0000102"));
        assertEquals(2 * 2_004, value.length());
    }

    private void openWithPduOf(int octets, String conformance) {
        between(16, 1);
        client("601DA109060760857405080101BE10040E01000000065F1F0400" + conformance + String.format("%04X", octets));
        assertFalse(answers.remove().contains("A203020101"));
    }

    private void between(int client, int server) {
        clientSap = client;
        serverSap = server;
    }

    private ServerConversationTest client(String apdu) {
        assertEquals(0, answers.size(), "an answer nobody looked at");
        send(wrapped(apdu.replace(" ", "")));
        return this;
    }

    private ServerConversationTest server(String apdu) {
        assertEquals(apdu.replace(" ", ""), answers.isEmpty() ? "silence" : answers.remove());
        return this;
    }

    private void silence() {
        assertEquals(0, answers.size(), () -> "instead of silence: " + answers.peek());
    }

    private String wrapped(String apdu) {
        return String.format("0001%04X%04X%04X", clientSap, serverSap, apdu.length() / 2) + apdu;
    }

    private void send(String hex) {
        byte[] octets = HEX.parseHex(hex);
        String ports = String.format("0001%04X%04X", serverSap, clientSap);
        server.receive(octets, 0, octets.length, (sent, offset, length) -> {
            String frame = HEX.formatHex(sent, offset, offset + length);
            assertEquals(ports + String.format("%04X", length - 8), frame.substring(0, 16));
            answers.add(frame.substring(16));
        });
    }
}
