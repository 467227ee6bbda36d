package trefas.dlms.explain;

/// Explains the LLC header and the APDU behind it (IEC 62056-46).
final class LlcWalk {

    private static final int LLC_OCTETS = 3;

    private LlcWalk() {}

    static void explain(Walk walk, Memory memory) {
        int at = walk.position();
        long llc = walk.number("LLC", LLC_OCTETS, header -> switch ((int) header >>> 8) {
            case 0xE6E6 -> "E6E6 command" + quality((int) header & 0xFF);
            case 0xE6E7 -> "E6E7 response" + quality((int) header & 0xFF);
            case 0xFFE6 -> "FFE6 command to all" + quality((int) header & 0xFF);
            default -> Walk.hex(header, 6);
        });
        if (walk.hasFailed()) {
            return;
        }
        int addresses = (int) llc >>> 8;
        if (addresses != 0xE6E6 && addresses != 0xE6E7 && addresses != 0xFFE6) {
            walk.faultAt(at, "LLC header " + Walk.hex(llc, 6) + ", expected E6E600 or E6E700");
            return;
        }
        walk.group("APDU", () -> ApduWalk.apdu(walk, memory, 0));
    }

    private static String quality(int quality) {
        return quality == 0 ? "" : ", quality " + Walk.hex(quality, 2);
    }
}
