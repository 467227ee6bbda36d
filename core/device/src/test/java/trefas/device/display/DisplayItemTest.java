package trefas.device.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.quantity.PhaseSequence;

class DisplayItemTest {

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    1.8.0  | A+   | 0012345.67 | kWh
                    2.8.0  | A-   | 0001208.41 | kWh
                    3.8.0  | R+   | 0002210.20 | kvarh
                    4.8.0  | R-   | 0000388.90 | kvarh
                    5.8.0  | R1   | 0000001.00 | kvarh
                    6.8.0  | R2   | 0000002.00 | kvarh
                    7.8.0  | R3   | 0000003.00 | kvarh
                    8.8.0  | R4   | 0000004.00 | kvarh
                    15.8.0 | ''   | 0013554.09 | kWh
                    16.8.0 | NET  | 0011137.26 | kWh
                    21.8.0 | A+   | 0004000.00 | kWh
                    41.8.0 | A+   | 0005000.00 | kWh
                    61.8.0 | A+   | 0006000.00 | kWh
                    22.8.0 | A-   | 0000400.00 | kWh
                    42.8.0 | A-   | 0000500.00 | kWh
                    62.8.0 | A-   | 0000600.00 | kWh
                    1.7.0  | P+   | 12.345     | kW
                    2.7.0  | P-   | 0.009      | kW
                    3.7.0  | Q+   | 1.000      | kvar
                    4.7.0  | Q-   | 0.000      | kvar
                    21.7.0 | P+   | 2.014      | kW
                    41.7.0 | P+   | 0.000      | kW
                    61.7.0 | P+   | 0.763      | kW
                    32.7.0 | U-L1 | 231.4      | V
                    52.7.0 | U-L2 | 228.9      | V
                    72.7.0 | U-L3 | 0.0        | V
                    31.7.0 | I-L1 | 8.91       | A
                    51.7.0 | I-L2 | 9.58       | A
                    71.7.0 | I-L3 | 63.00      | A
                    14.7.0 | FREQ | 49.98      | Hz
                    1.0.0  | TIME | 14:37:04   | ''
                    96.1.0 | SER  | 01830417   | ''
                    """)
    void everyItemSaysItsCodeTextValueAndUnit(String code, String text, String value, String unit) {
        DisplayText words = DisplayItem.parse(code).orElseThrow().words(aDayInTheLife());

        assertEquals(code, words.identification());
        assertEquals(text, words.text());
        assertEquals(value, words.value());
        assertEquals(unit, words.unit());
    }

    @ParameterizedTest(name = "{0}: {1}, then {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    21.8.0 | A+ 0004000.00 | L1 0004000.00
                    62.8.0 | A- 0000600.00 | L3 0000600.00
                    41.7.0 | P+ 0.000      | L2 0.000
                    1.0.0  | TIME 14:37:04 | DATE 2026:11:22
                    96.1.0 | SER 01830417  | NUM 01830417
                    1.8.0  | A+ 0012345.67 | A+ 0012345.67
                    """)
    void textsOfTwoPartsTakeTurnsEachSecond(String code, String even, String odd) {
        FakeReadings meter = aDayInTheLife();
        DisplayItem item = DisplayItem.parse(code).orElseThrow();

        assertEquals(even, textAndValue(item, meter));
        meter.now++;
        assertEquals(odd, textAndValue(item, meter));
        meter.now++;
        assertTrue(textAndValue(item, meter).startsWith(even.substring(0, even.indexOf(' '))));
    }

    @ParameterizedTest(name = "{0} Wh as {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    12345678    | 7.0 | 0012345
                    12345678    | 6.1 | 012345.6
                    12345678    | 7.2 | 0012345.67
                    12345678    | 6.3 | 012345.678
                    9999        | 7.2 | 0000009.99
                    10000000000 | 7.2 | 0000000.00
                    """)
    void energyIsCutAndKeepsItsLeadingZeros(long wattHours, String format, String shown) {
        FakeReadings meter = new FakeReadings();
        meter.format = EnergyFormat.parse(format).orElseThrow();
        meter.count(EnergyRegister.A_PLUS, wattHours);

        assertEquals(shown, DisplayItem.A_PLUS.words(meter).value());
    }

    @ParameterizedTest(name = "{0} Wh in, {1} Wh out: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    5000 | 1000       | 0000004.00
                    1000 | 5000       | -000004.00
                    1000 | 1009       | 0000000.00
                    0    | 9999999990 | -999999.99
                    """)
    void netEnergyCountsBackwardsBelowZero(long in, long out, String shown) {
        FakeReadings meter = new FakeReadings();
        meter.count(EnergyRegister.A_PLUS, in);
        meter.count(EnergyRegister.A_MINUS, out);

        assertEquals(shown, DisplayItem.A_NET.words(meter).value());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    1.8.0  | 1.8.0 0012345.67 kWh, imported active energy
                    61.7.0 | 61.7.0 0.763 kW, imported active power of L3
                    1.0.0  | 1.0.0 14:37:04 2026-11-22, time and date
                    96.1.0 | 96.1.0 01830417, serial number
                    """)
    void theSentenceSaysItAllInWords(String code, String sentence) {
        assertEquals(
                sentence,
                DisplayItem.parse(code).orElseThrow().words(aDayInTheLife()).sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.8", "9.8.0", "1.8.0 ", "DISPLAY-TEST", "1-1:1.8.0*255"})
    void aNameNobodyKnowsIsAnAnswer(String text) {
        assertEquals(Optional.empty(), DisplayItem.parse(text));
    }

    @ParameterizedTest
    @EnumSource
    void everyItemIsFoundByItsName(DisplayItem item) {
        assertEquals(Optional.of(item), DisplayItem.parse(item.title()));
    }

    // Whatever the values, a frame is drawn: a text too long for its field would throw.
    @ParameterizedTest
    @EnumSource
    void everyItemFitsTheGlassAtItsLargest(DisplayItem item) {
        FakeReadings meter = new FakeReadings();
        meter.importMilliwatts = 999_999_999_999L;
        meter.exportMillivars = 999_999_999_999L;
        EnergyRegister.ALL.forEach(register -> meter.milliwattSeconds.put(register, Long.MAX_VALUE / 2));
        for (int phase = 0; phase < 3; phase++) {
            meter.values.phase(phase, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
        }
        meter.values.supply(Integer.MAX_VALUE, PhaseSequence.L1L2L3);

        DisplayText words = item.words(meter);

        assertEquals(words, DisplayFrame.of(words, 0, 0).words());
    }

    @Test
    void noCodeOccursTwice() {
        var codes = new HashSet<String>();

        DisplayItem.ALL.forEach(item -> assertTrue(codes.add(item.code()), item::code));
    }

    private static String textAndValue(DisplayItem item, FakeReadings meter) {
        DisplayText words = item.words(meter);
        return words.text() + " " + words.value();
    }

    private static FakeReadings aDayInTheLife() {
        FakeReadings meter = new FakeReadings();
        meter.count(EnergyRegister.A_PLUS, 12_345_679);
        meter.count(EnergyRegister.A_MINUS, 1_208_411);
        meter.count(EnergyRegister.R_PLUS, 2_210_209);
        meter.count(EnergyRegister.R_MINUS, 388_900);
        meter.count(EnergyRegister.R1, 1_000);
        meter.count(EnergyRegister.R2, 2_000);
        meter.count(EnergyRegister.R3, 3_000);
        meter.count(EnergyRegister.R4, 4_000);
        meter.count(EnergyRegister.A_PLUS_L1, 4_000_000);
        meter.count(EnergyRegister.A_PLUS_L2, 5_000_000);
        meter.count(EnergyRegister.A_PLUS_L3, 6_000_000);
        meter.count(EnergyRegister.A_MINUS_L1, 400_000);
        meter.count(EnergyRegister.A_MINUS_L2, 500_000);
        meter.count(EnergyRegister.A_MINUS_L3, 600_000);
        meter.values.phase(0, 231_499, 8_919, 2_014_999, 402_000);
        meter.values.phase(1, 228_900, 9_580, -2_169_000, 331_000);
        meter.values.phase(2, 99, 63_000, 763_000, -123_000);
        meter.values.supply(49_989, PhaseSequence.UNDECIDED);
        meter.importMilliwatts = 12_345_999;
        meter.exportMilliwatts = 9_999;
        meter.importMillivars = 1_000_000;
        meter.exportMillivars = 999;
        return meter;
    }
}
