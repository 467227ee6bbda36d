package trefas.security;

import java.util.Arrays;
import java.util.Optional;

/// What a partner's invocation counter counts: each kind of encryption key has one of its own (IEC 62056-5-3). The
/// number stands in records of the permanent memory.
public enum CounterUse {
    /// The global unicast key.
    UNICAST(0),
    /// The global broadcast key.
    BROADCAST(1),
    /// Keys that come wrapped with their message. They share one counter, so that a message sent again is noticed
    /// although it brings its own key.
    WRAPPED_KEY(2),
    /// Keys that were agreed for one message; as with wrapped ones.
    AGREED_KEY(3);

    private final int code;

    CounterUse(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<CounterUse> ofCode(int code) {
        return Arrays.stream(values()).filter(use -> use.code == code).findFirst();
    }

    /// The counter a replaced key begins anew; empty for the authentication key, which encrypts nothing.
    static Optional<CounterUse> of(KeyId key) {
        return switch (key) {
            case GLOBAL_UNICAST_ENCRYPTION -> Optional.of(UNICAST);
            case GLOBAL_BROADCAST_ENCRYPTION -> Optional.of(BROADCAST);
            case AUTHENTICATION -> Optional.empty();
            case MASTER -> Optional.of(WRAPPED_KEY);
        };
    }
}
