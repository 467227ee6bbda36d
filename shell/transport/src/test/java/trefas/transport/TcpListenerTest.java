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
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;

/// Over real sockets on this machine only, on a port the system picks.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class TcpListenerTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final int READ_TIMEOUT_MILLISECONDS = 10_000;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int END = -1;

    /// Connections that have threads of the system.
    private static final int WITH_THREADS = 64;

    /// Longer than a thread waits for the next octets.
    private static final int SILENCE_MILLISECONDS = 500;

    /// Sends back what comes; a zero ends it.
    private static final class Echo implements OctetMachine {

        private boolean over;

        @Override
        public void receive(byte[] octets, int offset, int length, OctetSink sink) {
            sink.send(octets, offset, length);
            for (int i = offset; i < offset + length; i++) {
                over |= octets[i] == 0;
            }
        }

        @Override
        public boolean isOver() {
            return over;
        }
    }

    @Test
    void eachConnectionHasItsOwnMachine() throws IOException {
        try (var listener = listener(new TcpLimits(10, LONG, 4));
                var first = connected(listener);
                var second = connected(listener)) {
            assertEchoes(first, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
            assertEchoes(second, new byte[] {9});
            assertEchoes(first, new byte[] {0});

            assertEquals(END, first.getInputStream().read());
            assertEchoes(second, new byte[] {8});
        }
    }

    @Test
    void oneConnectionTooManyIsClosedAndTheOthersGoOn() throws IOException {
        try (var listener = listener(new TcpLimits(1, LONG, 64));
                var admitted = connected(listener)) {
            assertEchoes(admitted, new byte[] {1});
            try (var refused = connected(listener)) {
                assertTrue(isEnded(refused));
            }
            assertEchoes(admitted, new byte[] {2});
        }
    }

    @Test
    void aPlaceIsFreeAgainAfterAConnectionEnded() throws IOException {
        try (var listener = listener(new TcpLimits(1, LONG, 64))) {
            for (int i = 0; i < 20; i++) {
                boolean served = false;
                while (!served) {
                    // The place of the one before may still be given back.
                    try (var next = connected(listener)) {
                        next.getOutputStream().write(7);
                        served = next.getInputStream().read() == 7;
                    } catch (SocketException refused) {
                        served = false;
                    }
                }
            }
            assertTrue(listener.connectionCount() <= 1);
        }
    }

    @Test
    void aSilentConnectionIsClosed() throws IOException {
        try (var listener = listener(new TcpLimits(1, Duration.ofMillis(50), 64));
                var silent = connected(listener)) {
            assertTrue(isEnded(silent));
        }
    }

    /// The first connections keep threads of the system; the others have one only while something is said.
    ///
    /// ```
    /// served -- nothing for 200 ms --> silent, without a thread -- octets --> served
    /// silent -- idle time, or the listener closes --> ended
    /// ```
    @Test
    void aConnectionThatWasSilentIsServedAgain() throws IOException {
        var connections = new ArrayList<Socket>();
        var listener = listener(new TcpLimits(WITH_THREADS + 8, LONG, 64));
        try {
            for (int i = 0; i < WITH_THREADS + 8; i++) {
                connections.add(connected(listener));
                assertEchoes(connections.getLast(), new byte[] {1, 2});
            }
            assertSaysNothing(connections.getLast());
            for (Socket socket : connections) {
                assertEchoes(socket, new byte[] {3, 4, 5});
            }
            assertEchoes(connections.getLast(), new byte[] {0});
            assertTrue(isEnded(connections.removeLast()), "ended by its machine after a silence");
            assertSaysNothing(connections.getLast());
            connections.getLast().close();
            assertSaysNothing(connections.get(WITH_THREADS));

            listener.close();

            assertTrue(isEnded(connections.get(WITH_THREADS)), "closed while it was silent");
            assertEquals(0, listener.connectionCount());
        } finally {
            listener.close();
            for (Socket socket : connections) {
                socket.close();
            }
        }
    }

    @Test
    void aConnectionWithoutAThreadIsClosedAfterTheIdleTimeToo() throws IOException {
        var connections = new ArrayList<Socket>();
        try (var listener = listener(new TcpLimits(WITH_THREADS + 1, Duration.ofMillis(600), 64))) {
            for (int i = 0; i < WITH_THREADS + 1; i++) {
                connections.add(connected(listener));
            }
            assertTrue(isEnded(connections.getLast()));
        } finally {
            for (Socket socket : connections) {
                socket.close();
            }
        }
    }

    // It sends and sends and never reads: its answers pile up until nobody takes more.
    @Test
    void aConnectionThatNeverReadsIsClosed() throws IOException {
        try (var listener = listener(new TcpLimits(1, Duration.ofMillis(200), 65_536));
                var deaf = connected(listener)) {
            byte[] much = new byte[1_000_000];
            Arrays.fill(much, (byte) 1);

            assertThrows(IOException.class, () -> {
                while (true) {
                    deaf.getOutputStream().write(much);
                }
            });
        }
    }

    @Test
    void closingEndsConnectionsAndFreesThePort() throws IOException {
        var listener = listener(TcpLimits.DEFAULT);
        int port = listener.port();
        try (var open = connected(listener)) {
            assertEchoes(open, new byte[] {1});

            listener.close();

            assertTrue(isEnded(open));
            assertEquals(0, listener.connectionCount());
            assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
        }
    }

    @Test
    void aTakenPortIsToldInOneSentence() throws IOException {
        try (var listener = listener(TcpLimits.DEFAULT)) {
            var taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port());

            var problem = assertThrows(
                    IOException.class,
                    () -> TcpListener.open(taken, TcpLimits.DEFAULT, Echo::new).close());

            assertEquals(
                    "TCP port " + listener.port() + " on localhost can't be listened on: it is taken or not allowed",
                    problem.getMessage());
        }
    }

    @Test
    void limitsThatAllowNothingAreABug() {
        assertThrows(IllegalArgumentException.class, () -> new TcpLimits(0, LONG, 1));
        assertThrows(IllegalArgumentException.class, () -> new TcpLimits(1, Duration.ZERO, 1));
        assertThrows(IllegalArgumentException.class, () -> new TcpLimits(1, LONG, 0));
    }

    private static TcpListener listener(TcpLimits limits) throws IOException {
        return TcpListener.open(ANY_PORT, limits, Echo::new);
    }

    private static Socket connected(TcpListener listener) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(READ_TIMEOUT_MILLISECONDS);
        return socket;
    }

    private static void assertEchoes(Socket socket, byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        assertArrayEquals(octets, socket.getInputStream().readNBytes(octets.length));
    }

    /// Nothing comes while nothing is said.
    private static void assertSaysNothing(Socket socket) throws IOException {
        socket.setSoTimeout(SILENCE_MILLISECONDS);
        assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
        socket.setSoTimeout(READ_TIMEOUT_MILLISECONDS);
    }

    /// A peer may end with a goodbye or with a reset.
    private static boolean isEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == END;
        } catch (SocketException reset) {
            return true;
        }
    }
}
