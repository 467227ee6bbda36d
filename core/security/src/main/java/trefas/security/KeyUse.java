package trefas.security;

import java.util.Arrays;
import java.util.Optional;

/// What a key pair and its certificate are for (certificate_type of Security setup, IEC 62056-6-2). The number is
/// the wire value.
public enum KeyUse {
    DIGITAL_SIGNATURE(0),
    KEY_AGREEMENT(1),
    /// Transport layer security; not used by this meter.
    TLS(2),
    OTHER(3);

    private final int code;

    KeyUse(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<KeyUse> ofCode(int code) {
        return Arrays.stream(values()).filter(use -> use.code == code).findFirst();
    }
}
