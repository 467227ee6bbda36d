package trefas.dlms.acse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// Why an InitiateRequest was refused (ConfirmedServiceError with service error initiate, IEC 62056-5-3).
public enum InitiateError {
    OTHER(0),
    DLMS_VERSION_TOO_LOW(1),
    INCOMPATIBLE_CONFORMANCE(2),
    PDU_SIZE_TOO_SHORT(3),
    REFUSED_BY_THE_VDE_HANDLER(4);

    private static final String PREFIX = "0E0106";

    private final int code;

    InitiateError(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// The reason in words, for example `pdu size too short`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The ConfirmedServiceError, 4 octets.
    public Octets encode() {
        return Octets.ofHex(PREFIX + "0" + code);
    }

    /// Empty when the octets are anything else.
    public static Optional<InitiateError> decode(Octets octets) {
        return Arrays.stream(values())
                .filter(error -> error.encode().equals(octets))
                .findFirst();
    }
}
