package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceImpedanceTest {

    private static final SourceImpedance LINE = SourceImpedance.REFERENCE;

    // E, P, Q and the voltage left, found by iterating U = E - Z (S/U)* five hundred times.
    @ParameterizedTest(name = "{0} V with {1} W and {2} var: {3} V")
    @CsvSource(textBlock = """
                    230,      0,     0, 230
                    230,   5000,  2000, 223.2787618
                    230,  -5000,     0, 235.0824636
                    230,   5000, -2000, 225.9524321
                    0,     5000,  2000, 0
                    """)
    void loadLowersTheVoltageAndGenerationRaisesIt(double source, double watts, double vars, double volts) {
        assertEquals(volts, LINE.voltsAt(source, watts, vars), 5e-7);
    }

    // Kirchhoff: what is left at the meter and what the current takes on the way make up the source.
    @Test
    void voltageAndDropMakeUpTheSource() {
        for (double source = 1; source <= 400; source += 7) {
            for (double watts = -14_000; watts <= 20_000; watts += 500) {
                for (double vars = -10_000; vars <= 10_000; vars += 1_000) {
                    double volts = LINE.voltsAt(source, watts, vars);
                    double part = SourceImpedance.partDrawn(volts);
                    double real = watts * part / volts;
                    double imaginary = -vars * part / volts;
                    double sourceReal = volts + (LINE.ohms() * real) - (LINE.reactanceOhms() * imaginary);
                    double sourceImaginary = (LINE.ohms() * imaginary) + (LINE.reactanceOhms() * real);

                    assertEquals(source, Math.hypot(sourceReal, sourceImaginary), 1e-8);
                }
            }
        }
    }

    @Test
    void theCurrentFallsWithTheVoltageBelowHalfOfNominal() {
        double before = Double.MAX_VALUE;
        for (double source = 110; source > 0; source -= 5) {
            double volts = LINE.voltsAt(source, 3_000, 1_000);
            double amperes = SourceImpedance.partDrawn(volts) * 3_000 / volts;
            assertTrue(amperes < before, () -> "current grows at " + volts + " V");
            before = amperes;
        }
        assertTrue(before < 2);
    }

    @Test
    void theLoadTurnsIntoAnImpedanceWithoutAStep() {
        double above = LINE.voltsAt(123, 3_000, 500);
        double last = above;
        for (double source = 123; source > 118; source -= 0.01) {
            double volts = LINE.voltsAt(source, 3_000, 500);
            assertTrue(last - volts < 0.03, last + " V to " + volts + " V");
            last = volts;
        }
        assertTrue(above > SourceImpedance.CONSTANT_POWER_VOLTS_MIN);
        assertTrue(last < SourceImpedance.CONSTANT_POWER_VOLTS_MIN);
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0", "0, -0.1", "1.1, 0", "0, 1.1", "NaN, 0"})
    void anImpossibleImpedanceThrows(double ohms, double reactanceOhms) {
        assertThrows(IllegalArgumentException.class, () -> new SourceImpedance(ohms, reactanceOhms));
    }
}
