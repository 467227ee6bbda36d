package trefas.dlms.explain;

import java.util.ArrayList;
import java.util.List;
import trefas.dlms.explain.Explanation.Source;

/// Explains wrapper headers and their APDUs one after the other (IEC 62056-47).
final class WrapperWalk {

    private static final int VERSION = 1;

    private WrapperWalk() {}

    static List<Part> units(Source source, Memory memory, Budget budget) {
        var units = new ArrayList<Part>();
        int position = 0;
        int end = source.octets().length();
        while (position < end) {
            var part = new Part(source, position, "wrapper PDU");
            units.add(part);
            var walk = new Walk(source, position, end, part, budget);
            position = unit(walk, memory);
            part.endingAt(position);
        }
        return units;
    }

    /// @return offset of what follows the unit
    private static int unit(Walk walk, Memory memory) {
        int begin = walk.position();
        int end = walk.end();
        long version = walk.number("version", 2);
        if (!walk.hasFailed() && version != VERSION) {
            walk.faultAt(begin, "wrapper version " + version + ", expected 1");
        }
        long from = walk.number("source-wport", 2, WrapperWalk::port);
        long to = walk.number("destination-wport", 2, WrapperWalk::port);
        int lengthAt = walk.position();
        int length = (int) walk.number("length", 2);
        if (walk.hasFailed()) {
            return end;
        }
        walk.say(from + " to " + to);
        memory.link(to + ">" + from);
        int apduEnd = walk.position() + length;
        if (length > walk.remaining()) {
            walk.faultAt(lengthAt, "the APDU is to have " + Walk.octets(length) + ", but " + walk.left());
            return end;
        }
        walk.group("APDU", () -> walk.within(length, () -> ApduWalk.apdu(walk, memory, 0)));
        return apduEnd;
    }

    private static String port(long port) {
        return port
                + switch ((int) port) {
                    case 0x00 -> " (no-station)";
                    case 0x01 -> " (management)";
                    case 0x10 -> " (public client, or logical device 16)";
                    case 0x7F -> " (all-station)";
                    default -> "";
                };
    }
}
