package trefas.security;

import java.util.Arrays;
import java.util.Optional;

/// The keys of a security setup that can be replaced (key_id of Security setup, IEC 62056-6-2). The number is the
/// wire value.
public enum KeyId {
    /// Ciphers what one end says to the other.
    GLOBAL_UNICAST_ENCRYPTION(0),
    /// Ciphers what is said to all.
    GLOBAL_BROADCAST_ENCRYPTION(1),
    /// Authenticates everything.
    AUTHENTICATION(2),
    /// Wraps other keys; the key encryption key.
    MASTER(3);

    private final int code;

    KeyId(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<KeyId> ofCode(int code) {
        return Arrays.stream(values()).filter(key -> key.code == code).findFirst();
    }
}
