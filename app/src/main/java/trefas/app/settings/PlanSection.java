package trefas.app.settings;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import trefas.device.tariff.DayPlan;
import trefas.device.tariff.DaySwitch;
import trefas.device.tariff.PlanName;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;
import trefas.device.tariff.SeasonPlan;
import trefas.device.tariff.SwitchingPlan;
import trefas.device.tariff.TariffSettings;

/// One element of `plans:`, below `meter.tariff:` or `meter.load-control:`. All that is wrong with a plan is told, and
/// what is read instead never counts, because a file with a problem is not used.
final class PlanSection {

    static final String ON_OR_OFF = "on or off";

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String NAME = "1 to " + PlanName.LENGTH_MAX + " printable ASCII characters";
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
    private static final int MINUTES_PER_HOUR = 60;

    private PlanSection() {}

    /// The plans below a key `plans` that are right.
    static List<SwitchingPlan> plans(YamlSection of, PlanValue kind) {
        var plans = new ArrayList<SwitchingPlan>();
        for (YamlSection section : of.sections("plans")) {
            plan(section, kind, plans.size() + 1).ifPresent(plans::add);
        }
        List<String> problems = PlanSet.check(plans);
        problems.forEach(problem -> of.problem("plans", of.path() + ".plans: " + problem));
        return problems.isEmpty() ? plans : List.of();
    }

    private static Optional<SwitchingPlan> plan(YamlSection plan, PlanValue kind, int number) {
        String name = name(plan, "plan " + number);
        var seasons = new ArrayList<SeasonPlan>();
        List<YamlSection> sections = plan.sections("seasons");
        for (YamlSection section : sections) {
            season(section, kind, seasons.size() + 1, sections.size() == 1).ifPresent(seasons::add);
        }
        plan.refuseOthers();
        if (seasons.size() < sections.size()) {
            return Optional.empty();
        }
        List<String> problems = SwitchingPlan.check(name, seasons);
        problems.forEach(problem -> plan.problem("seasons", plan.path() + ": " + problem));
        return problems.isEmpty() ? Optional.of(new SwitchingPlan(name, seasons)) : Optional.empty();
    }

    /// @param isAllYear whether it is the only season, which needs no start
    private static Optional<SeasonPlan> season(YamlSection season, PlanValue kind, int number, boolean isAllYear) {
        String name = name(season, "season " + number);
        List<MonthDay> starts = season.list(
                        "starts",
                        SwitchingPlan.SEASON_STARTS_MAX,
                        "first days such as 10-01 for 1 October",
                        PlanSection::monthDay)
                .orElse(isAllYear ? List.of(NEW_YEAR) : List.of());
        if (starts.isEmpty()) {
            season.problem("starts", season.path() + " has no starts, expected at least one first day");
        }
        if (!season.has("working")) {
            season.problem("working", missing(season, "working", kind));
        }
        Optional<DayPlan> working = day(season, "working", kind, Optional.empty());
        Optional<DayPlan> nonWorking = day(season, "non-working", kind, working);
        Optional<DayPlan> holiday = day(season, "holiday", kind, nonWorking);
        boolean isComplete = working.isPresent() && nonWorking.isPresent() && holiday.isPresent();
        season.refuseOthers();
        return isComplete && !starts.isEmpty()
                ? Optional.of(new SeasonPlan(name, starts, working.get(), nonWorking.get(), holiday.get()))
                : Optional.empty();
    }

    /// @param otherwise what a day is like that is left out
    private static Optional<DayPlan> day(YamlSection season, String key, PlanValue kind, Optional<DayPlan> otherwise) {
        Optional<YamlSection> day = season.section(key);
        if (day.isEmpty()) {
            if (season.isNothing(key)) {
                season.problem(key, missing(season, key, kind));
            }
            return season.has(key) ? Optional.empty() : otherwise;
        }
        Optional<List<DaySwitch>> switches = day.get()
                .pairs(
                        "a time from 00:00 to 23:59",
                        PlanSection::minuteOfDay,
                        expected(kind),
                        reader(kind),
                        DaySwitch::new);
        if (switches.isEmpty()) {
            return Optional.empty();
        }
        List<String> problems = DayPlan.check(kind, switches.get());
        problems.forEach(problem -> season.problem(key, season.path() + "." + key + ": " + problem));
        return problems.isEmpty() ? Optional.of(new DayPlan(kind, switches.get())) : Optional.empty();
    }

    private static String missing(YamlSection season, String key, PlanValue kind) {
        return season.path() + "." + key + " is missing, expected switches such as 00:00: " + example(kind);
    }

    private static String name(YamlSection section, String otherwise) {
        return section.value("name", NAME, text -> PlanName.isName(text) ? Optional.of(text) : Optional.empty())
                .orElse(otherwise);
    }

    private static String expected(PlanValue kind) {
        return switch (kind) {
            case TARIFF -> "a tariff from " + TariffSettings.TARIFF_MIN + " to " + TariffSettings.TARIFF_MAX;
            case RELAY_POSITION -> ON_OR_OFF;
        };
    }

    private static String example(PlanValue kind) {
        return switch (kind) {
            case TARIFF -> "1";
            case RELAY_POSITION -> "off";
        };
    }

    private static Function<String, Optional<Integer>> reader(PlanValue kind) {
        return switch (kind) {
            case TARIFF -> SwitchingSection::tariffNumber;
            case RELAY_POSITION -> PlanSection::position;
        };
    }

    /// 1 for on, 0 for off.
    static Optional<Integer> position(String text) {
        return switch (text) {
            case "on" -> Optional.of(1);
            case "off" -> Optional.of(0);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> minuteOfDay(String text) {
        if (!text.matches(TIME)) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        return Optional.of(Integer.parseInt(text.substring(0, colon)) * MINUTES_PER_HOUR
                + Integer.parseInt(text.substring(colon + 1)));
    }

    private static Optional<MonthDay> monthDay(String text) {
        try {
            return text.matches("\\d\\d-\\d\\d") ? Optional.of(MonthDay.parse("--" + text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
