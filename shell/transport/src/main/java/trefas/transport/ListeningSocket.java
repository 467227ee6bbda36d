package trefas.transport;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// A socket that is bound, or one sentence about why it is not.
final class ListeningSocket {

    /// Connections the operating system may hold before they are accepted.
    private static final int BACKLOG = 128;

    private ListeningSocket() {}

    /// @param address port 0 picks a free one
    /// @throws IOException when the port can't be had; the message is one sentence that names it
    static ServerSocket bind(InetSocketAddress address) throws IOException {
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
