package trefas.dlms.hdlc;

import trefas.dlms.OctetSink;

/// Puts frames together and sends them, one after the other, in space that is used again and again.
final class FrameWriter {

    private static final byte[] NOTHING = {};
    private static final int FIRST_CAPACITY = 64;

    private byte[] frame = NOTHING;

    /// Sends a frame without information.
    void send(HdlcAddress destination, HdlcAddress source, HdlcControl control, OctetSink sink) {
        send(false, destination, source, control, NOTHING, 0, 0, sink);
    }

    /// Sends a frame back to where another came from.
    void answer(
            HdlcHeader answered,
            boolean isSegmented,
            HdlcControl control,
            byte[] information,
            int offset,
            int count,
            OctetSink sink) {
        send(
                isSegmented,
                /* destination= */ answered.source(),
                /* source= */ answered.destination(),
                control,
                information,
                offset,
                count,
                sink);
    }

    void send(
            boolean isSegmented,
            HdlcAddress destination,
            HdlcAddress source,
            HdlcControl control,
            byte[] information,
            int offset,
            int count,
            OctetSink sink) {
        int needed = count + HdlcFrame.OVERHEAD_OCTETS_MAX;
        if (frame.length < needed) {
            frame = new byte[Math.max(FIRST_CAPACITY, needed)];
        }
        int length =
                HdlcFrame.encode(frame, isSegmented, destination, source, control.octet(), information, offset, count);
        sink.send(frame, 0, length);
    }
}
