package trefas.app.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import trefas.device.load.LoadSettings;
import trefas.device.load.RelayMode;
import trefas.device.load.RelaySettings;
import trefas.device.tariff.ExceptionDays;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;
import trefas.device.tariff.SwitchingPlan;
import trefas.device.tariff.TariffSettings;
import trefas.device.tariff.TariffSource;
import trefas.device.tariff.WorkCalendar;

/// The keys `meter.tariff:` and `meter.load-control:`. Both have plans, read by [PlanSection], and go by the calendar
/// of the first.
final class SwitchingSection {

    private static final String ACTIVE_PLAN = "active-plan";

    private SwitchingSection() {}

    static SwitchingSettings read(YamlSection meter) {
        TariffSettings tariff =
                meter.section("tariff").map(SwitchingSection::tariff).orElse(TariffSettings.DEFAULT);
        WorkCalendar calendar = tariff.plans().calendar();
        LoadSettings load = meter.section("load-control")
                .map(section -> load(section, calendar))
                .orElse(LoadSettings.DEFAULT.withPlans(new PlanSet(List.of(), calendar)));
        return new SwitchingSettings(tariff, load);
    }

    private static TariffSettings tariff(YamlSection tariff) {
        TariffSettings otherwise = TariffSettings.DEFAULT;
        TariffSource source = tariff.value("source", "disabled, port, register or plan", SwitchingSection::source)
                .orElse(otherwise.source());
        int defaultTariff = tariff.whole("default", TariffSettings.TARIFF_MIN, TariffSettings.TARIFF_MAX)
                .orElse(otherwise.defaultTariff());
        Optional<Integer> activePlan = tariff.whole(ACTIVE_PLAN, 1, PlanSet.PLANS_MAX);
        WorkCalendar calendar = calendar(tariff);
        List<SwitchingPlan> plans = PlanSection.plans(tariff, PlanValue.TARIFF);
        mustBeThere(activePlan, tariff, source == TariffSource.PLAN ? "source" : ACTIVE_PLAN, tariff);
        tariff.refuseOthers();
        return new TariffSettings(
                source, defaultTariff, activePlan.orElse(otherwise.activePlan()), new PlanSet(plans, calendar));
    }

    private static WorkCalendar calendar(YamlSection tariff) {
        List<DayOfWeek> working = tariff.list("working-days", "days such as Tue", SettingsFile::day)
                .orElse(List.copyOf(WorkCalendar.DEFAULT.workingDays()));
        List<LocalDate> days = tariff.list(
                        "exception-days", ExceptionDays.DAYS_MAX, "dates such as 2026-12-24", SwitchingSection::date)
                .orElse(List.of());
        List<String> problems = ExceptionDays.check(days);
        problems.forEach(problem -> tariff.problem("exception-days", problem));
        return new WorkCalendar(
                new HashSet<>(working), problems.isEmpty() ? new ExceptionDays(days) : ExceptionDays.NONE);
    }

    private static LoadSettings load(YamlSection load, WorkCalendar calendar) {
        LoadSettings otherwise = LoadSettings.DEFAULT;
        int delay = load.whole("delay", 0, LoadSettings.DELAY_SECONDS_MAX).orElse(otherwise.delaySeconds());
        RelaySettings relay1 =
                load.section("relay-1").map(relay -> relay(relay, load)).orElse(otherwise.relay1());
        RelaySettings relay2 =
                load.section("relay-2").map(relay -> relay(relay, load)).orElse(otherwise.relay2());
        List<SwitchingPlan> plans = PlanSection.plans(load, PlanValue.RELAY_POSITION);
        load.refuseOthers();
        return new LoadSettings(relay1, relay2, delay, new PlanSet(plans, calendar));
    }

    private static RelaySettings relay(YamlSection relay, YamlSection load) {
        RelaySettings otherwise = RelaySettings.DEFAULT;
        RelayMode mode = relay.value(
                        "mode", "disabled, tariff, register or plan", SettingsFile.oneOf(RelayMode.values()))
                .orElse(otherwise.mode());
        List<Integer> tariffs = relay.list(
                        "tariffs", TariffSettings.TARIFF_MAX, "tariffs from 1 to 8", SwitchingSection::tariffNumber)
                .orElse(List.of());
        boolean isActive = relay.value("default", PlanSection.ON_OR_OFF, PlanSection::position)
                .map(position -> position == 1)
                .orElse(otherwise.isActiveByDefault());
        Optional<Integer> activePlan = relay.whole(ACTIVE_PLAN, 1, PlanSet.PLANS_MAX);
        mustBeThere(activePlan, relay, mode == RelayMode.PLAN ? "mode" : ACTIVE_PLAN, load);
        relay.refuseOthers();
        return new RelaySettings(
                mode, RelaySettings.tariffMask(tariffs), isActive, activePlan.orElse(otherwise.activePlan()));
    }

    /// A plan that is followed or named must be among the plans.
    ///
    /// @param activePlan the number in the file, if it is one
    /// @param chooser the key that makes a meter follow the plan
    /// @param plans the part with the plans
    private static void mustBeThere(
            Optional<Integer> activePlan, YamlSection section, String chooser, YamlSection plans) {
        boolean isNamed = section.has(ACTIVE_PLAN);
        int plan = activePlan.orElse(1);
        int count = plans.size("plans");
        if (activePlan.isPresent() == isNamed && (isNamed || section.has(chooser)) && plan > count) {
            section.problem(
                    isNamed ? ACTIVE_PLAN : chooser,
                    section.path() + " follows plan " + plan + ", but there are " + count + " " + plans.path()
                            + ".plans");
        }
    }

    private static Optional<TariffSource> source(String text) {
        return switch (text) {
            case "disabled" -> Optional.of(TariffSource.DISABLED);
            case "port" -> Optional.of(TariffSource.MODULE_PORT);
            case "register" -> Optional.of(TariffSource.REGISTER);
            case "plan" -> Optional.of(TariffSource.PLAN);
            default -> Optional.empty();
        };
    }

    static Optional<Integer> tariffNumber(String text) {
        return text.matches("[1-8]") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.matches("20\\d\\d-\\d\\d-\\d\\d") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
