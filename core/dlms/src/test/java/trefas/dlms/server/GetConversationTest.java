package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.dlms.acse.AssociationSettings;

/// Reading, APDU by APDU: single values, lists and blocks.
class GetConversationTest {

    private static final String READING = "001214";

    private final Dialog dialog = Dialog.open(READING);

    // The association survives each of them.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            G01 unknown variant            | C004C100080000010000FF0200 | D80202
            G01 variant 0                  | C000C100080000010000FF0200 | D80202
            G02 only the tag               | C0                         | D80103
            G02 no invoke id               | C001                       | D80103
            G02 no attribute               | C001C1                     | D80103
            G02 cut attribute              | C001C10008                 | D80103
            G02 no flag                    | C001C100080000010000FF02   | D80103
            G03 unknown logical name       | C001C1000800000A0000FF0200 | C401C10104
            G05 SET                        | C101C100010000600104FF02000901AA | D80102
            G05 ACTION                     | C301C10046000060030AFF01010F00 | D80102
            G05 ACCESS                     | D9400000000001             | D80102
            G06 read by short name         | 050102FA00                 | D80102
            G06 write by short name        | 060102FA000101             | D80102
            G07 another class              | C001C100030000010000FF0200 | C401C10109
            G08 attribute 0                | C001C100080000010000FF0000 | C401C1010D
            G08 attribute 99               | C001C100080000010000FF6300 | C401C10104
            G08 attribute -1               | C001C100080000010000FFFF00 | C401C10104
            G09 not for reading            | C001C100010000600109FF0200 | C401C10103
            G16 list of none               | C003C100                   | D80103
            G16 list of 255, none there    | C003C1FF                   | D80103
            G20 next block of nothing      | C002C100000001             | C401C10110
            G31 general block transfer     | E0410001000008C001C10008000001 | D80102
            G37 list of four milliards     | C003C184FFFFFFFF           | D80103
            G39 something after it         | C001C100080000010000FF0200AA | D80103
            """)
    void aRequestThatCantBeServedIsAnsweredByTheBook(String what, String request, String answer) {
        dialog.client(request).server(answer);
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @ParameterizedTest(name = "G14 {0}")
    @ValueSource(
            strings = {
                "C0010100080000010000FF0200",
                "C00101",
                "C0040100",
                "C1010100010000600104FF02000901AA",
                "C3010146000060030AFF01010F00",
                "D90000000000"
            })
    void nothingUnconfirmedIsAnswered(String request) {
        dialog.client(request).silence();
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
        new Dialog().client(request).silence();
    }

    @ParameterizedTest(name = "G40 {0}")
    @ValueSource(
            strings = {
                "0F000000010C07E80601060C000000FF888000",
                "C20000010000616200FF020600000001",
                "10400000010C07E80601060C000000FF8880"
            })
    void aNotificationSentToAServerIsPassedOver(String notification) {
        dialog.client(notification).silence();
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("G15 a list of ten values equals ten single reads, in order")
    void aListEqualsSingleReads() {
        var list = new StringBuilder("C003C10A");
        var values = new StringBuilder("C403C10A");
        for (int i = 0; i < 10; i++) {
            String attribute = i % 2 == 0 ? "00080000010000FF0200" : "00010000600100FF0200";
            list.append(attribute);
            values.append(dialog.ask("C001C1" + attribute).substring(6));
        }
        dialog.client(list.toString()).server(values.toString());
    }

    @Test
    @DisplayName("G16 255 values are given, 256 are too many")
    void aListHasALimit() {
        String item = "00080000010000FF0100";
        var large = Dialog.open(
                new ServerProfile(
                        List.of(AssociationSettings.withPassword(18, 16, "12345", ServerProfile.EVERYTHING, 0xFFFF))),
                READING,
                0xFFFF);
        assertTrue(large.ask("C003C181FF" + item.repeat(255)).startsWith("C403C181FF00"));
        large.client("C003C1820100" + item.repeat(256)).server("D80104");
        large.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("G17 one bad item of a list fails alone")
    void oneBadItemFailsAlone() {
        dialog.client("C003C103" + "00080000010000FF0200" + "0008000001000AFF0200" + "00010000600100FF0200")
                .server("C403C103" + "00090C07E8010F010A1E0000FFC400" + "0104" + "00090400010203");
    }

    @Test
    @DisplayName("G05 a list needs to be negotiated")
    void aListNeedsToBeNegotiated() {
        var single = Dialog.open("001010");
        single.client("C003C101" + "00080000010000FF0200").server("D80102");
    }

    @Test
    @DisplayName("G35 attribute 0, once negotiated, is a structure with null-data for what may not be read")
    void attributeZeroIsAStructure() {
        var all = Dialog.open("003010");
        all.client("C001C100080000010000FF0000").server("C401C100020209060000010000FF090C07E8010F010A1E0000FFC400");
        all.client("C001C100010000600109FF0000").server("C401C100020209060000600109FF00");
    }

    @Test
    @DisplayName("G36 a request longer than agreed is told so")
    void aRequestLongerThanAgreedIsToldSo() {
        dialog.client(Dialog.GET_CLOCK + "00".repeat(1_020)).server("D80104");
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("G37 deep nesting and huge counts in a selection are refused")
    void deepNestingInASelectionIsRefused() {
        dialog.client("C001C100070100630100FF020101" + "01".repeat(900)).server("D80103");
        dialog.client("C001C100070100630100FF0201010184FFFFFFFF").server("D80103");
        dialog.client("C001C100070100630100FF020101018480000000").server("D80103");
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    /// Reference traces T2: with 20 octets an APDU there are 10 octets of value in each block.
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
    @DisplayName("G18 T2 an answer longer than an APDU comes in blocks")
    void anAnswerLongerThanAnApduComesInBlocks() {
        var small = small("001010");
        small.client(Dialog.GET_TEXT).server("C402C10000000001000A09140001020304050607");
        small.client("C002C100000001").server("C402C10000000002000A08090A0B0C0D0E0F1011");
        small.client("C002C100000002").server("C402C1010000000300021213");
        small.client("C002C100000003").server("C401C10110");
    }

    @Test
    @DisplayName("G19 GET-next with a wrong number: 19, transfer ends")
    void aWrongBlockNumberEndsTheTransfer() {
        var small = small("001010");
        small.client(Dialog.GET_TEXT).server("C402C10000000001000A09140001020304050607");
        small.client("C002C100000003").server("C402C101000000030113");
        small.client("C002C100000001").server("C401C10110");
    }

    @Test
    @DisplayName("G21 a new GET ends the transfer that runs")
    void aNewGetEndsTheTransferThatRuns() {
        var small = small("001010");
        small.client(Dialog.GET_TEXT).server("C402C10000000001000A09140001020304050607");
        small.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
        small.client("C002C100000001").server("C401C10110");
    }

    /// ```
    /// client                                  server
    ///   | GET text, number 1 ------------------> |
    ///   | <---------------------------- block 1  |
    ///   | GET clock, number 2, high priority --> |
    ///   | <------------------------------ clock  |  the transfer still runs
    ///   | next 1, number 1 --------------------> |
    ///   | <---------------------------- block 2  |
    /// ```
    @Test
    @DisplayName("G38 an urgent GET in the middle of a long one is served first, where negotiated")
    void anUrgentGetIsServedInBetween() {
        var urgent = small("005010");
        urgent.client(Dialog.GET_TEXT).server("C402C10000000001000A09140001020304050607");
        urgent.client("C001C200080000010000FF0200").server("C401C200090C07E8010F010A1E0000FFC400");
        urgent.client("C002C100000001").server("C402C10000000002000A08090A0B0C0D0E0F1011");
        urgent.client("C0014200080000010000FF0200").server("C4014200090C07E8010F010A1E0000FFC400");
        urgent.client("C002C100000002").server("C401C10110");
    }

    @Test
    @DisplayName("G18 without blocks an answer that is too long is refused")
    void withoutBlocksAnAnswerThatIsTooLongIsRefused() {
        var small = small("000010");
        small.client(Dialog.GET_TEXT).server("C401C101FA");
        small.client("C002C100000001").server("D80102");
        small.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("G22 the blocks of a list join to the list with its count")
    void aListLongerThanAnApduComesInBlocks() {
        var small = Dialog.open(SmallDevice.PROFILE_OF_ASSOCIATIONS, READING, 20);
        small.client("C003C102" + "00080000010000FF0200" + "0008000001000AFF0200")
                .server("C402C10000000001000A0200090C07E8010F010A");
        small.client("C002C100000001").server("C402C1010000000200081E0000FFC4000104");
    }

    @ParameterizedTest(name = "A22 G18 every APDU fits {0} octets")
    @ValueSource(ints = {12, 13, 137, 138, 139, 140, 266, 267, 268, 269, 1_000, 1_024})
    void everyApduFitsWhatTheClientTakes(int pduOctets) {
        var small = Dialog.open(SmallDevice.PROFILE_OF_ASSOCIATIONS, "001010", pduOctets);
        small.device.textOctets = 2_000;
        var value = new StringBuilder();
        String answer = small.ask(Dialog.GET_TEXT);
        for (int block = 1; ; block++) {
            assertTrue(answer.length() / 2 <= pduOctets, "block " + block);
            int lengthField = Integer.parseInt(answer.substring(18, 20), 16);
            int dataFrom = lengthField < 0x80 ? 20 : 20 + 2 * (lengthField & 0x7F);
            value.append(answer.substring(dataFrom));
            if (answer.startsWith("01", 6)) {
                break;
            }
            assertTrue(answer.length() / 2 >= pduOctets - 1, "block " + block + " wastes room");
            answer = small.ask(String.format("C002C1%08X", block));
        }
        assertTrue(value.toString().startsWith("098207D0000102"));
        assertEquals(2 * 2_004, value.length());
    }

    private static Dialog small(String conformance) {
        var small = Dialog.open(SmallDevice.PROFILE_OF_ASSOCIATIONS, conformance, 20);
        small.device.textOctets = 20;
        return small;
    }
}
