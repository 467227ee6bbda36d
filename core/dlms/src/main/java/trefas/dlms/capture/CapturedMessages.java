package trefas.dlms.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.capture.CaptureFile.Packet;
import trefas.dlms.explain.Form;
import trefas.dlms.explain.Speaker;

/// The DLMS messages of captured packets: TCP streams put in order and cut into wrapper units and HDLC frames, UDP
/// datagrams as they are.
public final class CapturedMessages {

    /// Streams followed at the same time; further ones are left out.
    public static final int STREAMS_MAX = 1_024;

    /// Segments of a stream that wait for one before them.
    private static final int WAITING_MAX = 64;

    /// One message.
    ///
    /// @param speaker told by the port asked for, else by who connected, else the lower port is the server's
    /// @param isCut true when the stream ended in the middle of it
    public record Message(
            long epochNanoseconds, Endpoint from, Endpoint to, Speaker speaker, Octets octets, boolean isCut) {

        /// The same for both directions of a connection.
        public String connection() {
            return speaker == Speaker.SERVER ? to + " " + from : from + " " + to;
        }
    }

    private record Direction(Endpoint from, Endpoint to) {
        Direction reversed() {
            return new Direction(to, from);
        }
    }

    private final OptionalInt port;
    private final Map<Direction, Stream> streams = new LinkedHashMap<>();
    private final Map<Direction, Speaker> openers = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();

    private CapturedMessages(OptionalInt port) {
        this.port = port;
    }

    /// Finds the messages, in the order in which they were complete.
    ///
    /// @param port of the meter; when empty every stream that looks like DLMS is taken
    public static List<Message> of(List<Packet> packets, OptionalInt port) {
        var reading = new CapturedMessages(port);
        packets.forEach(packet -> TransportSegment.of(packet).ifPresent(reading::take));
        reading.streams.forEach(reading::finish);
        return List.copyOf(reading.messages);
    }

    private void take(TransportSegment segment) {
        if (port.isPresent()
                && segment.from().port() != port.getAsInt()
                && segment.to().port() != port.getAsInt()) {
            return;
        }
        var direction = new Direction(segment.from(), segment.to());
        if (!segment.isTcp()) {
            if (segment.payload().length() > 0 && isDlms(segment.payload())) {
                add(segment.epochNanoseconds(), direction, segment.payload(), false);
            }
            return;
        }
        if (segment.opens()) {
            openers.put(direction, segment.isAnswer() ? Speaker.SERVER : Speaker.CLIENT);
            streams.remove(direction);
        }
        if (streams.size() < STREAMS_MAX || streams.containsKey(direction)) {
            var stream = streams.computeIfAbsent(direction, _ -> new Stream());
            stream.take(segment).forEach(unit -> add(segment.epochNanoseconds(), direction, unit, false));
        }
    }

    private void finish(Direction direction, Stream stream) {
        stream.cutter.rest().forEach(rest -> add(stream.lastTime, direction, rest, true));
    }

    private void add(long time, Direction direction, Octets octets, boolean isCut) {
        if (port.isPresent() || isDlms(octets)) {
            messages.add(new Message(time, direction.from(), direction.to(), speaker(direction), octets, isCut));
        }
    }

    private static boolean isDlms(Octets octets) {
        Form form = Form.of(octets);
        return form == Form.HDLC || form == Form.WRAPPER;
    }

    private Speaker speaker(Direction direction) {
        if (port.isPresent()) {
            return direction.to().port() == port.getAsInt() ? Speaker.CLIENT : Speaker.SERVER;
        }
        Speaker opener = openers.get(direction);
        if (opener != null) {
            return opener;
        }
        Speaker other = openers.get(direction.reversed());
        if (other != null) {
            return other == Speaker.CLIENT ? Speaker.SERVER : Speaker.CLIENT;
        }
        return direction.from().port() > direction.to().port() ? Speaker.CLIENT : Speaker.SERVER;
    }

    /// One direction of a TCP connection.
    private static final class Stream {
        private final UnitCutter cutter = new UnitCutter();
        private final Map<Integer, Octets> waiting = new TreeMap<>();
        private boolean isStarted;
        private int next;
        private long lastTime;

        private List<Octets> take(TransportSegment segment) {
            lastTime = segment.epochNanoseconds();
            if (segment.opens() || !isStarted) {
                isStarted = true;
                next = segment.sequence() + (segment.opens() ? 1 : 0);
            }
            int begin = segment.sequence() + (segment.opens() ? 1 : 0);
            if (segment.payload().length() > 0) {
                waiting.put(begin, segment.payload());
            }
            if (waiting.size() > WAITING_MAX) {
                // What is missing was not captured: go on behind the gap.
                next = earliest();
            }
            return ready();
        }

        private int earliest() {
            return waiting.keySet().stream()
                    .min((one, other) -> Integer.compare(one - next, other - next))
                    .orElse(next);
        }

        private List<Octets> ready() {
            var units = new ArrayList<Octets>();
            while (!waiting.isEmpty()) {
                int first = earliest();
                int known = next - first;
                if (known < 0) {
                    break;
                }
                byte[] octets =
                        Optional.ofNullable(waiting.remove(first)).orElseThrow().toArray();
                if (known < octets.length) {
                    units.addAll(cutter.receive(octets, known, octets.length - known));
                    next = first + octets.length;
                }
            }
            return units;
        }
    }
}
