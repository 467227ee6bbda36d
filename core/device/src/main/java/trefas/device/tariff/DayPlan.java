package trefas.device.tariff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What holds at which time of a day: up to 10 switches with a resolution of one minute (dossier 8). The first
/// stands at 00:00, so a day never depends on the day before (decision 0037).
///
/// @param kind what the switches switch
/// @param switches in the order of their times
public record DayPlan(PlanValue kind, List<DaySwitch> switches) {

    public static final int SWITCHES_MAX = 10;

    /// Switches that break a rule are our bug here; ask [#check] first about those somebody else wrote.
    public DayPlan {
        List<String> problems = check(kind, switches);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        switches = switches.stream()
                .sorted(Comparator.comparingInt(DaySwitch::minuteOfDay))
                .toList();
    }

    /// The same from midnight to midnight.
    public static DayPlan always(PlanValue kind, int value) {
        return new DayPlan(kind, List.of(new DaySwitch(0, value)));
    }

    /// Everything wrong with these switches, each in one line; empty if they may be used.
    public static List<String> check(PlanValue kind, List<DaySwitch> switches) {
        var problems = new ArrayList<String>();
        if (switches.size() > SWITCHES_MAX) {
            problems.add("a day has " + switches.size() + " switches, expected at most " + SWITCHES_MAX);
        }
        if (switches.stream().noneMatch(first -> first.minuteOfDay() == 0)) {
            problems.add("a day needs a switch at 00:00");
        }
        var seen = new ArrayList<Integer>();
        for (DaySwitch each : switches) {
            if (each.minuteOfDay() < 0 || each.minuteOfDay() >= DaySwitch.MINUTES_PER_DAY) {
                problems.add("minute " + each.minuteOfDay() + " is not in a day, expected 0 to "
                        + (DaySwitch.MINUTES_PER_DAY - 1));
                continue;
            }
            if (seen.contains(each.minuteOfDay())) {
                problems.add("a day has two switches at " + each.time());
            }
            seen.add(each.minuteOfDay());
            if (!kind.holds(each.value())) {
                problems.add(kind.title() + " " + each.value() + " at " + each.time() + ", expected " + kind.min()
                        + " to " + kind.max());
            }
        }
        return List.copyOf(problems);
    }

    /// What holds in this minute.
    public int valueAt(int minuteOfDay) {
        int value = switches.getFirst().value();
        for (DaySwitch each : switches) {
            if (each.minuteOfDay() > minuteOfDay) {
                break;
            }
            value = each.value();
        }
        return value;
    }

    /// Minute of the next switch after this one, or the end of the day.
    public int nextSwitchAfter(int minuteOfDay) {
        for (DaySwitch each : switches) {
            if (each.minuteOfDay() > minuteOfDay) {
                return each.minuteOfDay();
            }
        }
        return DaySwitch.MINUTES_PER_DAY;
    }
}
