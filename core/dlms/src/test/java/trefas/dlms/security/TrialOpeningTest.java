package trefas.dlms.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.dlms.security.TwoEnds.AK;
import static trefas.dlms.security.TwoEnds.BOTH;
import static trefas.dlms.security.TwoEnds.CLIENT;
import static trefas.dlms.security.TwoEnds.EK;
import static trefas.dlms.security.TwoEnds.GET_CLOCK;
import static trefas.dlms.security.TwoEnds.SERVER;
import static trefas.dlms.security.TwoEnds.envelope;
import static trefas.dlms.security.TwoEnds.hex;
import static trefas.dlms.security.TwoEnds.sealed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.dlms.security.Envelope.Family;
import trefas.dlms.security.TrialOpening.Trial;
import trefas.security.Ciphering;
import trefas.security.SecurityControl;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// What a tool says of a protected APDU it is given keys for.
class TrialOpeningTest {

    private static final SymmetricKey WRONG = SymmetricKey.ofHex("FFEEDDCCBBAA99887766554433221100");
    private static final String PUBLISHED = "C81E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B";
    private static final TrialKeys RIGHT = TrialKeys.of(EK, Optional.of(AK), Optional.of(SERVER));

    @Test
    void theRightKeysOpenWithoutTouchingACounter() {
        for (int i = 0; i < 2; i++) {
            var open = assertInstanceOf(Trial.Open.class, trial(RIGHT, PUBLISHED));

            assertEquals(GET_CLOCK, open.apdu().toString());
            assertTrue(open.isVerified());
            assertEquals(0x01234567L, open.heading().counter());
        }
    }

    @Test
    void whatIsWrongIsTold() {
        assertWhy(
                "encryption key or the sender's system title",
                TrialKeys.of(WRONG, Optional.of(AK), Optional.of(SERVER)),
                PUBLISHED);
        assertWhy(
                "encryption key or the sender's system title",
                TrialKeys.of(EK, Optional.of(AK), Optional.of(CLIENT)),
                PUBLISHED);
        assertWhy(
                "the authentication key is probably wrong",
                TrialKeys.of(EK, Optional.of(WRONG), Optional.of(SERVER)),
                PUBLISHED);
        assertWhy("in each other's place", TrialKeys.of(AK, Optional.of(EK), Optional.of(SERVER)), PUBLISHED);
        assertWhy("system title is needed", TrialKeys.of(EK, Optional.of(AK), Optional.empty()), PUBLISHED);
        assertWhy("counter 19088744 and wrote 19088743", RIGHT, with(0x30, SERVER, 0x01234568L, Optional.of(AK)));
        assertWhy("left the authentication key out", RIGHT, with(0x30, SERVER, 0x01234567L, Optional.empty()));
        assertWhy("is damaged or cut", RIGHT, PUBLISHED.replace("056B6B", "056B6A"));
        assertWhy(
                "with suite 1 and wrote security control 30", RIGHT, with(0x31, SERVER, 0x01234567L, Optional.of(AK)));
        assertWhy("with suite 0 and wrote security control 37", RIGHT, PUBLISHED.replace("C81E30", "C81E37"));
        assertWhy(
                "names a suite nobody defined",
                RIGHT,
                PUBLISHED.replace("C81E30", "C81E37").replace("6B6B", "6B6A"));
        assertWhy(
                "suite 2 has keys of 32 octets",
                RIGHT,
                PUBLISHED.replace("C81E30", "C81E32").replace("6B6B", "6B6A"));
        assertWhy("no protected APDU", RIGHT, "C81E30");
        assertWhy("no protected APDU", RIGHT, GET_CLOCK);
    }

    @Test
    void aTitleInTheApduMayBeTheWrongOne() {
        String inside = with(0x30, SERVER, 0x01234567L, Optional.of(AK)).substring(2);

        assertWhy("is not the sender's: " + SERVER + " opens it", RIGHT, "DB08" + CLIENT + inside);
    }

    @Test
    void generalCipheringMayNameTheOthersTitle() {
        var ends = new TwoEnds(SecuritySuite.SUITE_0);
        String good = sealed(ends.client, envelope(Family.GENERAL_CIPHERING, BOTH), GET_CLOCK);
        assertInstanceOf(Trial.Open.class, trial(RIGHT, good));

        ends.client.wrappingKeys();
        String wrapped = sealed(ends.client, envelope(Family.GENERAL_CIPHERING, BOTH), GET_CLOCK);
        assertWhy("the master key is needed", RIGHT, wrapped);
        assertWhy(
                "not wrapped in the master key given",
                new TrialKeys(EK, Optional.of(AK), Optional.empty(), Optional.of(WRONG)),
                wrapped);
        assertInstanceOf(
                Trial.Open.class,
                trial(new TrialKeys(EK, Optional.of(AK), Optional.empty(), Optional.of(EK)), wrapped));
    }

    @Test
    void withoutTheAuthenticationKeyItOpensUnverified() {
        var keys = TrialKeys.of(EK, Optional.empty(), Optional.of(SERVER));

        var open = assertInstanceOf(Trial.Open.class, trial(keys, PUBLISHED));
        assertEquals(GET_CLOCK, open.apdu().toString());
        assertFalse(open.isVerified());
        assertTrue(open.remark().contains("not verified"));
        var noTag = assertInstanceOf(Trial.Open.class, trial(keys, "C8122001234567411312FF935A47566827C467BC"));
        assertFalse(noTag.isVerified());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"C8", "DB00", "DD0000000000000000", "CB0531FFFFFFFF", "DF00"})
    void brokenOnesAreTold(String octets) {
        assertInstanceOf(Trial.Closed.class, trial(RIGHT, octets));
    }

    @FuzzTest
    void anyOctetsGetAnAnswer(byte[] noise) {
        switch (new TrialOpening(RIGHT).open(noise, 0, noise.length)) {
            case Trial.Open open -> assertTrue(open.apdu().length() <= noise.length);
            case Trial.Signed signed -> assertTrue(signed.apdu().length() <= noise.length);
            case Trial.Closed closed -> assertFalse(closed.why().isEmpty());
        }
    }

    /// The published APDU as a peer with a fault makes it: protected so, labelled as the published one.
    private static String with(int control, SystemTitle title, long counter, Optional<SymmetricKey> authentication) {
        byte[] plain = hex(GET_CLOCK);
        byte[] sealed = new byte[plain.length + Ciphering.TAG_OCTETS];
        new Ciphering(new SecurityControl(control), title, counter, EK, authentication)
                .protect(new byte[0], plain, 0, plain.length, sealed, 0);
        return "C81E3001234567" + hex(sealed);
    }

    private static Trial trial(TrialKeys keys, String octets) {
        byte[] apdu = hex(octets);
        return new TrialOpening(keys).open(apdu, 0, apdu.length);
    }

    private static void assertWhy(String part, TrialKeys keys, String octets) {
        String why = assertInstanceOf(Trial.Closed.class, trial(keys, octets)).why();

        assertTrue(why.contains(part), why);
        assertFalse(why.contains(hex(EK.octets())), "a key is never told");
    }
}
