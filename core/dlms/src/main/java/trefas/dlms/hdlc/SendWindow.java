package trefas.dlms.hdlc;

/// The sending half of a link: which part of one PDU the other end has, and which frames may go now (IEC 62056-46,
/// modulo 8). The PDU itself lies with the owner and stays unchanged until all of it has arrived.
final class SendWindow {

    static final int MODULUS_MASK = 0x07;

    /// Number of the lowest frame that may not have arrived.
    private int acknowledged;

    /// Number of the next frame, V(S).
    private int next;

    /// The octet of the PDU that frame `acknowledged` begins with.
    private int offset;

    private int pduLength;
    private int segmentOctets = 1;

    /// A new link: both ends begin with 0.
    void reset(int octetsInOneFrame) {
        acknowledged = 0;
        next = 0;
        offset = 0;
        pduLength = 0;
        segmentOctets = octetsInOneFrame;
    }

    /// A PDU waits to be sent.
    void begin(int octets) {
        next = acknowledged;
        offset = 0;
        pduLength = octets;
    }

    /// What is left of the PDU is not wanted any more.
    void abandon() {
        begin(0);
    }

    /// V(S).
    int next() {
        return next;
    }

    /// True while the other end may miss a part of the PDU.
    boolean hasMore() {
        return offset < pduLength;
    }

    /// Everything before frame `expected` has arrived.
    ///
    /// @return false when that frame was never sent
    boolean acknowledge(int expected) {
        int count = (expected - acknowledged) & MODULUS_MASK;
        if (count > ((next - acknowledged) & MODULUS_MASK)) {
            return false;
        }
        acknowledged = expected;
        offset = Math.min(pduLength, offset + count * segmentOctets);
        return true;
    }

    /// True when some frame before `expected` was not yet known to have arrived.
    boolean isNews(int expected) {
        return expected != acknowledged;
    }

    /// Sends again from the first frame that may not have arrived, as far as the window goes.
    void burst(int window, SegmentSink sink) {
        next = acknowledged;
        int position = offset;
        for (int frames = 0; frames < window && position < pduLength; frames++) {
            int count = Math.min(segmentOctets, pduLength - position);
            boolean isLastOfPdu = position + count == pduLength;
            int number = next;
            next = (next + 1) & MODULUS_MASK;
            sink.send(number, position, count, !isLastOfPdu, isLastOfPdu || frames + 1 == window);
            position += count;
        }
    }

    /// Takes one segment that goes now.
    @FunctionalInterface
    interface SegmentSink {
        void send(int number, int pduOffset, int count, boolean isSegmented, boolean isFinal);
    }
}
