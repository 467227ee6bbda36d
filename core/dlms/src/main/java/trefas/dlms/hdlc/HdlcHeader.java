package trefas.dlms.hdlc;

import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// What stands before the information of an HDLC frame (IEC 62056-46, ISO/IEC 13239 frame format type 3).
///
/// ```
/// flag  format  destination  source    control  HCS  information  FCS  flag
/// 7E    2       1, 2 or 4    1, 2, 4   1        2    0 or more    2    7E
/// ```
///
/// The header check (HCS) is there only when information follows.
public record HdlcHeader(FrameFormat format, HdlcAddress destination, HdlcAddress source, HdlcControl control) {

    /// Reads a header and verifies its check, from the octet behind the opening flag.
    public static Decoded<HdlcHeader> decode(byte[] octets, int offset, int available) {
        return switch (FrameFormat.decode(octets, offset, available)) {
            case Incomplete<FrameFormat>(int missing) -> new Incomplete<>(missing);
            case Malformed<FrameFormat>(String reason, int at) -> new Malformed<>(reason, at);
            case Complete<FrameFormat>(var format, int used) ->
                fromDestination(format, octets, offset, used, available);
        };
    }

    private static Decoded<HdlcHeader> fromDestination(
            FrameFormat format, byte[] octets, int offset, int used, int available) {
        return switch (HdlcAddress.decode(octets, offset + used, available - used)) {
            case Incomplete<HdlcAddress>(int missing) -> new Incomplete<>(missing);
            case Malformed<HdlcAddress>(String reason, int at) -> new Malformed<>(reason, at);
            case Complete<HdlcAddress>(var destination, int octetsOfDestination) ->
                fromSource(format, destination, octets, offset, used + octetsOfDestination, available);
        };
    }

    private static Decoded<HdlcHeader> fromSource(
            FrameFormat format, HdlcAddress destination, byte[] octets, int offset, int used, int available) {
        return switch (HdlcAddress.decode(octets, offset + used, available - used)) {
            case Incomplete<HdlcAddress>(int missing) -> new Incomplete<>(missing);
            case Malformed<HdlcAddress>(String reason, int at) -> new Malformed<>(reason, at);
            case Complete<HdlcAddress>(var source, int octetsOfSource) -> {
                int headerOctets = used + octetsOfSource + 1;
                // The check behind the header is the HCS or, without information, the FCS: the same octets.
                int missing = headerOctets + FrameCheck.OCTETS - available;
                yield missing > 0
                        ? new Incomplete<>(missing)
                        : checked(format, destination, source, octets, offset, headerOctets);
            }
        };
    }

    private static Decoded<HdlcHeader> checked(
            FrameFormat format, HdlcAddress destination, HdlcAddress source, byte[] octets, int offset, int length) {
        int informationOctets = format.length() - length - 2 * FrameCheck.OCTETS;
        boolean isBare = informationOctets == -FrameCheck.OCTETS;
        if (!isBare && informationOctets < 1) {
            return new Malformed<>("a frame of " + format.length() + " octets is too short for its header", offset);
        }
        if (!FrameCheck.follows(octets, offset, length)) {
            return new Malformed<>(isBare ? "the FCS is wrong" : "the HCS is wrong", offset + length);
        }
        var control = HdlcControl.of(Byte.toUnsignedInt(octets[offset + length - 1]));
        return new Complete<>(
                new HdlcHeader(format, destination, source, control), isBare ? length : length + FrameCheck.OCTETS);
    }

    /// Octets of the header without its check.
    public int octets() {
        return FrameFormat.OCTETS + destination.form().octets() + source.form().octets() + 1;
    }

    /// Octets of information between header and FCS.
    public int informationOctets() {
        return Math.max(0, format.length() - octets() - 2 * FrameCheck.OCTETS);
    }

    /// Where the information begins, counted from the octet behind the opening flag.
    int informationOffset() {
        return octets() + FrameCheck.OCTETS;
    }
}
