package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Writing, APDU by APDU: single values, lists and blocks.
class SetConversationTest {

    /// GET and SET with their blocks, lists, attribute 0 both ways.
    private static final String WRITING = "00BA1C";

    private final Dialog dialog = Dialog.open(WRITING);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            G04 unknown variant          | C106C100010000600104FF0200090141     | D80202
            G04 without data             | C101C100010000600104FF0200           | D80103
            G04 without anything         | C101C1                               | D80103
            G05 ACTION                   | C301C10046000060030AFF01010F00       | D80102
            G07 another class            | C101C100030000600104FF0200090141     | C501C109
            G03 unknown logical name     | C101C100010000600199FF0200090141     | C501C104
            G09 read only                | C101C100010000600105FF0200090141     | C501C103
            G10 visible for octet string | C101C100010000600104FF02000A0141     | C501C10C
            G10 u16 for u32              | C101C100010000600107FF0200120001     | C501C10C
            G11 enumeration of 9         | C101C100010000600106FF02001609       | C501C1FA
            G11 31 February              | C101C100080000010000FF0200090C07E8021FFF0A1E0000FFC400 | C501C1FA
            G24 block without a first    | C103C1010000000201AA                 | C503C11200000002
            G37 array count of 2^31      | C101C100010000600104FF0200018480000000 | D80103
            G37 length of 2^32           | C101C100010000600104FF02000984FFFFFFFF | D80103
            G39 something after it       | C101C100010000600104FF02000901AABB   | D80103
            G16 list of none             | C104C10000                           | D80103
            """)
    void aRequestThatCantBeServedChangesNothing(String what, String request, String answer) {
        dialog.client(request).server(answer);
        assertEquals(0, dialog.device.writes);
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("G12 an octet string longer than the field is refused")
    void tooLongAValueIsRefused() {
        dialog.client("C101C100010000600104FF02000941" + "00".repeat(65)).server("C501C1FA");
        assertEquals(0, dialog.device.writes);
    }

    @Test
    @DisplayName("G37 nested 2 000 deep: refused")
    void deepNestingIsRefused() {
        dialog.client("C101C100010000600104FF0200" + "0101".repeat(500)).server("D80103");
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("G13 what was written is read")
    void whatWasWrittenIsRead() {
        dialog.client("C101C100010000600104FF0200090548454C4C4F").server("C501C100");
        dialog.client(Dialog.GET_NOTE).server("C401C100090548454C4C4F");
        dialog.client("C101C100010000600107FF02000600000384").server("C501C100");
        dialog.client("C001C100010000600107FF0200").server("C401C1000600000384");
    }

    @Test
    @DisplayName("G14 an unconfirmed SET is carried out and not answered")
    void anUnconfirmedSetIsCarriedOut() {
        dialog.client("C1018100010000600104FF0200090141").silence();
        dialog.client(Dialog.GET_NOTE).server("C401C100090141");
    }

    @Test
    @DisplayName("G17 each item of a list stands for itself")
    void eachItemOfAListStandsForItself() {
        dialog.client("C104C10200010000600104FF020000010000600105FF020002090141090142")
                .server("C505C1020003");
        dialog.client(Dialog.GET_NOTE).server("C401C100090141");
    }

    /// ```
    /// client                            server
    ///   | first block, no. 1 -----------> |
    ///   | <---------------- no. 1 taken   |
    ///   | block no. 2 ------------------> |
    ///   | <---------------- no. 2 taken   |
    ///   | block no. 3, last ------------> |  written once
    ///   | <------- result, no. 3 taken    |
    /// ```
    @Test
    @DisplayName("G23 a SET in three blocks is written once, at the end")
    void aSetInBlocksIsWrittenOnceAtTheEnd() {
        dialog.client("C102C100010000600104FF0200000000000106090B48454C4C").server("C502C100000001");
        assertEquals(0, dialog.device.writes);
        dialog.client("C103C10000000002034F2057").server("C502C100000002");
        assertEquals(0, dialog.device.writes);
        dialog.client("C103C10100000003044F524C44").server("C503C10000000003");
        assertEquals(1, dialog.device.writes);
        dialog.client(Dialog.GET_NOTE).server("C401C100090B48454C4C4F20574F524C44");
    }

    @Test
    @DisplayName("G23 the worked example of the reference")
    void theWorkedExample() {
        dialog.client("C102C100010000600104FF0200000000000106090B48454C4C").server("C502C100000001");
        dialog.client("C103C10100000002074F20574F524C44").server("C503C10000000002");
        assertEquals("HELLO WORLD", new String(dialog.device.note, StandardCharsets.US_ASCII));
    }

    @Test
    @DisplayName("G23 a list in blocks has a result for each item")
    void aListInBlocks() {
        dialog.client("C105C10200010000600104FF020000010000600105FF0200" + "000000000104" + "02090141")
                .server("C502C100000001");
        dialog.client("C103C1010000000203090142").server("C504C102000300000002");
        assertEquals("41", HexFormat.of().formatHex(dialog.device.note));
    }

    @Test
    @DisplayName("G24 a block out of order ends the transfer and nothing is written")
    void aBlockOutOfOrderEndsTheTransfer() {
        dialog.client("C102C100010000600104FF0200000000000106090B48454C4C").server("C502C100000001");
        dialog.client("C103C101000000034F074F20574F524C44").server("D80103");
        dialog.client("C103C10100000003074F20574F524C44").server("C503C11300000003");
        dialog.client("C103C10100000002074F20574F524C44").server("C503C11200000002");
        assertEquals(0, dialog.device.writes);
    }

    @Test
    @DisplayName("G24 blocks that are no value change nothing")
    void blocksThatAreNoValue() {
        dialog.client("C102C100010000600104FF0200000000000106090B48454C4C").server("C502C100000001");
        dialog.client("C103C10100000002024F20").server("C503C10C00000002");
        assertEquals(0, dialog.device.writes);
    }

    @Test
    @DisplayName("G32 blocks without end are given up at the limit")
    void blocksWithoutEndAreGivenUp() {
        var limited =
                Dialog.open(SmallDevice.profile(ServerLimits.DEFAULT.withReassemblyOctets(1_000)), WRITING, 1_024);
        String data = "81FF" + "00".repeat(255);
        limited.client("C102C100010000600104FF02000000000001" + data).server("C502C100000001");
        limited.client("C103C10000000002" + data).server("C502C100000002");
        limited.client("C103C10000000003" + data).server("C502C100000003");
        limited.client("C103C10000000004" + data).server("C503C11100000004");
        limited.client("C103C10000000005" + data).server("C503C11200000005");
    }

    @Test
    @DisplayName("G05 blocks that were not negotiated are not taken")
    void blocksNeedToBeNegotiated() {
        var plain = Dialog.open("000018");
        plain.client("C102C100010000600104FF0200000000000106090B48454C4C").server("D80102");
        plain.client("C103C1010000000201AA").server("D80102");
        plain.client("C104C10100010000600104FF02000109 0141").server("D80102");
    }

    @Test
    @DisplayName("G08 attribute 0, once negotiated, writes what is not null-data")
    void attributeZeroWritesWhatIsGiven() {
        dialog.client("C101C100010000600104FF0000020200090141").server("C501C100");
        dialog.client(Dialog.GET_NOTE).server("C401C100090141");
        var without = Dialog.open("003A1C");
        without.client("C101C100010000600104FF0000020200090141").server("C501C10D");
        assertEquals(0, without.device.writes);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"C101C100080000010000FF0200090C07E80701010E051E00FF8880"})
    @DisplayName("T5 the clock is set")
    void theClockIsSet(String request) {
        dialog.client(request).server("C501C100");
        dialog.client(Dialog.GET_CLOCK).server("C401C100090C07E80701010E051E00FF8880");
    }
}
