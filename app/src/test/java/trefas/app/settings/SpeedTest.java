package trefas.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            0,        0,        stopped
            0.0,      0,        stopped
            1,        1,        ×1
            60,       60,       ×60
            x3600,    3600,     ×3600
            ×2,       2,        ×2
            0.5,      0.5,      ×0.5
            0.0001,   0.0001,   ×0.0001
            1000000,  1000000,  ×1000000
            max,      Infinity, max
            MAX,      Infinity, max
            """)
    void aSpeedIsWrittenAsPeopleDo(String text, double factor, String shown) {
        Speed speed = Speed.parse(text).orElseThrow();

        assertEquals(factor, speed.factor());
        assertEquals(shown, speed.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-1",
                "-0",
                "1000000.1",
                "1000001",
                "NaN",
                "Infinity",
                "1e3",
                "1f",
                "0x1p3",
                " 1",
                "fast",
                "xx1"
            })
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), Speed.parse(text));
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThrows(IllegalArgumentException.class, () -> new Speed(-1));
        assertThrows(IllegalArgumentException.class, () -> new Speed(Double.NaN));
    }
}
