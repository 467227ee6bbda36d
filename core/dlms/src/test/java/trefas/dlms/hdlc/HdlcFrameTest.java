package trefas.dlms.hdlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// Frames, addresses and control fields against the worked examples of our papers (reference A1 to A8).
class HdlcFrameTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Test
    void theCheckOfTheNineDigitsIs906E() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

        assertEquals(0x906E, FrameCheck.of(digits, 0, digits.length));
    }

    // Four octets at a time give the same as one at a time, at every length and place.
    @Test
    void theCheckIsTheSameHoweverItIsCounted() {
        byte[] octets = new byte[300];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (i * 73);
        }
        for (int from = 0; from < 4; from++) {
            for (int length = 0; length <= 290; length++) {
                assertEquals(bitByBit(octets, from, length), FrameCheck.of(octets, from, length));
            }
        }
    }

    private static int bitByBit(byte[] octets, int from, int length) {
        int sum = 0xFFFF;
        for (int i = from; i < from + length; i++) {
            sum ^= Byte.toUnsignedInt(octets[i]);
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 1) == 0 ? sum >>> 1 : (sum >>> 1) ^ 0x8408;
            }
        }
        return sum ^ 0xFFFF;
    }

    @ParameterizedTest(name = "{0}: {2}/{3} in {1}")
    @CsvSource(textBlock = """
        03,       ONE_OCTET,   1,      0
        21,       ONE_OCTET,   16,     0
        FF,       ONE_OCTET,   127,    0
        0223,     TWO_OCTETS,  1,      0x11
        FEFF,     TWO_OCTETS,  127,    127
        00020023, FOUR_OCTETS, 1,      0x11
        0002FEFF, FOUR_OCTETS, 1,      0x3FFF
        04464869, FOUR_OCTETS, 0x123,  0x1234
        """)
    void anAddressSurvivesTheWire(String hex, AddressForm form, String upper, String lower) {
        var address = new HdlcAddress(form, Integer.decode(upper), Integer.decode(lower));
        byte[] octets = HEX.parseHex(hex);
        byte[] written = new byte[octets.length];

        assertEquals(octets.length, address.encode(written, 0));
        assertEquals(hex, HEX.formatHex(written));
        assertEquals(new Complete<>(address, octets.length), HdlcAddress.decode(octets, 0, octets.length));
    }

    @ParameterizedTest(name = "{0} is no address")
    @CsvSource({"020403", "0204060809"})
    void h15AnAddressOfThreeOrFiveOctetsIsNone(String hex) {
        byte[] octets = HEX.parseHex(hex);

        assertInstanceOf(Malformed.class, HdlcAddress.decode(octets, 0, octets.length));
    }

    @Test
    void everyControlOctetSurvivesTheWire() {
        for (int octet = 0; octet <= 0xFF; octet++) {
            assertEquals(octet, HdlcControl.of(octet).octet());
            assertEquals((octet & 0x10) != 0, HdlcControl.of(octet).isFinal());
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
        30, I N(S)=0 N(R)=1 P/F
        11, RR N(R)=0 P/F
        F1, RR N(R)=7 P/F
        35, RNR N(R)=1 P/F
        93, SNRM P/F
        53, DISC P/F
        73, UA P/F
        1F, DM P/F
        97, FRMR P/F
        13, UI P/F
        03, UI
        BF, undefined control bf P/F
        """)
    void aControlOctetHasItsName(String hex, String words) {
        assertEquals(words, HdlcControl.of(Integer.parseInt(hex, 16)).words());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        7EA0070321930F017E,     3,      21,   93
        7EA00703215303C77E,     3,      21,   53
        7EA00721037301407E,     21,     3,    73
        7EA00721031F6BE97E,     21,     3,    1F
        7EA00703211115A67E,     3,      21,   11
        7EA00703213117877E,     3,      21,   31
        7EA00703213533C17E,     3,      21,   35
        7EA00802232193BD647E,   0223,   21,   93
        7EA00A00020023219318717E, 00020023, 21, 93
        """)
    void aFrameWithoutInformationSurvivesTheWire(String hex, String destination, String source, String control) {
        var frame = HdlcFrame.of(address(destination), address(source), HdlcControl.of(Integer.parseInt(control, 16)));

        assertFrame(hex, frame);
    }

    // The segment example of A5, the first I-frames of A6, the push of A8, the broadcast of T1.
    @Test
    void aFrameWithInformationSurvivesTheWire() {
        assertFrame(
                "7EA816210352B0F5E6E70000010203040506070809222D7E",
                new HdlcFrame(
                        true,
                        address("21"),
                        address("3"),
                        new HdlcControl.Information(1, 2, true),
                        Octets.ofHex("E6E70000010203040506070809")));
        assertFrame(
                "7EA02D210313FA70E6E7000F000000010C07E80601060C000000FF8880020209060000190900FF060000303954107E",
                new HdlcFrame(
                        false,
                        address("21"),
                        address("3"),
                        new HdlcControl.UnnumberedInformation(true),
                        Octets.ofHex("E6E7000F000000010C07E80601060C000000FF8880020209060000190900FF060000" + "3039")));
        assertFrame(
                "7EA027FFCD037B73E6E600C1018100080000010000FF0200090C07E8010F010A1E0000FFC400FE9C7E",
                new HdlcFrame(
                        false,
                        HdlcAddress.ofOneOctet(0x7F),
                        HdlcAddress.ofClient(102),
                        new HdlcControl.UnnumberedInformation(false),
                        Octets.ofHex("E6E600C1018100080000010000FF0200090C07E8010F010A1E0000FFC400")));
    }

    @Test
    void aRejectionSurvivesTheWire() {
        var rejection = new FrameRejection(HdlcControl.of(0xE3), 0, 0, FrameRejection.Cause.UNDEFINED_CONTROL);
        var decoded = (Complete<HdlcFrame>) HdlcFrame.decode(HEX.parseHex("7EA00C2103973E21930001E3B87E"), 0, 14);

        assertEquals("930001", decoded.value().information().toString());
        assertEquals("E30001", rejection.encode().toString());
        assertEquals(Optional.of(rejection), FrameRejection.decode(rejection.encode()));
        assertEquals(Optional.empty(), FrameRejection.decode(Octets.ofHex("930000")));
        assertEquals(Optional.empty(), FrameRejection.decode(Octets.ofHex("93")));
    }

    // The well-known UA of A4, and the SNRM that asks for 512 octets.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        8180120501800601800704000000010804000000 01,     128,  128, 1, 1
        8180140502020006020200070400000001080400000001, 512,  512, 1, 1
        81801405020400060207EE070400000004080400000007, 1024, 2030, 4, 7
        """)
    void parametersSurviveTheWire(String hex, int transmit, int receive, int transmitWindow, int receiveWindow) {
        var parameters = new HdlcParameters(transmit, receive, transmitWindow, receiveWindow);
        var octets = Octets.ofHex(hex);

        assertEquals(octets, parameters.encode());
        assertEquals(
                new Complete<>(parameters, octets.length()),
                HdlcParameters.decode(octets.toArray(), 0, octets.length()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        H25 one octet each              | 81800C 050140 060140 070102 080103                   | 64, 64, 2, 3
        H26 an unknown one is skipped   | 818009 0502FFFF 09021234 0701                        | none
        H26 an unknown one is skipped   | 81800B 05020100 09021234 070102                      | 256, 128, 2, 1
        nothing is the default          |                                                      | 128, 128, 1, 1
        an empty group                  | 818000                                               | 128, 128, 1, 1
        too high is the highest         | 818008 0502FFFF 06020800                             | 2030, 2030, 1, 1
        a window of 255 is 7            | 818003 0701FF                                        | 128, 128, 7, 1
        a window of 0 is wrong          | 818003 070100                                        | none
        31 octets are too few           | 818003 05011F                                        | none
        a value of 5 octets             | 818007 0505 0000000080                               | none
        a cut group                     | 818012 05                                            | none
        another group                   | 818112 050180                                        | none
        user data behind it is ignored  | 818003 050140 C003010203                             | 64, 128, 1, 1
        """, delimiter = '|')
    void parametersAreReadAsTheyAreMeant(String what, String hex, String expected) {
        var octets = Octets.ofHex(hex == null ? "" : hex);
        String read = switch (HdlcParameters.decode(octets.toArray(), 0, octets.length())) {
            case Complete<HdlcParameters>(var found, int _) ->
                found.transmitOctetsMax() + ", " + found.receiveOctetsMax() + ", " + found.transmitWindow() + ", "
                        + found.receiveWindow();
            case Incomplete<HdlcParameters> _, Malformed<HdlcParameters> _ -> "none";
        };

        assertEquals(expected, read);
    }

    @Test
    void theLowerLimitIsAgreedEachWay() {
        var server = new HdlcParameters(1_010, 512, 3, 1);
        var client = new HdlcParameters(2_030, 128, 7, 7);

        assertEquals(new HdlcParameters(128, 512, 3, 1), server.agreed(client));
        assertEquals(new HdlcParameters(512, 128, 1, 3), client.agreed(server));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        a wrong FCS         | 7EA0070321930F027E   | the FCS is wrong
        a wrong HCS         | 7EA816210352B0F6E6E70000010203040506070809222D7E | the HCS is wrong
        no closing flag     | 7EA0070321930F0100   | no 7E behind 7 octets
        too short           | 7EA006032193...      | cut
        format type 2       | 7E90070321930F017E   | frame format type is not 3
        no opening flag     | A0070321930F017E     | a frame begins with 7E
        """, delimiter = '|')
    void whatIsNoFrameIsToldWhy(String what, String hex, String why) {
        byte[] octets = HEX.parseHex(hex.replace(".", ""));
        String told = switch (HdlcFrame.decode(octets, 0, octets.length)) {
            case Malformed<HdlcFrame>(String reason, int _) -> reason;
            case Incomplete<HdlcFrame> _ -> "cut";
            case Complete<HdlcFrame> _ -> "a frame";
        };

        assertEquals(why, told);
    }

    @FuzzTest
    void anyOctetsGetAnAnswer(byte[] noise) {
        switch (HdlcFrame.decode(noise, 0, noise.length)) {
            case Complete<HdlcFrame>(HdlcFrame frame, int used) ->
                assertEquals(HEX.formatHex(noise, 0, used), HEX.formatHex(frame.encode()));
            case Incomplete<HdlcFrame>(int missing) -> assertTrue(missing > 0);
            case Malformed<HdlcFrame>(String _, int offset) -> assertTrue(offset >= 0 && offset < noise.length);
        }
        HdlcParameters.decode(noise, 0, noise.length);
    }

    private static void assertFrame(String hex, HdlcFrame frame) {
        byte[] octets = HEX.parseHex(hex);

        assertEquals(hex, HEX.formatHex(frame.encode()));
        assertEquals(new Complete<>(frame, octets.length), HdlcFrame.decode(octets, 0, octets.length));
        for (int length = 0; length < octets.length; length++) {
            assertInstanceOf(Incomplete.class, HdlcFrame.decode(octets, 0, length));
        }
    }

    private static HdlcAddress address(String hex) {
        byte[] octets = HEX.parseHex(hex.length() % 2 == 0 ? hex : "0" + hex);
        return switch (HdlcAddress.decode(octets, 0, octets.length)) {
            case Complete<HdlcAddress>(var address, int _) -> address;
            case Incomplete<HdlcAddress> _, Malformed<HdlcAddress> _ -> throw new IllegalArgumentException(hex);
        };
    }
}
