package trefas.device.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.register.MeasuredEnergies;

/// Dossier 6.2.
class DisplayListsTest {

    @ParameterizedTest(name = "{0} automatic, {1} consumer, {2} utility: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    0  | 4  | 0  | the automatic list has 0 items, expected 1 to 16
                    1  | 4  | 0  | ''
                    16 | 30 | 16 | ''
                    17 | 30 | 16 | the automatic list has 17 items, expected 1 to 16
                    16 | 31 | 16 | the consumer list has 31 items, expected at most 30
                    16 | 30 | 17 | the utility list has 17 items, expected at most 16
                    """)
    void listsHaveLimits(int automatic, int consumer, int utility, String problem) {
        List<DisplayItem> automaticItems = Collections.nCopies(automatic, DisplayItem.P_PLUS);
        List<DisplayItem> consumerItems = DisplayItem.ALL.subList(0, consumer);
        List<DisplayItem> utilityItems = DisplayItem.ALL.subList(0, utility);

        if (problem.isEmpty()) {
            assertEquals(
                    utility,
                    new DisplayLists(automaticItems, consumerItems, utilityItems)
                            .utility()
                            .size());
        } else {
            var refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> new DisplayLists(automaticItems, consumerItems, utilityItems));
            assertEquals(problem, refused.getMessage());
        }
    }

    // Data sheet: legal registers cannot be removed from the manual list; which are legal follows X9.
    @ParameterizedTest(name = "X9 {0}, the first {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    FOUR_QUADRANTS | 4 | ''
                    FOUR_QUADRANTS | 3 | the consumer list leaves out 4.8.0, negative reactive energy, which the meter is billed by
                    ACTIVE         | 2 | ''
                    ACTIVE         | 1 | the consumer list leaves out 2.8.0, exported active energy, which the meter is billed by
                    ACTIVE_IMPORT  | 1 | ''
                    ACTIVE_IMPORT  | 0 | the consumer list leaves out 1.8.0, imported active energy, which the meter is billed by
                    """)
    void theConsumerListKeepsTheLegalRegisters(MeasuredEnergies measured, int items, String problem) {
        assertEquals(
                problem, String.join("; ", DisplayLists.checkConsumer(DisplayItem.ALL.subList(0, items), measured)));
    }

    @Test
    void anAutomaticListMustHoldSomethingTheMeterMeasures() {
        List<DisplayItem> reactive = List.of(DisplayItem.R_PLUS, DisplayItem.E_PLUS);

        assertEquals(List.of(), DisplayLists.checkAutomatic(reactive, MeasuredEnergies.FOUR_QUADRANTS));
        assertEquals(
                List.of("the automatic list holds nothing that this meter measures"),
                DisplayLists.checkAutomatic(reactive, MeasuredEnergies.ACTIVE));
    }
}
