package trefas.dlms.signon;

import java.nio.charset.StandardCharsets;
import trefas.dlms.ApduServer;
import trefas.dlms.OctetMachine;
import trefas.dlms.hdlc.HdlcServer;
import trefas.dlms.hdlc.HdlcServerSettings;

/// A meter on a local port that goes over to HDLC after a sign-on in mode E (IEC 62056-21). It offers nothing
/// else: an acknowledgement that asks for a data readout, for programming or for a higher baud rate leads back to
/// the beginning.
///
/// ```
/// reader                              meter
///   | /?! --------------------------> |  300 baud, 7E1
///   | <---------------------- /XXXZ\2 |
///   | 06 2 Z 2 ---------------------> |
///   | <--------------------- 06 2 Z 2 |  at Z, 7E1
///   | SNRM -------------------------> |  at Z, 8N1
///   | <--------------------------- UA |
/// ```
public final class ModeEServer implements SerialMachine {

    private enum State {
        WAITING,
        IDENTIFIED,
        HDLC
    }

    /// How long the meter waits for the acknowledgement, and for the next octet of a message.
    public static final int ANSWER_MILLISECONDS = 1_500;

    /// How long the port stays with HDLC while there is no link.
    public static final int RETURN_MILLISECONDS = 5_000;

    static final int ACKNOWLEDGE = 0x06;
    static final char HDLC_PROCEDURE = '2';
    static final char BINARY_MODE = '2';
    static final int ACKNOWLEDGEMENT_OCTETS = 6;

    private static final int REQUEST_OCTETS_MAX = 5 + SignOnIdentity.ADDRESS_OCTETS_MAX;

    private final SignOnIdentity identity;
    private final ApduServer server;
    private final HdlcServer hdlc;
    private final StringBuilder message = new StringBuilder(REQUEST_OCTETS_MAX);
    private State state = State.WAITING;

    public ModeEServer(SignOnIdentity identity, HdlcServerSettings settings, ApduServer server) {
        this.identity = identity;
        this.server = server;
        this.hdlc = new HdlcServer(settings, server);
    }

    @Override
    public LineFormat firstFormat() {
        return LineFormat.SIGN_ON;
    }

    @Override
    public void receive(byte[] octets, int offset, int length, SerialSink sink) {
        int position = offset;
        int end = offset + length;
        while (position < end && state != State.HDLC) {
            take(octets[position++] & 0x7F, sink);
        }
        if (position < end) {
            hdlc.receive(octets, position, end - position, sink);
        }
    }

    @Override
    public int patienceMilliseconds() {
        return switch (state) {
            case WAITING -> message.isEmpty() ? OctetMachine.ENDLESS : ANSWER_MILLISECONDS;
            case IDENTIFIED -> ANSWER_MILLISECONDS;
            case HDLC ->
                hdlc.isConnected()
                        ? hdlc.patienceMilliseconds()
                        : Math.min(hdlc.patienceMilliseconds(), RETURN_MILLISECONDS);
        };
    }

    @Override
    public void silent(int milliseconds, SerialSink sink) {
        if (state == State.HDLC) {
            hdlc.silent(milliseconds, sink);
            if (!hdlc.isConnected() && milliseconds >= RETURN_MILLISECONDS) {
                begin();
                sink.change(LineFormat.SIGN_ON);
            }
        } else if (milliseconds >= ANSWER_MILLISECONDS) {
            begin();
        }
    }

    private void begin() {
        state = State.WAITING;
        message.setLength(0);
    }

    private void take(int octet, SerialSink sink) {
        if (octet == '/') {
            // A request may begin at any time.
            begin();
        } else if (state == State.WAITING && message.isEmpty()) {
            return;
        } else if (state == State.IDENTIFIED && message.isEmpty() && octet != ACKNOWLEDGE) {
            return;
        }
        message.append((char) octet);
        if (octet == '\n') {
            String whole = message.toString();
            message.setLength(0);
            answer(whole, sink);
        } else if (message.length() > REQUEST_OCTETS_MAX) {
            begin();
        }
    }

    private void answer(String whole, SerialSink sink) {
        if (!server.isPowered()) {
            begin();
            return;
        }
        switch (state) {
            case WAITING -> {
                boolean isRequest = whole.startsWith("/?") && whole.endsWith("!\r\n");
                if (isRequest && identity.isMeant(whole.substring(2, whole.length() - 3))) {
                    state = State.IDENTIFIED;
                    sink.pause(identity.reactionMilliseconds());
                    send(identity.message(), sink);
                }
            }
            case IDENTIFIED -> acknowledged(whole, sink);
            case HDLC -> throw new IllegalStateException("HDLC has no lines of text");
        }
    }

    private void acknowledged(String whole, SerialSink sink) {
        begin();
        if (whole.length() != ACKNOWLEDGEMENT_OCTETS
                || whole.charAt(1) != HDLC_PROCEDURE
                || whole.charAt(3) != BINARY_MODE) {
            return;
        }
        var rate = BaudRate.ofCharacter(whole.charAt(2));
        if (rate.isEmpty() || rate.get().compareTo(identity.highest()) > 0) {
            return;
        }
        int bitsPerSecond = rate.get().bitsPerSecond();
        sink.change(new LineFormat(bitsPerSecond, LineFormat.Framing.SEVEN_EVEN));
        sink.pause(identity.reactionMilliseconds());
        send(whole, sink);
        sink.change(new LineFormat(bitsPerSecond, LineFormat.Framing.EIGHT_NONE));
        state = State.HDLC;
    }

    private static void send(String text, SerialSink sink) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        sink.send(octets, 0, octets.length);
    }
}
