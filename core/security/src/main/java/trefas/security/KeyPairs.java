package trefas.security;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The own key pairs of one end (Security setup, IEC 62056-6-2, suites 1 and 2) and the public keys of its partners.
public final class KeyPairs {

    private final Map<KeyUse, CurveKeyPair> own = new EnumMap<>(KeyUse.class);
    private long changes;

    KeyPairs() {}

    /// The own pair for a use; empty before one was made.
    public Optional<CurveKeyPair> own(KeyUse use) {
        return Optional.ofNullable(own.get(use));
    }

    /// Puts an own pair in place of the one before.
    public void install(KeyUse use, CurveKeyPair pair) {
        own.put(use, pair);
        changes++;
    }

    Map<KeyUse, CurveKeyPair> all() {
        return own;
    }

    long changes() {
        return changes;
    }
}
