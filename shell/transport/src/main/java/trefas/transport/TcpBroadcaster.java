package trefas.transport;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/// A TCP port that talks and does not listen: whoever is connected gets every message from then on, whole and in order.
/// Sending never waits. A listener that takes its messages too slowly is dropped; the others notice nothing.
public final class TcpBroadcaster implements Closeable {

    private final AcceptingPort<BroadcastConnection> port;

    private TcpBroadcaster(AcceptingPort<BroadcastConnection> port) {
        this.port = port;
    }

    /// Takes listeners from now on.
    ///
    /// @param address port 0 picks a free one, see [#port]
    /// @throws IOException when the port can't be had; the message is one sentence that names it
    public static TcpBroadcaster open(InetSocketAddress address, BroadcastLimits limits) throws IOException {
        return new TcpBroadcaster(AcceptingPort.open(
                address,
                "broadcast",
                limits.listenersMax(),
                limits::listenersMax,
                accepted -> new BroadcastConnection(accepted, limits.messagesWaitingMax())));
    }

    /// Sends a message to everybody who is connected now, without waiting for anybody.
    public void send(byte[] message) {
        byte[] sent = message.clone();
        port.forEach(connection -> connection.offer(sent));
    }

    /// The port that is listened on, also when any was asked for.
    public int port() {
        return port.port();
    }

    /// How many listeners are connected now.
    public int listenerCount() {
        return port.connectionCount();
    }

    /// Accepts no more, ends all connections and waits until they have ended.
    @Override
    public void close() throws IOException {
        port.close();
    }
}
