package trefas.security;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.crypto.Cipher;

/// Keys wrapped in a key, to be sent (AES key wrap, RFC 3394; key_transfer, IEC 62056-6-2).
public final class KeyWrap {

    /// What wrapping adds.
    public static final int OVERHEAD_OCTETS = 8;

    private static final CipherPool WRAP = new CipherPool("AES/KW/NoPadding");

    private KeyWrap() {}

    /// The key in its wrapping, 8 octets longer.
    public static byte[] wrap(SymmetricKey master, SymmetricKey key) {
        Cipher cipher = WRAP.take();
        try {
            cipher.init(Cipher.WRAP_MODE, master.forCipher());
            byte[] wrapped = cipher.wrap(key.forCipher());
            WRAP.giveBack(cipher);
            return wrapped;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES key wrap does not work", impossible);
        }
    }

    /// Empty when the octets are not a key that was wrapped in this one.
    public static Optional<SymmetricKey> unwrap(SymmetricKey master, byte[] wrapped) {
        if (!SymmetricKey.isLength(wrapped.length - OVERHEAD_OCTETS)) {
            return Optional.empty();
        }
        Cipher cipher = WRAP.take();
        try {
            cipher.init(Cipher.UNWRAP_MODE, master.forCipher());
            byte[] key = cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
            WRAP.giveBack(cipher);
            return Optional.of(SymmetricKey.of(key));
        } catch (InvalidKeyException wrong) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("AES key wrap does not work", impossible);
        }
    }
}
