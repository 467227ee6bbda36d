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
import java.util.function.Supplier;
import trefas.dlms.OctetMachine;

/// A TCP port that answers: one virtual thread and one protocol machine for each connection. A connection that is not
/// read from keeps only itself waiting.
public final class TcpListener implements Closeable {

    /// Pause after an accept that failed, for example for want of file handles.
    private static final long ACCEPT_PAUSE_MILLISECONDS = 100;

    /// How many times within the idle time stuck connections are looked for.
    private static final int CHECKS_PER_IDLE_TIME = 4;

    private final ServerSocket socket;
    private final TcpLimits limits;
    private final Supplier<? extends OctetMachine> machines;
    private final Semaphore free;
    private final Set<TcpConnection> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("tcp-", 0).factory());

    private TcpListener(ServerSocket socket, TcpLimits limits, Supplier<? extends OctetMachine> machines) {
        this.socket = socket;
        this.limits = limits;
        this.machines = machines;
        this.free = new Semaphore(limits.connectionsMax());
    }

    /// Listens from now on.
    ///
    /// @param address port 0 picks a free one, see [#port]
    /// @param machines makes the machine of each connection
    /// @throws IOException when the port can't be had; the message is one sentence that names it
    public static TcpListener open(
            InetSocketAddress address, TcpLimits limits, Supplier<? extends OctetMachine> machines) throws IOException {
        ServerSocket socket = ListeningSocket.bind(address);
        var listener = new TcpListener(socket, limits, machines);
        listener.threads.execute(listener::accept);
        listener.threads.execute(listener::endStuckConnections);
        return listener;
    }

    /// The port that is listened on, also when any was asked for.
    public int port() {
        return socket.getLocalPort();
    }

    /// How many connections are open now.
    public int connectionCount() {
        return connections.size();
    }

    /// Accepts no more, ends all connections and waits until they have ended.
    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        connections.forEach(TcpConnection::end);
        threads.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                admit(socket.accept());
            } catch (IOException failed) {
                // Closed, or out of file handles for a while: in the second case go on once some are free again.
                if (isClosedWithin(ACCEPT_PAUSE_MILLISECONDS)) {
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
        var connection = new TcpConnection(accepted, limits, machines.get());
        connections.add(connection);
        if (closed.getCount() == 0) {
            connection.end();
        }
        threads.execute(() -> {
            try {
                connection.run();
            } finally {
                connections.remove(connection);
                free.release();
            }
        });
    }

    /// A read that brings nothing ends by itself; a write that nobody takes has to be ended from outside.
    private void endStuckConnections() {
        long pauseMilliseconds = Math.max(1, limits.idleMilliseconds() / CHECKS_PER_IDLE_TIME);
        while (!isClosedWithin(pauseMilliseconds)) {
            connections.forEach(TcpConnection::endIfStuck);
        }
    }

    private boolean isClosedWithin(long milliseconds) {
        try {
            return closed.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
