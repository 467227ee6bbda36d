package trefas.dlms.explain;

import java.util.function.Consumer;
import trefas.dlms.explain.Memory.Asked;

/// Explains Set-Request and Set-Response (IEC 62056-5-3).
final class SetWalk {

    private static final int ITEM_OCTETS_MIN = 10;

    private SetWalk() {}

    static void request(Walk walk, Memory memory) {
        int at = walk.position();
        int choice = (int) walk.number("set-request", 1, SetWalk::requestChoice);
        int id = Fields.invokeId(walk);
        String transfer = "set " + id;
        switch (choice) {
            case 1 -> {
                one(walk, memory, id);
                DataWalk.value(walk, "value");
            }
            case 2 -> {
                one(walk, memory, id);
                BlockWalk.block(walk, memory, transfer, true, BlockWalk::oneValue);
            }
            case 3 -> {
                boolean isList = memory.asked(id).map(Asked::isList).orElse(false);
                BlockWalk.block(walk, memory, transfer, false, isList ? wholeList() : BlockWalk::oneValue);
            }
            case 4 -> {
                int count = several(walk, memory, id);
                values(walk, count);
            }
            case 5 -> {
                several(walk, memory, id);
                BlockWalk.block(walk, memory, transfer, true, wholeList());
            }
            default -> walk.faultAt(at, "Set-Request has no variant " + choice);
        }
        walk.finish("the request");
    }

    static void response(Walk walk, Memory memory) {
        int at = walk.position();
        int choice = (int) walk.number("set-response", 1, SetWalk::responseChoice);
        int id = Fields.invokeId(walk);
        memory.asked(id).ifPresent(asked -> walk.say("of " + asked.words()));
        switch (choice) {
            case 1 -> Fields.dataAccessResult(walk, "result");
            case 2 -> walk.number("block-number", 4);
            case 3 -> {
                Fields.dataAccessResult(walk, "result");
                walk.number("block-number", 4);
            }
            case 4 -> {
                results(walk);
                walk.number("block-number", 4);
            }
            case 5 -> results(walk);
            default -> walk.faultAt(at, "Set-Response has no variant " + choice);
        }
        walk.finish("the response");
    }

    private static void one(Walk walk, Memory memory, int id) {
        String words = Fields.attribute(walk);
        Fields.selection(walk);
        walk.say(words);
        memory.ask(id, new Asked(words, false));
    }

    /// A list of attributes.
    ///
    /// @return how many
    private static int several(Walk walk, Memory memory, int id) {
        int[] count = new int[1];
        Fields.someOf(walk, "attribute-descriptor-list", ITEM_OCTETS_MIN, i -> {
            count[0] = i;
            walk.group(Integer.toString(i), () -> {
                walk.say(Fields.attribute(walk));
                Fields.selection(walk);
            });
        });
        memory.ask(id, new Asked("several attributes", true));
        return count[0];
    }

    /// A list of values.
    ///
    /// @return how many
    static int values(Walk walk) {
        int[] count = new int[1];
        Fields.list(walk, "value-list", 1, i -> {
            count[0] = i;
            DataWalk.value(walk, Integer.toString(i));
        });
        return count[0];
    }

    /// As many values as there are attributes or methods before them.
    static void values(Walk walk, int expected) {
        int at = walk.position();
        int count = values(walk);
        if (!walk.hasFailed() && count != expected) {
            walk.faultAt(at, count + " values for " + expected + " descriptors");
        }
    }

    private static void results(Walk walk) {
        Fields.list(walk, "result-list", 1, i -> Fields.dataAccessResult(walk, Integer.toString(i)));
    }

    static Consumer<Walk> wholeList() {
        return joined -> {
            values(joined);
            joined.finish("the values");
        };
    }

    private static String requestChoice(long choice) {
        return choice
                + switch ((int) choice) {
                    case 1 -> " set-request-normal";
                    case 2 -> " set-request-with-first-datablock";
                    case 3 -> " set-request-with-datablock";
                    case 4 -> " set-request-with-list";
                    case 5 -> " set-request-with-list-and-first-datablock";
                    default -> "";
                };
    }

    private static String responseChoice(long choice) {
        return choice
                + switch ((int) choice) {
                    case 1 -> " set-response-normal";
                    case 2 -> " set-response-datablock";
                    case 3 -> " set-response-last-datablock";
                    case 4 -> " set-response-last-datablock-with-list";
                    case 5 -> " set-response-with-list";
                    default -> "";
                };
    }
}
