package trefas.metrology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.quantity.Phase;
import trefas.quantity.Quadrant;

class SecondTotalsTest {

    // P and Q of L1 L2 L3, in W and var; then what counts, in W and var: A+ A- R1 R2 R3 R4.
    @ParameterizedTest(name = "{0}: {1} {2} | {3} {4} | {5} {6}")
    @CsvSource(textBlock = """
                    INDIVIDUAL, 1000,  300,  500,  100,  200,   50,  1700,    0, 450,   0,   0,   0
                    VECTOR,     1000,  300,  500,  100,  200,   50,  1700,    0, 450,   0,   0,   0
                    TOTAL,      1000,  300,  500,  100,  200,   50,  1700,    0, 450,   0,   0,   0
                    INDIVIDUAL, 1000,  300, -400,  100,  200,  -50,  1200,  400, 300, 100,   0,  50
                    VECTOR,     1000,  300, -400,  100,  200,  -50,   800,    0, 350,   0,   0,   0
                    TOTAL,      1000,  300, -400,  100,  200,  -50,  1600,    0, 150,   0,   0,   0
                    INDIVIDUAL, -900,  -70, -900,  -80,  200,   50,   200, 1800,  50,   0, 150,   0
                    VECTOR,     -900,  -70, -900,  -80,  200,   50,     0, 1600,   0,   0, 100,   0
                    TOTAL,      -900,  -70, -900,  -80,  200,   50,  2000,    0, 200,   0,   0,   0
                    INDIVIDUAL, -900,   70,    0,    0,    0,    0,     0,  900,   0,  70,   0,   0
                    VECTOR,     -900,   70,    0,    0,    0,    0,     0,  900,   0,  70,   0,   0
                    TOTAL,      -900,   70,    0,    0,    0,    0,   900,    0,   0,   0,   0,  70
                    VECTOR,      500,    0, -500,    0,    0,    0,     0,    0,   0,   0,   0,   0
                    INDIVIDUAL,  500,    0, -500,    0,    0,    0,   500,  500,   0,   0,   0,   0
                    TOTAL,       500,    0, -500,    0,    0,    0,  1000,    0,   0,   0,   0,   0
                    VECTOR,        0,  100,    0, -300,    0,    0,     0,    0,   0,   0,   0, 200
                    """)
    void phasesBecomeTotalsByTheMethod(
            SummationMethod method,
            int p1,
            int q1,
            int p2,
            int q2,
            int p3,
            int q3,
            long imported,
            long exported,
            long r1,
            long r2,
            long r3,
            long r4) {
        var totals = new SecondTotals();

        totals.register(milli(1_000, p1, q1, p2, q2, p3, q3), method);

        assertEquals(
                described(imported, exported, r1, r2, r3, r4),
                described(
                        totals.importMilliwatts() / 1_000,
                        totals.exportMilliwatts() / 1_000,
                        totals.millivars(Quadrant.I) / 1_000,
                        totals.millivars(Quadrant.II) / 1_000,
                        totals.millivars(Quadrant.III) / 1_000,
                        totals.millivars(Quadrant.IV) / 1_000));
    }

    @ParameterizedTest(name = "{0} and {1} mW: {2} mW counted, {3} mW shown")
    @CsvSource(textBlock = """
                     2299,  2299,    0,  4598
                     2300,  2299, 2300,  4599
                    -2299,  5000, 5000,  2701
                    -2300,  5000, 2700,  2700
                    """)
    void aPhaseBelowItsThresholdIsShownButNotCounted(int first, int second, long counted, long shown) {
        var totals = new SecondTotals();
        var values = milli(1, first, 0, second, 0, 0, 0);

        totals.register(values, SummationMethod.VECTOR);
        assertEquals(counted, totals.netMilliwatts());

        totals.sum(values, SummationMethod.VECTOR);
        assertEquals(shown, totals.netMilliwatts());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aPhaseTooSmallToExportLeavesItsReactivePowerOnTheImportSide(SummationMethod method) {
        var totals = new SecondTotals();

        totals.register(milli(1, -2_299, 50_000, 0, 0, 0, 0), method);

        assertEquals(50_000, totals.millivars(Quadrant.I));
        assertEquals(0, totals.millivars(Quadrant.II));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void partsAreNeverNegativeAndAlwaysMakeTheNet(SummationMethod method) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        var totals = new SecondTotals();
        for (int i = 0; i < 100_000; i++) {
            var values = milli(
                    1,
                    random.nextInt(),
                    random.nextInt(),
                    random.nextInt(),
                    random.nextInt(),
                    random.nextInt(-3_000, 3_000),
                    random.nextInt(-3_000, 3_000));
            totals.sum(values, method);

            assertTrue(totals.importMilliwatts() >= 0 && totals.exportMilliwatts() >= 0);
            for (Quadrant quadrant : Quadrant.values()) {
                assertTrue(totals.millivars(quadrant) >= 0);
            }
            assertEquals(totals.importMilliwatts() - totals.exportMilliwatts(), totals.netMilliwatts());
            assertEquals(totals.positiveMillivars() - totals.negativeMillivars(), totals.netMillivars());
            long phases = 0;
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                long milliwatts = values.milliwatts(phase);
                phases += method == SummationMethod.TOTAL ? Math.abs(milliwatts) : milliwatts;
            }
            assertEquals(phases, totals.netMilliwatts());
            assertTrue(
                    method == SummationMethod.INDIVIDUAL
                            || totals.importMilliwatts() == 0
                            || totals.exportMilliwatts() == 0,
                    "both directions in one second");
        }
    }

    private static OneSecondValues milli(int unit, int p1, int q1, int p2, int q2, int p3, int q3) {
        var values = new OneSecondValues();
        values.phase(0, 230_000, 1_000, p1 * unit, q1 * unit);
        values.phase(1, 230_000, 1_000, p2 * unit, q2 * unit);
        values.phase(2, 230_000, 1_000, p3 * unit, q3 * unit);
        return values;
    }

    private static String described(long imported, long exported, long r1, long r2, long r3, long r4) {
        return "A+ " + imported + " A- " + exported + " R1 " + r1 + " R2 " + r2 + " R3 " + r3 + " R4 " + r4;
    }
}
