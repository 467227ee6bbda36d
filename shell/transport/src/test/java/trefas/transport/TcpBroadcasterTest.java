package trefas.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Over real sockets on this machine only, on a port the system picks.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class TcpBroadcasterTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final int READ_TIMEOUT_MILLISECONDS = 10_000;
    private static final int END = -1;

    @Test
    void everyListenerGetsEveryMessageInOrder() throws IOException {
        try (var broadcaster = broadcaster(BroadcastLimits.DEFAULT);
                var first = connected(broadcaster, 1);
                var second = connected(broadcaster, 2)) {
            broadcaster.send(octets("one "));
            broadcaster.send(octets("two"));

            assertReads("one two", first);
            assertReads("one two", second);
        }
    }

    @Test
    void aListenerHearsNothingFromBeforeItCame() throws IOException {
        try (var broadcaster = broadcaster(BroadcastLimits.DEFAULT)) {
            broadcaster.send(octets("early"));
            try (var late = connected(broadcaster, 1)) {
                broadcaster.send(octets("late"));

                assertReads("late", late);
            }
        }
    }

    @Test
    void aMessageIsSentAsItWasWhateverBecomesOfItsArray() throws IOException {
        try (var broadcaster = broadcaster(BroadcastLimits.DEFAULT);
                var listener = connected(broadcaster, 1)) {
            byte[] message = octets("kept");
            broadcaster.send(message);
            Arrays.fill(message, (byte) 0);

            assertReads("kept", listener);
        }
    }

    // The deaf one never reads, so first the system's buffers fill up and then its queue. The other reads along.
    @Test
    void aSlowListenerIsDroppedAndNobodyWaitsForIt() throws IOException {
        byte[] much = new byte[1_000_000];
        Arrays.fill(much, (byte) 'x');
        try (var broadcaster = broadcaster(new BroadcastLimits(2, 3));
                var deaf = connected(broadcaster, 1);
                var attentive = connected(broadcaster, 2)) {
            while (broadcaster.listenerCount() == 2) {
                broadcaster.send(much);
                assertArrayEquals(much, attentive.getInputStream().readNBytes(much.length));
            }
            broadcaster.send(octets("still here"));

            assertReads("still here", attentive);
            assertTrue(isEndedAfterWhatWasSent(deaf));
        }
    }

    @Test
    void oneListenerTooManyIsClosedAndTheOthersGoOn() throws IOException {
        try (var broadcaster = broadcaster(new BroadcastLimits(1, 3));
                var admitted = connected(broadcaster, 1)) {
            try (var refused = socket(broadcaster)) {
                assertTrue(isEndedAfterWhatWasSent(refused));
            }
            broadcaster.send(octets("message"));

            assertReads("message", admitted);
        }
    }

    @Test
    void whoHangsUpMakesRoom() throws IOException {
        try (var broadcaster = broadcaster(new BroadcastLimits(1, 3))) {
            connected(broadcaster, 1).close();
            while (broadcaster.listenerCount() > 0) {
                broadcaster.send(octets("anybody?"));
            }
            try (var next = connected(broadcaster, 1)) {
                broadcaster.send(octets("you"));

                assertReads("you", next);
            }
        }
    }

    @Test
    void closingEndsConnectionsAndFreesThePort() throws IOException {
        var broadcaster = broadcaster(BroadcastLimits.DEFAULT);
        int port = broadcaster.port();
        try (var open = connected(broadcaster, 1)) {
            broadcaster.close();

            assertTrue(isEndedAfterWhatWasSent(open));
            assertEquals(0, broadcaster.listenerCount());
            assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
        }
    }

    @Test
    void aTakenPortIsToldInOneSentence() throws IOException {
        try (var broadcaster = broadcaster(BroadcastLimits.DEFAULT)) {
            var taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), broadcaster.port());

            var problem = assertThrows(
                    IOException.class,
                    () -> TcpBroadcaster.open(taken, BroadcastLimits.DEFAULT).close());

            assertEquals(
                    "TCP port " + broadcaster.port() + " on localhost can't be listened on: it is taken or not allowed",
                    problem.getMessage());
        }
    }

    @Test
    void limitsThatAllowNothingAreABug() {
        assertThrows(IllegalArgumentException.class, () -> new BroadcastLimits(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new BroadcastLimits(1, 0));
    }

    private static TcpBroadcaster broadcaster(BroadcastLimits limits) throws IOException {
        return TcpBroadcaster.open(ANY_PORT, limits);
    }

    /// A listener that has been admitted as the nth.
    private static Socket connected(TcpBroadcaster broadcaster, int nth) throws IOException {
        Socket socket = socket(broadcaster);
        while (broadcaster.listenerCount() < nth) {
            Thread.onSpinWait();
        }
        return socket;
    }

    private static Socket socket(TcpBroadcaster broadcaster) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), broadcaster.port());
        socket.setSoTimeout(READ_TIMEOUT_MILLISECONDS);
        return socket;
    }

    private static void assertReads(String expected, Socket socket) throws IOException {
        byte[] octets = socket.getInputStream().readNBytes(expected.length());
        assertEquals(expected, new String(octets, StandardCharsets.US_ASCII));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// A peer may end with a goodbye or with a reset.
    private static boolean isEndedAfterWhatWasSent(Socket socket) throws IOException {
        try {
            byte[] octets = new byte[65_536];
            int length = 0;
            while (length != END) {
                length = socket.getInputStream().read(octets);
            }
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }
}
