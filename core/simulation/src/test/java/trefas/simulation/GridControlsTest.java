package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

class GridControlsTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, GridControls.WATTS_MAX + 1})
    void aPowerOutOfRangeThrows(int watts) {
        assertThrows(IllegalArgumentException.class, () -> GridControls.AUTOMATIC.withLoadWatts(watts));
        assertThrows(IllegalArgumentException.class, () -> GridControls.AUTOMATIC.withSolarWatts(watts));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 400.1, Double.NaN})
    void aVoltageOutOfRangeThrows(double volts) {
        assertThrows(IllegalArgumentException.class, () -> GridControls.AUTOMATIC.withSourceVolts(volts));
    }

    @Test
    void aGridCannotBeUndecided() {
        assertThrows(
                IllegalArgumentException.class, () -> GridControls.AUTOMATIC.withSequence(PhaseSequence.UNDECIDED));
    }

    @Test
    void everySliderGoesBackToAutomatic() {
        GridControls moved = GridControls.AUTOMATIC
                .withLoadWatts(3_200)
                .withSolarWatts(6_000)
                .withCosPhi(CosPhi.inductive(0.9))
                .withSourceVolts(207)
                .withLost(Phase.L2)
                .withSequence(PhaseSequence.L1L3L2);

        assertEquals(Set.of(Phase.L2), moved.lost());
        assertEquals(
                GridControls.AUTOMATIC,
                moved.withAutomaticLoad()
                        .withAutomaticSolar()
                        .withAutomaticCosPhi()
                        .withAutomaticSourceVolts()
                        .withLost()
                        .withSequence(PhaseSequence.L1L2L3));
    }

    @ParameterizedTest(name = "{0} {1}: tan {2}")
    @CsvSource(textBlock = """
                    1,    INDUCTIVE,   0
                    0.8,  INDUCTIVE,   0.75
                    0.8,  CAPACITIVE, -0.75
                    0.6,  INDUCTIVE,   1.3333333333
                    0.1,  CAPACITIVE, -9.9498743711
                    """)
    void cosPhiGivesTheReactivePart(double value, CosPhi.Kind kind, double tangent) {
        assertEquals(tangent, new CosPhi(value, kind).tangent(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.09, 1.01, 0, -1, Double.NaN})
    void aCosPhiOutOfRangeThrows(double value) {
        assertThrows(IllegalArgumentException.class, () -> CosPhi.inductive(value));
    }
}
