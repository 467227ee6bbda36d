package trefas.security;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The octets of a security state in the permanent memory, most significant first.
///
/// | octets       | field           | meaning                                                     |
/// |--------------|-----------------|-------------------------------------------------------------|
/// | 1            | layout          | 1; a later layout is refused, not guessed                   |
/// | 1            | suite           | 0, 1 or 2                                                   |
/// | 1            | policy          | bits 2 to 7                                                 |
/// | 8            | own title       |                                                             |
/// | 1 (+ 8)      | partner title   | 0, or 1 and the title                                       |
/// | 4, 4         | send counters   | unicast, broadcast: nothing from here on was ever used      |
/// | 1 + n × (1 + k) | keys         | count, then key id and key                                  |
/// | 1 + n × 13   | partners        | count, then title, kind of key, lowest acceptable counter   |
/// | 1 + n × (5 + l) | secrets      | count, then client, server, length and secret               |
/// | 1 + n × (1 + 3 f) | key pairs  | count, then use, scalar, X, Y                               |
/// | 1 + n × (9 + 2 f) | partner keys | count, then title, use, X, Y                              |
/// | 1 + n × (3 + l) | certificates | count, then 1 for an anchor, length and DER                  |
final class SecurityRecord {

    static final int LAYOUT = 1;

    private static final int HEAD_OCTETS = 3 + SystemTitle.OCTETS + 1 + 2 * Integer.BYTES;
    private static final int COUNTS_OCTETS = 6;
    private static final int PARTNER_OCTETS = SystemTitle.OCTETS + 1 + Integer.BYTES;

    private SecurityRecord() {}

    static byte[] write(SecurityState state) {
        var record = ByteBuffer.allocate(length(state));
        record.put((byte) LAYOUT).put((byte) state.suite().id()).put((byte)
                state.policy().bits());
        record.put(state.ownTitle().octets());
        record.put((byte) (state.partnerTitle().isPresent() ? 1 : 0));
        state.partnerTitle().ifPresent(title -> record.put(title.octets()));
        record.putInt((int) state.unicastCounter().reservedBelow());
        record.putInt((int) state.broadcastCounter().reservedBelow());
        record.put((byte) state.keys().size());
        state.keys().forEach((id, key) -> record.put((byte) id.code()).put(key.octets()));
        var partners = state.partners().saved();
        record.put((byte) partners.size());
        for (var saved : partners) {
            record.put(saved.partner().octets()).put((byte) saved.use().code()).putInt((int) saved.lowest());
        }
        record.put((byte) state.secrets().size());
        state.secrets()
                .forEach((pair, secret) ->
                        record.putInt(pair).put((byte) secret.length()).put(secret.octets()));
        var pairs = state.keyPairs().all();
        record.put((byte) pairs.size());
        pairs.forEach((use, pair) -> record.put((byte) use.code())
                .put(pair.privateKey().octets())
                .put(pair.publicKey().octets()));
        record.put((byte) state.keyPairs().partners().size());
        for (var known : state.keyPairs().partners()) {
            record.put(known.partner().octets())
                    .put((byte) known.use().code())
                    .put(known.key().octets());
        }
        var certificates = state.certificates().all();
        record.put((byte) certificates.size());
        for (var one : certificates) {
            byte[] der = one.certificate().octets();
            record.put((byte) (one.isAnchor() ? 1 : 0))
                    .putShort((short) der.length)
                    .put(der);
        }
        assert !record.hasRemaining();
        return record.array();
    }

    private static int length(SecurityState state) {
        int secrets = state.secrets().values().stream()
                .mapToInt(secret -> Integer.BYTES + 1 + secret.length())
                .sum();
        return HEAD_OCTETS
                + (state.partnerTitle().isPresent() ? SystemTitle.OCTETS : 0)
                + COUNTS_OCTETS
                + state.keys().size() * (1 + state.suite().keyOctets())
                + state.partners().saved().size() * PARTNER_OCTETS
                + secrets
                + state.keyPairs().all().size() * (1 + 3 * state.suite().fieldOctets())
                + state.keyPairs().partners().size()
                        * (SystemTitle.OCTETS + 1 + 2 * state.suite().fieldOctets())
                + state.certificates().all().stream()
                        .mapToInt(one -> 1 + Short.BYTES + one.certificate().octets().length)
                        .sum();
    }

    static RestoredSecurity read(byte[] octets) {
        var reader = new Reader(octets);
        int layout = reader.octet();
        if (reader.fault.isEmpty() && layout != LAYOUT) {
            return new RestoredSecurity.Unusable("the saved security state has layout " + layout
                    + ", this version reads layout " + LAYOUT + "; it was written by another version");
        }
        var state = reader.state();
        if (reader.fault.isEmpty() && reader.in.hasRemaining()) {
            reader.fail("it has " + reader.in.remaining() + " octets too many");
        }
        return reader.fault.isEmpty() && state.isPresent()
                ? new RestoredSecurity.Ready(state.get())
                : new RestoredSecurity.Unusable("the saved security state can't be used: " + reader.fault);
    }

    /// Reads left to right; after the first fault only zeros come, and the fault says why.
    private static final class Reader {

        private final ByteBuffer in;
        private String fault = "";

        Reader(byte[] octets) {
            this.in = ByteBuffer.wrap(octets);
        }

        Optional<SecurityState> state() {
            var suite = SecuritySuite.ofId(octet());
            int policy = octet();
            var ownTitle = new SystemTitle(number(SystemTitle.OCTETS));
            if (suite.isEmpty()) {
                fail("it names an unknown suite");
            }
            if ((policy & ~0xFC) != 0) {
                fail("it names an unknown policy");
            }
            if (!fault.isEmpty() || suite.isEmpty()) {
                return Optional.empty();
            }
            var state = SecurityState.fresh(suite.get(), new SecurityPolicy(policy), ownTitle);
            if (octet() != 0) {
                state.expectPartner(new SystemTitle(number(SystemTitle.OCTETS)));
            }
            long unicast = number(Integer.BYTES);
            long broadcast = number(Integer.BYTES);
            readKeys(state);
            readPartners(state);
            readSecrets(state);
            readKeyPairs(state);
            readPartnerKeys(state);
            readCertificates(state);
            if (unicast < SendCounter.FIRST || broadcast < SendCounter.FIRST) {
                fail("a send counter stands before its beginning");
            }
            state.restoreCounters(unicast, broadcast);
            return Optional.of(state);
        }

        private void readKeys(SecurityState state) {
            for (int left = octet(); left > 0 && fault.isEmpty(); left--) {
                var id = KeyId.ofCode(octet());
                byte[] key = octets(state.suite().keyOctets());
                if (id.isEmpty() || state.keys().containsKey(id.get())) {
                    fail("it names an unknown key, or one twice");
                } else if (fault.isEmpty()) {
                    state.keys().put(id.get(), SymmetricKey.of(key));
                }
            }
        }

        private void readPartners(SecurityState state) {
            int count = octet();
            if (count > PartnerCounters.ENTRIES_MAX) {
                fail("it names " + count + " partners");
            }
            for (int left = count; left > 0 && fault.isEmpty(); left--) {
                var title = new SystemTitle(number(SystemTitle.OCTETS));
                var use = CounterUse.ofCode(octet());
                long lowest = number(Integer.BYTES);
                if (use.isEmpty()) {
                    fail("it names an unknown kind of counter");
                } else {
                    state.partners().restore(new PartnerCounters.Saved(title, use.get(), lowest));
                }
            }
        }

        private void readSecrets(SecurityState state) {
            int count = octet();
            if (count > SecurityState.SECRETS_MAX) {
                fail("it names " + count + " secrets");
            }
            for (int left = count; left > 0 && fault.isEmpty(); left--) {
                int pair = (int) number(Integer.BYTES);
                int length = octet();
                if (length > Secret.OCTETS_MAX) {
                    fail("it has a secret of " + length + " octets");
                } else {
                    state.secrets().put(pair, Secret.of(octets(length)));
                }
            }
        }

        private void readKeyPairs(SecurityState state) {
            for (int left = octet(); left > 0 && fault.isEmpty(); left--) {
                var use = KeyUse.ofCode(octet());
                int field = state.suite().fieldOctets();
                var privateKey = CurvePrivateKey.of(state.suite(), octets(field));
                var publicKey = CurvePublicKey.of(state.suite(), octets(2 * field));
                if (use.isEmpty() || privateKey.isEmpty() || publicKey.isEmpty()) {
                    fail("it has a key pair that is none");
                } else {
                    state.keyPairs().install(use.get(), new CurveKeyPair(privateKey.get(), publicKey.get()));
                }
            }
        }

        private void readPartnerKeys(SecurityState state) {
            for (int left = octet(); left > 0 && fault.isEmpty(); left--) {
                var title = new SystemTitle(number(SystemTitle.OCTETS));
                var use = KeyUse.ofCode(octet());
                var key = CurvePublicKey.of(
                        state.suite(), octets(2 * state.suite().fieldOctets()));
                if (use.isEmpty() || key.isEmpty() || !state.keyPairs().trust(title, use.get(), key.get())) {
                    fail("it has a partner's key that is none");
                }
            }
        }

        private void readCertificates(SecurityState state) {
            for (int left = octet(); left > 0 && fault.isEmpty(); left--) {
                boolean isAnchor = octet() != 0;
                byte[] der = octets((int) number(Short.BYTES));
                if (!state.certificates().restore(der, isAnchor)) {
                    fail("it has a certificate that is none");
                }
            }
        }

        private void fail(String reason) {
            if (fault.isEmpty()) {
                fault = reason;
            }
        }

        private int octet() {
            return (int) number(1);
        }

        private long number(int count) {
            if (!has(count)) {
                return 0;
            }
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = (value << 8) | Byte.toUnsignedLong(in.get());
            }
            return value;
        }

        private byte[] octets(int count) {
            byte[] octets = new byte[has(count) ? count : 0];
            in.get(octets);
            return octets;
        }

        private boolean has(int count) {
            if (in.remaining() < count) {
                fail("it ends too early");
            }
            return fault.isEmpty();
        }
    }
}
