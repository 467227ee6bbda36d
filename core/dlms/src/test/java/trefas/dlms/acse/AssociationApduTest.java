package trefas.dlms.acse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

class AssociationApduTest {

    private static final String LOWEST = "601DA109060760857405080101BE10040E01000000065F1F0400007E1F04B0";
    private static final String LOW = "6036A1090607608574050801018A0207808B0760857405080201AC0A80083132333435363738"
            + "BE10040E01000000065F1F0400007E1F04B0";

    private static final InitiateRequest PROPOSAL = InitiateRequest.of(new Conformance(0x007E1F), 1_200);

    @Test
    void aClientWithoutSecurityAsksLikeThis() {
        var aarq = Aarq.of(
                ApplicationContext.LOGICAL_NAMES, AuthenticationMechanism.NONE, Optional.empty(), PROPOSAL.encode());

        assertBothWays(LOWEST, aarq);
    }

    @Test
    void aClientWithAPasswordAsksLikeThis() {
        var password = Octets.of("12345678".getBytes(StandardCharsets.US_ASCII));
        var aarq = Aarq.of(
                ApplicationContext.LOGICAL_NAMES,
                AuthenticationMechanism.LOW,
                Optional.of(password),
                PROPOSAL.encode());

        assertBothWays(LOW, aarq);
    }

    // Ciphered associations are not opened by this meter yet, but their AARQ reads like any other.
    @Test
    void aCipheredAarqKeepsItsTitleAndItsCipheredInitiate() {
        var octets = HexFormat.of()
                .parseHex("6055A109060760857405080103A60A04084D4D4D00000000018A0207808B0760857405080205"
                        + "AC0A80084B35366956616759BE230421211F30000000019945AB0E570975CCDF3183079CA0B228"
                        + "EC3FDB4C8AC831142135");
        var aarq = (Aarq) assertInstanceOf(Complete.class, Aarq.decode(octets, 0, octets.length))
                .value();

        assertEquals(Optional.of(Octets.ofHex("4D4D4D0000000001")), aarq.callingApTitle());
        assertEquals(
                Optional.of(ApplicationContext.LOGICAL_NAMES_CIPHERED), ApplicationContext.ofName(aarq.contextName()));
        assertEquals(
                Optional.of(AuthenticationMechanism.HIGH_GMAC),
                aarq.mechanismName().flatMap(AuthenticationMechanism::ofName));
        assertArrayEquals(octets, aarq.encode());
    }

    // The answers printed in the standard's style, accepted and rejected.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            accepted             | ACCEPTED           | NULL                                   | 0800065F1F040000501F01F40007 | 6129A109060760857405080101A203020100A305A103020100BE10040E0800065F1F040000501F01F40007
            context not supported| REJECTED_PERMANENT | APPLICATION_CONTEXT_NAME_NOT_SUPPORTED | 0800065F1F040000501F01F40007 | 6129A109060760857405080101A203020101A305A103020102BE10040E0800065F1F040000501F01F40007
            wrong password       | REJECTED_PERMANENT | AUTHENTICATION_FAILURE                 | 0800065F1F040000501F01F40007 | 6129A109060760857405080101A203020101A305A10302010DBE10040E0800065F1F040000501F01F40007
            version too low      | REJECTED_PERMANENT | NO_REASON_GIVEN                        | 0E010601 | 611FA109060760857405080101A203020101A305A103020101BE0604040E010601
            no common service    | REJECTED_PERMANENT | NO_REASON_GIVEN                        | 0E010602 | 611FA109060760857405080101A203020101A305A103020101BE0604040E010602
            PDU too short        | REJECTED_PERMANENT | NO_REASON_GIVEN                        | 0E010603 | 611FA109060760857405080101A203020101A305A103020101BE0604040E010603
            no common version    | REJECTED_PERMANENT | NO_COMMON_ACSE_VERSION                 | -        | 6117A109060760857405080101A203020101A305A203020102
            """)
    void answersReadAndWriteBack(
            String what, AssociationResult result, AssociationDiagnostic diagnostic, String information, String hex) {
        var aare = Aare.of(
                ApplicationContext.LOGICAL_NAMES.objectIdentifier(),
                result,
                diagnostic,
                information.equals("-") ? Optional.empty() : Optional.of(Octets.ofHex(information)));
        byte[] octets = HexFormat.of().parseHex(hex);

        assertArrayEquals(octets, aare.encode(), what);
        assertEquals(new Complete<>(aare, octets.length), Aare.decode(octets, 0, octets.length));
    }

    // The fields a client does not look at: challenge, titles and mechanism of another authentication.
    @Test
    void anAareWithHighLevelSecurityIsReadOver() {
        byte[] octets = HexFormat.of()
                .parseHex("6142A109060760857405080101A203020100A305A10302010E88020780890760857405080205"
                        + "AA0A8008503677524A323146BE10040E0800065F1F040000501F01F40007");

        var aare = (Aare) assertInstanceOf(Complete.class, Aare.decode(octets, 0, octets.length))
                .value();

        assertEquals(AssociationDiagnostic.AUTHENTICATION_REQUIRED, aare.diagnostic());
    }

    @Test
    void anInitiateMayCarryAKeyAndAQuality() {
        var octets = Octets.ofHex("01011000112233445566778899AABBCCDDEEFF0000065F1F0400007E1F04B0");
        var request = (InitiateRequest)
                assertInstanceOf(Complete.class, InitiateRequest.decode(octets)).value();

        assertEquals(Optional.of(Octets.ofHex("00112233445566778899AABBCCDDEEFF")), request.dedicatedKey());
        assertEquals(octets, request.encode());

        var full =
                new InitiateRequest(Optional.empty(), false, OptionalInt.of(-1), 7, new Conformance(0xFFFFFF), 0xFFFF);
        assertEquals(Octets.ofHex("0100010001FF075F1F0400FFFFFFFFFF"), full.encode());
        assertEquals(new Complete<>(full, 16), InitiateRequest.decode(full.encode()));
    }

    // Old clients write the conformance tag in one octet.
    @Test
    void theShortConformanceTagIsUnderstood() {
        assertEquals(new Complete<>(PROPOSAL, 13), InitiateRequest.decode(Octets.ofHex("01000000065F0400007E1F04B0")));
    }

    @Test
    void theConformanceBlockIsNamed() {
        var meter = Conformance.of(
                ConformanceBit.GET,
                ConformanceBit.BLOCK_TRANSFER_WITH_GET,
                ConformanceBit.SELECTIVE_ACCESS,
                ConformanceBit.MULTIPLE_REFERENCES);

        assertEquals(0x001214, meter.bits());
        assertEquals(
                0x601EDF,
                Conformance.of(
                                ConformanceBit.GENERAL_PROTECTION,
                                ConformanceBit.GENERAL_BLOCK_TRANSFER,
                                ConformanceBit.BLOCK_TRANSFER_WITH_GET,
                                ConformanceBit.BLOCK_TRANSFER_WITH_SET,
                                ConformanceBit.BLOCK_TRANSFER_WITH_ACTION,
                                ConformanceBit.MULTIPLE_REFERENCES,
                                ConformanceBit.DATA_NOTIFICATION,
                                ConformanceBit.ACCESS,
                                ConformanceBit.GET,
                                ConformanceBit.SET,
                                ConformanceBit.SELECTIVE_ACCESS,
                                ConformanceBit.EVENT_NOTIFICATION,
                                ConformanceBit.ACTION)
                        .bits());
        assertFalse(Conformance.of(ConformanceBit.SELECTIVE_ACCESS).hasAService());
        assertEquals("001214: BLOCK_TRANSFER_WITH_GET, MULTIPLE_REFERENCES, GET, SELECTIVE_ACCESS", meter.toString());
        assertThrows(IllegalArgumentException.class, () -> new Conformance(1 << 24));
    }

    @ParameterizedTest(name = "{0} is reason {1}")
    @CsvSource({
        "6203800100, 0",
        "6200, 0",
        "620380011E, 30",
        "6228800100BE230421211F30000000096DE672F34506EBD9DF923ED135AE85733E24F2FA088BBA8C8AFF, 0"
    })
    void releasesAreRead(String hex, int reason) {
        byte[] octets = HexFormat.of().parseHex(hex);

        assertEquals(
                new Complete<>(reason, octets.length),
                Release.decodeReason(Release.REQUEST_TAG, octets, 0, octets.length));
    }

    @Test
    void releasesAreWritten() {
        assertArrayEquals(HexFormat.of().parseHex("6203800100"), Release.request());
        assertArrayEquals(HexFormat.of().parseHex("6303800100"), Release.response());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"60", "6080", "6084FFFFFFFF", "600100", "6003A10906", "6005A103040100", "60048A020780FF"})
    void aBrokenAarqIsMalformed(String hex) {
        byte[] octets = HexFormat.of().parseHex(hex);

        assertInstanceOf(Malformed.class, Aarq.decode(octets, 0, octets.length));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {LOWEST, LOW})
    void anAarqCutAnywhereIsMalformed(String hex) {
        byte[] octets = HexFormat.of().parseHex(hex);
        for (int length = 0; length < octets.length; length++) {
            assertInstanceOf(Malformed.class, Aarq.decode(octets, 0, length), "at " + length);
        }
    }

    @FuzzTest
    void anyOctetsGetAnAnswer(byte[] noise) {
        switch (Aarq.decode(noise, 0, noise.length)) {
            case Complete<Aarq>(var aarq, int used) -> {
                assertEquals(noise.length, used);
                if (noise.length < 1_000) {
                    byte[] written = aarq.encode();
                    assertEquals(new Complete<>(aarq, written.length), Aarq.decode(written, 0, written.length));
                }
                aarq.userInformation().ifPresent(InitiateRequest::decode);
            }
            case Incomplete<Aarq> never -> throw new AssertionError(never);
            case Malformed<Aarq>(String reason, int _) -> assertFalse(reason.isEmpty());
        }
        if (Aare.decode(noise, 0, noise.length) instanceof Complete<Aare>(var aare, int _)) {
            assertTrue(aare.encode().length > 0);
        }
        InitiateResponse.decode(Octets.of(noise));
    }

    private static void assertBothWays(String hex, Aarq aarq) {
        byte[] octets = HexFormat.of().parseHex(hex);

        assertArrayEquals(octets, aarq.encode());
        assertEquals(new Complete<>(aarq, octets.length), Aarq.decode(octets, 0, octets.length));
    }
}
