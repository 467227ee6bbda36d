package trefas.dlms.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.AxdrWriter;
import trefas.cosem.MethodDescriptor;
import trefas.dlms.xdlms.InvokeId;
import trefas.quantity.Obis;

/// What a client makes of the answer to one ACTION.
class ActionExchangeTest {

    private static final MethodDescriptor CAPTURE = new MethodDescriptor(7, Obis.of("1-0:99.1.0*255"), 2);
    private static final ServiceCall.Action CALL =
            new ServiceCall.Action(List.of(new ServiceCall.MethodCall(CAPTURE, Optional.empty())));

    // Gurux's server leaves out the last octet of the second form. What follows in the buffer belongs to nobody.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            C701C10300   | read write denied
            C701C103     | read write denied
            C701C10C     | type unmatched
            """)
    void aRefusalWithOrWithoutItsLastFlag(String answer, String words) {
        var outcome = assertInstanceOf(Outcome.Refused.class, only(answer));

        assertEquals(words, outcome.words());
    }

    @Test
    void successWithoutTheFlag() {
        assertEquals(Outcome.DONE, only("C701C100"));
    }

    @Test
    void fewerOctetsAreStillMalformed() {
        assertInstanceOf(ClientEvent.Malformed.class, event("C701C1"));
    }

    private static Outcome only(String answer) {
        return assertInstanceOf(ClientEvent.Answered.class, event(answer))
                .outcomes()
                .getFirst();
    }

    private static ClientEvent event(String answer) {
        byte[] octets = HexFormat.of().parseHex("00" + answer + "FF");
        var exchange = new ActionExchange(InvokeId.ofNumber(1), CALL, new SendingRoom(1_024, true));
        return exchange.receive(octets, 1, octets.length - 2, new AxdrWriter(100));
    }
}
