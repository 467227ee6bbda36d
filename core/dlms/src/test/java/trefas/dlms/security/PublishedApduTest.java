package trefas.dlms.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.dlms.security.TwoEnds.CLIENT;
import static trefas.dlms.security.TwoEnds.SERVER;
import static trefas.dlms.security.TwoEnds.apdu;
import static trefas.dlms.security.TwoEnds.envelope;
import static trefas.dlms.security.TwoEnds.hex;
import static trefas.dlms.security.TwoEnds.opened;
import static trefas.dlms.security.TwoEnds.sealed;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.Protection;
import trefas.dlms.security.Envelope.Family;
import trefas.security.CurvePublicKey;
import trefas.security.KeyUse;
import trefas.security.SecuritySuite;
import trefas.security.SystemTitle;

/// The protected APDUs that are printed in the Green Book and in reference E5, C5 and T6, both ways.
class PublishedApduTest {

    private static final String GET = TwoEnds.GET_CLOCK;
    private static final String KEYED_INITIATE = "01011000112233445566778899AABBCCDDEEFF0000065F1F0400007E1F04B0";

    // What sends has the title of the example; the rest follows.
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
            10 | GLOBAL         | 4D4D4D0000BC614E | 01234567 | C0010000080000010000FF0200       | C81E1001234567C0010000080000010000FF020006725D910F9221D263877516
            20 | GLOBAL         | 4D4D4D0000BC614E | 01234567 | C0010000080000010000FF0200       | C8122001234567411312FF935A47566827C467BC
            30 | GLOBAL         | 4D4D4D0000BC614E | 01234567 | C0010000080000010000FF0200       | C81E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B
            30 | GENERAL_GLOBAL | 4D4D4D0000BC614E | 01234567 | C0010000080000010000FF0200       | DB084D4D4D0000BC614E1E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B
            31 | GLOBAL         | 4D4D4D0000BC614E | 01234567 | C0010000080000010000FF0200       | C81E3101234567411312FF935A47566827C467BCE8691C99484B00B2449055B5
            32 | GLOBAL         | 4D4D4D0000BC614E | 01234567 | C0010000080000010000FF0200       | C81E3201234567E82B2AD3EE8C12A6FB27038F08442193498C6A53DE55EEB9D2
            30 | DEDICATED      | 4D4D4D0000BC614E | 00000001 | C0010000080000010000FF0200       | D01E300000000153509D070A45A143545960223EC61C9432A0E9E1BBD431C546
            30 | GLOBAL         | 4D4D4D0000BC614E | 01234567 | 01011000112233445566778899AABBCCDDEEFF0000065F1F0400007E1F04B0 | 21303001234567801302FF8A7874133D414CED25B42534D28DB0047720606B175BD52211BE6841DB204D39EE6FDB8E356855
            30 | GLOBAL         | 4D4D4D0000BC614E | 01234567 | 0800065F1F0400007C1F04000007     | 281F3001234567891214A0845E475714383F65BC19745CA235906525E4F3E1C893
            30 | GLOBAL         | 4D4D4D0000000001 | 00000001 | 01000000065F1F0400601EDF0400     | 211F30000000019945AB0E570975CCDF3183079CA0B228EC3FDB4C8AC831142135
            30 | GLOBAL         | 4D4D4D0000BC614E | 00000001 | 0800065F1F0400601EDF04000007     | 281F3000000001D96106551DB77E316F5BD00B895AAF2436C77218F64E95262446
            30 | GLOBAL         | 4D4D4D0000000001 | 00000002 | C301C1000F0000280000FF0101091110000000011A52FE7DD3E72748973C1E28 | CB3130000000021BD9313E587760BEEB56BD5C06DDEA677FC3114E5B63EC4E3647DE08979765A1864AC0DB498ED2B8DEB8C9C1
            30 | GLOBAL         | 4D4D4D0000BC614E | 00000002 | C701C100010009111001234567FE1466AFB3DBCD4F9389E2B7 | CF2A300000000237CA3FF2CCE06C99EE7ED57885F93298170F783CD3BD71F3696E3CC93C4159CA185FA573EE
            30 | GLOBAL         | 4D4D4D0000000001 | 00000009 | 01000000065F1F0400601EDF0400     | 211F30000000096DE672F34506EBD9DF923ED135AE85733E24F2FA088BBA8C8AFF
            30 | GENERAL_GLOBAL | 4D4D4D0000BC614E | 00000010 | 0F4000000100020309104D4D4D3030303030303042433631344509060004190900FF0600000004 | DB084D4D4D0000BC614E383000000010F2DB0D9CF36ED44CF8FD5F19F77680E01B5F316E56598D9E85B5156AD62527D1A683CE343734AE26785D1679F7E923654E0EBF
            30 | GENERAL_CIPHERING | 4D4D4D0000000001 | 01234567 | C0010000080000010000FF0200    | DD080102030405060708084D4D4D0000000001084D4D4D0000BC614E00000100001E300123456768E4B8F76BB7E05F9CD30503DAC8EC5348C708A5B48CBC500C
            """)
    void areSealedAndOpenedAsPrinted(
            String control, Family family, String senderTitle, String counter, String plain, String protectedHex) {
        int bits = Integer.parseInt(control, 16);
        var suite = SecuritySuite.ofId(bits & 0xF).orElseThrow();
        var sender = SystemTitle.of(hex(senderTitle)).orElseThrow();
        var ends = new TwoEnds(suite, sender, sender.equals(CLIENT) ? SERVER : CLIENT);
        ends.clientState.continueSendingAt(Long.parseLong(counter, 16));
        assertTrue(ends.client.useDedicatedKey(TwoEnds.DEDICATED) == (suite != SecuritySuite.SUITE_2));
        ends.server.useDedicatedKey(TwoEnds.DEDICATED);
        var protection = new Protection((bits & 0x10) != 0, (bits & 0x20) != 0, false);
        var envelope = envelope(family, protection);

        assertEquals(protectedHex, sealed(ends.client, envelope, plain));
        var opened = opened(ends.server, protectedHex);
        assertEquals(plain, apdu(opened));
        assertEquals(envelope, opened.envelope());
        int overhead = ends.client.overheadOctets(envelope, plain.length() / 2);
        int added = (protectedHex.length() - plain.length()) / 2;
        assertTrue(added <= overhead, added + " added, " + overhead + " announced");
    }

    // Reference E5; the key is random each time, so only opening can be compared.
    @Test
    void aWrappedKeyComesWithItsMessage() {
        var ends = new TwoEnds(SecuritySuite.SUITE_0);

        var opened = opened(
                ends.server,
                "DD080102030405060708084D4D4D0000000001084D4D4D0000BC614E0000010100181FA68B0A8112B447AEF34BD8"
                        + "FB5A7B829D3E862371D2CFE51E3000000000539E0C47DF152EE3AA4EFAC0F5C8052848B0055BB61AB318A8");

        assertEquals(GET, apdu(opened));
        assertEquals(Optional.of(TwoEnds.TRANSACTION), opened.envelope().transactionId());
    }

    // Reference E8, with the published signature key.
    @Test
    void aSignedApduIsVerified() {
        var ends = new TwoEnds(SecuritySuite.SUITE_1);
        var key = CurvePublicKey.of(
                        SecuritySuite.SUITE_1,
                        hex("BAAFFDE06A8CB1C9DAE8D94023C601DBBB249254BA22EDD827E820BCA2BCC643"
                                + "62FBB83D86A82B87BB8B7161D2AAB5521911A946B97A284A90F7785CD9047D25"))
                .orElseThrow();
        assertTrue(ends.serverState.keyPairs().trust(CLIENT, KeyUse.DIGITAL_SIGNATURE, key));

        var opened = opened(
                ends.server,
                "DF080102030405060708084D4D4D0000000001084D4D4D0000BC614E00000DC0010000080000010000FF0200"
                        + "408F773272F5D600845A735F975E3309E2753DF418BD606FAE87F3D4A675D69DBBE7BC9FA5519422686FE07D10E6"
                        + "B161D025C9B05C7B9F4CB76B0EBCEAD2D856D4");

        assertEquals(GET, apdu(opened));
        assertEquals(new Protection(false, false, true), opened.envelope().protection());
        assertEquals(Family.GENERAL_SIGNING, opened.envelope().family());
    }

    @Test
    void theDedicatedKeyComesInsideAProtectedInitiate() {
        assertTrue(KEYED_INITIATE.startsWith("010110" + TwoEnds.DEDICATED));
    }
}
