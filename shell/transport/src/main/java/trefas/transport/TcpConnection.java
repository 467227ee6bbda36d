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

    /// After so long without octets a virtual thread leaves the connection to the [SocketWatch]. Its stack is half of
    /// what a silent connection costs. Threads of the system are few and stay: to read with a time limit is dearer.
    private static final int LINGER_MILLISECONDS = 200;

    private static final int NOTHING_YET = Integer.MIN_VALUE;

    private static final long NANOSECONDS_PER_MILLISECOND = 1_000_000;

    private final Socket socket;
    private final TcpLimits limits;
    private final OctetMachine machine;
    private volatile boolean isWriting;
    private volatile long writingSinceNanoseconds;
    private volatile boolean isReadingUntimed;
    private volatile long readingSinceNanoseconds;
    /// Goes on with the connection while it waits without a thread.
    private volatile Runnable wakeUp = TcpConnection::nobodyWaits;

    TcpConnection(Socket socket, TcpLimits limits, OctetMachine machine) {
        this.socket = socket;
        this.limits = limits;
        this.machine = machine;
    }

    /// Carries octets until the peer hangs up or falls silent, or the machine is over.
    @Override
    public boolean serve() {
        wakeUp = TcpConnection::nobodyWaits;
        boolean isSilent = false;
        try {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            isSilent = converse(socket.getInputStream(), (sent, offset, count) -> write(out, sent, offset, count));
        } catch (IOException | UncheckedIOException lineLost) {
            // The peer hung up, fell silent or does not read. The machine holds no resources: nothing to undo.
        } finally {
            if (!isSilent) {
                end();
            }
        }
        return isSilent;
    }

    private static void nobodyWaits() {
        // Its thread finds out by itself.
    }

    @Override
    public void await(Runnable resume) {
        Runnable goOn = SocketWatch.await(socket.getChannel(), resume);
        wakeUp = goOn;
        if (socket.isClosed()) {
            // Ended before there was anything to wake up.
            goOn.run();
        }
    }

    /// Takes and gives octets.
    ///
    /// @return whether nothing comes any more for now
    private boolean converse(InputStream in, OctetSink sink) throws IOException {
        int linger = Thread.currentThread().isVirtual() ? LINGER_MILLISECONDS : 0;
        byte[] octets = new byte[Math.min(FIRST_READ_OCTETS, limits.readOctets())];
        int silentMilliseconds = 0;
        int length = 0;
        while (!machine.isOver()) {
            if (length == octets.length) {
                octets = new byte[Math.min(2 * length, limits.readOctets())];
            }
            int patience = machine.patienceMilliseconds();
            if (patience >= limits.idleMilliseconds()) {
                length = readUntimed(in, octets, linger);
                if (length < 0) {
                    return length == NOTHING_YET;
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
                    return false;
                }
                silentMilliseconds = 0;
                machine.receive(octets, 0, length, sink);
            } catch (SocketTimeoutException silent) {
                silentMilliseconds += wait;
                machine.silent(silentMilliseconds, sink);
                if (silentMilliseconds >= limits.idleMilliseconds()) {
                    return false;
                }
            }
        }
        return false;
    }

    /// Waits without a time limit, which costs one call of the system instead of three. Silence that nobody but
    /// the listener minds is ended from outside, by [#endIfStuck], also when the thread has left.
    ///
    /// @param linger ms until the thread may go, 0 when it stays
    /// @return how many octets, negative at the end of the line, or [#NOTHING_YET]
    private int readUntimed(InputStream in, byte[] octets, int linger) throws IOException {
        readingSinceNanoseconds = System.nanoTime();
        isReadingUntimed = true;
        int length = NOTHING_YET;
        try {
            socket.setSoTimeout(linger);
            length = in.read(octets);
        } catch (SocketTimeoutException silent) {
            return NOTHING_YET;
        } finally {
            isReadingUntimed = length == NOTHING_YET;
        }
        return length;
    }

    @Override
    public void end() {
        try {
            socket.close();
        } catch (IOException alreadyLost) {
            // It is closed either way.
        }
        wakeUp.run();
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
