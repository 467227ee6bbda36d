package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SupplyPhasors;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

class SimulatedGridTest {

    private static final int DAY = 86_400;

    private final SupplyPhasors phasors = new SupplyPhasors();
    private final OneSecondValues values = new OneSecondValues();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, Long.MIN_VALUE})
    void voltageAndFrequencyWanderWithinTheirBandsWithoutLeaps(long seed) {
        var grid = new SimulatedGrid(seed, SourceImpedance.REFERENCE);
        double squares = 0;
        double lowest = 400;
        double highest = 0;
        for (int second = 0; second < 7 * DAY; second++) {
            double hertz = grid.hertz(second);
            assertEquals(50, hertz, 0.035);
            assertEquals(hertz, grid.hertz(second + 1), 0.001);
            squares += (hertz - 50) * (hertz - 50);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                double volts = grid.sourceVolts(phase, second);
                assertEquals(230, volts, 6.7);
                assertEquals(volts, grid.sourceVolts(phase, second + 1), 0.2);
                lowest = Math.min(lowest, volts);
                highest = Math.max(highest, volts);
            }
        }

        double rms = Math.sqrt(squares / (7 * DAY));
        assertTrue(rms > 0.010 && rms < 0.020, () -> rms + " Hz");
        assertTrue(highest - lowest > 6, "hardly wanders");
    }

    @Test
    void phasesAndSeedsDiffer() {
        var grid = new SimulatedGrid(1, SourceImpedance.REFERENCE);
        var other = new SimulatedGrid(2, SourceImpedance.REFERENCE);

        assertNotEquals(grid.sourceVolts(0, 1_000), grid.sourceVolts(1, 1_000));
        assertNotEquals(grid.sourceVolts(0, 1_000), other.sourceVolts(0, 1_000));
        assertNotEquals(grid.hertz(1_000), other.hertz(1_000));
    }

    // U, I, P and Q at the meter: 5 kW and 2 kvar pull 230 V down to 223.28 V and draw 24.12 A.
    @ParameterizedTest(name = "{0} V, {1} W, {2} var on {3}")
    @CsvSource(textBlock = """
                    230,  5000,  2000, 0, 223279, 24119,  5000000,  2000000
                    230,  5000,  2000, 2, 223279, 24119,  5000000,  2000000
                    230, -5000,     0, 1, 235082, 21269, -5000000,        0
                    230,     0,     0, 1, 230000,     0,        0,        0
                    0,    5000,  2000, 1,      0,     0,        0,        0
                    """)
    void aLoadIsMeasuredAtTheVoltageItLeaves(
            double source,
            double watts,
            double vars,
            int phase,
            int millivolts,
            int milliamperes,
            int milliwatts,
            int millivars) {
        var grid = new SimulatedGrid(1, SourceImpedance.REFERENCE);

        grid.connect(phase, source, PhaseSequence.L1L2L3, watts, vars, phasors);
        phasors.measure(50, values);

        assertEquals(millivolts, values.millivolts(phase));
        assertEquals(milliamperes, values.milliamperes(phase));
        assertEquals(milliwatts, values.milliwatts(phase));
        assertEquals(millivars, values.millivars(phase));
    }
}
