package trefas.cosem;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Action-Result of the xDLMS services (IEC 62056-5-3). The number is the wire value.
public enum ActionResult {
    SUCCESS(0),
    HARDWARE_FAULT(1),
    TEMPORARY_FAILURE(2),
    READ_WRITE_DENIED(3),
    OBJECT_UNDEFINED(4),
    OBJECT_CLASS_INCONSISTENT(9),
    OBJECT_UNAVAILABLE(11),
    TYPE_UNMATCHED(12),
    SCOPE_OF_ACCESS_VIOLATED(13),
    DATA_BLOCK_UNAVAILABLE(14),
    LONG_ACTION_ABORTED(15),
    NO_LONG_ACTION_IN_PROGRESS(16),
    OTHER_REASON(250);

    private static final Map<Integer, ActionResult> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ActionResult::code, Function.identity()));

    private final int code;

    ActionResult(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<ActionResult> ofCode(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
