package trefas.transport;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.server.DatagramServer;
import trefas.dlms.wrapper.WrapperHeader;

/// A meter reached over UDP with the wrapper, one PDU in each datagram (IEC 62056-47). What is lost is not
/// repeated.
public final class DatagramLine implements ApduLine {

    private final DatagramSocket socket;
    private final String name;
    private final byte[] octets = new byte[DatagramServer.DATAGRAM_OCTETS_MAX];
    private int clientSap;
    private int serverSap;

    private DatagramLine(DatagramSocket socket, String name) {
        this.socket = socket;
        this.name = name;
    }

    /// Takes a free port of this machine; nothing is sent yet.
    public static DatagramLine open(InetSocketAddress address) throws IOException {
        if (address.isUnresolved()) {
            throw new IOException("There is no host named " + address.getHostString() + ".");
        }
        var socket = new DatagramSocket();
        try {
            socket.connect(address);
            return new DatagramLine(socket, "UDP " + TcpOctetLine.nameOf(address));
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int apduOctetsMax() {
        return DatagramServer.DATAGRAM_OCTETS_MAX - WrapperHeader.OCTETS;
    }

    @Override
    public void connect(int client, int server) {
        clientSap = client;
        serverSap = server;
    }

    @Override
    public void send(byte[] apdu, int offset, int length) throws IOException {
        byte[] datagram = new byte[WrapperHeader.OCTETS + length];
        new WrapperHeader(clientSap, serverSap, length).encode(datagram, 0);
        System.arraycopy(apdu, offset, datagram, WrapperHeader.OCTETS, length);
        try {
            socket.send(new DatagramPacket(datagram, datagram.length));
        } catch (IOException lost) {
            throw new IOException("Nothing can be sent to " + name + ": " + lost.getMessage() + ".", lost);
        }
    }

    @Override
    public byte[] receive(Duration longest) throws IOException {
        var deadline = Deadline.in(longest);
        while (!deadline.isOver()) {
            var packet = new DatagramPacket(octets, octets.length);
            try {
                socket.setSoTimeout(deadline.millisecondsLeft(Integer.MAX_VALUE));
                socket.receive(packet);
            } catch (SocketTimeoutException silent) {
                break;
            } catch (PortUnreachableException nobody) {
                throw new IOException("Nothing listens at " + name + ".", nobody);
            } catch (IOException lost) {
                throw new IOException("The line to " + name + " was lost.", lost);
            }
            int length = packet.getLength();
            if (DatagramServer.isPdu(octets, 0, length)
                    && WrapperHeader.decode(octets, 0, length) instanceof Complete<WrapperHeader>(var header, int used)
                    && header.sourcePort() == serverSap
                    && header.destinationPort() == clientSap) {
                return Arrays.copyOfRange(octets, used, length);
            }
        }
        throw new NoAnswerException(name, longest);
    }

    @Override
    public void close() {
        socket.close();
    }
}
