package trefas.device.tariff;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/// A plan of tariffs or relay positions for a whole year, every year: up to 4 seasons, which begin on up to 8 days
/// (dossier 8). Immutable; one instance serves all meters that are set up alike.
///
/// @param name for people, see [PlanName]; it is the meter's ActiveUsageProfileInfo
/// @param seasons counted from 1 in this order
public record SwitchingPlan(String name, List<SeasonPlan> seasons) {

    public static final int SEASONS_MAX = 4;
    public static final int SEASON_STARTS_MAX = 8;

    /// A plan that breaks a rule is our bug here; ask [#check] first about one somebody else wrote.
    public SwitchingPlan {
        seasons = List.copyOf(seasons);
        List<String> problems = check(name, seasons);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /// Everything wrong with a plan of seasons that are right each by itself, each in one line.
    public static List<String> check(String name, List<SeasonPlan> seasons) {
        var problems = new ArrayList<String>(PlanName.check(name));
        if (seasons.isEmpty() || seasons.size() > SEASONS_MAX) {
            problems.add("a plan has " + seasons.size() + " seasons, expected 1 to " + SEASONS_MAX);
        }
        var starts = new ArrayList<MonthDay>();
        for (SeasonPlan season : seasons) {
            for (MonthDay start : season.starts()) {
                if (starts.contains(start)) {
                    problems.add("two seasons begin on " + text(start));
                }
                starts.add(start);
            }
        }
        if (starts.size() > SEASON_STARTS_MAX) {
            problems.add("the seasons of a plan begin " + starts.size() + " times a year, expected at most "
                    + SEASON_STARTS_MAX);
        }
        long kinds = seasons.stream()
                .flatMap(season -> List.of(season.working(), season.nonWorking(), season.holiday()).stream())
                .map(DayPlan::kind)
                .distinct()
                .count();
        if (kinds > 1) {
            problems.add("a plan switches tariffs or relay positions, not both");
        }
        return List.copyOf(problems);
    }

    /// What the plan switches.
    public PlanValue kind() {
        return seasons.getFirst().working().kind();
    }

    /// Number of the season a day is in, from 1: that of the last start up to this day, and at the beginning of a
    /// year that of the last start of the year before.
    public int seasonOn(LocalDate day) {
        int today = order(day.getMonthValue(), day.getDayOfMonth());
        int found = 1;
        int begun = Integer.MIN_VALUE;
        for (int season = 0; season < seasons.size(); season++) {
            for (MonthDay start : seasons.get(season).starts()) {
                int order = order(start.getMonthValue(), start.getDayOfMonth());
                // Starts that are still to come this year came last year, before all others.
                int since = order <= today ? order : order - order(12, 31) - 1;
                if (since > begun) {
                    begun = since;
                    found = season + 1;
                }
            }
        }
        return found;
    }

    public SeasonPlan season(int number) {
        return seasons.get(number - 1);
    }

    /// Days of a year in their order; not all numbers are used.
    private static int order(int month, int day) {
        return month * 32 + day;
    }

    /// As it is written in a file: 03-01.
    private static String text(MonthDay day) {
        return day.toString().substring("--".length());
    }
}
