package trefas.dlms.acse;

import java.util.Arrays;
import java.util.Optional;

/// How an AARQ was decided (result of the AARE, IEC 62056-5-3). The number is the wire value.
public enum AssociationResult {
    ACCEPTED(0),
    REJECTED_PERMANENT(1),
    REJECTED_TRANSIENT(2);

    private final int code;

    AssociationResult(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<AssociationResult> ofCode(int code) {
        return Arrays.stream(values()).filter(result -> result.code == code).findFirst();
    }
}
