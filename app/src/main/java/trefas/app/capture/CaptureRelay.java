package trefas.app.capture;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import trefas.dlms.explain.Speaker;
import trefas.dlms.explain.Unsealer;

/// Stands between clients and a meter, hands everything on, and writes what both say into a capture file. Two
/// virtual threads for each connection carry octets and nothing else.
public final class CaptureRelay implements Closeable {

    private static final int READ_OCTETS = 4_096;
    private static final int CONNECT_MILLISECONDS = 5_000;
    private static final int BACKLOG = 16;

    /// What bounds a capture.
    ///
    /// @param octetsMax size the file may reach, and its deciphered twin too
    /// @param connectionsMax open at the same time; one more is closed at once
    public record Limits(long octetsMax, int connectionsMax) {

        /// 100 MB, 32 connections.
        public static final Limits DEFAULT = new Limits(100L * 1_000_000, 32);
    }

    private final ServerSocket listener;
    private final InetSocketAddress meter;
    private final CaptureWriter file;
    private final Optional<CaptureWriter> plainFile;
    private final Unsealer unsealer;
    private final InstantSource clock;
    private final Semaphore free;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<String> whyOver = new AtomicReference<>("");

    private CaptureRelay(
            ServerSocket listener,
            InetSocketAddress meter,
            CaptureWriter file,
            Optional<CaptureWriter> plainFile,
            Unsealer unsealer,
            InstantSource clock,
            Limits limits) {
        this.listener = listener;
        this.meter = meter;
        this.file = file;
        this.plainFile = plainFile;
        this.unsealer = unsealer;
        this.clock = clock;
        this.free = new Semaphore(limits.connectionsMax());
    }

    /// Listens from now on.
    ///
    /// @param plain where to write the deciphered twin
    /// @throws IOException when the port can't be had or a file can't be written
    public static CaptureRelay open(
            InetSocketAddress listenAt,
            InetSocketAddress meter,
            Path file,
            Optional<Path> plain,
            Unsealer unsealer,
            InstantSource clock,
            Limits limits)
            throws IOException {
        var listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(listenAt, BACKLOG);
        } catch (IOException taken) {
            listener.close();
            throw new PortTakenException(
                    "TCP port " + listenAt.getPort() + " can't be listened on: it is taken or not allowed");
        }
        try {
            var writer = CaptureWriter.open(file, limits.octetsMax());
            Optional<CaptureWriter> plainWriter = plain.isPresent()
                    ? Optional.of(CaptureWriter.open(plain.get(), limits.octetsMax()))
                    : Optional.empty();
            var relay = new CaptureRelay(listener, meter, writer, plainWriter, unsealer, clock, limits);
            Thread.ofVirtual().name("capture-accept").start(relay::accept);
            return relay;
        } catch (IOException unwritable) {
            listener.close();
            throw unwritable;
        }
    }

    /// The port that is listened on, also when any was asked for.
    public int port() {
        return listener.getLocalPort();
    }

    /// How many connections there have been.
    public int connectionCount() {
        return connections.get();
    }

    /// Waits until the file is full or somebody closes the relay.
    ///
    /// @return why it ended, or empty when the time is over
    public String await(long milliseconds) throws InterruptedException {
        return over.await(milliseconds, TimeUnit.MILLISECONDS) ? whyOver.get() : "";
    }

    /// Ends all connections and the files.
    @Override
    public void close() throws IOException {
        end("closed");
        file.close();
        if (plainFile.isPresent()) {
            plainFile.get().close();
        }
    }

    private void end(String why) {
        whyOver.compareAndSet("", why);
        over.countDown();
        closeQuietly(listener);
        open.forEach(CaptureRelay::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (free.tryAcquire()) {
                    Thread.ofVirtual().name("capture-client").start(() -> relay(client));
                } else {
                    client.close();
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void relay(Socket client) {
        connections.incrementAndGet();
        try (client;
                var server = new Socket()) {
            open.add(client);
            open.add(server);
            server.connect(meter, CONNECT_MILLISECONDS);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var captured = captured(client, server);
            captured.opened();
            var answers = Thread.ofVirtual()
                    .name("capture-server")
                    .start(() -> carry(Speaker.SERVER, server, client, captured));
            carry(Speaker.CLIENT, client, server, captured);
            answers.join();
            captured.closed(Speaker.CLIENT);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException unwritable) {
            end("the file can't be written: " + unwritable.getMessage());
        } catch (IOException lost) {
            // The meter is not there or a line was lost: the client sees its connection closed.
        } finally {
            open.remove(client);
            free.release();
        }
    }

    private CapturedConnection captured(Socket client, Socket server) {
        boolean asIpv6 = CapturedConnection.isIpv6(client, server);
        var clientEnd = CapturedConnection.end((InetSocketAddress) client.getRemoteSocketAddress(), asIpv6);
        var meterEnd = CapturedConnection.end((InetSocketAddress) server.getRemoteSocketAddress(), asIpv6);
        return new CapturedConnection(
                file,
                clientEnd,
                meterEnd,
                clock,
                plainFile.map(plain -> new DecipheredTwin(plain, clientEnd, meterEnd, unsealer)));
    }

    /// Carries octets one way until that end closes, and then tells the other end so.
    private void carry(Speaker from, Socket source, Socket target, CapturedConnection captured) {
        byte[] octets = new byte[READ_OCTETS];
        try {
            int length;
            while ((length = source.getInputStream().read(octets)) >= 0) {
                captured.said(from, octets, length);
                target.getOutputStream().write(octets, 0, length);
                if (file.isFull()) {
                    end("the file has reached its largest size");
                    return;
                }
            }
        } catch (IOException lost) {
            // Either end is gone; the other one is told below.
        }
        try {
            target.shutdownOutput();
        } catch (IOException alreadyClosed) {
            // Nothing more to say to it.
        }
    }

    private static void closeQuietly(Closeable line) {
        try {
            line.close();
        } catch (IOException alreadyLost) {
            // It is closed either way.
        }
    }
}
