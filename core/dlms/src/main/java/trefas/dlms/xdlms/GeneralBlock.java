package trefas.dlms.xdlms;

import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;

/// A part of any APDU, or an acknowledgement without one (General-Block-Transfer, E0, IEC 62056-5-3).
///
/// | octets | field                 | meaning                                            |
/// |--------|-----------------------|----------------------------------------------------|
/// | 0      | tag                   | E0                                                 |
/// | 1      | control, bit 7        | 1: the last block                                  |
/// |        | control, bit 6        | streaming, 1: more follow without waiting          |
/// |        | control, bits 5 to 0  | window: blocks the sender can take at once         |
/// | 2-3    | number                | of this block, from 1                              |
/// | 4-5    | acknowledged          | the last block received in sequence                |
/// | 6-     | data                  | a length field and the octets                      |
///
/// @param window 0 to 63
public record GeneralBlock(boolean isLast, boolean isStreaming, int window, int number, int acknowledged, Octets data) {

    /// Tag, control, both numbers; the length field follows.
    public static final int HEADER_OCTETS = 6;

    public static final int WINDOW_MAX = 0x3F;
    public static final int NUMBER_MAX = 0xFFFF;

    private static final int LAST = 0x80;
    private static final int STREAMING = 0x40;

    /// Reads a block that fills the octets given, tag included.
    public static Decoded<GeneralBlock> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.GENERAL_BLOCK_TRANSFER);
        int control = in.octet();
        int number = (int) in.number(2);
        int acknowledged = (int) in.number(2);
        return in.finish(new GeneralBlock(
                (control & LAST) != 0,
                (control & STREAMING) != 0,
                control & WINDOW_MAX,
                number,
                acknowledged,
                in.octetString()));
    }

    /// The octet that holds the two flags and the window.
    public int control() {
        return (isLast ? LAST : 0) | (isStreaming ? STREAMING : 0) | window;
    }

    /// Appends the APDU.
    public void encode(AxdrWriter out) {
        out.octet(ApduTag.GENERAL_BLOCK_TRANSFER)
                .octet(control())
                .number(number, 2)
                .number(acknowledged, 2);
        ApduFields.write(data, out);
    }
}
