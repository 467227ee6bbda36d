package trefas.dlms.security;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.security.KeyWrap;
import trefas.security.SecurityControl;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// Opens a protected APDU for somebody who looks on: no association, no counter. When a tag does not verify it
/// tries what may be wrong, and names the most likely reason.
public final class TrialOpening {

    /// What came of it.
    public sealed interface Trial {

        /// What the octets say of themselves, whether or not they could be opened.
        ///
        /// @param senderTitle the title in the APDU, or the one that was given
        record Heading(
                Envelope.Family family, SecurityControl control, long counter, Optional<SystemTitle> senderTitle) {}

        /// It is open.
        ///
        /// @param apdu plain
        /// @param isVerified true when there was a tag and it is right
        /// @param remark what should be known of it, in one sentence; else empty
        record Open(Heading heading, Octets apdu, boolean isVerified, String remark) implements Trial {}

        /// It is signed, not ciphered: the content lies open.
        record Signed(Octets apdu, Octets originator) implements Trial {}

        /// It could not be opened.
        ///
        /// @param why the most likely reason, in one sentence
        record Closed(Optional<Heading> heading, String why) implements Trial {}
    }

    private final TrialKeys keys;

    public TrialOpening(TrialKeys keys) {
        this.keys = keys;
    }

    /// Opens the APDU that fills the octets, outermost layer only.
    public Trial open(byte[] octets, int offset, int length) {
        return switch (Layer.read(octets, offset, length)) {
            case Layer.Broken(String why) -> new Trial.Closed(Optional.empty(), "this is no protected APDU: " + why);
            case Layer.Signed signed ->
                new Trial.Signed(
                        Octets.of(octets, signed.contentOffset(), signed.contentLength()),
                        signed.header().originator());
            case Layer.Ciphered ciphered -> open(octets, ciphered);
        };
    }

    private Trial open(byte[] octets, Layer.Ciphered layer) {
        var title = layer.title().isPresent() ? layer.title() : keys.senderTitle();
        var heading = new Trial.Heading(layer.family(), layer.control(), layer.counter(), title);
        if (title.isEmpty()) {
            return closed(heading, "the APDU does not name its sender: the sender's system title is needed");
        }
        if (!layer.control().isAuthenticated() && !layer.control().isEncrypted()) {
            return closed(heading, "its security control " + layer.control() + " asks for no protection");
        }
        var encryption = encryptionKey(layer);
        if (encryption.isEmpty()) {
            return closed(heading, whyNoKey(layer));
        }
        var attempt = new OpeningAttempt(octets, layer, encryption.get(), keys.authentication(), title.get());
        if (!layer.control().isAuthenticated()) {
            return unauthenticated(heading, layer, attempt);
        }
        if (keys.authentication().isEmpty()) {
            return withoutAuthenticationKey(heading, layer, attempt);
        }
        var opened = attempt.open();
        return opened.isPresent()
                ? new Trial.Open(heading, Octets.of(opened.get()), true, "")
                : closed(heading, new TagDiagnosis(keys, layer, attempt).words());
    }

    private Optional<SymmetricKey> encryptionKey(Layer.Ciphered layer) {
        return switch (layer.choice()) {
            case KeyChoice.Unsaid _, KeyChoice.Identified _ -> Optional.of(keys.encryption());
            case KeyChoice.Wrapped wrapped ->
                keys.master()
                        .flatMap(master -> KeyWrap.unwrap(master, wrapped.key().toArray()));
            case KeyChoice.Agreed _ -> Optional.empty();
        };
    }

    private String whyNoKey(Layer.Ciphered layer) {
        return switch (layer.choice()) {
            case KeyChoice.Wrapped _
            when keys.master().isEmpty() -> "its key is wrapped in the master key: the master key is needed";
            case KeyChoice.Wrapped _ -> "its key is not wrapped in the master key given";
            case KeyChoice.Agreed _ ->
                "its key was agreed between the two ends: nobody else can compute it from the octets";
            case KeyChoice.Unsaid _, KeyChoice.Identified _ -> "there is no key for it";
        };
    }

    private static Trial unauthenticated(Trial.Heading heading, Layer.Ciphered layer, OpeningAttempt attempt) {
        byte[] plain = attempt.deciphered();
        return TagDiagnosis.isPlausible(layer, plain)
                ? new Trial.Open(heading, Octets.of(plain), false, "it has no tag, so nobody can tell who sent it")
                : closed(
                        heading,
                        "it has no tag, and what comes out is no APDU: the encryption key or the sender's system title"
                                + " is probably wrong");
    }

    private static Trial withoutAuthenticationKey(Trial.Heading heading, Layer.Ciphered layer, OpeningAttempt attempt) {
        if (!layer.control().isEncrypted()) {
            return new Trial.Open(
                    heading,
                    Octets.of(attempt.body()),
                    false,
                    "it is not encrypted; the tag was not verified for want of the authentication key");
        }
        byte[] plain = attempt.deciphered();
        return TagDiagnosis.isPlausible(layer, plain)
                ? new Trial.Open(
                        heading, Octets.of(plain), false, "the tag was not verified for want of the authentication key")
                : closed(
                        heading,
                        "what comes out is no APDU: the encryption key or the sender's system title is probably wrong");
    }

    private static Trial closed(Trial.Heading heading, String why) {
        return new Trial.Closed(Optional.of(heading), why);
    }
}
