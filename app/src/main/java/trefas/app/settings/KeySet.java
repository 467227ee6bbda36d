package trefas.app.settings;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import trefas.security.KeyId;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;

/// The keys somebody configured for one role. They never print themselves.
///
/// @param encryption the global unicast encryption key (EK, GUEK)
/// @param authentication the authentication key (AK, GAK)
/// @param master wraps keys that are sent (KEK, MK); without it keys can't be replaced over the line
public record KeySet(
        SecuritySuite suite, SymmetricKey encryption, SymmetricKey authentication, Optional<SymmetricKey> master) {

    /// The keys every Trefas demo has. They are in the documentation, so they protect nothing.
    public static final KeySet DEMO = new KeySet(
            SecuritySuite.SUITE_0,
            SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F"),
            SymmetricKey.ofHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF"),
            Optional.of(SymmetricKey.ofHex("00112233445566778899AABBCCDDEEFF")));

    /// Puts the keys in place. One that is in place already keeps its counters.
    public void installIn(SecurityState state) {
        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, encryption);
        state.install(KeyId.AUTHENTICATION, authentication);
        master.ifPresent(key -> state.install(KeyId.MASTER, key));
    }

    /// A mark by which the same keys are known again; no key can be told from it.
    public byte[] mark() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) suite.id());
            digest.update(encryption.octets());
            digest.update(authentication.octets());
            master.ifPresent(key -> digest.update(ByteBuffer.wrap(key.octets())));
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
