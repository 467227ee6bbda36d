package trefas.metrology.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTicksTest {

    @ParameterizedTest(name = "record from {0} ms, {1} s into it: interval {2} of ten minutes, which began at {3} s")
    @CsvSource(textBlock = """
                        0,      0, 0,       0
                        0, 599.99, 0,       0
                        0,    600, 1,     600
                   590250,      0, 0, -590.25
                   590250,   9.74, 0, -590.25
                   590250,   9.75, 1,    9.75
                   590250, 9.7499999, 1,  9.75
            1700000000123,      0, 2833333, -200.123
                      -5,       0, -1, -599.995
            """)
    void intervalsBeginAtWholeTenMinutesOfTheClock(long epoch, double seconds, long interval, double start) {
        ClockTicks ticks = new ClockTicks(epoch);

        assertEquals(interval, ticks.interval(seconds, 600));
        assertEquals(start, ticks.startSeconds(interval, 600), 1e-9);
    }
}
