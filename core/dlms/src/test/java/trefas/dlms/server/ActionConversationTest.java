package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calling methods, APDU by APDU: single methods, lists and blocks in both directions.
class ActionConversationTest {

    /// ACTION with its blocks, and lists.
    private static final String CALLING = "001611";

    private static final String RELAY = "0046000060030AFF";
    private static final String ECHO = "000900000A0064FF";

    private final Dialog dialog = Dialog.open(CALLING);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            G27 unknown method        | C301C1 0046000060030AFF 07 00       | C701C10400
            G27 no right              | C301C1 0046000060030AFF 02 010F00   | C701C10300
            G27 unknown object        | C301C1 004600006003 99FF 01 00      | C701C10400
            G28 a wrong parameter     | C301C1 0046000060030AFF 01 010F01   | C701C10C00
            unknown variant           | C307C1 0046000060030AFF 01 00       | D80202
            cut                       | C301C1 0046000060030AFF             | D80103
            list of none              | C303C10000                          | D80103
            more parameters than methods | C303C101 0046000060030AFF 01 020F000F00 | D80103
            next without an answer    | C302C100000001                      | C701C11000
            block without a first     | C306C1010000000201AA                | C701C11000
            G39 something after it    | C301C1 0046000060030AFF 01 00 AA    | D80103
            G05 SET                   | C101C100010000600104FF02000901AA    | D80102
            """)
    void aCallThatCantBeServedCallsNothing(String what, String request, String answer) {
        dialog.client(request).server(answer);
        assertEquals(0, dialog.device.calls);
    }

    @ParameterizedTest(name = "G28 {0}")
    @CsvSource(delimiter = '|', textBlock = """
            integer 0    | 010F00
            no parameter | 00
            """)
    void aMethodWithoutParametersIsCalledEitherWay(String what, String parameters) {
        dialog.client("C301C1" + RELAY + "01" + parameters).server("C701C10000");
        assertEquals(1, dialog.device.calls);
    }

    @Test
    @DisplayName("G14 an unconfirmed ACTION is carried out and not answered")
    void anUnconfirmedActionIsCarriedOut() {
        dialog.client("C30181" + RELAY + "01010F00").silence();
        assertEquals(1, dialog.device.calls);
    }

    @Test
    @DisplayName("G26 the results of a list stand in order")
    void theResultsOfAListStandInOrder() {
        dialog.client("C303C103" + RELAY + "01" + RELAY + "02" + ECHO + "01" + "03" + "0F00" + "0F00" + "1107")
                .server("C703C103" + "0000" + "0300" + "00010011 07");
        assertEquals(2, dialog.device.calls);
    }

    /// The worked example of the reference.
    @Test
    @DisplayName("G25 parameters in blocks call once, at the end")
    void parametersInBlocksCallOnce() {
        dialog.client("C304C1000900000A0064FF010000000001021200").server("C704C100000001");
        assertEquals(0, dialog.device.calls);
        dialog.client("C306C101000000020101").server("C701C1000100120001");
        assertEquals(1, dialog.device.calls);
    }

    /// ```
    /// client                                server
    ///   | parameters, block 1 -------------> |
    ///   | <------------------ block 1 taken  |
    ///   | parameters, block 2, last -------> |  called
    ///   | <------------- answer, block 1     |
    ///   | next 1 --------------------------> |
    ///   | <------------- answer, block 2     |
    ///   | next 2 --------------------------> |
    ///   | <------------- answer, block 3, last |
    /// ```
    @Test
    @DisplayName("G25 blocks in both directions")
    void blocksInBothDirections() {
        var small = Dialog.open(SmallDevice.PROFILE_OF_ASSOCIATIONS, CALLING, 19);
        small.client("C304C1" + ECHO + "01" + "00000000010A" + "09140001020304050607")
                .server("C704C100000001");
        small.client("C306C101000000020C" + "08090A0B0C0D0E0F10111213")
                .server("C702C100000000010A" + "09140001020304050607");
        small.client("C302C100000001").server("C702C100000000020A" + "08090A0B0C0D0E0F1011");
        small.client("C302C100000002").server("C702C1010000000302" + "1213");
        small.client("C302C100000003").server("C701C11000");
        assertEquals(1, small.device.calls);
    }

    @Test
    @DisplayName("G25 a list in blocks, and its results in blocks")
    void aListInBlocks() {
        var small = Dialog.open(SmallDevice.PROFILE_OF_ASSOCIATIONS, CALLING, 18);
        small.client("C305C102" + ECHO + "01" + ECHO + "01" + "000000000105" + "0209020102")
                .server("C704C100000001");
        small.client("C306C1010000000205" + "0903 030405")
                .server("C702C1000000000109" + "02" + "000100 09020102" + "00");
        small.client("C302C100000001").server("C702C1010000000207" + "0100 0903030405");
    }

    @Test
    @DisplayName("G24 G25 a parameter block out of order ends the transfer and nothing is called")
    void aBlockOutOfOrderCallsNothing() {
        dialog.client("C304C1000900000A0064FF010000000001021200").server("C704C100000001");
        dialog.client("C306C101000000030101").server("C701C10E00");
        dialog.client("C306C101000000020101").server("C701C11000");
        assertEquals(0, dialog.device.calls);
    }

    @Test
    @DisplayName("G19 G25 a wrong number of an answer's block ends the transfer")
    void aWrongNumberEndsTheAnswer() {
        var small = Dialog.open(SmallDevice.PROFILE_OF_ASSOCIATIONS, CALLING, 19);
        String parameters = "010914000102030405060708090A0B0C0D0E0F10111213";
        assertTrue(small.ask("C301C1" + ECHO + "01" + parameters).startsWith("C702C10000000001"));
        small.client("C302C100000007").server("C701C10E00");
        small.client("C302C100000001").server("C701C11000");
    }

    @Test
    @DisplayName("G05 blocks and lists that were not negotiated are not served")
    void whatWasNotNegotiatedIsNotServed() {
        var plain = Dialog.open("000001");
        plain.client("C304C1000900000A0064FF010000000001021200").server("D80102");
        plain.client("C306C101000000020101").server("D80102");
        plain.client("C302C100000001").server("D80102");
        plain.client("C303C101" + RELAY + "01010F00").server("D80102");
        plain.client("C301C1" + ECHO + "01" + "010982 0400" + "00".repeat(1_000))
                .server("D80103");
    }

    @Test
    @DisplayName("G32 parameters without end are given up at the limit")
    void parametersWithoutEndAreGivenUp() {
        var limited = Dialog.open(SmallDevice.profile(ServerLimits.DEFAULT.withReassemblyOctets(300)), CALLING, 1_024);
        String data = "81FF" + "00".repeat(255);
        limited.client("C304C1" + ECHO + "01" + "0000000001" + data).server("C704C100000001");
        limited.client("C306C10000000002" + data).server("C701C10F00");
        limited.client("C306C10000000003" + data).server("C701C11000");
    }
}
