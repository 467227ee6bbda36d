package trefas.dlms.security;

import java.util.Optional;
import trefas.security.SecurityControl;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// Why the tag of a ciphered APDU may not verify. Each guess is tried with the octets; the first that explains
/// them wins.
final class TagDiagnosis {

    /// Counters tried on both sides of the one in the APDU.
    private static final int COUNTERS_TRIED = 16;

    private final TrialKeys keys;
    private final Layer.Ciphered layer;
    private final OpeningAttempt attempt;

    TagDiagnosis(TrialKeys keys, Layer.Ciphered layer, OpeningAttempt attempt) {
        this.keys = keys;
        this.layer = layer;
        this.attempt = attempt;
    }

    /// The most likely reason, in one sentence.
    String words() {
        return byAnotherReading()
                .or(this::byAnotherTitle)
                .or(this::byAnotherCounter)
                .or(this::byAnotherSuite)
                .or(this::byKeyLength)
                .orElseGet(this::byWhatComesOut);
    }

    /// True when octets look like an APDU that belongs there: the right tag under a service's own tag, else a
    /// known one.
    static boolean isPlausible(Layer.Ciphered layer, byte[] plain) {
        if (plain.length == 0) {
            return false;
        }
        int tag = Byte.toUnsignedInt(plain[0]);
        boolean hasTag = ServiceTag.isService(layer.tag()) ? tag == ServiceTag.plain(layer.tag()) : isKnown(tag);
        return hasTag && (plain.length < 2 || isSecondOctet(tag, Byte.toUnsignedInt(plain[1])));
    }

    private Optional<String> byAnotherReading() {
        if (attempt.with(Optional.<SymmetricKey>empty()).open().isPresent()) {
            return Optional.of("the sender left the authentication key out of the additional data");
        }
        boolean hasHeader = layer.header().isPresent();
        if (hasHeader && attempt.open(layer.control(), layer.counter(), false).isPresent()) {
            return Optional.of("the sender left transaction and titles out of the additional data");
        }
        if (swapped().map(other -> other.open().isPresent()).orElse(false)) {
            return Optional.of("the encryption key and the authentication key were given in each other's place");
        }
        return Optional.empty();
    }

    private Optional<OpeningAttempt> swapped() {
        return keys.authentication().map(other -> attempt.with(other).with(Optional.of(keys.encryption())));
    }

    private Optional<String> byAnotherTitle() {
        boolean differs = keys.senderTitle().isPresent()
                && layer.title().isPresent()
                && !layer.title().equals(keys.senderTitle());
        if (differs && attempt.with(keys.senderTitle().get()).open().isPresent()) {
            return Optional.of("the system title in the APDU, " + layer.title().get() + ", is not the sender's: "
                    + keys.senderTitle().get() + " opens it");
        }
        var recipient = layer.header()
                .flatMap(header -> SystemTitle.of(header.recipient().toArray()));
        if (recipient.isPresent() && attempt.with(recipient.get()).open().isPresent()) {
            return Optional.of("the sender used the recipient's system title, " + recipient.get() + ", as its own");
        }
        return Optional.empty();
    }

    private Optional<String> byAnotherCounter() {
        for (int step = -COUNTERS_TRIED; step <= COUNTERS_TRIED; step++) {
            long counter = layer.counter() + step;
            if (step != 0
                    && counter >= 0
                    && attempt.open(layer.control(), counter, true).isPresent()) {
                return Optional.of("the sender ciphered with counter " + counter + " and wrote " + layer.counter());
            }
        }
        return Optional.empty();
    }

    private Optional<String> byAnotherSuite() {
        int flags = layer.control().octet() & 0xF0;
        for (var suite : SecuritySuite.values()) {
            var control = new SecurityControl(flags | suite.id());
            if (attempt.open(control, layer.counter(), true).isPresent()) {
                return Optional.of("the sender computed the tag with suite " + suite.id()
                        + " and wrote security control " + layer.control());
            }
        }
        return Optional.empty();
    }

    private Optional<String> byKeyLength() {
        var suite = layer.control().suite();
        if (suite.isEmpty()) {
            return Optional.of("its security control " + layer.control() + " names a suite nobody defined");
        }
        int given = keys.encryption().length();
        return given != suite.get().keyOctets()
                ? Optional.of("suite " + suite.get().id() + " has keys of "
                        + suite.get().keyOctets() + " octets, and one of " + given + " was given")
                : Optional.empty();
    }

    /// With both protections the key stream tells the encryption key and the title apart from the authentication
    /// key.
    private String byWhatComesOut() {
        if (!layer.control().isEncrypted()) {
            return isPlausible(layer, attempt.body())
                    ? "the APDU is in clear and looks right: a key or the sender's system title is wrong, or it was"
                            + " changed on its way"
                    : "the APDU is in clear and is none: it is damaged or cut";
        }
        return isPlausible(layer, attempt.deciphered())
                ? "the APDU deciphers well: the authentication key is probably wrong, or the tag is damaged or cut"
                : "what comes out is no APDU: the encryption key or the sender's system title is probably wrong, or it"
                        + " was changed on its way";
    }

    private static boolean isKnown(int tag) {
        return switch (tag) {
            case 0x01, 0x08, 0x0E, 0x0F -> true;
            case 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC7, 0xD8, 0xD9, 0xDA, 0xDF, 0xE0 -> true;
            default -> false;
        };
    }

    /// Requests and answers say in their second octet which of a few variants they are.
    private static boolean isSecondOctet(int tag, int octet) {
        return switch (tag) {
            case 0xC0, 0xC1, 0xC3, 0xC4, 0xC5, 0xC7 -> octet >= 1 && octet <= 7;
            case 0x01, 0x08, 0xC2 -> octet <= 1;
            case 0xD8 -> octet == 1 || octet == 2;
            default -> true;
        };
    }
}
