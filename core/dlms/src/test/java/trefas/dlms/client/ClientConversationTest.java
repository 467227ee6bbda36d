package trefas.dlms.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Conformance;
import trefas.dlms.xdlms.EventNotification;
import trefas.quantity.Obis;

/// Conversations of the client with a meter whose answers are written down.
class ClientConversationTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String AARE =
            "6129A109060760857405080101A203020100A305A103020100BE10040E0800065F1F040000121404000007";
    private static final AttributeDescriptor CLOCK = new AttributeDescriptor(8, Obis.of("0.0.1.0.0.255"), 2);

    private WrapperClient client = newClient();
    private final Queue<String> requests = new ArrayDeque<>();

    /// ```
    /// client                      meter
    ///   | AARQ with password ----> |
    ///   | <------------------ AARE |
    ///   | GET clock -------------> |
    ///   | <----------------- value |
    ///   | RLRQ ------------------> |
    ///   | <------------------ RLRE |
    /// ```
    @Test
    void opensReadsAndReleases() {
        client.open(this::sent);
        request("6033A1090607608574050801018A0207808B0760857405080201AC0780053132333435"
                + "BE10040E01000000065F1F040000121 4FFFF");
        assertEquals(new ClientEvent.Opened(new Conformance(0x001214), 1_024), answer(AARE));

        client.get(CLOCK, Optional.empty(), this::sent);
        request("C001C100080000010000FF0200");
        assertEquals(new ClientEvent.Value(new Unsigned(7)), answer("C401C1001107"));

        client.release(this::sent);
        request("6203800100");
        assertEquals(new ClientEvent.Released(), answer("6303800100"));
        assertFalse(client.isOpen());
    }

    /// ```
    /// client                      meter
    ///   | GET -------------------> |
    ///   | <--------------- block 1 |
    ///   | next 1 ----------------> |
    ///   | <--------------- block 2 |
    ///   | next 2 ----------------> |
    ///   | <---------- block 3 last |
    /// ```
    @Test
    void fetchesALongValueBlockByBlock() {
        open();
        client.get(CLOCK, Optional.empty(), this::sent);
        request("C001C100080000010000FF0200");
        assertEquals(new ClientEvent.BlockReceived(1, 10), answer("C402C10000000001000A09140001020304050607"));
        request("C002C100000001");
        assertEquals(new ClientEvent.BlockReceived(2, 20), answer("C402C10000000002000A08090A0B0C0D0E0F1011"));
        request("C002C100000002");
        assertEquals(
                new ClientEvent.Value(new OctetString(Octets.ofHex("000102030405060708090A0B0C0D0E0F10111213"))),
                answer("C402C1010000000300021213"));
        assertTrue(client.isOpen());
    }

    @Test
    void asksForAPart() {
        open();
        client.get(CLOCK, Optional.of(new EntryDescriptor(1, 10, 1, 0)), this::sent);
        request("C001C100080000010000FF02 01 02 0204 0600000001 060000000A 120001 120000");
    }

    @Test
    void everyRequestHasItsOwnNumber() {
        open();
        for (int number = 1; number <= 17; number++) {
            client.get(CLOCK, Optional.empty(), this::sent);
            String id = String.format("C%X", number % 16);
            request("C001" + id + "00080000010000FF0200");
            assertEquals(new ClientEvent.Failed(DataAccessResult.OBJECT_UNDEFINED), answer("C401" + id + "0104"));
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        6129A109060760857405080101A203020101A305A10302010DBE10040E0800065F1F040000501F01F40007 | authentication failure
        611FA109060760857405080101A203020101A305A103020101BE0604040E010602 | incompatible conformance
        6117A109060760857405080101A203020101A305A203020102 | no common acse version
        D80101 | operation not possible: no association
        """)
    void aRejectionIsToldInWords(String apdu, String reason) {
        client.open(this::sent);

        assertEquals(new ClientEvent.Rejected(reason), answer(apdu));
        assertFalse(client.isOpen());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        C401C10163             | data access result 99
        D80102                 | service not supported in this association
        D80109                 | exception response, state 1, service 9
        """)
    void aRefusalIsToldInWordsAndTheAssociationStands(String apdu, String reason) {
        open();
        client.get(CLOCK, Optional.empty(), this::sent);

        assertEquals(new ClientEvent.Refused(reason), answer(apdu));
        assertTrue(client.isOpen());
    }

    // What a meter must not send: cut answers, another request's, blocks out of order, broken values.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        C4
        C401C1
        C401C1020000
        C401C2001107
        C401C100110700
        C401C1000184FFFFFFFF
        C403C101001107
        C402C10000000002000111
        C402C10000000001008401
        C402C101000000010002 0902
        C404C100
        6303800100
        FF
        """)
    void whatCantBeUnderstoodEndsTheConversation(String apdu) {
        open();
        client.get(CLOCK, Optional.empty(), this::sent);

        assertInstanceOf(ClientEvent.Malformed.class, answer(apdu.replace(" ", "")));
        assertTrue(client.isOver());
    }

    /// ```
    /// client                      meter
    ///   | GET -------------------> |
    ///   | <----- EventNotification |  told, not answered
    ///   | <------ DataNotification |  told, not answered
    ///   | <----------------- value |
    /// ```
    @Test
    @DisplayName("G40 EventNotification and DataNotification in between: decoded, no reply, the request goes on")
    void notificationsInBetweenAreTold() {
        open();
        client.get(CLOCK, Optional.empty(), this::sent);
        request("C001C100080000010000FF0200");

        var alarms = new AttributeDescriptor(1, Obis.of("0-0:97.98.0*255"), 2);
        assertEquals(
                new ClientEvent.Notified(new Notification.Event(
                        new EventNotification(Optional.empty(), alarms, new DoubleLongUnsigned(1)), Protection.NONE)),
                answer("C20000010000616200FF020600000001"));
        request("nothing");
        var push = assertInstanceOf(
                ClientEvent.Notified.class,
                answer("0F000000010C07E80601060C000000FF8880020209060000190900FF0600003039"));
        assertEquals(
                new Structure(List.of(new OctetString(Octets.ofHex("0000190900FF")), new DoubleLongUnsigned(12_345))),
                ((Notification.Push) push.notification()).content().value());
        request("nothing");
        assertEquals(new ClientEvent.Value(new Unsigned(7)), answer("C401C1001107"));
    }

    @Test
    @DisplayName("G40 a confirmed DataNotification is confirmed with its own number")
    void aConfirmedNotificationIsConfirmed() {
        open();

        assertInstanceOf(ClientEvent.Notified.class, answer("0F40000001000201" + "0600003039"));
        request("10 40000001 00");
        assertTrue(client.isOpen());
    }

    @Test
    void aNotificationThatCantBeReadIsPassedOver() {
        open();
        client.get(CLOCK, Optional.empty(), this::sent);

        assertEquals(List.of(), answers("C200"));
        assertEquals(List.of(), answers("0F00000001"));
        assertEquals(new ClientEvent.Value(new Unsigned(7)), answer("C401C1001107"));
    }

    @Test
    void aRequestAtTheWrongMomentIsOurBug() {
        assertThrows(IllegalStateException.class, () -> client.get(CLOCK, Optional.empty(), this::sent));
        client.open(this::sent);
        assertThrows(IllegalStateException.class, () -> client.open(this::sent));
    }

    private static WrapperClient newClient() {
        return new WrapperClient(AssociationSettings.ofReader(18, 16, "12345"));
    }

    @FuzzTest
    void anyAnswerIsSurvived(byte[] noise) {
        // A fuzzer makes all its executions on one instance.
        client = newClient();
        requests.clear();
        var events = new ArrayList<ClientEvent>();
        client.open(this::sent);
        events.addAll(answers(HEX.formatHex(noise)));
        if (client.isOpen()) {
            client.get(CLOCK, Optional.empty(), this::sent);
            events.addAll(answers(HEX.formatHex(noise)));
        }
        var reading = new ClientAssociation(AssociationSettings.ofReader(16, 1, ""));
        var request = new ApduBuffer(0);
        reading.open(request);
        byte[] aare = HEX.parseHex(AARE);
        reading.receive(aare, 0, aare.length, request);
        reading.get(CLOCK, Optional.empty(), request);
        var outcome = reading.receive(noise, 0, noise.length, request);
        assertTrue(events.size() <= 2);
        assertTrue(outcome.isPresent() || noise[0] == 0x0F || noise[0] == (byte) 0xC2 || noise[0] == (byte) 0xE0);
    }

    private void open() {
        client.open(this::sent);
        assertInstanceOf(ClientEvent.Opened.class, answer(AARE));
        requests.clear();
    }

    private void request(String apdu) {
        assertEquals(apdu.replace(" ", ""), requests.isEmpty() ? "nothing" : requests.remove());
    }

    private ClientEvent answer(String apdu) {
        var events = answers(apdu);
        assertEquals(1, events.size(), () -> "events: " + events);
        return events.getFirst();
    }

    private List<ClientEvent> answers(String apdu) {
        byte[] octets = HEX.parseHex(String.format("000100100012%04X", apdu.length() / 2 & 0xFFFF) + apdu);
        return client.receive(octets, 0, octets.length, this::sent);
    }

    private void sent(byte[] octets, int offset, int length) {
        requests.add(HEX.formatHex(octets, offset + 8, offset + length));
    }

    @Test
    void anEmptyArrayIsAValue() {
        open();
        client.get(CLOCK, Optional.empty(), this::sent);

        assertEquals(new ClientEvent.Value(new CosemData.Array(List.of())), answer("C401C1000100"));
    }
}
