package trefas.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {

    private static final int WATTS_MAX = 12_000;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            0W,       0
            800W,     800
            800 W,    800
            3.2kW,    3200
            6 kWp,    6000
            0.001kW,  1
            12kW,     12000
            12000W,   12000
            0.9W,     0
            """)
    void aPowerIsWholeWattsAndTheRestIsCut(String text, int watts) {
        assertEquals(Optional.of(watts), Power.parse(text, WATTS_MAX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "6",
                "kW",
                "6KW",
                "6 k W",
                "6  kW",
                "-1W",
                ".5kW",
                "1.kW",
                "1.0005kW",
                "1e3W",
                "12000.5W",
                "12.001kW",
                "999999kW",
                "1000000W"
            })
    void anythingElseOrMoreIsNone(String text) {
        assertEquals(Optional.empty(), Power.parse(text, WATTS_MAX));
    }
}
