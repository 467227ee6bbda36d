package trefas.objects.standard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import trefas.cosem.CosemData.Octets;
import trefas.objects.standard.ImageTransfer.Content;
import trefas.objects.standard.ImageTransfer.Outcome;
import trefas.security.Sha256;

/// Our own format of an image (decision 0021). All numbers most significant octet first.
///
/// | offset | octets | field                                                     |
/// |--------|--------|-----------------------------------------------------------|
/// | 0      | 4      | `TRFI`                                                    |
/// | 4      | 1      | format, 1                                                 |
/// | 5      | 1      | 1 with a signature, 0 without                             |
/// | 6      | 2      | zero                                                      |
/// | 8      | 4      | software number                                           |
/// | 12     | 4      | revision                                                  |
/// | 16     | 4      | octets of the program, n                                  |
/// | 20     | n      | program                                                   |
/// | 20 + n | 32     | SHA-256 of all before                                     |
/// | 52 + n | 64     | ECDSA P-256 over all before the hash, R then S, if signed |
public final class FirmwareImage {

    public static final int HEAD_OCTETS = 20;
    public static final int HASH_OCTETS = Sha256.OCTETS;
    public static final int SIGNATURE_OCTETS = 64;

    private static final byte[] MAGIC = "TRFI".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int IDENTIFICATION_OFFSET = 8;
    private static final int IDENTIFICATION_OCTETS = 8;

    private FirmwareImage() {}

    /// Judges the signature of an image, or says that none is needed. Who trusts which key is the shell's to say.
    public interface SignatureCheck {

        /// Takes any image whose hash is right; for test benches.
        SignatureCheck NOT_NEEDED = new SignatureCheck() {
            @Override
            public boolean isNeeded() {
                return false;
            }

            @Override
            public boolean isGood(byte[] signed, byte[] signature) {
                return false;
            }
        };

        /// True when an image without a signature is refused.
        boolean isNeeded();

        /// True when the trusted key made this signature over these octets.
        boolean isGood(byte[] signed, byte[] signature);
    }

    /// Looks at every octet; never throws.
    static Outcome<Content> verify(byte[] image, SignatureCheck check) {
        if (image.length < HEAD_OCTETS + HASH_OCTETS
                || !Arrays.equals(image, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                || image[4] != FORMAT
                || (image[5] & ~1) != 0
                || image[6] != 0
                || image[7] != 0) {
            return new Outcome.Failed<>("not an image of format 1");
        }
        boolean signed = image[5] == 1;
        long program = Integer.toUnsignedLong(ByteBuffer.wrap(image).getInt(16));
        long expected = HEAD_OCTETS + program + HASH_OCTETS + (signed ? SIGNATURE_OCTETS : 0);
        if (expected != image.length) {
            return new Outcome.Failed<>("an image of " + image.length + " octets that says it has " + expected);
        }
        int hashed = HEAD_OCTETS + (int) program;
        byte[] covered = Arrays.copyOf(image, hashed);
        byte[] hash = Arrays.copyOfRange(image, hashed, hashed + HASH_OCTETS);
        if (!MessageDigest.isEqual(hash, Sha256.of(covered))) {
            return new Outcome.Failed<>("the hash is not that of the octets");
        }
        if (!signed && check.isNeeded()) {
            return new Outcome.Failed<>("no signature");
        }
        if (signed
                && check.isNeeded()
                && !check.isGood(covered, Arrays.copyOfRange(image, hashed + HASH_OCTETS, image.length))) {
            return new Outcome.Failed<>("the signature is not that of the trusted key");
        }
        return new Outcome.Done<>(new Content(
                image.length, Octets.of(image, IDENTIFICATION_OFFSET, IDENTIFICATION_OCTETS), Octets.of(hash)));
    }

    /// Builds an image without a signature: for tools and tests.
    public static byte[] unsigned(int softwareNumber, int revision, byte[] program) {
        byte[] covered = covered(softwareNumber, revision, 0, program);
        return ByteBuffer.allocate(covered.length + HASH_OCTETS)
                .put(covered)
                .put(Sha256.of(covered))
                .array();
    }

    /// What the hash and the signature of an image cover.
    public static byte[] covered(int softwareNumber, int revision, int signed, byte[] program) {
        return ByteBuffer.allocate(HEAD_OCTETS + program.length)
                .put(MAGIC)
                .put((byte) FORMAT)
                .put((byte) signed)
                .putShort((short) 0)
                .putInt(softwareNumber)
                .putInt(revision)
                .putInt(program.length)
                .put(program)
                .array();
    }

    /// Builds a signed image from what [#covered] gave and a signature over it.
    public static byte[] signed(byte[] covered, byte[] signature) {
        return ByteBuffer.allocate(covered.length + HASH_OCTETS + SIGNATURE_OCTETS)
                .put(covered)
                .put(Sha256.of(covered))
                .put(signature)
                .array();
    }
}
