package trefas.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The currents of a 0.25-5(63) A meter by class (metrology reference 1.1).
class RatedCurrentsTest {

    @ParameterizedTest(name = "class {0}: {1} {2} {3} {4} {5} A")
    @CsvSource({"A, 0.025, 0.25, 0.5, 5, 63", "B, 0.020, 0.25, 0.5, 5, 63", "C, 0.020, 0.15, 0.5, 5, 63"})
    void aDirectMeterIsRatedByItsClass(
            AccuracyClass accuracyClass, double start, double minimum, double transitional, double ref, double max) {
        RatedCurrents rated = RatedCurrents.of63Amperes(accuracyClass);
        assertEquals(new RatedCurrents(start, minimum, transitional, ref, max), rated);
    }

    @Test
    void currentsOutOfOrderAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RatedCurrents(0.02, 0.5, 0.25, 5, 63));
    }
}
