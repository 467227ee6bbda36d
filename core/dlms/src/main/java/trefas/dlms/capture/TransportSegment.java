package trefas.dlms.capture;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.capture.CaptureFile.Packet;

/// What one packet carries for TCP or UDP.
///
/// @param sequence of the first octet, 0 with UDP
/// @param opens true for the first packet of an end (SYN); its sequence number counts one
/// @param isAnswer true with ACK: a SYN without it comes from who connects
record TransportSegment(
        long epochNanoseconds,
        Endpoint from,
        Endpoint to,
        boolean isTcp,
        int sequence,
        boolean opens,
        boolean isAnswer,
        Octets payload) {

    private static final int LINK_NULL = 0;
    private static final int LINK_ETHERNET = 1;
    private static final int LINK_RAW = 101;
    private static final int LINK_RAW_BSD = 12;
    private static final int LINK_LINUX_SLL = 113;
    private static final int LINK_IPV4 = 228;
    private static final int LINK_IPV6 = 229;
    private static final int LINK_LINUX_SLL2 = 276;
    private static final int TYPE_IPV4 = 0x0800;
    private static final int TYPE_IPV6 = 0x86DD;
    private static final int TYPE_VLAN = 0x8100;
    private static final int TCP = 6;
    private static final int UDP = 17;

    /// Empty for packets of anything else, for fragments, and for packets that are cut.
    static Optional<TransportSegment> of(Packet packet) {
        Octets octets = packet.octets();
        int ip = switch (packet.linkType()) {
            case LINK_NULL -> 4;
            case LINK_ETHERNET -> afterEthernet(octets);
            case LINK_RAW, LINK_RAW_BSD, LINK_IPV4, LINK_IPV6 -> 0;
            case LINK_LINUX_SLL -> 16;
            case LINK_LINUX_SLL2 -> 20;
            default -> -1;
        };
        if (ip < 0 || octets.length() < ip + 20) {
            return Optional.empty();
        }
        return switch (octets.octet(ip) >>> 4) {
            case 4 -> ipv4(packet, ip);
            case 6 -> ipv6(packet, ip);
            default -> Optional.empty();
        };
    }

    private static int afterEthernet(Octets octets) {
        int at = 12;
        while (octets.length() >= at + 2) {
            int type = word(octets, at);
            if (type == TYPE_VLAN) {
                at += 4;
            } else {
                return type == TYPE_IPV4 || type == TYPE_IPV6 ? at + 2 : -1;
            }
        }
        return -1;
    }

    private static Optional<TransportSegment> ipv4(Packet packet, int at) {
        Octets octets = packet.octets();
        int header = (octets.octet(at) & 0x0F) * 4;
        int total = word(octets, at + 2);
        boolean isFragment = (word(octets, at + 6) & 0x3FFF) != 0;
        // A total of 0 is what offloading leaves: then the packet ends where it ends.
        int end = total == 0 ? octets.length() : Math.min(octets.length(), at + total);
        if (header < 20 || isFragment || at + header > end) {
            return Optional.empty();
        }
        return transport(
                packet,
                octets.octet(at + 9),
                at + header,
                end,
                part(octets, at + 12, Endpoint.IPV4_OCTETS),
                part(octets, at + 16, Endpoint.IPV4_OCTETS));
    }

    private static Optional<TransportSegment> ipv6(Packet packet, int at) {
        Octets octets = packet.octets();
        if (octets.length() < at + 40) {
            return Optional.empty();
        }
        int length = word(octets, at + 4);
        int end = length == 0 ? octets.length() : Math.min(octets.length(), at + 40 + length);
        return transport(
                packet,
                octets.octet(at + 6),
                at + 40,
                end,
                part(octets, at + 8, Endpoint.IPV6_OCTETS),
                part(octets, at + 24, Endpoint.IPV6_OCTETS));
    }

    private static Optional<TransportSegment> transport(
            Packet packet, int protocol, int at, int end, Octets from, Octets to) {
        Octets octets = packet.octets();
        int headerMin = protocol == TCP ? 20 : 8;
        if ((protocol != TCP && protocol != UDP) || end - at < headerMin) {
            return Optional.empty();
        }
        boolean isTcp = protocol == TCP;
        int header = isTcp ? (octets.octet(at + 12) >>> 4) * 4 : 8;
        if (header < headerMin || header > end - at) {
            return Optional.empty();
        }
        int flags = isTcp ? octets.octet(at + 13) : 0;
        return Optional.of(new TransportSegment(
                packet.epochNanoseconds(),
                new Endpoint(from, word(octets, at)),
                new Endpoint(to, word(octets, at + 2)),
                isTcp,
                isTcp ? (word(octets, at + 4) << 16) | word(octets, at + 6) : 0,
                (flags & 0x02) != 0,
                (flags & 0x10) != 0,
                part(octets, at + header, end - at - header)));
    }

    private static int word(Octets octets, int at) {
        return (octets.octet(at) << 8) | octets.octet(at + 1);
    }

    private static Octets part(Octets octets, int offset, int count) {
        byte[] part = new byte[count];
        for (int i = 0; i < count; i++) {
            part[i] = (byte) octets.octet(offset + i);
        }
        return Octets.of(part);
    }
}
