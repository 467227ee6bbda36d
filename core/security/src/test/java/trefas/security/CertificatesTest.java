package trefas.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.security.Published.CLIENT;
import static trefas.security.Published.SERVER;
import static trefas.security.WrittenCertificate.AGREEMENT;
import static trefas.security.WrittenCertificate.AUTHORITY;
import static trefas.security.WrittenCertificate.SIGNATURE;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.security.RestoredSecurity.Ready;

/// Certificates and agreed keys of suites 1 and 2 (reference E8, E12).
class CertificatesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant LATER = Instant.parse("9999-12-31T23:59:59Z");
    private static final Instant EARLIER = Instant.parse("2026-11-27T12:00:00Z");

    private final SecureRandom random = new SecureRandom();
    private final WrittenCertificate authority = new WrittenCertificate("Root", SecuritySuite.SUITE_1);
    private final SecurityState state = SecurityState.fresh(SecuritySuite.SUITE_1, SecurityPolicy.NONE, SERVER);
    private final CurveKeyPair clientPair = CurveKeyPair.generate(SecuritySuite.SUITE_1, random);
    private final CurveKeyPair ownPair = CurveKeyPair.generate(SecuritySuite.SUITE_1, random);

    CertificatesTest() {
        assertTrue(state.certificates().trust(authority.own()));
        state.expectPartner(CLIENT);
        state.keyPairs().install(KeyUse.DIGITAL_SIGNATURE, ownPair);
    }

    @Test
    void aPartnerBecomesKnownByItsCertificate() {
        byte[] certificate = authority.issue(CLIENT.toString(), clientPair.publicKey(), SIGNATURE, LATER);

        assertEquals(CertificateImport.DONE, state.certificates().take(certificate, NOW));

        assertEquals(Optional.of(clientPair.publicKey()), state.partnerKey(CLIENT, KeyUse.DIGITAL_SIGNATURE));
        assertEquals(Optional.empty(), state.partnerKey(CLIENT, KeyUse.KEY_AGREEMENT));
        var found = state.certificates()
                .find(CertificateEntity.CLIENT, KeyUse.DIGITAL_SIGNATURE, CLIENT)
                .orElseThrow();
        assertArrayEquals(certificate, found.octets());
        assertEquals(Optional.of(found), state.certificates().find(found.serialNumber(), found.issuer()));
        assertTrue(state.certificates().remove(found));
        assertEquals(Optional.empty(), state.partnerKey(CLIENT, KeyUse.DIGITAL_SIGNATURE));
        assertEquals(1, state.certificates().all().size(), "the anchor stays");
    }

    @Test
    void aNewerCertificateReplacesTheOlder() {
        state.certificates().take(authority.issue(CLIENT.toString(), clientPair.publicKey(), SIGNATURE, LATER), NOW);
        state.certificates().take(authority.issue(CLIENT.toString(), ownPair.publicKey(), SIGNATURE, LATER), NOW);

        assertEquals(Optional.of(ownPair.publicKey()), state.partnerKey(CLIENT, KeyUse.DIGITAL_SIGNATURE));
        assertEquals(2, state.certificates().all().size());
    }

    @Test
    void theOwnCertificateIsForTheOwnKey() {
        assertEquals(
                CertificateImport.NOT_OUR_KEY,
                state.certificates()
                        .take(authority.issue(SERVER.toString(), clientPair.publicKey(), SIGNATURE, LATER), NOW));
        assertEquals(
                CertificateImport.DONE,
                state.certificates()
                        .take(authority.issue(SERVER.toString(), ownPair.publicKey(), SIGNATURE, LATER), NOW));
    }

    @Test
    @DisplayName("C21 unknown authority, wrong title, expired, wrong use: refused and nothing kept")
    void badCertificatesAreRefused() {
        byte[] before = state.toOctets();
        var stranger = new WrittenCertificate("Root", SecuritySuite.SUITE_1);
        var key = clientPair.publicKey();
        var elsewhere = CurveKeyPair.generate(SecuritySuite.SUITE_2, random).publicKey();
        byte[] flipped = authority.issue(CLIENT.toString(), key, SIGNATURE, LATER);
        flipped[flipped.length - 1] ^= 1;

        assertRefused(CertificateImport.NOT_TRUSTED, stranger.issue(CLIENT.toString(), key, SIGNATURE, LATER));
        assertRefused(CertificateImport.NOT_TRUSTED, flipped);
        assertRefused(CertificateImport.WRONG_TITLE, authority.issue("4D4D4D0000000002", key, SIGNATURE, LATER));
        assertRefused(CertificateImport.WRONG_TITLE, authority.issue("client", key, SIGNATURE, LATER));
        assertRefused(CertificateImport.NOT_VALID_NOW, authority.issue(CLIENT.toString(), key, SIGNATURE, EARLIER));
        assertRefused(CertificateImport.WRONG_USAGE, authority.issue(CLIENT.toString(), key, "0388", LATER));
        assertRefused(CertificateImport.WRONG_CURVE, authority.issue(CLIENT.toString(), elsewhere, SIGNATURE, LATER));
        assertRefused(CertificateImport.NOT_A_CERTIFICATE, new byte[] {0x30, 0});
        assertRefused(CertificateImport.NOT_A_CERTIFICATE, new byte[0]);
        assertArrayEquals(before, state.toOctets());
    }

    @Test
    void aChainMayHaveAnAuthorityInBetween() {
        var between = new WrittenCertificate("Between", SecuritySuite.SUITE_1);
        byte[] certificate = between.issue(CLIENT.toString(), clientPair.publicKey(), AGREEMENT, LATER);
        assertRefused(CertificateImport.NOT_TRUSTED, certificate);

        byte[] ofBetween = authority.issue("Between", between.pair().publicKey(), AUTHORITY, LATER);
        assertEquals(CertificateImport.DONE, state.certificates().take(ofBetween, NOW));
        assertEquals(CertificateImport.DONE, state.certificates().take(certificate, NOW));
        assertEquals(Optional.of(clientPair.publicKey()), state.partnerKey(CLIENT, KeyUse.KEY_AGREEMENT));
    }

    @Test
    void certificatesAreSavedAndComeBack() {
        state.certificates().take(authority.issue(CLIENT.toString(), clientPair.publicKey(), SIGNATURE, LATER), NOW);

        var woken = assertInstanceOf(Ready.class, SecurityState.of(state.toOctets()))
                .state();

        assertEquals(state.certificates().all(), woken.certificates().all());
        assertArrayEquals(state.toOctets(), woken.toOctets());
    }

    @Test
    void noMoreAreKeptThanThereIsRoomFor() {
        for (int i = state.certificates().all().size(); i < Certificates.KEPT_MAX; i++) {
            assertTrue(state.certificates().trust(new WrittenCertificate("Root " + i, SecuritySuite.SUITE_1).own()));
        }
        assertFalse(state.certificates().trust(authority.own()));
        assertRefused(
                CertificateImport.NO_ROOM,
                authority.issue(CLIENT.toString(), clientPair.publicKey(), SIGNATURE, LATER));
        assertInstanceOf(Ready.class, SecurityState.of(state.toOctets()), "a full one can be saved too");
    }

    // RFC 2986: the request, signed with the key it is for, and its subject is the title.
    @ParameterizedTest
    @EnumSource(
            value = SecuritySuite.class,
            names = {"SUITE_1", "SUITE_2"})
    void aRequestIsSignedWithItsOwnKey(SecuritySuite suite) throws Exception {
        var pair = CurveKeyPair.generate(suite, random);
        byte[] request = CertificateRequest.encode(pair, SERVER, random);

        int start = contentOffset(request, 0);
        assertEquals(request.length, start + length(request, 0));
        int infoEnd = contentOffset(request, start) + length(request, start);
        byte[] signed = Arrays.copyOfRange(request, start, infoEnd);
        int signature = contentOffset(request, infoEnd) + length(request, infoEnd);
        var verifier = Signature.getInstance(suite == SecuritySuite.SUITE_1 ? "SHA256withECDSA" : "SHA384withECDSA");
        verifier.initVerify(pair.publicKey().forPlatform());
        verifier.update(signed);
        assertTrue(verifier.verify(request, contentOffset(request, signature) + 1, length(request, signature) - 1));
        String digits = Published.hex(request);
        assertTrue(
                digits.contains("06035504030C10"
                        + Published.hex(SERVER.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII))),
                digits);
        assertTrue(digits.contains(pair.publicKey().toString()), digits);
    }

    /// ```
    /// client                                     server
    ///   | key_id, its new point, its signature ->   |  verified, all keys replaced
    ///   |  <- key_id, the server's, its signature   |
    /// ```
    @ParameterizedTest(name = "both ends agree on {0}")
    @CsvSource({"GLOBAL_UNICAST_ENCRYPTION", "GLOBAL_BROADCAST_ENCRYPTION", "AUTHENTICATION", "MASTER"})
    void bothEndsAgreeOnANewKey(KeyId id) {
        state.keyPairs().trust(CLIENT, KeyUse.DIGITAL_SIGNATURE, clientPair.publicKey());
        var ephemeral = CurveKeyPair.generate(SecuritySuite.SUITE_1, random);

        var agreed = state.agree(
                CLIENT, List.of(OfferedKey.sign(id, ephemeral.publicKey(), clientPair.privateKey(), random)), random);

        assertEquals(KeyChange.DONE, agreed.change());
        var theirs = agreed.answers()
                .getFirst()
                .verified(SecuritySuite.SUITE_1, ownPair.publicKey())
                .orElseThrow();
        assertEquals(state.key(id), OfferedKey.agreed(id, ephemeral.privateKey(), theirs, CLIENT, SERVER));
    }

    @Test
    @DisplayName("C18 a key agreement with one bad signature changes no key")
    void aBadSignatureChangesNothing() {
        state.keyPairs().trust(CLIENT, KeyUse.DIGITAL_SIGNATURE, clientPair.publicKey());
        var ephemeral = CurveKeyPair.generate(SecuritySuite.SUITE_1, random).publicKey();
        var good = OfferedKey.sign(KeyId.MASTER, ephemeral, clientPair.privateKey(), random);
        byte[] flipped = good.octets();
        flipped[flipped.length - 1] ^= 1;
        var byAnother = OfferedKey.sign(KeyId.AUTHENTICATION, ephemeral, ownPair.privateKey(), random);
        byte[] before = state.toOctets();

        for (var bad : List.of(
                OfferedKey.of(KeyId.AUTHENTICATION, flipped),
                OfferedKey.of(KeyId.AUTHENTICATION, good.octets()),
                OfferedKey.of(KeyId.AUTHENTICATION, new byte[0]),
                byAnother)) {
            var refused = state.agree(CLIENT, List.of(good, bad), random);
            assertEquals(KeyChange.NOT_SIGNED_BY_THE_PARTNER, refused.change());
            assertEquals(List.of(), refused.answers());
        }
        assertEquals(
                KeyChange.NOT_A_SET,
                state.agree(CLIENT, List.of(good, good), random).change());
        assertEquals(
                KeyChange.NOT_SIGNED_BY_THE_PARTNER,
                state.agree(SERVER, List.of(good), random).change(),
                "nobody known");
        assertArrayEquals(before, state.toOctets());
    }

    @FuzzTest
    void anyOctetsAreACertificateOrNone(byte[] noise) {
        CosemCertificate.of(noise).ifPresent(read -> {
            assertArrayEquals(noise, read.octets());
            read.title();
            read.use();
            read.key(SecuritySuite.SUITE_1);
            assertFalse(read.toString().isEmpty());
        });
        assertFalse(state.certificates().take(noise, NOW).isDone());
    }

    private void assertRefused(CertificateImport why, byte[] certificate) {
        assertEquals(why, state.certificates().take(certificate, NOW));
    }

    private static int length(byte[] der, int offset) {
        int first = Byte.toUnsignedInt(der[offset + 1]);
        return switch (first) {
            case 0x81 -> Byte.toUnsignedInt(der[offset + 2]);
            case 0x82 -> (Byte.toUnsignedInt(der[offset + 2]) << 8) | Byte.toUnsignedInt(der[offset + 3]);
            default -> first;
        };
    }

    private static int contentOffset(byte[] der, int offset) {
        int first = Byte.toUnsignedInt(der[offset + 1]);
        return offset + (first < 0x80 ? 2 : first - 0x80 + 2);
    }
}
