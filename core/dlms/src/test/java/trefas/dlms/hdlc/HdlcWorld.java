package trefas.dlms.hdlc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;

/// Clients and a server on one HDLC line, in time that passes only when nobody has anything to send.
public final class HdlcWorld {

    private static final int STEPS_MAX = 100_000;

    private final OctetMachine server;
    private final UnaryOperator<byte[]> toServer;
    private final UnaryOperator<byte[]> toClient;

    /// @param toServer what arrives of a run of octets on its way there
    /// @param toClient what arrives of a run of octets on its way back
    public HdlcWorld(OctetMachine server, UnaryOperator<byte[]> toServer, UnaryOperator<byte[]> toClient) {
        this.server = server;
        this.toServer = toServer;
        this.toClient = toClient;
    }

    /// A line that loses nothing.
    public static HdlcWorld good(OctetMachine server) {
        return new HdlcWorld(server, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /// A line that spoils from a seed, the other way from the next one.
    public static HdlcWorld bad(OctetMachine server, long seed) {
        return new HdlcWorld(server, BadLine.ofSeed(seed), BadLine.ofSeed(seed + 1));
    }

    /// Does something with a link and lets time pass until it has come to something.
    public List<HdlcEvent> run(HdlcClientLink link, Consumer<OctetSink> deed) {
        var events = new ArrayList<HdlcEvent>();
        Queue<byte[]> there = new ArrayDeque<>();
        Queue<byte[]> back = new ArrayDeque<>();
        OctetSink clientSink =
                (octets, offset, length) -> there.add(Arrays.copyOfRange(octets, offset, offset + length));
        OctetSink serverSink =
                (octets, offset, length) -> back.add(Arrays.copyOfRange(octets, offset, offset + length));
        deed.accept(clientSink);
        for (int steps = 0; steps < STEPS_MAX; steps++) {
            if (!there.isEmpty()) {
                byte[] octets = toServer.apply(there.remove());
                server.receive(octets, 0, octets.length, serverSink);
            } else if (!back.isEmpty()) {
                byte[] octets = toClient.apply(back.remove());
                events.addAll(link.receive(octets, 0, octets.length, clientSink));
            } else if (!events.isEmpty()) {
                return events;
            } else {
                int silence = Math.min(link.patienceMilliseconds(), server.patienceMilliseconds());
                if (silence == OctetMachine.ENDLESS) {
                    return events;
                }
                server.silent(silence, serverSink);
                events.addAll(link.silent(silence, clientSink));
            }
        }
        throw new AssertionError("no end after " + STEPS_MAX + " steps");
    }

    /// Makes a link.
    ///
    /// @return false when it could not be made
    public boolean connect(HdlcClientLink link) {
        return run(link, link::connect).stream().anyMatch(HdlcEvent.Connected.class::isInstance);
    }

    /// Sends an APDU and takes all APDUs that come of it, also those that follow the first answer by themselves.
    /// None when the link is lost over it; then it is not open any more.
    public List<Octets> ask(HdlcClientLink link, byte[] apdu) {
        var answers = new ArrayList<Octets>();
        var events = run(link, sink -> link.send(apdu, 0, apdu.length, sink));
        while (take(events, answers)) {
            events = run(link, link::ask);
        }
        return answers;
    }

    /// True when more may follow.
    private static boolean take(List<HdlcEvent> events, List<Octets> answers) {
        boolean mayFollow = false;
        for (HdlcEvent event : events) {
            switch (event) {
                case HdlcEvent.Answered(Octets apdu) -> {
                    answers.add(apdu);
                    mayFollow = true;
                }
                case HdlcEvent.Notified(Octets apdu) -> answers.add(apdu);
                case HdlcEvent.Quiet _, HdlcEvent.Connected _, HdlcEvent.Disconnected _ -> {
                    // No APDU.
                }
                case HdlcEvent.Lost _ -> mayFollow = false;
            }
        }
        return mayFollow;
    }
}
