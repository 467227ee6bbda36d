package trefas.device.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SecondTotals;
import trefas.metrology.SummationMethod;

/// One second of three phases and what each register gains (dossier 3.4, 3.5, 3.9). Powers in W and var.
class EnergyCountingTest {

    private static final long MILLI = 1_000;

    private final RegisterBank registers = new RegisterBank(EnergyFormat.F72);

    @ParameterizedTest(name = "P {0} W, Q {1} var")
    @CsvSource(delimiter = '|', textBlock = """
                # P    | Q   | A+  | A- | R+ | R- | R1 | R2 | R3 | R4
                 100   |  50 | 100 |  0 | 50 |  0 | 50 |  0 |  0 |  0
                -100   |  50 |   0 |100 | 50 |  0 |  0 | 50 |  0 |  0
                -100   | -50 |   0 |100 |  0 | 50 |  0 |  0 | 50 |  0
                 100   | -50 | 100 |  0 |  0 | 50 |  0 |  0 |  0 | 50
                   0   |  50 |   0 |  0 | 50 |  0 | 50 |  0 |  0 |  0
                   0   | -50 |   0 |  0 |  0 | 50 |  0 |  0 |  0 | 50
                 100   |   0 | 100 |  0 |  0 |  0 |  0 |  0 |  0 |  0
                -100   |   0 |   0 |100 |  0 |  0 |  0 |  0 |  0 |  0
                """)
    void theSignsChooseTheQuadrant(
            int p, int q, int aPlus, int aMinus, int rPlus, int rMinus, int r1, int r2, int r3, int r4) {
        second(SummationMethod.VECTOR, p * 1_000, q * 1_000, 0, 0, 0, 0);

        assertGained(aPlus, aMinus, rPlus, rMinus, r1, r2, r3, r4);
    }

    // L1 imports 300 W and 100 var, L2 exports 100 W with 40 var capacitive, L3 exports 50 W with 20 var positive.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                # method   | A+  | A-  | R+  | R- | R1  | R2 | R3 | R4
                INDIVIDUAL | 300 | 150 | 120 | 40 | 100 | 20 | 40 |  0
                VECTOR     | 150 |   0 |  80 |  0 |  80 |  0 |  0 |  0
                TOTAL      | 450 |   0 | 120 |  0 | 120 |  0 |  0 |  0
                """)
    void theSummationMethodMakesTheTotals(
            SummationMethod method, int aPlus, int aMinus, int rPlus, int rMinus, int r1, int r2, int r3, int r4) {
        second(method, 300_000, 100_000, -100_000, -40_000, -50_000, 20_000);

        assertGained(aPlus, aMinus, rPlus, rMinus, r1, r2, r3, r4);
    }

    @ParameterizedTest
    @EnumSource
    void phasesCountByTheirOwnDirectionWhateverTheMethod(SummationMethod method) {
        second(method, 300_000, 100_000, -100_000, -40_000, -50_000, 20_000);

        assertEquals(300_000, count(EnergyRegister.A_PLUS_L1));
        assertEquals(0, count(EnergyRegister.A_MINUS_L1));
        assertEquals(100_000, count(EnergyRegister.R_PLUS_L1));
        assertEquals(0, count(EnergyRegister.A_PLUS_L2));
        assertEquals(100_000, count(EnergyRegister.A_MINUS_L2));
        assertEquals(40_000, count(EnergyRegister.R_MINUS_L2));
        assertEquals(50_000, count(EnergyRegister.A_MINUS_L3));
        assertEquals(20_000, count(EnergyRegister.R_PLUS_L3));
        assertEquals(0, count(EnergyRegister.R_MINUS_L3));
    }

    @ParameterizedTest(name = "{0} mW, {1} mvar")
    @CsvSource(delimiter = '|', textBlock = """
                 2299 |  2299 |    0 |    0 |    0 |    0
                -2299 | -2299 |    0 |    0 |    0 |    0
                 2300 |  2299 | 2300 |    0 |    0 |    0
                -2300 |  2299 |    0 | 2300 |    0 |    0
                 2299 |  2300 |    0 |    0 | 2300 |    0
                 2299 | -2300 |    0 |    0 |    0 | 2300
                 2300 |  2300 | 2300 |    0 | 2300 |    0
                """)
    void belowTwoPointThreeAPhaseDoesNotCount(
            int milliwatts, int millivars, long aPlus, long aMinus, long rPlus, long rMinus) {
        second(SummationMethod.VECTOR, 0, 0, milliwatts, millivars, 0, 0);

        assertEquals(aPlus, count(EnergyRegister.A_PLUS));
        assertEquals(aPlus, count(EnergyRegister.A_PLUS_L2));
        assertEquals(aMinus, count(EnergyRegister.A_MINUS));
        assertEquals(aMinus, count(EnergyRegister.A_MINUS_L2));
        assertEquals(rPlus, count(EnergyRegister.R_PLUS));
        assertEquals(rPlus, count(EnergyRegister.R_PLUS_L2));
        assertEquals(rMinus, count(EnergyRegister.R_MINUS));
        assertEquals(rMinus, count(EnergyRegister.R_MINUS_L2));
    }

    // Dossier 3.7: S14 while the net active power is not negative, else S23.
    @ParameterizedTest(name = "P {0} W, Q {1} var")
    @CsvSource(delimiter = '|', textBlock = """
                # P    | Q     | E+   | E-
                 3000  |  4000 | 5000 |    0
                 3000  | -4000 | 5000 |    0
                -3000  |  4000 |    0 | 5000
                -3000  | -4000 |    0 | 5000
                    0  | -4000 | 4000 |    0
                 3000  |     0 | 3000 |    0
                """)
    void apparentEnergyFollowsTheActive(int p, int q, long ePlus, long eMinus) {
        second(SummationMethod.VECTOR, p * 1_000, q * 1_000, 0, 0, 0, 0);

        assertEquals(ePlus * MILLI, count(EnergyRegister.E_PLUS));
        assertEquals(eMinus * MILLI, count(EnergyRegister.E_MINUS));
    }

    // L1 imports 300 W and 100 var, L2 exports 100 W with 40 var capacitive, L3 exports 50 W with 20 var positive.
    @ParameterizedTest
    @CsvSource({"INDIVIDUAL, 150, 80", "VECTOR, 150, 80", "TOTAL, 450, 120"})
    void apparentEnergyIsOfTheNet(SummationMethod method, int p, int q) {
        second(method, 300_000, 100_000, -100_000, -40_000, -50_000, 20_000);

        assertEquals(Math.round(Math.hypot(p, q) * MILLI), count(EnergyRegister.E_PLUS));
        assertEquals(0, count(EnergyRegister.E_MINUS));
    }

    @Test
    void theNetCountsBackwardsAndBothForwards() {
        second(SummationMethod.VECTOR, 5_000_000, 0, 0, 0, 0, 0);
        second(SummationMethod.VECTOR, 0, 0, -13_000_000, 0, 0, 0);

        assertEquals(-8_000_000, registers.netMilliwattSeconds());
        assertEquals(18_000_000, registers.bothMilliwattSeconds());
        registers.addOneSecond(EnergyRegister.A_MINUS, 100 * 3_600_000);
        assertEquals(-10, registers.netReading());
        assertEquals(10, registers.bothReading());
    }

    @Test
    void nothingFlowsNothingCounts() {
        assertFalse(second(SummationMethod.VECTOR, 0, 0, 0, 0, 0, 0));

        assertGained(0, 0, 0, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void theSumsHoldToTheLastMilliwattSecond(SummationMethod method) {
        var random = new Random(method.code());

        for (int i = 0; i < 20_000; i++) {
            second(method, power(random), power(random), power(random), power(random), power(random), power(random));
            assertEquals(count(EnergyRegister.R_PLUS), count(EnergyRegister.R1) + count(EnergyRegister.R2));
            assertEquals(count(EnergyRegister.R_MINUS), count(EnergyRegister.R3) + count(EnergyRegister.R4));
        }
        long importOfPhases = ofPhases(EnergyRegister.A_PLUS_L1);
        long exportOfPhases = ofPhases(EnergyRegister.A_MINUS_L1);
        switch (method) {
            case INDIVIDUAL -> {
                assertEquals(importOfPhases, count(EnergyRegister.A_PLUS));
                assertEquals(exportOfPhases, count(EnergyRegister.A_MINUS));
                assertEquals(ofPhases(EnergyRegister.R_PLUS_L1), count(EnergyRegister.R_PLUS));
                assertEquals(ofPhases(EnergyRegister.R_MINUS_L1), count(EnergyRegister.R_MINUS));
            }
            case VECTOR -> {
                assertEquals(
                        importOfPhases - exportOfPhases, count(EnergyRegister.A_PLUS) - count(EnergyRegister.A_MINUS));
                assertEquals(
                        ofPhases(EnergyRegister.R_PLUS_L1) - ofPhases(EnergyRegister.R_MINUS_L1),
                        count(EnergyRegister.R_PLUS) - count(EnergyRegister.R_MINUS));
            }
            case TOTAL -> {
                assertEquals(importOfPhases + exportOfPhases, count(EnergyRegister.A_PLUS));
                assertEquals(0, count(EnergyRegister.A_MINUS));
            }
        }
    }

    /// Mostly some kW either way, often near the threshold, sometimes nothing.
    private static int power(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(-2_400, 2_401);
            default -> random.nextInt(-14_500_000, 14_500_001);
        };
    }

    private boolean second(SummationMethod method, int p1, int q1, int p2, int q2, int p3, int q3) {
        var values = new OneSecondValues();
        values.phase(0, 230_000, 0, p1, q1);
        values.phase(1, 230_000, 0, p2, q2);
        values.phase(2, 230_000, 0, p3, q3);
        var totals = new SecondTotals();
        totals.register(values, method);
        return EnergyCounting.addOneSecond(values, totals, registers);
    }

    private void assertGained(int aPlus, int aMinus, int rPlus, int rMinus, int r1, int r2, int r3, int r4) {
        assertEquals(aPlus * MILLI, count(EnergyRegister.A_PLUS));
        assertEquals(aMinus * MILLI, count(EnergyRegister.A_MINUS));
        assertEquals(rPlus * MILLI, count(EnergyRegister.R_PLUS));
        assertEquals(rMinus * MILLI, count(EnergyRegister.R_MINUS));
        assertEquals(r1 * MILLI, count(EnergyRegister.R1));
        assertEquals(r2 * MILLI, count(EnergyRegister.R2));
        assertEquals(r3 * MILLI, count(EnergyRegister.R3));
        assertEquals(r4 * MILLI, count(EnergyRegister.R4));
    }

    private long ofPhases(EnergyRegister ofL1) {
        long sum = 0;
        for (int phase = 0; phase < 3; phase++) {
            sum += count(EnergyRegister.ALL.get(ofL1.slot() + phase));
        }
        return sum;
    }

    private long count(EnergyRegister register) {
        return registers.milliwattSeconds(register);
    }
}
