package trefas.device.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.clock.DaylightSavingPlan.Dates;
import trefas.device.clock.DaylightSavingPlan.Rule;
import trefas.device.clock.DaylightSavingPlan.Span;

/// Dossier 7: Z15 000 none, 001 EU, or begin and end dates for 20 years (TD p22).
class DaylightSavingPlanTest {

    private static final Dates TWO_YEARS = new Dates(List.of(
            Span.of(LocalDate.of(2027, 4, 1), LocalDate.of(2027, 9, 15)),
            Span.of(LocalDate.of(2028, 10, 1), LocalDate.of(2029, 3, 10))));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2027-01-10T12:00:00Z, false",
        "2027-04-01T00:59:59Z, false",
        "2027-04-01T01:00:00Z, true",
        "2027-09-15T00:59:59Z, true",
        "2027-09-15T01:00:00Z, false",
        "2028-06-01T12:00:00Z, false",
        "2028-12-31T23:59:59Z, true",
        "2029-03-10T01:00:00Z, false",
        "2035-07-01T12:00:00Z, false"
    })
    void aPlanOfDatesIsKeptFromOneOClockUtc(Instant at, boolean isSummer) {
        assertEquals(isSummer, new MeterClock(1, TWO_YEARS).isSummerTime(at.getEpochSecond()));
    }

    @Test
    void theHourThatOccursTwiceHasTwoSeconds() {
        var clock = new MeterClock(1, TWO_YEARS);
        var twice = LocalDateTime.parse("2027-09-15T02:30:00");

        assertEquals(Instant.parse("2027-09-15T00:30:00Z").getEpochSecond(), clock.epochSecond(twice));
        assertEquals(Instant.parse("2027-09-15T01:30:00Z").getEpochSecond(), clock.lastEpochSecond(twice));
        assertEquals(
                -120,
                clock.deviationMinutes(Instant.parse("2027-06-01T00:00:00Z").getEpochSecond()));
    }

    /// The rule of the EU written down for 20 years is the same plan.
    @Test
    void twentyYearsOfDatesAgreeWithTheRule() {
        var spans = new ArrayList<Span>();
        for (int year = 2026; year < 2046; year++) {
            spans.add(new Span(changeOf(year, 3), changeOf(year, 10)));
        }
        var dates = new Dates(spans);

        long end = LocalDate.of(2046, 1, 1).toEpochDay();
        for (long day = LocalDate.of(2026, 1, 1).toEpochDay(); day < end; day++) {
            assertEquals(Rule.EUROPEAN.isSummerDay(day), dates.isSummerDay(day), LocalDate.ofEpochDay(day)::toString);
        }
    }

    private static long changeOf(int year, int month) {
        LocalDate last = LocalDate.of(year, month, 31);
        return last.minusDays(last.getDayOfWeek().getValue() % 7).toEpochDay();
    }

    @ParameterizedTest(name = "{0} to {1}, then {2} to {3}")
    @CsvSource({
        "2027-09-15, 2027-04-01, 2028-04-01, 2028-09-01",
        "2027-04-01, 2027-04-01, 2028-04-01, 2028-09-01",
        "2027-04-01, 2027-09-15, 2027-09-15, 2028-09-01",
        "2028-04-01, 2028-09-15, 2027-04-01, 2027-09-01",
        "1999-04-01, 1999-09-15, 2027-04-01, 2027-09-01",
        "2027-04-01, 2027-09-15, 2099-10-01, 2100-01-01"
    })
    void datesThatDoNotRiseAreNoPlan(LocalDate begin1, LocalDate end1, LocalDate begin2, LocalDate end2) {
        List<Span> spans = List.of(Span.of(begin1, end1), Span.of(begin2, end2));

        assertTrue(Dates.problem(spans).isPresent());
        assertThrows(IllegalArgumentException.class, () -> new Dates(spans));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "20, true", "21, false"})
    void aPlanHasOneToTwentySpans(int count, boolean isPlan) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < count; i++) {
            spans.add(Span.of(LocalDate.of(2027 + i, 4, 1), LocalDate.of(2027 + i, 9, 1)));
        }
        assertEquals(isPlan, Dates.problem(spans).isEmpty());
    }

    /// The clock object shows the span that runs or comes; after the last one, the last.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2026-01-01, 0", "2027-05-01, 0", "2027-09-15, 1", "2029-01-01, 1", "2029-03-10, 1", "2090-01-01, 1"})
    void aPlanOfDatesHasASpanForEveryDay(LocalDate day, int span) {
        assertEquals(TWO_YEARS.spans().get(span), TWO_YEARS.spanAt(day.toEpochDay()));
    }

    @Test
    void summerOverNewYearIsThatOfTheSouth() {
        assertTrue(TWO_YEARS.isSouthern());
        assertFalse(new Dates(TWO_YEARS.spans().subList(0, 1)).isSouthern());
        assertFalse(Rule.EUROPEAN.isSouthern());
        assertFalse(Rule.NONE.isSouthern());
    }
}
