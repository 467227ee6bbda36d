package trefas.transport;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.Consumer;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.dlms.OctetSink;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Conformance;
import trefas.dlms.client.ClientEvent;
import trefas.dlms.client.WrapperClient;

/// An open association with a meter over TCP, for callers that wait. One thread at a time. Whatever goes wrong with the
/// line is an [IOException] whose message is one sentence.
public final class TcpMeterLine implements Closeable {

    private static final int READ_OCTETS = 4_096;

    private final Socket socket;
    private final WrapperClient client;
    private final String name;
    private final int responseMilliseconds;
    private final byte[] octets = new byte[READ_OCTETS];
    private final Queue<ClientEvent> events = new ArrayDeque<>();
    private Conformance negotiated = Conformance.EMPTY;

    private TcpMeterLine(Socket socket, AssociationSettings settings, String name, int responseMilliseconds) {
        this.socket = socket;
        this.client = new WrapperClient(settings);
        this.name = name;
        this.responseMilliseconds = responseMilliseconds;
    }

    /// Connects and associates.
    ///
    /// @throws AssociationRejectedException when the meter answers but does not want this client
    /// @throws IOException when there is no connection or no understandable answer
    public static TcpMeterLine open(InetSocketAddress address, AssociationSettings settings, TcpTimeouts timeouts)
            throws IOException {
        String name = address.getHostString() + " port " + address.getPort();
        int responseMilliseconds = (int) timeouts.response().toMillis();
        var socket = new Socket();
        var line = new TcpMeterLine(socket, settings, name, responseMilliseconds);
        try {
            line.connect(address, (int) timeouts.connect().toMillis());
            line.associate();
            return line;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /// What the meter and this client agreed on.
    public Conformance negotiated() {
        return negotiated;
    }

    /// Reads one attribute or a part of it, in blocks if it is long.
    public ReadResult get(AttributeDescriptor attribute, Optional<AccessSelection> selection) throws IOException {
        return get(attribute, selection, _ -> {});
    }

    /// Reads one attribute or a part of it, and tells of each block as it comes.
    public ReadResult get(
            AttributeDescriptor attribute,
            Optional<AccessSelection> selection,
            Consumer<ClientEvent.BlockReceived> progress)
            throws IOException {
        sending(() -> client.get(attribute, selection, sink()));
        while (true) {
            switch (event()) {
                case ClientEvent.Value(var data) -> {
                    return new ReadResult.Value(data);
                }
                case ClientEvent.Failed(var result) -> {
                    return new ReadResult.NotGiven(
                            result.name().toLowerCase(Locale.ROOT).replace('_', ' '));
                }
                case ClientEvent.Refused(String reason, OptionalLong _) -> {
                    return new ReadResult.NotGiven(reason);
                }
                case ClientEvent.BlockReceived block -> progress.accept(block);
                case ClientEvent.Malformed(String reason) -> throw misunderstood(reason);
                case ClientEvent.Notified _ -> {
                    // This line is for callers that only ask.
                }
                case ClientEvent.Opened _,
                        ClientEvent.Rejected _,
                        ClientEvent.Answered _,
                        ClientEvent.BlockSent _,
                        ClientEvent.Released _ -> throw misunderstood("the answer to another request");
            }
        }
    }

    /// Releases the association, if it still stands, and closes the connection.
    @Override
    public void close() throws IOException {
        try (socket) {
            if (client.isOpen() && !socket.isClosed()) {
                sending(() -> client.release(sink()));
                event();
            }
        } catch (IOException lost) {
            // The connection ends either way, and with it the association.
        }
    }

    private void connect(InetSocketAddress address, int connectMilliseconds) throws IOException {
        if (address.isUnresolved()) {
            throw new IOException("There is no host named " + address.getHostString() + ".");
        }
        try {
            socket.connect(address, connectMilliseconds);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(responseMilliseconds);
        } catch (SocketTimeoutException late) {
            throw new IOException("No connection to " + name + " within " + connectMilliseconds + " ms.", late);
        } catch (ConnectException refused) {
            throw new IOException("Nothing listens at " + name + ".", refused);
        } catch (IOException failed) {
            throw new IOException("No connection to " + name + ": " + failed.getMessage() + ".", failed);
        }
    }

    private void associate() throws IOException {
        sending(() -> client.open(sink()));
        negotiated = switch (event()) {
            case ClientEvent.Opened(Conformance agreed, int _) -> agreed;
            case ClientEvent.Rejected(String reason) -> throw new AssociationRejectedException(name, reason);
            case ClientEvent.Malformed(String reason) -> throw misunderstood(reason);
            case ClientEvent.Value _,
                    ClientEvent.Failed _,
                    ClientEvent.Refused _,
                    ClientEvent.Answered _,
                    ClientEvent.BlockReceived _,
                    ClientEvent.BlockSent _,
                    ClientEvent.Notified _,
                    ClientEvent.Released _ -> throw misunderstood("the answer to another request");
        };
    }

    /// The next thing that happened; waits for the meter.
    private ClientEvent event() throws IOException {
        while (events.isEmpty()) {
            int length = read();
            if (length < 0) {
                throw new IOException("The meter at " + name + " closed the connection.");
            }
            sending(() -> events.addAll(client.receive(octets, 0, length, sink())));
        }
        return events.remove();
    }

    private int read() throws IOException {
        try {
            return socket.getInputStream().read(octets);
        } catch (SocketTimeoutException late) {
            throw new IOException("No answer from " + name + " within " + responseMilliseconds + " ms.", late);
        } catch (IOException lost) {
            throw new IOException("The connection to " + name + " was lost.", lost);
        }
    }

    private void sending(Runnable deed) throws IOException {
        try {
            deed.run();
        } catch (UncheckedIOException lost) {
            throw new IOException("The connection to " + name + " was lost.", lost.getCause());
        }
    }

    private OctetSink sink() {
        return (sent, offset, length) -> {
            try {
                OutputStream out = socket.getOutputStream();
                out.write(sent, offset, length);
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        };
    }

    private IOException misunderstood(String reason) throws IOException {
        socket.close();
        return new IOException("The meter at " + name + " sent what can't be understood: " + reason + ".");
    }
}
