package trefas.device.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.clock.MeterClock;

/// A plan is followed on the wall's time, whatever becomes of the clock. The judge is java.time and a day by day walk.
class PlanFollowerTest {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final MeterClock CLOCK = new MeterClock(1, true);
    private static final long SECONDS_PER_DAY = 86_400;

    private final PlanFollower follower = new PlanFollower();

    @ParameterizedTest(name = "{0} UTC: T{1}, season {2}")
    @CsvSource(textBlock = """
        2026-12-31T22:59:59Z, 2, 1
        2027-01-01T04:59:59Z, 2, 1
        2027-01-01T05:00:00Z, 1, 1
        2027-01-01T15:59:59Z, 1, 1
        2027-01-01T16:00:00Z, 3, 1
        2027-01-01T19:00:00Z, 1, 1
        2027-01-01T21:00:00Z, 2, 1
        2027-01-02T12:00:00Z, 2, 1
        2027-03-31T15:00:00Z, 3, 1
        2027-03-31T21:59:59Z, 2, 1
        2027-03-31T22:00:00Z, 2, 2
        2027-04-01T04:00:00Z, 1, 2
        2027-04-01T15:00:00Z, 1, 2
        """)
    void theExampleIsFollowed(Instant at, int tariff, int season) {
        assertEquals(
                tariff, follower.value(at.getEpochSecond(), CLOCK, SamplePlans.WINTER_SUMMER, WorkCalendar.DEFAULT));
        assertEquals(season, follower.season());
    }

    // 28 March 2027: the wall goes from 01:59:59 to 03:00:00, a switch at 02:30 never shows and holds from 03:00 on.
    // 31 October 2027: 02:00 to 03:00 comes twice, the switch at 02:30 comes twice.
    @ParameterizedTest(name = "{0} UTC: T{1}")
    @CsvSource(textBlock = """
        2027-03-28T00:59:59Z, 1
        2027-03-28T01:00:00Z, 2
        2027-03-28T01:59:59Z, 2
        2027-03-28T02:00:00Z, 3
        2027-10-31T00:29:59Z, 1
        2027-10-31T00:30:00Z, 2
        2027-10-31T00:59:59Z, 2
        2027-10-31T01:00:00Z, 1
        2027-10-31T01:30:00Z, 2
        2027-10-31T02:59:59Z, 2
        2027-10-31T03:00:00Z, 3
        """)
    void summerTimeBeginsAndEnds(Instant at, int tariff) {
        SwitchingPlan plan =
                SamplePlans.everyDay("night", SamplePlans.day(PlanValue.TARIFF, "00:00 1, 02:30 2, 04:00 3"));
        // It comes from the hour before, second by second.
        int value = 0;
        for (long now = at.getEpochSecond() - 3_600; now <= at.getEpochSecond(); now++) {
            value = follower.value(now, CLOCK, plan, WorkCalendar.DEFAULT);
        }

        assertEquals(tariff, value);
    }

    @Test
    void mostSecondsItDoesNotLook() {
        SwitchingPlan plan = SamplePlans.WINTER_SUMMER;
        long now = Instant.parse("2026-11-30T23:00:00Z").getEpochSecond();
        int looks = 0;
        for (long until = now + 365 * SECONDS_PER_DAY; now < until; now = follower.heldUntil()) {
            follower.value(now, CLOCK, plan, WorkCalendar.DEFAULT);
            assertTrue(follower.heldUntil() > now);
            looks++;
        }

        // Five switches on a working day in winter, three in summer, one on other days, some more around summer time.
        assertTrue(looks < 365 * 5, looks + " looks");
    }

    @Test
    void anotherZoneOrNoSummerTimeHoldsAtOnce() {
        SwitchingPlan plan = SamplePlans.everyDay("day", SamplePlans.day(PlanValue.TARIFF, "00:00 1, 12:00 2"));
        long now = Instant.parse("2027-07-01T10:30:00Z").getEpochSecond();

        assertEquals(2, follower.value(now, CLOCK, plan, WorkCalendar.DEFAULT));
        assertEquals(1, follower.value(now, new MeterClock(1, false), plan, WorkCalendar.DEFAULT));
        assertEquals(2, follower.value(now, new MeterClock(2, false), plan, WorkCalendar.DEFAULT));
        assertEquals(1, follower.value(now, new MeterClock(0, false), plan, WorkCalendar.DEFAULT));
    }

    /// Random plans; the clock runs, jumps a little or anywhere, both ways, and loses or gets summer time.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 20_261_128})
    void whateverTheClockDoesTheWallDecides(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int life = 0; life < 20; life++) {
            SwitchingPlan plan = SamplePlans.random(random, PlanValue.TARIFF);
            WorkCalendar calendar = SamplePlans.randomCalendar(random);
            boolean keepsSummerTime = random.nextInt(4) > 0;
            follower.forget();
            long now = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
            for (int step = 0; step < 3_000; step++) {
                now = switch (random.nextInt(8)) {
                    case 0 -> now + random.nextInt(200_000) - 100_000;
                    case 1 ->
                        Instant.parse("2024-01-01T00:00:00Z").getEpochSecond()
                                + random.nextLong(4 * 365 * SECONDS_PER_DAY);
                    case 2 -> aroundSummerTime(random);
                    case 3 -> follower.heldUntil();
                    case 4 -> follower.heldUntil() - 1;
                    default -> now + random.nextInt(1_800);
                };
                if (random.nextInt(500) == 0) {
                    keepsSummerTime = !keepsSummerTime;
                }
                var clock = new MeterClock(1, keepsSummerTime);
                ZonedDateTime wall =
                        Instant.ofEpochSecond(now).atZone(keepsSummerTime ? COPENHAGEN : ZoneOffset.ofHours(1));

                assertEquals(
                        judged(wall, plan, calendar), follower.value(now, clock, plan, calendar), () -> "at " + wall);
            }
        }
    }

    private static long aroundSummerTime(RandomGenerator random) {
        Instant change = Instant.parse(random.nextBoolean() ? "2026-03-29T01:00:00Z" : "2026-10-25T01:00:00Z");
        return change.getEpochSecond() + random.nextInt(14_400) - 7_200;
    }

    private static int judged(ZonedDateTime wall, SwitchingPlan plan, WorkCalendar calendar) {
        LocalDate today = wall.toLocalDate();
        SeasonPlan season = judgedSeason(today, plan);
        DayType type = calendar.exceptionDays().days().contains(today)
                ? DayType.HOLIDAY
                : calendar.workingDays().contains(today.getDayOfWeek()) ? DayType.WORKING : DayType.NON_WORKING;
        int minute = wall.getHour() * 60 + wall.getMinute();
        return season.day(type).switches().stream()
                .filter(each -> each.minuteOfDay() <= minute)
                .reduce((_, later) -> later)
                .orElseThrow()
                .value();
    }

    private static SeasonPlan judgedSeason(LocalDate today, SwitchingPlan plan) {
        for (LocalDate day = today; ; day = day.minusDays(1)) {
            for (SeasonPlan season : plan.seasons()) {
                if (season.starts().contains(MonthDay.from(day))) {
                    return season;
                }
            }
            boolean isDayAfterTheMissing = !day.isLeapYear() && day.getMonthValue() == 3 && day.getDayOfMonth() == 1;
            if (isDayAfterTheMissing) {
                for (SeasonPlan season : plan.seasons()) {
                    if (season.starts().contains(MonthDay.of(2, 29))) {
                        return season;
                    }
                }
            }
        }
    }
}
