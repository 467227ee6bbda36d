package trefas.device.tariff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Plans for tests: one people can check in their heads, and random ones.
public final class SamplePlans {

    /// Working days: low tariff 2 but from 06:00 to 22:00, in winter a peak 3 from 17:00 to 20:00. Other days: 2.
    public static final SwitchingPlan WINTER_SUMMER = new SwitchingPlan(
            "Winter and summer",
            List.of(
                    new SeasonPlan(
                            "winter",
                            List.of(MonthDay.of(10, 1)),
                            day(PlanValue.TARIFF, "00:00 2, 06:00 1, 17:00 3, 20:00 1, 22:00 2"),
                            DayPlan.always(PlanValue.TARIFF, 2),
                            DayPlan.always(PlanValue.TARIFF, 4)),
                    new SeasonPlan(
                            "summer",
                            List.of(MonthDay.of(4, 1)),
                            day(PlanValue.TARIFF, "00:00 2, 06:00 1, 22:00 2"),
                            DayPlan.always(PlanValue.TARIFF, 2),
                            DayPlan.always(PlanValue.TARIFF, 4))));

    private SamplePlans() {}

    /// A day such as "00:00 2, 06:00 1".
    public static DayPlan day(PlanValue kind, String text) {
        return new DayPlan(kind, switches(text));
    }

    static List<DaySwitch> switches(String text) {
        var switches = new ArrayList<DaySwitch>();
        for (String each : text.isBlank() ? new String[0] : text.strip().split(", ")) {
            int hours = Integer.parseInt(each.substring(0, 2));
            int minutes = Integer.parseInt(each.substring(3, 5));
            switches.add(new DaySwitch(hours * 60 + minutes, Integer.parseInt(each.substring(6))));
        }
        return switches;
    }

    /// One season all year, in which all days are alike.
    public static SwitchingPlan everyDay(String name, DayPlan day) {
        return new SwitchingPlan(name, List.of(new SeasonPlan("year", List.of(MonthDay.of(1, 1)), day, day, day)));
    }

    static SwitchingPlan random(RandomGenerator random, PlanValue kind) {
        int count = 1 + random.nextInt(SwitchingPlan.SEASONS_MAX);
        var starts = new ArrayList<MonthDay>();
        while (starts.size() < count + random.nextInt(SwitchingPlan.SEASON_STARTS_MAX - count + 1)) {
            MonthDay start = random.nextInt(6) == 0
                    ? MonthDay.of(2, 29)
                    : MonthDay.from(LocalDate.ofYearDay(2027, 1 + random.nextInt(365)));
            if (!starts.contains(start)) {
                starts.add(start);
            }
        }
        var seasons = new ArrayList<SeasonPlan>();
        for (int season = 0; season < count; season++) {
            var own = new ArrayList<MonthDay>();
            for (int start = season; start < starts.size(); start += count) {
                own.add(starts.get(start));
            }
            seasons.add(new SeasonPlan(
                    "season", own, randomDay(random, kind), randomDay(random, kind), randomDay(random, kind)));
        }
        return new SwitchingPlan("random", seasons);
    }

    private static DayPlan randomDay(RandomGenerator random, PlanValue kind) {
        var switches = new ArrayList<DaySwitch>();
        var minutes = new ArrayList<Integer>(List.of(0));
        for (int count = random.nextInt(DayPlan.SWITCHES_MAX); count > 0; count--) {
            // Many of them in the hours in which summer time begins and ends.
            int minute = random.nextInt(random.nextBoolean() ? 240 : DaySwitch.MINUTES_PER_DAY);
            if (!minutes.contains(minute)) {
                minutes.add(minute);
            }
        }
        for (int minute : minutes) {
            switches.add(new DaySwitch(minute, random.nextInt(kind.min(), kind.max() + 1)));
        }
        return new DayPlan(kind, switches);
    }

    static WorkCalendar randomCalendar(RandomGenerator random) {
        Set<DayOfWeek> working = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                working.add(day);
            }
        }
        var days = new ArrayList<LocalDate>();
        for (int count = random.nextInt(ExceptionDays.DAYS_MAX + 1); count > 0; count--) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(4 * 365));
            if (!days.contains(day)) {
                days.add(day);
            }
        }
        return new WorkCalendar(working, new ExceptionDays(days));
    }
}
