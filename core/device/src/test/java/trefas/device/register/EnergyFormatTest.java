package trefas.device.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyFormatTest {

    // Dossier 4.2 (Z1, digits, roll-over) and 19 (scaler).
    @ParameterizedTest(name = "{1}: Z1 = {0}, scaler {2}, step {3} Wh")
    @CsvSource(delimiter = '|', textBlock = """
                1 | 7.0 | 3 | 1000 | 10000000   | 0000123    | 9999999
                2 | 6.1 | 2 | 100  | 10000000   | 000012.3   | 999999.9
                3 | 7.2 | 1 | 10   | 1000000000 | 0000001.23 | 9999999.99
                4 | 6.3 | 0 | 1    | 1000000000 | 000000.123 | 999999.999
                """)
    void eachFormatHasItsStepItsScalerAndItsRollOver(
            int code, String name, int scaler, long stepWattHours, long rollOver, String text123, String highest) {
        EnergyFormat format = EnergyFormat.ofCode(code).orElseThrow();

        assertEquals(name, format.toString());
        assertEquals(Optional.of(format), EnergyFormat.parse(name));
        assertEquals(scaler, format.scaler());
        assertEquals(stepWattHours * 3_600_000, format.stepMilliwattSeconds());
        assertEquals(rollOver, format.rollOver());
        assertEquals(text123, format.text(123));
        assertEquals(highest, format.text(rollOver - 1));
    }

    @ParameterizedTest
    @EnumSource
    void everyReadingFitsTheUnsigned32BitsOfItsObject(EnergyFormat format) {
        assertEquals(format.rollOver() - 1, (format.rollOver() - 1) & 0xFFFF_FFFFL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "7.3", "72", " 7.2", "F72"})
    void otherDigitsAreNoFormat(String text) {
        assertEquals(Optional.empty(), EnergyFormat.parse(text));
    }

    @Test
    void otherCodesAreNoFormat() {
        assertEquals(Optional.empty(), EnergyFormat.ofCode(0));
        assertEquals(Optional.empty(), EnergyFormat.ofCode(5));
    }
}
