package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The malformed stimuli of reference traces T7: each gets one of the reactions its row allows, and the
/// association is usable afterwards. `none` is silence.
class MalformedStimuliTest {

    private final Dialog dialog = Dialog.open("60FE5F");

    @ParameterizedTest(name = "T7 {0}")
    @CsvSource(delimiter = '|', textBlock = """
            C0                             | D80103
            C001                           | D80103
            C001C1                         | D80103
            C001C10008                     | D80103
            C000C100080000010000FF0200     | D80202
            C0FFC100080000010000FF0200     | D80202
            C001C100080000010000FF0202     | D80103
            C001C100080000010000FF0201     | D80103
            C003C1FF                       | D80103
            C003C184FFFFFFFF               | D80103
            C101C100010000600104FF0200 0984FFFFFFFF | D80103
            C101C100010000600104FF0200 13020201     | D80103
            C101C100010000600104FF0200 0403         | D80103
            C103C1010000000201AA           | C503C11200000002
            C301C1000F0000280000FF01010900 | C701C10400
            C8                             | D80102
            C800                           | D80102
            C80130                         | D80102
            C8053000000001                 | D80102
            CB0531FFFFFFFF                 | D80102
            DB00                           | D80102
            DB0800                         | D80102
            DD0000000000000000             | D80102
            E00000000000                   | none
            E0BF0000FFFF00                 | none
            E0C10001000184FFFFFFFF         | none
            D9400000000001                 | D80103
            60                             | none
            6080                           | none
            6084FFFFFFFF                   | none
            600100                         | none
            6129A1                         | D80202
            C401C100                       | D80202
            0F00                           | none
            00                             | D80202
            FF                             | D80202
            7E7E7E                         | D80202
            """)
    void aMalformedApduIsAnsweredByTheBook(String request, String reaction) {
        dialog.client(request);

        assertEquals(reaction, dialog.hasAnswer() ? dialog.answer() : "none");
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
        assertEquals(0, dialog.device.writes + dialog.device.calls);
    }

    @ParameterizedTest(name = "T7 nested {0} deep")
    @CsvSource({"33", "500", "1000"})
    void deepNestingIsRefused(int depth) {
        dialog.client("C101C100010000600104FF0200" + "01".repeat(depth)).server("D80103");
        dialog.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @ParameterizedTest(name = "T7 {0}")
    @CsvSource({"6002BE00", "6002BE02"})
    void anEmptyUserInformationOpensNothing(String aarq) {
        var idle = new Dialog().between(16, 1);
        String answer = idle.ask(aarq);

        assertTrue(answer.equals("silence") || answer.contains("A203020101"), answer);
        idle.client(Dialog.GET_CLOCK).server("D80101");
    }
}
