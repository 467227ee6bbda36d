package trefas.dlms.hdlc;

/// Every control octet, read once: a frame that arrives makes no new object for it.
final class ControlTable {

    static final HdlcControl[] OF_OCTET = table();

    private ControlTable() {}

    private static HdlcControl[] table() {
        var table = new HdlcControl[256];
        for (int octet = 0; octet < table.length; octet++) {
            table[octet] = read(octet);
        }
        return table;
    }

    private static HdlcControl read(int octet) {
        boolean isFinal = (octet & HdlcControl.POLL_FINAL) != 0;
        int expected = octet >>> 5;
        if ((octet & 0x01) == 0) {
            return new HdlcControl.Information((octet >>> 1) & 0x07, expected, isFinal);
        }
        return switch (octet & 0x0F) {
            case 0x01 -> new HdlcControl.ReceiveReady(expected, isFinal);
            case 0x05 -> new HdlcControl.ReceiveNotReady(expected, isFinal);
            default ->
                switch (octet & ~HdlcControl.POLL_FINAL) {
                    case 0x83 -> new HdlcControl.SetNormalResponseMode(isFinal);
                    case 0x43 -> new HdlcControl.Disconnect(isFinal);
                    case 0x63 -> new HdlcControl.UnnumberedAcknowledge(isFinal);
                    case 0x0F -> new HdlcControl.DisconnectedMode(isFinal);
                    case 0x87 -> new HdlcControl.FrameReject(isFinal);
                    case 0x03 -> new HdlcControl.UnnumberedInformation(isFinal);
                    default -> new HdlcControl.Undefined(octet);
                };
        };
    }
}
