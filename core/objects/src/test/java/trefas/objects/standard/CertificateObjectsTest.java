package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.OctetString;
import trefas.security.CurveKeyPair;
import trefas.security.KeyId;
import trefas.security.KeyUse;
import trefas.security.OfferedKey;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// Key agreement and certificates of a security setup of suite 1 (dossier E8, E12).
class CertificateObjectsTest {

    private static final String SETUP = "0-0:43.0.0*255";
    private static final String CLIENT = "4D4D4D0000000001";
    private static final SystemTitle CLIENT_TITLE =
            SystemTitle.of(HexFormat.of().parseHex(CLIENT)).orElseThrow();
    private static final String FOR_EVER = "99991231235959Z";

    private final SecureRandom random = new SecureRandom();
    private final WrittenCertificate authority = new WrittenCertificate("root");
    private final KeyPair clientPair = WrittenCertificate.keyPair();
    private final SecurityState state = ControlOnBench.keys(SecuritySuite.SUITE_1);
    private final ControlOnBench bench = new ControlOnBench(Surroundings.NONE.with(ControlOnBench.access(state)));

    CertificateObjectsTest() {
        assertTrue(state.certificates().trust(authority.own()));
        state.expectPartner(CLIENT_TITLE);
    }

    @Test
    @DisplayName("C21 import of a certificate from an unknown authority, for a wrong title, or expired: refused")
    void refusedCertificates() {
        var stranger = new WrittenCertificate("root");
        assertEquals(ActionResult.OTHER_REASON, take(stranger.issue(CLIENT, clientPair.getPublic(), "0780", FOR_EVER)));
        assertEquals(
                ActionResult.OTHER_REASON,
                take(authority.issue("4D4D4D0000000002", clientPair.getPublic(), "0780", FOR_EVER)));
        assertEquals(
                ActionResult.OTHER_REASON,
                take(authority.issue(CLIENT, clientPair.getPublic(), "0780", "20251231235959Z")));
        assertEquals(ActionResult.OTHER_REASON, take(new byte[100]));
        assertEquals(1, bench.get(64, SETUP, 6).elements().size(), "the anchor alone");

        assertEquals(ActionResult.SUCCESS, take(good()));
        assertEquals(2, bench.get(64, SETUP, 6).elements().size());
    }

    @Test
    void certificatesAreExportedAndRemovedByEntityAndBySerialNumber() {
        take(good());
        // T5 has the same request for the server's certificate.
        CosemData byEntity = Values.structure(
                Values.en(0), Values.structure(Values.en(1), Values.en(0), Values.octets(CLIENT_TITLE.octets())));
        byte[] exported = assertInstanceOf(OctetString.class, bench.returned(64, SETUP, 7, byEntity))
                .octets()
                .toArray();
        CosemData listed = bench.get(64, SETUP, 6).elements().getLast();
        CosemData bySerial =
                Values.structure(Values.en(1), Values.structure(Values.element(listed, 2), Values.element(listed, 3)));
        assertArrayEquals(
                exported,
                assertInstanceOf(OctetString.class, bench.returned(64, SETUP, 7, bySerial))
                        .octets()
                        .toArray());
        assertEquals(
                ActionResult.OTHER_REASON,
                bench.action("C301C1004000002B0000FF07010202160002031600160009084D4D4D0000BC614E"),
                "T5: the server has none yet");
        assertEquals(ActionResult.SUCCESS, bench.call(64, SETUP, 8, bySerial));
        assertEquals(ActionResult.OTHER_REASON, bench.call(64, SETUP, 8, bySerial));
        CosemData anchor = bench.get(64, SETUP, 6).elements().getFirst();
        assertEquals(
                ActionResult.OTHER_REASON,
                bench.call(
                        64,
                        SETUP,
                        8,
                        Values.structure(
                                Values.en(1), Values.structure(Values.element(anchor, 2), Values.element(anchor, 3)))),
                "trust stays");
    }

    @Test
    void aRequestNeedsAKeyPair() {
        assertEquals(ActionResult.OTHER_REASON, bench.call(64, SETUP, 5, Values.en(0)));
        assertEquals(ActionResult.SUCCESS, bench.call(64, SETUP, 4, Values.en(0)));
        var request = assertInstanceOf(OctetString.class, bench.returned(64, SETUP, 5, Values.en(0)));
        assertEquals(0x30, request.octets().octet(0));
    }

    @Test
    @DisplayName("C18 key_agreement with a bad signature: refused, keys unchanged; with a good one both ends agree")
    void keyAgreement() {
        bench.call(64, SETUP, 4, Values.en(0));
        var signing = CurveKeyPair.generate(SecuritySuite.SUITE_1, random);
        state.keyPairs().trust(CLIENT_TITLE, KeyUse.DIGITAL_SIGNATURE, signing.publicKey());
        var ephemeral = CurveKeyPair.generate(SecuritySuite.SUITE_1, random);
        OfferedKey offer =
                OfferedKey.sign(KeyId.GLOBAL_UNICAST_ENCRYPTION, ephemeral.publicKey(), signing.privateKey(), random);

        byte[] bad = offer.octets();
        bad[bad.length - 1] ^= 1;
        assertEquals(ActionResult.OTHER_REASON, bench.call(64, SETUP, 3, offers(bad)));
        assertEquals(ActionResult.OTHER_REASON, bench.call(64, SETUP, 3, Values.array()));
        assertEquals(Optional.of(ControlOnBench.UNICAST), state.key(KeyId.GLOBAL_UNICAST_ENCRYPTION));

        CosemData answer = Values.element(bench.returned(64, SETUP, 3, offers(offer.octets())), 0);
        byte[] data = assertInstanceOf(OctetString.class, Values.element(answer, 1))
                .octets()
                .toArray();
        var server = OfferedKey.of(KeyId.GLOBAL_UNICAST_ENCRYPTION, data)
                .verified(
                        SecuritySuite.SUITE_1,
                        state.keyPairs()
                                .own(KeyUse.DIGITAL_SIGNATURE)
                                .orElseThrow()
                                .publicKey())
                .orElseThrow();
        Optional<SymmetricKey> agreed = OfferedKey.agreed(
                KeyId.GLOBAL_UNICAST_ENCRYPTION, ephemeral.privateKey(), server, CLIENT_TITLE, state.ownTitle());
        assertEquals(agreed, state.key(KeyId.GLOBAL_UNICAST_ENCRYPTION));
        assertTrue(List.of(agreed).stream().allMatch(Optional::isPresent));
    }

    private static CosemData offers(byte[] data) {
        return Values.array(Values.structure(Values.en(0), Values.octets(data)));
    }

    private byte[] good() {
        return authority.issue(CLIENT, clientPair.getPublic(), WrittenCertificate.SIGNATURE, FOR_EVER);
    }

    private ActionResult take(byte[] der) {
        return bench.call(64, SETUP, 6, Values.octets(der));
    }
}
