package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationDiagnostic;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.Envelope.Family;
import trefas.security.CounterUse;
import trefas.security.KeyId;
import trefas.security.KeyWrap;
import trefas.security.RestoredSecurity.Ready;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// The conformance cases of security as whole conversations: a ciphering client, a server association and a
/// device.
///
/// ```
/// client                                     server
///   | AARQ, challenge, glo-initiate -------->  |
///   |  <------- AARE, challenge, glo-initiate  |
///   | glo-action f(StoC) ------------------->  |
///   |  <------------------- glo-action f(CtoS) |
///   | requests, in whatever protection ----->  |
///   |  <------------ answers in the same, or   |
///   |                an exception in clear     |
/// ```
class SecurityConversationTest {

    private static final SystemTitle CLIENT = new SystemTitle(0x4D4D_4D00_0000_0001L);

    private static final SystemTitle SERVER = new SystemTitle(0x4D4D_4D00_00BC_614EL);

    private static final Octets NO_SECRET = Octets.of(new byte[0]);

    private static final Octets SERVER_CHALLENGE =
            Octets.ofHex("606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F");

    private static final Octets DEDICATED = Octets.ofHex("00112233445566778899AABBCCDDEEFF");

    private static final SymmetricKey MASTER = SymmetricKey.ofHex("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF");

    private static final SymmetricKey NEW_KEY = SymmetricKey.ofHex("B0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF");

    private static final Protection BOTH = new Protection(true, true, false);

    private static final String GET_CLOCK = "C001C100080000010000FF0200";

    private static final String CLOCK = "C401C100090C07E8010F010A1E0000FFC400";

    private static final String SET_NOTE = "C101C100010000600104FF02000901AA";

    private static final String GUARDED = "C001C100010000600100FF0300";

    private static final String POLICY = "C301C1004000002B0000FF010116";

    private static final String REFUSED = "D80105";

    private SecurityState state = keyed(SecuritySuite.SUITE_0, SERVER);

    private KeyedDevice device = new KeyedDevice(access(state));

    private CipheredClient client =
            connected(keyed(SecuritySuite.SUITE_0, CLIENT), AuthenticationMechanism.HIGH_GMAC, NO_SECRET);

    @ParameterizedTest(name = "C01 {0}, authenticated {1}, encrypted {2}: get, set and action come back alike")
    @CsvSource({
        "GLOBAL, true, false",
        "GLOBAL, false, true",
        "GLOBAL, true, true",
        "GENERAL_GLOBAL, true, true",
        "DEDICATED, true, true",
        "GENERAL_DEDICATED, true, true",
        "GENERAL_CIPHERING, true, true"
    })
    void everyServiceInEveryProtection(Family family, boolean authenticated, boolean encrypted) {
        assertTrue(client.withDedicatedKey(DEDICATED).open());
        client.speaking(family, new Protection(authenticated, encrypted, false));

        assertEquals(CLOCK, client.ask(GET_CLOCK));
        assertEquals("C501C100", client.ask(SET_NOTE));
        assertEquals("C701C10000", client.ask("C301C10046000060030AFF01010F00"));
        assertEquals(1, device.inside.writes);
        assertEquals(1, device.inside.calls);
        String answer = client.raw(client.sealed(GET_CLOCK));
        int control = (authenticated ? 0x10 : 0) + (encrypted ? 0x20 : 0);
        assertTrue(answer.contains(String.format("%02X000000", control)), answer);
    }

    @Test
    @DisplayName(
            "C02 C03 a counter that is equal or lower is refused with the lowest that would do, +1 and +1000 are not")
    void countersOnlyRise() {
        assertTrue(client.open());
        String frame = client.sealed(SET_NOTE);
        assertEquals("C501C100", client.opened(client.raw(frame)));
        long lowest = state.lowestAcceptable(CLIENT, CounterUse.UNICAST);

        assertEquals(String.format("D80106%08X", lowest), client.raw(frame));
        assertEquals(1, device.inside.writes, "not carried out again");
        assertEquals(CLOCK, client.ask(GET_CLOCK));
        client.state.continueSendingAt(lowest + 1_000);
        assertEquals(CLOCK, client.ask(GET_CLOCK));
        assertEquals(String.format("D80106%08X", lowest + 1_001), client.raw(frame));
    }

    @Test
    @DisplayName("C04 C24 the server's counter rises over many answers and over restarts")
    void theServersCounterOnlyRises() {
        long last = 0;
        var woken = client.state;
        for (int restart = 0; restart < 5; restart++) {
            assertTrue(client.open());
            for (int i = 0; i < 300; i++) {
                String answer = client.raw(client.sealed(GET_CLOCK));
                long counter = Long.parseLong(answer.substring(6, 14), 16);
                assertTrue(counter > last, counter + " after " + last);
                last = counter;
                assertEquals(CLOCK, client.opened(answer));
            }
            state = assertInstanceOf(Ready.class, SecurityState.of(state.toOctets()))
                    .state();
            device = new KeyedDevice(access(state));
            woken.continueSendingAt(state.highestReceived(CounterUse.UNICAST) + 1);
            client = connected(woken, AuthenticationMechanism.HIGH_GMAC, NO_SECRET);
        }
    }

    @ParameterizedTest(name = "C05 keys {0} are transferred, used, and brought back")
    @ValueSource(strings = {"0", "2", "0 2"})
    void keysAreTransferredAndBroughtBack(String codes) {
        assertTrue(client.open());
        var ids = Arrays.stream(codes.split(" ", -1))
                .map(code -> KeyId.ofCode(Integer.parseInt(code)).orElseThrow())
                .toList();
        var before = ids.stream().map(id -> state.key(id).orElseThrow()).toList();
        var former = assertInstanceOf(Ready.class, SecurityState.of(client.state.toOctets()))
                .state();
        former.continueSendingAt(100_000);
        var withOldKeys = connected(former, AuthenticationMechanism.HIGH_GMAC, NO_SECRET);

        assertEquals("C701C10000", client.ask(transfer(ids, List.of(NEW_KEY, NEW_KEY))));
        assertEquals(REFUSED, client.raw(withOldKeys.sealed(GET_CLOCK)), "the old key");
        ids.forEach(id -> client.state.install(id, NEW_KEY));
        assertEquals(CLOCK, client.ask(GET_CLOCK));

        assertEquals("C701C10000", client.ask(transfer(ids, before)));
        for (int i = 0; i < ids.size(); i++) {
            client.state.install(ids.get(i), before.get(i));
        }
        assertEquals(CLOCK, client.ask(GET_CLOCK));
    }

    @ParameterizedTest(name = "C06 {0}: an error, and the old keys work")
    @CsvSource(delimiter = '|', textBlock = """
            key id 9       | 0101020216090918 | 1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5
            a wrong wrap   | 0101020216000918 | 1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5
            a wrong length | 0101020216000917 | 1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CF
            no key         | 0100             | -
            """)
    void badTransfersChangeNothing(String what, String head, String wrapped) {
        assertTrue(client.open());

        String answer = client.ask("C301C1004000002B0000FF0201" + head + wrapped.replace("-", ""));

        assertTrue(answer.startsWith("C701C1") && !answer.startsWith("C701C100"), answer);
        assertEquals(CLOCK, client.ask(GET_CLOCK));
    }

    @ParameterizedTest(name = "C07 a dedicated key of {0} octets, ciphered {1}: refused")
    @CsvSource({"15, true", "17, true", "32, true", "0, true", "16, false"})
    void aBadDedicatedKeyOpensNothing(int octets, boolean isCiphered) {
        var aare = CipheredClient.aare(
                client.withDedicatedKey(Octets.of(new byte[octets])).raw(client.aarq(isCiphered)));

        assertEquals(1, aare.result().code());
        assertEquals("D80101", client.raw(client.sealed(GET_CLOCK)));
    }

    @Test
    @DisplayName("C08 global and dedicated keys in turn read and write")
    void globalAndDedicatedInTurn() {
        assertTrue(client.withDedicatedKey(DEDICATED).open());
        for (var family : List.of(Family.DEDICATED, Family.GLOBAL, Family.DEDICATED)) {
            client.speaking(family, BOTH);
            assertEquals("C501C100", client.ask(SET_NOTE));
            assertEquals("C401C1000901AA", client.ask("C001C100010000600104FF0200"));
        }
    }

    @Test
    @DisplayName("C09 with a policy every flipped bit and every plain request is refused and nothing is carried out")
    void nothingForgedIsCarriedOut() {
        assertTrue(client.open());
        state.raise(SecurityPolicy.AUTHENTICATED_AND_ENCRYPTED);
        byte[] frame = HexFormat.of().parseHex(client.sealed(SET_NOTE));
        for (int bit = 8; bit < 8 * frame.length; bit++) {
            byte[] flipped = frame.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            String answer = client.raw(HexFormat.of().formatHex(flipped));
            assertTrue(answer.startsWith("D8"), "bit " + bit + ": " + answer);
        }
        assertTrue(client.raw(SET_NOTE).startsWith("D8"));
        assertEquals(0, device.inside.writes);
        assertEquals("C501C100", client.opened(client.raw(HexFormat.of().formatHex(frame))), "control");
    }

    @Test
    @DisplayName("C10 under a policy nobody is released by a plain RLRQ")
    void aPlainReleaseReleasesNobody() {
        assertTrue(client.open());
        state.raise(SecurityPolicy.AUTHENTICATED_AND_ENCRYPTED);

        assertEquals(REFUSED, client.raw("6203800100"));
        assertEquals(CLOCK, client.ask(GET_CLOCK), "still there");
        String initiate = client.sealed(CipheredClient.envelope(Family.GLOBAL, BOTH), "01000000065F1F0400601EDF0400");
        String released = client.raw(String.format("6228800100BE2304%02X", initiate.length() / 2) + initiate);
        assertTrue(released.startsWith("6328800100BE230421281F30"), released);
        assertEquals("D80101", client.raw(client.sealed(GET_CLOCK)));
    }

    @Test
    @DisplayName("C11 C12 the policy is raised step by step, a request below it is refused, and it is never lowered")
    void thePolicyOnlyGrows() {
        assertTrue(client.open());
        var authenticated = new Protection(true, false, false);
        client.speaking(Family.GLOBAL, authenticated);
        assertEquals("C701C10000", client.ask(POLICY + "24"), "both ways authenticated");
        assertEquals(CLOCK, client.ask(GET_CLOCK));
        assertEquals("C701C10000", client.ask(POLICY + "6C"), "answered as it was asked");

        assertEquals(REFUSED, client.raw(client.sealed(GET_CLOCK)));
        client.speaking(Family.GLOBAL, BOTH);
        assertEquals(CLOCK, client.ask(GET_CLOCK));
        assertEquals("C701C10300", client.ask(POLICY + "24"), "lower");
        assertEquals("C701C10300", client.ask(POLICY + "00"), "none");
        assertEquals(SecurityPolicy.AUTHENTICATED_AND_ENCRYPTED, state.policy());
    }

    @Test
    @DisplayName("C13 what needs an authenticated request is not given to any other: 3")
    void anAuthenticatedRight() {
        assertTrue(client.open());

        assertEquals("C401C1001107", client.ask(GUARDED));
        assertEquals("C401C10103", client.raw(GUARDED), "plain");
        client.speaking(Family.GLOBAL, new Protection(false, true, false));
        assertEquals("C401C10103", client.ask(GUARDED), "encrypted alone");
    }

    @Test
    @DisplayName("C14 another title than the stored one: diagnostic 3")
    void anotherTitle() {
        state.expectPartner(SERVER);

        var aare = CipheredClient.aare(client.raw(client.aarq(true)));

        assertEquals(AssociationDiagnostic.CALLING_AP_TITLE_NOT_RECOGNIZED, aare.diagnostic());
    }

    @Test
    @DisplayName("C22 a unicast get under the broadcast key is refused")
    void theBroadcastKeyIsNotForOne() {
        assertTrue(client.open());
        state.install(KeyId.GLOBAL_BROADCAST_ENCRYPTION, NEW_KEY);
        client.state.install(KeyId.GLOBAL_BROADCAST_ENCRYPTION, NEW_KEY);
        var all = AssociationProtection.ofBroadcaster(access(client.state));
        var buffer = new ApduBuffer(0).octets(HexFormat.of().parseHex(GET_CLOCK));
        assertTrue(all.seal(CipheredClient.envelope(Family.GLOBAL, BOTH), buffer));

        assertEquals(REFUSED, client.raw(HexFormat.of().formatHex(buffer.toOctets())));
    }

    @Test
    @DisplayName("C23 counter FFFFFFFF is refused, and the last good one is the end of the key")
    void theEndOfAKey() {
        assertTrue(client.open());
        String frame = client.sealed(GET_CLOCK);
        assertEquals(REFUSED, client.raw(frame.substring(0, 6) + "FFFFFFFF" + frame.substring(14)));
        client.state.continueSendingAt(0xFFFF_FFFEL);

        assertEquals(CLOCK, client.ask(GET_CLOCK));
        assertEquals("D80106FFFFFFFF", client.raw(frame));
    }

    @ParameterizedTest(name = "C25 {0} cut at every length")
    @CsvSource({"GLOBAL", "GENERAL_GLOBAL", "GENERAL_CIPHERING"})
    void cutAtEveryLength(Family family) {
        assertTrue(client.open());
        client.speaking(family, BOTH);
        String frame = client.sealed(SET_NOTE);
        for (int length = 2; length < frame.length(); length += 2) {
            assertEquals(REFUSED, client.raw(frame.substring(0, length)));
        }
        assertEquals(0, device.inside.writes);
        assertEquals(CLOCK, client.ask(GET_CLOCK));
    }

    @Test
    @DisplayName("C26 a SET in a glo-get is refused")
    void aSetInAGloGet() {
        assertTrue(client.open());

        assertEquals(REFUSED, client.raw("C8" + client.sealed(SET_NOTE).substring(2)));
        assertEquals(0, device.inside.writes);
    }

    @Test
    @DisplayName("C28 encryption alone is refused where the policy asks for authentication")
    void encryptionAlone() {
        assertTrue(client.open());
        state.raise(new SecurityPolicy(SecurityPolicy.AUTHENTICATED_REQUEST));
        client.speaking(Family.GLOBAL, new Protection(false, true, false));

        assertEquals(REFUSED, client.raw(client.sealed(SET_NOTE)));
        assertEquals(0, device.inside.writes);
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

    private static String transfer(List<KeyId> ids, List<SymmetricKey> keys) {
        var elements = new StringBuilder();
        for (int i = 0; i < ids.size(); i++) {
            elements.append(String.format("020216%02X0918", ids.get(i).code()))
                    .append(HexFormat.of().withUpperCase().formatHex(KeyWrap.wrap(MASTER, keys.get(i))));
        }
        return "C301C1004000002B0000FF020101" + String.format("%02X", ids.size()) + elements;
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
