package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.hdlc.HdlcServer;
import trefas.dlms.hdlc.HdlcServerSettings;

/// Associations without high level security over the wrapper, APDU by APDU. The letters and numbers are those of
/// the conformance cases in our papers.
class AssociationConversationTest {

    private static final String AARQ_LLS = Dialog.aarqWithPassword("007E1F", 0x04B0);
    private static final String AARE_LLS =
            "6129A109060760857405080101A203020100A305A103020100BE10040E0800065F1F0400007E1F04000007";

    private final Dialog dialog = new Dialog();

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
    @DisplayName("A02 A23 W06 a public client opens, reads, releases and opens again")
    void aPublicClientOpensReadsReleasesAndOpensAgain() {
        dialog.between(16, 1);
        dialog.client(Dialog.AARQ_PUBLIC).server(Dialog.AARE_PUBLIC);
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
        dialog.client("6203800100").server("6303800100");
        dialog.client(Dialog.GET_CLOCK).server("D80101");
        dialog.client(Dialog.AARQ_PUBLIC).server(Dialog.AARE_PUBLIC);
    }

    @ParameterizedTest(name = "A02 client {0} knows the password")
    @ValueSource(ints = {18, 19, 20})
    void threeClientsKnowThePassword(int client) {
        dialog.between(client, 16);
        dialog.client(AARQ_LLS).server(AARE_LLS);
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @ParameterizedTest(name = "A23 {0}")
    @ValueSource(strings = {"6200", "6203800100", "620380011E", "6203800101"})
    void everyReleaseIsAnsweredAndEndsTheAssociation(String release) {
        dialog.client(AARQ_LLS).server(AARE_LLS);
        dialog.client(release).server("6303800100");
        dialog.client(Dialog.GET_CLOCK).server("D80101");
    }

    @ParameterizedTest(name = "A01 {0}")
    @CsvSource(textBlock = """
            C001C100080000010000FF0200, D80101
            C002C100000001,             D80101
            C0,                         D80101
            C101C100010000600104FF02000901AA, D80101
            6203800100,                 D80101
            E0410001000001AA,           D80101
            C8053000000001,             D80101
            00,                         D80202
            FF,                         D80202
            7E7E7E,                     D80202
            """)
    void withoutAnAssociationThereIsAnExceptionAndNoData(String request, String exception) {
        dialog.client(request).server(exception);
        assertEquals(0, dialog.device.reads + dialog.device.writes);
    }

    // Each fault of an AARQ has its own answer, and none of them opens an association.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A06 no version 1        | 6021 80020700 A109060760857405080101 BE10040E01000000065F1F0400007E1F04B0 | A305A203020102
            A07 other context       | 601D A109060760857405080103 BE10040E01000000065F1F0400007E1F04B0 | A305A103020102
            A07 short names         | 601D A109060760857405080102 BE10040E01000000065F1F04001C032004B0 | A305A103020102
            A08 no context          | 6012 BE10040E01000000065F1F0400007E1F04B0 | A305A103020102
            A12 no authentication   | 601D A109060760857405080101 BE10040E01000000065F1F0400007E1F04B0 | A305A10302010C
            A12 other mechanism     | 6033 A109060760857405080101 8A020780 8B0760857405080205 AC0780053132333435 BE10040E01000000065F1F0400007E1F04B0 | A305A10302010B
            A12 unknown mechanism   | 6033 A109060760857405080101 8A020780 8B0760857405080209 AC0780053132333435 BE10040E01000000065F1F0400007E1F04B0 | A305A10302010B
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
            ciphered initiate       | 6046 A109060760857405080101 8A020780 8B0760857405080201 AC0780053132333435 BE230421211F30000000019945AB0E570975CCDF3183079CA0B228EC3FDB4C8AC831142135 | 0E010600
            """)
    void aFaultyAarqIsRejectedWithItsReason(String fault, String aarq, String reason) {
        String answer = dialog.ask(aarq);

        assertTrue(answer.startsWith("61") && answer.contains("A203020101") && answer.contains(reason), answer);
        dialog.client(Dialog.GET_CLOCK).server("D80101");
    }

    @ParameterizedTest(name = "A08 {0}")
    @ValueSource(strings = {"601EA10A0508 60857405080101 BE10040E01000000065F1F0400007E1F04B0", "6002A100"})
    void aContextOfAnotherFormIsDropped(String aarq) {
        dialog.between(16, 1);
        dialog.client(aarq).silence();
        dialog.client(Dialog.GET_CLOCK).server("D80101");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A05 version 1 offered   | 6021 80020780 A109060760857405080101 BE10040E01000000065F1F0400007E1F04B0 | 001010
            A09 unused fields       | 6038 A109060760857405080101 A203040141 A303040142 A403020101 A503020102 A803020103 BD00 BE10040E01000000065F1F0400007E1F04B0 | 001010
            A16 quality of service  | 601E A109060760857405080101 BE11040F0100000100065F1F0400007E1F04B0 | 001010
            A18 version 7           | 601D A109060760857405080101 BE10040E01000000075F1F0400007E1F04B0 | 001010
            A20 everything wanted   | 601D A109060760857405080101 BE10040E01000000065F1F0400FFFFFF04B0 | 001010
            A22 PDU without limit   | 601D A109060760857405080101 BE10040E01000000065F1F0400007E1F0000 | 001010
            A22 PDU of FFFF         | 601D A109060760857405080101 BE10040E01000000065F1F0400007E1FFFFF | 001010
            A22 PDU of 12           | 601D A109060760857405080101 BE10040E01000000065F1F0400007E1F000C | 001010
            lowest mechanism named  | 6026 A109060760857405080101 8B0760857405080200 BE10040E01000000065F1F0400007E1F04B0 | 001010
            GET only                | 601D A109060760857405080101 BE10040E01000000065F1F040000001004B0 | 000010
            """)
    void anUnusualAarqIsAccepted(String what, String aarq, String negotiated) {
        dialog.between(16, 1);
        dialog.client(aarq)
                .server("6129A109060760857405080101A203020100A305A103020100BE10040E0800065F1F0400" + negotiated
                        + "04000007");
        assertTrue(dialog.ask(Dialog.GET_CLOCK).startsWith("C40"));
    }

    @ParameterizedTest(name = "A03 user {0}: diagnostic {1}")
    @CsvSource({"01, 00", "02, 00", "03, 06"})
    void aUserIsLookedUp(String user, String diagnostic) {
        var settings =
                AssociationSettings.open(SmallDevice.CLIENT_WITH_USERS, 1, Conformance.of(ConformanceBit.GET), 1_024);
        var users = new Dialog(new ServerProfile(List.of(settings))).between(SmallDevice.CLIENT_WITH_USERS, 1);

        String answer = users.ask("6022A109060760857405080101A9030201" + user + "BE10040E01000000065F1F0400007E1F04B0");

        assertTrue(answer.contains("A305A1030201" + diagnostic), answer);
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
    @DisplayName("A25 a second AARQ is rejected and disturbs nothing")
    void aSecondAarqIsRejectedAndDisturbsNothing() {
        dialog.between(16, 1);
        dialog.client(Dialog.AARQ_PUBLIC).server(Dialog.AARE_PUBLIC);
        dialog.client(Dialog.AARQ_PUBLIC)
                .server("6129A109060760857405080101A203020101A305A103020101BE10040E0800065F1F040000101004000007");
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("A26 an AARQ cut anywhere opens nothing")
    void anAarqCutAnywhereOpensNothing() {
        for (int length = 2; length < AARQ_LLS.length(); length += 2) {
            dialog.client(AARQ_LLS.substring(0, length)).silence();
            dialog.client(Dialog.GET_CLOCK).server("D80101");
        }
    }

    @ParameterizedTest(name = "A27 {0}")
    @ValueSource(strings = {"6084FFFFFFFF", "6080", "600100", "600100FF"})
    void anAarqOfImpossibleLengthIsDropped(String aarq) {
        dialog.client(aarq).silence();
        dialog.client(AARQ_LLS).server(AARE_LLS);
    }

    /// The right password does not help any more, on no connection, until the shell forgives.
    @Test
    @DisplayName("A28 ten wrong passwords lock the association, the right one too, until it is forgiven")
    void tenWrongPasswordsLock() {
        var profile = SmallDevice.profile(ServerLimits.DEFAULT);
        String wrong = AARQ_LLS.replace("3132333435", "3132333436");
        for (int connection = 0; connection < 2; connection++) {
            var tried = new Dialog(profile);
            for (int i = 0; i < ServerLimits.FAILED_ON_CONNECTION; i++) {
                assertTrue(tried.ask(wrong).contains("A305A10302010D"), "attempt " + i);
            }
            assertTrue(tried.ask(AARQ_LLS).contains("A203020101A305A10302010D"), "locked on this connection");
        }
        assertTrue(profile.failedAttempts().isAnyLocked());
        assertTrue(new Dialog(profile).ask(AARQ_LLS).contains("A203020101A305A10302010D"));
        assertEquals(AARE_LLS, new Dialog(profile).between(19, 16).ask(AARQ_LLS), "another client is not locked");

        profile.failedAttempts().forgive();

        assertFalse(profile.failedAttempts().isAnyLocked());
        assertEquals(AARE_LLS, new Dialog(profile).ask(AARQ_LLS));
    }

    /// A serial line is a connection that never closes.
    @Test
    @DisplayName("A28 a connection that stays open is forgiven too")
    void aConnectionThatStaysOpenIsForgiven() {
        var profile = SmallDevice.profile(ServerLimits.DEFAULT);
        var line = new Dialog(profile);
        String wrong = AARQ_LLS.replace("3132333435", "3132333436");
        for (int i = 0; i < ServerLimits.FAILED_ON_CONNECTION; i++) {
            line.ask(wrong);
        }
        assertTrue(line.ask(AARQ_LLS).contains("A203020101A305A10302010D"));
        assertTrue(profile.failedAttempts().isAnyLocked());

        profile.failedAttempts().forgive();

        assertEquals(AARE_LLS, line.ask(AARQ_LLS));
    }

    @Test
    @DisplayName("A28 a success ends the row of failures")
    void aSuccessEndsTheRow() {
        var profile = SmallDevice.profile(ServerLimits.DEFAULT.withFailedAuthentications(3, 3));
        String wrong = AARQ_LLS.replace("3132333435", "3132333436");
        for (int i = 0; i < 4; i++) {
            var dialogue = new Dialog(profile);
            assertTrue(dialogue.ask(wrong).contains("0D"));
            assertTrue(dialogue.ask(wrong).contains("0D"));
            assertEquals(AARE_LLS, dialogue.ask(AARQ_LLS), "round " + i);
        }
    }

    @Test
    @DisplayName("A32 two associations share a connection and nothing else")
    void twoAssociationsShareAConnectionAndNothingElse() {
        dialog.between(16, 1);
        dialog.client(Dialog.AARQ_PUBLIC).server(Dialog.AARE_PUBLIC);
        dialog.between(18, 16);
        dialog.client(Dialog.GET_CLOCK).server("D80101");
        dialog.client(AARQ_LLS).server(AARE_LLS);
        dialog.between(16, 1);
        dialog.client("6200").server("6303800100");
        dialog.between(18, 16);
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("A33 the line that was silent too long ends the association without a word")
    void anAssociationIsEndedByItsLine() {
        var profile = SmallDevice.PROFILE_OF_ASSOCIATIONS;
        var table = new AssociationTable(profile, dialog.device);
        var answer = new ApduBuffer(0);
        byte[] aarq = HexFormat.of().parseHex(AARQ_LLS);
        byte[] get = HexFormat.of().parseHex(Dialog.GET_CLOCK);
        table.receive(18, 16, aarq, 0, aarq.length, answer);

        table.abort(18, 16);

        table.receive(18, 16, get, 0, get.length, answer);
        assertEquals("d80101", HexFormat.of().formatHex(answer.toOctets()));
    }

    /// The frames of reference trace T1. A second AARQ on an association that still stood would be rejected.
    @Test
    @DisplayName("A24 HDLC DISC while associated ends the association")
    void discEndsTheAssociation() {
        var line = new HdlcServer(
                HdlcServerSettings.DEFAULT, new AssociationTable(SmallDevice.PROFILE_OF_ASSOCIATIONS, dialog.device));
        String aarq = "7EA02B032110FBAFE6E600601DA109060760857405080101BE10040E01000000065F1F0400007E1F04B0CAEA7E";
        for (int round = 0; round < 2; round++) {
            assertTrue(onLine(line, "7EA0070321930F017E").contains("0373"), "UA to SNRM");
            assertTrue(onLine(line, aarq).contains("A203020100"), "accepted");
            assertTrue(onLine(line, "7EA00703215303C77E").contains("0373"), "UA to DISC");
        }
    }

    private static String onLine(HdlcServer line, String frame) {
        byte[] octets = HexFormat.of().parseHex(frame);
        var sent = new StringBuilder();
        line.receive(
                octets,
                0,
                octets.length,
                (answer, offset, length) ->
                        sent.append(HexFormat.of().withUpperCase().formatHex(answer, offset, offset + length)));
        return sent.toString();
    }

    @Test
    @DisplayName("A34 a pre-established association is served without AARQ, and is not released")
    void aPreEstablishedAssociationIsServed() {
        dialog.between(102, 1);
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
        dialog.client("6200").server("D80102");
        assertTrue(dialog.ask(Dialog.AARQ_PUBLIC).contains("A203020101A305A103020101"));
        dialog.client("C101810008 0000010000FF 0200 090C07E80701010E051E00FF8880")
                .silence();
        dialog.client(Dialog.GET_CLOCK).server("C401C100090C07E80701010E051E00FF8880");
    }

    @Test
    @DisplayName("A35 an association without responses is never answered")
    void anAssociationWithoutResponsesIsNeverAnswered() {
        dialog.between(16, 1);
        dialog.client("601EA109060760857405080101BE11040F010001000006 5F1F0400007E1F04B0")
                .silence();
        dialog.client(Dialog.GET_CLOCK).silence();
        assertEquals(1, dialog.device.reads, "carried out all the same");
        dialog.client("6200").silence();
        dialog.client(Dialog.GET_CLOCK).server("D80101");
    }

    @Test
    void moreAssociationsThanAreKeptAreNotAnswered() {
        var limits = new ServerLimits(1_024, 1_024, 10, 1, 1, 10, 10);
        var full = new Dialog(SmallDevice.profile(limits));
        full.client(AARQ_LLS).server(AARE_LLS);
        full.between(16, 1).client(Dialog.AARQ_PUBLIC).silence();
        full.between(18, 16).client("6200").server("6303800100");
        full.between(16, 1).client(Dialog.AARQ_PUBLIC).server(Dialog.AARE_PUBLIC);
    }

    @Test
    void withoutSupplyNothingIsAnsweredAndEverythingIsForgotten() {
        dialog.client(AARQ_LLS).server(AARE_LLS);
        dialog.device.isPowered = false;
        dialog.client(Dialog.GET_CLOCK).silence();
        dialog.device.isPowered = true;
        dialog.client(Dialog.GET_CLOCK).server("D80101");
    }
}
