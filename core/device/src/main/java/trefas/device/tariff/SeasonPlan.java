package trefas.device.tariff;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/// One season of a plan: the days on which it begins, every year, and what its three kinds of days look like
/// (dossier 8). A season may begin several times a year.
///
/// @param name for people, see [PlanName]
/// @param starts first days of the season; 29 February means 1 March in years without it
public record SeasonPlan(String name, List<MonthDay> starts, DayPlan working, DayPlan nonWorking, DayPlan holiday) {

    /// A season that breaks a rule is our bug here; ask [#check] first about one somebody else wrote.
    public SeasonPlan {
        starts = List.copyOf(starts);
        List<String> problems = check(name, starts);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /// Everything wrong with a season but its days, each in one line.
    public static List<String> check(String name, List<MonthDay> starts) {
        var problems = new ArrayList<String>(PlanName.check(name));
        if (starts.isEmpty()) {
            problems.add("a season never begins, expected at least one start date");
        }
        return List.copyOf(problems);
    }

    public DayPlan day(DayType type) {
        return switch (type) {
            case WORKING -> working;
            case NON_WORKING -> nonWorking;
            case HOLIDAY -> holiday;
        };
    }
}
