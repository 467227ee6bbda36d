package trefas.dlms.hdlc;

import java.util.Optional;
import trefas.dlms.OctetSink;

/// Puts together what comes in UI frames, which some stations cut into segments although nothing acknowledges
/// them. One PDU at a time: a frame between other stations ends what has begun.
final class UnnumberedReassembly {

    /// Takes one PDU. The octets are valid during the call only.
    @FunctionalInterface
    interface PduHandler {
        void handle(HdlcHeader header, byte[] octets, int offset, int length);
    }

    private final SegmentBuffer segments;
    private Optional<HdlcHeader> first = Optional.empty();

    UnnumberedReassembly(int apduOctetsMax) {
        this.segments = new SegmentBuffer(Llc.OCTETS + apduOctetsMax);
    }

    void receive(HdlcHeader header, byte[] octets, int offset, PduHandler handler) {
        if (first.isPresent() && !isBetweenTheSame(first.get(), header)) {
            reset();
        }
        boolean isLast = !header.format().isSegmented();
        int count = header.informationOctets();
        if (isLast && first.isEmpty()) {
            handler.handle(header, octets, offset, count);
            return;
        }
        segments.append(octets, offset, count);
        first = Optional.of(header);
        if (isLast) {
            if (!segments.hasOverflowed()) {
                handler.handle(header, segments.octets(), 0, segments.length());
            }
            reset();
        }
    }

    void reset() {
        segments.reset();
        first = Optional.empty();
    }

    /// Sends a PDU in as many UI frames as it takes.
    static void send(
            HdlcAddress destination,
            HdlcAddress source,
            byte[] pdu,
            int segmentOctets,
            FrameWriter writer,
            OctetSink sink) {
        for (int position = 0; position < pdu.length; position += segmentOctets) {
            int count = Math.min(segmentOctets, pdu.length - position);
            boolean isLast = position + count == pdu.length;
            writer.send(
                    !isLast,
                    destination,
                    source,
                    new HdlcControl.UnnumberedInformation(isLast),
                    pdu,
                    position,
                    count,
                    sink);
        }
    }

    private static boolean isBetweenTheSame(HdlcHeader one, HdlcHeader other) {
        return one.source().equals(other.source()) && one.destination().equals(other.destination());
    }
}
