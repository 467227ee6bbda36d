package trefas.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;

/// More connections at once than there are threads of the operating system for: all of them are answered, and they
/// are all open at the same time.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ManyConnectionsTest {

    private static final int CONNECTIONS = 200;

    /// The threads of the operating system there are for connections.
    private static final int PLATFORM_THREADS_MAX = 64;

    private final Set<Thread> platform = ConcurrentHashMap.newKeySet();
    private final Set<Thread> virtual = ConcurrentHashMap.newKeySet();

    /// Sends back what comes, and notes on which thread.
    private final class Noting implements OctetMachine {
        @Override
        public void receive(byte[] octets, int offset, int length, OctetSink sink) {
            (Thread.currentThread().isVirtual() ? virtual : platform).add(Thread.currentThread());
            sink.send(octets, offset, length);
        }

        @Override
        public boolean isOver() {
            return false;
        }
    }

    @Test
    void connectionsBeyondTheThreadsOfTheSystemAreAnsweredOnVirtualOnes() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try (var listener = TcpListener.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new TcpLimits(CONNECTIONS, Duration.ofMinutes(1), 64),
                Noting::new)) {
            try {
                for (int i = 0; i < CONNECTIONS; i++) {
                    sockets.add(new Socket(InetAddress.getLoopbackAddress(), listener.port()));
                }
                for (int round = 1; round <= 3; round++) {
                    for (Socket socket : sockets) {
                        socket.getOutputStream().write(round);
                    }
                    for (Socket socket : sockets) {
                        assertEquals(round, socket.getInputStream().read());
                    }
                }
                assertEquals(CONNECTIONS, listener.connectionCount());
            } finally {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
        }
        assertTrue(platform.size() <= PLATFORM_THREADS_MAX, () -> platform.size() + " threads of the system");
        assertTrue(!virtual.isEmpty());
        assertTrue(CONNECTIONS <= platform.size() + virtual.size(), "a thread for each connection that is served");
    }
}
