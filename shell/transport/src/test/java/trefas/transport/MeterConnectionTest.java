package trefas.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.Requester;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.client.ClientSettings;
import trefas.dlms.server.ServerProfile;
import trefas.dlms.server.WrapperServer;
import trefas.quantity.Obis;

/// Client and server over a real socket on this machine only.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class MeterConnectionTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final AttributeDescriptor ROWS = new AttributeDescriptor(7, Obis.of("1.1.99.1.0.255"), 2);
    private static final AttributeDescriptor NUMBER = new AttributeDescriptor(1, Obis.of("1.1.96.1.0.255"), 2);
    private static final AttributeDescriptor UNKNOWN = new AttributeDescriptor(1, Obis.of("1.1.96.1.1.255"), 2);
    private static final int ROW_COUNT = 17_284;

    /// A serial number and a long profile.
    private static final class TwoObjects implements LogicalDevice {

        @Override
        public DataAccessResult get(
                Requester requester,
                AttributeDescriptor attribute,
                Optional<AccessSelection> selection,
                AxdrWriter value) {
            if (attribute.equals(NUMBER)) {
                value.doubleLongUnsigned(12_345_678);
                return DataAccessResult.SUCCESS;
            }
            if (attribute.equals(ROWS)) {
                value.array(ROW_COUNT);
                for (int row = 0; row < ROW_COUNT; row++) {
                    value.structure(2).doubleLongUnsigned(row).doubleLongUnsigned(2L * row);
                }
                return DataAccessResult.SUCCESS;
            }
            return DataAccessResult.OBJECT_UNDEFINED;
        }

        @Override
        public boolean isPowered() {
            return true;
        }
    }

    /// Listens and never says a word.
    private static final class Mute implements OctetMachine {

        @Override
        public void receive(byte[] octets, int offset, int length, OctetSink sink) {
            assert length > 0;
        }

        @Override
        public boolean isOver() {
            return false;
        }
    }

    @Test
    void readsANumberAndIsToldWhatIsNotThere() throws IOException {
        try (var listener = meter();
                var line = open(listener, 18, 16, "12345")) {
            assertEquals(
                    new ReadResult.Value(new CosemData.DoubleLongUnsigned(12_345_678)),
                    line.get(NUMBER, Optional.empty()));
            assertEquals(new ReadResult.NotGiven("object undefined"), line.get(UNKNOWN, Optional.empty()));
            assertEquals(0x001214, line.negotiated().bits());
        }
    }

    @Test
    void readsAWholeProfileInBlocks() throws IOException {
        var blocks = new AtomicInteger();
        try (var listener = meter();
                var line = open(listener, 18, 16, "12345")) {
            var value = assertInstanceOf(
                    ReadResult.Value.class, line.get(ROWS, Optional.empty(), _ -> blocks.incrementAndGet()));

            var rows = assertInstanceOf(CosemData.Array.class, value.data()).elements();
            assertEquals(ROW_COUNT, rows.size());
            assertEquals(
                    new CosemData.DoubleLongUnsigned(2L * (ROW_COUNT - 1)),
                    assertInstanceOf(CosemData.Structure.class, rows.getLast())
                            .elements()
                            .getLast());
        }
        assertTrue(blocks.get() > 100, "blocks: " + blocks);
    }

    @Test
    void aWrongPasswordIsToldInOneSentence() throws IOException {
        try (var listener = meter()) {
            var rejected = assertThrows(
                    AssociationRejectedException.class,
                    () -> open(listener, 18, 16, "54321").close());

            assertEquals("authentication failure", rejected.reason());
            assertEquals(
                    "The meter at localhost port " + listener.port()
                            + " rejects the association: authentication failure.",
                    rejected.getMessage());
        }
    }

    @Test
    void aMeterThatIsSilentIsNotWaitedForForever() throws IOException {
        try (var listener = TcpListener.open(ANY_PORT, TcpLimits.DEFAULT, Mute::new)) {
            var late = assertThrows(
                    IOException.class,
                    () -> open(at(listener.port()), 16, 1, "", SHORT).close());

            assertEquals("No answer from localhost port " + listener.port() + " within 100 ms.", late.getMessage());
        }
    }

    @Test
    void aPortWhereNothingListensIsToldInOneSentence() throws IOException {
        int port;
        try (var listener = meter()) {
            port = listener.port();
        }

        var refused = assertThrows(
                IOException.class, () -> open(at(port), 16, 1, "", SHORT).close());

        assertEquals("Nothing listens at localhost port " + port + ".", refused.getMessage());
    }

    @Test
    void aHostThatDoesNotExistIsToldInOneSentence() {
        var nowhere = assertThrows(
                IOException.class,
                () -> open(InetSocketAddress.createUnresolved("nowhere.invalid", 4059), 16, 1, "", SHORT)
                        .close());

        assertEquals("There is no host named nowhere.invalid.", nowhere.getMessage());
    }

    @Test
    void aMeterThatGoesAwayIsToldInOneSentence() throws IOException {
        var listener = meter();
        try (var line = open(listener, 18, 16, "12345")) {
            listener.close();

            var lost = assertThrows(IOException.class, () -> line.get(NUMBER, Optional.empty()));

            assertTrue(
                    String.valueOf(lost.getMessage()).matches(".*(closed the connection|was lost)[.]"),
                    lost.toString());
        }
    }

    private static TcpListener meter() throws IOException {
        var profile = new ServerProfile(List.of(
                AssociationSettings.withPassword(18, 16, "12345", ServerProfile.SERVED, ServerProfile.PDU_OCTETS_TCP)));
        return TcpListener.open(ANY_PORT, TcpLimits.DEFAULT, () -> new WrapperServer(profile, new TwoObjects()));
    }

    private static MeterConnection open(TcpListener listener, int client, int server, String password)
            throws IOException {
        return open(at(listener.port()), client, server, password, LONG);
    }

    private static MeterConnection open(
            InetSocketAddress address, int client, int server, String password, Duration response) throws IOException {
        return MeterConnection.open(
                TcpWrapperLine.open(address, LONG),
                ClientSettings.of(AssociationSettings.ofReader(client, server, password)),
                Optional.empty(),
                response);
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
