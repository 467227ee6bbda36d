package trefas.dlms.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import trefas.dlms.explain.Speaker;

/// A TCP connection as the packets it could have had: Ethernet, IPv4 or IPv6, and TCP with running sequence
/// numbers and right checksums. A relay sees octets and no packets, so these are made up; what they carry is not.
public final class TcpPackets {

    /// Octets a packet carries at most; a longer piece becomes several.
    public static final int SEGMENT_OCTETS_MAX = 1_400;

    private static final int ETHERNET_OCTETS = 14;
    private static final int IPV4_HEADER_OCTETS = 20;
    private static final int IPV6_HEADER_OCTETS = 40;
    private static final int TCP_HEADER_OCTETS = 20;
    private static final int TYPE_IPV4 = 0x0800;
    private static final int TYPE_IPV6 = 0x86DD;
    private static final int PROTOCOL_TCP = 6;
    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int PUSH = 0x08;
    private static final int ACK = 0x10;
    private static final int WINDOW = 0xFFFF;
    private static final int HOPS = 64;
    private static final int DO_NOT_FRAGMENT = 0x4000;

    private final Endpoint client;
    private final Endpoint server;
    private int clientSequence = 0x1000_0000;
    private int serverSequence = 0x2000_0000;
    private int identification;

    /// Both ends have addresses of the same kind.
    ///
    /// @param client who connects
    public TcpPackets(Endpoint client, Endpoint server) {
        if (client.isIpv6() != server.isIpv6()) {
            throw new IllegalArgumentException("addresses of two kinds: " + client + ", " + server);
        }
        this.client = client;
        this.server = server;
    }

    /// The three packets that open the connection.
    public List<byte[]> opening() {
        byte[] syn = packet(Speaker.CLIENT, SYN, new byte[0], 0, 0);
        clientSequence++;
        byte[] synAck = packet(Speaker.SERVER, SYN | ACK, new byte[0], 0, 0);
        serverSequence++;
        return List.of(syn, synAck, packet(Speaker.CLIENT, ACK, new byte[0], 0, 0));
    }

    /// The packets that carry some octets.
    public List<byte[]> data(Speaker from, byte[] octets, int offset, int length) {
        var packets = new ArrayList<byte[]>();
        for (int done = 0; done < length; done += SEGMENT_OCTETS_MAX) {
            int count = Math.min(SEGMENT_OCTETS_MAX, length - done);
            packets.add(packet(from, PUSH | ACK, octets, offset + done, count));
            advance(from, count);
        }
        return packets;
    }

    /// The packets that close the connection.
    public List<byte[]> closing(Speaker first) {
        Speaker second = first == Speaker.CLIENT ? Speaker.SERVER : Speaker.CLIENT;
        byte[] fin = packet(first, FIN | ACK, new byte[0], 0, 0);
        advance(first, 1);
        byte[] answer = packet(second, FIN | ACK, new byte[0], 0, 0);
        advance(second, 1);
        return List.of(fin, answer, packet(first, ACK, new byte[0], 0, 0));
    }

    private void advance(Speaker from, int count) {
        if (from == Speaker.CLIENT) {
            clientSequence += count;
        } else {
            serverSequence += count;
        }
    }

    private byte[] packet(Speaker from, int flags, byte[] octets, int offset, int count) {
        boolean isClient = from == Speaker.CLIENT;
        Endpoint sender = isClient ? client : server;
        Endpoint receiver = isClient ? server : client;
        int headerOctets = sender.isIpv6() ? IPV6_HEADER_OCTETS : IPV4_HEADER_OCTETS;
        int tcpOctets = TCP_HEADER_OCTETS + count;
        var packet = ByteBuffer.allocate(ETHERNET_OCTETS + headerOctets + tcpOctets);
        putEthernet(isClient, sender.isIpv6() ? TYPE_IPV6 : TYPE_IPV4, packet);
        if (sender.isIpv6()) {
            putIpv6(sender, receiver, tcpOctets, packet);
        } else {
            putIpv4(sender, receiver, tcpOctets, packet);
        }
        int tcpAt = packet.position();
        packet.putShort((short) sender.port())
                .putShort((short) receiver.port())
                .putInt(isClient ? clientSequence : serverSequence)
                .putInt((flags & ACK) == 0 ? 0 : isClient ? serverSequence : clientSequence)
                .put((byte) ((TCP_HEADER_OCTETS / 4) << 4))
                .put((byte) flags)
                .putShort((short) WINDOW)
                .putInt(0)
                .put(octets, offset, count);
        int pseudo = sum(sender.address().toArray(), 0, sender.address().length())
                + sum(receiver.address().toArray(), 0, receiver.address().length())
                + PROTOCOL_TCP
                + tcpOctets;
        packet.putShort(tcpAt + 16, (short) folded(pseudo + sum(packet.array(), tcpAt, tcpOctets)));
        return packet.array();
    }

    /// Addresses nobody owns: locally administered, 1 the client, 2 the server.
    private static void putEthernet(boolean isFromClient, int type, ByteBuffer packet) {
        packet.put(new byte[] {2, 0, 0, 0, 0, (byte) (isFromClient ? 2 : 1)})
                .put(new byte[] {2, 0, 0, 0, 0, (byte) (isFromClient ? 1 : 2)})
                .putShort((short) type);
    }

    private void putIpv4(Endpoint sender, Endpoint receiver, int payloadOctets, ByteBuffer packet) {
        int at = packet.position();
        packet.put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (IPV4_HEADER_OCTETS + payloadOctets))
                .putShort((short) identification++)
                .putShort((short) DO_NOT_FRAGMENT)
                .put((byte) HOPS)
                .put((byte) PROTOCOL_TCP)
                .putShort((short) 0)
                .put(sender.address().toArray())
                .put(receiver.address().toArray());
        byte[] header = new byte[IPV4_HEADER_OCTETS];
        packet.get(at, header);
        packet.putShort(at + 10, (short) folded(sum(header, 0, header.length)));
    }

    private static void putIpv6(Endpoint sender, Endpoint receiver, int payloadOctets, ByteBuffer packet) {
        packet.putInt(0x6000_0000)
                .putShort((short) payloadOctets)
                .put((byte) PROTOCOL_TCP)
                .put((byte) HOPS)
                .put(sender.address().toArray())
                .put(receiver.address().toArray());
    }

    /// The sum of 16-bit words that internet checksums are made of (RFC 1071).
    static int sum(byte[] octets, int offset, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int octet = Byte.toUnsignedInt(octets[offset + i]);
            sum += i % 2 == 0 ? octet << 8 : octet;
        }
        return sum;
    }

    static int folded(int sum) {
        int folded = sum;
        while (folded > 0xFFFF) {
            folded = (folded & 0xFFFF) + (folded >>> 16);
        }
        return ~folded & 0xFFFF;
    }
}
