package trefas.benchmarks.dlms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.dlms.client.ClientAssociation;
import trefas.dlms.client.ClientEvent;
import trefas.dlms.client.WrapperClient;

/// Our client on a plain blocking socket; counts the octets of what it did last. Whatever goes wrong ends the
/// benchmark.
final class ReadingClient implements AutoCloseable {

    private static final int TIMEOUT_MILLISECONDS = 20_000;
    private static final int READ_OCTETS = 70_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] received = new byte[READ_OCTETS];
    private WrapperClient client;
    private int sentOctets;
    private int receivedOctets;

    ReadingClient(int port, ClientAssociation association) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLISECONDS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        client = new WrapperClient(association);
    }

    /// Goes on with another association on the same connection.
    void take(ClientAssociation association) {
        client = new WrapperClient(association);
    }

    void open() throws IOException {
        begin();
        refuse(client.open(this::send));
        ClientEvent event = await();
        if (!(event instanceof ClientEvent.Opened)) {
            throw new IOException("not opened: " + event);
        }
    }

    CosemData read(AttributeDescriptor attribute, Optional<AccessSelection> selection) throws IOException {
        begin();
        refuse(client.get(attribute, selection, this::send));
        return switch (await()) {
            case ClientEvent.Value(CosemData data) -> data;
            case ClientEvent other -> throw new IOException("no value: " + other);
        };
    }

    /// Releases; what the answer says is not looked at, since some peers say it wrongly.
    void release() throws IOException {
        begin();
        refuse(client.release(this::send));
        await();
    }

    /// Octets of the last request, or of all requests it took.
    int sentOctets() {
        return sentOctets;
    }

    int receivedOctets() {
        return receivedOctets;
    }

    private void begin() {
        sentOctets = 0;
        receivedOctets = 0;
    }

    private static void refuse(Optional<String> fault) throws IOException {
        if (fault.isPresent()) {
            throw new IOException(fault.get());
        }
    }

    private void send(byte[] octets, int offset, int length) {
        try {
            out.write(octets, offset, length);
            sentOctets += length;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private ClientEvent await() throws IOException {
        while (true) {
            int length = in.read(received);
            if (length < 0) {
                throw new IOException("the server has closed the connection");
            }
            receivedOctets += length;
            List<ClientEvent> events = client.receive(received, 0, length, this::send);
            for (ClientEvent event : events) {
                if (!(event instanceof ClientEvent.BlockReceived)) {
                    return event;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
