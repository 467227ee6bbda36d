package trefas.dlms.hdlc;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;

/// The client's side of one data link (IEC 62056-46, primary station): makes the link, carries whole APDUs over it
/// both ways, repeats what was lost, and ends it. Pure: whoever holds the line passes octets in and out and tells
/// of silence, as with an [OctetMachine].
///
/// When the server is silent for too long the last frames are sent again; after that it is asked by RR what has
/// arrived; after that the link is lost. A frame that comes twice is passed over in silence, so a line that
/// doubles frames can't make the two ends talk for ever.
public final class HdlcClientLink {

    private enum State {
        DISCONNECTED,
        CONNECTING,
        CONNECTED,
        DISCONNECTING
    }

    private static final byte[] NOTHING = {};

    private final HdlcAddress client;
    private final HdlcAddress server;
    private final HdlcClientSettings settings;
    private final FrameReassembly reassembly = new FrameReassembly();
    private final FrameWriter writer = new FrameWriter();
    private final SendWindow sending = new SendWindow();
    private final SegmentBuffer answer;
    private final UnnumberedReassembly unnumbered;
    private byte[] request = NOTHING;
    private State state = State.DISCONNECTED;
    private HdlcParameters agreed = HdlcParameters.DEFAULT;
    private int expected;

    /// True from a frame with the poll bit to one with the final bit.
    private boolean isAwaiting;

    /// True when the last word to the server was a question what has arrived.
    private boolean hasPolled;

    /// True when a request has arrived and its answer has not.
    private boolean isAnswerDue;

    private boolean isServerBusy;
    private int silences;

    /// @param client of one octet
    public HdlcClientLink(HdlcAddress client, HdlcAddress server, HdlcClientSettings settings) {
        this.client = client;
        this.server = server;
        this.settings = settings;
        this.answer = new SegmentBuffer(Llc.OCTETS + settings.apduOctetsMax());
        this.unnumbered = new UnnumberedReassembly(settings.apduOctetsMax());
    }

    /// True when an APDU may be sent: the link stands and the last request has arrived.
    public boolean isReady() {
        return state == State.CONNECTED && !sending.hasMore();
    }

    /// True from the first SNRM to the end of the link.
    public boolean isOpen() {
        return state != State.DISCONNECTED;
    }

    /// What both ends agreed on, as seen from here.
    public HdlcParameters agreed() {
        return agreed;
    }

    /// Makes the link, or makes it anew. Answered by [HdlcEvent.Connected] or [HdlcEvent.Lost].
    public void connect(OctetSink sink) {
        state = State.CONNECTING;
        begin();
        requestMode(sink);
    }

    /// Sends one APDU. Answered by [HdlcEvent.Answered], perhaps after [HdlcEvent.Quiet], or by [HdlcEvent.Lost].
    public void send(byte[] apdu, int offset, int length, OctetSink sink) {
        if (!isReady()) {
            throw new IllegalStateException("the link is " + state + ", or a request is on its way");
        }
        request = Llc.command(apdu, offset, length);
        answer.reset();
        isAnswerDue = true;
        silences = 0;
        sending.begin(request.length);
        burst(sink);
    }

    /// Asks for an APDU that comes without a request, for example the next block of a general block transfer, and
    /// goes on asking until one comes. Nothing is done while an answer is due anyway.
    public void ask(OctetSink sink) {
        if (isReady() && !isAwaiting && !isAnswerDue) {
            isAnswerDue = true;
            silences = 0;
            poll(sink);
        }
    }

    /// Sends one APDU in UI frames, with or without a link. Nothing tells whether it arrives.
    public void sendUnconfirmed(byte[] apdu, int offset, int length, OctetSink sink) {
        UnnumberedReassembly.send(
                server, client, Llc.command(apdu, offset, length), agreed.transmitOctetsMax(), writer, sink);
    }

    /// Ends the link. Answered by [HdlcEvent.Disconnected], whatever the server says or does not say.
    public void disconnect(OctetSink sink) {
        state = State.DISCONNECTING;
        begin();
        command(new HdlcControl.Disconnect(true), sink);
    }

    /// How long to wait in silence, see [OctetMachine#patienceMilliseconds].
    public int patienceMilliseconds() {
        int patience = reassembly.hasBegun() ? settings.interOctetMilliseconds() : OctetMachine.ENDLESS;
        return Math.min(patience, waitMilliseconds());
    }

    /// Takes what arrived, cut in any way; sends what follows from it and tells what has come of it.
    public List<HdlcEvent> receive(byte[] octets, int offset, int length, OctetSink sink) {
        var events = new ArrayList<HdlcEvent>(1);
        reassembly.receive(
                octets, offset, length, (header, frame, information) -> take(header, frame, information, events, sink));
        return events;
    }

    /// The line has been silent for so long, see [OctetMachine#silent].
    public List<HdlcEvent> silent(int milliseconds, OctetSink sink) {
        var events = new ArrayList<HdlcEvent>(1);
        if (milliseconds >= settings.interOctetMilliseconds()) {
            reassembly.silent((header, frame, information) -> take(header, frame, information, events, sink));
        }
        if (events.isEmpty() && milliseconds >= waitMilliseconds()) {
            timeOut(events, sink);
        }
        return events;
    }

    private int waitMilliseconds() {
        if (isAwaiting) {
            return settings.responseMilliseconds();
        }
        boolean isToBeAsked = state == State.CONNECTED && (isAnswerDue || isServerBusy || sending.hasMore());
        return isToBeAsked ? settings.pollMilliseconds() : OctetMachine.ENDLESS;
    }

    private void begin() {
        reassembly.reset();
        answer.reset();
        sending.reset(1);
        expected = 0;
        silences = 0;
        hasPolled = false;
        isAnswerDue = false;
        isServerBusy = false;
    }

    private void timeOut(List<HdlcEvent> events, OctetSink sink) {
        switch (state) {
            case CONNECTING -> {
                if (silences++ < settings.repeatsMax()) {
                    requestMode(sink);
                } else {
                    lose("no answer to SNRM", events);
                }
            }
            case DISCONNECTING -> {
                if (silences++ < settings.repeatsMax()) {
                    command(new HdlcControl.Disconnect(true), sink);
                } else {
                    end(events);
                }
            }
            case CONNECTED -> ask(events, sink);
            case DISCONNECTED -> isAwaiting = false;
        }
    }

    private void ask(List<HdlcEvent> events, OctetSink sink) {
        if (!isAwaiting) {
            silences = 0;
            poll(sink);
        } else if (silences >= 2 * settings.repeatsMax()) {
            lose("no answer", events);
        } else {
            silences++;
            if (sending.hasMore() && silences <= settings.repeatsMax()) {
                burst(sink);
            } else {
                poll(sink);
            }
        }
    }

    private void take(HdlcHeader header, byte[] octets, int offset, List<HdlcEvent> events, OctetSink sink) {
        if (!header.destination().equals(client) || !header.source().equals(server)) {
            return;
        }
        switch (header.control()) {
            case HdlcControl.UnnumberedAcknowledge _ -> acknowledged(header, octets, offset, events);
            case HdlcControl.DisconnectedMode _ -> {
                switch (state) {
                    case CONNECTED -> lose("the meter has no link", events);
                    case DISCONNECTING -> end(events);
                    // Perhaps a late word about the link before; if not, the SNRM that is repeated has an end.
                    case CONNECTING, DISCONNECTED -> {}
                }
            }
            case HdlcControl.FrameReject _ -> {
                if (state == State.CONNECTED) {
                    var information = Octets.of(octets, offset, header.informationOctets());
                    lose(FrameRejection.words(information), events);
                }
            }
            case HdlcControl.Information information -> {
                if (state == State.CONNECTED) {
                    information(information, header, octets, offset, events, sink);
                }
            }
            case HdlcControl.ReceiveReady(int number, boolean isFinal) -> {
                if (state == State.CONNECTED && isFinal) {
                    ready(number, events, sink);
                }
            }
            case HdlcControl.ReceiveNotReady(int number, boolean isFinal) -> {
                if (state == State.CONNECTED && isFinal && sending.acknowledge(number)) {
                    isServerBusy = true;
                    isAwaiting = false;
                    silences = 0;
                }
            }
            case HdlcControl.UnnumberedInformation _ ->
                unnumbered.receive(header, octets, offset, (_, pdu, from, length) -> {
                    if (Llc.isResponse(pdu, from, length)) {
                        events.add(new HdlcEvent.Notified(apdu(pdu, from, length)));
                    }
                });
            case HdlcControl.SetNormalResponseMode _, HdlcControl.Disconnect _, HdlcControl.Undefined _ -> {
                // Not the words of a server: an echo, or noise that passed every check.
            }
        }
    }

    private void acknowledged(HdlcHeader header, byte[] octets, int offset, List<HdlcEvent> events) {
        switch (state) {
            case DISCONNECTING -> end(events);
            case CONNECTING -> {
                var decoded = HdlcParameters.decode(octets, offset, header.informationOctets());
                if (!(decoded instanceof Complete<HdlcParameters>(var others, int _))) {
                    lose("the meter's parameters can't be understood", events);
                    return;
                }
                agreed = settings.parameters().agreed(others);
                sending.reset(agreed.transmitOctetsMax());
                state = State.CONNECTED;
                isAwaiting = false;
                events.add(new HdlcEvent.Connected(agreed));
            }
            case CONNECTED, DISCONNECTED -> {
                // The same word again.
            }
        }
    }

    private void information(
            HdlcControl.Information frame,
            HdlcHeader header,
            byte[] octets,
            int offset,
            List<HdlcEvent> events,
            OctetSink sink) {
        if (frame.sent() != expected) {
            // A frame that came before is passed over. One that comes too early means that those before it were
            // lost.
            int ahead = (frame.sent() - expected) & SendWindow.MODULUS_MASK;
            if (frame.isFinal() && ahead < agreed.receiveWindow()) {
                poll(sink);
            }
            return;
        }
        if (!sending.acknowledge(frame.expected())) {
            return;
        }
        expected = (expected + 1) & SendWindow.MODULUS_MASK;
        silences = 0;
        isServerBusy = false;
        answer.append(octets, offset, header.informationOctets());
        if (!header.format().isSegmented()) {
            isAwaiting = false;
            isAnswerDue = false;
            deliver(events);
        } else if (frame.isFinal()) {
            poll(sink);
        }
    }

    private void deliver(List<HdlcEvent> events) {
        if (answer.hasOverflowed()) {
            lose("an answer of more than " + settings.apduOctetsMax() + " octets", events);
        } else if (Llc.isResponse(answer.octets(), 0, answer.length())) {
            events.add(new HdlcEvent.Answered(apdu(answer.octets(), 0, answer.length())));
        }
        answer.reset();
    }

    /// RR with the final bit: it is our turn.
    private void ready(int number, List<HdlcEvent> events, OctetSink sink) {
        boolean isNews = sending.isNews(number);
        if (!sending.acknowledge(number)) {
            return;
        }
        boolean wasBusy = isServerBusy;
        isServerBusy = false;
        if (sending.hasMore()) {
            // With a window of 1 a word without news that was not asked for is an old one: what it misses is on
            // the way.
            if (isNews || hasPolled || wasBusy || agreed.transmitWindow() > 1) {
                silences = isNews ? 0 : silences;
                burst(sink);
            }
            return;
        }
        isAwaiting = false;
        silences = 0;
        if (isAnswerDue) {
            events.add(new HdlcEvent.Quiet());
        }
    }

    private void lose(String reason, List<HdlcEvent> events) {
        state = State.DISCONNECTED;
        isAwaiting = false;
        begin();
        events.add(new HdlcEvent.Lost(reason));
    }

    private void end(List<HdlcEvent> events) {
        state = State.DISCONNECTED;
        isAwaiting = false;
        events.add(new HdlcEvent.Disconnected());
    }

    /// SNRM; without information when all defaults are proposed.
    private void requestMode(OctetSink sink) {
        isAwaiting = true;
        byte[] information = settings.parameters().equals(HdlcParameters.DEFAULT)
                ? NOTHING
                : settings.parameters().encode().toArray();
        writer.send(
                false,
                server,
                client,
                new HdlcControl.SetNormalResponseMode(true),
                information,
                0,
                information.length,
                sink);
    }

    private void burst(OctetSink sink) {
        isAwaiting = true;
        hasPolled = false;
        sending.burst(
                agreed.transmitWindow(),
                (number, pduOffset, count, isSegmented, isFinal) -> writer.send(
                        isSegmented,
                        server,
                        client,
                        new HdlcControl.Information(number, expected, isFinal),
                        request,
                        pduOffset,
                        count,
                        sink));
    }

    private void poll(OctetSink sink) {
        hasPolled = true;
        command(new HdlcControl.ReceiveReady(expected, true), sink);
    }

    private void command(HdlcControl control, OctetSink sink) {
        isAwaiting = true;
        writer.send(server, client, control, sink);
    }

    private static Octets apdu(byte[] pdu, int offset, int length) {
        return Octets.of(pdu, offset + Llc.OCTETS, length - Llc.OCTETS);
    }
}
