package trefas.transport;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A TCP port that talks and does not listen: whoever is connected gets every message from then on, whole and in order.
/// Sending never waits. A listener that takes its messages too slowly is dropped; the others notice nothing.
public final class TcpBroadcaster implements Closeable {

    /// Pause after an accept that failed, for example for want of file handles.
    private static final long ACCEPT_PAUSE_MILLISECONDS = 100;

    private final ServerSocket socket;
    private final BroadcastLimits limits;
    private final Semaphore free;
    private final Set<BroadcastConnection> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("broadcast-", 0).factory());

    private TcpBroadcaster(ServerSocket socket, BroadcastLimits limits) {
        this.socket = socket;
        this.limits = limits;
        this.free = new Semaphore(limits.listenersMax());
    }

    /// Takes listeners from now on.
    ///
    /// @param address port 0 picks a free one, see [#port]
    /// @throws IOException when the port can't be had; the message is one sentence that names it
    public static TcpBroadcaster open(InetSocketAddress address, BroadcastLimits limits) throws IOException {
        var broadcaster = new TcpBroadcaster(ListeningSocket.bind(address), limits);
        broadcaster.threads.execute(broadcaster::accept);
        return broadcaster;
    }

    /// Sends a message to everybody who is connected now, without waiting for anybody.
    public void send(byte[] message) {
        byte[] sent = message.clone();
        connections.forEach(connection -> connection.offer(sent));
    }

    /// The port that is listened on, also when any was asked for.
    public int port() {
        return socket.getLocalPort();
    }

    /// How many listeners are connected now.
    public int listenerCount() {
        return connections.size();
    }

    /// Accepts no more, ends all connections and waits until they have ended.
    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        connections.forEach(BroadcastConnection::end);
        threads.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                admit(socket.accept());
            } catch (IOException failed) {
                // Closed, or out of file handles for a while: in the second case go on once some are free again.
                if (isClosedWithinPause()) {
                    return;
                }
            }
        }
    }

    private void admit(Socket accepted) throws IOException {
        if (!free.tryAcquire()) {
            accepted.close();
            return;
        }
        var connection = new BroadcastConnection(accepted, limits.messagesWaitingMax());
        connections.add(connection);
        if (closed.getCount() == 0) {
            connection.end();
        }
        threads.execute(() -> {
            try {
                connection.run();
            } finally {
                free.release();
                connections.remove(connection);
            }
        });
    }

    private boolean isClosedWithinPause() {
        try {
            return closed.await(ACCEPT_PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
