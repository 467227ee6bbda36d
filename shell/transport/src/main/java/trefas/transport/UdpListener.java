package trefas.transport;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import trefas.dlms.OctetMachine;
import trefas.dlms.server.DatagramServer;

/// An UDP port that answers: one thread, and one protocol machine for each peer that sent something well formed.
/// Each datagram goes to its peer's machine whole.
public final class UdpListener implements Closeable {

    private static final long NANOSECONDS_PER_MILLISECOND = 1_000_000;

    /// How many times within the idle time idle peers are looked for.
    private static final int CHECKS_PER_IDLE_TIME = 4;

    /// A peer and when it was last heard.
    private static final class Peer {
        private final OctetMachine machine;
        private long heardNanoseconds;

        Peer(OctetMachine machine) {
            this.machine = machine;
        }

        int silentMilliseconds(long now) {
            return Math.toIntExact((now - heardNanoseconds) / NANOSECONDS_PER_MILLISECOND);
        }
    }

    private final DatagramSocket socket;
    private final UdpLimits limits;
    private final Supplier<? extends OctetMachine> machines;
    private final Map<SocketAddress, Peer> peers = new HashMap<>();
    private final Thread thread;
    private long lookedNanoseconds = System.nanoTime();

    private UdpListener(DatagramSocket socket, UdpLimits limits, Supplier<? extends OctetMachine> machines) {
        this.socket = socket;
        this.limits = limits;
        this.machines = machines;
        this.thread = Thread.ofVirtual().name("udp").unstarted(this::serve);
    }

    /// Listens from now on.
    ///
    /// @param address port 0 picks a free one, see [#port]
    /// @param machines makes the machine of each peer
    /// @throws IOException when the port can't be had; the message is one sentence that names it
    public static UdpListener open(
            InetSocketAddress address, UdpLimits limits, Supplier<? extends OctetMachine> machines) throws IOException {
        DatagramSocket socket;
        try {
            socket = new DatagramSocket(address);
        } catch (BindException taken) {
            throw new IOException(
                    "UDP port " + address.getPort() + " on " + address.getHostString()
                            + " can't be listened on: it is taken or not allowed",
                    taken);
        }
        var listener = new UdpListener(socket, limits, machines);
        listener.thread.start();
        return listener;
    }

    /// The port that is listened on, also when any was asked for.
    public int port() {
        return socket.getLocalPort();
    }

    /// Listens no more, and waits until the last answer has gone.
    @Override
    public void close() {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        // One octet more than is taken tells a datagram that is too long.
        byte[] octets = new byte[limits.datagramOctetsMax() + 1];
        int checkMilliseconds = Math.max(1, limits.idleMilliseconds() / CHECKS_PER_IDLE_TIME);
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(octets, octets.length);
            try {
                socket.setSoTimeout(checkMilliseconds);
                socket.receive(packet);
                answer(packet);
            } catch (SocketTimeoutException silent) {
                // Time to look for idle peers.
            } catch (IOException lost) {
                // Closed, or a word of the network that a peer has gone: the others are still there.
            }
            if (System.nanoTime() - lookedNanoseconds > checkMilliseconds * NANOSECONDS_PER_MILLISECOND) {
                forgetIdle();
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        if (!DatagramServer.isPdu(packet.getData(), 0, packet.getLength())) {
            return;
        }
        var address = packet.getSocketAddress();
        Peer peer = peers.get(address);
        if (peer == null || peer.machine.isOver()) {
            if (peer == null && peers.size() >= limits.peersMax()) {
                return;
            }
            peer = new Peer(machines.get());
            peers.put(address, peer);
        }
        peer.heardNanoseconds = System.nanoTime();
        var failures = new IOException[1];
        try {
            peer.machine.receive(packet.getData(), 0, packet.getLength(), (sent, offset, length) -> {
                try {
                    socket.send(new DatagramPacket(sent, offset, length, address));
                } catch (IOException lost) {
                    failures[0] = lost;
                }
            });
        } catch (UncheckedIOException memoryFailed) {
            // No answer leaves, and what was agreed with this peer is over; as a TCP connection is then.
            peers.remove(address);
        }
        if (failures[0] != null) {
            throw failures[0];
        }
    }

    private void forgetIdle() {
        long now = System.nanoTime();
        lookedNanoseconds = now;
        peers.values().removeIf(peer -> {
            int silent = peer.silentMilliseconds(now);
            if (silent >= peer.machine.patienceMilliseconds()) {
                peer.machine.silent(silent, (_, _, _) -> {});
            }
            return silent >= limits.idleMilliseconds() || peer.machine.isOver();
        });
    }
}
