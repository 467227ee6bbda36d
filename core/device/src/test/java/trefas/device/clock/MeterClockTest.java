package trefas.device.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dossier 7: whole-hour zones (Z11) and EU summer time (Z15).
class MeterClockTest {

    private static final int QUARTER_SECONDS = 900;
    private static final int HOUR_SECONDS = 3_600;

    private static final MeterClock CENTRAL_EUROPE = new MeterClock(1, true);

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource(textBlock = """
                2020-03-29T01:00:00Z, 2020-10-25T01:00:00Z
                2023-03-26T01:00:00Z, 2023-10-29T01:00:00Z
                2024-03-31T01:00:00Z, 2024-10-27T01:00:00Z
                2026-03-29T01:00:00Z, 2026-10-25T01:00:00Z
                2027-03-28T01:00:00Z, 2027-10-31T01:00:00Z
                2030-03-31T01:00:00Z, 2030-10-27T01:00:00Z
                """)
    void summerTimeRunsFromTheLastSundayOfMarchToTheLastOfOctober(Instant begin, Instant end) {
        assertFalse(CENTRAL_EUROPE.isSummerTime(begin.getEpochSecond() - 1));
        assertTrue(CENTRAL_EUROPE.isSummerTime(begin.getEpochSecond()));
        assertTrue(CENTRAL_EUROPE.isSummerTime(end.getEpochSecond() - 1));
        assertFalse(CENTRAL_EUROPE.isSummerTime(end.getEpochSecond()));
    }

    // The time zone database is an independent witness.
    @ParameterizedTest(name = "UTC{1} as in {0}")
    @CsvSource(textBlock = """
                Europe/Copenhagen, 1
                Europe/Helsinki,   2
                Europe/Lisbon,     0
                Atlantic/Azores,  -1
                """)
    void everyQuarterOfTwelveYearsAgreesWithTheTimeZoneDatabase(String place, int zoneHours) {
        var clock = new MeterClock(zoneHours, true);
        ZoneId zone = ZoneId.of(place);
        long end = Instant.parse("2032-01-01T00:00:00Z").getEpochSecond();

        for (long at = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond(); at < end; at += QUARTER_SECONDS) {
            ZoneOffset offset = zone.getRules().getOffset(Instant.ofEpochSecond(at));
            assertEquals(LocalDateTime.ofEpochSecond(at, 0, offset), clock.local(at));
            assertEquals(-offset.getTotalSeconds() / 60, clock.deviationMinutes(at));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-11, -5, -1, 0, 1, 2, 12})
    void wallTimeAndBackIsTheSameSecondExceptInTheHourThatOccursTwice(int zoneHours) {
        var clock = new MeterClock(zoneHours, true);
        long end = Instant.parse("2027-01-01T00:00:00Z").getEpochSecond();
        long autumnChange = Instant.parse("2026-10-25T01:00:00Z").getEpochSecond();

        for (long at = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond(); at < end; at += QUARTER_SECONDS) {
            boolean firstPass = at >= autumnChange - HOUR_SECONDS && at < autumnChange;
            boolean secondPass = at >= autumnChange && at < autumnChange + HOUR_SECONDS;

            assertEquals(secondPass ? at - HOUR_SECONDS : at, clock.epochSecond(clock.local(at)));
            assertEquals(firstPass ? at + HOUR_SECONDS : at, clock.lastEpochSecond(clock.local(at)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-11, 0, 1, 12})
    void withoutDaylightSavingTheWallShowsNormalTimeAllYear(int zoneHours) {
        var clock = new MeterClock(zoneHours, false);
        long july = Instant.parse("2026-07-01T12:00:00Z").getEpochSecond();

        assertFalse(clock.isSummerTime(july));
        assertEquals(LocalDateTime.of(2026, 7, 1, 12, 0).plusHours(zoneHours), clock.local(july));
        assertEquals(clock.normal(july), clock.local(july));
        assertEquals(july, clock.epochSecond(clock.local(july)));
        assertEquals(july, clock.lastEpochSecond(clock.local(july)));
        assertEquals(-60 * zoneHours, clock.deviationMinutes(july));
    }

    // On 25 October 2026 the hour from 02:00 to 03:00 passes twice: from 00:00 UTC and from 01:00 UTC.
    @Test
    void theHourThatOccursTwiceHasAFirstAndASecondPass() {
        var halfPastTwo = LocalDateTime.of(2026, 10, 25, 2, 30);

        assertEquals(second("2026-10-25T00:30:00Z"), CENTRAL_EUROPE.epochSecond(halfPastTwo));
        assertEquals(second("2026-10-25T01:30:00Z"), CENTRAL_EUROPE.lastEpochSecond(halfPastTwo));
        assertEquals(halfPastTwo, CENTRAL_EUROPE.local(second("2026-10-25T00:30:00Z")));
        assertEquals(halfPastTwo, CENTRAL_EUROPE.local(second("2026-10-25T01:30:00Z")));
    }

    // On 29 March 2026 the wall goes from 01:59:59 to 03:00:00. As a lower bound 02:30 is after the change, as an upper
    // bound before it: nothing happened in between.
    @Test
    void theHourThatIsLeftOutLiesBehindTheChangeOrBeforeIt() {
        var halfPastTwo = LocalDateTime.of(2026, 3, 29, 2, 30);

        assertEquals(LocalDateTime.of(2026, 3, 29, 1, 59, 59), CENTRAL_EUROPE.local(second("2026-03-29T00:59:59Z")));
        assertEquals(LocalDateTime.of(2026, 3, 29, 3, 0), CENTRAL_EUROPE.local(second("2026-03-29T01:00:00Z")));
        assertEquals(second("2026-03-29T01:30:00Z"), CENTRAL_EUROPE.epochSecond(halfPastTwo));
        assertEquals(second("2026-03-29T00:30:00Z"), CENTRAL_EUROPE.lastEpochSecond(halfPastTwo));
    }

    // Dossier 7: log stamps are kept in normal time.
    @Test
    void normalTimeIgnoresSummer() {
        long july = second("2026-07-01T12:00:00Z");

        assertEquals(LocalDateTime.of(2026, 7, 1, 13, 0), CENTRAL_EUROPE.normal(july));
        assertEquals(LocalDateTime.of(2026, 7, 1, 14, 0), CENTRAL_EUROPE.local(july));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                1,   2026-01-15T12:00:00Z, -60
                1,   2026-07-15T12:00:00Z, -120
                0,   2026-01-15T12:00:00Z, 0
                -11, 2026-01-15T12:00:00Z, 660
                12,  2026-01-15T12:00:00Z, -720
                """)
    void theDeviationIsWhatIsAddedToTheWallToGiveUtc(int zoneHours, Instant at, int minutes) {
        assertEquals(minutes, new MeterClock(zoneHours, true).deviationMinutes(at.getEpochSecond()));
    }

    @ParameterizedTest
    @ValueSource(ints = {-12, 13})
    void zonesEndWhereZ11Ends(int zoneHours) {
        assertThrows(IllegalArgumentException.class, () -> new MeterClock(zoneHours, true));
    }

    private static long second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
