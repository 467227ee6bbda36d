package trefas.dlms.explain;

import java.util.Arrays;
import java.util.stream.Collectors;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.acse.ConformanceBit;

/// Explains InitiateRequest and InitiateResponse (IEC 62056-5-3).
final class InitiateWalk {

    private static final int CONFORMANCE_TAG = 0x5F;
    private static final int CONFORMANCE_TAG_NUMBER = 0x1F;
    private static final int CONFORMANCE_LENGTH = 4;
    private static final int CONFORMANCE_BITS = 24;

    private InitiateWalk() {}

    static void request(Walk walk, Memory memory) {
        walk.group("dedicated-key", () -> {
            if (walk.takePresence("the dedicated key")) {
                int length = walk.takeFittingLength("the dedicated key");
                Octets key = walk.takeRun(length);
                if (!walk.hasFailed()) {
                    memory.dedicatedKeyIs(key);
                    walk.say("of " + Walk.octets(length));
                }
            } else {
                walk.say("none");
            }
        });
        walk.group("response-allowed", () -> {
            boolean isDefault = !walk.takePresence("response-allowed");
            walk.say(isDefault || walk.take(1) != 0 ? "yes" : "no");
        });
        quality(walk, "proposed-quality-of-service");
        walk.number("proposed-dlms-version-number", 1);
        conformance(walk, "proposed-conformance");
        walk.number("client-max-receive-pdu-size", 2, size -> size == 0 ? "0 (no limit)" : Long.toString(size));
        walk.finish("the InitiateRequest");
    }

    static void response(Walk walk) {
        quality(walk, "negotiated-quality-of-service");
        walk.number("negotiated-dlms-version-number", 1);
        conformance(walk, "negotiated-conformance");
        walk.number("server-max-receive-pdu-size", 2);
        walk.number(
                "vaa-name",
                2,
                name -> Walk.hex(name, 4)
                        + switch ((int) name) {
                            case 0x0007 -> " logical names";
                            case 0xFA00 -> " short names";
                            default -> "";
                        });
        walk.finish("the InitiateResponse");
    }

    private static void quality(Walk walk, String name) {
        walk.group(
                name,
                () -> walk.say(
                        walk.takePresence("the quality of service") ? Long.toString((byte) walk.take(1)) : "none"));
    }

    private static void conformance(Walk walk, String name) {
        walk.group(name, () -> {
            int at = walk.position();
            int tag = (int) walk.take(1);
            int next = (int) walk.take(1);
            int length = next;
            if (next == CONFORMANCE_TAG_NUMBER) {
                length = (int) walk.take(1);
            } else if (!walk.hasFailed()) {
                walk.note("old form of the conformance tag: 5F without 1F");
            }
            int unused = (int) walk.take(1);
            if (walk.hasFailed()) {
                return;
            }
            if (tag != CONFORMANCE_TAG || length != CONFORMANCE_LENGTH || unused != 0) {
                walk.faultAt(at, "not a conformance block, expected 5F 1F 04 00 and three octets");
                return;
            }
            int bits = (int) walk.take(3);
            if (!walk.hasFailed()) {
                walk.say(words(bits));
            }
        });
    }

    private static String words(int bits) {
        String names = Arrays.stream(ConformanceBit.values())
                .filter(bit -> ((bits >>> (CONFORMANCE_BITS - 1 - bit.bit())) & 1) != 0)
                .map(bit -> Fields.words(bit.name()))
                .collect(Collectors.joining(", "));
        return Walk.hex(bits, 6) + (names.isEmpty() ? " nothing" : " " + names);
    }
}
