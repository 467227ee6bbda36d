package trefas.cosem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AccessSelection.Other;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.quantity.Obis;

class AccessSelectionTest {

    private static final CaptureObject CLOCK = new CaptureObject(8, Obis.of("0.0.1.0.0.255"), 2, 0);

    @Test
    void twoDaysOfTwoColumns() {
        var energy = new CaptureObject(3, Obis.of("1.0.1.8.0.255"), 2, 0);
        var range = new RangeDescriptor(
                CLOCK,
                new OctetString(Octets.ofHex("07E80101FF000000008000FF")),
                new OctetString(Octets.ofHex("07E80102FF000000008000FF")),
                List.of(CLOCK, energy));

        assertReadsAndWrites(range, """
                01 0204 020412000809060000010000FF0F02120000
                   090C07E80101FF000000008000FF 090C07E80102FF000000008000FF
                   0102 020412000809060000010000FF0F02120000 020412000309060100010800FF0F02120000
                """);
    }

    @Test
    void tenEntriesOfAllColumns() {
        assertReadsAndWrites(new EntryDescriptor(1, 10, 1, 0), "02 0204 0600000001 060000000A 120001 120000");
    }

    // Selectors 1 and 2 of another class, broken descriptors and unknown selectors stay what they are.
    @ParameterizedTest(name = "selector {0}, {1}")
    @CsvSource(textBlock = """
            0, 00
            1, 00
            1, 0204 00 00 00 0100
            1, 0204 020412000809060000010000FF0F02120000 00 00 0101 00
            2, 0102 120003 120007
            2, 0204 0600000001 060000000A 120001 1100
            4, 0202 120008 09060000010000FF
            """)
    void anythingElseIsLeftToTheObject(int selector, String parameters) {
        var data = decoded(parameters);

        assertEquals(new Other(selector, data), AccessSelection.of(selector, data));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            0203 120008 09060000010000FF 0F02
            0204 120008 09050000010000 0F02 120000
            0204 120008 09060000010000FF 1102 120000
            1100
            """)
    void aBrokenCaptureObjectIsNone(String hex) {
        assertEquals(true, CaptureObject.of(decoded(hex)).isEmpty());
    }

    private static void assertReadsAndWrites(AccessSelection selection, String hex) {
        String octets = hex.replaceAll("\\s", "");
        var writer = new AxdrWriter(1_000);

        selection.write(writer);

        assertEquals(octets, HexFormat.of().withUpperCase().formatHex(writer.toOctets()));
        int selector = Integer.parseInt(octets.substring(0, 2), 16);
        assertEquals(selection, AccessSelection.of(selector, decoded(octets.substring(2))));
    }

    private static CosemData decoded(String hex) {
        return (CosemData) assertInstanceOf(
                        Complete.class, Axdr.decode(HexFormat.of().parseHex(hex.replace(" ", ""))))
                .value();
    }
}
