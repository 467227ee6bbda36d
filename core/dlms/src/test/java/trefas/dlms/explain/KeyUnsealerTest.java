package trefas.dlms.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.explain.KeyUnsealer.Keys;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// Keys right and wrong in each possible way, and the sentence each gives. Material of the Green Book's examples
/// (reference security E5).
class KeyUnsealerTest {

    private static final String EK = "000102030405060708090A0B0C0D0E0F";
    private static final String AK = "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF";
    private static final String DEDICATED = "00112233445566778899AABBCCDDEEFF";
    private static final String OTHER = "0F0E0D0C0B0A09080706050403020100";
    private static final String TITLE = "4D4D4D0000BC614E";
    private static final String GENERAL_GLO =
            "DB084D4D4D0000BC614E1E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                 | APDU
            authenticated          | C81E1001234567C0010000080000010000FF020006725D910F9221D263877516
            encrypted              | C8122001234567411312FF935A47566827C467BC
            both                   | C81E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B
            general-glo            | DB084D4D4D0000BC614E1E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B
            suite 1                | C81E3101234567411312FF935A47566827C467BCE8691C99484B00B2449055B5
            dedicated              | D01E300000000153509D070A45A143545960223EC61C9432A0E9E1BBD431C546
            general-ciphering      | DD080102030405060708084D4D4D0000000001084D4D4D0000BC614E00000100001E300123456768E4B8F76BB7E05F9CD30503DAC8EC5348C708A5B48CBC500C
            with a wrapped key     | DD080102030405060708084D4D4D0000000001084D4D4D0000BC614E0000010100181FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE51E3000000000539E0C47DF152EE3AA4EFAC0F5C8052848B0055BB61AB318A8
            """)
    void theRightKeysOpenEveryFamily(String what, String apdu) {
        var explanation = explained(keys(EK, AK, DEDICATED, EK, TITLE), apdu);

        assertEquals(List.of(), explanation.remarks(Remark.Kind.UNVERIFIED), what);
        assertTrue(explanation.isWellFormed(), () -> explanation.firstFault().toString());
        String tree = TreeText.of(List.of(explanation), TreeText.Painter.PLAIN);
        assertTrue(tree.contains("Get-Request: Clock 0-0:1.0.0*255 clock, attribute 2 time"), tree);
        assertEquals(!what.equals("encrypted"), tree.contains("the tag verifies, system title"), tree);
    }

    @Test
    void suite2HasKeysOf32Octets() {
        String ek = "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F";
        String ak = "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEF";
        String apdu = "C81E3201234567E82B2AD3EE8C12A6FB27038F08442193498C6A53DE55EEB9D2";

        assertEquals(List.of(), explained(keys(ek, ak, "", "", TITLE), apdu).remarks(Remark.Kind.UNVERIFIED));
        assertEquals("suite 2 has keys of 32 octets, the one given has 16", doubt(keys(EK, AK, "", "", TITLE), apdu));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what is wrong        | ek    | ak    | title | said
            authentication key     | EK    | OTHER | TITLE | the tag does not verify, but an APDU comes out: the encryption key and system title 4D4D4D0000BC614E are right, the authentication key is not, or the tag or the security control was changed
            encryption key         | OTHER | AK    | TITLE | the tag does not verify, and no APDU comes out: the encryption key is not the sender's, or its system title is not 4D4D4D0000BC614E, or the counter was changed
            keys exchanged         | AK    | EK    | TITLE | the tag verifies with the two keys exchanged: --ek is the authentication key and --ak the encryption key
            both                   | OTHER | OTHER | TITLE | the tag does not verify, and no APDU comes out: the encryption key is not the sender's, or its system title is not 4D4D4D0000BC614E, or the counter was changed
            system title           | EK    | AK    | 5452460000000001 | the tag does not verify, and no APDU comes out: the encryption key is not the sender's, or its system title is not 5452460000000001, or the counter was changed
            no system title        | EK    | AK    | NONE  | its sender's system title is not known: give --system-title, or the AARQ and AARE too
            """)
    void wrongKeysAreTold(String what, String ek, String ak, String title, String said) {
        var keys = keys(named(ek), named(ak), "", "", named(title));

        assertEquals(said, doubt(keys, "C81E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B"), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what was changed | APDU                                                                                 | said
            the tag            | DB084D4D4D0000BC614E1E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6C | the tag does not verify, but an APDU comes out
            the ciphertext     | DB084D4D4D0000BC614E1E3001234567411312FF935A47566827C467FC7D825C3BE4A77C3FCC056B6B | the tag does not verify, and what comes out is an APDU only at its beginning
            the counter        | DB084D4D4D0000BC614E1E3001234568411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B | the tag does not verify, and no APDU comes out
            the title          | DB084D4D4D0000BC614F1E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B | the tag does not verify with the system title 4D4D4D0000BC614F, but it does with 4D4D4D0000BC614E
            the suite          | DB084D4D4D0000BC614E1E3901234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B | there is no security suite 9
            compression        | DB084D4D4D0000BC614E1EB001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B | it is compressed, which is not supported
            """)
    void changedOctetsAreTold(String what, String apdu, String said) {
        String told = doubt(keys(EK, AK, "", "", TITLE), apdu);

        assertTrue(told.startsWith(said), () -> what + ": " + told);
    }

    @Test
    void withoutTheAuthenticationKeyItIsReadAndNotTrusted() {
        var explanation = explained(keys(EK, "", "", "", ""), GENERAL_GLO);

        assertEquals(List.of(), explanation.remarks(Remark.Kind.UNVERIFIED));
        assertTrue(explanation.remarks(Remark.Kind.NOTE).stream()
                .anyMatch(note ->
                        note.text().equals("deciphered, but the tag is not checked: no authentication key is given")));
    }

    @Test
    void withoutAnyKeyNothingIsWrong() {
        var explanation = explained(Keys.NONE, GENERAL_GLO);

        assertTrue(explanation.isWellFormed());
        assertEquals(List.of(), explanation.remarks(Remark.Kind.UNVERIFIED));
    }

    /// The reference's push with the title in its own field; an empty one is taken from the option.
    @Test
    void anEmptySystemTitleIsTakenFromTheOption() {
        String without = GENERAL_GLO.replace("DB084D4D4D0000BC614E", "DB00");

        assertEquals(List.of(), explained(keys(EK, AK, "", "", TITLE), without).remarks(Remark.Kind.UNVERIFIED));
    }

    /// ```
    /// client                                    server
    ///   | AARQ, title, ciphered initiate ---->    |
    ///   |   <--- AARE, title, ciphered initiate   |
    ///   | glo-action-request (pass 3) -------->   |  each end's own title
    ///   |   <------- glo-action-response (pass 4) |
    /// ```
    /// Reference ACSE C5, HLS 5.
    @Test
    void anAssociationTellsTheTitlesOfWhatFollowsIt() {
        var conversation = new Conversation(ExplainLimits.DEFAULT, new KeyUnsealer(keys(EK, AK, "", "", "")));
        var explanations = new ArrayList<Explanation>();
        for (String apdu : List.of(
                "6055A109060760857405080103A60A04084D4D4D00000000018A0207808B0760857405080205AC0A80084B35366956616759BE230421211F30000000019945AB0E570975CCDF3183079CA0B228EC3FDB4C8AC831142135",
                "6161A109060760857405080103A203020100A305A10302010EA40A04084D4D4D0000BC614E88020780890760857405080205AA0A8008503677524A323146BE230421281F3000000001D96106551DB77E316F5BD00B895AAF2436C77218F64E95262446",
                "CB3130000000021BD9313E587760BEEB56BD5C06DDEA677FC3114E5B63EC4E3647DE08979765A1864AC0DB498ED2B8DEB8C9C1",
                "CF2A300000000237CA3FF2CCE06C99EE7ED57885F93298170F783CD3BD71F3696E3CC93C4159CA185FA573EE")) {
            explanations.addAll(conversation.explain(Form.APDU, Speaker.UNKNOWN, Octets.ofHex(apdu)));
        }
        String tree = TreeText.of(explanations, TreeText.Painter.PLAIN);

        assertTrue(explanations.stream().allMatch(Explanation::isWellFormed), tree);
        assertTrue(
                explanations.stream()
                        .allMatch(one -> one.remarks(Remark.Kind.UNVERIFIED).isEmpty()),
                tree);
        assertTrue(tree.contains("deciphered: InitiateResponse"), tree);
        assertTrue(tree.contains("method 1 reply_to_HLS_authentication"), tree);
    }

    /// The dedicated key comes in the ciphered initiate (reference ACSE C5), and ciphers what follows.
    @Test
    void anAssociationTellsItsDedicatedKey() {
        var conversation = new Conversation(ExplainLimits.DEFAULT, new KeyUnsealer(keys(EK, AK, "", "", "")));
        conversation.explain(
                Form.APDU,
                Speaker.CLIENT,
                Octets.ofHex(
                        "6066A109060760857405080103A60A04084D4D4D0000BC614E8A0207808B0760857405080201AC0A80083132333435363738BE34043221303001234567801302FF8A7874133D414CED25B42534D28DB0047720606B175BD52211BE6841DB204D39EE6FDB8E356855"));
        Explanation get = conversation
                .explain(
                        Form.APDU,
                        Speaker.CLIENT,
                        Octets.ofHex("D01E300000000153509D070A45A143545960223EC61C9432A0E9E1BBD431C546"))
                .getFirst();

        assertEquals(List.of(), get.remarks(Remark.Kind.UNVERIFIED));
        assertTrue(TreeText.of(List.of(get), TreeText.Painter.PLAIN).contains("deciphered: Get-Request"));
    }

    /// An inner service under another's tag (conformance C26).
    @Test
    void aServiceUnderAnothersTagIsTold() {
        String underSet = "C91E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B";
        var warnings = explained(keys(EK, AK, "", "", TITLE), underSet).remarks(Remark.Kind.WARNING);

        assertEquals(
                "inside is tag C0, but the tag outside announces C1",
                warnings.getFirst().text());
    }

    @Test
    void noKeyIsEverPrinted() {
        var keys = keys(EK, AK, DEDICATED, OTHER, TITLE);
        String printed = keys.toString();

        for (String key : List.of(EK, AK, DEDICATED, OTHER)) {
            assertFalse(printed.contains(key) || printed.contains(key.toLowerCase(java.util.Locale.ROOT)), printed);
        }
    }

    private static String doubt(Keys keys, String apdu) {
        return explained(keys, apdu).remarks(Remark.Kind.UNVERIFIED).getFirst().text();
    }

    private static Explanation explained(Keys keys, String apdu) {
        return new Conversation(ExplainLimits.DEFAULT, new KeyUnsealer(keys))
                .explain(Form.APDU, Speaker.UNKNOWN, Octets.ofHex(apdu))
                .getFirst();
    }

    private static String named(String name) {
        return switch (name) {
            case "EK" -> EK;
            case "AK" -> AK;
            case "OTHER" -> OTHER;
            case "TITLE" -> TITLE;
            case "NONE" -> "";
            default -> name;
        };
    }

    private static Keys keys(String ek, String ak, String dedicated, String master, String title) {
        return new Keys(
                key(ek),
                key(ak),
                key(dedicated),
                Optional.empty(),
                key(master),
                title.isEmpty()
                        ? Optional.empty()
                        : SystemTitle.of(Octets.ofHex(title).toArray()));
    }

    private static Optional<SymmetricKey> key(String hex) {
        return hex.isEmpty() ? Optional.empty() : Optional.of(SymmetricKey.ofHex(hex));
    }
}
