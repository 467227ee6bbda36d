package trefas.dlms.explain;

/// The kinds of HDLC frames (IEC 62056-46), told by the control octet.
enum HdlcControl {
    I,
    RR,
    RNR,
    SNRM,
    DISC,
    UA,
    DM,
    FRMR,
    UI,
    UNKNOWN;

    private static final int POLL_FINAL = 0x10;

    static HdlcControl of(int control) {
        if ((control & 0x01) == 0) {
            return I;
        }
        return switch (control & 0x0F) {
            case 0x01 -> RR;
            case 0x05 -> RNR;
            default ->
                switch (control & ~POLL_FINAL) {
                    case 0x83 -> SNRM;
                    case 0x43 -> DISC;
                    case 0x63 -> UA;
                    case 0x0F -> DM;
                    case 0x87 -> FRMR;
                    case 0x03 -> UI;
                    default -> UNKNOWN;
                };
        };
    }

    /// The octet in words, for example `I N(S)=0 N(R)=1 P/F=1`.
    static String words(int control) {
        HdlcControl kind = of(control);
        String pollFinal = (control & POLL_FINAL) != 0 ? " P/F=1" : " P/F=0";
        int received = control >>> 5;
        return switch (kind) {
            case I -> "I N(S)=" + ((control >>> 1) & 7) + " N(R)=" + received + pollFinal;
            case RR, RNR -> kind + " N(R)=" + received + pollFinal;
            case SNRM, DISC, UA, DM, FRMR, UI -> kind + pollFinal;
            case UNKNOWN -> "unknown " + Walk.hex(control, 2);
        };
    }
}
