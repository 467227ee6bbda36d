package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.Envelope;
import trefas.dlms.security.Envelope.Family;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;

/// High level security and ciphered associations, octet for octet as our reference prints them (C5, E6).
class CipheredConversationTest {

    private static final String INITIATE = "211F30000000019945AB0E570975CCDF3183079CA0B228EC3FDB4C8AC831142135";
    private static final String AARQ = "6055A109060760857405080103A60A04084D4D4D00000000018A0207808B0760857405080205"
            + "AC0A80084B35366956616759BE230421" + INITIATE;
    private static final String AARE = "6161A109060760857405080103A203020100A305A10302010EA40A04084D4D4D0000BC614E"
            + "88020780890760857405080205AA0A8008503677524A323146BE230421"
            + "281F3000000001D96106551DB77E316F5BD00B895AAF2436C77218F64E95262446";
    private static final String PASS_3 = "CB3130000000021BD9313E587760BEEB56BD5C06DDEA677FC3114E5B63EC4E3647DE0897"
            + "9765A1864AC0DB498ED2B8DEB8C9C1";
    private static final String RELEASE =
            "6228800100BE230421211F30000000096DE672F34506EBD9DF923ED135AE85733E24F2FA088BBA8C8AFF";

    /// Pass 3 in clear, up to the proof.
    private static final String REPLY = "C301C1000F0000280000FF010109";

    private static final Envelope GLOBAL =
            new Envelope(Family.GLOBAL, new Protection(true, true, false), Optional.empty());

    private final SecurityState state = SecureMeter.state(SecureMeter.SERVER, SecurityPolicy.NONE);
    private final Dialog dialog =
            new Dialog(SecureMeter.profile(state, AuthenticationMechanism.HIGH_MD5)).between(1, 1);

    /// The client's end, to read what the server ciphers and to cipher more than is printed.
    private final SecurityState clientState = SecureMeter.state(SecureMeter.CLIENT, SecurityPolicy.NONE);

    private final AssociationProtection client =
            AssociationProtection.ofClient(SecureMeter.access(clientState), Protection.NONE);

    /// The printed APDUs have the counters 1, 2 and 9.
    CipheredConversationTest() {
        clientState.continueSendingAt(3);
        client.begin(SecureMeter.SERVER);
    }

    /// ```
    /// client                                    server
    ///   | AARQ, challenge, ciphered initiate ---> |  pass 1
    ///   | <--- AARE, challenge, ciphered initiate |  pass 2
    ///   | glo ACTION reply, f(StoC) ------------> |  pass 3
    ///   | <---------- glo ACTION response, f(CtoS) |  pass 4
    ///   | glo GET ------------------------------> |
    ///   | <------------------------- glo response |
    ///   | RLRQ, ciphered initiate --------------> |
    ///   | <--------------- RLRE, ciphered initiate |
    /// ```
    @Test
    @DisplayName("A04 C5 four passes in a ciphered context, a ciphered GET and a release")
    void fourPassesInACipheredContext() {
        dialog.client(AARQ).server(AARE);
        String pass4 = opened(dialog.ask(PASS_3));
        assertTrue(pass4.startsWith("C701C1000100091110000000"), pass4);
        assertEquals("C401C100090C07E8010F010A1E0000FFC400", opened(dialog.ask(sealed(Dialog.GET_CLOCK))));
        String released = dialog.ask(RELEASE);
        assertTrue(released.startsWith("6328800100BE230421281F30"), released);
        dialog.client(Dialog.GET_CLOCK).server("D80101");
    }

    @ParameterizedTest(name = "A04 mechanism {0}")
    @CsvSource(delimiter = '|', textBlock = """
            3 | HIGH_MD5    | 1033486F4948D7A921B0F4B89647CF4671 | 10BFAED22444AD7AD95BBE3782F55ACC66
            4 | HIGH_SHA1   | 140DC224FC9CC6FCA7D22607797AD767FC532FD1F5 | 14AB7EE8EA29D6A3C5E33D901C54C887BFB49235D1
            6 | HIGH_SHA256 | 201C254B0BFE8339FEC70DA3297A0A9BE0EB6C334B2A64125D23D857193B448E0A | 2057E2BEA491E424F7BEE4C34082B03A2D13FDF17983EDF5A1849B164FFB4A4A00
            """)
    void fourPassesWithASecret(int id, AuthenticationMechanism mechanism, String clientProof, String serverProof) {
        var clear = new Dialog(SecureMeter.profile(state, mechanism)).between(2, 1);
        assertTrue(clear.ask(clearAarq(id)).contains("A203020100A305A10302010E"));
        clear.client(REPLY + clientProof).server("C701C1000100" + "09" + serverProof);
        clear.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("A04 mechanism 5 in clear")
    void mechanism5InClear() {
        var clear = new Dialog(SecureMeter.profile(state, AuthenticationMechanism.HIGH_GMAC)).between(2, 1);
        assertTrue(clear.ask(clearAarq(5)).contains("AA0A8008503677524A323146"));
        assertTrue(clear.ask(REPLY + "1110000000011A52FE7DD3E72748973C1E28").startsWith("C701C100010009111000000001"));
        clear.client(Dialog.GET_CLOCK).server(Dialog.CLOCK);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A04 a wrong proof             | C301C1000F0000280000FF01010910 33486F4948D7A921B0F4B89647CF4672
            A29 the challenge sent back   | C301C1000F0000280000FF01010908 503677524A323146
            A29 the server's own proof    | C301C1000F0000280000FF01010910 BFAED22444AD7AD95BBE3782F55ACC66
            T7 an empty proof             | C301C1000F0000280000FF01010900
            no proof                      | C301C1000F0000280000FF0100
            another type                  | C301C1000F0000280000FF01011101
            """)
    void whoProvesNothingIsOut(String what, String reply) {
        var clear = new Dialog(SecureMeter.profile(state, AuthenticationMechanism.HIGH_MD5)).between(2, 1);
        clear.client(clearAarq(3));
        clear.answer();
        clear.client(reply).server("C701C1FA00");
        clear.client(REPLY + "1033486F4948D7A921B0F4B89647CF4671").server("D80101");
        clear.client(Dialog.GET_CLOCK).server("D80101");
    }

    @ParameterizedTest(name = "A30 {0}")
    @ValueSource(
            strings = {
                "C001C100080000010000FF0200",
                "C101C100010000600104FF02000901AA",
                "C301C10046000060030AFF01010F00",
                "C301C1000F0000280000FF02010900",
                "C303C101000F0000280000FF01010900",
                "D94000000000010100010000600100FF020100",
                "E0410001000008C001C10008000001"
            })
    void nothingElseIsServedWhilePending(String request) {
        var clear = new Dialog(SecureMeter.profile(state, AuthenticationMechanism.HIGH_MD5)).between(2, 1);
        clear.client(clearAarq(3));
        clear.answer();
        clear.client(request).server("D80101");
        assertEquals(0, clear.device.reads + clear.device.writes + clear.device.calls);
        assertTrue(clear.ask(REPLY + "1033486F4948D7A921B0F4B89647CF4671").startsWith("C701C100"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A10 title of 7 octets | 6054A109060760857405080103A60904074D4D4D000000008A0207808B0760857405080205AC0A80084B35366956616759BE230421 | 03
            A10 title of 9 octets | 6056A109060760857405080103A60B04094D4D4D0000000001FF8A0207808B0760857405080205AC0A80084B35366956616759BE230421 | 03
            A11 no title          | 6049A1090607608574050801038A0207808B0760857405080205AC0A80084B35366956616759BE230421 | 03
            A13 challenge of 7    | 6054A109060760857405080103A60A04084D4D4D00000000018A0207808B0760857405080205AC0980074B353669566167BE230421 | 0D
            another title         | 6055A109060760857405080103A60A04084D4D4D00000000028A0207808B0760857405080205AC0A80084B35366956616759BE230421 | 0D
            """)
    void aFaultyCipheredAarqIsRejected(String what, String aarq, String diagnostic) {
        String answer = dialog.ask(aarq + INITIATE);

        assertTrue(answer.contains("A203020101A305A1030201" + diagnostic), answer);
        dialog.client(AARQ).server(AARE);
    }

    @Test
    @DisplayName("C14 another title than the one that is expected: 3")
    void anotherTitleThanExpected() {
        state.expectPartner(SecureMeter.SERVER);
        assertTrue(dialog.ask(AARQ).contains("A203020101A305A103020103"));
    }

    @Test
    @DisplayName("C09 an initiate whose tag is wrong, or that is not ciphered: 13")
    void anInitiateThatIsNotProtected() {
        assertTrue(dialog.ask(AARQ.substring(0, AARQ.length() - 2) + "36").contains("A203020101A305A10302010D"));
        String clear = "6042A109060760857405080103A60A04084D4D4D00000000018A0207808B0760857405080205"
                + "AC0A80084B35366956616759BE10040E01000000065F1F0400601EDF0400";
        assertTrue(dialog.ask(clear).contains("A203020101A305A10302010D"));
    }

    @Test
    @DisplayName("C02 C09 C10 plain, replayed and changed requests are refused, a plain release too")
    void whatIsNotProtectedIsRefused() {
        dialog.client(AARQ).server(AARE);
        opened(dialog.ask(PASS_3));
        dialog.client(Dialog.GET_CLOCK).server("D80105");
        dialog.client("6203800100").server("D80105");
        dialog.client(PASS_3).server("D8010600000003");
        String get = sealed(Dialog.GET_CLOCK);
        dialog.client(get.substring(0, get.length() - 2) + "00").server("D80105");
        dialog.client("C8").server("D80105");
        dialog.client("C8053000000001").server("D80105");
        assertEquals(0, dialog.device.reads);
        assertEquals("C401C100090C07E8010F010A1E0000FFC400", opened(dialog.ask(get)));
        assertTrue(dialog.device.requesters.getLast().protection().encrypted());
    }

    @Test
    @DisplayName("A28 wrong proofs lock like wrong passwords")
    void wrongProofsLock() {
        var profile = SecureMeter.profile(state, AuthenticationMechanism.HIGH_MD5);
        for (int i = 0; i < ServerLimits.FAILED_AUTHENTICATIONS; i++) {
            var tried = new Dialog(profile).between(2, 1);
            tried.client(clearAarq(3));
            tried.answer();
            tried.client(REPLY + "0100").server("C701C1FA00");
        }
        assertTrue(new Dialog(profile).between(2, 1).ask(clearAarq(3)).contains("A203020101A305A10302010D"));
    }

    @Test
    @DisplayName("A31 the server never answers a challenge with the same one")
    void theServerNeverEchoesAChallenge() {
        var echoing = new Dialog(SecureMeter.profile(
                        state, AuthenticationMechanism.HIGH_MD5, () -> SecureMeter.CLIENT_CHALLENGE))
                .between(2, 1);
        assertTrue(echoing.ask(clearAarq(3)).contains("A203020101A305A103020101"));
        var without = new Dialog(
                        SecureMeter.profile(state, AuthenticationMechanism.HIGH_MD5, () -> Octets.of(new byte[0])))
                .between(2, 1);
        assertTrue(without.ask(clearAarq(3)).contains("A203020101A305A103020101"));
    }

    @Test
    @DisplayName("A22 blocks of a ciphered answer fit with their protection")
    void blocksFitWithTheirProtection() {
        var small = new Dialog(SecureMeter.profile(state, AuthenticationMechanism.HIGH_MD5)).between(1, 1);
        var opening = AssociationProtection.ofClient(
                SecureMeter.access(SecureMeter.state(SecureMeter.CLIENT, SecurityPolicy.NONE)), Protection.NONE);
        opening.begin(SecureMeter.SERVER);
        small.client(
                AARQ.substring(0, AARQ.length() - INITIATE.length()) + sealed(opening, "01000000065F1F0400601EDF0080"));
        small.answer();
        assertTrue(opened(opening, small.ask(PASS_3)).startsWith("C701C100"));
        sealed(opening, "C0");
        small.device.textOctets = 500;
        String answer = small.ask(sealed(opening, Dialog.GET_TEXT));
        for (int block = 1; opened(opening, answer).startsWith("C402C100"); block++) {
            assertTrue(answer.length() / 2 <= 0x80 && answer.length() / 2 >= 0x70, "octets " + answer.length() / 2);
            answer = small.ask(sealed(opening, String.format("C002C1%08X", block)));
        }
        assertTrue(answer.length() / 2 <= 0x80);
    }

    private static String clearAarq(int mechanism) {
        return "6042A109060760857405080101A60A04084D4D4D00000000018A0207808B07608574050802"
                + String.format("%02X", mechanism) + "AC0A80084B35366956616759BE10040E01000000065F1F0400601EDF04B0";
    }

    private String sealed(String plain) {
        return sealed(client, plain);
    }

    private static String sealed(AssociationProtection end, String plain) {
        var buffer = new ApduBuffer(0).octets(HexFormat.of().parseHex(plain));
        assertTrue(end.seal(GLOBAL, buffer));
        return HexFormat.of().withUpperCase().formatHex(buffer.toOctets());
    }

    private String opened(String sealed) {
        return opened(client, sealed);
    }

    private static String opened(AssociationProtection end, String sealed) {
        byte[] octets = HexFormat.of().parseHex(sealed);
        var plain = assertInstanceOf(Opened.Plain.class, end.open(octets, 0, octets.length), sealed);
        return HexFormat.of()
                .withUpperCase()
                .formatHex(plain.octets(), plain.offset(), plain.offset() + plain.length());
    }
}
