package trefas.dlms.explain;

import java.util.ArrayList;
import java.util.List;
import trefas.dlms.explain.Explanation.Source;

/// Explains HDLC frames one after the other (IEC 62056-46).
final class HdlcWalk {

    private static final int FLAG = 0x7E;
    private static final int FORMAT_TYPE = 0xA;
    private static final int SEGMENTED = 0x0800;
    private static final int LENGTH = 0x07FF;
    private static final int LENGTH_MIN = 7;
    private static final int CHECKSUM_OCTETS = 2;

    private final Source source;
    private final Memory memory;
    private final Budget budget;
    private final List<Part> frames = new ArrayList<>();
    private int position;

    private HdlcWalk(Source source, Memory memory, Budget budget) {
        this.source = source;
        this.memory = memory;
        this.budget = budget;
    }

    static List<Part> frames(Source source, Memory memory, Budget budget) {
        return new HdlcWalk(source, memory, budget).frames();
    }

    private List<Part> frames() {
        int end = source.octets().length();
        boolean hasFlag = skipFlags();
        while (position < end) {
            frame(hasFlag);
            hasFlag = skipFlags();
        }
        if (frames.isEmpty()) {
            frames.add(new Part(source, 0, "HDLC flags").endingAt(end).saying("no frame between them"));
        }
        return frames;
    }

    private boolean skipFlags() {
        int begin = position;
        while (position < source.octets().length() && source.octets().octet(position) == FLAG) {
            position++;
        }
        return position > begin;
    }

    private void frame(boolean hasOpeningFlag) {
        int end = source.octets().length();
        var part = new Part(source, position, "HDLC frame");
        frames.add(part);
        var walk = new Walk(source, position, end, part, budget);
        int format = (int) walk.number("frame-format", 2, HdlcWalk::formatWords);
        if (!walk.hasFailed() && format >>> 12 != FORMAT_TYPE) {
            walk.faultAt(
                    position,
                    "frame format type " + Integer.toBinaryString(format >>> 12) + ", expected 1010 (type 3)");
        }
        int length = format & LENGTH;
        if (!walk.hasFailed() && length < LENGTH_MIN) {
            walk.faultAt(position, "a frame of " + Walk.octets(length) + ", at least 7 expected");
        }
        if (!walk.hasFailed() && length > end - position) {
            walk.faultAt(
                    end,
                    "the frame is to have " + Walk.octets(length) + ", but only " + (end - position) + " are there");
        }
        if (walk.hasFailed()) {
            skipToFlag();
            part.endingAt(position);
            return;
        }
        int frameEnd = position + length;
        if (!hasOpeningFlag) {
            part.remark(Remark.Kind.NOTE, position, "no flag before the frame");
        }
        new HdlcFrameWalk(source, position, frameEnd, part, memory, budget, (format & SEGMENTED) != 0).explain(format);
        boolean isClosed = frameEnd < end && source.octets().octet(frameEnd) == FLAG;
        position = frameEnd;
        if (!isClosed && (frameEnd < end || hasOpeningFlag)) {
            String found = frameEnd < end ? "found " + Walk.hex(source.octets().octet(frameEnd), 2) : "nothing there";
            var fault = new Remark(Remark.Kind.FAULT, frameEnd, "a flag 7E expected after the frame, " + found);
            part.remark(fault.kind(), fault.offset(), fault.text());
            budget.found(fault);
            skipToFlag();
        }
        part.endingAt(frameEnd);
    }

    /// A frame can only begin after a flag.
    private void skipToFlag() {
        while (position < source.octets().length() && source.octets().octet(position) != FLAG) {
            position++;
        }
    }

    static String formatWords(long format) {
        return "type 3, length " + (format & LENGTH) + ((format & SEGMENTED) != 0 ? ", segmented" : "");
    }

    /// Says whether a checksum is right, and what it should be.
    ///
    /// @param from first octet it counts
    static void checksum(Walk walk, String name, int from) {
        int at = walk.position();
        int expected = HdlcChecksum.asSent(walk.source().octets(), from, at - from);
        boolean[] isRight = {true};
        walk.number(name, CHECKSUM_OCTETS, sum -> {
            isRight[0] = sum == expected;
            return Walk.hex(sum, 4) + (isRight[0] ? " right" : " wrong, expected " + Walk.hex(expected, 4));
        });
        if (!isRight[0]) {
            walk.blame(at, name + " is wrong, expected " + Walk.hex(expected, 4) + ": a receiver drops this frame");
        }
    }
}
