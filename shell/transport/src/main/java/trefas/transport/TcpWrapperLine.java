package trefas.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import trefas.dlms.wrapper.WrapperHeader;
import trefas.dlms.wrapper.WrapperReassembly;

/// A meter reached over TCP with the wrapper (IEC 62056-47).
public final class TcpWrapperLine implements ApduLine {

    private static final int READ_OCTETS = 4_096;

    private final OctetLine line;
    private final WrapperReassembly reassembly = new WrapperReassembly(WrapperHeader.LENGTH_MAX);
    private final Queue<byte[]> received = new ArrayDeque<>();
    private final byte[] octets = new byte[READ_OCTETS];
    private byte[] sent = new byte[0];
    private int clientSap;
    private int serverSap;

    TcpWrapperLine(OctetLine line) {
        this.line = line;
    }

    /// Connects.
    ///
    /// @param longest to wait for the connection, at least 1 ms
    /// @throws IOException when there is no connection
    public static TcpWrapperLine open(InetSocketAddress address, Duration longest) throws IOException {
        return new TcpWrapperLine(TcpOctetLine.open(address, longest));
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public void connect(int client, int server) {
        clientSap = client;
        serverSap = server;
        received.clear();
    }

    @Override
    public void send(byte[] apdu, int offset, int length) throws IOException {
        int needed = WrapperHeader.OCTETS + length;
        if (sent.length < needed) {
            sent = new byte[needed];
        }
        new WrapperHeader(clientSap, serverSap, length).encode(sent, 0);
        System.arraycopy(apdu, offset, sent, WrapperHeader.OCTETS, length);
        line.write(sent, 0, needed);
    }

    @Override
    public byte[] receive(Duration longest) throws IOException {
        var deadline = Deadline.in(longest);
        while (true) {
            byte[] next = received.poll();
            if (next != null) {
                return next;
            }
            if (deadline.isOver()) {
                throw new NoAnswerException(name(), longest);
            }
            int length = line.read(octets, deadline.millisecondsLeft(Integer.MAX_VALUE));
            reassembly.receive(octets, 0, length, this::take);
            if (reassembly.isBroken() && received.isEmpty()) {
                close();
                throw new IOException(
                        "The meter at " + name() + " sent what can't be understood: " + reassembly.fault() + ".");
            }
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }

    private void take(WrapperHeader header, byte[] pdu, int offset) {
        if (header.sourcePort() == serverSap && header.destinationPort() == clientSap) {
            received.add(Arrays.copyOfRange(pdu, offset, offset + header.length()));
        }
    }
}
