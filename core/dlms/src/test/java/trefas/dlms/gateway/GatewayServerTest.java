package trefas.dlms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;

/// A concentrator with two meters behind it, and itself under a third name (Green Book, gateway protocol).
class GatewayServerTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Answers each APDU by its own name and what it was sent, twice.
    private static final class Named implements ApduServer {
        private final String name;
        private boolean isPowered = true;
        private int left;
        private int aborts;
        private int broadcasts;

        Named(String name) {
            this.name = name;
        }

        @Override
        public boolean isPowered() {
            return isPowered;
        }

        @Override
        public boolean serves(int clientSap, int serverSap) {
            return clientSap == 16 && serverSap == 1;
        }

        @Override
        public void receive(int clientSap, int serverSap, byte[] octets, int offset, int length, ApduBuffer answer) {
            left = 1;
            answer.reset();
            if (length > 0) {
                answer.octets(name.getBytes(StandardCharsets.US_ASCII));
                answer.octets(Octets.of(octets, offset, length).toArray());
            }
        }

        @Override
        public void more(int clientSap, int serverSap, ApduBuffer answer) {
            answer.reset();
            if (left-- > 0) {
                answer.octets(name.getBytes(StandardCharsets.US_ASCII));
            }
        }

        @Override
        public void broadcast(int clientSap, byte[] octets, int offset, int length) {
            broadcasts++;
        }

        @Override
        public void abort(int clientSap, int serverSap) {
            aborts++;
        }

        @Override
        public void abortAll() {
            aborts++;
        }

        @Override
        public int apduOctetsMax() {
            return 100;
        }
    }

    private final Named own = new Named("O");
    private final Named first = new Named("A");
    private final Named second = new Named("B");
    private final GatewayServer gateway =
            new GatewayServer(own, Map.of(address(0, "3031"), first, address(1, "3031"), second, address(0, ""), own));
    private final ApduBuffer answer = new ApduBuffer(3);

    @Test
    void aHeaderSurvivesTheWire() {
        var header = new GatewayHeader(GatewayHeader.Direction.REQUEST, address(5, "31323334"));
        header.write(answer);

        assertEquals("E6050431323334", HEX.formatHex(answer.toOctets()));
        byte[] octets = answer.toOctets();
        assertEquals(new Complete<>(header, 7), GatewayHeader.decode(octets, 0, octets.length));
        for (int length = 0; length < octets.length; length++) {
            assertInstanceOf(Incomplete.class, GatewayHeader.decode(octets, 0, length));
        }
        assertEquals(7, header.octets());
    }

    @Test
    void anApduGoesToTheMeterItNamesAndTheAnswerComesBackUnderThatName() {
        assertEquals("4FC0", ask("C0"));
        assertEquals("E700023031" + "41C0", ask("E600023031" + "C0"));
        assertEquals("E700023031" + "41", more());
        assertEquals("", more());
        assertEquals("E701023031" + "42C0", ask("E601023031" + "C0"));
        assertEquals("E70000" + "4FC0", ask("E60000" + "C0"));
        assertEquals("4FC0", ask("C0"));
        assertEquals("4F", more());
    }

    @ParameterizedTest(name = "{0} is passed over")
    @ValueSource(
            strings = {"E602023031C0", "E600023032C0", "E6000330", "E6", "E600", "E700023031C0", "E60002", "E600023031"
            })
    void whatNobodyKnowsIsPassedOver(String apdu) {
        assertEquals("", ask(apdu));
    }

    @Test
    void aMeterWithoutSupplyIsSilentAndTheOthersAreNot() {
        first.isPowered = false;
        assertEquals("", ask("E600023031C0"));
        assertEquals("E701023031" + "42C0", ask("E601023031C0"));
    }

    @Test
    void aBroadcastGoesWhereItIsNamed() {
        gateway.broadcast(16, HEX.parseHex("C1"), 0, 1);
        gateway.broadcast(16, HEX.parseHex("E601023031C1"), 0, 6);
        gateway.broadcast(16, HEX.parseHex("E609023031C1"), 0, 6);
        assertEquals(1, own.broadcasts);
        assertEquals(0, first.broadcasts);
        assertEquals(1, second.broadcasts);
    }

    @Test
    void theEndOfTheLineEndsAllAssociations() {
        gateway.abortAll();
        gateway.abort(16, 1);
        assertEquals(2, first.aborts);
        assertEquals(2, second.aborts);
        assertEquals(105, gateway.apduOctetsMax());
    }

    @FuzzTest
    void anyApduIsSurvived(byte[] noise) {
        gateway.receive(16, 1, noise, 0, noise.length, answer);
        gateway.more(16, 1, answer);
        assertEquals("E700023031" + "41C0", ask("E600023031C0"));
    }

    private String ask(String apdu) {
        byte[] octets = HEX.parseHex(apdu);
        gateway.receive(16, 1, octets, 0, octets.length, answer);
        return HEX.formatHex(answer.toOctets());
    }

    private String more() {
        gateway.more(16, 1, answer);
        return HEX.formatHex(answer.toOctets());
    }

    private static GatewayAddress address(int network, String device) {
        return new GatewayAddress(network, Octets.ofHex(device));
    }
}
