package trefas.device.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogIntervalTest {

    // 1 June 2026 is a Monday.
    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource(textBlock = """
            DAILY,   2026-05-31T23:59:59, 2026-06-01T00:00:00
            DAILY,   2026-06-01T00:00:00, 2026-06-02T00:00:00
            WEEKLY,  2026-05-31T23:59:59, 2026-06-01T00:00:00
            WEEKLY,  2026-06-01T00:00:00, 2026-06-08T00:00:00
            WEEKLY,  2026-06-03T12:00:00, 2026-06-08T00:00:00
            MONTHLY, 2026-05-31T23:59:59, 2026-06-01T00:00:00
            MONTHLY, 2026-06-01T00:00:00, 2026-07-01T00:00:00
            MONTHLY, 2026-12-15T00:00:00, 2027-01-01T00:00:00
            DAILY,   2028-02-28T10:00:00, 2028-02-29T00:00:00
            """)
    void aMomentIsAtMidnightOfItsZone(LogInterval interval, String time, String next) {
        for (int zone : new int[] {-11, 0, 1, 12}) {
            assertEquals(seconds(next, zone), interval.in(zone).after(seconds(time, zone)));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            DAILY,   0, 1
            WEEKLY,  1, 2
            MONTHLY, 2, 3
            """)
    void theObjectCountsFrom0AndZ25From1(LogInterval interval, int code, int digit) {
        assertEquals(code, interval.code());
        assertEquals(Optional.of(interval), LogInterval.ofCode(code));
        assertEquals(Optional.of(interval), LogInterval.ofZ25(digit));
        assertEquals(digit, interval.z25());
    }

    @Test
    void otherCodesAreNoInterval() {
        assertEquals(Optional.empty(), LogInterval.ofCode(3));
        assertEquals(Optional.empty(), LogInterval.ofCode(-1));
        assertEquals(Optional.empty(), LogInterval.ofZ25(0));
        assertEquals(Optional.empty(), LogInterval.ofZ25(4));
    }

    private static long seconds(String normalTime, int zone) {
        return LocalDateTime.parse(normalTime).toEpochSecond(ZoneOffset.ofHours(zone));
    }
}
