package trefas.dlms.explain;

import java.util.function.Consumer;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.explain.Memory.Asked;

/// Explains Action-Request and Action-Response (IEC 62056-5-3).
final class ActionWalk {

    private static final int METHOD_OCTETS = 9;
    private static final int RESPONSE_OCTETS_MIN = 2;

    private ActionWalk() {}

    static void request(Walk walk, Memory memory) {
        int at = walk.position();
        int choice = (int) walk.number("action-request", 1, ActionWalk::requestChoice);
        int id = Fields.invokeId(walk);
        String transfer = "action " + id;
        switch (choice) {
            case 1 -> {
                one(walk, memory, id);
                parameters(walk);
            }
            case 2 -> walk.number("block-number", 4);
            case 3 -> {
                int count = several(walk, memory, id);
                SetWalk.values(walk, count);
            }
            case 4 -> {
                one(walk, memory, id);
                BlockWalk.block(walk, memory, transfer, true, BlockWalk::oneValue);
            }
            case 5 -> {
                several(walk, memory, id);
                BlockWalk.block(walk, memory, transfer, true, SetWalk.wholeList());
            }
            case 6 -> {
                boolean isList = memory.asked(id).map(Asked::isList).orElse(false);
                Consumer<Walk> whole = isList ? SetWalk.wholeList() : BlockWalk::oneValue;
                BlockWalk.block(walk, memory, transfer, false, whole);
            }
            default -> walk.faultAt(at, "Action-Request has no variant " + choice);
        }
        walk.finish("the request");
    }

    static void response(Walk walk, Memory memory) {
        int at = walk.position();
        int choice = (int) walk.number("action-response", 1, ActionWalk::responseChoice);
        int id = Fields.invokeId(walk);
        memory.asked(id).ifPresent(asked -> walk.say("of " + asked.words()));
        switch (choice) {
            case 1 -> result(walk);
            case 2 -> BlockWalk.block(walk, memory, "answer " + id, false, joined -> whole(joined));
            case 3 -> results(walk);
            case 4 -> walk.number("block-number", 4);
            default -> walk.faultAt(at, "Action-Response has no variant " + choice);
        }
        walk.finish("the response");
    }

    /// What blocks of an answer carry: a value, a result with a value, or a list of results; peers differ.
    private static void whole(Walk joined) {
        Octets octets = joined.source().octets();
        ExplainLimits limits = joined.budget().limits();
        if (BlockWalk.suits(octets, limits, BlockWalk::oneValue)) {
            BlockWalk.oneValue(joined);
        } else if (BlockWalk.suits(octets, limits, ActionWalk::results)) {
            results(joined);
        } else if (BlockWalk.suits(octets, limits, walk -> Fields.getDataResult(walk, "return-parameters"))) {
            Fields.getDataResult(joined, "return-parameters");
        } else {
            BlockWalk.oneValue(joined);
        }
    }

    private static void one(Walk walk, Memory memory, int id) {
        String words = Fields.method(walk);
        walk.say(words);
        memory.ask(id, new Asked(words, false));
    }

    /// A list of methods.
    ///
    /// @return how many
    private static int several(Walk walk, Memory memory, int id) {
        int[] count = new int[1];
        Fields.someOf(walk, "method-descriptor-list", METHOD_OCTETS, i -> {
            count[0] = i;
            walk.group(Integer.toString(i), () -> walk.say(Fields.method(walk)));
        });
        memory.ask(id, new Asked("several methods", true));
        return count[0];
    }

    private static void parameters(Walk walk) {
        walk.group("method-invocation-parameters", () -> {
            if (walk.takePresence("parameters")) {
                DataWalk.value(walk, "data");
            } else {
                walk.say("none");
            }
        });
    }

    private static void results(Walk walk) {
        Fields.list(
                walk, "response-list", RESPONSE_OCTETS_MIN, i -> walk.group(Integer.toString(i), () -> result(walk)));
    }

    private static void result(Walk walk) {
        Fields.actionResult(walk);
        walk.group("return-parameters", () -> {
            if (walk.takePresence("return parameters")) {
                Fields.getDataResult(walk, "get-data-result");
            } else {
                walk.say("none");
            }
        });
    }

    private static String requestChoice(long choice) {
        return choice
                + switch ((int) choice) {
                    case 1 -> " action-request-normal";
                    case 2 -> " action-request-next-pblock";
                    case 3 -> " action-request-with-list";
                    case 4 -> " action-request-with-first-pblock";
                    case 5 -> " action-request-with-list-and-first-pblock";
                    case 6 -> " action-request-with-pblock";
                    default -> "";
                };
    }

    private static String responseChoice(long choice) {
        return choice
                + switch ((int) choice) {
                    case 1 -> " action-response-normal";
                    case 2 -> " action-response-with-pblock";
                    case 3 -> " action-response-with-list";
                    case 4 -> " action-response-next-pblock";
                    default -> "";
                };
    }
}
