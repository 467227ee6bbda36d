package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.app.settings.Speed;

class PaceTest {

    private static final long START_SECOND = 1_000;

    /// The clock of a machine may count from anywhere.
    private static final long START_NANOS = -5_000_000_000L;

    @ParameterizedTest(name = "after {1} ms at speed {0}")
    @CsvSource(textBlock = """
            0,    100000, 1000
            1,    0,      1000
            1,    999,    1000
            1,    1000,   1001
            1,    61999,  1061
            0.5,  1999,   1000
            0.5,  2000,   1001
            60,   16,     1000
            60,   17,     1001
            60,   1000,   1060
            1000000, 1000, 1001000
            """)
    void aSecondIsDueWhenItIsOver(double speed, long milliseconds, long due) {
        assertEquals(due, pace(speed).dueSecond(START_NANOS + milliseconds * 1_000_000));
    }

    @ParameterizedTest(name = "second {1} after {2} ms at speed {0}")
    @CsvSource(textBlock = """
            1,   1001, 0,    1000000000
            1,   1001, 400,  600000000
            1,   1001, 1000, 0
            1,   1001, 5000, 0
            2,   1001, 0,    500000000
            0.5, 1002, 1000, 3000000000
            0,   1001, 1000, 9223372036854775807
            """)
    void waitingEndsWhenTheSecondIsDue(double speed, long second, long milliseconds, long nanos) {
        assertEquals(nanos, pace(speed).nanosUntil(second, START_NANOS + milliseconds * 1_000_000));
    }

    @Test
    void atFullSpeedEverythingIsDueAtOnce() {
        var pace = new Pace(START_SECOND, START_NANOS, Speed.MAX);

        assertEquals(Long.MAX_VALUE, pace.dueSecond(START_NANOS));
        assertEquals(0, pace.nanosUntil(Long.MAX_VALUE, START_NANOS));
    }

    // Whoever waits as long as told must not find the second not yet due.
    @ParameterizedTest
    @CsvSource({"1", "3", "7.3", "60", "999.9"})
    void waitingIsNeverTooShort(double speed) {
        Pace pace = pace(speed);
        for (long second = START_SECOND; second < START_SECOND + 10_000; second++) {
            long until = START_NANOS + pace.nanosUntil(second, START_NANOS);

            long reached = second;
            assertTrue(pace.dueSecond(until + 1) >= second, () -> "second " + reached);
        }
    }

    @ParameterizedTest(name = "{0} ms")
    @CsvSource({"0, 0", "999, 0", "1000, 1", "61500, 61"})
    void realSecondsAreThoseOfTheMachine(long milliseconds, long seconds) {
        assertEquals(seconds, pace(3_600).realSecond(START_NANOS + milliseconds * 1_000_000));
    }

    private static Pace pace(double speed) {
        return new Pace(START_SECOND, START_NANOS, new Speed(speed));
    }
}
