package trefas.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import trefas.cosem.CosemData.Octets;
import trefas.security.CosemCertificate;
import trefas.security.CurvePrivateKey;
import trefas.security.CurvePublicKey;
import trefas.security.KeyUse;
import trefas.security.SecuritySuite;
import trefas.security.SystemTitle;

/// A key on a suite's curve as people keep it: a PEM file as OpenSSL writes it (RFC 7468), a certificate in PEM or
/// DER, or the bare octets in hexadecimal, in a file or as they are. Whatever is wrong becomes one sentence, which
/// never repeats what was given.
final class CurveKeyText {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /// `openssl ecparam` writes the curve's name before the key.
    private static final String PARAMETERS = "EC PARAMETERS";

    /// Octets of the longest file that is looked at.
    private static final int FILE_OCTETS_MAX = 65_536;

    /// Before the number in an ECPrivateKey (RFC 5915): a sequence of up to 255 octets, version 1, an octet string.
    private static final int SEC1_VERSION = 1;

    private static final int OCTET_STRING = 0x04;
    private static final int UNCOMPRESSED = 0x04;
    private static final int SEQUENCE = 0x30;

    /// The public key of a partner.
    ///
    /// @param title whose it is, when a certificate says so
    /// @param use what it is for, when a certificate says so
    record Partner(CurvePublicKey key, Optional<SystemTitle> title, Optional<KeyUse> use) {}

    private record Block(String label, Octets content) {
        byte[] octets() {
            return content.toArray();
        }
    }

    private final String name;
    private final SecuritySuite suite;

    /// @param name of the option, for sentences
    CurveKeyText(String name, SecuritySuite suite) {
        if (!suite.hasCurve()) {
            throw wrong("The key " + name + " is on a curve: give --suite 1 or 2 with it.");
        }
        this.name = name;
        this.suite = suite;
    }

    CurvePrivateKey privateKey(String given) {
        Block block = block(given);
        byte[] scalar = switch (block.label()) {
            case "", "EC PRIVATE KEY" -> block.label().isEmpty() ? block.octets() : sec1(block.octets());
            case "PRIVATE KEY" -> pkcs8(block.octets());
            default ->
                throw wrong("The key " + name + " is a " + block.label()
                        + ", expected a PRIVATE KEY without a passphrase.");
        };
        return CurvePrivateKey.of(suite, scalar)
                .orElseThrow(() -> wrong("The key " + name + " is no private key of suite " + suite.id() + ": "
                        + suite.fieldOctets() + " octets are expected, as a number on its curve."));
    }

    Partner partner(String given) {
        Block block = block(given);
        boolean isCertificate = block.label().equals("CERTIFICATE")
                || (block.label().isEmpty()
                        && block.octets().length > 0
                        && block.octets()[0] == SEQUENCE
                        && CosemCertificate.of(block.octets()).isPresent());
        if (isCertificate) {
            return certified(block.octets());
        }
        Optional<CurvePublicKey> key = switch (block.label()) {
            case "" -> CurvePublicKey.of(suite, withoutForm(block.octets()));
            case "PUBLIC KEY" -> x509(block.octets());
            default ->
                throw wrong("The key " + name + " is a " + block.label() + ", expected a CERTIFICATE or PUBLIC KEY.");
        };
        return new Partner(key.orElseThrow(this::notPublic), Optional.empty(), Optional.empty());
    }

    private Partner certified(byte[] der) {
        var certificate = CosemCertificate.of(der)
                .orElseThrow(() -> wrong("The certificate of " + name + " is no X.509 certificate."));
        if (!certificate.isValidAt(Instant.now())) {
            throw wrong("The certificate of " + name + " is not valid today.");
        }
        return new Partner(certificate.key(suite).orElseThrow(this::notPublic), certificate.title(), certificate.use());
    }

    private CommandFailure notPublic() {
        return wrong("The key " + name + " is no public key of suite " + suite.id() + ": " + 2 * suite.fieldOctets()
                + " octets are expected, a point of its curve.");
    }

    /// Digits, or what the file of that name holds; the label is empty for bare octets.
    private Block block(String given) {
        String bare = given.replaceAll("[\\s:]", "");
        if (isHex(bare)) {
            return new Block("", Octets.of(HexFormat.of().parseHex(bare)));
        }
        byte[] content = content(given);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        Matcher pem = PEM.matcher(text);
        while (pem.find()) {
            String label = String.valueOf(pem.group(1));
            if (!label.equals(PARAMETERS)) {
                return new Block(label, Octets.of(base64(String.valueOf(pem.group(2)))));
            }
        }
        String digits = text.replaceAll("[\\s:]", "");
        if (isHex(digits)) {
            return new Block("", Octets.of(HexFormat.of().parseHex(digits)));
        }
        if (content.length > 0 && content[0] == SEQUENCE) {
            return new Block("", Octets.of(content));
        }
        throw wrong("The key " + name + " is neither PEM nor hexadecimal.");
    }

    private byte[] content(String given) {
        try {
            var path = Path.of(given);
            if (Files.isRegularFile(path) && Files.size(path) > FILE_OCTETS_MAX) {
                throw wrong("The file of " + name + " is longer than " + FILE_OCTETS_MAX + " octets.");
            }
            return Files.readAllBytes(path);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw wrong("The key " + name + " is neither hexadecimal nor a file that can be read.");
        }
    }

    private byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            throw wrong("The key " + name + " is broken PEM: what is between its two lines is not Base64.");
        }
    }

    private byte[] pkcs8(byte[] der) {
        try {
            if (KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der)) instanceof ECPrivateKey key
                    && key.getParams().getCurve().getField().getFieldSize() == Byte.SIZE * suite.fieldOctets()) {
                byte[] number = key.getS().toByteArray();
                byte[] scalar = new byte[suite.fieldOctets()];
                int count = Math.min(number.length, scalar.length);
                System.arraycopy(number, number.length - count, scalar, scalar.length - count, count);
                return scalar;
            }
        } catch (GeneralSecurityException otherKind) {
            // Told below: a key of another kind, or broken.
        }
        return new byte[0];
    }

    /// The number inside an ECPrivateKey; a length that does not fit is found by the caller.
    private static byte[] sec1(byte[] der) {
        int at = der.length > 2 && Byte.toUnsignedInt(der[1]) == 0x81 ? 3 : 2;
        boolean hasForm = der.length > at + 5 && der[at + 2] == SEC1_VERSION && der[at + 3] == OCTET_STRING;
        int length = hasForm ? der[at + 4] : 0;
        int begin = at + 5;
        return length > 0 && begin + length <= der.length
                ? Arrays.copyOfRange(der, begin, begin + length)
                : new byte[0];
    }

    private Optional<CurvePublicKey> x509(byte[] der) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)) instanceof ECPublicKey key
                    ? CurvePublicKey.of(suite, key)
                    : Optional.empty();
        } catch (GeneralSecurityException otherKind) {
            return Optional.empty();
        }
    }

    /// A point as others write it begins with 04, as COSEM writes it not.
    private byte[] withoutForm(byte[] octets) {
        boolean hasForm = octets.length == 1 + 2 * suite.fieldOctets() && octets[0] == UNCOMPRESSED;
        return hasForm ? Arrays.copyOfRange(octets, 1, octets.length) : octets;
    }

    private static boolean isHex(String text) {
        return text.matches("([0-9a-fA-F]{2})+");
    }

    private static CommandFailure wrong(String sentence) {
        return new CommandFailure(ExitCode.WRONG_USAGE, sentence);
    }
}
