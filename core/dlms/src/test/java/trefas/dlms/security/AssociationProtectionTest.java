package trefas.dlms.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.dlms.security.TwoEnds.BOTH;
import static trefas.dlms.security.TwoEnds.CLIENT;
import static trefas.dlms.security.TwoEnds.CLOCK;
import static trefas.dlms.security.TwoEnds.DEDICATED;
import static trefas.dlms.security.TwoEnds.GET_CLOCK;
import static trefas.dlms.security.TwoEnds.SERVER;
import static trefas.dlms.security.TwoEnds.access;
import static trefas.dlms.security.TwoEnds.apdu;
import static trefas.dlms.security.TwoEnds.envelope;
import static trefas.dlms.security.TwoEnds.hex;
import static trefas.dlms.security.TwoEnds.opened;
import static trefas.dlms.security.TwoEnds.refused;
import static trefas.dlms.security.TwoEnds.sealed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.Envelope.Family;
import trefas.security.CounterUse;
import trefas.security.KeyChange;
import trefas.security.KeyId;
import trefas.security.RestoredSecurity;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;
import trefas.security.WrappedKey;

/// Both ends of an association, no service between them: what one seals the other opens, and nothing else.
class AssociationProtectionTest {

    private static final SymmetricKey NEW_KEY = SymmetricKey.ofHex("0F0E0D0C0B0A09080706050403020100");

    private final TwoEnds ends = new TwoEnds(SecuritySuite.SUITE_0);

    /// ```
    /// client                                     server
    ///   | GET, protected ------------------------>  |
    ///   |  <------- answer, same family and control |  with its own counter
    /// ```
    @ParameterizedTest(name = "C01 {0}, authenticated {1}, encrypted {2}: the answer comes alike")
    @CsvSource({
        "GLOBAL, true, false",
        "GLOBAL, false, true",
        "GLOBAL, true, true",
        "DEDICATED, true, false",
        "DEDICATED, true, true",
        "GENERAL_GLOBAL, true, false",
        "GENERAL_GLOBAL, true, true",
        "GENERAL_DEDICATED, true, true",
        "GENERAL_CIPHERING, true, true"
    })
    void anAnswerIsProtectedLikeItsRequest(Family family, boolean authenticated, boolean encrypted) {
        ends.client.useDedicatedKey(DEDICATED);
        ends.server.useDedicatedKey(DEDICATED);
        var envelope = envelope(family, new Protection(authenticated, encrypted, false));

        var request = opened(ends.server, sealed(ends.client, envelope, GET_CLOCK));
        assertEquals(GET_CLOCK, apdu(request));
        assertEquals(envelope, request.envelope());

        var answer = opened(ends.client, sealed(ends.server, request.envelope(), CLOCK));
        assertEquals(CLOCK, apdu(answer));
        assertEquals(envelope, answer.envelope());
    }

    @Test
    @DisplayName("C02 the same frame again is refused with the lowest counter that would do")
    void aReplayIsRefused() {
        String frame = sealed(ends.client, envelope(Family.GLOBAL, BOTH), GET_CLOCK);
        opened(ends.server, frame);

        var again = refused(ends.server, frame);

        assertTrue(again.counterTooLow());
        assertEquals(2, again.lowestCounter());
    }

    @ParameterizedTest(name = "C03 after counter 100, {0}: {1}")
    @CsvSource({"99, refused", "100, refused", "101, accepted", "1100, accepted"})
    void countersMustRise(long counter, String expected) {
        ends.clientState.continueSendingAt(counter);
        ends.serverState.received(CLIENT, CounterUse.UNICAST, 100);

        var result = TwoEnds.open(ends.server, sealed(ends.client, envelope(Family.GLOBAL, BOTH), GET_CLOCK));

        assertEquals(expected, result instanceof Opened.Plain ? "accepted" : "refused");
    }

    /// ```
    /// client                                     server
    ///   | key_transfer, old key ----------------->  |  both keys replaced
    ///   |  <----------------- its answer, old key   |
    ///   | GET, new key -------------------------->  |
    ///   |  <----------------------- answer, new key |
    ///   | GET, old key -------------------------->  |  refused
    /// ```
    @Test
    @DisplayName("C05 key transfer is answered under the old keys, then the new ones hold")
    void keysChangeAfterTheAnswer() {
        var envelope = envelope(Family.GLOBAL, BOTH);
        var before = new TwoEnds(SecuritySuite.SUITE_0);
        var wrapped = List.of(
                WrappedKey.wrap(KeyId.GLOBAL_UNICAST_ENCRYPTION, NEW_KEY, TwoEnds.EK),
                WrappedKey.wrap(KeyId.AUTHENTICATION, NEW_KEY, TwoEnds.EK));
        var request = opened(ends.server, sealed(ends.client, envelope, "C301C100"));
        assertEquals(KeyChange.DONE, ends.serverState.transfer(wrapped));
        assertEquals("C701C10000", apdu(opened(ends.client, sealed(ends.server, request.envelope(), "C701C10000"))));

        assertEquals(KeyChange.DONE, ends.clientState.transfer(wrapped));
        var next = opened(ends.server, sealed(ends.client, envelope, GET_CLOCK));
        assertEquals(CLOCK, apdu(opened(ends.client, sealed(ends.server, next.envelope(), CLOCK))));
        before.clientState.continueSendingAt(10_000);
        assertFalse(
                refused(ends.server, sealed(before.client, envelope, GET_CLOCK)).counterTooLow());
    }

    @ParameterizedTest(name = "C07 a dedicated key of {0} octets in suite 0: {1}")
    @CsvSource({"16, true", "0, false", "15, false", "17, false", "32, false"})
    void aDedicatedKeyHasTheLengthOfTheSuite(int octets, boolean taken) {
        assertEquals(taken, ends.server.useDedicatedKey(Octets.of(new byte[octets])));
    }

    @Test
    @DisplayName("C08 global and dedicated in turn, each counting for itself")
    void globalAndDedicatedInTurn() {
        ends.client.useDedicatedKey(DEDICATED);
        ends.server.useDedicatedKey(DEDICATED);
        for (int i = 0; i < 3; i++) {
            for (var family : List.of(Family.GLOBAL, Family.DEDICATED)) {
                String frame = sealed(ends.client, envelope(family, BOTH), GET_CLOCK);
                assertEquals(GET_CLOCK, apdu(opened(ends.server, frame)));
                assertTrue(refused(ends.server, frame).counterTooLow());
            }
        }
        ends.server.end();
        ends.server.begin(CLIENT);
        refused(ends.server, sealed(ends.client, envelope(Family.DEDICATED, BOTH), GET_CLOCK));
    }

    @ParameterizedTest(name = "C09 {0}: every flipped bit is refused and moves no counter")
    @EnumSource(
            value = Family.class,
            names = {"GLOBAL", "GENERAL_GLOBAL", "GENERAL_CIPHERING"})
    void everyFlippedBitIsRefused(Family family) {
        String frame = sealed(ends.client, envelope(family, BOTH), GET_CLOCK);
        ends.serverState.raise(new SecurityPolicy(SecurityPolicy.AUTHENTICATED_REQUEST));
        byte[] before = ends.serverState.toOctets();
        byte[] octets = hex(frame);
        // The first octet is not covered by the tag; C26 is about it.
        for (int bit = 8; bit < 8 * octets.length; bit++) {
            byte[] flipped = octets.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertInstanceOf(Opened.Refused.class, ends.server.open(flipped, 0, flipped.length), "bit " + bit);
        }
        assertArrayEquals(before, ends.serverState.toOctets());
        assertEquals(GET_CLOCK, apdu(opened(ends.server, frame)), "control: the honest one still opens");
    }

    @ParameterizedTest(name = "C15 {0} is served, its octets under another suite are not")
    @EnumSource(SecuritySuite.class)
    void everySuiteForItself(SecuritySuite suite) {
        var own = new TwoEnds(suite);
        String frame = sealed(own.client, envelope(Family.GLOBAL, BOTH), GET_CLOCK);
        for (var other : SecuritySuite.values()) {
            if (other != suite) {
                refused(new TwoEnds(other).server, frame);
            }
        }
        var request = opened(own.server, frame);
        assertEquals(CLOCK, apdu(opened(own.client, sealed(own.server, request.envelope(), CLOCK))));
    }

    /// ```
    /// client                                          server
    ///   | general-ciphering(request, key-info) ------->  |
    ///   |  <----- general-ciphering(answer), titles      |  same transaction
    ///   |         the other way round                    |
    /// ```
    @ParameterizedTest(name = "C19 general-ciphering with {0} key in {1}")
    @CsvSource({
        "identified, SUITE_0",
        "wrapped, SUITE_0",
        "wrapped, SUITE_2",
        "ephemeral, SUITE_1",
        "ephemeral, SUITE_2",
        "static, SUITE_1",
        "static, SUITE_2"
    })
    void generalCipheringWithEveryKindOfKey(String kind, SecuritySuite suite) {
        var own = new TwoEnds(suite);
        if (suite.hasCurve()) {
            own.withKeyPairs();
        }
        switch (kind) {
            case "wrapped" -> own.client.wrappingKeys();
            case "ephemeral" -> own.client.agreeingOnKeys(true);
            case "static" -> own.client.agreeingOnKeys(false);
            default -> assertEquals("identified", kind);
        }
        var envelope = envelope(Family.GENERAL_CIPHERING, BOTH);
        String frame = sealed(own.client, envelope, GET_CLOCK);

        var request = opened(own.server, frame);
        String answer = sealed(own.server, request.envelope(), CLOCK);

        assertTrue(answer.startsWith("DD08" + TwoEnds.TRANSACTION + "08" + SERVER + "08" + CLIENT + "0000"), answer);
        assertEquals(CLOCK, apdu(opened(own.client, answer)));
        assertTrue(refused(own.server, frame).counterTooLow(), "also a key that came with its message counts");
        int added = (frame.length() - GET_CLOCK.length()) / 2;
        assertTrue(added <= own.client.overheadOctets(envelope, 13), "announced at least " + added);
    }

    @Test
    @DisplayName("C19 an agreed key with a wrong signature is refused")
    void anAgreedKeyMustBeSigned() {
        var own = new TwoEnds(SecuritySuite.SUITE_1).withKeyPairs();
        own.client.agreeingOnKeys(true);
        byte[] frame = hex(sealed(own.client, envelope(Family.GENERAL_CIPHERING, BOTH), GET_CLOCK));
        // The last octet of the signature is just before the length of what is ciphered.
        frame[frame.length - 1 - 30 - 1] ^= 1;

        assertEquals("there is no key for it", refused(own.server, hex(frame)).why());
    }

    @Test
    @DisplayName("C20 general-ciphering for somebody else is refused")
    void generalCipheringForSomebodyElse() {
        var elsewhere = new TwoEnds(SecuritySuite.SUITE_0, CLIENT, new SystemTitle(0x4D4D4D0000BC614FL));
        String frame = sealed(elsewhere.client, envelope(Family.GENERAL_CIPHERING, BOTH), GET_CLOCK);

        assertEquals("it is for somebody else", refused(ends.server, frame).why());
    }

    @Test
    @DisplayName("C20 somebody else's title is refused, in general-glo as in general-ciphering")
    void anotherSender() {
        var stranger = new TwoEnds(SecuritySuite.SUITE_0, new SystemTitle(0x4D4D4D0000000002L), SERVER);

        refused(ends.server, sealed(stranger.client, envelope(Family.GENERAL_GLOBAL, BOTH), GET_CLOCK));
        refused(ends.server, sealed(stranger.client, envelope(Family.GENERAL_CIPHERING, BOTH), GET_CLOCK));
    }

    /// The broadcast key opens where everybody listens, and nowhere else.
    @ParameterizedTest(name = "C22 {0} under the broadcast key")
    @EnumSource(
            value = Family.class,
            names = {"GLOBAL", "GENERAL_GLOBAL"})
    void theBroadcastKeyIsForListeners(Family family) {
        ends.clientState.install(KeyId.GLOBAL_BROADCAST_ENCRYPTION, NEW_KEY);
        ends.serverState.install(KeyId.GLOBAL_BROADCAST_ENCRYPTION, NEW_KEY);
        ends.serverState.expectPartner(CLIENT);
        var all = AssociationProtection.ofBroadcaster(access(ends.clientState));
        var listener = AssociationProtection.ofListener(access(ends.serverState), Protection.NONE);

        String frame = sealed(all, envelope(family, BOTH), "C1018100080000010000FF0200");

        assertTrue(frame.contains("70000000"), "Key_Set is 1: " + frame);
        refused(ends.server, frame);
        assertEquals("C1018100080000010000FF0200", apdu(opened(listener, frame)));
        assertTrue(refused(listener, frame).counterTooLow());
    }

    @Test
    @DisplayName("C23 counter FFFFFFFF is refused, and nothing is sent with it")
    void theEndOfAKey() {
        ends.clientState.continueSendingAt(0xFFFF_FFFEL);
        opened(ends.server, sealed(ends.client, envelope(Family.GLOBAL, BOTH), GET_CLOCK));
        var apdu = new ApduBuffer(0).octets(hex(GET_CLOCK));

        assertFalse(ends.client.seal(envelope(Family.GLOBAL, BOTH), apdu));
        assertTrue(apdu.isEmpty());
        refused(
                new TwoEnds(SecuritySuite.SUITE_0).server,
                "C81E30FFFFFFFF411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B");
    }

    @Test
    @DisplayName("C24 after a restart from what was saved, no counter goes out again and no frame is taken again")
    void aRestartRepeatsNothing() {
        String frame = sealed(ends.client, envelope(Family.GLOBAL, BOTH), GET_CLOCK);
        var request = opened(ends.server, frame);
        String answer = sealed(ends.server, request.envelope(), CLOCK);

        var woken = assertInstanceOf(RestoredSecurity.Ready.class, SecurityState.of(ends.serverState.toOctets()))
                .state();
        var server = AssociationProtection.ofServer(access(woken), Protection.NONE);
        server.begin(CLIENT);

        assertTrue(refused(server, frame).counterTooLow());
        ends.clientState.continueSendingAt(woken.lowestAcceptable(CLIENT, CounterUse.UNICAST));
        var next = opened(server, sealed(ends.client, envelope(Family.GLOBAL, BOTH), GET_CLOCK));
        assertTrue(counter(sealed(server, next.envelope(), CLOCK)) > counter(answer));
    }

    @ParameterizedTest(name = "C25 {0} cut at every length")
    @EnumSource(
            value = Family.class,
            names = {"GLOBAL", "GENERAL_GLOBAL", "GENERAL_CIPHERING", "GENERAL_SIGNING"})
    void cutAtEveryLength(Family family) {
        var own = new TwoEnds(SecuritySuite.SUITE_1).withKeyPairs();
        var protection = family == Family.GENERAL_SIGNING ? new Protection(false, false, true) : BOTH;
        byte[] frame = hex(sealed(own.client, envelope(family, protection), GET_CLOCK));
        for (int length = 1; length < frame.length; length++) {
            assertInstanceOf(Opened.Refused.class, own.server.open(frame, 0, length), "cut to " + length);
        }
        assertEquals(GET_CLOCK, apdu(opened(own.server, hex(frame))));
    }

    @Test
    @DisplayName("C26 a SET inside a glo-get is refused")
    void theTagInsideMustFit() {
        String frame = sealed(ends.client, envelope(Family.GLOBAL, BOTH), "C101C100080000010000FF0200");
        assertTrue(frame.startsWith("C9"));

        assertEquals(
                "what is inside is another service than the tag outside says",
                refused(ends.server, "C8" + frame.substring(2)).why());
    }

    // Reference E8: first signed, then ciphered.
    @ParameterizedTest(name = "{0}: signed inside, and the answer alike")
    @EnumSource(
            value = Family.class,
            names = {"GENERAL_CIPHERING", "GENERAL_GLOBAL", "GENERAL_SIGNING"})
    void signedAndCiphered(Family family) {
        var own = new TwoEnds(SecuritySuite.SUITE_2).withKeyPairs();
        var all = new Protection(true, true, true);
        var envelope = envelope(family, all);

        var request = opened(own.server, sealed(own.client, envelope, GET_CLOCK));
        assertEquals(GET_CLOCK, apdu(request));
        assertEquals(all, request.envelope().protection());
        assertEquals(family, request.envelope().family());

        assertEquals(CLOCK, apdu(opened(own.client, sealed(own.server, request.envelope(), CLOCK))));
    }

    @Test
    void withoutAFormOfItsOwnAnApduGoesIntoTheGeneralOne() {
        var push = sealed(ends.server, envelope(Family.GLOBAL, BOTH), "0F400000010000");

        assertTrue(push.startsWith("DB08" + SERVER), push);
        assertEquals("D80103", sealed(ends.server, envelope(Family.GLOBAL, BOTH), "D80103"), "tells nothing");
        assertEquals(CLOCK, sealed(ends.server, Envelope.PLAIN, CLOCK), "plain stays plain without a policy");
    }

    @FuzzTest
    void anyOctetsGetAnAnswer(byte[] noise) {
        var own = new TwoEnds(SecuritySuite.SUITE_1);
        if (noise.length > 0) {
            switch (own.server.open(noise, 0, noise.length)) {
                case Opened.Plain plain -> assertTrue(plain.length() <= noise.length);
                case Opened.Refused refusal -> assertFalse(refusal.why().isEmpty());
            }
        }
        String frame = sealed(own.client, envelope(Family.GENERAL_CIPHERING, BOTH), GET_CLOCK);
        assertEquals(GET_CLOCK, apdu(opened(own.server, frame)), "the next honest one is served");
    }

    private static long counter(String glo) {
        return Long.parseLong(glo.substring(6, 14), 16);
    }
}
