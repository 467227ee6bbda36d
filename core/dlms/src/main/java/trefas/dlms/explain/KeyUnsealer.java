package trefas.dlms.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.security.Envelope.Family;
import trefas.security.Ciphering;
import trefas.security.KeyWrap;
import trefas.security.SecurityControl;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// Takes the protection off with the keys a person gave, and when a tag does not verify looks for the reason:
/// another system title, keys that changed places, a key of another length, a wrong authentication key alone, or
/// octets that were changed. Never tells a key.
public final class KeyUnsealer implements Unsealer {

    private static final Octets NO_OCTETS = Octets.of(new byte[0]);

    /// The keys and the title a person gave.
    ///
    /// @param title of whoever sent the protected APDUs, for those that do not tell it
    /// @param master unwraps the key that general-ciphering may bring along
    public record Keys(
            Optional<SymmetricKey> encryption,
            Optional<SymmetricKey> authentication,
            Optional<SymmetricKey> dedicated,
            Optional<SymmetricKey> broadcast,
            Optional<SymmetricKey> master,
            Optional<SystemTitle> title) {

        public static final Keys NONE = new Keys(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private final Keys keys;

    public KeyUnsealer(Keys keys) {
        this.keys = keys;
    }

    @Override
    public Unsealing unseal(SealedApdu apdu) {
        if (keys.equals(Keys.NONE)) {
            return new Unkeyed("no key is given");
        }
        if (apdu.isCompressed()) {
            return new Unopened("it is compressed, which is not supported");
        }
        Optional<SecuritySuite> suite = SecuritySuite.ofId(apdu.suite());
        if (suite.isEmpty()) {
            return new Unopened("there is no security suite " + apdu.suite());
        }
        Optional<SymmetricKey> encryption = encryptionKey(apdu);
        if (encryption.isEmpty()) {
            return new Unkeyed(missingKey(apdu));
        }
        List<SystemTitle> titles = titles(apdu);
        if (titles.isEmpty()) {
            return new Unopened(
                    "its sender's system title is not known: give --system-title, or the AARQ and AARE too");
        }
        String length = wrongLength(encryption.get(), suite.get());
        if (!length.isEmpty()) {
            return new Unopened(length);
        }
        return apdu.isAuthenticated()
                ? authenticated(apdu, encryption.get(), titles)
                : encryptedOnly(apdu, encryption.get(), titles);
    }

    private Unsealing encryptedOnly(SealedApdu apdu, SymmetricKey encryption, List<SystemTitle> titles) {
        for (SystemTitle title : titles) {
            Octets plain = unverified(apdu, title, encryption);
            if (looksRight(plain)) {
                return new Opened(plain, List.of("encrypted only: nothing proves who sent it"), List.of());
            }
        }
        Octets plain = unverified(apdu, titles.getFirst(), encryption);
        return new Opened(
                plain,
                List.of(),
                List.of("what comes out is no APDU: the encryption key or the system title " + titles.getFirst()
                        + " is not the sender's"));
    }

    private Unsealing authenticated(SealedApdu apdu, SymmetricKey encryption, List<SystemTitle> titles) {
        if (keys.authentication().isEmpty()) {
            return withoutAuthenticationKey(apdu, encryption, titles);
        }
        SymmetricKey authentication = keys.authentication().get();
        for (SystemTitle title : titles) {
            Optional<Octets> plain = verified(apdu, title, encryption, Optional.of(authentication));
            if (plain.isPresent()) {
                boolean isOther = !title.equals(titles.getFirst());
                return isOther
                        ? new Opened(
                                plain.get(),
                                List.of(),
                                List.of("the tag does not verify with the system title " + titles.getFirst()
                                        + ", but it does with " + title + ": the sender is the other end"))
                        : new Opened(plain.get(), List.of("the tag verifies, system title " + title), List.of());
            }
        }
        return new Diagnosis(apdu, encryption, authentication, titles).tell();
    }

    /// The octets can be read without the key, but nobody can say whether they are the sender's.
    private Unsealing withoutAuthenticationKey(SealedApdu apdu, SymmetricKey encryption, List<SystemTitle> titles) {
        if (!apdu.isEncrypted()) {
            return new Unkeyed("no authentication key is given");
        }
        for (SystemTitle title : titles) {
            if (verified(apdu, title, encryption, Optional.empty()).isPresent()) {
                return new Opened(
                        unverified(apdu, title, encryption),
                        List.of("the tag verifies without an authentication key, which is not the standard's way"),
                        List.of());
            }
            Octets plain = unverified(apdu, title, encryption);
            if (looksRight(plain)) {
                return new Opened(
                        plain,
                        List.of("deciphered, but the tag is not checked: no authentication key is given"),
                        List.of());
            }
        }
        return new Unopened("what comes out is no APDU: the encryption key or the system title " + titles.getFirst()
                + " is not the sender's");
    }

    /// The search for what is wrong with a tag.
    private final class Diagnosis {
        private final SealedApdu apdu;
        private final SymmetricKey encryption;
        private final SymmetricKey authentication;
        private final List<SystemTitle> titles;

        private Diagnosis(
                SealedApdu apdu, SymmetricKey encryption, SymmetricKey authentication, List<SystemTitle> titles) {
            this.apdu = apdu;
            this.encryption = encryption;
            this.authentication = authentication;
            this.titles = titles;
        }

        private Unsealing tell() {
            for (SystemTitle title : titles) {
                var swapped = verified(apdu, title, authentication, Optional.of(encryption));
                if (swapped.isPresent()) {
                    return opened(
                            swapped.get(),
                            "the tag verifies with the two keys exchanged: --ek is the authentication "
                                    + "key and --ak the encryption key");
                }
                var bare = verified(apdu, title, encryption, Optional.empty());
                if (bare.isPresent()) {
                    return opened(
                            bare.get(),
                            "the tag verifies only without the authentication key: the sender leaves it "
                                    + "out, which the standard does not allow");
                }
                var other = otherKey(title);
                if (other.isPresent()) {
                    return other.get();
                }
            }
            return apdu.isEncrypted() ? byWhatComesOut() : inClear();
        }

        /// The same octets with another of the keys given.
        private Optional<Unsealing> otherKey(SystemTitle title) {
            record Candidate(String name, Optional<SymmetricKey> key) {}
            for (Candidate candidate : List.of(
                    new Candidate("global encryption key", keys.encryption()),
                    new Candidate("dedicated key", dedicated(apdu)),
                    new Candidate("broadcast key", keys.broadcast()))) {
                if (candidate.key().isPresent() && !candidate.key().get().equals(encryption)) {
                    var plain = verified(apdu, title, candidate.key().get(), Optional.of(authentication));
                    if (plain.isPresent()) {
                        return Optional.of(opened(
                                plain.get(),
                                "the tag verifies with the " + candidate.name()
                                        + ", although the APDU says it was ciphered with another"));
                    }
                }
            }
            return Optional.empty();
        }

        private Unsealing byWhatComesOut() {
            for (SystemTitle title : titles) {
                Octets plain = unverified(apdu, title, encryption);
                if (looksRight(plain)) {
                    return opened(
                            plain,
                            "the tag does not verify, but an APDU comes out: the encryption key and system "
                                    + "title " + title + " are right, the authentication key is not, or the tag or the "
                                    + "security control was changed");
                }
            }
            Octets plain = unverified(apdu, titles.getFirst(), encryption);
            if (plain.length() > 1 && ApduNames.of(plain.octet(0)).isPresent() && reachesFar(plain)) {
                return opened(
                        plain,
                        "the tag does not verify, and what comes out is an APDU only at its beginning: the "
                                + "keys and system title " + titles.getFirst()
                                + " are right, some octets were changed");
            }
            return new Unopened(
                    "the tag does not verify, and no APDU comes out: the encryption key is not the sender's, "
                            + "or its system title is not " + titles.getFirst() + ", or the counter was changed");
        }

        private Unsealing inClear() {
            return new Opened(
                    apdu.body(),
                    List.of(),
                    List.of("the tag does not verify: a key is not the sender's, or its system title is not "
                            + titles.getFirst() + ", or octets were changed"));
        }

        private Unsealing opened(Octets plain, String doubt) {
            return new Opened(plain, List.of(), List.of(doubt));
        }
    }

    /// Half of it or more can be explained: chance does not do that.
    private static boolean reachesFar(Octets plain) {
        var conversation = new Conversation(ExplainLimits.DEFAULT, Unsealer.WITHOUT_KEYS);
        return conversation.explain(Form.APDU, Speaker.UNKNOWN, plain).stream()
                .flatMap(explanation -> explanation.firstFault().stream())
                .anyMatch(fault -> fault.offset() >= plain.length() / 2 && fault.offset() > 4);
    }

    private static boolean looksRight(Octets plain) {
        return new Conversation(ExplainLimits.DEFAULT, Unsealer.WITHOUT_KEYS)
                .explain(Form.APDU, Speaker.UNKNOWN, plain).stream().allMatch(Explanation::isWellFormed);
    }

    private static String wrongLength(SymmetricKey key, SecuritySuite suite) {
        return key.fits(suite)
                ? ""
                : "suite " + suite.id() + " has keys of " + suite.keyOctets() + " octets, the one given has "
                        + key.length();
    }

    private Optional<SymmetricKey> encryptionKey(SealedApdu apdu) {
        return switch (apdu.family()) {
            case DEDICATED, GENERAL_DEDICATED -> dedicated(apdu);
            case GENERAL_CIPHERING -> generalKey(apdu);
            case PLAIN, GLOBAL, GENERAL_GLOBAL, GENERAL_SIGNING ->
                apdu.isBroadcast() && keys.broadcast().isPresent() ? keys.broadcast() : keys.encryption();
        };
    }

    private Optional<SymmetricKey> dedicated(SealedApdu apdu) {
        return keys.dedicated().isPresent()
                ? keys.dedicated()
                : apdu.dedicatedKey()
                        .filter(octets -> SymmetricKey.isLength(octets.length()))
                        .map(octets -> SymmetricKey.of(octets.toArray()));
    }

    /// The key that key-info names or brings along.
    private Optional<SymmetricKey> generalKey(SealedApdu apdu) {
        Octets info = apdu.keyInfo().orElse(NO_OCTETS);
        if (info.length() >= 3 && info.octet(0) == 1 && info.octet(1) == 0) {
            return info.octet(2) == 1 ? keys.broadcast() : keys.encryption();
        }
        boolean isWrapped = info.length() > 4 && info.octet(0) == 1 && info.octet(1) == 1;
        if (isWrapped && keys.master().isPresent()) {
            int wrapped = info.length() - 4;
            return KeyWrap.unwrap(
                    keys.master().get(), Octets.of(info.toArray(), 4, wrapped).toArray());
        }
        return info.length() == 1 ? keys.encryption() : Optional.empty();
    }

    private static String missingKey(SealedApdu apdu) {
        if (apdu.family() == Family.DEDICATED || apdu.family() == Family.GENERAL_DEDICATED) {
            return "the dedicated key is not known: give --dedicated-key, or the AARQ too";
        }
        Octets info = apdu.keyInfo().orElse(NO_OCTETS);
        if (apdu.family() == Family.GENERAL_CIPHERING && info.length() > 1) {
            return switch (info.octet(1)) {
                case 1 -> "it brings its key wrapped in the master key: give --kek, or that key is wrong";
                case 2 -> "its key was agreed on with key pairs, which is not supported here";
                default -> "the key it names is not given";
            };
        }
        return "no encryption key is given";
    }

    private List<SystemTitle> titles(SealedApdu apdu) {
        Set<Long> seen = new TreeSet<>();
        var titles = new ArrayList<SystemTitle>();
        for (Octets octets : apdu.titles()) {
            SystemTitle.of(octets.toArray())
                    .filter(title -> seen.add(title.packed()))
                    .ifPresent(titles::add);
        }
        keys.title().filter(title -> seen.add(title.packed())).ifPresent(titles::add);
        return titles;
    }

    private static Optional<Octets> verified(
            SealedApdu apdu, SystemTitle title, SymmetricKey encryption, Optional<SymmetricKey> authentication) {
        var ciphering = new Ciphering(
                new SecurityControl(apdu.securityControl()), title, apdu.counter(), encryption, authentication);
        byte[] source = joined(apdu.body(), apdu.tag());
        byte[] target = new byte[source.length];
        int length = ciphering.unprotect(apdu.header().toArray(), source, 0, source.length, target, 0);
        return length < 0 ? Optional.empty() : Optional.of(Octets.of(target, 0, length));
    }

    private static Octets unverified(SealedApdu apdu, SystemTitle title, SymmetricKey encryption) {
        var ciphering = new Ciphering(
                new SecurityControl(apdu.securityControl()), title, apdu.counter(), encryption, Optional.empty());
        byte[] body = apdu.body().toArray();
        return Octets.of(ciphering.decipheredUnverified(body, 0, body.length));
    }

    private static byte[] joined(Octets first, Octets second) {
        byte[] all = new byte[first.length() + second.length()];
        System.arraycopy(first.toArray(), 0, all, 0, first.length());
        System.arraycopy(second.toArray(), 0, all, first.length(), second.length());
        return all;
    }
}
