package trefas.cosem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Malformed;

/// COSEM data as XML and JSON: every type there and back, and what is neither.
class CosemFormsTest {

    // One of each type, tags of IEC 62056-5-3.
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "00",
                "0301",
                "040AB040",
                "05FFFFFFFF",
                "06FFFFFFFF",
                "0903FF0001",
                "0A0341263C",
                "0C05C3A4225C3E",
                "0D42",
                "0FFF",
                "10FFFF",
                "11FF",
                "12FFFF",
                "131206000100020003",
                "14FFFFFFFFFFFFFFFF",
                "15FFFFFFFFFFFFFFFF",
                "1609",
                "173FC00000",
                "177FC00001",
                "17FF800000",
                "183FF8000000000000",
                "187FF8000000000001",
                "1907E80701010E051E00FF8880",
                "1AFFFF0C19FF",
                "1B06000000",
                "1CFF",
                "1DFFFF",
                "1EFFFFFFFF",
                "1FFF",
                "20FFFF",
                "21FFFFFFFF",
                "FF",
                "1302030612160E000003E800E601000003E900E700",
                "13020209010002110A03414243010201440304",
                "0100",
                "0200"
            })
    void everyTypeComesBackFromAxdrXmlAndJson(String octets) {
        CosemData data = hex(octets);

        assertEquals(octets, encoded(data));
        assertEquals(octets, encoded(complete(CosemXml.read(CosemXml.write(data)))));
        assertEquals(octets, encoded(complete(CosemJson.read(CosemJson.write(data)))));
    }

    @Test
    void theFormsAreAsDocumented() {
        CosemData data = hex("0202 0FFF 1623".replace(" ", ""));

        assertEquals("<structure>\n  <integer>-1</integer>\n  <enum>35</enum>\n</structure>\n", CosemXml.write(data));
        assertEquals("{\"structure\":[{\"integer\":\"-1\"},{\"enum\":\"35\"}]}", CosemJson.write(data));
        assertEquals(
                data,
                complete(CosemXml.read("<?xml version='1.0'?><!-- volts -->\n<structure ><integer>-1</integer >"
                        + "<enum>35</enum></structure>")));
        assertEquals(
                data, complete(CosemJson.read(" { \"structure\" : [ {\"integer\":\"-1\"} , {\"enum\":\"35\"} ] } ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<integer>",
                "<integer>1",
                "<integer>1</enum>",
                "<integer>128</integer>",
                "<integer/>x",
                "<unknown/>",
                "<structure><integer>1</structure>",
                "<compact-array/>",
                "<compact-array description=\"12\"><enum>1</enum></compact-array>",
                "<visible-string>&unknown;</visible-string>",
                "<octet-string>0</octet-string>",
                "<boolean>TRUE</boolean>"
            })
    void otherXmlIsMalformed(String xml) {
        assertInstanceOf(Malformed.class, CosemXml.read(xml));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"integer\":1}",
                "{\"integer\":\"128\"}",
                "{\"array\":{}}",
                "{\"integer\":\"1\"}x",
                "{\"unknown\":\"\"}",
                "{\"array\":[{\"integer\":\"1\"},]}",
                "{\"compact-array\":[]}",
                "{\"visible-string\":\"\\x\"}",
                "{\"visible-string\":\"\\u00"
            })
    void otherJsonIsMalformed(String json) {
        assertInstanceOf(Malformed.class, CosemJson.read(json));
    }

    @Test
    void nestingIsBounded() {
        assertInstanceOf(Malformed.class, CosemXml.read("<array>".repeat(100_000)));
        assertInstanceOf(Malformed.class, CosemJson.read("{\"array\":[".repeat(100_000)));
    }

    @FuzzTest
    void anyXmlGetsAnAnswer(byte[] octets) {
        if (CosemXml.read(new String(octets, StandardCharsets.UTF_8))
                instanceof Complete<CosemData>(CosemData data, int _)) {
            assertEquals(encoded(data), encoded(complete(CosemXml.read(CosemXml.write(data)))));
        }
    }

    @FuzzTest
    void anyJsonGetsAnAnswer(byte[] octets) {
        if (CosemJson.read(new String(octets, StandardCharsets.UTF_8))
                instanceof Complete<CosemData>(CosemData data, int _)) {
            assertEquals(encoded(data), encoded(complete(CosemJson.read(CosemJson.write(data)))));
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
