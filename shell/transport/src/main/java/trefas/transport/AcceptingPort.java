package trefas.transport;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;

/// A TCP port and the connections it has admitted: one thread for each, and no more than a limit.
final class AcceptingPort<C extends AcceptingPort.Connection> implements Closeable {

    /// One admitted connection: runs until its peer is gone or somebody ends it.
    interface Connection extends Runnable {
        void end();
    }

    /// Connections the operating system may hold before they are accepted.
    private static final int BACKLOG = 128;

    /// Pause after an accept that failed, for example for want of file handles.
    private static final long ACCEPT_PAUSE_MILLISECONDS = 100;

    private final ServerSocket socket;
    private final Function<Socket, C> connect;
    private final int connectionsMax;
    private final IntSupplier wanted;
    private final Semaphore free;
    private final Set<C> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads;

    private AcceptingPort(
            ServerSocket socket, String name, int connectionsMax, IntSupplier wanted, Function<Socket, C> connect) {
        this.socket = socket;
        this.connect = connect;
        this.connectionsMax = connectionsMax;
        this.wanted = wanted;
        this.free = new Semaphore(connectionsMax);
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /// Binds the port and accepts from now on.
    ///
    /// @param address port 0 picks a free one, see [#port]
    /// @param name of the threads
    /// @param connectionsMax open at the same time; one more is closed at once
    /// @param wanted asked for each new connection: how many may be open then, if fewer than the limit
    /// @throws IOException when the port can't be had; the message is one sentence that names it
    static <C extends Connection> AcceptingPort<C> open(
            InetSocketAddress address, String name, int connectionsMax, IntSupplier wanted, Function<Socket, C> connect)
            throws IOException {
        var port = new AcceptingPort<>(bind(address), name, connectionsMax, wanted, connect);
        port.threads.execute(port::accept);
        return port;
    }

    /// The port that is listened on, also when any was asked for.
    int port() {
        return socket.getLocalPort();
    }

    /// How many connections are open now.
    int connectionCount() {
        return connections.size();
    }

    void forEach(Consumer<C> deed) {
        connections.forEach(deed);
    }

    /// Does something to all connections again and again until the port is closed.
    void forEachEvery(long milliseconds, Consumer<C> deed) {
        threads.execute(() -> {
            while (!isClosedWithin(milliseconds)) {
                connections.forEach(deed);
            }
        });
    }

    /// Accepts no more, ends all connections and waits until they have ended.
    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        connections.forEach(Connection::end);
        // Nobody is admitted any more after this line; those that were give back what they took when they end.
        threads.close();
        free.acquireUninterruptibly(connectionsMax);
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
        if (connections.size() >= wanted.getAsInt() || !free.tryAcquire()) {
            accepted.close();
            return;
        }
        C connection = connect.apply(accepted);
        connections.add(connection);
        if (closed.getCount() == 0) {
            connection.end();
        }
        ConnectionThreads.execute(() -> {
            try {
                connection.run();
            } finally {
                connections.remove(connection);
                free.release();
            }
        });
    }

    private boolean isClosedWithin(long milliseconds) {
        try {
            return closed.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static ServerSocket bind(InetSocketAddress address) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address, BACKLOG);
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw new IOException(whyNot(address, refused), refused);
        }
    }

    private static String whyNot(InetSocketAddress address, IOException refused) {
        String where = "TCP port " + address.getPort() + " on " + address.getHostString();
        return refused instanceof BindException
                ? where + " can't be listened on: it is taken or not allowed"
                : where + " can't be listened on: " + refused.getMessage();
    }
}
