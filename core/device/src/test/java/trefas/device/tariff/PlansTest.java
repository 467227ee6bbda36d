package trefas.device.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a plan may be (dossier 8): 3 plans, 4 seasons, 8 season starts, 3 kinds of days, 10 switches, 200 exception
/// days within 20 years. Whatever breaks a rule is told, all of it.
class PlansTest {

    private static final DayPlan DAY = DayPlan.always(PlanValue.TARIFF, 1);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        00:00 1                             |
        00:00 1, 23:59 8                    |
        23:59 8, 00:00 1                    |
        00:00 1, 01:00 2, 02:00 3, 03:00 4, 04:00 5, 05:00 6, 06:00 7, 07:00 8, 08:00 1, 09:00 2 |
        ''                                  | a day needs a switch at 00:00
        00:01 1                             | a day needs a switch at 00:00
        00:00 1, 00:00 2                    | a day has two switches at 00:00
        00:00 0                             | tariff 0 at 00:00, expected 1 to 8
        00:00 1, 06:30 9                    | tariff 9 at 06:30, expected 1 to 8
        00:00 1, 24:00 2                    | minute 1440 is not in a day, expected 0 to 1439
        06:30 9, 06:30 1                    | a day needs a switch at 00:00; tariff 9 at 06:30, expected 1 to 8; a day has two switches at 06:30
        00:00 1, 01:00 2, 02:00 3, 03:00 4, 04:00 5, 05:00 6, 06:00 7, 07:00 8, 08:00 1, 09:00 2, 10:00 3 | a day has 11 switches, expected at most 10
        """)
    void aDayHasUpToTenSwitches(String switches, String problems) {
        assertEquals(
                problems == null ? "" : problems,
                String.join("; ", DayPlan.check(PlanValue.TARIFF, SamplePlans.switches(switches))));
    }

    @Test
    void aRelayHasTwoPositions() {
        assertEquals(List.of(), DayPlan.check(PlanValue.RELAY_POSITION, SamplePlans.switches("00:00 0, 12:00 1")));
        assertEquals(
                List.of("relay position 2 at 12:00, expected 0 to 1"),
                DayPlan.check(PlanValue.RELAY_POSITION, SamplePlans.switches("00:00 0, 12:00 2")));
    }

    @Test
    void aSeasonBeginsAndHasAName() {
        assertEquals(List.of(), SeasonPlan.check("x".repeat(32), List.of(MonthDay.of(2, 29))));
        assertEquals(
                List.of(
                        "the name \"\" can't be shown, expected 1 to 32 printable ASCII characters",
                        "a season never begins, expected at least one start date"),
                SeasonPlan.check("", List.of()));
        assertEquals(
                1, SeasonPlan.check("x".repeat(33), List.of(MonthDay.of(1, 1))).size());
        assertEquals(1, SeasonPlan.check("été", List.of(MonthDay.of(1, 1))).size());
    }

    @Test
    void aPlanHasUpToFourSeasonsThatBeginUpToEightTimesAYear() {
        assertEquals(List.of(), SwitchingPlan.check("plan", seasons(4, 2)));
        assertEquals(
                List.of("the seasons of a plan begin 12 times a year, expected at most 8"),
                SwitchingPlan.check("plan", seasons(4, 3)));
        assertEquals(List.of("a plan has 5 seasons, expected 1 to 4"), SwitchingPlan.check("plan", seasons(5, 1)));
        assertEquals(
                List.of(
                        "the name \" \" can't be shown, expected 1 to 32 printable ASCII characters",
                        "a plan has 0 seasons, expected 1 to 4"),
                SwitchingPlan.check(" ", List.of()));
    }

    @Test
    void allThatIsWrongWithAPlanIsToldAtOnce() {
        var relay = DayPlan.always(PlanValue.RELAY_POSITION, 1);
        var seasons = new ArrayList<>(seasons(4, 2));
        seasons.add(new SeasonPlan("fifth", List.of(MonthDay.of(1, 1)), DAY, relay, DAY));

        assertEquals(
                List.of(
                        "a plan has 5 seasons, expected 1 to 4",
                        "two seasons begin on 01-01",
                        "the seasons of a plan begin 9 times a year, expected at most 8",
                        "a plan switches tariffs or relay positions, not both"),
                SwitchingPlan.check("plan", seasons));
        assertThrows(IllegalArgumentException.class, () -> new SwitchingPlan("plan", seasons));
    }

    @Test
    void thereAreUpToThreePlansOfOneKind() {
        SwitchingPlan tariffs = SamplePlans.everyDay("tariffs", DAY);
        SwitchingPlan relays = SamplePlans.everyDay("relays", DayPlan.always(PlanValue.RELAY_POSITION, 1));

        assertEquals(List.of(), PlanSet.check(Collections.nCopies(3, tariffs)));
        assertEquals(List.of("there are 4 plans, expected at most 3"), PlanSet.check(Collections.nCopies(4, tariffs)));
        assertEquals(
                List.of("plans of tariffs and of relay positions can't stand together"),
                PlanSet.check(List.of(tariffs, relays)));
        assertThrows(
                IllegalArgumentException.class,
                () -> TariffSettings.DEFAULT.withPlans(new PlanSet(List.of(relays), WorkCalendar.DEFAULT)));
    }

    @Test
    void thereAreUpTo200ExceptionDaysWithin20Years() {
        LocalDate first = LocalDate.of(2026, 12, 24);
        List<LocalDate> days = IntStream.range(0, 200).mapToObj(first::plusDays).toList();
        var one = new ArrayList<>(days);
        one.add(LocalDate.of(2046, 12, 25));
        one.add(first);

        assertEquals(List.of(), ExceptionDays.check(days));
        assertEquals(List.of(), ExceptionDays.check(List.of(first, first.plusYears(20))));
        assertEquals(
                List.of(
                        "202 exception days, expected at most 200",
                        "the exception day 2026-12-24 stands there twice",
                        "the exception days go from 2026-12-24 to 2046-12-25, expected at most 20 years"),
                ExceptionDays.check(one));
    }

    @Test
    void exceptionDaysAreToldInWords() {
        LocalDate eve = LocalDate.of(2026, 12, 24);

        assertEquals("none", ExceptionDays.NONE.info());
        assertEquals("1 day 2026-12-24", new ExceptionDays(List.of(eve)).info());
        assertEquals("2 days 2026-12-24 to 2027-12-24", new ExceptionDays(List.of(eve.plusYears(1), eve)).info());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        2026-01-01, winter
        2026-03-31, winter
        2026-04-01, summer
        2026-09-30, summer
        2026-10-01, winter
        2026-12-31, winter
        2028-02-29, winter
        """)
    void aSeasonLastsUntilTheNextBeginsAlsoOverNewYear(LocalDate day, String season) {
        SwitchingPlan plan = SamplePlans.WINTER_SUMMER;

        assertEquals(season, plan.season(plan.seasonOn(day)).name());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        2027-02-28, 1
        2027-03-01, 2
        2028-02-28, 1
        2028-02-29, 2
        """)
    void aSeasonThatBeginsOn29FebruaryBeginsOn1MarchInOtherYears(LocalDate day, int season) {
        var plan = new SwitchingPlan(
                "leap",
                List.of(
                        new SeasonPlan("one", List.of(MonthDay.of(1, 1)), DAY, DAY, DAY),
                        new SeasonPlan("two", List.of(MonthDay.of(2, 29)), DAY, DAY, DAY)));

        assertEquals(season, plan.seasonOn(day));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        2026-12-23, WORKING
        2026-12-24, HOLIDAY
        2026-12-26, NON_WORKING
        2026-12-27, HOLIDAY
        """)
    void exceptionDaysAreHolidaysWhateverWeekdayTheyAre(LocalDate day, DayType type) {
        var days = new ExceptionDays(List.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 27)));

        assertEquals(type, new WorkCalendar(WorkCalendar.DEFAULT.workingDays(), days).dayType(day));
    }

    private static List<SeasonPlan> seasons(int count, int startsEach) {
        var seasons = new ArrayList<SeasonPlan>();
        for (int season = 0; season < count; season++) {
            var starts = new ArrayList<MonthDay>();
            for (int start = 0; start < startsEach; start++) {
                starts.add(MonthDay.of(season + 1, start + 1));
            }
            seasons.add(new SeasonPlan("season", starts, DAY, DAY, DAY));
        }
        return seasons;
    }
}
