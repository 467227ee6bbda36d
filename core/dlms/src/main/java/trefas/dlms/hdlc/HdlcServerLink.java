package trefas.dlms.hdlc;

import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;
import trefas.dlms.OctetSink;
import trefas.dlms.hdlc.FrameRejection.Cause;

/// The server's side of one data link: one client, one logical device (IEC 62056-46, unbalanced, normal response
/// mode). It speaks only when it is polled.
///
/// | received (P=1) | disconnected (NDM) | connected (NRM)                      | rejecting  |
/// |----------------|--------------------|--------------------------------------|------------|
/// | SNRM           | UA, connected      | UA, begun anew                       | UA, anew   |
/// | DISC           | DM                 | UA, disconnected                     | UA         |
/// | I in sequence  | DM                 | the answer, or RR                    | FRMR       |
/// | I repeated     | DM                 | what may not have arrived, or RR     | FRMR       |
/// | I otherwise    | DM                 | RR with the number that is expected  | FRMR       |
/// | RR             | DM                 | what may not have arrived, or RR     | FRMR       |
/// | RNR            | DM                 | RR                                   | FRMR       |
/// | undefined      | nothing            | FRMR, rejecting                      | FRMR       |
///
/// Without the poll bit the same is done, save that nothing is sent and that SNRM and DISC are passed over.
final class HdlcServerLink {

    private enum State {
        DISCONNECTED,
        CONNECTED,
        REJECTING
    }

    /// A request up to so many times the agreed size is still put together, to be told that it is too long.
    private static final int TOLERANCE = 2;

    private static final int APDU_OCTETS_MAX = 0xFFFF;
    private static final byte[] NOTHING = {};
    private static final HdlcControl UA = new HdlcControl.UnnumberedAcknowledge(true);
    private static final HdlcControl DM = new HdlcControl.DisconnectedMode(true);
    private static final HdlcControl FRMR = new HdlcControl.FrameReject(true);

    private final int clientSap;
    private final int serverSap;
    private final ApduServer server;
    private final HdlcParameters own;
    private final FrameWriter writer;
    private final SegmentBuffer request;
    private final ApduBuffer answer = new ApduBuffer(Llc.OCTETS);
    private final SendWindow sending = new SendWindow();
    private State state = State.DISCONNECTED;
    private HdlcParameters agreed = HdlcParameters.DEFAULT;
    private int expected;
    private boolean isClientBusy;

    /// True while the last answer may be followed by another one that nobody asks for.
    private boolean mayHaveMore;

    private Octets rejection = Octets.of(new byte[0]);

    HdlcServerLink(int clientSap, int serverSap, ApduServer server, HdlcParameters own, FrameWriter writer) {
        this.clientSap = clientSap;
        this.serverSap = serverSap;
        this.server = server;
        this.own = own;
        this.writer = writer;
        this.request = new SegmentBuffer(Math.min(APDU_OCTETS_MAX, TOLERANCE * server.apduOctetsMax()) + Llc.OCTETS);
    }

    boolean isBetween(int client, int logicalDevice) {
        return client == clientSap && logicalDevice == serverSap;
    }

    boolean isConnected() {
        return state != State.DISCONNECTED;
    }

    /// Longest information this end may send.
    int transmitOctetsMax() {
        return isConnected() ? agreed.transmitOctetsMax() : own.transmitOctetsMax();
    }

    /// Ends the link without a word.
    void drop() {
        state = State.DISCONNECTED;
        request.reset();
        sending.abandon();
        mayHaveMore = false;
        server.abort(clientSap, serverSap);
    }

    /// Takes any frame but UI.
    void receive(HdlcHeader header, byte[] octets, int offset, OctetSink sink) {
        switch (header.control()) {
            case HdlcControl.SetNormalResponseMode(boolean isPoll) -> {
                if (isPoll) {
                    connect(header, octets, offset, sink);
                }
            }
            case HdlcControl.Disconnect(boolean isPoll) -> {
                if (isPoll) {
                    disconnect(header, sink);
                }
            }
            case HdlcControl.Information information -> {
                if (isOpenFor(header, sink)) {
                    information(information, header, octets, offset, sink);
                }
            }
            case HdlcControl.ReceiveReady(int number, boolean _) -> {
                if (isOpenFor(header, sink)) {
                    isClientBusy = false;
                    supervise(number, header, sink);
                }
            }
            case HdlcControl.ReceiveNotReady(int number, boolean _) -> {
                if (isOpenFor(header, sink)) {
                    isClientBusy = true;
                    supervise(number, header, sink);
                }
            }
            case HdlcControl.Undefined _ -> {
                if (state == State.CONNECTED) {
                    reject(Cause.UNDEFINED_CONTROL, header, sink);
                } else if (state == State.REJECTING) {
                    repeatRejection(header, sink);
                }
            }
            case HdlcControl.UnnumberedAcknowledge _,
                    HdlcControl.DisconnectedMode _,
                    HdlcControl.FrameReject _,
                    HdlcControl.UnnumberedInformation _ -> {
                // The first three are a server's own words, an echo at most; the last needs no link.
            }
        }
    }

    private void connect(HdlcHeader header, byte[] octets, int offset, OctetSink sink) {
        switch (HdlcParameters.decode(octets, offset, header.informationOctets())) {
            case Complete<HdlcParameters>(var proposed, int _) -> {
                drop();
                agreed = own.agreed(proposed);
                state = State.CONNECTED;
                expected = 0;
                isClientBusy = false;
                sending.reset(agreed.transmitOctetsMax());
                send(header, UA, agreed.encode(), sink);
            }
            case Incomplete<HdlcParameters> _, Malformed<HdlcParameters> _ -> {
                drop();
                send(header, DM, sink);
            }
        }
    }

    private void disconnect(HdlcHeader header, OctetSink sink) {
        boolean wasConnected = isConnected();
        drop();
        send(header, wasConnected ? UA : DM, sink);
    }

    /// True when a frame in sequence may be looked at; otherwise it has been answered.
    private boolean isOpenFor(HdlcHeader header, OctetSink sink) {
        switch (state) {
            case CONNECTED -> {
                return true;
            }
            case REJECTING -> repeatRejection(header, sink);
            case DISCONNECTED -> {
                if (header.control().isFinal()) {
                    send(header, DM, sink);
                }
            }
        }
        return false;
    }

    private void supervise(int number, HdlcHeader header, OctetSink sink) {
        if (header.informationOctets() > 0) {
            reject(Cause.INFORMATION_NOT_PERMITTED, header, sink);
        } else if (!sending.acknowledge(number)) {
            reject(Cause.INVALID_ACKNOWLEDGEMENT, header, sink);
        } else if (header.control().isFinal()) {
            answerPoll(header, sink);
        }
    }

    private void information(
            HdlcControl.Information frame, HdlcHeader header, byte[] octets, int offset, OctetSink sink) {
        int count = header.informationOctets();
        if (count > agreed.receiveOctetsMax()) {
            reject(Cause.INFORMATION_TOO_LONG, header, sink);
            return;
        }
        if (!sending.acknowledge(frame.expected())) {
            reject(Cause.INVALID_ACKNOWLEDGEMENT, header, sink);
            return;
        }
        isClientBusy = false;
        if (frame.sent() == expected) {
            expected = (expected + 1) & SendWindow.MODULUS_MASK;
            // A client that asks anew does not want the rest of the last answer.
            sending.abandon();
            mayHaveMore = false;
            take(header.format().isSegmented(), octets, offset, count);
        } else if (!isRepeated(frame.sent())) {
            if (frame.isFinal()) {
                sendReady(header, sink);
            }
            return;
        }
        if (frame.isFinal()) {
            answerPoll(header, sink);
        }
    }

    /// True for a frame that was taken before: its answer, or the word that it came, was lost.
    private boolean isRepeated(int number) {
        return ((expected - number) & SendWindow.MODULUS_MASK) <= agreed.receiveWindow();
    }

    private void take(boolean isSegmented, byte[] octets, int offset, int count) {
        if (isSegmented || request.hasBegun()) {
            request.append(octets, offset, count);
            if (!isSegmented) {
                deliver(request.octets(), 0, request.length());
                request.reset();
            }
        } else {
            deliver(octets, offset, count);
        }
    }

    private void deliver(byte[] octets, int offset, int length) {
        if (!Llc.isCommand(octets, offset, length)) {
            return;
        }
        server.receive(clientSap, serverSap, octets, offset + Llc.OCTETS, length - Llc.OCTETS, answer);
        beginAnswer();
    }

    private void beginAnswer() {
        mayHaveMore = !answer.isEmpty();
        if (mayHaveMore) {
            Llc.writeResponse(answer.space(), 0);
            sending.begin(Llc.OCTETS + answer.length());
        }
    }

    private void answerPoll(HdlcHeader header, OctetSink sink) {
        if (mayHaveMore && !sending.hasMore()) {
            // The client has all of the last answer and asks for what follows it.
            server.more(clientSap, serverSap, answer);
            beginAnswer();
        }
        if (!sending.hasMore() || isClientBusy) {
            sendReady(header, sink);
            return;
        }
        sending.burst(
                agreed.transmitWindow(),
                (number, pduOffset, count, isSegmented, isFinal) -> writer.answer(
                        header,
                        isSegmented,
                        new HdlcControl.Information(number, expected, isFinal),
                        answer.space(),
                        pduOffset,
                        count,
                        sink));
    }

    private void reject(Cause cause, HdlcHeader header, OctetSink sink) {
        state = State.REJECTING;
        rejection = new FrameRejection(header.control(), sending.next(), expected, cause).encode();
        repeatRejection(header, sink);
    }

    private void repeatRejection(HdlcHeader header, OctetSink sink) {
        if (header.control().isFinal()) {
            send(header, FRMR, rejection, sink);
        }
    }

    private void sendReady(HdlcHeader header, OctetSink sink) {
        send(header, new HdlcControl.ReceiveReady(expected, true), sink);
    }

    private void send(HdlcHeader answered, HdlcControl control, OctetSink sink) {
        writer.answer(answered, false, control, NOTHING, 0, 0, sink);
    }

    private void send(HdlcHeader answered, HdlcControl control, Octets information, OctetSink sink) {
        byte[] octets = information.toArray();
        writer.answer(answered, false, control, octets, 0, octets.length, sink);
    }
}
