package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.security.Envelope.Family;
import trefas.security.CurveKeyPair;
import trefas.security.KeyId;
import trefas.security.KeyUse;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// Ciphered conversations by suite, mechanism and kind of key.
class SuiteConversationTest {

    private static final SystemTitle CLIENT = new SystemTitle(0x4D4D_4D00_0000_0001L);

    private static final SystemTitle SERVER = new SystemTitle(0x4D4D_4D00_00BC_614EL);

    private static final Octets SECRET = Octets.ofHex("686C7373656372657431323334353637");

    private static final Octets NO_SECRET = Octets.of(new byte[0]);

    private static final Octets SERVER_CHALLENGE =
            Octets.ofHex("606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F");

    private static final SymmetricKey MASTER = SymmetricKey.ofHex("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF");

    private static final SymmetricKey NEW_KEY = SymmetricKey.ofHex("B0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF");

    private static final Protection BOTH = new Protection(true, true, false);

    private static final String GET_CLOCK = "C001C100080000010000FF0200";

    private static final String CLOCK = "C401C100090C07E8010F010A1E0000FFC400";

    private static final String SET_NOTE = "C101C100010000600104FF02000901AA";

    private static final String REFUSED = "D80105";

    private SecurityState state = keyed(SecuritySuite.SUITE_0, SERVER);

    private KeyedDevice device = new KeyedDevice(access(state));

    private CipheredClient client =
            connected(keyed(SecuritySuite.SUITE_0, CLIENT), AuthenticationMechanism.HIGH_GMAC, NO_SECRET);

    @ParameterizedTest(name = "C15 {0}: a GET is answered, another suite in the security control is refused")
    @CsvSource({"SUITE_1, 32", "SUITE_2, 30"})
    void suitesWithCurves(SecuritySuite suite, String otherControl) {
        begin(suite, AuthenticationMechanism.HIGH_GMAC, NO_SECRET);
        assertTrue(client.open());

        assertEquals(CLOCK, client.ask(GET_CLOCK));
        String frame = client.sealed(GET_CLOCK);
        assertEquals(REFUSED, client.raw(frame.substring(0, 4) + otherControl + frame.substring(6)));
        client.speaking(Family.GENERAL_CIPHERING, new Protection(true, true, true));
        assertEquals(CLOCK, client.ask(GET_CLOCK), "signed as well");
    }

    @ParameterizedTest(name = "C16 C17 {0} in {1}: the right secret opens, a wrong one does not")
    @CsvSource({
        "HIGH_MANUFACTURER, SUITE_0", "HIGH_MD5, SUITE_0", "HIGH_SHA1, SUITE_0", "HIGH_GMAC, SUITE_0",
        "HIGH_SHA256, SUITE_0", "HIGH_ECDSA, SUITE_1", "HIGH_ECDSA, SUITE_2", "HIGH_SHA256, SUITE_2"
    })
    void everyMechanism(AuthenticationMechanism mechanism, SecuritySuite suite) {
        boolean hasSecret =
                mechanism != AuthenticationMechanism.HIGH_GMAC && mechanism != AuthenticationMechanism.HIGH_ECDSA;
        var secret = hasSecret ? SECRET : NO_SECRET;
        begin(suite, mechanism, secret);
        assertTrue(client.open());
        assertEquals(CLOCK, client.ask(GET_CLOCK));

        begin(suite, mechanism, secret);
        client = switch (mechanism) {
            case HIGH_ECDSA -> {
                // A key pair of its own that the server has never heard of.
                client.state
                        .keyPairs()
                        .install(KeyUse.DIGITAL_SIGNATURE, CurveKeyPair.generate(suite, new SecureRandom()));
                yield client;
            }
            case HIGH_GMAC -> {
                client.state.install(KeyId.AUTHENTICATION, NEW_KEY);
                yield client;
            }
            case NONE, LOW, HIGH_MANUFACTURER, HIGH_MD5, HIGH_SHA1, HIGH_SHA256 ->
                connectedWith(client.state, mechanism, secret, Octets.ofHex("00".repeat(16)));
        };
        assertFalse(client.open());
        assertEquals("D80101", client.raw(GET_CLOCK));
    }

    @ParameterizedTest(name = "C19 general-ciphering with {0} key")
    @ValueSource(strings = {"identified", "wrapped", "ephemeral", "static"})
    void generalCiphering(String kind) {
        begin(SecuritySuite.SUITE_1, AuthenticationMechanism.HIGH_GMAC, NO_SECRET);
        assertTrue(client.open());
        client.speaking(Family.GENERAL_CIPHERING, BOTH);
        switch (kind) {
            case "wrapped" -> client.protection.wrappingKeys();
            case "ephemeral" -> client.protection.agreeingOnKeys(true);
            case "static" -> client.protection.agreeingOnKeys(false);
            default -> assertEquals("identified", kind);
        }

        assertEquals(CLOCK, client.ask(GET_CLOCK));
        assertEquals("C501C100", client.ask(SET_NOTE));
    }

    @Test
    @DisplayName("C20 general-ciphering for somebody else is refused")
    void generalCipheringForSomebodyElse() {
        assertTrue(client.open());
        client.protection.begin(new SystemTitle(0x4D4D_4D00_00BC_614FL));
        client.speaking(Family.GENERAL_CIPHERING, BOTH);

        assertEquals(REFUSED, client.raw(client.sealed(GET_CLOCK)));
    }

    /// Begins anew with another suite; from suite 1 on both ends have key pairs and know each other's.
    private void begin(SecuritySuite suite, AuthenticationMechanism mechanism, Octets secret) {
        state = keyed(suite, SERVER);
        device = new KeyedDevice(access(state));
        var clientState = keyed(suite, CLIENT);
        if (suite.hasCurve()) {
            for (var use : List.of(KeyUse.DIGITAL_SIGNATURE, KeyUse.KEY_AGREEMENT)) {
                var ours = CurveKeyPair.generate(suite, new SecureRandom());
                var theirs = CurveKeyPair.generate(suite, new SecureRandom());
                state.keyPairs().install(use, ours);
                clientState.keyPairs().install(use, theirs);
                assertTrue(state.keyPairs().trust(CLIENT, use, theirs.publicKey()));
                assertTrue(clientState.keyPairs().trust(SERVER, use, ours.publicKey()));
            }
        }
        client = connected(clientState, mechanism, secret);
    }

    private CipheredClient connected(SecurityState clientState, AuthenticationMechanism mechanism, Octets secret) {
        return connectedWith(clientState, mechanism, secret, secret);
    }

    private CipheredClient connectedWith(
            SecurityState clientState, AuthenticationMechanism mechanism, Octets secret, Octets clientSecret) {
        var settings = AssociationSettings.withHighLevelSecurity(
                1, 1, ApplicationContext.LOGICAL_NAMES_CIPHERED, mechanism, secret, ServerProfile.EVERYTHING, 1_024);
        var profile = new ServerProfile(List.of(settings)).with(access(state), () -> SERVER_CHALLENGE);
        return new CipheredClient(
                clientState, SERVER, mechanism, clientSecret, new ServerAssociation(profile, settings, device));
    }

    private static SecurityAccess access(SecurityState state) {
        return SecurityAccess.unshared(state, new SecureRandom());
    }

    private static SecurityState keyed(SecuritySuite suite, SystemTitle title) {
        boolean isLong = suite == SecuritySuite.SUITE_2;
        var state = SecurityState.fresh(suite, SecurityPolicy.NONE, title);
        String more = isLong ? "101112131415161718191A1B1C1D1E1F" : "";
        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F" + more));
        state.install(KeyId.AUTHENTICATION, SymmetricKey.ofHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF" + more));
        state.install(KeyId.MASTER, isLong ? SymmetricKey.ofHex("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF" + more) : MASTER);
        return state;
    }
}
