package trefas.metrology.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    /// Dossier metrology 4.
    @ParameterizedTest(name = "harmonic {0}: {1} %")
    @CsvSource(textBlock = """
             2, 2.0
             3, 5.0
             4, 1.0
             5, 6.0
             6, 0.5
             7, 5.0
             9, 1.5
            11, 3.5
            13, 3.0
            15, 0.5
            17, 2.0
            19, 1.5
            21, 0.5
            23, 1.5
            24, 0.5
            25, 1.5
            """)
    void theEditionOf2010HasTheHarmonicLimitsOfItsTable(int order, double percent) {
        assertEquals(OptionalDouble.of(percent), Limits.edition2010().harmonic(order));
    }

    @Test
    void theEditionOf2022DiffersInTwoHarmonicsAndSaysItIsUnverified() {
        Limits limits = Limits.edition2022();

        assertEquals(OptionalDouble.of(1.0), limits.harmonic(15));
        assertEquals(OptionalDouble.of(0.75), limits.harmonic(21));
        assertEquals(OptionalDouble.of(6.0), limits.harmonic(5));
        assertEquals(-10, limits.value(LimitKey.VOLTAGE_LOW));
        assertTrue(limits.edition().contains("unverified"));
    }

    @Test
    void aTextChangesWhatItNamesAndNothingElse() {
        Limits limits = read("""
                edition = island of Trefas
                frequency.low = -2   # an island
                frequency.high=2
                frequency.share = 95

                harmonic.5 = 7.5
                harmonic.9 = none
                harmonic.49 = 0.3
                """);

        assertEquals("island of Trefas", limits.edition());
        assertEquals(-2, limits.value(LimitKey.FREQUENCY_LOW));
        assertEquals(95, limits.value(LimitKey.FREQUENCY_SHARE));
        assertEquals(4, limits.value(LimitKey.FREQUENCY_ALWAYS_HIGH));
        assertEquals(OptionalDouble.of(7.5), limits.harmonic(5));
        assertEquals(OptionalDouble.empty(), limits.harmonic(9));
        assertEquals(OptionalDouble.of(0.3), limits.harmonic(49));
    }

    @Test
    void limitsWrittenOutReadBackTheSame() {
        Limits limits = read("edition = mine\nthd = 5\nharmonic.7 = 3");

        assertEquals(limits.text(), read(limits.text()).text());
        assertTrue(limits.text().contains("harmonic.7 = 3.0\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            thd                | limits, line 2: 'thd' is not of the form key = value
            volage.low = -10   | limits, line 2: unknown key 'volage.low', expected edition, harmonic.2 to harmonic.50 or one like voltage.low
            thd = eight        | limits, line 2: thd is 'eight', expected a number from 0.0 to 100.0
            thd = NaN          | limits, line 2: thd is 'NaN', expected a number from 0.0 to 100.0
            voltage.low = 10   | limits, line 2: voltage.low is '10', expected a number from -100.0 to 0.0
            harmonic.51 = 1    | limits, line 2: unknown key 'harmonic.51', a harmonic is of order 2 to 50
            harmonic.5.5 = 1   | limits, line 2: unknown key 'harmonic.5.5', a harmonic is of order 2 to 50
            harmonic.x = 1     | limits, line 2: unknown key 'harmonic.x', a harmonic is of order 2 to 50
            harmonic.5 = 0     | limits, line 2: harmonic.5 is '0', expected above 0 to 100 percent or none
            """)
    void aTextThatCannotBeUsedIsRefusedInOneSentence(String line, String problem) {
        LimitsReading reading = Limits.edition2010().overlaidBy("# mine\n" + line);

        assertEquals(new LimitsReading.Refused(problem), reading);
    }

    @Test
    void aTextOfTooManyLinesIsRefused() {
        LimitsReading reading = Limits.edition2010().overlaidBy("\n".repeat(Limits.LINES_MAX));

        assertEquals(new LimitsReading.Refused("the limits have 1001 lines, at most 1000 are read"), reading);
    }

    private static Limits read(String text) {
        return assertInstanceOf(LimitsReading.Read.class, Limits.edition2010().overlaidBy(text))
                .limits();
    }
}
