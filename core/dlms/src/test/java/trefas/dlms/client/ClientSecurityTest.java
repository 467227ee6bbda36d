package trefas.dlms.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.acse.Conformance;
import trefas.dlms.security.Envelope;
import trefas.quantity.Obis;
import trefas.security.SystemTitle;

/// Associations with high level security and ciphering against recorded octets (dossier C5, reference material of
/// the Green Book: client title 4D4D4D0000000001, server title 4D4D4D0000BC614E).
class ClientSecurityTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final AttributeDescriptor CLOCK = new AttributeDescriptor(8, Obis.of("0.0.1.0.0.255"), 2);
    private static final SystemTitle SERVER = new SystemTitle(0x4D4D_4D00_00BC_614EL);
    private static final Protection BOTH = new Protection(true, true, false);

    private static final String AARQ = "6055A109060760857405080103A60A04084D4D4D00000000018A0207808B0760857405080205"
            + "AC0A80084B35366956616759BE230421211F30000000019945AB0E570975CCDF3183079CA0B228EC3FDB4C8AC831142135";
    private static final String AARE = "6161A109060760857405080103A203020100A305A10302010EA40A04084D4D4D0000BC614E"
            + "88020780890760857405080205AA0A8008503677524A323146"
            + "BE230421281F3000000001D96106551DB77E316F5BD00B895AAF2436C77218F64E95262446";
    private static final String SEALED_INITIATE = "211F30000000019945AB0E570975CCDF3183079CA0B228EC3FDB4C8AC831142135";
    private static final String PASS_3 = "CB3130000000021BD9313E587760BEEB56BD5C06DDEA677FC3114E5B63EC4E3647DE08979765"
            + "A1864AC0DB498ED2B8DEB8C9C1";
    private static final String PASS_4 =
            "CF2A300000000237CA3FF2CCE06C99EE7ED57885F93298170F783CD3BD71F3696E3CC93C4159CA185FA573EE";
    private static final String INITIATE_RESPONSE = "0800065F1F0400601EDF04000007";
    private static final String OWN_PROOF = "10000000011A52FE7DD3E72748973C1E28";
    private static final String SERVER_PROOF = "1001234567FE1466AFB3DBCD4F9389E2B7";

    private final WrittenSecurity security = new WrittenSecurity();
    private final ApduBuffer request = new ApduBuffer(0);

    ClientSecurityTest() {
        security.ownProof = OWN_PROOF;
        security.serverProof = SERVER_PROOF;
    }

    private static ClientSettings ciphered() {
        return ClientSettings.publicClient(1)
                .with(new Conformance(0x601EDF), 1_024, 0)
                .with(AuthenticationMechanism.HIGH_GMAC)
                .ciphered(Envelope.Family.GLOBAL, BOTH);
    }

    private ClientAssociation client(ClientSettings settings) {
        return new ClientAssociation(settings, Optional.of(security));
    }

    /// ```
    /// client                                   server
    ///   | AARQ, title, CtoS, glo-initiate -----> |
    ///   | <-- AARE 0/14, title, StoC, glo-init.  |
    ///   | glo-action f(StoC) ------------------> |
    ///   | <----------------- glo-action f(CtoS)  |
    ///   | glo-get -----------------------------> |
    ///   | <----------------------------- glo-get |
    ///   | RLRQ with glo-initiate --------------> |
    ///   | <---------------------------- RLRE     |
    /// ```
    @Test
    void opensCipheredWithProofsOfBothEndsAsRecorded() {
        var client = client(ciphered().with(SERVER));
        security.sealed.addAll(List.of(SEALED_INITIATE, PASS_3));
        security.opened.addAll(List.of(INITIATE_RESPONSE, "C701C100010009111001234567FE1466AFB3DBCD4F9389E2B7"));

        assertEquals(Optional.empty(), client.open(request));
        assertEquals(AARQ, sent());
        assertEquals("01000000065F1F0400601EDF0400", security.plainSent.remove());

        assertEquals(Optional.empty(), receive(client, AARE));
        assertEquals(List.of(SERVER), security.met);
        assertEquals(PASS_3, sent());
        assertEquals("C301C1000F0000280000FF0101091110000000011A52FE7DD3E72748973C1E28", security.plainSent.remove());
        assertFalse(client.isOpen());

        assertEquals(Optional.of(new ClientEvent.Opened(new Conformance(0x601EDF), 1_024)), receive(client, PASS_4));
        assertTrue(client.isOpen());

        security.sealed.add("C81E30");
        security.opened.add("C401C2001107");
        client.get(CLOCK, Optional.empty(), request);
        assertEquals("C81E30", sent());
        assertEquals("C001C200080000010000FF0200", security.plainSent.remove());
        assertEquals(Optional.of(new ClientEvent.Value(new Unsigned(7))), receive(client, "CC0130"));

        security.sealed.add("211F30000000096DE672F34506EBD9DF923ED135AE85733E24F2FA088BBA8C8AFF");
        client.release(request);
        assertEquals("6228800100BE230421211F30000000096DE672F34506EBD9DF923ED135AE85733E24F2FA088BBA8C8AFF", sent());
        assertEquals(Optional.of(new ClientEvent.Released()), receive(client, "6303800100"));
    }

    /// HLS 5 in a context without ciphering: titles and challenges are in clear, and so are the proofs.
    @Test
    void provesItselfInClearWhereNothingIsCiphered() {
        var client = client(ClientSettings.publicClient(1)
                .with(new Conformance(0x007E1F), 1_200, 0)
                .with(AuthenticationMechanism.HIGH_MD5));
        client.open(request);
        assertEquals(
                "6036A1090607608574050801018A0207808B0760857405080203AC0A80084B35366956616759"
                        + "BE10040E01000000065F1F0400007E1F04B0",
                sent());
        assertEquals(
                Optional.empty(),
                receive(
                        client,
                        "6142A109060760857405080101A203020100A305A10302010E88020780890760857405080203"
                                + "AA0A8008503677524A323146BE10040E0800065F1F040000501F01F40007"));
        assertEquals("C301C1000F0000280000FF01010911" + OWN_PROOF, sent());
        assertInstanceOf(
                ClientEvent.Opened.class,
                receive(client, "C701C1000100" + "0911" + SERVER_PROOF).orElseThrow());
    }

    // Every row is the recorded AARE with one thing in it changed.
    @ParameterizedTest(name = "A31 {0}")
    @CsvSource(delimiter = '|', textBlock = """
        StoC is this client's own CtoS         | AA0A8008503677524A323146     | AA0A80084B35366956616759   | own challenge back
        another application context            | A109060760857405080103       | A109060760857405080101     | another application context
        an unknown application context         | A109060760857405080103       | A109060760857405080109     | another application context
        title of another server                | A40A04084D4D4D0000BC614E     | A40A04084D4D4D0000BC614F   | expected 4D4D4D0000BC614E
        """)
    @DisplayName("A31 AARE checks by client: it aborts")
    void anAareThatCantBeBelievedEndsTheConversation(String what, String recorded, String changed, String reason) {
        var client = client(ciphered().with(SERVER));
        security.sealed.add(SEALED_INITIATE);
        security.opened.add(INITIATE_RESPONSE);
        client.open(request);

        var event = receive(client, AARE.replace(recorded, changed)).orElseThrow();

        String said = assertInstanceOf(ClientEvent.Malformed.class, event, what).reason();
        assertTrue(said.contains(reason), said);
        assertTrue(client.isBroken());
        assertEquals("", sent(), "a server that is not believed gets no proof");
    }

    @ParameterizedTest(name = "A31 {0}")
    @CsvSource(delimiter = '|', textBlock = """
        challenge of 7 octets   | AA09 8007 50367752 4A3231  | expected 8 to 64
        title of 7 octets       | A409 0407 4D4D4D0000BC61   | 7 octets instead of 8
        no challenge            | -                          | no challenge
        no title                | -                          | does not say its system title
        """)
    @DisplayName("A31 AARE with a field too short or missing: the client aborts")
    void aFieldTooShortOrMissingEndsTheConversation(String what, String field, String reason) {
        boolean isTitle = what.contains("title");
        String recorded = isTitle ? "A40A04084D4D4D0000BC614E" : "AA0A8008503677524A323146";
        String changed = field.equals("-") ? "" : field.replace(" ", "");
        String body = AARE.substring(4).replace(recorded, changed);
        var client = client(ciphered());
        security.sealed.add(SEALED_INITIATE);
        security.opened.add(INITIATE_RESPONSE);
        client.open(request);

        var event = receive(client, String.format("61%02X", body.length() / 2) + body)
                .orElseThrow();

        String said = assertInstanceOf(ClientEvent.Malformed.class, event, what).reason();
        assertTrue(said.contains(reason), said);
    }

    /// jDLMS 1.8.0's server gives a challenge under the diagnostic null.
    @Test
    void aChallengeWantsAProofWhateverTheDiagnosticSays() {
        var client = client(ciphered());
        security.sealed.addAll(List.of(SEALED_INITIATE, PASS_3));
        security.opened.add(INITIATE_RESPONSE);
        client.open(request);
        sent();

        assertEquals(Optional.empty(), receive(client, AARE.replace("A305A10302010E", "A305A103020100")));
        assertEquals(PASS_3, sent());
    }

    @Test
    void whoAcceptsWithoutAChallengeIsNotBelieved() {
        String body =
                AARE.substring(4).replace("A305A10302010E", "A305A103020100").replace("AA0A8008503677524A323146", "");
        var client = client(ciphered());
        security.sealed.add(SEALED_INITIATE);
        client.open(request);

        var event = receive(client, String.format("61%02X", body.length() / 2) + body)
                .orElseThrow();

        String said = assertInstanceOf(ClientEvent.Malformed.class, event).reason();
        assertTrue(said.contains("without a proof"), said);
    }

    @Test
    @DisplayName("A31 the server's proof is wrong: the client aborts")
    void aServerThatCantProveItselfIsLeft() {
        var client = client(ciphered());
        security.sealed.addAll(List.of(SEALED_INITIATE, PASS_3));
        security.opened.addAll(List.of(INITIATE_RESPONSE, "C701C10001000911" + OWN_PROOF));
        client.open(request);
        receive(client, AARE);

        assertEquals(
                Optional.of(new ClientEvent.Malformed("the server can't prove who it is")), receive(client, PASS_4));
        assertTrue(client.isBroken());
    }

    @Test
    void aRefusedProofIsARejection() {
        var client = client(ciphered());
        security.sealed.addAll(List.of(SEALED_INITIATE, PASS_3));
        security.opened.addAll(List.of(INITIATE_RESPONSE, "C701C10300"));
        client.open(request);
        receive(client, AARE);

        assertEquals(
                Optional.of(new ClientEvent.Rejected("it does not take the proof: read write denied")),
                receive(client, PASS_4));
    }

    @Test
    void anAnswerInClearToAProtectedRequestIsNotBelieved() {
        var client = open();
        security.sealed.add("C81E30");
        client.get(CLOCK, Optional.empty(), request);

        assertEquals(
                Optional.of(new ClientEvent.Malformed("an answer that is less protected than the request")),
                receive(client, "C401C2001107"));
    }

    @Test
    void anAnswerThatDoesNotVerifyEndsTheConversation() {
        var client = open();
        security.sealed.add("C81E30");
        client.get(CLOCK, Optional.empty(), request);

        assertEquals(
                Optional.of(new ClientEvent.Malformed("what came is not taken: the tag does not verify")),
                receive(client, "CC0130"));
    }

    @Test
    void aCounterTooLowIsToldWithTheLowestThatWouldDo() {
        var client = open();
        security.sealed.add("C81E30");
        client.get(CLOCK, Optional.empty(), request);

        var refused = assertInstanceOf(
                ClientEvent.Refused.class, receive(client, "D8010600001235").orElseThrow());
        assertEquals(0x1235, refused.lowestCounter().orElseThrow());
        assertTrue(client.isOpen());
    }

    @Test
    void aUsedUpCounterSendsNothing() {
        var client = open();

        assertEquals(
                Optional.of("a key is missing or its invocation counter is used up"),
                client.get(CLOCK, Optional.empty(), request));
        assertEquals("", sent());
    }

    @Test
    void withoutKeysThereIsNoCipheredAssociation() {
        assertThrows(IllegalArgumentException.class, () -> new ClientAssociation(ciphered(), Optional.empty()));
    }

    /// In every state the client can be in, whatever comes.
    @FuzzTest
    void anyAnswerIsSurvivedInEveryState(byte[] noise) {
        for (int state = 0; state < 5; state++) {
            security.sealed.clear();
            security.opened.clear();
            security.sealed.addAll(List.of(SEALED_INITIATE, PASS_3, "C81E30", "C81E30"));
            security.opened.addAll(List.of(INITIATE_RESPONSE, "C701C100010009111001234567FE1466AFB3DBCD4F9389E2B7"));
            var client = client(ciphered());
            if (state > 0) {
                client.open(request);
            }
            if (state > 1) {
                receive(client, AARE);
            }
            if (state > 2) {
                receive(client, PASS_4);
                security.opened.add(HEX.formatHex(noise));
            }
            if (state == 3) {
                client.get(CLOCK, Optional.empty(), request);
            }
            if (state == 4) {
                client.release(request);
            }
            client.receive(noise, 0, noise.length, request);
            client.receive(noise, 0, noise.length, request);
        }
    }

    private ClientAssociation open() {
        var client = client(ciphered());
        security.sealed.addAll(List.of(SEALED_INITIATE, PASS_3));
        security.opened.addAll(List.of(INITIATE_RESPONSE, "C701C100010009111001234567FE1466AFB3DBCD4F9389E2B7"));
        client.open(request);
        receive(client, AARE);
        receive(client, PASS_4);
        assertTrue(client.isOpen());
        return client;
    }

    private Optional<ClientEvent> receive(ClientAssociation client, String apdu) {
        byte[] octets = HEX.parseHex(apdu);
        return client.receive(octets, 0, octets.length, request);
    }

    private String sent() {
        return HEX.formatHex(request.toOctets());
    }
}
