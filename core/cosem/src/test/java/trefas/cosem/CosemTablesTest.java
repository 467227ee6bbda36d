package trefas.cosem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.CosemData.VisibleString;

class CosemTablesTest {

    @ParameterizedTest(name = "{0} x 10^{1} {2} is {4}")
    @CsvSource(textBlock = """
            2301,  -1, VOLT,      02020FFF1623, 230.1 V
            1234,   0, WATT_HOUR, 02020F00161E, 1234 Wh
            1234,   3, WATT_HOUR, 02020F03161E, 1234000 Wh
            -87,   -2, NONE,      02020FFE16FF, -0.87
            """)
    void aScalerAndAUnitGiveANumberItsMeaning(long number, int scaler, Unit unit, String hex, String text) {
        var scalerUnit = new ScalerUnit(scaler, unit);
        var writer = new AxdrWriter(6);

        scalerUnit.write(writer);

        assertEquals(hex, HexFormat.of().withUpperCase().formatHex(writer.toOctets()));
        assertEquals(text, scalerUnit.text(number));
        assertEquals(
                Optional.of(scalerUnit),
                ScalerUnit.of(new Structure(List.of(new Int8(scaler), new CosemData.Enumerated(unit.code())))));
    }

    @Test
    void aStructureThatIsNoScalerAndUnitIsNone() {
        assertTrue(ScalerUnit.of(new Unsigned(1)).isEmpty());
        assertTrue(ScalerUnit.of(new Structure(List.of(new Int8(0), new Unsigned(30))))
                .isEmpty());
        assertTrue(ScalerUnit.of(new Structure(List.of(new Int8(0), new CosemData.Enumerated(13))))
                .isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new ScalerUnit(128, Unit.WATT));
    }

    @ParameterizedTest(name = "class {0} version {1}: {2} attributes, {3} methods")
    @CsvSource(textBlock = """
             1, 0, 2, 0
             3, 0, 3, 1
             4, 0, 5, 1
             7, 1, 8, 2
             8, 0, 9, 6
            15, 0, 8, 4
            17, 0, 2, 1
            23, 1, 9, 0
            """)
    void classesAreAsTheBlueBookListsThem(int classId, int version, int attributes, int methods) {
        var known = InterfaceClass.ofId(classId).orElseThrow();

        assertEquals(version, known.version());
        assertEquals("logical_name", known.attributeName(1));
        assertTrue(known.hasAttribute(attributes));
        assertFalse(known.hasAttribute(attributes + 1));
        assertFalse(known.hasAttribute(0));
        assertEquals(methods > 0, known.hasMethod(1));
        assertFalse(known.hasMethod(methods + 1));
    }

    @Test
    void aClassThatIsNotKnownIsNone() {
        assertTrue(InterfaceClass.ofId(12).isEmpty());
    }

    // Readable, writable and the code of each mode.
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            NO_ACCESS,                    0, false, false
            READ_ONLY,                    1, true,  false
            WRITE_ONLY,                   2, false, true
            READ_AND_WRITE,               3, true,  true
            AUTHENTICATED_READ_ONLY,      4, true,  false
            AUTHENTICATED_WRITE_ONLY,     5, false, true
            AUTHENTICATED_READ_AND_WRITE, 6, true,  true
            """)
    void accessModes(AttributeAccess mode, int code, boolean readable, boolean writable) {
        assertEquals(Optional.of(mode), AttributeAccess.ofCode(code));
        assertEquals(readable, mode.isReadable());
        assertEquals(writable, mode.isWritable());
    }

    @Test
    void anAccessItemNamesItsSelectors() {
        var writer = new AxdrWriter(100);

        AttributeAccess.READ_ONLY.write(1, new int[0], writer);
        AttributeAccess.READ_ONLY.write(2, new int[] {1, 2}, writer);

        assertEquals(
                "02030F01160100" + "02030F02160101020F010F02",
                HexFormat.of().withUpperCase().formatHex(writer.toOctets()));
    }

    @Test
    void aTreeShowsTypesAndDepth() {
        assertEquals(
                """
                structure of 2
                  unsigned 7
                  array of 1
                    visible-string "K351C"
                """,
                CosemText.tree(new Structure(
                        List.of(new Unsigned(7), new CosemData.Array(List.of(new VisibleString("K351C")))))));
    }
}
