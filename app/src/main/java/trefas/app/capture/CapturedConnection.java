package trefas.app.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.capture.Endpoint;
import trefas.dlms.capture.TcpPackets;
import trefas.dlms.explain.Speaker;

/// One connection on its way into a capture file and, if there are keys, deciphered into a second one.
final class CapturedConnection {

    private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;

    private final CaptureWriter file;
    private final TcpPackets packets;
    private final InstantSource clock;
    private final Optional<DecipheredTwin> twin;

    CapturedConnection(
            CaptureWriter file, Endpoint client, Endpoint server, InstantSource clock, Optional<DecipheredTwin> twin) {
        this.file = file;
        this.packets = new TcpPackets(client, server);
        this.clock = clock;
        this.twin = twin;
    }

    /// The two ends of a relayed connection, with addresses of one kind.
    static Endpoint end(InetSocketAddress address, boolean asIpv6) {
        byte[] octets = address.getAddress().getAddress();
        if (asIpv6 && octets.length == Endpoint.IPV4_OCTETS) {
            byte[] mapped = new byte[Endpoint.IPV6_OCTETS];
            mapped[10] = (byte) 0xFF;
            mapped[11] = (byte) 0xFF;
            System.arraycopy(octets, 0, mapped, 12, octets.length);
            octets = mapped;
        }
        return new Endpoint(Octets.of(octets), address.getPort());
    }

    static boolean isIpv6(Socket one, Socket other) {
        return isIpv6(one.getInetAddress()) || isIpv6(other.getInetAddress());
    }

    private static boolean isIpv6(InetAddress address) {
        return address.getAddress().length == Endpoint.IPV6_OCTETS;
    }

    synchronized void opened() throws IOException {
        long now = now();
        file.write(now, packets.opening());
        if (twin.isPresent()) {
            twin.get().opened(now);
        }
    }

    synchronized void said(Speaker speaker, byte[] octets, int length) throws IOException {
        long now = now();
        file.write(now, packets.data(speaker, octets, 0, length));
        if (twin.isPresent()) {
            twin.get().said(now, speaker, octets, length);
        }
    }

    /// Only the first end that closes is told.
    synchronized void closed(Speaker first) {
        long now = now();
        try {
            file.write(now, packets.closing(first));
            if (twin.isPresent()) {
                twin.get().closed(now, first);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private long now() {
        Instant now = clock.instant();
        return (now.getEpochSecond() * NANOSECONDS_PER_SECOND) + now.getNano();
    }
}
