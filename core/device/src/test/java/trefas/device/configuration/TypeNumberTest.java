package trefas.device.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"6841439BN244100010", "684-14-39B-N24-4-100-010"})
    void dashesBetweenTheGroupsDoNotMatter(String written) {
        assertEquals(Optional.of(TypeNumber.DIN_RAIL_FOUR_QUADRANT), TypeNumber.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6841439BN24410001", "6841439BN2441000100", "6941439BN244100010", "6841439bn244100010"})
    void anythingElseIsNoTypeNumber(String written) {
        assertEquals(Optional.empty(), TypeNumber.parse(written));
        assertThrows(IllegalArgumentException.class, () -> new TypeNumber(written));
    }

    @Test
    void theDefaultIsTheMeterOfTheDataSheet() {
        MeterConfiguration meter = MeterConfiguration.DEFAULT;

        assertEquals("6841439BN244100010", meter.typeNumber().toString());
        assertEquals("7.2", meter.energyFormat().toString());
        assertEquals("A+ A- R+ R-", meter.loadProfileContent().title());
        assertEquals(15, meter.capturePeriod().minutes());
        assertEquals(1, meter.clock().zoneHours());
    }
}
