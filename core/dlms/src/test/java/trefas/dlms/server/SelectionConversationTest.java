package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reading a part of an attribute, APDU by APDU. The profile has ten rows, one for each day from 1 January 2024
/// on.
class SelectionConversationTest {

    private static final String GET_PROFILE = "C001C100070100630100FF02";
    private static final String CLOCK_COLUMN = "020412000809060000010000FF0F02120000";
    private static final String REGISTER_COLUMN = "020412000309060100010800FF0F02120000";

    private final Dialog dialog = Dialog.open("001214");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            S01 part, both bounds inclusive | 03 | 04 | 3 | 2
            S01 one row                     | 0A | 0A | 10 | 1
            S01 all                         | 01 | 1F | 1 | 10
            S01 none                        | 0B | 1F | 11 | 0
            S02 from after to               | 05 | 04 | 5 | 0
            """)
    void aRangeGivesItsRows(String what, String from, String to, int first, int rows) {
        var expected = new StringBuilder("C401C10001" + String.format("%02X", rows));
        for (int row = first; row < first + rows; row++) {
            expected.append(String.format("0202090C07E801%02XFF000000008000FF06%08X", row, row));
        }
        dialog.client(range(from, to, "0100")).server(expected.toString());
    }

    @Test
    @DisplayName("S03 two columns out of two, and one out of two")
    void selectedColumns() {
        dialog.client(range("03", "03", "0102" + CLOCK_COLUMN + REGISTER_COLUMN))
                .server("C401C10001010202090C07E80103FF000000008000FF0600000003");
        dialog.client(range("03", "03", "0101" + REGISTER_COLUMN)).server("C401C100010102010600000003");
    }

    @Test
    @DisplayName("S04 a column that is not captured: an error, never other columns")
    void aColumnThatIsNotCaptured() {
        dialog.client(range("03", "03", "0101" + "020412000409060100010600FF0F02120000"))
                .server("C401C101FA");
    }

    @ParameterizedTest(name = "S09 {0}")
    @CsvSource(delimiter = '|', textBlock = """
            selector 0           | C001C100070100630100FF020100 00                       | C401C1010D
            selector 3           | C001C100070100630100FF020103 0100                     | C401C1010D
            selector 9           | C001C100070100630100FF020109 00                       | C401C1010D
            a range of nothing   | C001C100070100630100FF020101 00                       | C401C1010D
            selector on a scalar | C001C100010000600100FF0201010100                      | C401C1010D
            """)
    void aSelectorNobodyServes(String what, String request, String answer) {
        dialog.client(request).server(answer);
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("S10 a selection that was not negotiated does not reach the object")
    void aSelectionThatWasNotNegotiated() {
        var whole = Dialog.open("001010");
        whole.client("C001C100070100630100FF02010202040600000001060000000A120001120000")
                .server("C401C101FA");
        whole.client(range("03", "03", "0100")).server("C401C101FA");
        assertEquals(0, whole.device.reads);
    }

    private static String range(String from, String to, String columns) {
        return GET_PROFILE + "01010204" + CLOCK_COLUMN + "090C07E801" + from + "FF000000008000FF" + "090C07E801" + to
                + "FF000000008000FF" + columns;
    }
}
