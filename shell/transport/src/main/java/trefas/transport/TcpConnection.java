package trefas.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;

/// One accepted connection and its machine. The machine never sees a socket and the loop never sees a frame.
final class TcpConnection implements AcceptingPort.Connection {

    /// Most requests fit; whoever sends longer ones gets more room up to the limit.
    private static final int FIRST_READ_OCTETS = 256;

    private static final long NANOSECONDS_PER_MILLISECOND = 1_000_000;

    private final Socket socket;
    private final TcpLimits limits;
    private final OctetMachine machine;
    private volatile boolean isWriting;
    private volatile long writingSinceNanoseconds;
    private volatile boolean isReadingUntimed;
    private volatile long readingSinceNanoseconds;

    TcpConnection(Socket socket, TcpLimits limits, OctetMachine machine) {
        this.socket = socket;
        this.limits = limits;
        this.machine = machine;
    }

    /// Carries octets until the peer hangs up or falls silent, or the machine is over.
    @Override
    public void run() {
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            converse(in, (sent, offset, count) -> write(out, sent, offset, count));
        } catch (IOException | UncheckedIOException lineLost) {
            // The peer hung up, fell silent or does not read. The machine holds no resources: nothing to undo.
        }
    }

    private void converse(InputStream in, OctetSink sink) throws IOException {
        byte[] octets = new byte[Math.min(FIRST_READ_OCTETS, limits.readOctets())];
        int silentMilliseconds = 0;
        int length = 0;
        while (!machine.isOver()) {
            if (length == octets.length) {
                octets = new byte[Math.min(2 * length, limits.readOctets())];
            }
            int patience = machine.patienceMilliseconds();
            if (patience >= limits.idleMilliseconds()) {
                length = readUntimed(in, octets);
                if (length < 0) {
                    return;
                }
                silentMilliseconds = 0;
                machine.receive(octets, 0, length, sink);
                continue;
            }
            int wait = Math.max(1, patience - silentMilliseconds);
            try {
                socket.setSoTimeout(wait);
                length = in.read(octets);
                if (length < 0) {
                    return;
                }
                silentMilliseconds = 0;
                machine.receive(octets, 0, length, sink);
            } catch (SocketTimeoutException silent) {
                silentMilliseconds += wait;
                machine.silent(silentMilliseconds, sink);
                if (silentMilliseconds >= limits.idleMilliseconds()) {
                    return;
                }
            }
        }
    }

    /// Waits without a time limit, which costs one call of the system instead of three. Silence that nobody but
    /// the listener minds is ended from outside, by [#endIfStuck].
    private int readUntimed(InputStream in, byte[] octets) throws IOException {
        readingSinceNanoseconds = System.nanoTime();
        isReadingUntimed = true;
        try {
            socket.setSoTimeout(0);
            return in.read(octets);
        } finally {
            isReadingUntimed = false;
        }
    }

    @Override
    public void end() {
        try {
            socket.close();
        } catch (IOException alreadyLost) {
            // It is closed either way.
        }
    }

    /// Ends the connection if its peer has brought nothing, or has taken nothing of a write, for the idle time.
    void endIfStuck() {
        if ((isWriting && isIdleSince(writingSinceNanoseconds))
                || (isReadingUntimed && isIdleSince(readingSinceNanoseconds))) {
            end();
        }
    }

    private boolean isIdleSince(long nanoseconds) {
        return System.nanoTime() - nanoseconds > limits.idleMilliseconds() * NANOSECONDS_PER_MILLISECOND;
    }

    /// Waits while the peer is slow to read: until then nothing more is read from it either.
    private void write(OutputStream out, byte[] octets, int offset, int length) {
        writingSinceNanoseconds = System.nanoTime();
        isWriting = true;
        try {
            out.write(octets, offset, length);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } finally {
            isWriting = false;
        }
    }
}
