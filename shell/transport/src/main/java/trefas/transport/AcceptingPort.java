package trefas.transport;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
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

/// A TCP port and the connections it has admitted: one thread for each that is served, and no more than a limit.
final class AcceptingPort<C extends AcceptingPort.Connection> implements Closeable {

    /// One admitted connection.
    interface Connection {

        /// Serves the peer until it is gone or somebody ends the connection.
        ///
        /// @return true when nothing comes and the thread may go: [#await] tells when to serve again
        boolean serve();

        /// Goes on when there is something to serve, or the connection was ended.
        default void await(Runnable resume) {
            resume.run();
        }

        /// Ends it, from any thread and at any time.
        void end();
    }

    /// Connections the operating system may hold before they are accepted.
    private static final int BACKLOG = 128;

    private final ServerSocketChannel channel;
    private final int port;
    private final Function<Socket, C> connect;
    private final int connectionsMax;
    private final IntSupplier wanted;
    private final Semaphore free;
    private final Set<C> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads;

    private AcceptingPort(
            ServerSocketChannel channel,
            String name,
            int connectionsMax,
            IntSupplier wanted,
            Function<Socket, C> connect)
            throws IOException {
        this.channel = channel;
        this.port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
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
        SocketWatch.watch(port.channel, port::admitAll);
        return port;
    }

    /// The port that is listened on, also when any was asked for.
    int port() {
        return port;
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
        SocketWatch.close(channel);
        connections.forEach(Connection::end);
        // Nobody is admitted any more after this line; those that were give back what they took when they end.
        threads.close();
        free.acquireUninterruptibly(connectionsMax);
        // Whoever closes a second time has nothing to wait for.
        free.release(connectionsMax);
    }

    /// Admits whoever has called.
    private void admitAll() throws IOException {
        for (SocketChannel caller = channel.accept(); caller != null; caller = channel.accept()) {
            admit(caller.socket());
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
        ConnectionThreads.execute(() -> serve(connection));
    }

    private void serve(C connection) {
        boolean isSilent = false;
        try {
            isSilent = connection.serve();
        } finally {
            if (!isSilent) {
                connections.remove(connection);
                free.release();
            }
        }
        if (isSilent) {
            connection.await(() -> ConnectionThreads.execute(() -> serve(connection)));
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

    private static ServerSocketChannel bind(InetSocketAddress address) throws IOException {
        var channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, BACKLOG);
            return channel;
        } catch (IOException refused) {
            channel.close();
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
