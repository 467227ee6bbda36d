package trefas.dlms.explain;

import java.util.ArrayList;
import java.util.List;

/// Explains Access-Request and Access-Response (IEC 62056-5-3).
final class AccessWalk {

    private static final int SPECIFICATION_OCTETS_MIN = 10;
    private static final int RESULT_OCTETS = 2;

    private AccessWalk() {}

    static void request(Walk walk) {
        Fields.longInvokeId(walk);
        Fields.dateTime(walk);
        int specifications = specifications(walk).size();
        equalCount(walk, "access-request-list-of-data", specifications);
        walk.finish("the request");
    }

    static void response(Walk walk) {
        Fields.longInvokeId(walk);
        Fields.dateTime(walk);
        walk.group("access-request-specification", () -> {
            if (walk.takePresence("the specifications")) {
                specifications(walk);
            } else {
                walk.say("left out");
            }
        });
        int count = values(walk, "access-response-list-of-data");
        int at = walk.position();
        int[] results = new int[1];
        Fields.list(walk, "access-response-specification", RESULT_OCTETS, i -> {
            walk.group(Integer.toString(i), () -> result(walk));
            results[0]++;
        });
        if (!walk.hasFailed() && results[0] != count) {
            walk.faultAt(at, results[0] + " results, but " + count + " values");
        }
        walk.finish("the response");
    }

    private static void equalCount(Walk walk, String name, int expected) {
        int at = walk.position();
        int count = values(walk, name);
        if (!walk.hasFailed() && count != expected) {
            walk.faultAt(at, count + " values for " + expected + " specifications");
        }
    }

    private static List<Integer> specifications(Walk walk) {
        var kinds = new ArrayList<Integer>();
        Fields.list(
                walk,
                "access-request-list-of-spec",
                SPECIFICATION_OCTETS_MIN,
                i -> walk.group(Integer.toString(i), () -> kinds.add(specification(walk))));
        return kinds;
    }

    private static int values(Walk walk, String name) {
        int[] count = new int[1];
        Fields.list(walk, name, 1, i -> {
            DataWalk.value(walk, Integer.toString(i));
            count[0]++;
        });
        return count[0];
    }

    private static int specification(Walk walk) {
        int at = walk.position();
        int choice = (int) walk.number("access-request", 1, AccessWalk::kind);
        switch (choice) {
            case 1, 2 -> walk.say(Fields.attribute(walk));
            case 3 -> walk.say(Fields.method(walk));
            case 4, 5 -> {
                walk.say(Fields.attribute(walk));
                walk.number("access-selector", 1);
                DataWalk.value(walk, "access-parameters");
            }
            default -> walk.faultAt(at, "Access-Request has no choice " + choice);
        }
        return choice;
    }

    private static void result(Walk walk) {
        int at = walk.position();
        int choice = (int) walk.number("access-response", 1, AccessWalk::kind);
        switch (choice) {
            case 1, 2 -> Fields.dataAccessResult(walk, "result");
            case 3 -> Fields.actionResult(walk);
            default -> walk.faultAt(at, "Access-Response has no choice " + choice);
        }
    }

    private static String kind(long choice) {
        return choice
                + switch ((int) choice) {
                    case 1 -> " get";
                    case 2 -> " set";
                    case 3 -> " action";
                    case 4 -> " get-with-selection";
                    case 5 -> " set-with-selection";
                    default -> "";
                };
    }
}
