package trefas.device.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.module.ModuleSettings;
import trefas.device.module.PulseUnit;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.Quantity;
import trefas.device.settings.MeterNumbers;
import trefas.device.status.StatusInput;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SecondTotals;
import trefas.metrology.SummationMethod;
import trefas.quantity.PhaseSequence;

class DisplayItemTest {

    private static final int QUARTER_SECONDS = 900;

    /// 2026-03-02T00:00:00Z.
    private static final long MIDNIGHT = 1_772_409_600L;

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
                    9.8.0  | E+   | 0000009.00 | kVAh
                    10.8.0 | E-   | 0000010.00 | kVAh
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
                    9.7.0  | S+   | 13.345     | kVA
                    10.7.0 | S-   | 0.010      | kVA
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
                    33.7.0 | PF-1 | 0.98       | ''
                    53.7.0 | PF-2 | 0.98       | ''
                    73.7.0 | PF-3 | 0.98       | ''
                    13.7.0 | PF   | 0.70       | ''
                    1.0.0  | TIME | 14:37:04   | ''
                    1.8.1  | A+   | 0000002.46 | kWh
                    1.8.2  | A+   | 0000002.46 | kWh
                    1.8.8  | A+   | 0000000.00 | kWh
                    2.8.1  | A-   | 0000000.00 | kWh
                    3.8.2  | R+   | 0000000.82 | kvarh
                    4.8.1  | R-   | 0000000.00 | kvarh
                    1.128.0 | A+  | 0000003.70 | kWh
                    2.128.0 | A-  | 0000000.00 | kWh
                    3.128.0 | R+  | 0000001.64 | kvarh
                    4.128.0 | R-  | 0000000.00 | kvarh
                    9.128.0 | E+  | 0000005.20 | kVAh
                    10.128.0 | E- | 0000000.00 | kVAh
                    1.6.0  | P+M  | 9.876      | kW
                    2.6.0  | P-M  | 0.000      | kW
                    3.6.0  | Q+M  | 3.292      | kvar
                    4.6.0  | Q-M  | 0.000      | kvar
                    1.6.1  | P+M  | 4.938      | kW
                    1.6.2  | P+M  | 9.876      | kW
                    3.6.1  | Q+M  | 1.646      | kvar
                    3.6.2  | Q+M  | 3.292      | kvar
                    1.2.0  | P+M  | 4.938      | kW
                    2.2.0  | P-M  | 0.000      | kW
                    3.2.0  | Q+M  | 1.646      | kvar
                    4.2.0  | Q-M  | 0.000      | kvar
                    1.2.1  | P+M1 | 4.938      | kW
                    1.2.2  | P+M2 | 0.000      | kW
                    1.16.0 | MAX  | 9.876      | kW
                    1.13.0 | MIN  | 4.938      | kW
                    0.128.1 | ''  | 294967295 | m³
                    0.0.1  | NUM  | 01830417   | ''
                    0.0.2  | NUM  | 94967295   | ''
                    0.0.3  | NUM  | 00000003   | ''
                    96.1.0 | SER  | 01830417   | ''
                    0.130.1 | SPC | 00000130   | ''
                    0.1.0  | RST  | 1          | ''
                    96.51.1 | PTH | 99.000     | kW
                    96.51.2 | PTH | 0          | ''
                    96.8.0 | HRS  | 0          | h
                    96.54.1 | CSUM | 27032     | ''
                    0.2.0  | A1   | 5098736    | ''
                    97.97.0 | INFO | 01000000  | ''
                    96.5.3 | LP   | 6          | ''
                    """)
    void everyItemSaysItsCodeTextValueAndUnit(String code, String text, String value, String unit) {
        DisplayText words = words(DisplayItem.parse(code).orElseThrow(), aDayInTheLife());

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

        assertEquals(shown, words(DisplayItem.A_PLUS, meter).value());
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

        assertEquals(shown, words(DisplayItem.A_NET, meter).value());
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
                words(DisplayItem.parse(code).orElseThrow(), aDayInTheLife()).sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.8", "9.9.0", "1.8.0 ", "DISPLAY-TEST", "1-1:1.8.0*255"})
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

        DisplayText words = words(item, meter);

        assertEquals(words, DisplayFrame.of(words, 0, 0).words());
    }

    @Test
    void noCodeOccursTwiceButThatOfAValueAndItsTime() {
        var written = new HashSet<String>();

        DisplayItem.ALL.forEach(item -> assertTrue(written.add(item.written()), item::written));
        DisplayItem.ALL.forEach(item -> assertEquals(Optional.of(item), DisplayItem.parse(item.written())));
        assertEquals(
                DisplayItem.ALL.stream()
                        .filter(item -> item.title().endsWith("-time"))
                        .toList(),
                DisplayItem.ALL.stream()
                        .filter(item -> !item.written().equals(item.code()) && item != DisplayItem.DISPLAY_TEST)
                        .toList());
    }

    // In normal time; the 0 of a peak that has not been yet is written as in dossier 4.4.
    @ParameterizedTest(name = "{0}: {1}, then {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    p-plus-peak-time    | TIME 01:45:00 | DATE 2026:03:02
                    p-plus-peak-t1-time | TIME 01:30:00 | DATE 2026:03:02
                    p-plus-peak-t2-time | TIME 01:45:00 | DATE 2026:03:02
                    q-plus-peak-time    | TIME 01:45:00 | DATE 2026:03:02
                    q-plus-peak-t1-time | TIME 01:30:00 | DATE 2026:03:02
                    q-plus-peak-t2-time | TIME 01:45:00 | DATE 2026:03:02
                    day-maximum-time    | TIME 01:45:00 | DATE 2026:03:02
                    day-minimum-time    | TIME 01:15:00 | DATE 2026:03:02
                    """)
    void timesOfPeaksAreReadingsOfTheirOwn(String name, String even, String odd) {
        DisplayItem item = DisplayItem.parse(name).orElseThrow();
        FakeReadings meter = aDayInTheLife();

        assertEquals(even, textAndValue(item, meter));
        meter.now++;
        assertEquals(odd, textAndValue(item, meter));

        var fresh = new FakeReadings();
        assertEquals("TIME 00:00:00", textAndValue(item, fresh));
        fresh.now++;
        assertEquals("DATE 0000:01:01", textAndValue(item, fresh));
        assertEquals(
                item.code() + " none yet, " + item.meaning(), words(item, fresh).sentence());
    }

    @ParameterizedTest(name = "X9 {0}: {1} of 116 items, without {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    ACTIVE_IMPORT   | 57  | 2.8.0 16.8.0 2.8.1 2.128.0 22.8.0 2.7.0 2.6.0 2.2.0 3.8.0 9.8.0 3.7.0 10.7.0 3.6.2 4.2.0
                    ACTIVE          | 75  | 3.8.0 5.8.0 9.8.0 3.8.1 4.8.8 9.128.0 3.7.0 9.7.0 3.6.0 3.6.1 3.2.0
                    FOUR_QUADRANTS  | 116 |
                    """)
    void whatAMeterDoesNotMeasureItDoesNotShow(MeasuredEnergies measured, int count, String without) {
        var meter = new FakeReadings(measured);

        assertEquals(
                count,
                DisplayItem.ALL.stream().filter(item -> item.isThere(meter)).count());
        for (String code : without == null ? List.<String>of() : List.of(without.split(" "))) {
            assertFalse(DisplayItem.parse(code).orElseThrow().isThere(meter), code);
        }
    }

    @ParameterizedTest(name = "Z12 {0}: {1}")
    @CsvSource({"NONE, ''", "KILOWATT_HOURS, kWh", "CUBIC_METRES, m³", "LITRES, l"})
    void thePulseInputHasTheUnitOfItsOrder(PulseUnit unit, String symbol) {
        FakeReadings meter = new FakeReadings();
        ModuleSettings module = ModuleSettings.DEFAULT.withPulseUnit(unit);
        meter.settings = meter.settings.withFunctions(meter.settings.functions().with(module));

        DisplayText words = DisplayItem.PULSE_INPUT.words(meter, 42);

        assertEquals("42 " + symbol, words.value() + " " + words.unit());
    }

    private static DisplayText words(DisplayItem item, FakeReadings meter) {
        return item.words(meter, meter.parts.ports().pulseInput());
    }

    private static String textAndValue(DisplayItem item, FakeReadings meter) {
        DisplayText words = words(item, meter);
        return words.text() + " " + words.value();
    }

    private static FakeReadings aDayInTheLife() {
        FakeReadings meter = new FakeReadings();
        countedTo(meter);
        meter.count(EnergyRegister.E_PLUS, 9_000);
        meter.count(EnergyRegister.E_MINUS, 10_000);
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

    /// Three quarters of an hour in tariffs 1, 1 and 2, with a debiting stop after the first, and all else that a
    /// display may tell of.
    private static void countedTo(FakeReadings meter) {
        FakeParts parts = meter.parts;
        period(parts, 0, 1_646_000);
        parts.registers().resetTrip(Quantity.A_PLUS);
        parts.registers().debitingStop();
        parts.debiting().stopNow(QUARTER_SECONDS, _ -> 0, _ -> {}, (_, _, _) -> {});
        period(parts, 1, 1_646_000);
        parts.registers().activateTariff(2);
        period(parts, 2, 3_292_000);
        parts.ports().writePulseInput(0xFFFF_FFFFL);
        parts.status().powerOn(MIDNIGHT, (_, _, _) -> {});
        parts.status().input(StatusInput.COVER_OPEN, true, MIDNIGHT, (_, _, _) -> {});
        parts.loadProfile().disable();
        meter.settings = meter.settings
                .withNumbers(MeterNumbers.AS_MADE
                        .withMeterNumber2(0xFFFF_FFFFL)
                        .withMeterNumber3(3)
                        .withSpecialData1(130))
                .withFunctions(
                        meter.settings.functions().with(ModuleSettings.DEFAULT.withPulseUnit(PulseUnit.CUBIC_METRES)));
    }

    /// A quarter of an hour with three times as much active as reactive power.
    private static void period(FakeParts parts, int number, int millivars) {
        var values = new OneSecondValues();
        values.phase(0, 230_000, 20_000, 3 * millivars, millivars);
        values.supply(50_000, PhaseSequence.L1L2L3);
        var totals = new SecondTotals();
        totals.register(values, SummationMethod.VECTOR);
        for (int second = 1; second <= QUARTER_SECONDS; second++) {
            long at = MIDNIGHT + (long) number * QUARTER_SECONDS + second;
            parts.registers().secondElapsed(at, at, values, totals);
        }
    }
}
