package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ACCESS service, APDU by APDU.
class AccessConversationTest {

    /// ACCESS of reads, writes and calls, with selections.
    private static final String ACCESS = "00005D";

    private static final String NOTE = "00010000600104FF02";
    private static final String FIXED = "00010000600105FF02";
    private static final String CLOCK = "00080000010000FF02";
    private static final String RELAY = "0046000060030AFF01";
    private static final String PROFILE = "00070100630100FF02";

    private final Dialog dialog = Dialog.open(ACCESS);

    @Test
    @DisplayName("G33 the worked example: a read and a write in one request")
    void theWorkedExample() {
        dialog.client("D94000000000020100010000600100FF020200080000010000FF020200090C07E8010F010A1E0000FFC400")
                .server("DA40000000000002090400010203000201000200");
        assertEquals(1, dialog.device.writes);
    }

    @Test
    @DisplayName("G33 get, set and action have a result each, also after an error")
    void everythingIsCarriedOutInOrder() {
        dialog.client("D94000000100" + "05" + "02" + NOTE + "01" + NOTE + "02" + FIXED + "03" + RELAY + "01" + CLOCK
                        + "05" + "090141" + "00" + "090142" + "0F00" + "00")
                .server("DA4000000100" + "00" + "05" + "00" + "090141" + "00" + "00" + "090C07E8010F010A1E0000FFC400"
                        + "05" + "0200" + "0100" + "0203" + "0300" + "0100");
        assertEquals(1, dialog.device.calls);
    }

    @Test
    @DisplayName("G33 break-on-error: nothing after the first error is carried out")
    void nothingAfterTheFirstError() {
        dialog.client("D96000000200" + "03" + "02" + FIXED + "03" + RELAY + "01" + CLOCK + "03" + "090142" + "0F00"
                        + "00")
                .server("DA6000000200" + "00" + "03" + "000000" + "03" + "0203" + "03FA" + "01FA");
        assertEquals(0, dialog.device.calls + dialog.device.reads);
    }

    @Test
    @DisplayName("G33 a read with a selection, and the question repeated when wanted")
    void aSelectionAndTheQuestion() {
        String specification = "01" + "04" + PROFILE + "02" + "0204060000000306000000031200 01120000".replace(" ", "");
        dialog.client("D95000000300" + specification + "0100")
                .server("DA5000000300" + "01" + specification + "01"
                        + "01010202090C07E80103FF000000008000FF0600000003".replace("0202", "0202") + "010100");
    }

    @Test
    @DisplayName("G14 an unconfirmed ACCESS is carried out and not answered")
    void anUnconfirmedAccessIsCarriedOut() {
        dialog.client("D90000000400" + "01" + "02" + NOTE + "01" + "090141").silence();
        assertEquals(1, dialog.device.writes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            G34 fewer values than specifications | D9400000000001 0100010000600104FF02 00         | D80103
            G34 more values than specifications  | D9400000000001 0100010000600104FF02 020000     | D80103
            G34 no values                        | D9400000000001 0100010000600104FF02            | D80103
            unknown specification                | D9400000000001 0600010000600104FF02 0100       | D80103
            G37 four milliards                   | D94000000000 84FFFFFFFF                        | D80103
            cut                                  | D94000                                         | D80103
            """)
    void listsThatDoNotFitAreMalformed(String what, String request, String answer) {
        dialog.client(request).server(answer);
        dialog.client("D940000000 00 01 01" + CLOCK + "0100")
                .server("DA40000000 00 00 01 090C07E8010F010A1E0000FFC400 01 0100");
    }

    @Test
    @DisplayName("G05 ACCESS does what was negotiated and no more")
    void onlyWhatWasNegotiated() {
        var reading = Dialog.open("000050");
        reading.client("D94000000500" + "03" + "01" + CLOCK + "02" + NOTE + "03" + RELAY + "03" + "00" + "090141"
                        + "0F00")
                .server("DA4000000500" + "00" + "03" + "090C07E8010F010A1E0000FFC400" + "0000" + "03" + "0100" + "0203"
                        + "0303");
        var without = Dialog.open("000010");
        without.client("D9400000000001").server("D80102");
    }

    @Test
    @DisplayName("G18 an answer to ACCESS that does not fit is refused, or goes in general blocks")
    void anAnswerThatDoesNotFit() {
        dialog.device.textOctets = 2_000;
        String request = "D94000000600" + "01" + "01" + "00010000600100FF02" + "0100";
        dialog.client(request).server("D80104");

        var blocks = Dialog.open("20005D");
        blocks.device.textOctets = 2_000;
        assertTrue(blocks.ask(request).startsWith("E0"));
    }
}
