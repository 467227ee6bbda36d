package trefas.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(textBlock = """
            0,      1,     0.0 0.2 0.4 0.6 0.8 1.0
            0,      0.03,  0.00 0.01 0.02 0.03
            -325,   325,   −200 0 200
            229.9,  230.2, 229.9 230.0 230.1 230.2
            0,      12000, '0 5 000 10 000'
            """)
    void ticksAreRoundNumbersWithJustEnoughDecimals(double from, double to, String labels) {
        var scale = Scale.fit(Axis.linear("any", ""), from, to, 0, 100);

        assertEquals(labels.replace("5 000", "5\u202F000").replace("10 000", "10\u202F000"), labels(scale, 5));
    }

    @ParameterizedTest(name = "{0} to {1}, about {2}: {3}")
    @CsvSource(textBlock = """
            0.25, 63, 8, 0.5 1 2 5 10 20 50
            0.01, 60, 4, 0.01 0.1 1 10
            """)
    void ticksOfALogarithmicAxisAreDecadesOrTheirOneTwoFive(double from, double to, int about, String labels) {
        assertEquals(labels, labels(Scale.fit(Axis.logarithmic("any", ""), from, to, 0, 100), about));
    }

    @Test
    void equalFactorsAreEqualStepsOnALogarithmicAxis() {
        var scale = Scale.fit(Axis.logarithmic("any", "").range(1, 100), 0, 0, 0, 200);

        assertEquals(0, scale.place(1), 1e-9);
        assertEquals(100, scale.place(10), 1e-9);
        assertEquals(200, scale.place(100), 1e-9);
    }

    @Test
    void oneValueAloneStandsInTheMiddle() {
        assertEquals(50, Scale.fit(Axis.linear("any", ""), 230, 230, 0, 100).place(230), 1e-9);
        assertEquals(50, Scale.fit(Axis.linear("any", ""), 0, 0, 0, 100).place(0), 1e-9);
    }

    @Test
    void noDataStillHasAFrame() {
        var scale = Scale.fit(Axis.linear("any", ""), Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 100);

        assertTrue(scale.to() > scale.from());
    }

    @ParameterizedTest(name = "{0} to {1} digits: {2}")
    @CsvSource(textBlock = """
            231.0004,  5, 231.00
            -0.000123, 3, −0.000123
            0,         4, 0
            NaN,       4, –
            305292.93, 8, 305 292.93
            """)
    void numbersAreWrittenWithTheDigitsThatCount(double value, int digits, String text) {
        assertEquals(text.replace("305 ", "305\u202F"), Significant.digits(value, digits));
    }

    private static String labels(Scale scale, int about) {
        return String.join(
                " ",
                scale.ticks(about).stream()
                        .map(tick -> scale.label(tick, about))
                        .toList());
    }
}
