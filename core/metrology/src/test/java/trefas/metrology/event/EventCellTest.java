package trefas.metrology.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.VoltageEvent.Interruption;
import trefas.quantity.Phase;

class EventCellTest {

    @ParameterizedTest(name = "{0} % for {1} s: {2}")
    @CsvSource({
        "89.9, 0.02, A1",
        "80, 0.2, A1",
        "79.99, 0.2001, B2",
        "70, 0.5, B2",
        "69.9, 0.6, C3",
        "55, 0.29, C2",
        "40, 1, C3",
        "39.9, 1.01, D4",
        "5, 5, D4",
        "4.99, 5.1, X5",
        "0, 60, X5",
        "0, 0.1, X1",
        "85, 3, A4",
        "85, 10, A5"
    })
    void dipsHaveTheCellsOfTheTable(double residual, double seconds, EventCell cell) {
        assertEquals(Optional.of(cell), EventCell.ofDip(residual, seconds));
    }

    @ParameterizedTest(name = "{0} % for {1} s: {2}")
    @CsvSource({
        "110.1, 0.02, T1",
        "119.9, 0.5, T1",
        "119.9, 0.51, T2",
        "115, 5, T2",
        "115, 60, T3",
        "120, 0.5, S1",
        "140, 4, S2",
        "130, 6, S3"
    })
    void swellsHaveTheCellsOfTheTable(double height, double seconds, EventCell cell) {
        assertEquals(Optional.of(cell), EventCell.ofSwell(height, seconds));
    }

    @Test
    void whatLastsLongerThanAMinuteHasNoCell() {
        assertEquals(Optional.empty(), EventCell.ofDip(50, 60.02));
        assertEquals(Optional.empty(), EventCell.ofSwell(115, 61));
    }

    @Test
    void anInterruptionHasNoCellOfTheDips() {
        assertEquals(Optional.empty(), EventCell.of(new Interruption(1, 2, Set.of(Phase.L1, Phase.L2, Phase.L3), 0)));
    }

    @Test
    void tenCyclesAreTwoTenthsOfASecondHoweverTheyRound() {
        assertEquals(Optional.of(EventCell.C1), EventCell.ofDip(50, 0.6766666666666667 - 0.4766666666666666));
    }
}
