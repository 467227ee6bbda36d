package trefas.security;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// An X.509 certificate as suites 1 and 2 use it (IEC 62056-5-3, security; RFC 5280): its subject's common name is
/// the system title in 16 hexadecimal digits, its key is on the curve of the suite, and its key usage is one of
/// signature and key agreement.
public final class CosemCertificate {

    /// Longest certificate that is read.
    public static final int OCTETS_MAX = 2_048;

    /// A sequence with a length of two octets, or a short one.
    private static final int SEQUENCE = 0x30;

    private static final Pattern TITLE = Pattern.compile("(?:^|,)CN=([0-9A-Fa-f]{16})(?:,|$)");

    /// Places in the key usage (RFC 5280, 4.2.1.3).
    private static final int DIGITAL_SIGNATURE = 0;

    private static final int KEY_AGREEMENT = 4;
    private static final int KEY_CERT_SIGN = 5;

    private final X509Certificate certificate;
    private final byte[] octets;

    private CosemCertificate(X509Certificate certificate, byte[] octets) {
        this.certificate = certificate;
        this.octets = octets;
    }

    /// Empty when the octets are no X.509 certificate in DER, or a longer one than is read.
    public static Optional<CosemCertificate> of(byte[] der) {
        if (der.length == 0 || der.length > OCTETS_MAX || Byte.toUnsignedInt(der[0]) != SEQUENCE) {
            return Optional.empty();
        }
        try {
            var read = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return read instanceof X509Certificate x509 && Arrays.equals(x509.getEncoded(), der)
                    ? Optional.of(new CosemCertificate(x509, der.clone()))
                    : Optional.empty();
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }

    /// The certificate in DER.
    public byte[] octets() {
        return octets.clone();
    }

    /// The number its issuer gave it, as DER writes an integer.
    public byte[] serialNumber() {
        return certificate.getSerialNumber().toByteArray();
    }

    /// Distinguished name of the issuer, in DER.
    public byte[] issuer() {
        return certificate.getIssuerX500Principal().getEncoded();
    }

    /// Distinguished name of the subject, in DER.
    public byte[] subject() {
        return certificate.getSubjectX500Principal().getEncoded();
    }

    /// Octets of the extension subject alternative name, or none.
    public byte[] subjectAlternativeName() {
        byte[] extension = certificate.getExtensionValue("2.5.29.17");
        return extension == null ? new byte[0] : extension;
    }

    /// The system title that is the subject's common name; empty for an authority or any other name.
    public Optional<SystemTitle> title() {
        var matcher = TITLE.matcher(certificate.getSubjectX500Principal().getName());
        return matcher.find() ? SystemTitle.of(HexFormat.of().parseHex(matcher.group(1))) : Optional.empty();
    }

    /// True for a certificate that signs certificates.
    public boolean isAuthority() {
        return certificate.getBasicConstraints() >= 0 && hasUsage(KEY_CERT_SIGN);
    }

    /// What its key is for; empty when it is for nothing we use, or for more than one thing.
    public Optional<KeyUse> use() {
        boolean signs = hasUsage(DIGITAL_SIGNATURE);
        boolean agrees = hasUsage(KEY_AGREEMENT);
        if (signs == agrees) {
            return Optional.empty();
        }
        return Optional.of(signs ? KeyUse.DIGITAL_SIGNATURE : KeyUse.KEY_AGREEMENT);
    }

    /// Its key; empty when it is not on the curve of the suite.
    public Optional<CurvePublicKey> key(SecuritySuite suite) {
        return certificate.getPublicKey() instanceof ECPublicKey key ? CurvePublicKey.of(suite, key) : Optional.empty();
    }

    public boolean isValidAt(Instant time) {
        return !time.isBefore(certificate.getNotBefore().toInstant())
                && !time.isAfter(certificate.getNotAfter().toInstant());
    }

    /// True when the other certificate's key signed this one, and its subject is the issuer of this one.
    public boolean isIssuedBy(CosemCertificate authority) {
        if (!certificate.getIssuerX500Principal().equals(authority.certificate.getSubjectX500Principal())
                || !(authority.certificate.getPublicKey() instanceof ECPublicKey)) {
            return false;
        }
        try {
            certificate.verify(authority.certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CosemCertificate that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /// Subject and serial number.
    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName() + ", serial number " + certificate.getSerialNumber();
    }

    private boolean hasUsage(int place) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && usage.length > place && usage[place];
    }
}
