package trefas.security;

import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything one end knows to protect its conversations: suite, policy, titles, keys, counters of both
/// directions, secrets and certificates (Security setup, IEC 62056-6-2). A meter has one for all its associations,
/// since they share its title and keys; a client has one for each meter. Reached through [SecurityAccess], which
/// lets in one at a time and saves.
public final class SecurityState {

    /// Secrets of associations that were changed and are kept.
    public static final int SECRETS_MAX = 32;

    private final SecuritySuite suite;
    private final SystemTitle ownTitle;
    private SecurityPolicy policy;
    private Optional<SystemTitle> partnerTitle = Optional.empty();
    private final Map<KeyId, SymmetricKey> keys = new EnumMap<>(KeyId.class);
    private SendCounter unicast = new SendCounter(SendCounter.FIRST);
    private SendCounter broadcast = new SendCounter(SendCounter.FIRST);
    private final PartnerCounters partners = new PartnerCounters();
    private final Map<Integer, Secret> secrets = new HashMap<>(0);
    private final KeyPairs keyPairs = new KeyPairs();
    private final Certificates certificates = new Certificates(this);
    private long changes;

    private SecurityState(SecuritySuite suite, SecurityPolicy policy, SystemTitle ownTitle) {
        this.suite = suite;
        this.policy = policy;
        this.ownTitle = ownTitle;
    }

    /// The state of an end that has never spoken: no keys yet, all counters at their beginning.
    public static SecurityState fresh(SecuritySuite suite, SecurityPolicy policy, SystemTitle ownTitle) {
        return new SecurityState(suite, policy, ownTitle);
    }

    /// Reads what [#toOctets] wrote.
    public static RestoredSecurity of(byte[] octets) {
        return SecurityRecord.read(octets);
    }

    /// The state for the permanent memory. Counters stand at the end of what is reserved, so a state that is
    /// restored from it neither sends a counter again nor accepts one again.
    public byte[] toOctets() {
        return SecurityRecord.write(this);
    }

    /// A number that grows whenever [#toOctets] would write something new.
    public long changes() {
        return changes
                + unicast.changes()
                + broadcast.changes()
                + partners.changes()
                + keyPairs.changes()
                + certificates.changes();
    }

    /// Gives back what is reserved and not used: before an orderly stop, so that the next start skips nothing.
    public void settle() {
        unicast.settle();
        broadcast.settle();
        partners.settle();
    }

    public SecuritySuite suite() {
        return suite;
    }

    public SecurityPolicy policy() {
        return policy;
    }

    /// Demands more from now on. What is demanded already cannot be dropped.
    ///
    /// @return false, with nothing changed, when the new policy drops a demand
    public boolean raise(SecurityPolicy higher) {
        if (!higher.isAtLeast(policy)) {
            return false;
        }
        if (!higher.equals(policy)) {
            changes++;
            policy = higher;
        }
        return true;
    }

    public SystemTitle ownTitle() {
        return ownTitle;
    }

    /// The partner that is expected (client_system_title); empty when anybody with the keys may come.
    public Optional<SystemTitle> partnerTitle() {
        return partnerTitle;
    }

    public void expectPartner(SystemTitle title) {
        partnerTitle = Optional.of(title);
        changes++;
    }

    public Optional<SymmetricKey> key(KeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    /// True when the keys for unicast are there.
    public boolean isReady() {
        return keys.containsKey(KeyId.GLOBAL_UNICAST_ENCRYPTION) && keys.containsKey(KeyId.AUTHENTICATION);
    }

    /// Puts a key in place. An encryption key that really is another one begins with fresh counters.
    ///
    /// @param key as long as the suite asks for; another length is our bug
    public void install(KeyId id, SymmetricKey key) {
        if (!key.fits(suite)) {
            throw new IllegalArgumentException(
                    suite + " has keys of " + suite.keyOctets() + " octets, not " + key.length());
        }
        var former = keys.put(id, key);
        changes++;
        if (key.equals(former)) {
            return;
        }
        if (former != null) {
            freshSendCounter(id);
        }
        CounterUse.of(id).ifPresent(partners::forget);
    }

    /// Replaces keys by wrapped ones (key_transfer, IEC 62056-6-2): all of them or none.
    public KeyChange transfer(List<WrappedKey> wrapped) {
        var master = key(KeyId.MASTER);
        if (master.isEmpty()) {
            return KeyChange.NO_MASTER_KEY;
        }
        var unwrapped = new EnumMap<KeyId, SymmetricKey>(KeyId.class);
        for (var one : wrapped) {
            var key = KeyWrap.unwrap(master.get(), one.octets());
            if (key.isEmpty() || !key.get().fits(suite)) {
                return KeyChange.NOT_A_WRAPPED_KEY;
            }
            unwrapped.put(one.id(), key.get());
        }
        return replace(unwrapped, wrapped.size());
    }

    /// Replaces keys that are known in clear, all of them or none.
    ///
    /// @param count keys that were asked for; more than are given means that one was named twice
    KeyChange replace(Map<KeyId, SymmetricKey> fresh, int count) {
        if (fresh.isEmpty() || fresh.size() != count) {
            return KeyChange.NOT_A_SET;
        }
        fresh.forEach(this::install);
        return KeyChange.DONE;
    }

    /// The counter for everything this end says to one partner, whatever key of that partner it uses: so a key
    /// that a partner gives out twice still meets no counter twice. Taken inside a deed of [SecurityAccess#with].
    public SendCounter unicastCounter() {
        return unicast;
    }

    /// The counter for what this end says to all under the broadcast key.
    public SendCounter broadcastCounter() {
        return broadcast;
    }

    /// Goes on sending at a counter that the partner said it would take. Never backwards.
    public void continueSendingAt(long counter) {
        unicast.skipTo(counter);
    }

    /// The lowest counter that is still accepted from a partner.
    public long lowestAcceptable(SystemTitle partner, CounterUse use) {
        return partners.lowest(partner, use);
    }

    /// True when a counter may be accepted, once its tag verifies: not below the lowest, not the end of the key,
    /// and there is room to remember it.
    public boolean accepts(SystemTitle partner, CounterUse use, long counter) {
        return counter >= partners.lowest(partner, use)
                && counter <= SendCounter.LAST
                && partners.hasRoomFor(partner, use);
    }

    /// Remembers a counter whose tag was verified: this one and all below are never accepted again.
    public void received(SystemTitle partner, CounterUse use, long counter) {
        partners.received(partner, use, counter);
    }

    /// The highest counter accepted under a kind of key from anybody, 0 before the first: what the invocation
    /// counter object 0-0:43.1.e shows, so that a client can go on one above.
    public long highestReceived(CounterUse use) {
        return partners.highestReceived(use);
    }

    /// The secret of an association that was changed; empty when the configured one still holds.
    public Optional<Secret> secret(int clientSap, int serverSap) {
        return Optional.ofNullable(secrets.get(pair(clientSap, serverSap)));
    }

    /// Changes the secret of an association.
    ///
    /// @return false, with nothing changed, when no more can be kept
    public boolean changeSecret(int clientSap, int serverSap, Secret secret) {
        if (secrets.size() >= SECRETS_MAX && !secrets.containsKey(pair(clientSap, serverSap))) {
            return false;
        }
        secrets.put(pair(clientSap, serverSap), secret);
        changes++;
        return true;
    }

    /// Own key pairs, and keys of partners without a certificate.
    public KeyPairs keyPairs() {
        return keyPairs;
    }

    /// The public key of a partner: by its certificate, or as it was handed over. Empty when none is trusted.
    public Optional<CurvePublicKey> partnerKey(SystemTitle partner, KeyUse use) {
        return certificates.key(partner, use).or(() -> keyPairs.partner(partner, use));
    }

    /// Certificates of this end, its partners and their authorities.
    public Certificates certificates() {
        return certificates;
    }

    /// Agrees on new keys with a client (key_agreement, IEC 62056-6-2): on all of them or none.
    public AgreedKeys agree(SystemTitle client, List<OfferedKey> offers, SecureRandom randomness) {
        return AgreedKeys.agree(this, client, offers, randomness);
    }

    /// Suite, policy and title; nothing of a key.
    @Override
    public String toString() {
        return suite + ", policy " + policy.bits() + ", " + ownTitle;
    }

    PartnerCounters partners() {
        return partners;
    }

    Map<KeyId, SymmetricKey> keys() {
        return keys;
    }

    Map<Integer, Secret> secrets() {
        return secrets;
    }

    /// Puts back what was saved.
    void restoreCounters(long unicastFrom, long broadcastFrom) {
        unicast = new SendCounter(unicastFrom);
        broadcast = new SendCounter(broadcastFrom);
    }

    private void freshSendCounter(KeyId id) {
        switch (id) {
            case GLOBAL_UNICAST_ENCRYPTION -> {
                changes += unicast.changes();
                unicast = unicast.replaced();
            }
            case GLOBAL_BROADCAST_ENCRYPTION -> {
                changes += broadcast.changes();
                broadcast = broadcast.replaced();
            }
            case AUTHENTICATION, MASTER -> {
                // They encrypt nothing that is sent.
            }
        }
    }

    private static int pair(int clientSap, int serverSap) {
        return clientSap << 16 | serverSap;
    }
}
