package trefas.dlms.hdlc;

import java.util.Arrays;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// One HDLC frame, whole and verified (IEC 62056-46). What kind it is says its sealed [HdlcControl].
///
/// @param isSegmented true when the rest of the information comes in later frames
/// @param information 0 to 2 030 octets
public record HdlcFrame(
        boolean isSegmented, HdlcAddress destination, HdlcAddress source, HdlcControl control, Octets information) {

    public static final int FLAG = 0x7E;

    /// Octets of information in the longest frame every address form leaves room for.
    public static final int INFORMATION_OCTETS_MAX = 2_030;

    /// Flags, format, addresses of 4 octets, control and both checks.
    static final int OVERHEAD_OCTETS_MAX = 17;

    private static final Octets NOTHING = Octets.of(new byte[0]);

    /// A frame without information.
    public static HdlcFrame of(HdlcAddress destination, HdlcAddress source, HdlcControl control) {
        return new HdlcFrame(false, destination, source, control, NOTHING);
    }

    /// Reads a frame from its opening to its closing flag. The closing flag may open the next frame as well.
    public static Decoded<HdlcFrame> decode(byte[] octets, int offset, int available) {
        if (available < 1) {
            return new Incomplete<>(1);
        }
        if (octets[offset] != FLAG) {
            return new Malformed<>("a frame begins with 7E", offset);
        }
        return switch (HdlcHeader.decode(octets, offset + 1, available - 1)) {
            case Incomplete<HdlcHeader>(int missing) -> new Incomplete<>(missing);
            case Malformed<HdlcHeader>(String reason, int at) -> new Malformed<>(reason, at);
            case Complete<HdlcHeader>(var header, int _) -> decode(header, octets, offset, available);
        };
    }

    private static Decoded<HdlcFrame> decode(HdlcHeader header, byte[] octets, int offset, int available) {
        int length = header.format().length();
        int missing = length + 2 - available;
        if (missing > 0) {
            return new Incomplete<>(missing);
        }
        if (octets[offset + 1 + length] != FLAG) {
            return new Malformed<>("no 7E behind " + length + " octets", offset + 1 + length);
        }
        int checked = length - FrameCheck.OCTETS;
        if (!FrameCheck.follows(octets, offset + 1, checked)) {
            return new Malformed<>("the FCS is wrong", offset + 1 + checked);
        }
        int count = header.informationOctets();
        var information = count == 0 ? NOTHING : Octets.of(octets, offset + 1 + header.informationOffset(), count);
        return new Complete<>(
                new HdlcFrame(
                        header.format().isSegmented(),
                        header.destination(),
                        header.source(),
                        header.control(),
                        information),
                length + 2);
    }

    /// The frame with both flags.
    public byte[] encode() {
        byte[] octets = new byte[OVERHEAD_OCTETS_MAX + information.length()];
        int length = encode(
                octets,
                isSegmented,
                destination,
                source,
                control.octet(),
                information.toArray(),
                0,
                information.length());
        return Arrays.copyOf(octets, length);
    }

    /// Writes a frame with both flags into space that is long enough.
    ///
    /// @return octets written
    static int encode(
            byte[] target,
            boolean isSegmented,
            HdlcAddress destination,
            HdlcAddress source,
            int control,
            byte[] information,
            int offset,
            int count) {
        int position = 1 + FrameFormat.OCTETS;
        position += destination.encode(target, position);
        position += source.encode(target, position);
        target[position++] = (byte) control;
        int headerOctets = position - 1;
        int checks = count == 0 ? FrameCheck.OCTETS : 2 * FrameCheck.OCTETS;
        int length = headerOctets + count + checks;
        if (length > FrameFormat.LENGTH_MAX) {
            throw new IllegalArgumentException("information of " + count + " octets does not fit a frame");
        }
        target[0] = FLAG;
        new FrameFormat(isSegmented, length).encode(target, 1);
        FrameCheck.append(target, 1, headerOctets);
        if (count > 0) {
            position += FrameCheck.OCTETS;
            System.arraycopy(information, offset, target, position, count);
            FrameCheck.append(target, 1, length - FrameCheck.OCTETS);
        }
        target[length + 1] = FLAG;
        return length + 2;
    }
}
