package trefas.security;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/// Authenticated encryption of one APDU with AES-GCM (protection of APDUs, IEC 62056-5-3; NIST SP 800-38D).
///
/// | security control | plaintext P | additional data A                    | result           |
/// |------------------|-------------|--------------------------------------|------------------|
/// | authentication   | none        | SC, AK, general fields, APDU         | APDU, tag        |
/// | encryption       | APDU        | none                                 | ciphertext       |
/// | both             | APDU        | SC, AK, general fields               | ciphertext, tag  |
///
/// The initialisation vector is the system title of the sender and the invocation counter. Whoever calls this
/// answers for a counter that was never used before with the key; see [SecurityState].
///
/// @param control what is to be done
/// @param originator system title of the sender
/// @param counter invocation counter, 0 to FFFFFFFF
/// @param encryption key that encrypts and authenticates
/// @param authentication key that goes into the additional data; empty only where nothing is authenticated, or
///     where a
///     tool tries what a broken peer may have done
public record Ciphering(
        SecurityControl control,
        SystemTitle originator,
        long counter,
        SymmetricKey encryption,
        Optional<SymmetricKey> authentication) {

    /// Octets of the tag kept: the first 96 bits.
    public static final int TAG_OCTETS = 12;

    static final int VECTOR_OCTETS = 12;
    private static final int TAG_BITS = 8 * TAG_OCTETS;

    /// Where counter mode of GCM begins to encrypt: block 1 is kept for the tag.
    private static final int FIRST_BLOCK = 2;

    private static final byte[] NOTHING = new byte[0];

    private static final CipherPool GCM = new CipherPool("AES/GCM/NoPadding");
    private static final CipherPool CTR = new CipherPool("AES/CTR/NoPadding");

    /// Protects an APDU.
    ///
    /// @param general fields of general-ciphering that are authenticated too, each with its length; else empty
    /// @param target takes the result, `length` and a tag; must not overlap the source
    /// @return octets written
    public int protect(byte[] general, byte[] source, int offset, int length, byte[] target, int targetOffset) {
        try {
            if (!control.isAuthenticated()) {
                return count(source, offset, length, target, targetOffset);
            }
            if (control.isEncrypted()) {
                return seal(general, NOTHING, 0, 0, source, offset, length, target, targetOffset);
            }
            System.arraycopy(source, offset, target, targetOffset, length);
            return length + seal(general, source, offset, length, NOTHING, 0, 0, target, targetOffset + length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM does not work", impossible);
        }
    }

    /// Takes the protection off, and writes nothing when the tag is wrong.
    ///
    /// @param length octets of body and tag
    /// @param target takes `length` less the tag; must not overlap the source
    /// @return octets of the APDU; -1 when it is too short or the tag does not verify
    public int unprotect(byte[] general, byte[] source, int offset, int length, byte[] target, int targetOffset) {
        int bodyOctets = length - control.tagOctets();
        if (bodyOctets < 0) {
            return -1;
        }
        try {
            if (!control.isAuthenticated()) {
                return count(source, offset, length, target, targetOffset);
            }
            if (control.isEncrypted()) {
                return open(general, NOTHING, 0, 0, source, offset, length, target, targetOffset);
            }
            if (open(general, source, offset, bodyOctets, source, offset + bodyOctets, TAG_OCTETS, target, 0) < 0) {
                return -1;
            }
            System.arraycopy(source, offset, target, targetOffset, bodyOctets);
            return bodyOctets;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM does not work", impossible);
        }
    }

    /// Deciphers without looking at any tag: for tools that search what is wrong with an APDU.
    public byte[] decipheredUnverified(byte[] source, int offset, int length) {
        byte[] plain = new byte[length];
        try {
            count(source, offset, length, plain, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES does not work", impossible);
        }
        return plain;
    }

    private int seal(
            byte[] general,
            byte[] clear,
            int clearOffset,
            int clearLength,
            byte[] source,
            int offset,
            int length,
            byte[] target,
            int targetOffset)
            throws GeneralSecurityException {
        Cipher cipher = GCM.take();
        var vector = new GCMParameterSpec(TAG_BITS, vector());
        try {
            cipher.init(Cipher.ENCRYPT_MODE, encryption.forCipher(), vector);
        } catch (InvalidAlgorithmParameterException usedBefore) {
            // The platform's cipher refuses to repeat its last vector, which is right for messages; a message that
            // is sent again unchanged is no repetition, and only the caller can tell. A new cipher remembers
            // nothing.
            cipher = GCM.made();
            cipher.init(Cipher.ENCRYPT_MODE, encryption.forCipher(), vector);
        }
        addAdditionalData(cipher, general, clear, clearOffset, clearLength);
        int written = cipher.doFinal(source, offset, length, target, targetOffset);
        GCM.giveBack(cipher);
        return written;
    }

    private int open(
            byte[] general,
            byte[] clear,
            int clearOffset,
            int clearLength,
            byte[] source,
            int offset,
            int length,
            byte[] target,
            int targetOffset)
            throws GeneralSecurityException {
        Cipher cipher = GCM.take();
        cipher.init(Cipher.DECRYPT_MODE, encryption.forCipher(), new GCMParameterSpec(TAG_BITS, vector()));
        addAdditionalData(cipher, general, clear, clearOffset, clearLength);
        try {
            int written = cipher.doFinal(source, offset, length, target, targetOffset);
            GCM.giveBack(cipher);
            return written;
        } catch (AEADBadTagException wrong) {
            // The cipher is dropped with whatever the failure left in it.
            return -1;
        }
    }

    private void addAdditionalData(Cipher cipher, byte[] general, byte[] clear, int offset, int length) {
        cipher.updateAAD(new byte[] {(byte) control.octet()});
        if (authentication.isPresent()) {
            cipher.updateAAD(authentication.get().octets());
        }
        if (general.length > 0) {
            cipher.updateAAD(general);
        }
        if (length > 0) {
            cipher.updateAAD(clear, offset, length);
        }
    }

    /// Counter mode alone, as GCM encrypts; both ways alike.
    private int count(byte[] source, int offset, int length, byte[] target, int targetOffset)
            throws GeneralSecurityException {
        Cipher cipher = CTR.take();
        byte[] block = new byte[VECTOR_OCTETS + Integer.BYTES];
        writeVector(block);
        block[block.length - 1] = FIRST_BLOCK;
        cipher.init(Cipher.ENCRYPT_MODE, encryption.forCipher(), new IvParameterSpec(block));
        int written = cipher.doFinal(source, offset, length, target, targetOffset);
        CTR.giveBack(cipher);
        return written;
    }

    private byte[] vector() {
        byte[] vector = new byte[VECTOR_OCTETS];
        writeVector(vector);
        return vector;
    }

    private void writeVector(byte[] vector) {
        originator.write(vector, 0);
        for (int i = 0; i < Integer.BYTES; i++) {
            vector[SystemTitle.OCTETS + i] = (byte) (counter >>> (8 * (Integer.BYTES - 1 - i)));
        }
    }
}
