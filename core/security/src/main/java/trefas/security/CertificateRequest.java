package trefas.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Asks an authority for a certificate of an own key pair (generate_certificate_request, IEC 62056-6-2; PKCS#10,
/// RFC 2986): the subject's common name is the own system title.
public final class CertificateRequest {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0C;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int ATTRIBUTES = 0xA0;

    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
    private static final byte[] ECDSA_SHA256 = HexFormat.of().parseHex("06082A8648CE3D040302");
    private static final byte[] ECDSA_SHA384 = HexFormat.of().parseHex("06082A8648CE3D040303");

    private CertificateRequest() {}

    /// The request in DER, signed with the key it is for.
    public static byte[] encode(CurveKeyPair pair, SystemTitle title, SecureRandom randomness) {
        byte[] name = element(UTF8_STRING, title.toString().getBytes(StandardCharsets.US_ASCII));
        byte[] subject = element(SEQUENCE, element(SET, element(SEQUENCE, COMMON_NAME, name)));
        byte[] request = element(
                SEQUENCE,
                element(INTEGER, new byte[] {0}),
                subject,
                pair.publicKey().forPlatform().getEncoded(),
                element(ATTRIBUTES));
        byte[] algorithm = element(
                SEQUENCE,
                switch (pair.publicKey().suite()) {
                    case SUITE_0, SUITE_1 -> ECDSA_SHA256;
                    case SUITE_2 -> ECDSA_SHA384;
                });
        byte[] signature = pair.privateKey().signInDer(request, randomness);
        return element(SEQUENCE, request, algorithm, element(BIT_STRING, new byte[] {0}, signature));
    }

    /// Tag, length and contents one after the other (X.690).
    static byte[] element(int tag, byte[]... contents) {
        int length = 0;
        for (byte[] content : contents) {
            length += content.length;
        }
        int lengthOctets = length < 0x80 ? 1 : length <= 0xFF ? 2 : 3;
        byte[] element = new byte[1 + lengthOctets + length];
        element[0] = (byte) tag;
        element[1] = (byte) (lengthOctets == 1 ? length : 0x80 | (lengthOctets - 1));
        for (int i = 1; i < lengthOctets; i++) {
            element[1 + i] = (byte) (length >>> (8 * (lengthOctets - 1 - i)));
        }
        int position = 1 + lengthOctets;
        for (byte[] content : contents) {
            System.arraycopy(content, 0, element, position, content.length);
            position += content.length;
        }
        return element;
    }
}
