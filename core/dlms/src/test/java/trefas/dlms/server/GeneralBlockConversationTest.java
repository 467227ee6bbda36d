package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.xdlms.GeneralBlock;
import trefas.dlms.xdlms.GeneralBlockTransfer;
import trefas.dlms.xdlms.GeneralBlockTransfer.Taken;

/// General block transfer, block by block.
class GeneralBlockConversationTest {

    /// General block transfer, GET and SET, without blocks of the services.
    private static final String BLOCKS = "200018";

    private static final String GET_OF_TEXT = "0DC001C100010000600100FF0200";

    /// Reference traces T3: with 19 octets an APDU there are 12 octets in each block.
    ///
    /// ```
    /// client                                     server
    ///   | last block 1, window 2 ----------------> |
    ///   | <---------------- block 1, more follows  |
    ///   | <---------------- block 2, your turn     |
    ///   | block 2, empty, acknowledges 2 --------> |
    ///   | <--------------------- last block 3      |
    /// ```
    @Test
    @DisplayName("G29 T3 a long answer in blocks, window 2, streaming")
    void aLongAnswerInAWindowOfTwo() {
        var dialog = t3();
        dialog.client("E08200010000" + GET_OF_TEXT)
                .server("E042000100010CC401C1000918000102030405")
                .server("E002000200010C060708090A0B0C0D0E0F1011");
        dialog.client("E0820002000200").server("E0820003000206121314151617").silence();
        dialog.client("E0820003000300").silence();
    }

    /// ```
    /// client                                     server
    ///   | last block 1, window 2 ----------------> |
    ///   | <---------------- block 1, more follows  |
    ///   |   lost <--------- block 2, your turn     |
    ///   | block 2, empty, acknowledges 1 --------> |
    ///   | <---------------- block 2, more follows  |  again
    ///   | <--------------------- last block 3      |
    /// ```
    @Test
    @DisplayName("G30 a lost block is sent again from the last one acknowledged")
    void aLostBlockIsSentAgain() {
        var dialog = t3();
        dialog.client("E08200010000" + GET_OF_TEXT)
                .server("E042000100010CC401C1000918000102030405")
                .server("E002000200010C060708090A0B0C0D0E0F1011");
        dialog.client("E0820002000100")
                .server("E042000200020C060708090A0B0C0D0E0F1011")
                .server("E0820003000206121314151617")
                .silence();
        dialog.client("E0820003000200").server("E0820003000306121314151617").silence();
        assertEquals(1, dialog.device.reads);
    }

    @Test
    @DisplayName("G29 a long request in blocks, each acknowledged, or many at once")
    void aLongRequestInBlocks() {
        var dialog = t3();
        dialog.client("E00100010000" + "05" + "C101C10001").server("E0020001000100");
        dialog.client("E00100020001" + "05" + "0000600104").server("E0020002000200");
        dialog.client("E08100030002" + "06" + "FF0200090141")
                .server("E0820003000304C501C100")
                .silence();
        assertEquals("41", HexFormat.of().formatHex(dialog.device.note));

        dialog.client("E04100010000" + "05" + "C101C10001").silence();
        dialog.client("E04100020000" + "05" + "0000600104").silence();
        dialog.client("E08100030000" + "06" + "FF0200090142")
                .server("E0820001000304C501C100")
                .silence();
        assertEquals("42", HexFormat.of().formatHex(dialog.device.note));
    }

    @Test
    @DisplayName("G30 a request's lost block is asked for again")
    void aRequestsLostBlockIsAskedForAgain() {
        var dialog = t3();
        dialog.client("E04100010000" + "05" + "C101C10001").silence();
        dialog.client("E08100030000" + "06" + "FF0200090141")
                .server("E0020001000100")
                .silence();
        dialog.client("E04100020001" + "05" + "0000600104").silence();
        dialog.client("E08100030001" + "06" + "FF0200090141")
                .server("E0820002000304C501C100")
                .silence();
        assertEquals(1, dialog.device.writes);
    }

    @Test
    @DisplayName("G32 a block that comes twice is passed over, and number 0 too")
    void blocksThatComeTwice() {
        var dialog = t3();
        dialog.client("E00100010000" + "05" + "C101C10001").server("E0020001000100");
        dialog.client("E00100010000" + "05" + "C101C10001").server("E0020002000100");
        dialog.client("E00100000002" + "01" + "FF").silence();
        dialog.client("E00100020002" + "05" + "0000600104").server("E0020003000200");
        dialog.client("E00100020003" + "05" + "0000600104").server("E0020004000200");
        dialog.client("E08100030004" + "06" + "FF0200090141")
                .server("E0820005000304C501C100")
                .silence();
        assertEquals(1, dialog.device.writes);
    }

    @Test
    @DisplayName("G32 blocks without end are given up at the limit")
    void blocksWithoutEnd() {
        var dialog = Dialog.open(SmallDevice.profile(ServerLimits.DEFAULT.withReassemblyOctets(600)), BLOCKS, 1_024);
        String data = "81FF" + "00".repeat(255);
        dialog.client("E04100010000" + data).silence();
        dialog.client("E04100020000" + data).silence();
        dialog.client("E04100030000" + data).server("D80104");
        dialog.client("E04100040000" + data).silence();
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("G31 blocks that were not negotiated are not taken")
    void blocksNeedToBeNegotiated() {
        var dialog = Dialog.open("000018");
        dialog.client("E08200010000" + GET_OF_TEXT).server("D80102");
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("G29 an answer that is too long goes in blocks although it was asked for in one APDU")
    void anAnswerThatIsTooLong() {
        var dialog = t3();
        dialog.client(Dialog.GET_TEXT)
                .server("E002000100000CC401C1000918000102030405")
                .silence();
        dialog.client("E0810001000100")
                .server("E002000200010C060708090A0B0C0D0E0F1011")
                .silence();
        dialog.client("E0810002000200").server("E0820003000206121314151617").silence();
    }

    @Test
    @DisplayName("G14 an unconfirmed request in blocks is carried out and not answered")
    void anUnconfirmedRequestInBlocks() {
        var dialog = t3();
        dialog.client("E0820001000010C1018100010000600104FF0200090141").silence();
        assertEquals(1, dialog.device.writes);
    }

    @Test
    @DisplayName("G21 another request ends the transfer that runs")
    void anotherRequestEndsTheTransfer() {
        var dialog = t3();
        dialog.client("E08200010000" + GET_OF_TEXT);
        dialog.answer();
        dialog.answer();
        dialog.client("C001C100010000600105FF0200").server("C401C100090142");
        dialog.client("E0820002000200").silence();
    }

    @ParameterizedTest(name = "G29 10 kB, window {0}, PDU {1}")
    @CsvSource({"1, 128", "3, 128", "63, 128", "1, 1024", "3, 200", "63, 300"})
    void tenKilobytesJoinToTheValue(int window, int pduOctets) {
        var dialog = Dialog.open(SmallDevice.profile(ServerLimits.DEFAULT), BLOCKS, pduOctets);
        dialog.device.textOctets = 10_000;
        var client = new GeneralBlockTransfer(1_024, window, 20_000);

        byte[] answer = fetched(dialog, client, Dialog.GET_TEXT, pduOctets);

        assertEquals(
                "C401C100098227100001020304", HexFormat.of().withUpperCase().formatHex(answer, 0, 13));
        assertEquals(4 + 4 + 10_000, answer.length);
        assertEquals(1, dialog.device.reads);
    }

    // Two ends, a line that loses one block of three in both directions; whoever waits too long says its last word
    // again. Either way each APDU arrives whole.
    @ParameterizedTest(name = "G30 seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyApduArrivesOverALineThatLosesBlocks(long seed) {
        var random = new Random(seed);
        var sender = new GeneralBlockTransfer(64, 5, 4_096);
        var receiver = new GeneralBlockTransfer(64, 1 + random.nextInt(9), 4_096);
        byte[] apdu = new byte[1 + random.nextInt(3_000)];
        random.nextBytes(apdu);
        assertTrue(sender.begin(apdu));
        var out = new ApduBuffer(0);
        boolean isWhole = false;
        for (int turn = 0; turn < 2_000 && !isWhole; turn++) {
            boolean spoke = false;
            out.reset();
            while (!isWhole && sender.next(out)) {
                spoke = true;
                isWhole = random.nextInt(3) > 0 && receiver.take(block(out)) == Taken.WHOLE;
                out.reset();
            }
            if (!isWhole && (!receiver.next(out) || !spoke)) {
                out.reset();
                receiver.repeat(out);
            }
            if (!isWhole && random.nextInt(3) > 0) {
                sender.take(block(out));
            }
        }
        assertTrue(isWhole);
        assertArrayEquals(apdu, receiver.apdu());
        assertFalse(receiver.isBusy());
    }

    private static GeneralBlock block(ApduBuffer out) {
        byte[] octets = out.toOctets();
        return ((Complete<GeneralBlock>) GeneralBlock.decode(octets, 0, octets.length)).value();
    }

    /// Asks in blocks and joins the answer.
    private static byte[] fetched(Dialog dialog, GeneralBlockTransfer client, String request, int pduOctets) {
        assertTrue(client.send(HexFormat.of().parseHex(request)));
        var out = new ApduBuffer(0);
        while (client.next(out)) {
            dialog.client(HexFormat.of().withUpperCase().formatHex(out.toOctets()));
            out.reset();
            while (dialog.hasAnswer()) {
                byte[] block = HexFormat.of().parseHex(dialog.answer());
                assertTrue(block.length <= pduOctets);
                out.reset();
                out.octets(block);
                if (client.take(block(out)) == Taken.WHOLE) {
                    return client.apdu();
                }
                out.reset();
            }
        }
        throw new AssertionError("the answer stopped");
    }

    /// The text of 24 octets, APDUs of 19 octets, and a server that takes two blocks at once.
    private static Dialog t3() {
        var profile = new ServerProfile(
                List.of(AssociationSettings.withPassword(18, 16, "12345", ServerProfile.EVERYTHING, 1_024)),
                ServerLimits.DEFAULT.withGeneralBlockWindow(2));
        var dialog = Dialog.open(profile, BLOCKS, 19);
        dialog.device.textOctets = 24;
        dialog.device.note = new byte[] {0x42};
        return dialog;
    }
}
