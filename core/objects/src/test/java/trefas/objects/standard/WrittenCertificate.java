package trefas.objects.standard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;

/// An authority on P-256 that writes certificates by hand (X.509, RFC 5280).
final class WrittenCertificate {

    static final String SIGNATURE = "0780";

    private static final String AUTHORITY = "0106";
    private static final String ECDSA_SHA256 = "300A06082A8648CE3D040302";

    private final String name;
    private final KeyPair pair;
    private int serialNumber;

    WrittenCertificate(String name) {
        this.name = name;
        this.pair = keyPair();
    }

    static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    byte[] own() {
        return issue(name, pair.getPublic(), AUTHORITY, "20991231235959Z");
    }

    /// A certificate for a subject until a day; usage as unused bits, then the bits.
    byte[] issue(String subject, PublicKey key, String usage, String until) {
        byte[] constraints =
                usage.equals(AUTHORITY) ? extension("0603551D13", element(0x30, hex("0101FF"))) : new byte[0];
        byte[] tbs = element(
                0x30,
                hex("A003020102"),
                element(0x02, new byte[] {(byte) ++serialNumber}),
                hex(ECDSA_SHA256),
                name(name),
                element(0x30, time("20200101000000Z"), time(until)),
                name(subject),
                key.getEncoded(),
                element(0xA3, element(0x30, extension("0603551D0F", element(0x03, hex(usage))), constraints)));
        try {
            var signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(pair.getPrivate());
            signing.update(tbs);
            return element(0x30, tbs, hex(ECDSA_SHA256), element(0x03, new byte[] {0}, signing.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] extension(String identifier, byte[] value) {
        return element(0x30, hex(identifier), hex("0101FF"), element(0x04, value));
    }

    private static byte[] name(String commonName) {
        byte[] text = element(0x0C, commonName.getBytes(StandardCharsets.US_ASCII));
        return element(0x30, element(0x31, element(0x30, hex("0603550403"), text)));
    }

    private static byte[] time(String utc) {
        return element(0x18, utc.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] element(int tag, byte[]... contents) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        var element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.size() > 0xFF) {
            element.write(0x82);
            element.write(content.size() >>> 8);
        } else if (content.size() >= 0x80) {
            element.write(0x81);
        }
        element.write(content.size());
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static byte[] hex(String octets) {
        return HexFormat.of().parseHex(octets);
    }
}
