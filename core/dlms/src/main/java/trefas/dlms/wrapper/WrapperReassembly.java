package trefas.dlms.wrapper;

import java.util.Arrays;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// Finds the wrapper PDUs in a stream that may cut them anywhere or bring several at once. A PDU that arrives in one
/// piece is not copied; space is taken only for one that is cut, and given back with it.
public final class WrapperReassembly {

    /// Takes one PDU. The octets are valid during the call only.
    @FunctionalInterface
    public interface PduHandler {
        void handle(WrapperHeader header, byte[] octets, int offset);
    }

    private static final byte[] NOTHING = {};

    private final int lengthMax;
    private byte[] kept = NOTHING;
    private int keptLength;
    private String broken = "";

    /// @param lengthMax octets of the longest APDU taken; a longer one ends the stream before anything is allocated
    public WrapperReassembly(int lengthMax) {
        this.lengthMax = lengthMax;
    }

    /// True after octets that no PDU can start with: a stream can't be found again.
    public boolean isBroken() {
        return !broken.isEmpty();
    }

    /// What broke the stream, in words; empty when nothing did.
    public String fault() {
        return broken;
    }

    /// Forgets a PDU that has begun.
    public void reset() {
        kept = NOTHING;
        keptLength = 0;
    }

    public void receive(byte[] octets, int offset, int length, PduHandler handler) {
        int position = offset;
        int end = offset + length;
        while (position < end && !isBroken()) {
            int used = keptLength == 0 ? takeWhole(octets, position, end, handler) : 0;
            position += used > 0 ? used : keep(octets, position, end, handler);
        }
    }

    /// Octets of a PDU that lies wholly in the input, or 0.
    private int takeWhole(byte[] octets, int position, int end, PduHandler handler) {
        int missing = missing(octets, position, end - position);
        if (missing > 0 || isBroken()) {
            return 0;
        }
        var header = header(octets, position);
        handler.handle(header, octets, position + WrapperHeader.OCTETS);
        return WrapperHeader.OCTETS + header.length();
    }

    /// Keeps what the PDU still misses, as far as it is there, and hands the PDU on once it is whole.
    private int keep(byte[] octets, int position, int end, PduHandler handler) {
        int missing = missing(kept, 0, keptLength);
        if (isBroken()) {
            return end - position;
        }
        int count = Math.min(missing, end - position);
        if (kept.length < keptLength + missing) {
            kept = Arrays.copyOf(kept, keptLength + missing);
        }
        System.arraycopy(octets, position, kept, keptLength, count);
        keptLength += count;
        if (missing(kept, 0, keptLength) == 0 && !isBroken()) {
            byte[] whole = kept;
            reset();
            handler.handle(header(whole, 0), whole, WrapperHeader.OCTETS);
        }
        return count;
    }

    /// Octets missing to the end of the header, or else of the APDU.
    private int missing(byte[] octets, int offset, int available) {
        return switch (WrapperHeader.decode(octets, offset, available)) {
            case Incomplete<WrapperHeader>(int missing) -> missing;
            case Malformed<WrapperHeader>(String reason, int _) -> {
                broken = reason;
                yield 0;
            }
            case Complete<WrapperHeader>(var header, int used) -> {
                if (header.length() > lengthMax) {
                    broken = "an APDU of " + header.length() + " octets is longer than " + lengthMax;
                    yield 0;
                }
                yield Math.max(0, used + header.length() - available);
            }
        };
    }

    private static WrapperHeader header(byte[] octets, int offset) {
        return switch (WrapperHeader.decode(octets, offset, WrapperHeader.OCTETS)) {
            case Complete<WrapperHeader>(var header, int _) -> header;
            case Incomplete<WrapperHeader> _, Malformed<WrapperHeader> _ ->
                throw new IllegalStateException("a header that was read before");
        };
    }
}
