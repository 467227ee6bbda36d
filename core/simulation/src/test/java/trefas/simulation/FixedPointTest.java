package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {

    @ParameterizedTest(name = "{0} with {1} places")
    @CsvSource(textBlock = """
                    1.044,              6,  1044000
                    1.0440000000000001, 6,  1044000
                    -1.5,               3,    -1500
                    +1.5,               3,     1500
                    0,                  3,        0
                    -0,                 3,        0
                    .5,                 3,      500
                    5.,                 3,     5000
                    0.0005,             3,        1
                    -0.0005,            3,       -1
                    0.00049999,         3,        0
                    0.9996,             3,     1000
                    7,                  0,        7
                    7.5,                0,        8
                    999999999999.999999, 6, 999999999999999999
                    """)
    void decimalsBecomeWholeSmallUnits(String text, int decimals, long units) {
        assertEquals(units, FixedPoint.parse(text, decimals));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "abc",
                "1e3",
                "NaN",
                "Infinity",
                "1,5",
                "1.2.3",
                " 1",
                "1 ",
                "--1",
                "0x1",
                "\u0661",
                "1000000000000"
            })
    void anythingElseIsNoNumber(String text) {
        assertEquals(FixedPoint.NOT_A_NUMBER, FixedPoint.parse(text, 3));
    }

    @Test
    void agreesWithExactArithmetic() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int i = 0; i < 100_000; i++) {
            var number =
                    BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), random.nextInt(12));
            int decimals = random.nextInt(7);

            assertEquals(
                    number.setScale(decimals, RoundingMode.HALF_UP)
                            .unscaledValue()
                            .longValueExact(),
                    FixedPoint.parse(number.toPlainString(), decimals),
                    number::toPlainString);
        }
    }
}
