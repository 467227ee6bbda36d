package trefas.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A TCP connection to a meter.
final class TcpOctetLine implements OctetLine {

    private final Socket socket;
    private final String name;

    private TcpOctetLine(Socket socket, String name) {
        this.socket = socket;
        this.name = name;
    }

    static TcpOctetLine open(InetSocketAddress address, Duration longest) throws IOException {
        String name = nameOf(address);
        int milliseconds = (int) longest.toMillis();
        if (address.isUnresolved()) {
            throw new IOException("There is no host named " + address.getHostString() + ".");
        }
        var socket = new Socket();
        try {
            socket.connect(address, milliseconds);
            socket.setTcpNoDelay(true);
            return new TcpOctetLine(socket, name);
        } catch (IOException failed) {
            socket.close();
            throw new IOException(
                    switch (failed) {
                        case SocketTimeoutException _ ->
                            "No connection to " + name + " within " + milliseconds + " ms.";
                        case ConnectException _ -> "Nothing listens at " + name + ".";
                        default -> "No connection to " + name + ": " + failed.getMessage() + ".";
                    },
                    failed);
        }
    }

    static String nameOf(InetSocketAddress address) {
        return address.getHostString() + " port " + address.getPort();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int read(byte[] octets, int milliseconds) throws IOException {
        int length;
        try {
            socket.setSoTimeout(milliseconds);
            length = socket.getInputStream().read(octets);
        } catch (SocketTimeoutException silent) {
            return 0;
        } catch (IOException lost) {
            throw new IOException("The connection to " + name + " was lost.", lost);
        }
        if (length < 0) {
            throw new IOException("The meter at " + name + " closed the connection.");
        }
        return length;
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        try {
            socket.getOutputStream().write(octets, offset, length);
        } catch (IOException lost) {
            throw new IOException("The connection to " + name + " was lost.", lost);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
