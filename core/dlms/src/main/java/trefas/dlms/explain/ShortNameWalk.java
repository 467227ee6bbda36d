package trefas.dlms.explain;

import java.util.function.IntConsumer;

/// Explains the services with short names (IEC 62056-5-3, SN referencing): objects are named by their base name.
final class ShortNameWalk {

    private static final int SPECIFICATION_OCTETS_MIN = 3;

    private ShortNameWalk() {}

    static void readRequest(Walk walk) {
        Fields.list(walk, "variable-access-specification", SPECIFICATION_OCTETS_MIN, specification(walk));
        walk.finish("the request");
    }

    static void readResponse(Walk walk) {
        Fields.list(
                walk,
                "read-results",
                1,
                i -> walk.group(Integer.toString(i), () -> {
                    int at = walk.position();
                    int choice = (int) walk.take(1);
                    switch (choice) {
                        case 0 -> DataWalk.value(walk, "data");
                        case 1 -> Fields.dataAccessResult(walk, "data-access-error");
                        case 2 -> {
                            Fields.lastBlock(walk);
                            walk.number("block-number", 2);
                            raw(walk);
                        }
                        case 3 -> walk.number("block-number", 2);
                        default -> walk.faultAt(at, "Read-Response has no choice " + choice);
                    }
                }));
        walk.finish("the response");
    }

    /// Write-Request and Unconfirmed-Write-Request.
    static void writeRequest(Walk walk) {
        specificationsAndValues(walk);
        walk.finish("the request");
    }

    static void writeResponse(Walk walk) {
        Fields.list(
                walk,
                "write-results",
                1,
                i -> walk.group(Integer.toString(i), () -> {
                    int at = walk.position();
                    int choice = (int) walk.take(1);
                    switch (choice) {
                        case 0 -> walk.say("success");
                        case 1 -> Fields.dataAccessResult(walk, "data-access-error");
                        case 2 -> walk.number("block-number", 2);
                        default -> walk.faultAt(at, "Write-Response has no choice " + choice);
                    }
                }));
        walk.finish("the response");
    }

    static void informationReport(Walk walk) {
        walk.group("current-time", () -> {
            if (walk.takePresence("the time")) {
                int length = walk.takeFittingLength("the time");
                walk.say(SimpleType.text(walk.takeRun(length)));
            } else {
                walk.say("none");
            }
        });
        specificationsAndValues(walk);
        walk.finish("the report");
    }

    private static void specificationsAndValues(Walk walk) {
        int[] count = new int[1];
        IntConsumer specification = specification(walk);
        Fields.list(walk, "variable-access-specification", SPECIFICATION_OCTETS_MIN, i -> {
            count[0] = i;
            specification.accept(i);
        });
        SetWalk.values(walk, count[0]);
    }

    private static IntConsumer specification(Walk walk) {
        return i -> walk.group(Integer.toString(i), () -> {
            int at = walk.position();
            int choice = (int) walk.take(1);
            switch (choice) {
                case 2 -> name(walk);
                case 4 -> {
                    name(walk);
                    walk.number("selector", 1);
                    DataWalk.value(walk, "parameter");
                }
                case 5 -> walk.number("block-number", 2);
                case 6 -> {
                    Fields.lastBlock(walk);
                    walk.number("block-number", 2);
                    raw(walk);
                }
                case 7 -> {
                    name(walk);
                    Fields.lastBlock(walk);
                    walk.number("block-number", 2);
                    raw(walk);
                }
                default -> walk.faultAt(at, "a variable access has no choice " + choice);
            }
        });
    }

    private static void name(Walk walk) {
        walk.number("variable-name", 2, name -> {
            String words = switch ((int) name & 0xFF00) {
                case 0xFA00 -> " Association SN";
                case 0xFB00 -> " Script table, broadcast";
                case 0xFC00 -> " SAP assignment";
                case 0xFD00 -> " COSEM logical device name";
                default -> "";
            };
            return Walk.hex(name, 4) + words;
        });
    }

    private static void raw(Walk walk) {
        walk.group("raw-data", () -> {
            int length = walk.takeFittingLength("the block");
            walk.takeRun(length);
            walk.say(Walk.octets(length));
        });
    }
}
