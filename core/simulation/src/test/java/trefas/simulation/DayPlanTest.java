package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.quantity.Phase;

class DayPlanTest {

    private static final int DAY = 86_400;

    private final DayPlan plan = new DayPlan();

    @ParameterizedTest(name = "at {0}: {1} mW on L1, {2} mW and {3} mvar on L2")
    @CsvSource(textBlock = """
                        0, 50000,       0,      0
                       99, 50000,       0,      0
                      100, 50000, 1000000, 750000
                      199, 50000, 1000000, 750000
                      200, 50000, 3000000, 750000
                      299, 50000, 3000000, 750000
                      300, 50000, 2000000,      0
                      400, 50000,       0,      0
                    86000, 50000,   10000,      0
                    86399, 50000,   10000,      0
                    """)
    void runsAddUpFromTheirBeginToTheirEnd(int second, int first, int watts, int vars) {
        plan.run(-10, DAY + 10, Phase.L1, 50, CosPhi.UNITY);
        plan.run(100, 300, Phase.L2, 1_000, CosPhi.inductive(0.8));
        plan.run(200, 400, Phase.L2, 2_000, CosPhi.UNITY);
        plan.run(DAY - 400, 2 * DAY, Phase.L2, 10, CosPhi.UNITY);
        plan.run(500, 500, Phase.L2, 10, CosPhi.UNITY);
        plan.run(DAY, DAY + 5, Phase.L2, 10, CosPhi.UNITY);
        plan.fold();

        plan.at(second);

        assertEquals(first, plan.milliwatts(0));
        assertEquals(watts, plan.milliwatts(1));
        assertEquals(vars, plan.millivars(1));
        assertEquals(0, plan.milliwatts(2));
    }

    @Test
    void secondsMayBeAskedForInAnyOrder() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        int[] expected = new int[DAY];
        for (int i = 0; i < 200; i++) {
            int from = random.nextInt(DAY);
            int to = Math.min(DAY, from + random.nextInt(10_000));
            plan.run(from, to, Phase.L3, i, CosPhi.UNITY);
            for (int second = from; second < to; second++) {
                expected[second] += i * 1_000;
            }
        }
        plan.fold();

        for (int i = 0; i < 20_000; i++) {
            int second = random.nextInt(DAY);
            plan.at(second);
            assertEquals(expected[second], plan.milliwatts(2), () -> "at " + second);
        }
    }

    @Test
    void aClearedPlanDrawsNothing() {
        plan.run(0, DAY, Phase.L1, 50, CosPhi.UNITY);
        plan.fold();
        plan.clear();

        plan.at(1_000);

        assertEquals(0, plan.milliwatts(0));
    }

    @Test
    void runsHaveALimit() {
        for (int i = 0; i < DayPlan.RUNS_MAX; i++) {
            plan.run(i, i + 1, Phase.L1, 1, CosPhi.UNITY);
        }
        assertThrows(IllegalStateException.class, () -> plan.run(0, 1, Phase.L1, 1, CosPhi.UNITY));
    }
}
