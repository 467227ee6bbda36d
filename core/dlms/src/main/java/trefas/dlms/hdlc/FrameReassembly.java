package trefas.dlms.hdlc;

import java.util.Arrays;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// Finds the HDLC frames in a stream that may cut them anywhere, bring several at once, or be no frames at all. It
/// hunts a flag, reads the length, and wants a flag behind so many octets; whatever turns out to be no frame is
/// searched again from the octet behind its flag, so no noise hides a frame for long. The header check is looked
/// at as soon as it is there, so a length that was hit by noise is seldom waited for.
///
/// A frame that arrives in one piece is not copied; space is taken only for one that is cut, and given back with
/// it.
public final class FrameReassembly {

    /// Takes one verified frame. The octets are valid during the call only.
    @FunctionalInterface
    public interface FrameHandler {
        void handle(HdlcHeader header, byte[] octets, int informationOffset);
    }

    /// Octets kept at most: the longest frame and its flags.
    static final int KEPT_OCTETS_MAX = FrameFormat.LENGTH_MAX + 2;

    private static final byte[] NOTHING = {};
    private static final byte[] ONE_FLAG = {HdlcFrame.FLAG};
    private static final int FIRST_CAPACITY = 64;

    private byte[] kept = NOTHING;
    private int keptLength;

    /// Octets `kept` must have before it is worth looking at again.
    private int wantedLength;

    /// True when the last octet was a flag that closed a frame and may open the next one: no space is taken for
    /// it.
    private boolean endedWithFlag;

    public FrameReassembly() {}

    /// True while a frame has begun and has not ended.
    public boolean hasBegun() {
        return keptLength > 0;
    }

    /// Forgets a frame that has begun.
    public void reset() {
        forgetKept();
        endedWithFlag = false;
    }

    public void receive(byte[] octets, int offset, int length, FrameHandler handler) {
        int position = offset;
        int end = offset + length;
        while (position < end) {
            if (endedWithFlag) {
                endedWithFlag = false;
                if (octets[position] != HdlcFrame.FLAG) {
                    keep(ONE_FLAG, 0, 1);
                }
            }
            if (keptLength == 0) {
                keepFrom(search(octets, position, end, handler), octets, end);
                return;
            }
            int count = Math.min(Math.max(1, wantedLength - keptLength), end - position);
            int wanted = wantedLength;
            keep(octets, position, count);
            wantedLength = wanted;
            position += count;
            if (keptLength >= wantedLength) {
                searchKept(0, handler);
            }
        }
    }

    /// The line has been silent for longer than a frame may pause: what has begun is no frame, though another may
    /// have come behind its first flag.
    public void silent(FrameHandler handler) {
        while (keptLength > 0) {
            searchKept(1, handler);
        }
        endedWithFlag = false;
    }

    private void searchKept(int from, FrameHandler handler) {
        byte[] octets = kept;
        int length = keptLength;
        forgetKept();
        keepFrom(search(octets, from, length, handler), octets, length);
    }

    private void keepFrom(int position, byte[] octets, int end) {
        if (position == end - 1) {
            // What is kept begins with a flag: this is one, and nothing else.
            endedWithFlag = true;
            wantedLength = 0;
        } else {
            keep(octets, position, end - position);
        }
    }

    private void forgetKept() {
        kept = NOTHING;
        keptLength = 0;
        wantedLength = 0;
    }

    /// Hands on the frames in the input.
    ///
    /// @return where the first frame begins that is not complete, or the end
    private int search(byte[] octets, int from, int end, FrameHandler handler) {
        int position = from;
        while (position < end) {
            if (octets[position] != HdlcFrame.FLAG) {
                position++;
                continue;
            }
            int used = take(octets, position, end - position, handler);
            if (used == 0) {
                return position;
            }
            position += used;
        }
        return end;
    }

    /// Octets that are done with: a whole frame up to its closing flag, which may open the next one, or one octet
    /// of what is no frame; 0 when more has to come first.
    private int take(byte[] octets, int flag, int available, FrameHandler handler) {
        return switch (HdlcHeader.decode(octets, flag + 1, available - 1)) {
            case Incomplete<HdlcHeader>(int missing) -> {
                wantedLength = available + missing;
                yield 0;
            }
            case Malformed<HdlcHeader> _ -> 1;
            case Complete<HdlcHeader>(var header, int _) -> take(header, octets, flag, available, handler);
        };
    }

    private int take(HdlcHeader header, byte[] octets, int flag, int available, FrameHandler handler) {
        int length = header.format().length();
        if (available < length + 2) {
            wantedLength = length + 2;
            return 0;
        }
        if (octets[flag + 1 + length] != HdlcFrame.FLAG
                || !FrameCheck.follows(octets, flag + 1, length - FrameCheck.OCTETS)) {
            return 1;
        }
        handler.handle(header, octets, flag + 1 + header.informationOffset());
        return length + 1;
    }

    private void keep(byte[] octets, int offset, int count) {
        if (count == 0) {
            return;
        }
        int needed = keptLength + count;
        if (needed > kept.length) {
            kept = Arrays.copyOf(
                    kept, Math.min(KEPT_OCTETS_MAX, Math.max(FIRST_CAPACITY, Math.max(needed, wantedLength))));
        }
        System.arraycopy(octets, offset, kept, keptLength, count);
        keptLength = needed;
    }
}
