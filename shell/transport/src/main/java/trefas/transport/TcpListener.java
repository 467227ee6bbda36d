package trefas.transport;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import trefas.dlms.OctetMachine;

/// A TCP port that answers: one thread and one protocol machine for each connection. A connection that is not
/// read from keeps only itself waiting.
public final class TcpListener implements Closeable {

    /// How many times within the idle time stuck connections are looked for.
    private static final int CHECKS_PER_IDLE_TIME = 4;

    private final AcceptingPort<TcpConnection> port;

    private TcpListener(AcceptingPort<TcpConnection> port) {
        this.port = port;
    }

    /// Listens from now on.
    ///
    /// @param address port 0 picks a free one, see [#port]
    /// @param machines makes the machine of each connection
    /// @throws IOException when the port can't be had; the message is one sentence that names it
    public static TcpListener open(
            InetSocketAddress address, TcpLimits limits, Supplier<? extends OctetMachine> machines) throws IOException {
        return open(address, limits, limits::connectionsMax, machines);
    }

    /// Listens from now on.
    ///
    /// @param address port 0 picks a free one, see [#port]
    /// @param connections asked for each new connection: how many may be open then, if fewer than the limits say
    /// @param machines makes the machine of each connection
    /// @throws IOException when the port can't be had; the message is one sentence that names it
    public static TcpListener open(
            InetSocketAddress address,
            TcpLimits limits,
            IntSupplier connections,
            Supplier<? extends OctetMachine> machines)
            throws IOException {
        AcceptingPort<TcpConnection> port = AcceptingPort.open(
                address,
                "tcp",
                limits.connectionsMax(),
                connections,
                accepted -> new TcpConnection(accepted, limits, machines.get()));
        // A read that brings nothing and a write that nobody takes are ended from outside.
        port.forEachEvery(Math.max(1, limits.idleMilliseconds() / CHECKS_PER_IDLE_TIME), TcpConnection::endIfStuck);
        return new TcpListener(port);
    }

    /// The port that is listened on, also when any was asked for.
    public int port() {
        return port.port();
    }

    /// How many connections are open now.
    public int connectionCount() {
        return port.connectionCount();
    }

    /// Accepts no more, ends all connections and waits until they have ended.
    @Override
    public void close() throws IOException {
        port.close();
    }
}
