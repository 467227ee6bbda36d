package trefas.security;

import static trefas.security.CertificateRequest.element;
import static trefas.security.Published.hex;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// An authority that writes certificates by hand (X.509, RFC 5280), good ones and others.
final class WrittenCertificate {

    static final String SIGNATURE = "0780";
    static final String AGREEMENT = "0308";
    static final String AUTHORITY = "0106";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String name;
    private final CurveKeyPair pair;
    private final SecureRandom random = new SecureRandom();
    private int serialNumber = 1;

    WrittenCertificate(String name, SecuritySuite suite) {
        this.name = name;
        this.pair = CurveKeyPair.generate(suite, random);
    }

    /// Its own certificate.
    byte[] own() {
        return issue(name, pair.publicKey(), AUTHORITY, Instant.parse("2099-12-31T23:59:59Z"));
    }

    /// A certificate for somebody else.
    ///
    /// @param usage bits of the key usage: unused bits, then the bits
    byte[] issue(String subject, CurvePublicKey key, String usage, Instant notAfter) {
        byte[] algorithm = element(
                0x30,
                hex(
                        pair.publicKey().suite() == SecuritySuite.SUITE_2
                                ? "06082A8648CE3D040303"
                                : "06082A8648CE3D040302"));
        byte[] basic = usage.equals(AUTHORITY) ? extension("0603551D13", element(0x30, hex("0101FF"))) : new byte[0];
        byte[] extensions = element(0xA3, element(0x30, extension("0603551D0F", element(0x03, hex(usage))), basic));
        byte[] tbs = element(
                0x30,
                hex("A003020102"),
                element(0x02, new byte[] {(byte) serialNumber++}),
                algorithm,
                name(name),
                element(0x30, time(Instant.parse("2026-01-01T00:00:00Z")), time(notAfter)),
                name(subject),
                key.forPlatform().getEncoded(),
                extensions);
        byte[] signature = pair.privateKey().signInDer(tbs, random);
        return element(0x30, tbs, algorithm, element(0x03, new byte[] {0}, signature));
    }

    CurveKeyPair pair() {
        return pair;
    }

    private static byte[] extension(String oid, byte[] value) {
        return element(0x30, hex(oid), hex("0101FF"), element(0x04, value));
    }

    private static byte[] name(String commonName) {
        byte[] text = element(0x0C, commonName.getBytes(StandardCharsets.US_ASCII));
        return element(0x30, element(0x31, element(0x30, hex("0603550403"), text)));
    }

    private static byte[] time(Instant time) {
        return element(0x18, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }
}
