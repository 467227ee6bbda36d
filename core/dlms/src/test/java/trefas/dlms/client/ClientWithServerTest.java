package trefas.dlms.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.MethodDescriptor;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.client.ServiceCall.AttributeRead;
import trefas.dlms.client.ServiceCall.AttributeWrite;
import trefas.dlms.client.ServiceCall.MethodCall;
import trefas.dlms.server.ServerProfile;
import trefas.dlms.server.WrapperServer;
import trefas.quantity.Obis;

/// Our client and our server, both pure machines, over a line that cuts octets anywhere. Every service, with APDUs
/// long and short, in the service's own blocks and in general ones.
class ClientWithServerTest {

    private static final AttributeDescriptor TEXT = new AttributeDescriptor(1, Obis.of("0-0:96.1.0*255"), 2);
    private static final AttributeDescriptor OTHER = new AttributeDescriptor(1, Obis.of("0-0:96.1.1*255"), 2);
    private static final AttributeDescriptor NAME = new AttributeDescriptor(1, Obis.of("0-0:96.1.0*255"), 1);
    private static final MethodDescriptor METHOD = new MethodDescriptor(9, Obis.of("0-0:10.0.100*255"), 1);
    private static final MethodDescriptor NO_METHOD = new MethodDescriptor(9, Obis.of("0-0:10.0.100*255"), 9);

    private final KeepingDevice device = new KeepingDevice();

    private ClientServerLine line(Conformance offered, int serverOctetsMax, int window, int piece) {
        var server = new WrapperServer(
                new ServerProfile(List.of(AssociationSettings.open(16, 1, ServerProfile.EVERYTHING, serverOctetsMax))),
                device);
        var client = new WrapperClient(new ClientAssociation(
                ClientSettings.publicClient(1).with(offered, ClientSettings.PDU_OCTETS_MAX, window), Optional.empty()));
        var line = new ClientServerLine(client, server, piece);
        assertInstanceOf(ClientEvent.Opened.class, line.open());
        return line;
    }

    private static OctetString octets(int count) {
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            octets[i] = (byte) i;
        }
        return new OctetString(Octets.of(octets));
    }

    private static AttributeWrite write(AttributeDescriptor attribute, CosemData value) {
        return new AttributeWrite(attribute, Optional.empty(), value);
    }

    private static AttributeRead read(AttributeDescriptor attribute) {
        return new AttributeRead(attribute, Optional.empty());
    }

    // Length of the value, longest APDU of the server, window of general blocks, octets the line brings at once.
    @ParameterizedTest(name = "{0} octets through {1}, window {2}, line of {3}")
    @CsvSource({
        "1, 1024, 0, 7",
        "5000, 1024, 0, 1000",
        "5000, 64, 0, 3",
        "300, 40, 0, 1",
        "5000, 256, 1, 11",
        "5000, 256, 3, 4000",
        "20000, 1024, 63, 100000",
    })
    void whatIsWrittenIsReadAndMethodsAreCalledWhateverItsLength(int length, int octetsMax, int window, int piece) {
        var line = line(ClientSettings.ALL_SERVICES, octetsMax, window, piece);
        var value = octets(length);

        assertEquals(
                new ClientEvent.Answered(List.of(Outcome.DONE)),
                line.call(new ServiceCall.Set(List.of(write(TEXT, value)))));
        assertEquals(new ClientEvent.Value(value), line.call(new ServiceCall.Get(List.of(read(TEXT)))));
        assertEquals(
                new ClientEvent.Answered(List.of(Outcome.ofData(value))),
                line.call(new ServiceCall.Action(List.of(new MethodCall(METHOD, Optional.of(value))))));
        assertTrue(length < octetsMax || line.blocks() > 0, "a long value goes in blocks");
        assertTrue(line.client.isOpen());
    }

    @ParameterizedTest(name = "lists of {0} octets through {1}, window {2}")
    @CsvSource({"1, 1024, 0", "2000, 256, 0", "2000, 256, 5"})
    void listsAreAnsweredInTheirOrder(int length, int octetsMax, int window) {
        var line = line(ClientSettings.ALL_SERVICES, octetsMax, window, 13);
        var one = octets(length);
        var other = octets(length + 1);

        assertEquals(
                List.of("done", "read write denied", "done"),
                words(line.call(
                        new ServiceCall.Set(List.of(write(TEXT, one), write(NAME, one), write(OTHER, other))))));
        assertEquals(
                new ClientEvent.Answered(List.of(
                        Outcome.ofData(other), new Outcome.Refused(4, "object undefined"), Outcome.ofData(one))),
                line.call(new ServiceCall.Get(List.of(read(OTHER), read(NAME), read(TEXT)))));
        assertEquals(
                List.of("done", "object undefined"),
                words(line.call(new ServiceCall.Action(List.of(
                        new MethodCall(METHOD, Optional.of(one)), new MethodCall(NO_METHOD, Optional.of(other)))))));
    }

    @Test
    void accessReadsWritesAndCallsInOneRequest() {
        var line = line(ClientSettings.ALL_SERVICES, 1_024, 0, 1_000);
        device.kept.put(OTHER, new Unsigned(7));

        assertEquals(
                new ClientEvent.Answered(List.of(
                        Outcome.ofData(new Unsigned(7)),
                        Outcome.DONE,
                        new Outcome.Refused(4, "object undefined"),
                        Outcome.ofData(new Unsigned(9)))),
                line.call(new ServiceCall.Access(
                        List.of(
                                read(OTHER),
                                write(TEXT, new Unsigned(8)),
                                read(NAME),
                                new MethodCall(METHOD, Optional.of(new Unsigned(9)))),
                        false)));
        assertEquals(new Unsigned(8), device.kept.get(TEXT));
    }

    @Test
    void whatDoesNotFitAndMayNotBeCutIsNotSent() {
        var line = line(Conformance.of(ConformanceBit.SET, ConformanceBit.GET), 64, 0, 1_000);

        var fault = line.client.call(new ServiceCall.Set(List.of(write(TEXT, octets(100)))), (_, _, _) -> {});
        assertEquals(Optional.of("a request of 115 octets is too long for the server, which takes 64"), fault);
        assertEquals(
                new ClientEvent.Answered(List.of(Outcome.DONE)),
                line.call(new ServiceCall.Set(List.of(write(TEXT, octets(10))))));
    }

    private static List<String> words(ClientEvent event) {
        return assertInstanceOf(ClientEvent.Answered.class, event).outcomes().stream()
                .map(outcome -> switch (outcome) {
                    case Outcome.Done _ -> "done";
                    case Outcome.Refused(int _, String words) -> words;
                })
                .toList();
    }
}
