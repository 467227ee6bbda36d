package trefas.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import trefas.dlms.OctetSink;
import trefas.dlms.hdlc.HdlcAddress;
import trefas.dlms.hdlc.HdlcClientLink;
import trefas.dlms.hdlc.HdlcEvent;
import trefas.dlms.signon.LineFormat;

/// A meter reached by HDLC, over TCP or on a serial port: the link machine, and the clock that it has not.
public final class HdlcLine implements ApduLine {

    private static final int READ_OCTETS = 2_048;
    private static final long NANOSECONDS_PER_MILLISECOND = 1_000_000;

    /// What has to be done on the line before there can be a link.
    @FunctionalInterface
    private interface Preparation {
        void run() throws IOException;
    }

    private final OctetLine line;
    private final HdlcLineSettings settings;
    private final Preparation preparation;
    private final Queue<byte[]> received = new ArrayDeque<>();
    private final byte[] octets = new byte[READ_OCTETS];
    private Optional<HdlcClientLink> link = Optional.empty();
    private boolean isPrepared;
    private String whyLost = "there was none";
    private long quietSinceNanoseconds;

    HdlcLine(OctetLine line, HdlcLineSettings settings) {
        this(line, settings, () -> {});
    }

    private HdlcLine(OctetLine line, HdlcLineSettings settings, Preparation preparation) {
        this.line = line;
        this.settings = settings;
        this.preparation = preparation;
    }

    /// Opens a serial port. A sign-on, if there is to be one, is made by [#connect].
    ///
    /// @param device as the operating system names it: `/dev/ttyUSB0`, `COM3`
    /// @throws IOException when the port can't be had
    public static HdlcLine onSerialPort(String device, SerialMode mode, HdlcLineSettings settings) throws IOException {
        var format = switch (mode) {
            case SerialMode.Direct(LineFormat direct) -> direct;
            case SerialMode.SignOn _ -> LineFormat.SIGN_ON;
        };
        return onSerialLine(DeviceSerialLine.open(device, format), mode, settings);
    }

    static HdlcLine onSerialLine(SerialLine port, SerialMode mode, HdlcLineSettings settings) {
        return switch (mode) {
            case SerialMode.Direct _ -> new HdlcLine(port, settings);
            case SerialMode.SignOn signOn -> new HdlcLine(port, settings, () -> SignOn.on(port, signOn));
        };
    }

    /// Connects to a terminal server, or to a meter that speaks HDLC on a TCP port.
    ///
    /// @param longest to wait for the connection, at least 1 ms
    /// @throws IOException when there is no connection
    public static HdlcLine overTcp(InetSocketAddress address, Duration longest, HdlcLineSettings settings)
            throws IOException {
        return new HdlcLine(TcpOctetLine.open(address, longest), settings);
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public void connect(int clientSap, int serverSap) throws IOException {
        disconnect(link, settings.link().repeatsMax() + 1);
        received.clear();
        if (isPrepared && tryLink(clientSap, serverSap)) {
            return;
        }
        // The first time, or the meter has gone back to where its sign-on begins.
        isPrepared = false;
        preparation.run();
        isPrepared = true;
        if (!tryLink(clientSap, serverSap)) {
            throw new LinkLostException(name(), whyLost);
        }
    }

    private boolean tryLink(int clientSap, int serverSap) throws IOException {
        var made = new HdlcClientLink(HdlcAddress.ofClient(clientSap), settings.server(serverSap), settings.link());
        link = Optional.of(made);
        doing(() -> made.connect(sink()));
        while (made.isOpen() && !made.isReady()) {
            pass(made, Integer.MAX_VALUE);
        }
        return made.isOpen();
    }

    @Override
    public void send(byte[] apdu, int offset, int length) throws IOException {
        var standing = standing();
        // A request that nobody waited for may still be on its way.
        while (standing.isOpen() && !standing.isReady()) {
            pass(standing, Integer.MAX_VALUE);
        }
        var ready = standing();
        received.clear();
        doing(() -> ready.send(apdu, offset, length, sink()));
    }

    @Override
    public void sendUnconfirmed(byte[] apdu, int offset, int length) throws IOException {
        var standing = standing();
        doing(() -> standing.sendUnconfirmed(apdu, offset, length, sink()));
    }

    @Override
    public byte[] receive(Duration longest) throws IOException {
        var deadline = Deadline.in(longest);
        while (true) {
            byte[] next = received.poll();
            if (next != null) {
                return next;
            }
            var standing = standing();
            if (deadline.isOver()) {
                throw new NoAnswerException(name(), longest);
            }
            // Who waits without having asked wants what comes by itself: a server on HDLC speaks only when it is
            // polled.
            doing(() -> standing.ask(sink()));
            pass(standing, deadline.millisecondsLeft(Integer.MAX_VALUE));
        }
    }

    @Override
    public void close() throws IOException {
        try (line) {
            disconnect(link, 1);
        } catch (IOException lost) {
            // The line is given up either way, and the meter ends the link by itself.
        }
    }

    private HdlcClientLink standing() throws LinkLostException {
        if (link.isEmpty() || !link.get().isOpen()) {
            throw new LinkLostException(name(), whyLost);
        }
        return link.get();
    }

    /// Ends a link and waits for the word that it did, for so many times the response time.
    private void disconnect(Optional<HdlcClientLink> ending, int times) throws IOException {
        if (ending.isEmpty() || !ending.get().isOpen()) {
            return;
        }
        doing(() -> ending.get().disconnect(sink()));
        var deadline =
                Deadline.in(Duration.ofMillis((long) times * settings.link().responseMilliseconds()));
        while (ending.get().isOpen() && !deadline.isOver()) {
            pass(ending.get(), deadline.millisecondsLeft(Integer.MAX_VALUE));
        }
    }

    /// Lets the line bring something, or be silent, once.
    private void pass(HdlcClientLink of, int millisecondsMax) throws IOException {
        long quiet = (System.nanoTime() - quietSinceNanoseconds) / NANOSECONDS_PER_MILLISECOND;
        long patience = Math.max(1, of.patienceMilliseconds() - quiet);
        int length = line.read(octets, (int) Math.min(patience, millisecondsMax));
        if (length > 0) {
            quietSinceNanoseconds = System.nanoTime();
            doing(() -> take(of.receive(octets, 0, length, sink())));
            return;
        }
        int silence = (int) ((System.nanoTime() - quietSinceNanoseconds) / NANOSECONDS_PER_MILLISECOND);
        if (silence >= of.patienceMilliseconds()) {
            doing(() -> take(of.silent(silence, sink())));
        }
    }

    private void take(List<HdlcEvent> events) {
        for (HdlcEvent event : events) {
            switch (event) {
                case HdlcEvent.Answered(var apdu) -> received.add(apdu.toArray());
                case HdlcEvent.Notified(var apdu) -> received.add(apdu.toArray());
                case HdlcEvent.Lost(String reason) -> whyLost = reason;
                case HdlcEvent.Disconnected _ -> whyLost = "it was ended";
                case HdlcEvent.Connected _, HdlcEvent.Quiet _ -> {
                    // The link says so itself.
                }
            }
        }
    }

    private void doing(Runnable deed) throws IOException {
        try {
            deed.run();
        } catch (UncheckedIOException lost) {
            throw lost.getCause();
        }
    }

    private OctetSink sink() {
        return (sent, offset, length) -> {
            try {
                line.write(sent, offset, length);
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
            quietSinceNanoseconds = System.nanoTime();
        };
    }
}
