package trefas.dlms.explain;

import java.util.function.Consumer;
import trefas.dlms.explain.Memory.Asked;

/// Explains Get-Request and Get-Response (IEC 62056-5-3).
final class GetWalk {

    private static final int ITEM_OCTETS_MIN = 10;
    private static final int RESULT_OCTETS_MIN = 2;

    private GetWalk() {}

    static void request(Walk walk, Memory memory) {
        int at = walk.position();
        int choice = (int) walk.number("get-request", 1, GetWalk::requestChoice);
        int id = Fields.invokeId(walk);
        switch (choice) {
            case 1 -> {
                String words = Fields.attribute(walk);
                Fields.selection(walk);
                walk.say(words);
                memory.ask(id, new Asked(words, false));
            }
            case 2 -> walk.number("block-number", 4);
            case 3 -> {
                Fields.someOf(
                        walk,
                        "attribute-descriptor-list",
                        ITEM_OCTETS_MIN,
                        i -> walk.group(Integer.toString(i), () -> {
                            walk.say(Fields.attribute(walk));
                            Fields.selection(walk);
                        }));
                memory.ask(id, new Asked("several attributes", true));
            }
            default -> walk.faultAt(at, "Get-Request has no variant " + choice);
        }
        walk.finish("the request");
    }

    static void response(Walk walk, Memory memory) {
        int at = walk.position();
        int choice = (int) walk.number("get-response", 1, GetWalk::responseChoice);
        int id = Fields.invokeId(walk);
        memory.asked(id).ifPresent(asked -> walk.say("of " + asked.words()));
        switch (choice) {
            case 1 -> Fields.getDataResult(walk, "result");
            case 2 -> block(walk, memory, id);
            case 3 -> results(walk);
            default -> walk.faultAt(at, "Get-Response has no variant " + choice);
        }
        walk.finish("the response");
    }

    private static void block(Walk walk, Memory memory, int id) {
        boolean[] isLast = new boolean[1];
        walk.number("last-block", 1, flag -> {
            isLast[0] = flag != 0;
            return flag == 0 ? "no" : "yes";
        });
        long number = walk.number("block-number", 4);
        int at = walk.position();
        int choice = (int) walk.number("result", 1, code -> code == 0 ? "raw-data" : "data-access-result");
        if (choice != 0) {
            if (choice != 1) {
                walk.warn(at, "variant " + choice + ", expected 0 raw data or 1 error");
            }
            Fields.dataAccessResult(walk, "data-access-result");
            return;
        }
        boolean isList = memory.asked(id).map(Asked::isList).orElse(false);
        Consumer<Walk> whole = isList
                ? joined -> BlockWalk.either(joined, GetWalk::wholeResults, BlockWalk::oneValue)
                : joined -> BlockWalk.either(joined, BlockWalk::oneValue, GetWalk::wholeResults);
        BlockWalk.rawData(walk, memory, "get " + id, new BlockWalk.Block(number, false, isLast[0]), whole);
    }

    private static void wholeResults(Walk walk) {
        results(walk);
        walk.finish("the results");
    }

    private static void results(Walk walk) {
        Fields.list(walk, "result-list", RESULT_OCTETS_MIN, i -> Fields.getDataResult(walk, Integer.toString(i)));
    }

    private static String requestChoice(long choice) {
        return choice
                + switch ((int) choice) {
                    case 1 -> " get-request-normal";
                    case 2 -> " get-request-next";
                    case 3 -> " get-request-with-list";
                    default -> "";
                };
    }

    private static String responseChoice(long choice) {
        return choice
                + switch ((int) choice) {
                    case 1 -> " get-response-normal";
                    case 2 -> " get-response-with-datablock";
                    case 3 -> " get-response-with-list";
                    default -> "";
                };
    }
}
