package trefas.security;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The own key pairs of one end (Security setup, IEC 62056-6-2, suites 1 and 2) and the public keys of partners
/// that were handed over without a certificate.
public final class KeyPairs {

    /// Public keys of partners that are kept.
    public static final int PARTNER_KEYS_MAX = 32;

    /// A public key and whose it is.
    record PartnerKey(SystemTitle partner, KeyUse use, CurvePublicKey key) {}

    private final Map<KeyUse, CurveKeyPair> own = new EnumMap<>(KeyUse.class);
    private final List<PartnerKey> partners = new ArrayList<>(0);
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

    /// Trusts a partner's public key, in place of the one before.
    ///
    /// @return false, with nothing changed, when no more can be kept
    public boolean trust(SystemTitle partner, KeyUse use, CurvePublicKey key) {
        partners.removeIf(known -> known.partner().equals(partner) && known.use() == use);
        if (partners.size() >= PARTNER_KEYS_MAX) {
            return false;
        }
        partners.add(new PartnerKey(partner, use, key));
        changes++;
        return true;
    }

    Optional<CurvePublicKey> partner(SystemTitle partner, KeyUse use) {
        return partners.stream()
                .filter(known -> known.partner().equals(partner) && known.use() == use)
                .map(PartnerKey::key)
                .findFirst();
    }

    Map<KeyUse, CurveKeyPair> all() {
        return own;
    }

    List<PartnerKey> partners() {
        return partners;
    }

    long changes() {
        return changes;
    }
}
