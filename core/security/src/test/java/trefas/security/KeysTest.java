package trefas.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static trefas.security.Published.CLIENT;
import static trefas.security.Published.EK;
import static trefas.security.Published.LONG_EK;
import static trefas.security.Published.SERVER;
import static trefas.security.Published.hex;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.security.KeyDerivation.Purpose;

/// Wrapped, agreed and derived keys: the vectors of reference E7 and E8.
class KeysTest {

    // RFC 3394, 4.1 and 4.6.
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "000102030405060708090A0B0C0D0E0F, 00112233445566778899AABBCCDDEEFF, "
                + "1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5",
        "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F, "
                + "00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F, "
                + "28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21"
    })
    void keysAreWrappedAsPublished(String master, String key, String wrapped) {
        var wrapping = SymmetricKey.ofHex(master);

        assertEquals(wrapped, hex(KeyWrap.wrap(wrapping, SymmetricKey.ofHex(key))));
        assertEquals(Optional.of(SymmetricKey.ofHex(key)), KeyWrap.unwrap(wrapping, hex(wrapped)));
        byte[] octets = hex(wrapped);
        for (int i = 0; i < octets.length; i++) {
            byte[] wrong = octets.clone();
            wrong[i] ^= (byte) 0x80;
            assertEquals(Optional.empty(), KeyWrap.unwrap(wrapping, wrong), "octet " + i);
            assertEquals(Optional.empty(), KeyWrap.unwrap(wrapping, Arrays.copyOf(octets, i)), "cut to " + i);
        }
    }

    // Reference E8: static unified model of suite 1, originator is the client of the example.
    @Test
    void aKeyIsDerivedForATransaction() {
        byte[] z = hex("B1455B2AD5F68BCFFE6AD5412BA89548ACA7E0CBF4B1560D6A57496F15E931AD");

        var key = KeyDerivation.deriveForTransaction(
                SecuritySuite.SUITE_1, z, CLIENT_OF_EXAMPLE, hex("0102030405060708"), SERVER_OF_EXAMPLE);

        assertEquals(SymmetricKey.ofHex("56C46B57DF675515C31025455822514A"), key);
    }

    private static final SystemTitle CLIENT_OF_EXAMPLE = SERVER;
    private static final SystemTitle SERVER_OF_EXAMPLE = CLIENT;

    @ParameterizedTest
    @EnumSource(
            value = SecuritySuite.class,
            names = {"SUITE_1", "SUITE_2"})
    void bothEndsAgreeOnAKeyNobodySent(SecuritySuite suite) {
        var random = new SecureRandom();
        var ours = CurveKeyPair.generate(suite, random);
        var theirs = CurveKeyPair.generate(suite, random);
        byte[] z = ours.privateKey().sharedSecret(theirs.publicKey()).orElseThrow();

        assertEquals(suite.fieldOctets(), z.length);
        assertArrayEquals(z, theirs.privateKey().sharedSecret(ours.publicKey()).orElseThrow());
        var key = KeyDerivation.derive(suite, z, Purpose.CIPHERING, CLIENT, SERVER);
        assertEquals(suite.keyOctets(), key.length());
        assertEquals(
                4,
                java.util.Set.of(
                                key,
                                KeyDerivation.derive(suite, z, Purpose.WRAPPING, CLIENT, SERVER),
                                KeyDerivation.derive(suite, z, Purpose.CIPHERING, SERVER, CLIENT),
                                KeyDerivation.derive(suite, new byte[z.length], Purpose.CIPHERING, CLIENT, SERVER))
                        .size());
    }

    @ParameterizedTest
    @EnumSource(
            value = SecuritySuite.class,
            names = {"SUITE_1", "SUITE_2"})
    void onlyPointsOfTheCurveAreKeys(SecuritySuite suite) {
        var pair = CurveKeyPair.generate(suite, new SecureRandom());
        byte[] point = pair.publicKey().octets();

        assertEquals(Optional.of(pair.publicKey()), CurvePublicKey.of(suite, point));
        point[0] ^= 1;
        assertEquals(Optional.empty(), CurvePublicKey.of(suite, point), "off the curve");
        assertEquals(Optional.empty(), CurvePublicKey.of(suite, new byte[point.length]), "zero");
        byte[] beyond = new byte[point.length];
        Arrays.fill(beyond, (byte) 0xFF);
        assertEquals(Optional.empty(), CurvePublicKey.of(suite, beyond), "beyond the field");
        assertEquals(Optional.empty(), CurvePublicKey.of(suite, Arrays.copyOf(point, point.length - 1)));
        assertEquals(Optional.empty(), CurvePublicKey.of(SecuritySuite.SUITE_0, new byte[0]));
        assertEquals(Optional.empty(), CurvePrivateKey.of(suite, new byte[suite.fieldOctets()]), "zero");
        assertEquals(
                Optional.of(hex(pair.privateKey().octets())),
                CurvePrivateKey.of(suite, pair.privateKey().octets()).map(key -> hex(key.octets())));
        assertEquals(EK.length() * 2, LONG_EK.length());
    }
}
