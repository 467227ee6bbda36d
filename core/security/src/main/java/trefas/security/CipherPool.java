package trefas.security;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/// The few ciphers of one kind that all associations of the process share. To make one costs more than to use one,
/// and one for each of thousands of associations would cost more memory than the associations.
final class CipherPool {

    /// Ciphers kept; more are made when more work at once, and dropped afterwards.
    private static final int KEPT_MAX = 16;

    private final String transformation;
    private final Cipher[] idle = new Cipher[KEPT_MAX];
    private int count;

    CipherPool(String transformation) {
        this.transformation = transformation;
    }

    Cipher take() {
        synchronized (this) {
            if (count > 0) {
                return idle[--count];
            }
        }
        return made();
    }

    void giveBack(Cipher cipher) {
        synchronized (this) {
            if (count < KEPT_MAX) {
                idle[count++] = cipher;
            }
        }
    }

    /// A new one. Every Java platform has those named here, so to miss one is a fault of the installation.
    Cipher made() {
        try {
            return Cipher.getInstance(transformation);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("the Java platform lacks " + transformation, missing);
        }
    }
}
