package trefas.metrology.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.quantity.Phase;

class EventSettingsTest {

    @Test
    void theUsualThresholdsAreThoseOfTheStandard() {
        assertEquals(new EventSettings(230, 50, 90, 110, 5, 2, 5, EnumSet.allOf(Phase.class)), EventSettings.of(230));
        assertEquals(120, EventSettings.of(230).atHertz(60).steadyHalfCycles());
    }

    @ParameterizedTest(name = "Udin {0} V, dip {1}, swell {2}, interruption {3}, hysteresis {4}, rapid {5}")
    @CsvSource({
        "0, 90, 110, 5, 2, 5",
        "230, 6, 110, 5, 2, 5",
        "230, 90, 93, 5, 2, 5",
        "230, 90, 110, 0, 2, 5",
        "230, 90, 110, 5, -1, 5",
        "230, 90, 110, 5, 2, 0.9",
        "230, 90, 110, 5, 2, 6.1"
    })
    void thresholdsThatContradictEachOtherAreRefused(
            double volts, double dip, double swell, double interruption, double hysteresis, double rapid) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new EventSettings(
                        volts, 50, dip, swell, interruption, hysteresis, rapid, EnumSet.allOf(Phase.class)));
    }

    @Test
    void aMeterWithoutPhasesIsRefused() {
        EventSettings settings = EventSettings.of(230);

        assertThrows(IllegalArgumentException.class, () -> settings.measuring(Set.of()));
    }
}
