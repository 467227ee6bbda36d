package trefas.dlms.explain;

/// Explains what is sent unasked, and errors (IEC 62056-5-3): notifications, exceptions, service errors.
final class NoticeWalk {

    private static final int OCTET_STRING = 0x09;
    private static final int COUNTER_ERROR = 6;

    private NoticeWalk() {}

    static void dataNotification(Walk walk) {
        Fields.longInvokeId(walk);
        Fields.dateTime(walk);
        DataWalk.value(walk, "notification-body");
        walk.finish("the notification");
    }

    static void dataNotificationConfirm(Walk walk) {
        Fields.longInvokeId(walk);
        Fields.dateTime(walk);
        walk.finish("the confirmation");
    }

    static void eventNotification(Walk walk) {
        walk.group("time", () -> {
            if (!walk.takePresence("the time")) {
                walk.say("none");
                return;
            }
            if (walk.peek(0) == OCTET_STRING) {
                walk.take(1);
                walk.note("the tag 09 before the length of the time is not the standard's");
            }
            int at = walk.position();
            int length = walk.takeFittingLength("the time");
            var octets = walk.takeRun(length);
            if (!walk.hasFailed()) {
                Fields.sayTime(walk, at, octets);
            }
        });
        walk.say(Fields.attribute(walk));
        DataWalk.value(walk, "attribute-value");
        walk.finish("the notification");
    }

    static void exception(Walk walk) {
        walk.number(
                "state-error",
                1,
                code -> code
                        + switch ((int) code) {
                            case 1 -> " service-not-allowed";
                            case 2 -> " service-unknown";
                            default -> " not defined";
                        });
        int service = (int) walk.number(
                "service-error",
                1,
                code -> code
                        + switch ((int) code) {
                            case 1 -> " operation-not-possible";
                            case 2 -> " service-not-supported";
                            case 3 -> " other-reason";
                            case 4 -> " pdu-too-long";
                            case 5 -> " deciphering-error";
                            case COUNTER_ERROR -> " invocation-counter-error";
                            default -> " not defined";
                        });
        if (service == COUNTER_ERROR && walk.hasMore()) {
            walk.number("lowest acceptable counter", 4);
        }
        walk.finish("the exception");
    }

    static void serviceError(Walk walk) {
        walk.number(
                "service",
                1,
                code -> code
                        + switch ((int) code) {
                            case 1 -> " initiateError";
                            case 5 -> " read";
                            case 6 -> " write";
                            default -> " not defined";
                        });
        int error = (int) walk.number(
                "service-error",
                1,
                code -> code
                        + switch ((int) code) {
                            case 0 -> " application-reference";
                            case 1 -> " hardware-resource";
                            case 2 -> " vde-state-error";
                            case 3 -> " service";
                            case 4 -> " definition";
                            case 5 -> " access";
                            case 6 -> " initiate";
                            case 7 -> " load-data-set";
                            case 9 -> " task";
                            default -> " not defined";
                        });
        walk.number("value", 1, code -> code + errorValue(error, (int) code));
        walk.finish("the error");
    }

    private static String errorValue(int error, int code) {
        return switch (error) {
            case 6 ->
                switch (code) {
                    case 0 -> " other";
                    case 1 -> " dlms-version-too-low";
                    case 2 -> " incompatible-conformance";
                    case 3 -> " pdu-size-too-short";
                    case 4 -> " refused-by-the-VDE-handler";
                    default -> " not defined";
                };
            case 3 ->
                switch (code) {
                    case 0 -> " other";
                    case 1 -> " pdu-size";
                    case 2 -> " service-unsupported";
                    default -> " not defined";
                };
            default -> "";
        };
    }
}
