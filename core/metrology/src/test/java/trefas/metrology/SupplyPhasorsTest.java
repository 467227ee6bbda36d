package trefas.metrology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.quantity.PhaseSequence;

class SupplyPhasorsTest {

    private final SupplyPhasors phasors = new SupplyPhasors();
    private final OneSecondValues values = new OneSecondValues();

    // U in V, I in A, angle of the current behind the voltage; then mV, mA, mW, mvar.
    @ParameterizedTest(name = "{0} V {1} A {2} degrees")
    @CsvSource(textBlock = """
                    230,       10,          0, 230000, 10000,  2300000,        0
                    230,       10,         90, 230000, 10000,        0,  2300000
                    230,       10,        -90, 230000, 10000,        0, -2300000
                    230,       10,        180, 230000, 10000, -2300000,        0
                    230,       10,         60, 230000, 10000,  1150000,  1991858
                    230,       10,       -120, 230000, 10000, -1150000, -1991858
                    231,        4.2,       18, 231000,  4200,   922715,   299808
                    230.0004,   0.0996,     0, 230000,   100,    22908,        0
                    230.0005,   0,          0, 230000,     0,        0,        0
                    230,        0.0005,     0, 230000,     0,        0,        0
                    230,        0.00051,    0, 230000,     1,      117,        0
                    0.0004,    10,          0,      0, 10000,        0,        0
                    1000,    2000,          0, 1000000, 2000000, 2000000000,   0
                    1000,    2000,        180, 1000000, 2000000, -2000000000,  0
                    0,          0,          0,      0,     0,        0,        0
                    """)
    void aPhaseIsRoundedOnceToTheNearestUnit(
            double volts, double amperes, double lag, int millivolts, int milliamperes, int milliwatts, int millivars) {
        phasors.polar(1, volts, -120, amperes, -120 - lag);

        phasors.measure(50, values);

        assertEquals(millivolts, values.millivolts(1));
        assertEquals(milliamperes, values.milliamperes(1));
        assertEquals(milliwatts, values.milliwatts(1));
        assertEquals(millivars, values.millivars(1));
    }

    @ParameterizedTest(name = "{0} V at {1}, {2} V at {3}, {4} V at {5}: {6}")
    @CsvSource(textBlock = """
                    230,       0, 230,    -120, 230,     120, L1L2L3
                    230,       0, 230,     120, 230,    -120, L1L3L2
                    230,      90, 230,     -30, 230,     210, L1L2L3
                    250,       3, 200,    -118, 215,     125, L1L2L3
                    230,       0, 230,    -120,   0,       0, UNDECIDED
                    0,         0, 230,    -120, 230,     120, UNDECIDED
                    230,       0, 160,    -120, 230,     120, UNDECIDED
                    230,       0, 160.001, -120, 230,    120, L1L2L3
                    230,       0, 230,       0, 230,       0, UNDECIDED
                    230,       0, 230,     180, 230,       0, UNDECIDED
                    0,         0, 0,         0, 0,         0, UNDECIDED
                    """)
    void theOrderOfTheVoltagesDecidesTheSequence(
            double u1, double angle1, double u2, double angle2, double u3, double angle3, PhaseSequence sequence) {
        phasors.polar(0, u1, angle1, 0, 0);
        phasors.polar(1, u2, angle2, 0, 0);
        phasors.polar(2, u3, angle3, 0, 0);

        phasors.measure(50, values);

        assertEquals(sequence, values.sequence());
    }

    @ParameterizedTest(name = "{0} Hz with {1} V on L3: {2} mHz")
    @CsvSource(textBlock = """
                    50,       230,    50000
                    49.98765, 230,    49988
                    50,       0.0005,     0
                    50,       0.001,  50000
                    0,        230,        0
                    1000,     230,  1000000
                    """)
    void theFrequencyNeedsAVoltage(double hertz, double volts, int millihertz) {
        phasors.polar(2, volts, 0, 0, 0);

        phasors.measure(hertz, values);

        assertEquals(millihertz, values.millihertz());
    }

    @ParameterizedTest(name = "{0} V {1} A")
    @CsvSource(textBlock = """
                    1000.1, 0
                    0,      2000.1
                    -1,     0
                    0,      -1
                    NaN,    0
                    0,      NaN
                    Infinity, 0
                    """)
    void aMagnitudeOutOfRangeThrows(double volts, double amperes) {
        assertThrows(IllegalArgumentException.class, () -> phasors.polar(0, volts, 0, amperes, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1000.1, Double.NaN})
    void aFrequencyOutOfRangeThrows(double hertz) {
        assertThrows(IllegalArgumentException.class, () -> phasors.measure(hertz, values));
    }

    @Test
    void complexAndPolarFormAreTheSame() {
        phasors.polar(0, 230, 30, 5, -15);
        phasors.complex(1, 199.185842870421, 115, 4.829629131445341, -1.2940952255126037);

        phasors.measure(50, values);

        assertEquals(values.millivolts(0), values.millivolts(1));
        assertEquals(values.milliamperes(0), values.milliamperes(1));
        assertEquals(values.milliwatts(0), values.milliwatts(1));
        assertEquals(values.millivars(0), values.millivars(1));
    }

    // S of the exact values lies within half a unit of U and I; P and Q add half a unit of their own.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void powerNeverExceedsWhatVoltageAndCurrentAllow(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 100_000; i++) {
            double volts = random.nextDouble() * (random.nextBoolean() ? 300 : 0.01);
            double amperes = random.nextDouble() * (random.nextBoolean() ? 63 : 0.01);
            phasors.polar(0, volts, random.nextDouble(360), amperes, random.nextDouble(360));
            phasors.measure(50, values);

            double apparentMax = (values.millivolts(0) + 0.5) * (values.milliamperes(0) + 0.5) / 1_000;
            double apparent = Math.sqrt(Math.pow(values.milliwatts(0), 2) + Math.pow(values.millivars(0), 2));
            assertTrue(apparent <= apparentMax + 1, () -> volts + " V, " + amperes + " A");
            if (values.millivolts(0) == 0 || values.milliamperes(0) == 0) {
                assertEquals(0, apparent);
            }
        }
    }
}
