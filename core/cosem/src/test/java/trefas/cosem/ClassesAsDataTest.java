package trefas.cosem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.AttributeType.Fit;
import trefas.cosem.Decoded.Complete;
import trefas.quantity.Obis;

/// Classes, types, rights and the written forms of values. Golden octets are reference traces T4.
class ClassesAsDataTest {

    // Class, version, attribute and its octets as reference traces T4 has them.
    static final String T4 = """
            3  | 0 | 3  | 02020F00161E
            3  | 0 | 3  | 02020FFF1623
            3  | 0 | 3  | 02020FFE1621
            15 | 0 | 4  | 0207110211101202F41105110811011101
            15 | 0 | 4  | 090760857405080101
            15 | 0 | 6  | 0207110211101202F41105110811021105
            15 | 0 | 3  | 02020F10120001
            15 | 0 | 5  | 02060418601EDF12040012040011060F000900
            15 | 1 | 2  | 01010204120008110009060000010000FF0202010302030F0116010002030F0216030002030F03160100010102020F061601
            15 | 1 | 2  | 01010204120007110109060100630100FF0202010302030F0116010002030F02160101020F010F0202030F03160100010102020F011602
            7  | 1 | 3  | 0103020412000809060000010000FF0F02120000020412000109060000600A01FF0F02120000020412000309060100010800FF0F02120000
            7  | 1 | 2  | 01020203090C07E8010F010A000000FFC4001100060001E0780203090C07E8010F010A0F0000FFC4001100060001E23A
            7  | 1 | 2  | 01020203090C07E8010F010A000000FFC4001100060001E0780203001100060001E23A
            7  | 1 | 2  | 130203091106240C07E8010F010A000000FFC400000001E0780C07E8010F010A0F0000FFC400000001E23A
            9  | 0 | 2  | 010202021200010101020516021200460906000060030AFF0F010F0002021200020101020516021200460906000060030AFF0F020F00
            20 | 0 | 5  | 01010202110101020203090406000000090600000A0064FF1200010203090416000000090600000A0064FF120002
            20 | 0 | 4  | 0101020809055745454B311101110111011101110111021102
            20 | 0 | 3  | 01010203090653554D4D4552090CFFFF0401FF000000008000FF09055745454B31
            11 | 0 | 2  | 010102031200010905FFFF0C19FF1102
            22 | 0 | 4  | 010102020904000000000905FFFFFF01FF
            40 | 0 | 2  | 01030204120001090600002A0000FF0F02120000020412002809060004190900FF0F01120000020412000109060000616214FF0F02120000
            40 | 0 | 3  | 0203160009113139322E3136382E312E31303A343035391600
            71 | 0 | 8  | 0203120001090C07E80701FF00000000FF88800600000E10
            71 | 0 | 2  | 020312000309060100010700FF0F02
            """;

    @ParameterizedTest(name = "class {0} version {1} attribute {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = T4)
    void publishedValuesFitAndComeBack(int classId, int version, int attribute, String octets) {
        CosemData data = hex(octets);
        InterfaceClass type = InterfaceClass.ofId(classId, version).orElseThrow();

        assertEquals(Fit.FITS, type.attribute(attribute).type().fit(data));
        assertEquals(octets, encoded(data));
        assertEquals(data, complete(CosemXml.read(CosemXml.write(data))));
        assertEquals(data, complete(CosemJson.read(CosemJson.write(data))));
        assertFalse(AttributeText.oneLine(type, attribute, data).isEmpty());
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(delimiter = ';', textBlock = """
            u8              ; 1101                               ; FITS
            u8              ; 120001                             ; WRONG_TYPE
            u32             ; 120384                             ; WRONG_TYPE
            i16(-900..900)  ; 100384                             ; FITS
            i16(-900..900)  ; 100385                             ; OUT_OF_RANGE
            en(0=a,2=b)     ; 1602                               ; FITS
            en(0=a,2=b)     ; 1601                               ; OUT_OF_RANGE
            en              ; 16FF                               ; FITS
            os(8)           ; 09080102030405060708               ; FITS
            os(8)           ; 090101                             ; OUT_OF_RANGE
            os              ; 0A0141                             ; WRONG_TYPE
            LN              ; 0906000001000 0FF                  ; FITS
            LN              ; 0905000001000 0                    ; OUT_OF_RANGE
            bs(24)          ; 041800501D                         ; FITS
            bs(24)          ; 0408FF                             ; OUT_OF_RANGE
            dt              ; 090C07E80701010E051E00FF8880       ; FITS
            dt              ; 1907E80701010E051E00FF8880         ; FITS
            dt              ; 090C07E8021F0 10E051E00FF8880      ; OUT_OF_RANGE
            dt              ; 090C07E80D01010E051E00FF8880       ; OUT_OF_RANGE
            dt              ; 0904000000 00                      ; WRONG_TYPE
            da              ; 0905FFFF0C19FF                     ; FITS
            da              ; 09050 7E80230FF                    ; OUT_OF_RANGE
            ti              ; 090406000000                       ; FITS
            ti              ; 090418000000                       ; OUT_OF_RANGE
            ti              ; 1106                               ; WRONG_TYPE
            *               ; 0900                               ; FITS
            *               ; 0100                               ; WRONG_TYPE
            ?               ; 0100                               ; FITS
            A[u8]           ; 010211011102                       ; FITS
            A[u8]           ; 01021101120002                     ; WRONG_TYPE
            A[u8]           ; 1311020102                         ; FITS
            S{u8,name:en}   ; 02021101 1602                      ; FITS
            S{u8,name:en}   ; 02011101                           ; WRONG_TYPE
            vs|os           ; 0A0141                             ; FITS
            vs|os           ; 1101                               ; WRONG_TYPE
            null|i8         ; 00                                 ; FITS
            null|i8         ; 0F00                               ; FITS
            scal_unit       ; 02020F00161E                       ; FITS
            """)
    void typesHoldValuesAgainstThem(String notation, String octets, Fit fit) {
        assertEquals(fit, AttributeType.of(notation).fit(hex(octets.replace(" ", ""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u9", "A[u8", "S{u8", "en(0)", "os(", "u8 ", "A"})
    void aTypoInANotationIsOurBug(String notation) {
        assertThrows(IllegalArgumentException.class, () -> AttributeType.of(notation));
    }

    @Test
    void everyClassIsWellFormedAndFoundByIdAndVersion() {
        for (InterfaceClass type : InterfaceClass.ALL) {
            assertEquals(Optional.of(type), InterfaceClass.ofId(type.classId(), type.version()));
            assertEquals("logical_name", type.attributeName(1));
            assertEquals(
                    type.attributes().size(),
                    type.attributes().stream().distinct().count(),
                    type.toString());
        }
        assertEquals(
                List.of(
                        1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 15, 17, 18, 19, 20, 21, 22, 23, 25, 40, 41, 42, 43, 61, 62, 63,
                        64, 65, 67, 68, 70, 71, 72, 74, 100, 111, 112, 113, 115, 124),
                InterfaceClass.ALL.stream()
                        .map(InterfaceClass::classId)
                        .distinct()
                        .toList());
    }

    // Attribute and method counts of dossier F.
    @ParameterizedTest(name = "class {0} version {1}: {2} attributes, {3} methods")
    @CsvSource(textBlock = """
            5, 0, 9, 2
            6, 0, 4, 3
            9, 0, 2, 1
            10, 0, 2, 3
            11, 0, 2, 2
            15, 1, 9, 4
            15, 2, 11, 6
            15, 3, 11, 6
            18, 0, 7, 4
            20, 0, 10, 1
            21, 0, 4, 0
            22, 0, 4, 0
            40, 0, 7, 1
            40, 1, 10, 1
            40, 2, 13, 2
            41, 0, 6, 0
            42, 0, 10, 3
            61, 0, 4, 2
            62, 1, 6, 2
            64, 0, 5, 2
            64, 1, 6, 8
            65, 1, 8, 2
            68, 0, 6, 2
            70, 0, 4, 2
            71, 0, 11, 0
            111, 0, 19, 3
            112, 0, 11, 3
            113, 0, 13, 5
            115, 0, 6, 1
            """)
    void classesHaveTheirAttributesAndMethods(int classId, int version, int attributes, int methods) {
        InterfaceClass type = InterfaceClass.ofId(classId, version).orElseThrow();

        assertEquals(attributes, type.attributes().size());
        assertEquals(methods, type.methods().size());
    }

    // Dossier E11.
    @ParameterizedTest(name = "mask {0}: v0 {1}, v1 {2}, v3 {0}; request plain {3}, authenticated {4}, both {5}")
    @CsvSource(textBlock = """
            0x00, 0, 0, false, false, false
            0x01, 1, 1, true,  true,  true
            0x02, 2, 2, false, false, false
            0x03, 3, 3, true,  true,  true
            0x25, 1, 4, false, true,  true
            0x26, 2, 5, false, false, false
            0x27, 3, 6, false, true,  true
            0x6D, 1, 4, false, false, true
            """)
    void accessRights(String mask, int v0, int v1, boolean plain, boolean authenticated, boolean both) {
        var right = new AccessRight(Integer.decode(mask));

        assertEquals(v0, right.attributeMode(0));
        assertEquals(v1, right.attributeMode(1));
        assertEquals(v1, right.attributeMode(2));
        assertEquals(Integer.decode(mask), right.attributeMode(3));
        assertEquals(plain, right.allowsRead(Protection.NONE));
        assertEquals(authenticated, right.allowsRead(new Protection(true, false, false)));
        assertEquals(both, right.allowsRead(new Protection(true, true, false)));
        assertEquals(Optional.of(right), AccessRight.ofAttributeMode(3, right.attributeMode(3)));
        assertEquals(v1, AccessRight.ofAttributeMode(1, v1).orElseThrow().attributeMode(1));
    }

    @Test
    void theProtectionOfAVersionThreeRightIsOfRequestAndResponse() {
        AccessRight right = AccessRight.READABLE.protectedBy(new Protection(true, true, false));

        assertEquals(0x6D, right.mask());
        assertEquals(new Protection(true, true, false), right.request());
        assertEquals(new Protection(true, true, false), right.response());
        assertEquals(AccessRight.NONE, AccessRight.NONE.protectedBy(new Protection(true, true, true)));
        assertTrue(AccessRight.ofAttributeMode(0, 4).isEmpty());
        assertTrue(AccessRight.ofAttributeMode(1, 7).isEmpty());
    }

    @ParameterizedTest(name = "{0} is one of {1}: {2}")
    @CsvSource(textBlock = """
            2026-03-29, FFFF03FEFF, false
            2026-03-31, FFFF03FEFF, true
            2026-03-29, FFFF03FE07, true
            2026-03-22, FFFF03FE07, false
            2026-03-22, FFFF03FD07, true
            2026-03-29, FFFFFEFE07, true
            2026-10-25, FFFFFDFE07, true
            2026-12-25, FFFF0C19FF, true
            2026-12-25, 07EA0C1905, true
            2026-12-25, 07EA0C1901, false
            2026-02-27, FFFF02FDFF, true
            """)
    void datesWithWildcardsMeanDays(LocalDate day, String date, boolean matches) {
        assertEquals(matches, CosemDate.of(hex("0905" + date)).orElseThrow().matches(day));
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(textBlock = """
            06:30:00, 061E0000, true
            06:30:01, 061E0000, false
            06:30:00, 061EFFFF, true
            06:30:59, 061EFFFF, false
            07:30:00, FF1EFF00, true
            07:31:00, FF1EFF00, false
            00:00:00, FFFFFFFF, false
            """)
    void timesWithWildcardsMeanMoments(LocalTime at, String time, boolean matches) {
        assertEquals(matches, CosemTime.of(hex("0904" + time)).orElseThrow().matches(at));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1-0:1.8.0*255      | active import energy
            1-0:1.8.2*255      | active import energy rate 2
            1-0:1.8.0*101      | active import energy, 1 billing periods ago
            1-1:41.7.0*255     | active import power L2
            1-0:32.7.124*255   | voltage L1 THD
            1-0:16.7.0*255     | active import - export power
            1-0:99.1.0*255     | load profile 1
            1-0:1.6.0*255      | active import maximum
            1-0:71.7.3*255     | current L3 harmonic 3
            1-0:52.32.0*255    | voltage sags L2
            1-1:96.1.1*255     | device identification 1
            1-0:99.98.0*255    | event log
            1-0:0.8.4*255      | recording interval of load profile 1
            0-0:1.0.0*255      | clock
            0-0:22.0.0*255     | HDLC setup
            0-1:24.2.1*255     | M-Bus value 1
            0-0:96.3.10*255    | disconnect control
            0-0:16.1.2*255     | alarm monitor 2
            0-0:40.0.1*255     | association 1
            """)
    void namesOfObjects(String code, String name) {
        assertEquals(Optional.of(name), ObjectNames.of(Obis.of(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7-0:1.8.0*255", "1-0:200.200.1*255", "0-0:200.0.0*255"})
    void namesThatAreNotKnownAreNone(String code) {
        assertEquals(Optional.empty(), ObjectNames.of(Obis.of(code)));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            3  | 3 | 02020FFF1623                       | 0.1 V
            70 | 3 | 1602                               | ready_for_reconnection (2)
            21 | 3 | 020312000309060100010700FF0F02     | {class_id: 3, logical_name: 1-0:1.7.0*255 (active import power), attribute_index: 2}
            17 | 2 | 01010202120001090454524631         | [{SAP: 1, logical_device_name: "TRF1"}]
            22 | 4 | 010102020904000000000905FFFFFF01FF | [{time: 00:00:00, date: *-*-01}]
            8  | 5 | 090CFFFF03FE0702000000800000       | *-03-last 02:00:00
            8  | 3 | 1101                               | 1
            """)
    void valuesInTheWordsOfTheirAttribute(int classId, int attribute, String octets, String text) {
        assertEquals(text, AttributeText.oneLine(InterfaceClass.ofId(classId).orElseThrow(), attribute, hex(octets)));
    }

    @FuzzTest
    void anyValueHasATextAndFitsOrNot(byte[] octets) {
        if (Axdr.decode(octets) instanceof Complete<CosemData>(CosemData data, int _)) {
            for (InterfaceClass type : InterfaceClass.ALL) {
                for (int id = 1; id <= type.attributes().size(); id++) {
                    assertEquals(AttributeText.oneLine(type, id, data), AttributeText.oneLine(type, id, data));
                }
            }
            // By their text: what fills the last octet of a bit-string means nothing, and XML leaves it out.
            String xml = CosemXml.write(data);
            assertEquals(xml, CosemXml.write(complete(CosemXml.read(xml))));
        }
    }

    private static CosemData hex(String octets) {
        return complete(Axdr.decode(HexFormat.of().parseHex(octets)));
    }

    private static CosemData complete(Decoded<CosemData> decoded) {
        if (decoded instanceof Complete<CosemData>(CosemData data, int _)) {
            return data;
        }
        throw new AssertionError(decoded);
    }

    private static String encoded(CosemData data) {
        var writer = new AxdrWriter(8_000_000);
        Axdr.encode(data, writer);
        return HexFormat.of().withUpperCase().formatHex(writer.toOctets());
    }
}
