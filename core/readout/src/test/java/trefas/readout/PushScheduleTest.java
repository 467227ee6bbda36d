package trefas.readout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.clock.MeterClock;

class PushScheduleTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            2026-11-22T14:37:00, true,  2026-11-22T14:37:00
            2026-11-22T14:37:01, false, 2026-11-22T14:37:10
            2026-11-22T14:37:09, false, 2026-11-22T14:37:10
            2026-11-22T14:37:10, true,  2026-11-22T14:37:10
            2026-11-22T14:37:55, false, 2026-11-22T14:38:00
            2026-12-31T23:59:51, false, 2027-01-01T00:00:00
            1969-12-31T23:59:59, false, 1970-01-01T00:00:00
            """)
    void p1IsDueWheneverTheWallShowsFullTens(LocalDateTime wall, boolean due, LocalDateTime next) {
        var clock = new MeterClock(-11, false);
        long second = clock.epochSecond(wall);

        assertEquals(due, PushSchedule.P1.isDue(second));
        assertEquals(clock.epochSecond(next), PushSchedule.P1.nextDue(second));
    }

    @Test
    void anHourHasAsManyDueSecondsAsPeriods() {
        var quarters = new PushSchedule(900);
        int due = 0;
        for (long second = 7_200; second < 7_200 + 3_600; second++) {
            due += quarters.isDue(second) ? 1 : 0;
        }

        assertEquals(4, due);
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 0, 7, 7_200})
    void aPeriodDividesAnHour(int seconds) {
        assertThrows(IllegalArgumentException.class, () -> new PushSchedule(seconds));
    }
}
