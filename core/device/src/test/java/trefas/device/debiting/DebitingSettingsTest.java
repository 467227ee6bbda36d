package trefas.device.debiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.log.CaptureMoments;

class DebitingSettingsTest {

    // Every code of Z7 (data sheet).
    @ParameterizedTest(name = "Z7 = {0}: months {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0  |
            1  | 1 2 3 4 5 6 7 8 9 10 11 12
            2  | 1 3 5 7 9 11
            3  | 2 4 6 8 10 12
            4  | 1 4 7 10
            5  | 2 5 8 11
            6  | 3 6 9 12
            7  | 1 7
            8  | 2 8
            9  | 3 9
            10 | 4 10
            11 | 5 11
            12 | 6 12
            13 | 1
            14 | 2
            15 | 3
            16 | 4
            17 | 5
            18 | 6
            19 | 7
            20 | 8
            21 | 9
            22 | 10
            23 | 11
            24 | 12
            """)
    void anIntervalEndsInItsMonths(int code, String months) {
        DebitingInterval interval = DebitingInterval.ofCode(code).orElseThrow();

        List<String> ends = IntStream.rangeClosed(1, 12)
                .filter(interval::endsIn)
                .mapToObj(String::valueOf)
                .toList();

        assertEquals(months == null ? "" : months, String.join(" ", ends));
        assertEquals(code, interval.code());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 25, 99})
    void otherCodesAreNoInterval(int code) {
        assertEquals(Optional.empty(), DebitingInterval.ofCode(code));
    }

    // In every interval and on every day a year has as many stops as months that end it, each at 00:00:00 normal time.
    @Test
    void aYearHasItsStops() {
        ZoneOffset zone = ZoneOffset.ofHours(-11);
        for (DebitingInterval interval : DebitingInterval.values()) {
            for (int day = DebitingSettings.DAY_MIN; day <= DebitingSettings.DAY_MAX; day++) {
                CaptureMoments stops = DebitingSettings.DEFAULT
                        .withInterval(interval)
                        .withDay(day)
                        .stops(-11);
                long yearEnds = LocalDateTime.parse("2028-12-31T23:59:59").toEpochSecond(zone);
                long time = LocalDateTime.parse("2027-12-31T23:59:59").toEpochSecond(zone);
                int count = 0;
                for (time = stops.after(time); time <= yearEnds; time = stops.after(time)) {
                    LocalDateTime stop = LocalDateTime.ofEpochSecond(time, 0, zone);
                    assertEquals(day, stop.getDayOfMonth());
                    assertTrue(interval.endsIn(stop.getMonthValue()));
                    assertEquals(0, stop.toLocalTime().toSecondOfDay());
                    count++;
                }
                assertEquals(
                        IntStream.rangeClosed(1, 12).filter(interval::endsIn).count(), count);
            }
        }
    }

    @ParameterizedTest(name = "after {0}: {1}")
    @CsvSource(textBlock = """
            2026-01-14T23:59:59, 2026-01-15T00:00:00
            2026-01-15T00:00:00, 2026-04-15T00:00:00
            2026-12-31T12:00:00, 2027-01-15T00:00:00
            """)
    void theNextStopIsAfterATime(String time, String next) {
        CaptureMoments stops = DebitingSettings.DEFAULT
                .withInterval(DebitingInterval.THREE_MONTHS_FROM_JANUARY)
                .withDay(15)
                .stops(2);

        assertEquals(seconds(next), stops.after(seconds(time)));
    }

    @Test
    void daysAre1To28() {
        assertTrue(DebitingSettings.isDay(1));
        assertTrue(DebitingSettings.isDay(28));
        assertFalse(DebitingSettings.isDay(0));
        assertFalse(DebitingSettings.isDay(29));
        assertThrows(IllegalArgumentException.class, () -> DebitingSettings.DEFAULT.withDay(29));
    }

    private static long seconds(String normalTime) {
        return LocalDateTime.parse(normalTime).toEpochSecond(ZoneOffset.ofHours(2));
    }
}
