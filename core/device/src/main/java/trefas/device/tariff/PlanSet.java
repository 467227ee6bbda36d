package trefas.device.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The plans a meter can choose from, up to 3, and the calendar they go by (dossier 8).
///
/// @param plans counted from 1 in this order
public record PlanSet(List<SwitchingPlan> plans, WorkCalendar calendar) {

    public static final int PLANS_MAX = 3;

    public static final PlanSet NONE = new PlanSet(List.of(), WorkCalendar.DEFAULT);

    /// Plans that break a rule are our bug here; ask [#check] first about those somebody else wrote.
    public PlanSet {
        plans = List.copyOf(plans);
        List<String> problems = check(plans);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /// Everything wrong with a set of plans that are right each by itself, each in one line.
    public static List<String> check(List<SwitchingPlan> plans) {
        var problems = new ArrayList<String>();
        if (plans.size() > PLANS_MAX) {
            problems.add("there are " + plans.size() + " plans, expected at most " + PLANS_MAX);
        }
        if (plans.stream().map(SwitchingPlan::kind).distinct().count() > 1) {
            problems.add("plans of tariffs and of relay positions can't stand together");
        }
        return List.copyOf(problems);
    }

    /// Whether a number can be that of a plan, there or not.
    public static boolean isNumber(int plan) {
        return plan >= 1 && plan <= PLANS_MAX;
    }

    /// The plan of this number, from 1, if there is one.
    public Optional<SwitchingPlan> plan(int number) {
        return number >= 1 && number <= plans.size() ? Optional.of(plans.get(number - 1)) : Optional.empty();
    }

    /// Whether there is nothing here but plans of this kind.
    public boolean holds(PlanValue kind) {
        return plans.isEmpty() || plans.getFirst().kind() == kind;
    }
}
