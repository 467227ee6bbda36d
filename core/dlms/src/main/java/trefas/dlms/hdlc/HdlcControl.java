package trefas.dlms.hdlc;

/// The control field of an HDLC frame: what kind of frame it is (IEC 62056-46). The final bit of an answer stands
/// where the poll bit of a command does.
///
/// | frame | bits 7 to 0 |
/// |-------|-------------|
/// | I     | RRR P SSS 0 |
/// | RR    | RRR P 0001  |
/// | RNR   | RRR P 0101  |
/// | SNRM  | 100 P 0011  |
/// | DISC  | 010 P 0011  |
/// | UA    | 011 F 0011  |
/// | DM    | 000 F 1111  |
/// | FRMR  | 100 F 0111  |
/// | UI    | 000 P 0011  |
public sealed interface HdlcControl {

    /// I: information in sequence.
    record Information(int sent, int expected, boolean isFinal) implements HdlcControl {}

    /// RR: ready for frame `expected`.
    record ReceiveReady(int expected, boolean isFinal) implements HdlcControl {}

    /// RNR: everything before `expected` has arrived, but nothing more can be taken now.
    record ReceiveNotReady(int expected, boolean isFinal) implements HdlcControl {}

    /// SNRM: begin a link.
    record SetNormalResponseMode(boolean isFinal) implements HdlcControl {}

    /// DISC: end the link.
    record Disconnect(boolean isFinal) implements HdlcControl {}

    /// UA: done, as answer to SNRM and DISC.
    record UnnumberedAcknowledge(boolean isFinal) implements HdlcControl {}

    /// DM: there is no link.
    record DisconnectedMode(boolean isFinal) implements HdlcControl {}

    /// FRMR: a frame that can't be put right by repeating it.
    record FrameReject(boolean isFinal) implements HdlcControl {}

    /// UI: information out of sequence, never acknowledged.
    record UnnumberedInformation(boolean isFinal) implements HdlcControl {}

    /// Any other octet: REJ, SREJ, XID, TEST and more are not part of the profile.
    record Undefined(int octet) implements HdlcControl {
        @Override
        public boolean isFinal() {
            return (octet & POLL_FINAL) != 0;
        }
    }

    int POLL_FINAL = 0x10;

    /// The poll bit of a command: answer now. The final bit of an answer: that was all.
    boolean isFinal();

    static HdlcControl of(int octet) {
        return ControlTable.OF_OCTET[octet & 0xFF];
    }

    /// The octet on the line.
    default int octet() {
        int base = switch (this) {
            case Information(int sent, int expected, boolean _) -> expected << 5 | sent << 1;
            case ReceiveReady(int expected, boolean _) -> expected << 5 | 0x01;
            case ReceiveNotReady(int expected, boolean _) -> expected << 5 | 0x05;
            case SetNormalResponseMode _ -> 0x83;
            case Disconnect _ -> 0x43;
            case UnnumberedAcknowledge _ -> 0x63;
            case DisconnectedMode _ -> 0x0F;
            case FrameReject _ -> 0x87;
            case UnnumberedInformation _ -> 0x03;
            case Undefined(int octet) -> octet;
        };
        return isFinal() ? base | POLL_FINAL : base;
    }

    /// The name in the standard and the numbers, for people: `I N(S)=1 N(R)=2 P/F`.
    default String words() {
        String name = switch (this) {
            case Information(int sent, int expected, boolean _) -> "I N(S)=" + sent + " N(R)=" + expected;
            case ReceiveReady(int expected, boolean _) -> "RR N(R)=" + expected;
            case ReceiveNotReady(int expected, boolean _) -> "RNR N(R)=" + expected;
            case SetNormalResponseMode _ -> "SNRM";
            case Disconnect _ -> "DISC";
            case UnnumberedAcknowledge _ -> "UA";
            case DisconnectedMode _ -> "DM";
            case FrameReject _ -> "FRMR";
            case UnnumberedInformation _ -> "UI";
            case Undefined(int octet) -> "undefined control " + Integer.toHexString(octet);
        };
        return isFinal() ? name + " P/F" : name;
    }
}
