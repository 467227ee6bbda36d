package trefas.dlms.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Protection;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.client.ServiceCall.AttributeRead;
import trefas.dlms.client.ServiceCall.AttributeWrite;
import trefas.dlms.client.ServiceCall.MethodCall;
import trefas.dlms.security.Envelope.Family;
import trefas.dlms.server.ServerProfile;
import trefas.dlms.server.WrapperServer;
import trefas.quantity.Obis;
import trefas.security.CounterUse;
import trefas.security.CurveKeyPair;
import trefas.security.KeyId;
import trefas.security.KeyUse;
import trefas.security.Secret;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// Our client and our server with keys, counters and proofs of their own at both ends, nothing recorded:
///
/// ```
/// client                                     server
///   | AARQ, challenge, glo-initiate -------->  |
///   |  <------- AARE, challenge, glo-initiate  |
///   | glo-action f(StoC) ------------------->  |
///   |  <------------------- glo-action f(CtoS) |
///   | requests in any protection, in blocks ->  |
///   |  <--------------------- answers alike    |
///   | RLRQ, glo-initiate ------------------->  |
///   |  <------------------- RLRE, glo-initiate |
/// ```
class CipheredClientWithServerTest {

    private static final SystemTitle CLIENT = new SystemTitle(0x4D4D_4D00_0000_0001L);
    private static final SystemTitle SERVER = new SystemTitle(0x4D4D_4D00_00BC_614EL);
    private static final Octets SECRET = Octets.ofHex("686C7373656372657431323334353637");
    private static final Octets NOTHING = Octets.of(new byte[0]);
    private static final Octets CLIENT_CHALLENGE =
            Octets.ofHex("202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F");
    private static final Octets SERVER_CHALLENGE =
            Octets.ofHex("606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F");
    private static final String DEDICATED = "F0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF";
    private static final String LONGER = "101112131415161718191A1B1C1D1E1F";
    private static final String OTHER_KEY = "B0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF";
    private static final Protection BOTH = new Protection(true, true, false);

    private static final AttributeDescriptor TEXT = new AttributeDescriptor(1, Obis.of("0-0:96.1.0*255"), 2);
    private static final AttributeDescriptor OTHER = new AttributeDescriptor(1, Obis.of("0-0:96.1.1*255"), 2);
    private static final MethodDescriptor METHOD = new MethodDescriptor(9, Obis.of("0-0:10.0.100*255"), 1);

    /// Both ends before they meet. What a test does not say is HLS 5 in suite 0 with everything ciphered.
    private static final class Ends {

        final SecuritySuite suite;
        final SecurityState clientState;
        final SecurityState serverState;
        final KeepingDevice device = new KeepingDevice();
        AuthenticationMechanism mechanism = AuthenticationMechanism.HIGH_GMAC;
        Octets clientSecret = NOTHING;
        Family family = Family.GLOBAL;
        Protection protection = BOTH;
        Optional<SymmetricKey> dedicatedKey = Optional.empty();
        int serverOctetsMax = 1_024;
        int window;

        Ends(SecuritySuite suite) {
            this.suite = suite;
            clientState = keyed(suite, CLIENT);
            serverState = keyed(suite, SERVER);
            if (suite.hasCurve()) {
                introduce(KeyUse.DIGITAL_SIGNATURE);
                introduce(KeyUse.KEY_AGREEMENT);
            }
        }

        private void introduce(KeyUse use) {
            var ours = CurveKeyPair.generate(suite, new SecureRandom());
            var theirs = CurveKeyPair.generate(suite, new SecureRandom());
            clientState.keyPairs().install(use, ours);
            serverState.keyPairs().install(use, theirs);
            assertTrue(clientState.keyPairs().trust(SERVER, use, theirs.publicKey()));
            assertTrue(serverState.keyPairs().trust(CLIENT, use, ours.publicKey()));
        }

        Ends proving(AuthenticationMechanism other) {
            mechanism = other;
            clientSecret = secret();
            return this;
        }

        Ends speaking(Family other) {
            family = other;
            dedicatedKey = other == Family.DEDICATED || other == Family.GENERAL_DEDICATED
                    ? Optional.of(SymmetricKey.ofHex(DEDICATED + (suite == SecuritySuite.SUITE_2 ? LONGER : "")))
                    : Optional.empty();
            return this;
        }

        private Octets secret() {
            return switch (mechanism) {
                case NONE, LOW, HIGH_GMAC, HIGH_ECDSA -> NOTHING;
                case HIGH_MANUFACTURER, HIGH_MD5, HIGH_SHA1, HIGH_SHA256 -> SECRET;
            };
        }

        ClientServerLine line() {
            var terms = AssociationSettings.withHighLevelSecurity(
                    1,
                    1,
                    ApplicationContext.LOGICAL_NAMES_CIPHERED,
                    mechanism,
                    secret(),
                    ServerProfile.EVERYTHING,
                    serverOctetsMax);
            var profile = new ServerProfile(List.of(terms)).with(access(serverState), () -> SERVER_CHALLENGE);
            var settings = ClientSettings.of(terms)
                    .with(ClientSettings.ALL_SERVICES, ClientSettings.PDU_OCTETS_MAX, window)
                    .ciphered(family, protection);
            var security = new KeyedSecurity(
                    access(clientState), CLIENT_CHALLENGE, Secret.of(clientSecret.toArray()), dedicatedKey);
            return new ClientServerLine(
                    new WrapperClient(new ClientAssociation(settings, Optional.of(security))),
                    new WrapperServer(profile, device),
                    1_000);
        }

        private static SecurityAccess access(SecurityState state) {
            return SecurityAccess.unshared(state, new SecureRandom());
        }

        private static SecurityState keyed(SecuritySuite suite, SystemTitle title) {
            String more = suite == SecuritySuite.SUITE_2 ? LONGER : "";
            var state = SecurityState.fresh(suite, SecurityPolicy.NONE, title);
            state.install(
                    KeyId.GLOBAL_UNICAST_ENCRYPTION, SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F" + more));
            state.install(KeyId.AUTHENTICATION, SymmetricKey.ofHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF" + more));
            return state;
        }
    }

    @ParameterizedTest(name = "{0} in {1}: opens, writes, reads, calls and is released")
    @CsvSource({
        "HIGH_MANUFACTURER, SUITE_0",
        "HIGH_MD5, SUITE_0",
        "HIGH_SHA1, SUITE_0",
        "HIGH_GMAC, SUITE_0",
        "HIGH_SHA256, SUITE_0",
        "HIGH_GMAC, SUITE_1",
        "HIGH_ECDSA, SUITE_1",
        "HIGH_GMAC, SUITE_2",
        "HIGH_SHA256, SUITE_2",
        "HIGH_ECDSA, SUITE_2",
    })
    void everyMechanismInEverySuite(AuthenticationMechanism mechanism, SecuritySuite suite) {
        var ends = new Ends(suite).proving(mechanism);
        var line = ends.line();

        assertInstanceOf(ClientEvent.Opened.class, line.open());
        wholeLife(line, 20);
        assertEquals(new ClientEvent.Released(), line.release());
        assertFalse(line.client.isOpen());
        assertEquals(
                ends.clientState.unicastCounter().next(),
                ends.serverState.lowestAcceptable(CLIENT, CounterUse.UNICAST),
                "each counter the client used came to the server");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Family.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLAIN", "GENERAL_SIGNING"})
    void everyWrapping(Family family) {
        var line = new Ends(SecuritySuite.SUITE_0).speaking(family).line();

        assertInstanceOf(ClientEvent.Opened.class, line.open());
        wholeLife(line, 20);
        assertEquals(new ClientEvent.Released(), line.release());
    }

    @ParameterizedTest(name = "authenticated {0}, encrypted {1}")
    @CsvSource({"true, false", "false, true", "true, true"})
    void everyProtection(boolean authenticated, boolean encrypted) {
        var ends = new Ends(SecuritySuite.SUITE_0);
        ends.protection = new Protection(authenticated, encrypted, false);
        var line = ends.line();

        assertInstanceOf(ClientEvent.Opened.class, line.open());
        wholeLife(line, 20);
    }

    // Wrapping, length of the value, longest APDU of the server, window of general blocks.
    @ParameterizedTest(name = "{0}: {1} octets through {2}, window {3}")
    @CsvSource({
        "GLOBAL, 5000, 256, 0",
        "GLOBAL, 5000, 256, 1",
        "GLOBAL, 5000, 256, 5",
        "DEDICATED, 5000, 128, 0",
        "GENERAL_GLOBAL, 5000, 256, 0",
        "GENERAL_GLOBAL, 5000, 256, 63",
        "GENERAL_DEDICATED, 5000, 256, 3",
        "GENERAL_CIPHERING, 5000, 256, 0",
        "GENERAL_CIPHERING, 5000, 256, 4",
    })
    void blocksUnderProtection(Family family, int length, int octetsMax, int window) {
        var ends = new Ends(SecuritySuite.SUITE_0).speaking(family);
        ends.serverOctetsMax = octetsMax;
        ends.window = window;
        var line = ends.line();

        assertInstanceOf(ClientEvent.Opened.class, line.open());
        wholeLife(line, length);
        assertTrue(line.blocks() > 0 || window > 0, "a long value goes in blocks");
    }

    // What is wrong, and the sentence the user of the client reads; a server never says which key it missed.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        encryption key of the client     | authentication failure
        authentication key of the client | authentication failure
        secret of the client             | it does not take the proof: other reason
        key pair of the client           | it does not take the proof: other reason
        secret of the server             | it does not take the proof: other reason
        server that is trusted           | the server can't prove who it is
        """)
    void wrongKeysOpenNothingAndAreToldInOneSentence(String what, String sentence) {
        var ends = switch (what) {
            case "secret of the client", "secret of the server" ->
                new Ends(SecuritySuite.SUITE_0).proving(AuthenticationMechanism.HIGH_SHA256);
            case "key pair of the client", "server that is trusted" ->
                new Ends(SecuritySuite.SUITE_1).proving(AuthenticationMechanism.HIGH_ECDSA);
            default -> new Ends(SecuritySuite.SUITE_0);
        };
        var stranger = CurveKeyPair.generate(SecuritySuite.SUITE_1, new SecureRandom());
        switch (what) {
            case "encryption key of the client" ->
                ends.clientState.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, SymmetricKey.ofHex(OTHER_KEY));
            case "authentication key of the client" ->
                ends.clientState.install(KeyId.AUTHENTICATION, SymmetricKey.ofHex(OTHER_KEY));
            case "secret of the client" -> ends.clientSecret = Octets.ofHex(OTHER_KEY);
            case "secret of the server" ->
                assertTrue(ends.serverState.changeSecret(
                        1, 1, Secret.of(Octets.ofHex(OTHER_KEY).toArray())));
            case "key pair of the client" -> ends.clientState.keyPairs().install(KeyUse.DIGITAL_SIGNATURE, stranger);
            case "server that is trusted" ->
                assertTrue(ends.clientState.keyPairs().trust(SERVER, KeyUse.DIGITAL_SIGNATURE, stranger.publicKey()));
            default -> throw new AssertionError(what);
        }

        var line = ends.line();
        var said = switch (line.open()) {
            case ClientEvent.Rejected(String reason) -> reason;
            case ClientEvent.Malformed(String reason) -> reason;
            case ClientEvent other -> "it said " + other;
        };
        assertEquals(sentence, said);
        assertFalse(line.client.isOpen());
    }

    @Test
    void aCounterTheServerHasSeenOpensNothing() {
        var ends = new Ends(SecuritySuite.SUITE_0);
        assertInstanceOf(ClientEvent.Opened.class, ends.line().open());
        ends.serverState.received(CLIENT, CounterUse.UNICAST, 5_000);

        assertEquals(
                new ClientEvent.Rejected("authentication failure"), ends.line().open());
        ends.clientState.continueSendingAt(ends.serverState.highestReceived(CounterUse.UNICAST) + 1);
        assertInstanceOf(ClientEvent.Opened.class, ends.line().open());
    }

    /// D8 01 06: the association stands, the request was not carried out, and the event says from where on it
    /// would be.
    @Test
    void aCounterTooLowInAnOpenAssociationIsTold() {
        var ends = new Ends(SecuritySuite.SUITE_0);
        var line = ends.line();
        assertInstanceOf(ClientEvent.Opened.class, line.open());
        ends.serverState.received(CLIENT, CounterUse.UNICAST, 5_000);

        var write = new ServiceCall.Set(List.of(new AttributeWrite(TEXT, Optional.empty(), new Unsigned(7))));
        var refused = assertInstanceOf(ClientEvent.Refused.class, line.call(write));
        assertEquals(5_001, refused.lowestCounter().orElseThrow());
        assertTrue(ends.device.kept.isEmpty());
        assertTrue(line.client.isOpen());

        ends.clientState.continueSendingAt(refused.lowestCounter().orElseThrow());
        assertEquals(new ClientEvent.Answered(List.of(Outcome.DONE)), line.call(write));
    }

    /// One value and a list of two, written, read and given to methods.
    private static void wholeLife(ClientServerLine line, int length) {
        var one = octets(length);
        var other = octets(length + 1);
        var done = new ClientEvent.Answered(List.of(Outcome.DONE));

        assertEquals(done, line.call(new ServiceCall.Set(List.of(write(TEXT, one)))));
        assertEquals(new ClientEvent.Value(one), line.call(new ServiceCall.Get(List.of(read(TEXT)))));
        assertEquals(
                new ClientEvent.Answered(List.of(Outcome.ofData(other))),
                line.call(new ServiceCall.Action(List.of(new MethodCall(METHOD, Optional.of(other))))));
        assertEquals(
                new ClientEvent.Answered(List.of(Outcome.DONE, Outcome.DONE)),
                line.call(new ServiceCall.Set(List.of(write(TEXT, other), write(OTHER, one)))));
        assertEquals(
                new ClientEvent.Answered(List.of(Outcome.ofData(other), Outcome.ofData(one))),
                line.call(new ServiceCall.Get(List.of(read(TEXT), read(OTHER)))));
    }

    private static AttributeRead read(AttributeDescriptor attribute) {
        return new AttributeRead(attribute, Optional.empty());
    }

    private static AttributeWrite write(AttributeDescriptor attribute, OctetString value) {
        return new AttributeWrite(attribute, Optional.empty(), value);
    }

    private static OctetString octets(int count) {
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            octets[i] = (byte) i;
        }
        return new OctetString(Octets.of(octets));
    }
}
