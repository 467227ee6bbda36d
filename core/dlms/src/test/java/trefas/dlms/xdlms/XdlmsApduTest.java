package trefas.dlms.xdlms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.cosem.MethodDescriptor;
import trefas.dlms.ApduBuffer;
import trefas.quantity.Obis;

/// The APDUs of all services, both ways. The octets are worked examples of the Green Book's kind, from the
/// sections on GET to ACCESS of our reference.
class XdlmsApduTest {

    private static final int OCTETS_MAX = 8_192;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            GET of the clock                  | C001C100080000010000FF0200
            GET by range                      | C001C100070100630100FF0201010204020412000809060000010000FF0F02120000090C07E80101FF000000008000FF090C07E80102FF000000008000FF0102020412000809060000010000FF0F02120000020412000309060100010800FF0F02120000
            GET by entry                      | C001C100070100630100FF02010202040600000001060000000A120001120000
            GET next                          | C002C100000001
            GET with list                     | C003C10200080000010000FF020000030100010800FF0200
            value of the clock                | C401C100090C07E8010F010A1E0000FFC400
            value denied                      | C401C10103
            block of a value                  | C402C1000000000100080102020209060100
            last block of a value             | C402C1010000000200030100FF
            block error                       | C402C101000000030113
            list of values                    | C403C10200090C07E8010F010A1E0000FFC40000060001E240
            rows of a profile                 | C401C10001020203090C07E8010F010A000000FFC4001100060001E0780203090C07E8010F010A0F0000FFC4001100060001E23A
            SET                               | C101C100010000600104FF0200090548454C4C4F
            SET of the capture period         | C101C100070100630100FF04000600000384
            SET of the clock                  | C101C100080000010000FF0200090C07E80701010E051E00FF8880
            SET, first block                  | C102C100010000600104FF0200000000000106090B48454C4C
            SET, last block                   | C103C10100000002074F20574F524C44
            SET with list                     | C104C10200010000600104FF020000010000600105FF020002090141090142
            SET with list, first block        | C105C10200010000600104FF020000010000600105FF0200000000000104020901 41
            SET done                          | C501C100
            SET block taken                   | C502C100000001
            SET last block taken              | C503C10000000002
            SET last block of a list taken    | C504C102000300000002
            SET list done                     | C505C1020003
            ACTION                            | C301C10046000060030AFF01010F00
            ACTION without parameters         | C301C10046000060030AFF0100
            ACTION next                       | C302C100000001
            ACTION with list                  | C303C10200460000 60030AFF0100460000 60030AFF02020F000F00
            ACTION, first block               | C304C1000900000A0064FF010000000001021200
            ACTION with list, first block     | C305C10100460000 60030AFF01 00 00000001 02 010F
            ACTION, last block                | C306C101000000020101
            ACTION done                       | C701C10000
            ACTION gave something back        | C701C100010009 03010203
            ACTION pending                    | C701C10200
            ACTION block of an answer         | C702C10000000001020902
            ACTION list done                  | C703C10200000300
            ACTION block taken                | C704C100000001
            image_transfer_initiate           | C301C1001200002C0000FF01010202090646572D322E3106000001F4
            security_activate                 | C301C1004000002B0000FF0101166C
            object list of classes 3 and 7    | C001C1000F0000280000FF0201020102120003120007
            object list of one object         | C001C1000F0000280000FF020104020212000809060000010000FF
            ACCESS                            | D94000000000020100010000600100FF020200080000010000FF020200090C07E8010F010A1E0000FFC400
            ACCESS with all five              | D9600000010C07E8010F010A1E0000FFC400050100010000600100FF020200080000010000FF020300460000 60030AFF010400070100630100FF0202020406000000010600000001120001120000 0500070100630100FF020202040600000001060000000112000112000005000F000F000F000F00
            ACCESS answered                   | DA4000000000000209083132333435363738000201000200
            ACCESS answered with the question | DA50000000000101010001000060 0100FF02010901AA010100
            event with its time               | C2010C07E8010F010A1E0000FFC40000010000616200FF020600000001
            event                             | C20000010000616200FF020600000001
            notification                      | 0F000000010C07E80601060C000000FF8880020209060000190900FF0600003039
            notification confirmed            | 10400000010C07E80601060C000000FF8880
            general block, streaming          | E0410001000008C001C10008000001
            general block, last               | E08100020000050000FF0200
            general block, acknowledgement    | E0820002000200
            initiate refused                  | 0E010601
            """)
    void everyApduReadsAndWritesBack(String what, String hex) {
        byte[] octets = octets(hex);
        var out = new AxdrWriter(OCTETS_MAX);

        encode(decode(octets, octets.length), out);

        assertEquals(HexFormat.of().formatHex(octets), HexFormat.of().formatHex(out.toOctets()), what);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "C001C100070100630100FF02010202040600000001060000000A120001120000",
                "C403C10200090C07E8010F010A1E0000FFC40000060001E240",
                "C104C10200010000600104FF020000010000600105FF020002090141090142",
                "C504C102000300000002",
                "C303C1020046000060030AFF010046000060030AFF02020F000F00",
                "C703C10200000300",
                "D94000000000020100010000600100FF020200080000010000FF020200090C07E8010F010A1E0000FFC400",
                "DA4000000000000209083132333435363738000201000200",
                "C2010C07E8010F010A1E0000FFC40000010000616200FF020600000001",
                "0F000000010C07E80601060C000000FF8880020209060000190900FF0600003039",
                "E0410001000008C001C10008000001"
            })
    void anApduCutAnywhereOrWithSomethingAfterItIsMalformed(String hex) {
        byte[] octets = octets(hex + "00");
        for (int length = 1; length <= octets.length; length++) {
            if (length != octets.length - 1) {
                assertInstanceOf(Malformed.class, decode(octets, length), "at " + length);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            two values for one attribute      | C104C10100010000600104FF020002090141090142
            two parameters for one method     | C303C1010046000060030AFF01020F000F00
            no attributes                     | C104C10000
            no methods                        | C303C10000
            no attributes in blocks           | C105C10001000000010100
            four milliards of attributes      | C003C184FFFFFFFF
            four milliards of results         | C403C184FFFFFFFF
            ACCESS lists of different lengths | D94000000000020100010000600100FF020100010000600100FF020100
            ACCESS of an unknown variant      | D940000000000106000100006001 00FF020100
            five lengths                      | C103C10100000002 8500000000 07
            indefinite length                 | C103C1010000000280AA
            a selection and no selector       | C001C100080000010000FF0201
            """)
    void listsThatDoNotFitAreMalformed(String what, String hex) {
        byte[] octets = octets(hex);

        assertInstanceOf(Malformed.class, decode(octets, octets.length), what);
    }

    @Test
    @DisplayName("G40 an event with its time in the other servers' form is read")
    void theTimeOfAnEventMayCarryItsTag() {
        byte[] octets = octets("C201090C07E8010F010A1E0000FFC40000010000616200FF020600000001");
        var event = new EventNotification(
                Optional.of(Octets.ofHex("07E8010F010A1E0000FFC400")),
                new AttributeDescriptor(1, Obis.of("0-0:97.98.0*255"), 2),
                new CosemData.DoubleLongUnsigned(1));

        assertEquals(new Complete<>(event, octets.length), EventNotification.decode(octets, 0, octets.length));
    }

    @Test
    @DisplayName("G40 a confirmed notification is confirmed with its number")
    void aNotificationIsConfirmed() {
        byte[] octets = octets("0F4000000700090141");
        var notification = assertInstanceOf(
                DataNotification.class,
                assertInstanceOf(Complete.class, DataNotification.decode(octets, 0, octets.length))
                        .value());
        var out = new AxdrWriter(OCTETS_MAX);
        notification.confirmation().encode(out);

        assertEquals("104000000700", HexFormat.of().withUpperCase().formatHex(out.toOctets()));
    }

    @Test
    void exceptionsTellTheCounterThatWouldDo() {
        var answer = new ApduBuffer(0);
        ExceptionResponse.writeCounterError(0x1235, answer);
        byte[] octets = answer.toOctets();

        assertEquals("D8010600001235", HexFormat.of().withUpperCase().formatHex(octets));
        assertEquals(
                new Complete<>(new ExceptionResponse.Received(1, 6, OptionalLong.of(0x1235)), 7),
                ExceptionResponse.Received.decode(octets, 0, octets.length));
        assertEquals(
                new Complete<>(new ExceptionResponse.Received(1, 2, OptionalLong.empty()), 3),
                ExceptionResponse.Received.decode(octets("D80102"), 0, 3));
        assertEquals("the APDU can't be deciphered", ExceptionResponse.words(1, 5));
    }

    // Servers differ in what the blocks of a long answer to an ACTION join to.
    @Test
    void aLongAnswerToAnActionIsTheValueOrResultAndValue() {
        var expected = new ActionResponse.Result(
                0, Optional.of(new GetResponse.Value(new CosemData.OctetString(Octets.ofHex("AABB")))));

        assertEquals(new Complete<>(expected, 4), ActionResponse.decodeReturned(octets("0902AABB")));
        assertEquals(new Complete<>(expected, 7), ActionResponse.decodeReturned(octets("0001000902AABB")));
        assertInstanceOf(Malformed.class, ActionResponse.decodeReturned(octets("0902AA")));
        assertInstanceOf(Malformed.class, ActionResponse.decodeReturned(new byte[0]));
    }

    @Test
    void codesAreSaidInWords() {
        assertEquals("read write denied", new ActionResponse.Result(3, Optional.empty()).words());
        assertEquals("action result 99", new ActionResponse.Result(99, Optional.empty()).words());
        assertEquals("service error 1, 6, 1", new ConfirmedServiceError(1, 6, 1).words());
    }

    @Test
    void longInvokeIdsHaveTheirFlags() {
        var id = LongInvokeId.ofNumber(0x1_000_007).breakingOnError();

        assertEquals(0x6000_0007, id.bits());
        assertEquals(7, id.number());
        assertFalse(id.unconfirmed().isConfirmed());
        assertFalse(id.isSelfDescriptive());
    }

    @Test
    void aMethodIsNamedByClassNameAndNumber() {
        byte[] octets = octets("C301C10046000060030AFF01010F00");
        var request = new ActionRequest.Normal(
                InvokeId.ofNumber(1),
                new MethodDescriptor(70, Obis.of("0-0:96.3.10*255"), 1),
                Optional.of(new CosemData.Int8(0)));

        assertEquals(new Complete<>(request, octets.length), ActionRequest.decode(octets, 0, octets.length));
        assertEquals(new Complete<>(List.of(new CosemData.Int8(0)), 3), SetRequest.decodeValues(octets("010F00")));
    }

    @FuzzTest
    void anyOctetsAreReadOrRefused(byte[] noise) {
        if (noise.length == 0) {
            return;
        }
        switch (decode(noise, noise.length)) {
            case Complete<?> complete -> {
                var out = new AxdrWriter(2 * noise.length + OCTETS_MAX);
                encode(complete, out);
                assertFalse(out.overflowed());
                assertInstanceOf(Complete.class, decode(out.toOctets(), out.length()));
            }
            case Incomplete<?> never -> throw new AssertionError(never);
            case Malformed<?>(String reason, int _) -> assertFalse(reason.isEmpty());
        }
        ActionResponse.decodeReturned(noise);
        ActionResponse.decodeResults(noise);
        GetResponse.decodeResults(noise);
        SetRequest.decodeValues(noise);
    }

    private static Decoded<?> decode(byte[] octets, int length) {
        return switch (Byte.toUnsignedInt(octets[0])) {
            case ApduTag.GET_REQUEST -> GetRequest.decode(octets, 0, length);
            case ApduTag.GET_RESPONSE -> GetResponse.decode(octets, 0, length);
            case ApduTag.SET_REQUEST -> SetRequest.decode(octets, 0, length);
            case ApduTag.SET_RESPONSE -> SetResponse.decode(octets, 0, length);
            case ApduTag.ACTION_REQUEST -> ActionRequest.decode(octets, 0, length);
            case ApduTag.ACTION_RESPONSE -> ActionResponse.decode(octets, 0, length);
            case ApduTag.ACCESS_REQUEST -> AccessRequest.decode(octets, 0, length);
            case ApduTag.ACCESS_RESPONSE -> AccessResponse.decode(octets, 0, length);
            case ApduTag.EVENT_NOTIFICATION -> EventNotification.decode(octets, 0, length);
            case ApduTag.DATA_NOTIFICATION -> DataNotification.decode(octets, 0, length);
            case ApduTag.DATA_NOTIFICATION_CONFIRM -> DataNotification.Confirmation.decode(octets, 0, length);
            case ApduTag.GENERAL_BLOCK_TRANSFER -> GeneralBlock.decode(octets, 0, length);
            default -> ConfirmedServiceError.decode(octets, 0, length);
        };
    }

    private static void encode(Decoded<?> decoded, AxdrWriter out) {
        switch (assertInstanceOf(Complete.class, decoded).value()) {
            case GetRequest apdu -> apdu.encode(out);
            case GetResponse apdu -> apdu.encode(out);
            case SetRequest apdu -> apdu.encode(out);
            case SetResponse apdu -> apdu.encode(out);
            case ActionRequest apdu -> apdu.encode(out);
            case ActionResponse apdu -> apdu.encode(out);
            case AccessRequest apdu -> apdu.encode(out);
            case AccessResponse apdu -> apdu.encode(out);
            case EventNotification apdu -> apdu.encode(out);
            case DataNotification apdu -> apdu.encode(out);
            case DataNotification.Confirmation apdu -> apdu.encode(out);
            case GeneralBlock apdu -> apdu.encode(out);
            case ConfirmedServiceError apdu -> apdu.encode(out);
            case Object other -> throw new AssertionError(other);
        }
    }

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
