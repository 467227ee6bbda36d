package trefas.dlms.explain;

import trefas.cosem.CosemData.Octets;

/// HDLC addresses in words (IEC 62056-46).
final class HdlcAddressWords {

    private static final int UPPER_ALL_SHORT = 0x7F;
    private static final int UPPER_ALL_LONG = 0x3FFF;

    private HdlcAddressWords() {}

    /// @param end `client`, `server`, or empty when nobody knows
    static String of(Octets address, String end) {
        int length = address.length();
        if (length == 1) {
            int value = address.octet(0) >>> 1;
            return (end.isEmpty() ? "" : end + " ")
                    + value
                    + switch (end) {
                        case "client" -> client(value);
                        case "server" -> logical(value, UPPER_ALL_SHORT);
                        default -> "";
                    };
        }
        int half = length / 2;
        int upper = part(address, 0, half);
        int lower = part(address, half, half);
        int all = length == 2 ? UPPER_ALL_SHORT : UPPER_ALL_LONG;
        return "server " + upper + logical(upper, all) + ", physical device " + lower
                + (lower == all ? " (all-station)" : lower == all - 1 ? " (calling)" : "");
    }

    private static int part(Octets address, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = (value << 7) | (address.octet(i) >>> 1);
        }
        return value;
    }

    private static String client(int value) {
        return switch (value) {
            case 0 -> " (no-station)";
            case 1 -> " (client management process)";
            case 16 -> " (public client)";
            case UPPER_ALL_SHORT -> " (all-station)";
            default -> "";
        };
    }

    private static String logical(int value, int all) {
        return value == 0
                ? " (no-station)"
                : value == 1 ? " (management logical device)" : value == all ? " (all-station)" : "";
    }
}
