package trefas.dlms.security;

import java.util.Arrays;
import java.util.Optional;
import trefas.security.Ciphering;
import trefas.security.SecurityControl;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// One way to try to open a layer. Tools vary one thing after the other.
final class OpeningAttempt {

    private static final byte[] NOTHING = new byte[0];

    private final byte[] octets;
    private final Layer.Ciphered layer;
    private final SymmetricKey encryption;
    private final Optional<SymmetricKey> authentication;
    private final SystemTitle title;

    OpeningAttempt(
            byte[] octets,
            Layer.Ciphered layer,
            SymmetricKey encryption,
            Optional<SymmetricKey> authentication,
            SystemTitle title) {
        this.octets = octets;
        this.layer = layer;
        this.encryption = encryption;
        this.authentication = authentication;
        this.title = title;
    }

    /// The plain APDU when the tag verifies.
    Optional<byte[]> open() {
        return open(layer.control(), layer.counter(), true);
    }

    /// The same with another control in the additional data, another counter, or without the fields of the header.
    Optional<byte[]> open(SecurityControl control, long counter, boolean withHeader) {
        int plainOctets = layer.bodyLength() - control.tagOctets();
        if (plainOctets < 0) {
            return Optional.empty();
        }
        byte[] plain = new byte[plainOctets];
        byte[] fields = withHeader ? layer.header().map(GeneralHeader::encode).orElse(NOTHING) : NOTHING;
        int opened = new Ciphering(control, title, counter, encryption, authentication)
                .unprotect(fields, octets, layer.bodyOffset(), layer.bodyLength(), plain, 0);
        return opened < 0 ? Optional.empty() : Optional.of(plain);
    }

    OpeningAttempt with(Optional<SymmetricKey> otherAuthentication) {
        return new OpeningAttempt(octets, layer, encryption, otherAuthentication, title);
    }

    OpeningAttempt with(SymmetricKey otherEncryption) {
        return new OpeningAttempt(octets, layer, otherEncryption, authentication, title);
    }

    OpeningAttempt with(SystemTitle otherTitle) {
        return new OpeningAttempt(octets, layer, encryption, authentication, otherTitle);
    }

    /// What is between counter and tag, as it is.
    byte[] body() {
        int from = layer.bodyOffset();
        return Arrays.copyOfRange(
                octets, from, from + layer.bodyLength() - layer.control().tagOctets());
    }

    /// The same deciphered, with no look at the tag.
    byte[] deciphered() {
        byte[] body = body();
        return new Ciphering(layer.control(), title, layer.counter(), encryption, authentication)
                .decipheredUnverified(body, 0, body.length);
    }
}
